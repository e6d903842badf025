"""Trials that kill processes at random moments, each run in a process of its own, on a database that others see."""

import json
import os
import random
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from django.db import connection

ROOT = Path(__file__).resolve().parents[2]


def trial(module: str, kills: int, folder: Path) -> list[dict[str, Any]]:
    """What a trial of `tests.ingest` tells after so many kills: one record a line. KILL_SEED plays one again."""
    seed = int(os.environ.get("KILL_SEED") or random.randrange(2**32))  # noqa: S311 - moments, not secrets
    print(f"KILL_SEED={seed}")
    settings = {
        "DJANGO_SETTINGS_MODULE": "portal.settings",
        "DATA_DIR": str(folder),
        "DATABASE_URL": _database_address(folder),
        "TMPDIR": str(folder),  # a killed process leaves its copies there
    }
    command = [sys.executable, "-m", f"tests.ingest.{module}", str(kills), str(seed)]
    told = subprocess.run(command, cwd=ROOT, env=os.environ | settings, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr[-4000:]
    print(told.stdout)
    return [json.loads(line) for line in told.stdout.splitlines()]


def _database_address(folder: Path) -> str:
    """A database that other processes see: the one of the tests, or its copy where it is in the memory of this one."""
    if connection.vendor == "sqlite":
        connection.ensure_connection()
        with closing(sqlite3.connect(folder / "trial.sqlite3")) as copy:
            connection.connection.backup(copy)
        return f"sqlite:///{folder / 'trial.sqlite3'}"
    name = connection.settings_dict["NAME"]
    return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"
