"""PDFium's way from a path to an open file: by the bytes of its name, which need not be UTF-8."""

import os
from pathlib import Path
from typing import Any

import pypdfium2.raw as c


def load_document(path: Path) -> Any:
    """The handle of the file, to be closed by who asks; false where PDFium refuses it and `FPDF_GetLastError` says
    why."""
    return c.FPDF_LoadDocument(os.fsencode(path), None)
