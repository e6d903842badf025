"""Work in a copy of the process: its status comes back, its limit of memory holds, it outlives nobody."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
MEMORY = 256 * 1024 * 1024  # bytes; Python takes 20 of them


def status_of(work):
    """What `limited` says of `work`, a statement; run apart, for a copy of a process that tests is no safe one."""
    program = f"import os, sys, signal\nfrom ingest.processes.limited import limited\ndef work():\n {work}\n"
    program += f"print(limited(work, {MEMORY}))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    return int(done.stdout)


@pytest.mark.parametrize(
    ("work", "status"),
    [("return 0", 0), ("return 3", 3), ("os.abort()", -6), ("os.kill(os.getpid(), signal.SIGSEGV)", -11)],
)
def test_the_status_of_the_copy_comes_back(work, status):
    assert status_of(work) == status


def test_the_copy_takes_no_more_memory_than_it_may():
    taking = f"\n try:\n  bytes({MEMORY})\n except MemoryError:\n  return 7"
    assert status_of(taking) == 7


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process that its parent died")
def test_the_copy_dies_with_its_parent():
    program = "import time\nfrom ingest.processes.limited import limited\n"
    program += f"limited(lambda: print('begun', flush=True) or time.sleep(600), {MEMORY})"
    parent = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE)
    assert parent.stdout.readline() == b"begun\n"
    parent.kill()
    assert parent.communicate(timeout=60) == (b"", None)  # the end of what the copy too could write to
