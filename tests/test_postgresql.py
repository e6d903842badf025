"""The questions asked of PostgreSQL too: the same tests as on SQLite, on a cluster made for them and thrown away.

Named as skipped where no PostgreSQL server is installed; an error in continuous integration, which requires it.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

import pytest

ROOT = Path(__file__).resolve().parent.parent
# What is asked of the database by verbs, sums and conditions of our own, and what writes to it: modules, or one test.
ASKED = (
    "tests/grants/search/test_free_text.py",
    "tests/grants/search/test_entries.py",
    "tests/grants/search/test_spelling.py",
    "tests/grants/questions/test_facets.py",
    "tests/grants/test_querysets.py",
    "tests/grants/figures/test_stats.py",
    "tests/grants/questions/test_filters.py",
    "tests/grants/test_files.py::test_the_sums_of_a_register_are_those_of_its_lines",
    "tests/grants/test_files.py::test_files_follow_the_question",
    "tests/grants/test_snapshots.py",
    "tests/grants/law/scdl",
    "tests/grants/operators/test_merging.py",
    "tests/grants/operators/test_duplicates.py",
    "tests/grants/operators/test_changes.py",
    "tests/grants/test_programme_ties.py",
    "tests/grants/law/test_agreements.py",
    "tests/grants/test_leads.py",
    "tests/grants/law/test_readiness.py",
    "tests/ingest/desk/test_waiting.py",
    "tests/ingest/store",
    "tests/ingest/desk/edits/test_rows.py",
    "tests/ingest/desk/queue/test_claims.py",
    "tests/ingest/desk/queue/test_jobs.py",
    "tests/ingest/desk/queue/test_upkeep.py",
    "tests/ingest/desk/rereading/test_rereading.py",
    "tests/grants/test_rectifications.py",
    "tests/ingest/desk/files/test_deletion.py",
    "tests/ingest/test_worker.py",
    "tests/ingest/test_worker_killed.py",
)


def server_programs() -> Path | None:
    """The folder of `initdb` and `pg_ctl`: on the path, or where Debian keeps them, the latest first."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    kept = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return kept[-1].parent if kept else None


@pytest.fixture
def database_address():
    programs = server_programs()
    if programs is None:
        if os.environ.get("REQUIRE_POSTGRESQL"):
            pytest.fail("REQUIRE_POSTGRESQL is set and no PostgreSQL server is installed")
        pytest.skip("no PostgreSQL server on this machine")
    # Of its own: the server's account must reach it. It answers there alone: no port that another program may take.
    folder = Path(tempfile.mkdtemp(prefix="postgresql-"))
    # The server refuses to run as root: root lends its folder to Debian's account.
    as_server = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_server:
        shutil.chown(folder, "postgres")

    def run(*command: str) -> None:
        # Its output is not kept: the server would hold the pipe open for as long as it runs.
        subprocess.run(
            [*as_server, *command], check=True, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )

    cluster = str(folder / "cluster")
    run(str(programs / "initdb"), "-D", cluster, "-U", "tests", "-E", "UTF8", "--locale=C", "--auth=trust", "--no-sync")
    options = f"-h '' -k {folder} -c fsync=off"
    run(str(programs / "pg_ctl"), "-D", cluster, "-w", "-o", options, "-l", str(folder / "log"), "start")
    yield f"postgres://tests@{quote(str(folder), safe='')}/postgres"
    run(str(programs / "pg_ctl"), "-D", cluster, "-m", "immediate", "stop")
    shutil.rmtree(folder)


def test_what_is_asked_of_postgresql_is_there():
    assert [asked for asked in ASKED if not (ROOT / asked.partition("::")[0]).exists()] == []


@pytest.mark.long
def test_postgresql_answers_the_same(database_address, tmp_path):
    told = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *ASKED],
        cwd=ROOT,
        env=os.environ | {"DATABASE_URL": database_address, "DATA_DIR": str(tmp_path / "data")},
        capture_output=True,
        text=True,
    )

    assert told.returncode == 0, told.stdout[-4000:]
