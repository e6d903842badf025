"""Several workers read each file once; one killed at random moments loses no file and leaves no half act."""

import pytest
from django.db import connection

from tests.ingest.killed_trials import trial

KILLS = {"sqlite": 8, "postgresql": 3}


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_at_any_moment_loses_nothing(tmp_path):
    kills = KILLS[connection.vendor]
    same_moment, race, *rounds = trial("worker_trial", kills, tmp_path)
    assert same_moment == {"uploads": [0] * 4, "jobs": 1, "tasks": 1, "files": 1}
    assert race == {"race": [["read", 1]] * 4, "acts": 4}
    assert len(rounds) == kills
    assert [one for one in rounds if one["faults"]] == []
    assert any(one["state"] == "reading" for one in rounds), "no kill came while a file was read"
    assert any(one["tries"] == 2 for one in rounds), "no job was taken up again"
