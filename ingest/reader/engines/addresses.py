"""PDFium's functions called by plain addresses: half the cost of a call through pointer objects.

For the inner loops only, which make several calls for every word and every object of a page.
"""

import ctypes
from typing import Any


def by_address(function: Any, result: Any, *arguments: Any) -> Any:
    """The same C function with handles and out-parameters given, and handles returned, as integers."""
    return ctypes.CFUNCTYPE(result, *arguments)(address_of(function))


def address_of(handle: Any) -> int:
    """The address that a handle or a function points to."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
