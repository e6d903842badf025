"""« cette association », « lui verser », a grant that names nobody: whom the act named before."""

from decimal import Decimal

import pytest

from ingest.reader.sentences.receivers.antecedents import NAMED_ABOVE, NAMED_IN_TITLE, named_alone, named_last
from tests.ingest.reader.acts import read_act, read_decided

ACT = """
CONSEIL MUNICIPAL DE LUSSANGES
Séance du 3 mars 2031
Objet : {title}
Vu le code général des collectivités territoriales,
Considérant que l’association Les Passeurs anime la vallée depuis 1998, que son budget est de 48 000 €,
Après en avoir délibéré,
DÉCIDE :
{decided}
"""


def read(decided: str, title: str = "Soutien à la culture"):
    lines, _, leftovers = read_act(ACT.format(title=title, decided=decided))
    return [(line.operator, line.amount, line.notes) for line in lines], leftovers


@pytest.mark.parametrize(
    "decided",
    [
        "- d’allouer à ladite association une contribution de 800 € ;",
        "- de fixer à 800 € le montant de la subvention accordée à cette association, soit 20 % du coût ;",
        "- de lui verser une aide exceptionnelle de 800 € pour ses vingt ans ;",
        "- d’attribuer à l’association une subvention de 800 € ;",
        "- d’attribuer une subvention à l’association Les Passeurs. Son montant est de 800 € ;",
    ],
)
def test_one_named_before_receives_with_a_note(decided):
    assert read(decided) == ([("association Les Passeurs", Decimal(800), (NAMED_ABOVE,))], ())


def test_amount_approved_after_the_one_who_is_supported_is_theirs():
    decided = "- de reconduire son soutien à la Ligue du Val pour 2031 et en approuve le montant, fixé à 800 € ;"
    assert read(decided) == ([("Ligue du Val", Decimal(800), (NAMED_ABOVE,))], ())


def test_sum_that_only_the_charge_states_goes_to_the_one_granted_to_without_a_sum():
    charged = "- La dépense correspondante, soit 800 €, sera imputée au chapitre 65, article 65748."
    decided = f"- Une aide est accordée à la Ligue du Val pour 2031.\n- d’autoriser le Maire à signer ;\n{charged}"
    assert read(decided)[0] == [("Ligue du Val", Decimal(800), (NAMED_ABOVE,))]
    assert read(f"- d’acquérir un terrain à Lure ;\n{charged}")[0] == []


def test_one_granted_last_comes_before_one_that_is_only_named():
    lines, _ = read(
        "- d’attribuer 500 € à Radio Lure ;\n- d’attribuer 300 € à la même association, pour son matériel ;"
    )
    assert [(name, amount) for name, amount, _ in lines] == [
        ("Radio Lure", Decimal(500)),
        ("Radio Lure", Decimal(300)),
    ]


def test_one_of_the_kind_spoken_of_comes_before_the_one_granted_last():
    lines, _ = read(
        "- d’attribuer 500 € à Radio Lure ;\n"
        "- rapporte l’aide de 900 € à la compagnie Le Fil ; attribue à cette compagnie une subvention de 300 € ;"
    )
    assert [(name, amount) for name, amount, _ in lines] == [("Radio Lure", 500), ("compagnie Le Fil", 300)]


def test_nobody_named_is_the_only_one_of_the_title():
    lines, leftovers = read("- d’attribuer une subvention de 800 € ;", "Subvention à l’association Le Bief Vert")
    assert (lines, leftovers) == ([("association Le Bief Vert", Decimal(800), (NAMED_IN_TITLE,))], ())


def test_nobody_named_where_the_title_names_nobody_is_left_over():
    lines, leftovers = read("- d’attribuer une subvention de 800 € ;")
    assert lines == []
    assert len(leftovers) == 1


def test_another_funder_is_neither_a_line_nor_a_leftover():
    lines, leftovers = read(
        "- d’attribuer 800 € à Radio Lure ;\n"
        "- dit que cette subvention, complémentaire de celle de la Région (850 €) et du FEDER (500 €), sera versée ;"
    )
    assert [amount for _, amount, _ in lines] == [800]
    assert leftovers == ()


def test_names_end_before_their_verb():
    assert named_last(["l’association Les Filets Bleus d’Armor organise la fête du port"]) == (
        "association Les Filets Bleus d’Armor"
    )
    assert named_last(["la Fédération des centres sociaux du Granvaux, créée en 1978, anime un réseau"]) == (
        "Fédération des centres sociaux du Granvaux"
    )
    assert named_last(["une association sportive organise des cours"]) == ""
    assert named_alone("Subventions à l’association Le Bief et au Club Hauts de Lure") == ""


def test_heading_between_decisions_names_who_receives_in_doubt_unless_it_is_a_theme():
    decided = (
        "I – Université de Lure\n- d’attribuer une subvention d’un montant de 900 € pour sa plateforme ;\n"
        "II – Clubs\n- d’attribuer une subvention d’un montant de 500 € pour le sport ;"
    )
    lines, _, leftovers = read_decided(decided)
    assert [(line.operator, line.amount, line.certainty) for line in lines] == [("Université de Lure", 900, 0.5)]
    assert "500" in leftovers[0].text


@pytest.mark.parametrize(("who", "receives"), [("Le Foyer du collège", ["Foyer du collège"]), ("Le Maire", [])])
def test_who_asks_just_before_is_whom_the_assembly_gives_to(who, receives):
    lines = read_act(
        "PROCÈS-VERBAL\nCONSEIL MUNICIPAL\nSéance du 3 mars 2031\nAides\n"
        f"{who} demande 400 € pour son voyage. Le conseil municipal lui accorde 200 €."
    )[0]
    assert [(line.operator, line.amount) for line in lines] == [(one, 200) for one in receives]


@pytest.mark.parametrize(
    "decided",
    [
        "- d’approuver la convention avec le Foyer du Val et les contributions annuelles qu’elle prévoit :\n"
        "- 2032 : 900 €\n- 2033 : 950 €",
        "- approuve la convention avec le Foyer du Val et fixe la subvention qui lui sera versée : 900 € en 2032 et "
        "950 € en 2033, soit 1 850 € au total.",
    ],
)
def test_years_of_an_agreement_are_lines_of_its_party_in_doubt(decided):
    lines = read_decided(decided)[0]
    assert [(line.operator, line.year, line.amount) for line in lines] == [
        ("Foyer du Val", 2032, 900),
        ("Foyer du Val", 2033, 950),
    ]
    assert all(line.notes for line in lines)


def test_whose_expenses_are_paid_stands_before_where_they_go():
    ((line,), _, _) = read_decided(
        "- de participer, pour 900 €, aux frais de déplacement de l’Orphéon de Lure au concours de Vesoul ;"
    )
    assert (line.operator, line.certainty) == ("Orphéon de Lure", 0.5)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Subvention exceptionnelle – Amicale des boulistes", "Amicale des boulistes"),
        ("31.46 – Tennis-Club Maurien : rénovation des courts", "Tennis-Club Maurien"),
    ],
)
def test_piece_of_a_title_that_is_an_organisation_is_meant_in_doubt(title, name):
    lines, _ = read("- octroie une subvention exceptionnelle de 600 € ;", title)
    assert lines == ([(name, 600, (NAMED_IN_TITLE,))] if name else [])


@pytest.mark.parametrize(
    ("said", "found"),
    [
        # the decision of a ministry: whom in one article, how much in the next
        (
            "Article 1 : Il est attribué à l’association Les Passerelles une subvention pour son action.\n"
            "Article 2 – Montant\nLe montant de la subvention est fixé à 900 €, soit 40 % du coût de 2 250 €.",
            [("association Les Passerelles", 900, True)],
        ),
        # after another grant, whose it is may be doubted
        (
            "Article 1 : Une aide de 80 € est accordée à la commune de Luz.\n"
            "Article 2 : Une subvention est accordée à la commune de Bor.\n"
            "Article 3 : Le montant de la subvention est de 900 €.",
            [("commune de Luz", 80, True), ("commune de Bor", 900, False)],
        ),
        (
            "Article 1 : Sont approuvés les termes de la convention entre la Mairie de Bor et Pic Formation, "
            "fixant une subvention de fonctionnement de 900 € et une subvention spécifique de 80 €.",
            [("Pic Formation", 900, False), ("Pic Formation", 80, False)],
        ),
        (
            "Article 1 : Une aide de fonctionnement de 900 € et une aide de projet de 80 € sont attribuées à la MJC.",
            [("MJC", 900, True), ("MJC", 80, True)],
        ),
    ],
)
def test_sums_that_stand_apart_from_who_receives_them(said, found):
    assert [(line.operator, line.amount, not line.notes) for line in read_decided(said)[0]] == found


def test_piece_of_the_title_is_meant_where_nothing_else_names_anybody():
    lines, _, _ = read_act(
        "CONSEIL MUNICIPAL DE LUSSANGES\nSéance du 3 mars 2031\nObjet : Comité de jumelage – Aide exceptionnelle\n"
        "DÉCIDE :\n- de lui verser 1 500 € ;"
    )
    assert [(line.operator, line.notes) for line in lines] == [("Comité de jumelage", (NAMED_ABOVE,))]
