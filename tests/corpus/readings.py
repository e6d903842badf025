"""The real deliberations, each read once for all the tests of this folder."""

from functools import cache
from pathlib import Path

from ingest.reader.pipeline import read_stages
from ingest.reader.records import Reading
from ingest.reader.stages import Stages, reading_of
from tests.conftest import CORPUS

ACTS = ("nord-2022-273", "nord-2023-177", "nord-2024-161", "pdc-2023-259", "pdc-2025-237")


def pdf(name: str, printed: str = "ruled") -> Path:
    """The file of an act, in one of the ways in which it is printed."""
    return CORPUS / "pdf" / f"{name}.{printed}.pdf"


@cache
def stages(name: str, printed: str = "ruled") -> Stages:
    """What each stage of the reader makes of an act."""
    return read_stages(pdf(name, printed))


@cache
def reading(name: str, printed: str = "ruled") -> Reading:
    """What the reader gives of an act."""
    return reading_of(stages(name, printed), with_tables=True)
