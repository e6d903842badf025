"""Some pages of a longer file: recognising a page of a scan takes seconds, and most pages are like one another."""

from collections.abc import Iterable
from pathlib import Path

import pypdfium2


def excerpt_of(path: Path, numbers: Iterable[int], folder: Path) -> Path:
    """A PDF of these pages of another, counted from 1, under the same name in `folder`."""
    cut = folder / path.name
    with pypdfium2.PdfDocument.new() as target, pypdfium2.PdfDocument(path) as source:
        target.import_pages(source, [number - 1 for number in numbers])
        target.save(cut)
    return cut
