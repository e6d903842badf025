"""`ingest` killed at random moments, or one of its readers, leaves no half act; the next run ends the work."""

import json
import os
import random
import subprocess
import sys

import pytest
from django.db import connection

from tests.ingest.test_worker_killed import ROOT, database_address

KILLS = {"sqlite": 6, "postgresql": 4}


@pytest.mark.django_db(transaction=True)
def test_ingest_killed_at_any_moment_leaves_nothing_half_done(tmp_path):
    kills = KILLS[connection.vendor]
    seed = int(os.environ.get("KILL_SEED") or random.randrange(2**32))  # noqa: S311 - moments, not secrets
    print(f"KILL_SEED={seed}")

    told = subprocess.run(
        [sys.executable, "-m", "tests.ingest.ingest_trial", str(kills), str(seed)],
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
    calm, *rounds = [json.loads(line) for line in told.stdout.splitlines()]
    print(*rounds, sep="\n")
    assert calm == {"acts": 3, "files": []}
    assert len(rounds) == kills
    assert [one for one in rounds if one["faults"]] == []
