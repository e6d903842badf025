"""`ingest` killed at random moments, or one of its readers, leaves no half act; the next run ends the work."""

import pytest

from tests.ingest.killed_trials import trial

KILLS = 4


@pytest.mark.long
@pytest.mark.django_db(transaction=True)
def test_ingest_killed_at_any_moment_leaves_nothing_half_done(tmp_path):
    calm, *rounds = trial("ingest_trial", KILLS, tmp_path)
    assert calm == {"acts": 3, "files": []}
    assert len(rounds) == KILLS
    assert [one for one in rounds if one["faults"]] == []
