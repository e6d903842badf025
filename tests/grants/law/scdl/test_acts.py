"""Acts in the SCDL schema « délibérations »."""

from datetime import date

import pytest

from grants.law.scdl.acts import COLUMNS, act_rows
from grants.law.scdl.grants import Giver
from grants.models import Deliberation
from tests.builders import a_deliberation, a_department, a_vote

pytestmark = pytest.mark.django_db
GIVER = Giver("Département du Nord", "12345678200010", "")
VOTES = ("VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION")
WHOLE = {
    "articles": "",
    "votes_for": 70,
    "against": 2,
    "abstentions": 4,
    "present": 70,
    "proxies": 8,
    "absent_without_proxy": 4,
}


def the_row() -> dict[str, str]:
    (row,) = act_rows(Deliberation.objects.published(), GIVER, "https://exemple.fr")
    return row


def test_an_act_says_what_it_prints():
    a_deliberation(number="2023/177", title="Insertion\n2023", session_date=date(2023, 5, 15))

    row = the_row()

    assert set(row) <= set(COLUMNS)
    assert row == {
        "COLL_NOM": "Département du Nord",
        "COLL_SIRET": "12345678200010",
        "DELIB_ID": "2023/177",
        "DELIB_DATE": "2023-05-15",
        "DELIB_MATIERE_CODE": "7.5",
        "DELIB_MATIERE_NOM": "finances locales/subventions",
        "DELIB_OBJET": "Insertion 2023",
        "PREF_ID": "PREF059",
        "PREF_DATE": "2023-07-03",
        "DELIB_URL": "https://exemple.fr/deliberations/59-2023-177/source.pdf",
    }


def test_a_corsican_prefecture_keeps_its_letter_and_an_impossible_date_is_left_out():
    a_deliberation(department=a_department("Corse-du-Sud", code="2A"))
    assert the_row()["PREF_ID"] == "PREF02A"

    Deliberation.objects.update(received_date=date(2001, 1, 1))
    assert (the_row()["PREF_ID"], the_row()["PREF_DATE"]) == ("", "")


def test_votes_are_given_whole():
    a_vote(deliberation=a_deliberation(), **WHOLE)

    assert [the_row()[name] for name in VOTES] == ["82", "76", "70", "2", "4"]


@pytest.mark.parametrize(
    "changed",
    [{"against": None}, {"present": None}, {"articles": "1 à 3"}, {"present": 10, "proxies": 0}],
    ids=["a count missing", "no attendance", "some articles", "more votes than members"],
)
def test_votes_that_are_not_whole_are_not_given(changed):
    a_vote(deliberation=a_deliberation(), **(WHOLE | changed))

    assert not set(VOTES) & set(the_row())


def test_no_row_without_the_siret_or_the_date():
    a_deliberation()
    a_deliberation(session_date=None)

    assert len(list(act_rows(Deliberation.objects.published(), GIVER, ""))) == 1
    assert list(act_rows(Deliberation.objects.published(), Giver("Nord", "", ""), "")) == []
