"""PDFium's way from a path to an open file, and files whose pages are not what they are sent for: portfolios, forms
that Adobe’s software makes when it opens them."""

import ctypes
import os
from pathlib import Path
from typing import Any

import pypdfium2  # noqa: F401  (starts the library, and stops it at exit)
import pypdfium2.raw as c


def load_document(path: Path) -> Any:
    """The handle of the file, to be closed by who asks; false where PDFium refuses it and `FPDF_GetLastError` says
    why."""
    return c.FPDF_LoadDocument(os.fsencode(path), None)


def awaits_other_software(path: Path) -> str:
    """Why the pages of the file are not what it is sent for: "portfolio" where a PDF is joined to it, "form" where
    its pages are made by Adobe's software when it is opened; "" for a usual file."""
    document = load_document(path)
    if not document:
        return ""
    try:
        if c.FPDF_GetFormType(document) in (c.FORMTYPE_XFA_FULL, c.FORMTYPE_XFA_FOREGROUND):
            return "form"
        joined = (_attachment_name(document, index) for index in range(c.FPDFDoc_GetAttachmentCount(document)))
        return "portfolio" if any(name.lower().endswith(".pdf") for name in joined) else ""
    finally:
        c.FPDF_CloseDocument(document)


def _attachment_name(document: Any, index: int) -> str:
    attachment = c.FPDFDoc_GetAttachment(document, index)
    length = c.FPDFAttachment_GetName(attachment, None, 0)
    buffer = ctypes.create_string_buffer(length)
    c.FPDFAttachment_GetName(attachment, ctypes.cast(buffer, ctypes.POINTER(c.FPDF_WCHAR)), length)
    return buffer.raw[: max(0, length - 2)].decode("utf-16-le", "replace")
