"""Several sums or several names in one decision: which goes to whom."""

from decimal import Decimal

import pytest

from ingest.reader.records import Box, Paragraph, Source
from ingest.reader.sentences.granted.decision_sums import NO_BENEFICIARY, SHARED
from ingest.reader.sentences.names.printed_names import COMMON_NOTE, Beneficiary
from ingest.reader.sentences.names.supposed_names import SERVED_NOTE
from ingest.reader.sentences.receivers.placed_sums import Clause, GrantedSum
from ingest.reader.sentences.receivers.sum_receivers import ORDER_NOTE, THEIRS_NOTE, WAYS, receiver_of
from ingest.reader.values.amounts_in_text import find_amounts
from tests.ingest.reader.sentences.municipal_acts import lines_of, read


def test_names_before_respective_amounts_end_where_these_are_announced():
    decided = "- d’attribuer à la FCPE et à la PEEP des subventions respectives de 1 500 € et 900 € ;"
    assert [line[:2] for line in lines_of(decided)] == [("FCPE", 1500), ("PEEP", 900)]


@pytest.mark.parametrize(
    ("decided", "found"),
    [
        (
            "- attribue 500 € au Comité des fêtes de Bor pour le comice, 300 € à l’association Perche Nature pour la "
            "fête et 900 € au Festival des Forêts.",
            [("Comité des fêtes de Bor", 500), ("association Perche Nature", 300), ("Festival des Forêts", 900)],
        ),
        (
            "- soutient les projets suivants : le Cinéma Le Bief, à hauteur de 20 % d’une dépense de 46 300 €, soit "
            "9 260 € ; la commune de Bor pour la halle (30 000 €, soit 10 % du coût) ; la SCIC Terres, 7 500 €.",
            [("Cinéma Le Bief", 9260), ("commune de Bor", 30000), ("SCIC Terres", 7500)],
        ),
        (
            "- accorde au docteur Lucie Martel, médecin à Bor, une aide à l’installation de 10 000 € ;",
            [("docteur Lucie Martel", 10000)],
        ),
        ("Le conseil vote 300 € au Comité des fêtes et 80 € à l’ADMR.", [("Comité des fêtes", 300), ("ADMR", 80)]),
        ("- attribue à l’A.D.M.R. de la Vesle une aide de 380 € ;", [("A.D.M.R. de la Vesle", 380)]),
        ("1/ d’allouer les aides du tableau ;\n2/ d’allouer à l’Opéra du Val 900 € ;", [("Opéra du Val", 900)]),
        ("- fixe l’aide à 12 € par licencié (6 € pour les jeunes) et attribue 90 € au Judo ;", [("Judo", 90)]),
        (
            "- attribue 800 € au délégataire, la SARL Ciné-Parc, pour ses séances ;",
            [("SARL Ciné-Parc", 800)],
        ),
        (
            "- accorde 11 € par élève, soit : école Brun 2 783 €, école Jean-Moulin 2 266 €, ainsi répartis au vu des "
            "effectifs.",
            [("école Brun", 2783), ("école Jean-Moulin", 2266)],
        ),
        (
            "- participe à hauteur de 1 250 € au voyage du collège Voltaire, versés au foyer du collège Voltaire.",
            [("foyer du collège Voltaire", 1250)],
        ),
    ],
)
def test_each_sum_goes_to_the_name_that_stands_with_it(decided, found):
    assert [(operator, amount) for operator, amount, _, _ in lines_of(decided)] == found


def test_two_beneficiaries_in_one_sentence():
    found = lines_of("- d’accorder une aide de 54 000 € à l’Institut Lumen et de 15 000 € au Réseau Cimes ;")
    assert [(operator, amount) for operator, amount, _, _ in found] == [
        ("Institut Lumen", 54000),
        ("Réseau Cimes", 15000),
    ]


@pytest.mark.parametrize(
    "decision",
    [
        """
        - d’attribuer une subvention de 500 € à chacune des associations suivantes :
        - Judo Club du Val
        - Amicale laïque
        """,
        "- d’attribuer une aide de 500 € à chacune des associations suivantes : Judo Club du Val, Amicale laïque.",
        "- d’attribuer aux associations Judo Club du Val et Amicale laïque une subvention de 500 € chacune ;",
        "- d’attribuer une subvention de 500 € chacune aux associations Judo Club du Val et Amicale laïque ;",
        "- d’attribuer 500 € par association à : Judo Club du Val, Amicale laïque ;",
    ],
)
def test_one_amount_for_each_of_several_names(decision):
    assert lines_of(decision) == [
        ("Judo Club du Val", Decimal(500), 2031, ""),
        ("Amicale laïque", Decimal(500), 2031, ""),
    ]


def test_figures_of_a_name_are_no_amount_of_each():
    found = lines_of("- d’attribuer 500 € chacune aux associations Ciné-rural 32, Amicale laïque et Chorale de Vy ;")
    assert [operator for operator, _, _, _ in found] == ["Ciné-rural 32", "Amicale laïque", "Chorale de Vy"]


def test_several_who_are_helped_up_to_a_sum_each():
    found = lines_of("- de soutenir l’Institut Lumen à hauteur de 900 € et le Réseau Cimes à hauteur de 500 € ;")
    assert [(operator, amount) for operator, amount, _, _ in found] == [("Institut Lumen", 900), ("Réseau Cimes", 500)]


def test_amounts_and_names_in_the_same_order():
    assert lines_of("- d’attribuer respectivement 500 € et 700 € au Judo Club du Val et à la Chorale ;") == [
        ("Judo Club du Val", Decimal(500), 2031, ""),
        ("Chorale", Decimal(700), 2031, ""),
    ]


def test_entry_after_a_semicolon_may_be_in_small_letters_and_is_in_doubt():
    ((named, low), _, _) = read("approuve les attributions suivantes : ADAR, 70 € ; donneurs de sang, 100 €.")
    assert [(line.operator, line.amount, line.notes) for line in (named, low)] == [
        ("ADAR", 70, ()),
        ("donneurs de sang", 100, (COMMON_NOTE,)),
    ]


def test_what_is_theirs_is_no_name_and_a_school_may_be_served():
    ((line,), _, _) = read(
        "- accorde aux établissements ci-dessous une dotation, à savoir :\n"
        "- 3 100 € pour le collège Brun, afin de faire face à ses dépenses de chauffage ;"
    )
    assert (line.operator, line.notes) == ("collège Brun", (SERVED_NOTE,))


def test_entry_after_au_profit_opens_with_de():
    ((line,), _, _) = read(
        "1° – Approuve l’attribution de subventions au profit :\n- de la commune de Bor pour un montant de 900 €,"
    )
    assert (line.operator, line.amount) == ("commune de Bor", 900)


def test_place_and_time_in_brackets_are_no_part_of_a_name():
    decided = "- attribue les bourses suivantes :\nM. LEFORT Hugo (Dublin, 3 mois) : 600 €"
    assert [line[:2] for line in lines_of(decided)] == [("M. LEFORT Hugo", 600)]


def test_school_in_a_list_of_cooperatives_is_in_doubt():
    ((line,), _, _) = read("- d’attribuer les dotations suivantes aux coopératives scolaires :\n- école Brun : 1 230 €")
    assert (line.operator, line.notes) == ("école Brun", (THEIRS_NOTE,))


def test_each_of_the_names_may_have_its_article():
    decided = (
        "- d’attribuer 500 € à chacun des organismes suivants : l’association Le Bief, le Judo Club et la Chorale,"
    )
    assert [line[:2] for line in lines_of(decided)] == [
        ("association Le Bief", 500),
        ("Judo Club", 500),
        ("Chorale", 500),
    ]


def test_sums_said_to_be_respective_may_each_name_whose_they_are():
    decided = "- d’attribuer deux aides d’un montant respectif de 500 € au Judo Club du Val et de 700 € à la Chorale ;"
    assert [line[:2] for line in lines_of(decided)] == [("Judo Club du Val", 500), ("Chorale", 700)]


def test_one_amount_for_each_is_left_to_staff_where_one_of_the_names_is_none():
    lines, _, leftovers = read(
        "- d’attribuer une subvention de 500 € à chacune des écoles suivantes : École Ferry, divers ;"
    )
    assert (lines, [left.reason for left in leftovers]) == ((), [SHARED])


def test_one_amount_for_each_of_names_that_are_not_told_is_left_to_staff():
    lines, _, leftovers = read("- d’attribuer une subvention de 500 € à chacune des écoles ;")
    assert (lines, [left.reason for left in leftovers]) == ((), [SHARED])


def test_each_sum_of_one_beneficiary_has_its_purpose():
    assert lines_of("- d’allouer à l’amicale Le Bief 1 500 € pour ses cours et 700 € pour l’achat d’un bateau ;") == [
        ("amicale Le Bief", Decimal(1500), 2031, "ses cours"),
        ("amicale Le Bief", Decimal(700), 2031, "l’achat d’un bateau"),
    ]


def test_names_in_capitals_end_before_the_next_sum():
    decision = "- D’ATTRIBUER UNE SUBVENTION DE 2 500 EUROS AU COMITE DES FETES ET DE 800 EUROS A LA CHORALE ;"
    assert [line[0] for line in lines_of(decision)] == ["COMITE DES FETES", "CHORALE"]


@pytest.mark.parametrize(
    ("told", "named"),
    [
        (
            "- d’attribuer à l’Association Accueil une subvention de 7 500 €, à l’Harmonie une subvention de 2 000 €"
            " et au Club alpin une subvention de 1 000 €, soit un total de 10 500 € ;",
            [("Association Accueil", 7500), ("Harmonie", 2000), ("Club alpin", 1000)],
        ),
        ("- d’attribuer : à la Chorale : 450 € ; au Judo : 300 € ;", [("Chorale", 450), ("Judo", 300)]),
        (
            "- d’attribuer au CCAS de Sore une subvention de 12 000 €, une subvention exceptionnelle de 3 000 € ;",
            [("CCAS de Sore", 12000), ("CCAS de Sore", 3000)],
        ),
        (
            "- d’octroyer une bourse de 500 € à M. Théo MOREAU, étudiant, et de 300 € à Mme Lise BERNARD ;",
            [("M. Théo MOREAU", 500), ("Mme Lise BERNARD", 300)],
        ),
    ],
)
def test_each_sum_of_a_sentence_goes_to_its_own_beneficiary(told, named):
    assert [(name, int(amount)) for name, amount, _, _ in lines_of(told)] == named


def test_names_on_both_ends_of_several_sums_are_in_doubt():
    lines, _, _ = read("- d’attribuer à la Chorale 450 €, 300 € au Judo Club ;")
    assert [line.notes for line in lines] == [(ORDER_NOTE,)] * 2
    assert all(line.certainty <= 0.5 for line in lines)


def test_one_sum_for_several_names_is_no_line():
    lines, totals, leftovers = read("- d’attribuer 500 € aux associations Judo Club et Chorale A Tempo ;")
    assert not lines
    assert len(totals) + len(leftovers) == 1


def test_one_sum_without_a_name_beside_one_that_is_granted_is_left_over():
    lines, _, leftovers = read("- de verser 400 euros et 150 euros aux Restos du Cœur ;")
    assert [(line.operator, line.amount) for line in lines] == [("Restos du Cœur", Decimal(150))]
    assert [one.reason for one in leftovers] == [NO_BENEFICIARY]


def test_each_of_an_enumeration_told_by_its_kind():
    lines, _, _ = read(
        "- d’accorder à chacune des coopératives des écoles Ferry, Prévert et Pagnol une somme de 100 € ;"
    )
    assert [(line.operator, line.amount, line.certainty < 0.9) for line in lines] == [
        ("Ferry", Decimal(100), True),
        ("Prévert", Decimal(100), True),
        ("Pagnol", Decimal(100), True),
    ]


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        (
            "- accorde au Cercle d’escrime une aide de 1 350 € pour le déplacement aux championnats de France ;",
            [("Cercle d’escrime", 1350)],
        ),
        (
            "- de fixer la participation à 21 000 € pour L’Espace des Arts et à 3 500 € pour le Théâtre de Lure ;",
            [("Espace des Arts", 21000), ("Théâtre de Lure", 3500)],
        ),
        ("- ACCEPTE qu’une subvention de 2 400 € soit versée au Comité de jumelage ;", [("Comité de jumelage", 2400)]),
        ("- attribue à Maine Logis 17 500 €, soit 3 × 2 500 € et 2 × 5 000 € ;", [("Maine Logis", 17500)]),
        (
            "- consent à la Pêche de Lure un don de 75 euros ;\n- approuve la cession à la SCI Lure au prix de 620 € ;",
            [("Pêche de Lure", 75)],
        ),
        (
            "- d’attribuer 500 € à Radio Lure et d’approuver l’indemnité de 1 250 € due à M. PONS pour le terrain ;",
            [("Radio Lure", 500)],
        ),
        ("Il décide également d’attribuer le marché à la société Régal’Repas pour un montant de 118 540 € HT.", []),
        (
            "Article unique : approuve l’attribution des aides suivantes, pour un montant total de 4 150 € : 2 500 € à"
            " l’association Campus en fête, 1 650 € à l’association Robotique.",
            [("association Campus en fête", 2500), ("association Robotique", 1650)],
        ),
    ],
)
def test_sums_as_other_councils_state_them(decided, expected):
    assert [(name, int(amount)) for name, amount, *_ in lines_of(decided)] == expected


def test_several_grants_of_respective_amounts_to_one():
    told = "Deux subventions d’un montant respectif de 6 000 euros et 8 000 euros sont attribuées à La Soupe (n° 881)."
    assert [(name, int(amount)) for name, amount, *_ in lines_of(told)] == [("Soupe", 6000), ("Soupe", 8000)]


def test_respective_amounts_without_any_name_are_left_over():
    lines, _, leftovers = read("- d’attribuer respectivement 6 000 euros et 8 000 euros ;")
    assert lines == ()
    assert [one.reason for one in leftovers] == [SHARED]


LIST = "- attribue les subventions suivantes :"
OF_ONE = "- attribue à la MJC du Val les subventions suivantes :"
EXAMPLES = {
    "over_label": (OF_ONE, "Fonctionnement : 900 €", "MJC du Val"),
    "entry_before": (LIST, "– Judo Club : 900 €", "Judo Club"),
    "entry_after": (LIST, "– 900 € – Judo Club", "Judo Club"),
    "under_theme": (LIST, "Sport : Basket 900 € ; Judo Club 300 €", "Basket"),
    "described_entry": (LIST, "Luz : achat d’un car pour les écoles. Subvention : 900 €", "Luz"),
    "in_brackets": ("", "la Fête du bois (Foyer rural : 900 €)", "Foyer rural"),
    "entry_inside": ("", "- vote les subventions suivantes : Judo Club 900 €", "Judo Club"),
    "in_run": ("", "- attribue 900 € à la danse, 50 € au judo et 80 € aux cyclos", "danse"),
    "of_that": ("", "et à 900 € celui du Judo Club", "Judo Club"),
    "of_another_year": ("", "- attribue 900 € en 2031, 700 € en 2032 au Judo Club", "Judo Club"),
    "in_sentence": ("", "- attribue une aide de 900 € au Judo Club", "Judo Club"),
    "announced": (OF_ONE, "900 € pour le festival", "MJC du Val"),
    "meant": ("", "La subvention qui lui est attribuée est de 900 €", "Amicale laïque"),
    "endowed": (LIST, "le Conseil de quartier Gare de 900 €", "Conseil de quartier Gare"),
}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_each_way_to_name_who_receives_has_its_example(way):
    opening, text, name = EXAMPLES[way.__name__]
    found, *_ = find_amounts(text)
    paragraph = Paragraph(text, Source(1, 0, 0, Box(0, 0, 1, 1)))
    clause = Clause(paragraph, text, opening, listed="suivantes" in opening + text)
    lui = Beneficiary("Amicale laïque") if "lui" in text else None
    one = GrantedSum(clause, found, 0, len(text), "amounts first", found.start, found.start, lui)
    assert next(one_way for one_way in WAYS if one_way(one)) is way
    assert receiver_of(one).name == name


def test_what_an_entry_describes_is_no_part_of_its_name():
    listed = (
        f"{LIST}\n- Luz : achat d’un véhicule pour les services, 900 €\n- Judo Club : tournoi de printemps, 500 € ;"
    )
    assert [line[:2] for line in lines_of(listed)] == [("Luz", 900), ("Judo Club", 500)]


@pytest.mark.parametrize("whom", ["à chacune des associations suivantes", "aux associations suivantes"])
def test_sum_of_a_list_ends_where_the_next_list_is_announced(whom):
    decided = f"""
        Le conseil municipal décide d’attribuer :
        Une subvention de 500 € à chacune des associations suivantes :
        - Judo Club du Val
        - Amicale laïque
        Une subvention de 300 € {whom} :
        - Comité des fêtes de Bor
        - Les Amis du Lavoir
    """
    given = [line[:2] for line in lines_of(decided) if line[1] == 500]
    assert given == [("Judo Club du Val", 500), ("Amicale laïque", 500)]


@pytest.mark.parametrize(
    "decided",
    [
        "- attribue à la Régie du Val une aide de 900 € au titre de 2031, 800 € au titre de 2032 et 700 € pour 2033 ;",
        "- attribue à la Régie du Val une aide de 900 € en 2031, de 800 € en 2032 et de 700 € en 2033, si besoin ;",
        "- attribue une aide de 900 € en 2031, 800 € en 2032 et 700 € en 2033 à la Régie du Val ;",
    ],
)
def test_sums_of_several_years_go_to_the_same(decided):
    lines, _, leftovers = read(decided)
    assert [(line.operator, int(line.amount), line.year) for line in lines] == [
        ("Régie du Val", 900, 2031),
        ("Régie du Val", 800, 2032),
        ("Régie du Val", 700, 2033),
    ]
    assert leftovers == ()


def test_sums_of_several_years_are_as_sure_of_who_receives_as_the_first():
    told = "- approuve la convention avec la Régie du Val et lui attribue 900 € en 2031 et 800 € en 2032 ;"
    lines, _, _ = read(told)
    assert [(line.year, line.certainty < 0.9) for line in lines] == [(2031, True), (2032, True)]


@pytest.mark.parametrize(
    ("decided", "name"),
    [
        ("- fixe la participation de la commune pour l’OGEC Sainte-Anne à 900 € ;", "OGEC Sainte-Anne"),
        ("- fixe le forfait communal pour l’école Sainte-Anne à 900 €, soit 2 élèves à 450 € ;", "école Sainte-Anne"),
    ],
)
def test_participation_for_a_school_is_a_grant_in_doubt(decided, name):
    [line], _, leftovers = read(decided)
    assert (line.operator, line.amount, line.certainty < 0.9) == (name, 900, True)
    assert leftovers == ()


def test_so_much_each_to_companies_that_are_named():
    decided = "- attribue une aide de 900 € chacune aux compagnies A Demi-Mot, Théâtre du Fil et Les Marcheurs ;"
    assert [(name, int(amount)) for name, amount, *_ in lines_of(decided)] == [
        ("A Demi-Mot", 900),
        ("Théâtre du Fil", 900),
        ("Les Marcheurs", 900),
    ]


def test_parts_of_other_funders_are_granted_to_nobody():
    decided = "- dit que la part de l’État (4 800 €) et celle de la CAF (900 €) seront versées aux porteurs ;"
    [line] = lines_of(f"- attribue 100 € à la Ruche ;\n{decided}")
    assert line[:2] == ("Ruche", 100)


def test_entries_that_come_to_the_first_of_their_list_are_no_parts_of_it():
    listed = f"{LIST}\n- Judo Club : 500 € ;\n- Théâtre du Fil : 300 € ;\n- Chorale du Bois : 200 €"
    assert [line[:2] for line in lines_of(listed)] == [
        ("Judo Club", 500),
        ("Théâtre du Fil", 300),
        ("Chorale du Bois", 200),
    ]


def test_same_sum_for_several_that_are_named():
    decided = "- d’attribuer une aide identique de 900 € aux associations Les Amis du Bois et La Source ;"
    lines, _, _ = read(decided)
    assert [(line.operator, line.amount) for line in lines] == [("Les Amis du Bois", 900), ("La Source", 900)]


def test_action_in_quotes_behind_the_name_of_an_entry():
    listed = f"{LIST}\n- La Ruche – « Jardin partagé » : 900 €\n- Secours du Val – équipe de Bor : 300 €"
    lines, _, _ = read(listed)
    assert [(line.operator, line.action) for line in lines] == [
        ("La Ruche", "Jardin partagé"),
        ("Secours du Val – équipe de Bor", ""),
    ]


def test_name_behind_a_sum_whose_preposition_a_scan_lost_leaves_a_doubt():
    lines, _, _ = read("- attribue une aide de 900 € à la Ruche et de 300 € l'Amicale du Doubs ;")
    assert [(line.amount, line.certainty < 0.9) for line in lines] == [(900, False), (300, True)]


def test_seat_of_whoever_receives_makes_no_part_of_the_next_sum():
    told = "- d’attribuer 900 € à la Ruche, dont le siège est à Bor, et 300 € au Moulin, dont le siège est à Vaux ;"
    assert [line[:2] for line in lines_of(told)] == [("Ruche", 900), ("Moulin", 300)]


@pytest.mark.parametrize("each", ["à la Ruche et au Moulin 900 € chacun", "900 € chacun à la Ruche et au Moulin"])
def test_so_much_each_to_names_that_are_joined(each):
    assert [line[:2] for line in lines_of(f"- d’attribuer {each} ;")] == [("Ruche", 900), ("Moulin", 900)]


def test_so_much_each_beside_another_sum_is_left_over():
    lines, _, leftovers = read("- d’attribuer à la Ruche 900 €, au Moulin et à l’Atelier 300 € chacun ;")
    assert (lines, [one.reason for one in leftovers]) == ((), [SHARED])


def test_sum_for_somebody_who_is_not_named_leaves_a_doubt_on_the_name_before():
    lines, _, _ = read("- d’attribuer 900 € à l’association de l’école Ferry et 300 € à celle du collège ;")
    assert [(line.amount, line.certainty < 0.9) for line in lines] == [(900, False), (300, True)]


@pytest.mark.parametrize(
    ("told", "doubted"),
    [
        ("800 € à la Ruche et à M. Tom Rey, et de 900 € au Moulin", [True, False]),
        ("800 € à la Ruche pour son gala et à la Chorale", [True]),
        ("au Moulin 900 €, à la Ruche et à la Chorale 800 €", [False, True]),
        # each of these has a sum of its own, or is what the money is for
        ("800 € à la Ruche et à la Chorale 900 €", [False, False]),
        ("800 € à la Ruche et à la Chorale une aide de 900 €", [False, False]),
        ("800 € à la Ruche pour ses séances au collège Ferry et au lycée Zola", [False]),
        ("800 € à la Ruche pour ses actions en France et au Bénin", [False]),
    ],
)
def test_sum_for_two_names_leaves_a_doubt_beside_other_sums_too(told, doubted):
    lines, _, _ = read(f"- d’attribuer {told} ;")
    assert [line.certainty < 0.9 for line in lines] == doubted


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("à l’école une subvention de 900 € et à la Chorale une subvention de 300 €", [("Chorale", 300)]),
        ("aux écoles 900 €, à la Chorale 300 € et au Judo Club 200 €", [("Chorale", 300), ("Judo Club", 200)]),
        # a place of an account before, the name behind
        (", au titre de 2031, 900 € au Judo Club et à la Chorale 300 €", [("Judo Club", 900), ("Chorale", 300)]),
        (", au vu des demandes, 900 € au Judo Club et 300 € à la Chorale", [("Judo Club", 900), ("Chorale", 300)]),
    ],
)
def test_sum_of_somebody_without_a_name_is_not_of_the_next_one(told, found):
    assert [line[:2] for line in lines_of(f"- d’attribuer {told} ;")] == found


@pytest.mark.parametrize("told", ["900 € à la Ruche et le double au Moulin", "à la Ruche 900 € et au Moulin autant"])
def test_sum_told_by_another_is_left_over(told):
    lines, _, leftovers = read(f"- d’attribuer {told} ;")
    assert (lines, [one.reason for one in leftovers]) == ((), [SHARED])


def test_second_sum_after_the_year_of_the_first_goes_to_the_same():
    told = "une subvention de 900 € au titre de l’exercice 2031, ainsi qu’une subvention d’équipement de 300 €"
    assert [line[:2] for line in lines_of(f"- accorde à la Ruche {told} ;")] == [("Ruche", 900), ("Ruche", 300)]


def test_first_aid_is_no_part_of_a_name():
    assert [line[:2] for line in lines_of("- d’octroyer à l’association La Ruche une première aide de 900 € ;")] == [
        ("association La Ruche", 900)
    ]
