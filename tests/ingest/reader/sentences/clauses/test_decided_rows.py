"""Decisions set in the rows of a table."""

from dataclasses import replace

from ingest.reader.decisions import read_decisions
from ingest.reader.metadata import read_metadata
from ingest.reader.sentences.left_over.undecided_sums import told_in_cells
from tests.ingest.reader.acts import paragraphs
from tests.ingest.reader.hand_built import a_table
from tests.ingest.reader.hand_built import read as read_table


def test_rows_of_a_list_of_acts_that_state_grants_are_left_over():
    table = read_table(
        a_table(
            """
        N° | Objet | Vote
        2031-07 | Sport – Attribution d’une subvention de 900 € au Judo Club | Unanimité
        2031-08 | Voirie – Marché attribué à la société Durand pour 4 000 € | Unanimité
    """
        )
    )
    assert [left.text[:7] for left in told_in_cells([table])] == ["2031-07"]
    assert told_in_cells([replace(table, skipped="")]) == ()


def test_sums_beside_names_are_left_over_where_no_column_is_of_money():
    table = read_table(
        a_table(
            """
        Association | Modalités
        Judo Club de Bor | 900 € pour l’année 2031
        Moto-club de Lure | Demande de 700 €
        Les Amis du Bief | Versement unique
    """
        )
    )
    assert [left.text[:9] for left in told_in_cells([table])] == ["Judo Club"]


def test_rows_that_are_adopted_decide_what_they_state():
    table = a_table(
        """
        N° | Objet | Décision
        III-201 | Attribution d’une subvention de 3 000 € à l’association Musiques de Bor pour son festival | Adopté
        III-202 | Attribution d’une subvention de 900 € au Moto-club de Lure | Rejeté
        III-203 | Résiliation d’un marché, avec 700 € d’indemnité | Adopté à l’unanimité
        """
    )
    text = paragraphs("COMMISSION PERMANENTE DU 6 AVRIL 2031\nRELEVÉ DE DÉCISIONS")
    lines, _, _ = read_decisions(text, read_metadata(text), [table], ())
    assert [(line.operator, line.amount, line.source.row) for line in lines] == [
        ("association Musiques de Bor", 3000, 2)
    ]
    assert [left.text[:7] for left in told_in_cells([read_table(table)], lines)] == ["III-202"]


def test_rows_in_which_an_assembly_decides_in_a_sentence_grant():
    table = a_table(
        """
        N° | Objet | Décision
        B-11 | École de musique | Le Bureau attribue une subvention de 900 € à l’école de musique de Bor. Unanimité.
        B-12 | Marché | Le Bureau attribue le marché de fournitures à la société Burotec pour 700 € hors taxes.
        """
    )
    text = paragraphs("COMMUNAUTÉ DE COMMUNES DE BOR\nRELEVÉ DES DÉCISIONS DU BUREAU DU 5 MARS 2031")
    lines, _, _ = read_decisions(text, read_metadata(text), [table], ())
    assert [(line.operator, line.amount, line.source.row) for line in lines] == [("école de musique de Bor", 900, 2)]
