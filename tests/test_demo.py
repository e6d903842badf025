"""`make demo` as a newcomer meets it: an empty data folder, one command, a site that is whole."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parent.parent
SECONDS_TO_LISTEN = 20


@pytest.fixture
def demo(tmp_path):
    """The demonstration served from an empty data folder: its output so far, up to the site's address."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "demo"],
        cwd=ROOT,
        env={**os.environ, "DATA_DIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    said = ""
    for line in process.stdout:
        said += line
        if "Ctrl+C" in line:
            break
    yield said
    os.killpg(process.pid, signal.SIGTERM)
    process.communicate(timeout=30)


def fetch(address: str) -> str:
    """The page at this address; the server listens a moment after its address is printed."""
    deadline = time.monotonic() + SECONDS_TO_LISTEN
    while True:
        try:
            with urlopen(address, timeout=20) as answer:  # noqa: S310 – the address that the demonstration printed
                return answer.read().decode()
        except URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError) or time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def test_demo_serves_a_whole_site_from_nothing(demo):
    address = re.search(r"Site\s*:\s*(\S+)", demo)
    assert address, demo
    assert re.search(r"mot de passe \S{12,}", demo)
    home = fetch(address[1])
    assert "1\u202f159" in home
    assert {"Nord", "Pas-de-Calais"} <= set(re.findall(r">\s*(Nord|Pas-de-Calais)\s*<", home))
    assert all(str(year) in home for year in (2022, 2023, 2024, 2025))
    sheet = re.search(r'href="([^"]+\.css)"', home)
    assert "--paper" in fetch(address[1].rstrip("/") + sheet[1]), "the style sheet is served on the first run too"
