"""Members who stand aside in tables and in the entries of a list, for made-up councils."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ingest.reader.grant_rows.row_recusals import for_their_entries, row_recusals
from ingest.reader.records import Box, DeliberationRecord, LineRecord, RecusalRecord, Source
from tests.ingest.reader.hand_built import a_table, read

LIST = """
    {name}                     | Fonction             | Organisme
    Mme Sylvie TARDEUX         | Membre du bureau     | Radio Lure
    M. Olivier PREUIL          | Trésorier            | Judo Club
"""
HERE, THERE = Source(1, 0, 0, Box(0, 0, 1, 0.1)), Source(1, 0, 0, Box(0, 0.5, 1, 0.6))


@pytest.mark.parametrize(
    ("name", "title"),
    [("Élu ne prenant pas part au vote", ""), ("Élu", "Les élus ci-dessous se déportent :")],
)
def test_list_of_those_who_stand_aside_is_read_though_it_grants_nothing(name, title):
    one = read(a_table(LIST.format(name=name), title=title))
    assert one.skipped
    assert [(each.person, each.function, each.organisation) for each in row_recusals([one], ())] == [
        ("Sylvie TARDEUX", "Membre du bureau", "Radio Lure"),
        ("Olivier PREUIL", "Trésorier", "Judo Club"),
    ]


def test_list_of_those_present_says_nobody_stands_aside():
    assert row_recusals([read(a_table(LIST.format(name="Élu"), title="Étaient présents :"))], ()) == ()


def test_recusal_stated_in_the_entry_of_one_grant_is_for_its_beneficiary():
    line = LineRecord(1, "decision", "Judo Club", 2031, Decimal(900), "900 €", HERE)
    other = replace(line, line=2, operator="Radio Lure")
    aside = RecusalRecord("Luc BOR", "Judo Club : 900 € (M. Luc BOR, président, ne prend pas part au vote)", HERE)
    act = DeliberationRecord(recusals=(aside,))
    assert for_their_entries(act, [line]).recusals[0].organisation == "Judo Club"
    assert for_their_entries(act, [line, other]).recusals[0].organisation == ""
    assert for_their_entries(act, [replace(line, source=THERE)]).recusals[0].organisation == ""
    named = replace(act, recusals=(replace(aside, organisation="Radio Lure"),))
    assert for_their_entries(named, [line]).recusals[0].organisation == "Radio Lure"
