"""Real deliberations, each a file of its own: one act each, and as many acts as there are where they are bound."""

import pytest

from ingest.reader.act.bound.bound_acts import Bound, find_acts
from ingest.reader.documents import open_document
from ingest.reader.records import BoundAct
from tests.bundles import a_bundle
from tests.conftest import CORPUS
from tests.corpus.readings import pdf, stages

pytestmark = pytest.mark.corpus

# Scans are recognised once in the whole suite, by test_scans.
TEXTS = sorted(path for path in (CORPUS / "pdf").glob("*.pdf") if path.suffixes[0] not in (".scan", ".ocr-layer"))
COUNCILS = {
    "nord": ("nord-2022-273", "nord-2023-177", "nord-2024-161"),
    "pdc": ("pdc-2023-259", "pdc-2025-237"),
}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_real_deliberation_is_one_act(path):
    read = stages(*path.stem.split("."))

    assert read.bound == Bound((BoundAct(1, len(read.document.pages)),))


@pytest.mark.parametrize("names", COUNCILS.values(), ids=COUNCILS)
def test_real_deliberations_bound_into_one_file_are_told_apart(names, tmp_path):
    pages = [len(stages(name).document.pages) for name in names]

    acts = find_acts(open_document(a_bundle(tmp_path / "recueil.pdf", *map(pdf, names)))).acts

    assert [act.last_page - act.first_page + 1 for act in acts] == pages
    assert [act.number.rpartition("/")[2] for act in acts] == [
        act.rpartition("-")[2] if "nord" in act else act.partition("-")[2] for act in names
    ]
