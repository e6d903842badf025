"""PDFium's functions called by plain addresses: half the cost of a call through pointer objects.

For the inner loops only, which make several calls for every word and every object of a page. `argument` makes an
address ready to be given to a function, as often as wanted.
"""

import ctypes
from typing import Any, Final

argument: Final[Any] = ctypes.c_void_p.from_param


def by_address(function: Any, result: Any) -> Any:
    """The same C function, whose arguments nobody converts at each call: handles are given as `argument` makes them
    once, out-parameters by `ctypes.byref`, integers as they are; handles are returned as integers. Python's lock is
    kept: giving it up and taking it again costs as much as what is asked."""
    return ctypes.PYFUNCTYPE(result)(address_of(function))


def address_of(handle: Any) -> int:
    """The address that a handle or a function points to."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0
