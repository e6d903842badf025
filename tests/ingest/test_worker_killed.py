"""Several workers read each file once; one killed at random moments loses no file and leaves no half act."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

ROOT = Path(__file__).resolve().parents[2]
KILLS = {"sqlite": 20, "postgresql": 5}


def database_address(tmp_path: Path) -> str:
    """A database that other processes see: the one of the tests, unless that is in the memory of this process."""
    if connection.vendor == "sqlite":
        return f"sqlite:///{tmp_path / 'trial.sqlite3'}"
    name = connection.settings_dict["NAME"]
    return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_at_any_moment_loses_nothing(tmp_path):
    kills = KILLS[connection.vendor]
    seed = int(os.environ.get("KILL_SEED") or random.randrange(2**32))  # noqa: S311 - moments, not secrets
    print(f"KILL_SEED={seed}")

    told = subprocess.run(
        [sys.executable, "-m", "tests.ingest.worker_trial", str(kills), str(seed)],
        cwd=ROOT,
        env=os.environ
        | {
            "DJANGO_SETTINGS_MODULE": "portal.settings",
            "DATA_DIR": str(tmp_path),
            "DATABASE_URL": database_address(tmp_path),
        },
        capture_output=True,
        text=True,
    )

    assert told.returncode == 0, told.stderr[-4000:]
    same_moment, race, *rounds = [json.loads(line) for line in told.stdout.splitlines()]
    print(same_moment, race, *rounds, sep="\n")
    assert same_moment == {"uploads": [0] * 4, "jobs": 1, "tasks": 1, "files": 1}
    assert race == {"race": [["read", 1]] * 4, "acts": 4}
    assert len(rounds) == kills
    assert [one for one in rounds if one["faults"]] == []
    assert any(one["state"] == "reading" for one in rounds), "no kill came while a file was read"
    assert any(one["tries"] == 2 for one in rounds), "no job was taken up again"
