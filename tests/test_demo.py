"""`make demo` as a newcomer meets it: an empty data folder, one command, a site that is whole."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from ingest.management.commands.demo import a_worker

ROOT = Path(__file__).resolve().parent.parent
VARIANT = ROOT / "tests" / "data" / "variants" / "asked-and-proposed.pdf"
SECONDS_TO_LISTEN = 120
SECONDS_TO_READ = 300
SECONDS_TO_ANSWER = 120  # all three on a machine that does other things too


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The demonstration served from an empty data folder: its output so far, up to the site's address."""
    process = subprocess.Popen(
        [sys.executable, "manage.py", "demo"],
        cwd=ROOT,
        env={**os.environ, "DATA_DIR": str(tmp_path_factory.mktemp("demo"))},
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
    process.communicate(timeout=SECONDS_TO_ANSWER)


def fetch(address: str) -> str:
    """The page at this address; the server listens a moment after its address is printed."""
    deadline = time.monotonic() + SECONDS_TO_LISTEN
    while True:
        try:
            with urlopen(address, timeout=SECONDS_TO_ANSWER) as answer:  # noqa: S310 – that of the demonstration
                return answer.read().decode()
        except URLError as error:
            if not isinstance(error.reason, ConnectionRefusedError) or time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def token(page: str) -> str:
    """What the form of this page must send with it."""
    return re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]


@pytest.mark.parametrize("wanted", [None, 70_000])
def test_port_that_cannot_be_had_is_said_before_anything_is_loaded(wanted):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = wanted or taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"Le port {port} est déjà pris"):
            call_command("demo", port=port)


def test_worker_of_the_demonstration_does_not_hear_what_the_keyboard_says_to_the_site(tmp_path, monkeypatch):
    monkeypatch.setenv("DATA_DIR", str(tmp_path))

    with a_worker() as worker:
        assert os.getpgid(worker.pid) == worker.pid

    assert worker.returncode is not None


def test_make_demo_takes_a_port():
    told = subprocess.run(["make", "-n", "-o", "setup", "demo", "PORT=8123"], cwd=ROOT, capture_output=True, text=True)

    assert "manage.py demo --port 8123" in told.stdout


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


def test_demo_reads_what_is_uploaded_without_another_process(demo, playwright):
    address = re.search(r"Site\s*:\s*(\S+)", demo)[1]
    password = re.search(r"mot de passe (\S{12,})\)", demo)[1]
    fetch(address)
    site = playwright.request.new_context(base_url=address, extra_http_headers={"Referer": address})
    login = {"username": "admin", "password": password}
    form = {"csrfmiddlewaretoken": token(site.get("/admin/login/").text())}
    site.post("/admin/login/", form=login | form)
    form = {"csrfmiddlewaretoken": token(site.get("/admin/grants/deliberation/add/").text())}
    file = {"name": VARIANT.name, "mimeType": "application/pdf", "buffer": VARIANT.read_bytes()}

    job = site.post("/admin/grants/deliberation/add/", multipart={"files": file, "department": "59"} | form)

    assert "/admin/ingest/job/" in job.url, job.text()
    deadline, page = time.monotonic() + SECONDS_TO_READ, job.text()
    while "✓ lue" not in page and time.monotonic() < deadline:
        time.sleep(0.5)
        page = site.get(job.url).text()
    assert "✓ lue" in page
    assert "Lue et gardée comme brouillon." in page
