"""Figures on two dimensions: acts in their order."""

from datetime import date

import pytest

from grants.figures import breakdowns
from grants.models import GrantLine
from tests.builders import a_deliberation, a_line

pytestmark = pytest.mark.django_db


def test_acts_come_latest_session_first_and_undated_ones_last():
    old = a_deliberation(session_date=date(2022, 6, 27))
    new = a_deliberation(session_date=date(2025, 6, 16))
    undated = a_deliberation(session_date=None)
    for act in (old, new, undated):
        a_line(deliberation=act)
    lines = GrantLine.objects.counted()

    assert [amount.of for amount in breakdowns.amounts_by_act(lines)] == [new, old, undated]
    assert [amount.of for amount in breakdowns.amounts_by_act(lines, 1)] == [new]
