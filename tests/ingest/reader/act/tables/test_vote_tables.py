"""Votes printed in columns, with rules or without; they are no grants."""

import pytest

from ingest.reader.act.tables.vote_tables import read_vote_lines, read_vote_table, with_table_votes
from ingest.reader.act.votes import read_votes
from ingest.reader.records import DeliberationRecord, VoteRecord
from tests.ingest.reader.acts import steps
from tests.ingest.reader.hand_built import a_table, read

GROUPS = """
    Groupe                | Pour | Contre | Abstention(s)
    Socialistes           | 32   |        |
    Écologistes           | 11   |        |
    Union de la droite    |      |        | 18
    Rassemblement         |      | 14     |
    Total                 | 43   | 14     | 18
"""


def voices(vote: VoteRecord | None) -> tuple[int | None, int | None, int | None]:
    assert vote is not None
    return vote.votes_for, vote.against, vote.abstentions


def test_total_row_and_groups():
    vote = read_vote_table(a_table(GROUPS))
    assert voices(vote) == (43, 14, 18)
    assert vote is not None
    assert (vote.for_detail, vote.abstentions_detail) == (
        "Socialistes (32), Écologistes (11)",
        "Union de la droite (18)",
    )


def test_groups_that_do_not_add_up_are_not_told():
    vote = read_vote_table(a_table(GROUPS.replace("| 11 ", "| 10 ")))
    assert voices(vote) == (43, 14, 18)
    assert vote is not None
    assert vote.for_detail == ""


@pytest.mark.parametrize(
    "printed",
    [
        "Pour | 16\nContre | 0\nAbstention | 1",
        "Membres en exercice | Présents | Votants | Pour | Contre | Abstentions\n19 | 15 | 17 | 16 | 0 | 1",
    ],
)
def test_labels_in_a_column_or_over_one_row(printed):
    assert voices(read_vote_table(a_table(printed))) == (16, 0, 1)


def test_groups_in_brackets_beside_the_only_figures():
    vote = read_vote_table(a_table("Pour | Contre | Abstentions\n30 | 6 (groupe Val) | 2 (Mme BEL, M. ROY)"))
    assert voices(vote) == (30, 6, 2)
    assert vote is not None
    assert (vote.against_detail, vote.abstentions_detail) == ("groupe Val", "Mme BEL, M. ROY")


def test_table_of_votes_gives_no_line():
    assert read(a_table("Pour | 16\nContre | 0\nAbstention | 1", header_rows=0)).skipped == "résultats d’un vote"


def test_list_of_grants_is_no_vote():
    assert (
        read_vote_table(a_table("Bénéficiaire | Subvention\nPour un Monde Meilleur | 16 €\nJudo Club | 20 €")) is None
    )


def test_lines_of_a_table_without_rules():
    lines = ["Groupe Pour Contre Abstention", "Socialistes 32", "Rassemblement 14", "Total 43 14 18"]
    assert voices(read_vote_lines(lines)) == (43, 14, 18)
    assert read_vote_lines(["Pour la période", "Contre la montre", "12 13"]) is None
    [vote] = read_votes(steps("Vu le code,\nDECIDE :\n- d’accorder 500 € au Club Lure.\n" + "\n".join(lines)))
    assert voices(vote) == (43, 14, 18)


def test_counts_of_a_sentence_stay():
    said = DeliberationRecord(votes=(VoteRecord(result="adopté", votes_for=5),))
    assert with_table_votes(said, [a_table(GROUPS)]) is said
    unsaid = DeliberationRecord(votes=(VoteRecord(result="adopté"),))
    [vote] = with_table_votes(unsaid, [a_table(GROUPS)]).votes
    assert (vote.result, vote.votes_for) == ("adopté", 43)
