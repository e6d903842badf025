import ctypes
import resource

import pytest

from ingest.reader.machine.memory import share_blocks

IMAGE = 6 << 20


@pytest.mark.skipif(not hasattr(ctypes.CDLL(None), "mallopt"), reason="another C library")
def test_the_memory_of_one_page_image_serves_the_next() -> None:
    share_blocks()
    bytearray(IMAGE)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for _ in range(20):
        bytearray(IMAGE)
    taken = (resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before) * resource.getpagesize()
    assert taken < 2 * IMAGE
