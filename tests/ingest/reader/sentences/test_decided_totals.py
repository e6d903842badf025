"""Sums that a decision states of its own lines, of an annex or of a list."""

from dataclasses import replace
from decimal import Decimal

import pytest

from ingest.reader.sentences.clauses.granted_sums import granted_amount
from ingest.reader.sentences.granted.decision_sums import NO_BENEFICIARY, UNDONE, UNKNOWN_VERB
from tests.ingest.reader.acts import read_act
from tests.ingest.reader.sentences.municipal_acts import a_line, lines_of, read


def test_sum_opened_for_nobody_is_the_total_of_those_who_share_it():
    opened = "– d’ouvrir une enveloppe exceptionnelle de 900 € en faveur de l’aide alimentaire ;"
    shared = "– 500 € à l’association La Ruche ;\n– 400 € à l’association L’Étal."
    lines, totals, left = read(f"{opened}\n– de la répartir ainsi :\n{shared}")
    assert [(line.operator, line.amount) for line in lines] == [
        ("association La Ruche", 500),
        ("association L’Étal", 400),
    ]
    assert ([total.amount for total in totals], left) == ([900], ())


def test_total_of_the_articles_before_adds_up_their_lines():
    decided = """
        Article 1 – D’attribuer 500 € au Judo Club.
        Article 2 – D’attribuer 300 € au Club Lure.
        Article 3 – Les sommes des articles 1 et 2, soit un total de 800 €, seront versées par la caisse, à réception de la présente décision.
    """  # noqa: E501
    lines, totals, _ = read(decided)
    assert [line.operator for line in lines] == ["Judo Club", "Club Lure"]
    assert [(total.amount, total.lines) for total in totals] == [(800, (1, 2))]


def test_net_of_lines_given_and_lines_taken_back_is_a_total():
    table = (a_line("La Fabrique", "615.40"), a_line("La Fabrique", "-145.27"))
    lines, totals, _ = read("- d’attribuer à l’Association Nouveau Départ un montant total de 470,13 € ;", table)
    assert lines == ()
    assert [total.amount for total in totals] == [Decimal("470.13")]


def test_totals_of_an_annex_by_year_with_their_precision():
    totals = read("- d’attribuer aux structures de l’annexe 1 un montant de 7 M€ pour 2031 et 21 M€ pour 2032 ;")[1]
    assert [(total.amount, total.year, total.precision, total.where) for total in totals] == [
        (7_000_000, 2031, 1_000_000, "decision"),
        (21_000_000, 2032, 1_000_000, "decision"),
    ]


def test_whole_and_its_parts_in_one_sentence_count_once():
    text = (
        "Une somme de 19 250,00 € est répartie entre les associations des annexes 1 et 2, soit 7 400,00 € pour la"
        " culture et 11 850,00 € pour le sport."
    )
    assert granted_amount(text) == Decimal("19250.00")


def test_named_parts_are_lines_and_their_whole_is_a_total():
    lines, totals, _ = read(
        "- d’attribuer une somme de 1 500 €, soit 1 000 € au Judo Club et 500 € à la Chorale du Val ;"
    )
    assert [(line.operator, line.amount) for line in lines] == [
        ("Judo Club", Decimal(1000)),
        ("Chorale du Val", Decimal(500)),
    ]
    assert [(total.amount, total.lines) for total in totals] == [(Decimal(1500), (1, 2))]


def test_envelope_that_is_fixed_is_a_total():
    lines, totals, _ = read("- FIXE à 12 500 € l’enveloppe des subventions aux associations.")
    assert (lines, [(one.amount, one.scope) for one in totals]) == (
        (),
        [(Decimal(12500), "FIXE à 12 500 € l’enveloppe des subventions aux associations")],
    )


@pytest.mark.parametrize("where", ["figurant en annexe I", "mentionnés au tableau joint", "listés dans l’état annexé"])
def test_beneficiaries_printed_elsewhere_name_nobody(where):
    lines, totals, _ = read(f"- d’accorder les aides aux clubs {where}, pour un montant total de 40 750,50 €.")
    assert (lines, [one.amount for one in totals]) == ((), [Decimal("40750.50")])


def test_total_on_the_line_of_the_last_entry():
    lines, totals, _ = read("""
        - d’attribuer :
        - 1 000 € au Comité des fêtes ;
        - 300 € à l’Amicale de Vaux soit un total de 1 300 €.
    """)
    assert [(line.operator, line.amount) for line in lines] == [
        ("Comité des fêtes", Decimal(1000)),
        ("Amicale de Vaux", Decimal(300)),
    ]
    assert [(total.amount, total.lines) for total in totals] == [(Decimal(1300), (1, 2))]


def test_each_total_between_lists_adds_up_the_entries_after_the_one_before():
    lines, totals, _ = read("""
        Article 1 – D’attribuer les subventions suivantes :
        - Comité des fêtes : 500 €
        - Foyer rural : 350 €
        Soit un sous-total de 850 €.
        - Judo Club : 400 €
        - Chorale : 90 €
        Soit un sous-total de 490 €.
    """)
    assert len(lines) == 4
    assert [(total.amount, total.lines) for total in totals] == [(Decimal(850), (1, 2)), (Decimal(490), (3, 4))]


@pytest.mark.parametrize(("said", "year"), [("sur deux ans", None), ("pour les trois exercices", None), ("", 2031)])
def test_sum_said_to_be_of_several_years_is_of_no_single_one(said, year):
    given = (a_line("Le Bief", "4000"), replace(a_line("Le Bief", "5000"), year=2032))
    decided = f"- d’attribuer les subventions détaillées en annexe, soit 9 000 € {said}."
    _, totals, _ = read(decided, given)
    assert [(total.amount, total.year) for total in totals] == [(Decimal(9000), year)]


def test_scope_says_article_and_what_the_sum_is_of():
    [total] = read("Article 3 : De valider le financement des 4 actions de l’axe 2, pour un montant total de 900 €.")[1]
    assert total.scope == (
        "Article 3 : De valider le financement des 4 actions de l’axe 2, pour un montant total de 900 €"
    )


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("d’attribuer 7 M€ pour 2031 et 21 M€ pour 2032 ;", 28_000_000),
        ("d’accorder un montant total de 900 €, dont 300 € au titre de 2032 ;", 900),
        ("d’attribuer 500 € au club A et 300 € au club B ;", 800),
        ("d’attribuer une subvention de 500 €, soit 50 % de la dépense, au club A ;", 500),
        ("d’attribuer 500 € au club A, d’autoriser le Maire à signer la convention de 700 € ;", 500),
        ("d’attribuer les aides suivantes : - 500 € au club A ; - 300 € au club B", 800),
        ("d’autoriser le Président à signer la convention de 500 € ;", None),
        ("d’approuver l’avenant pour un montant de 500 € ;", None),
        ("les dépenses sont imputées pour 500 € au chapitre 65 ;", None),
        ("d’attribuer les subventions de l’annexe 1 ;", None),
    ],
)
def test_amount_of_a_decision(text, amount):
    assert granted_amount(text) == (None if amount is None else Decimal(amount))


def test_actions_of_one_grant_are_its_parts_and_beneficiaries_are_not():
    actions = "- d’accorder à la Ligue de voile 42 000 € pour les actions suivantes :\n"
    actions += "- Pratique : 30 000 €\n- Emploi : 12 000 €"
    assert [(line.operator, line.amount) for line in read(actions)[0]] == [("Ligue de voile", Decimal(42000))]
    clubs = actions.replace("les actions suivantes", "les clubs suivants")
    assert len(read(clubs)[0]) == 3


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        (
            "- de verser à SNCF Réseau une aide maximum de 3,25 M€ (trois millions deux cent cinquante mille euros),"
            " selon l’échéancier suivant : 1 M€ en 2031, 1,25 M€ en 2032, 1 M€ en 2033 ;",
            [("SNCF Réseau", 3250000)],
        ),
        ("- accorde à Radio Lure 1,2 million d’euros ;", [("Radio Lure", 1200000)]),
        (
            "- accorde à la SCOP Les Mains 15 000 € ; cette somme intègre une part FSE+ de 6 000 € ;",
            [("SCOP Les Mains", 15000)],
        ),
        (
            "- alloue à l’Union départementale une subvention de 62 000 € se décomposant ainsi :\n"
            "- fonctionnement général : 40 000 €,\n- jeunes sapeurs-pompiers : 22 000 €.",
            [("Union départementale", 62000)],
        ),
        (
            "- d’attribuer les primes suivantes :\nM. et Mme BARTHE, 12 rue Haute : travaux 8 450 €, prime 2 112,50 €\n"
            "SCI Les Arcades, 3 place du Marché : travaux 17 600 € HT, prime plafonnée 3 000 €",
            [("M. et Mme BARTHE", 2112), ("SCI Les Arcades", 3000)],
        ),
        ("La commune versera en 2031 une subvention de 300 € au Club Lure.", [("Club Lure", 300)]),
        ("Article un : d’attribuer 300 € au Club Lure.\nArticle deux : de signer.", [("Club Lure", 300)]),
        (
            "- approuve comme suit la répartition :\n— Club Lure ...... 300 €\n— Reliquat non affecté ...... 50 €",
            [("Club Lure", 300)],
        ),
        ("- d’attribuer 300 € à l’association ÉCLAT pour le Festival de Lure ;", [("association ÉCLAT", 300)]),
    ],
)
def test_wholes_and_parts_as_other_councils_print_them(decided, expected):
    assert [(name, int(amount)) for name, amount, *_ in lines_of(decided)] == expected


def test_what_a_summary_over_the_visas_adds_up_is_a_total():
    head = "CONSEIL RÉGIONAL\nSéance du 3 mars 2031\nSynthèse : il est proposé d’accorder 900 € d’aides.\nVu le code,"
    decided = "Après en avoir délibéré, décide :\n- d’attribuer 500 € à la MJC ;\n- d’attribuer 400 € à Radio Lure ;"
    _, totals, left = read_act(f"{head}\n{decided}")
    assert ([total.amount for total in totals], left) == ([900], ())


def test_total_reached_with_sums_of_several_years_is_of_all_of_them():
    decided = """
        - d’attribuer 500 € à la MJC du Lac ;
        - d’attribuer au CROUS une aide de 400 €, répartie comme suit : 300 € en 2031 et 100 € en 2032 ;
        - d’imputer les dépenses correspondantes, soit 900 €, au budget principal.
    """
    lines, (total,), _ = read(decided)
    assert [line.amount for line in lines] == [500, 300, 100]
    assert (total.amount, total.year, total.lines) == (900, None, (1, 2))


def test_sum_of_two_grants_said_after_them_is_their_total():
    lines, totals, left = read("- d’accorder 500 € à la MJC du Lac et 400 € à Radio Lure, soit 900 € ;")
    assert [line.amount for line in lines] == [500, 400]
    assert ([(total.amount, total.lines) for total in totals], left) == ([(900, (1, 2))], ())


@pytest.mark.parametrize("line", ["• TOTAL .......... 1 050,00 €", "TOTAL GÉNÉRAL ….. 1 050 €", "• Total ... 1 050 €"])
def test_total_behind_a_leader_adds_up_its_list(line):
    listed = "- d’attribuer les subventions ci-après :\n• Judo Club : 600 €\n• Tennis Club : 450 €"
    _, [total], leftovers = read(f"{listed}\n{line}")
    assert (total.amount, total.lines, leftovers) == (1050, (1, 2), ())


def in_tables(*amounts: tuple[str, str, str]):
    """Lines of tables: beneficiary, amount, programme."""
    lines = (a_line(operator, amount, programme=programme) for operator, amount, programme in amounts)
    return tuple(replace(line, line=number) for number, line in enumerate(lines, 1))


def test_charge_on_the_budget_adds_up_a_heading_of_the_tables():
    table = in_tables(("Judo Club", "500", "Sport"), ("Club Lure", "150", "Sport"), ("Chorale", "90", "Culture"))
    charged = "- d’imputer la dépense « Sport », soit 650 €, au chapitre 65 ;"
    lines, totals, left = read(charged, table)
    assert (lines, [(total.amount, total.lines) for total in totals], left) == ((), [(650, (1, 2))], ())


def test_sum_for_each_of_several_is_the_one_of_the_table_that_prints_it_for_them():
    decided = "- d’attribuer 500 € à chacune des associations suivantes : Judo Club, Harmonie ;"
    lines, totals, _ = read(decided, in_tables(("Judo Club", "500", ""), ("Chorale", "500", "")))
    assert [(line.operator, line.amount) for line in lines] == [("Harmonie", 500)]
    assert [(total.amount, total.lines) for total in totals] == [(500, (1,))]


def test_round_sum_that_lines_of_strangers_come_to_by_chance_is_another_grant():
    table = in_tables(("Judo Club", "4000", ""), ("Chorale", "5000", ""))
    lines, totals, _ = read("- d’attribuer 9 000 € à Radio Lure ;", table)
    assert ([(line.operator, line.amount) for line in lines], totals) == ([("Radio Lure", 9000)], ())
    lines, totals, _ = read("- d’attribuer 9 000 € au Judo Club ;", table)
    assert (lines, [total.lines for total in totals]) == ((), [(1, 2)])


@pytest.mark.parametrize(
    "again",
    [
        "d’affecter une somme de 900 € au programme Sport",
        "d’autoriser le Maire à verser la somme de 900 €",
        "de verser cette subvention de 900 € en une fois",
    ],
)
def test_sum_that_a_decision_says_again_leaves_nothing_over(again):
    _, _, leftovers = read(f"- d’attribuer 900 € au Judo Club ;\n- {again} ;")
    assert leftovers == ()


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ("d’attribuer une subvention de 900 € pour la fête du Val", NO_BENEFICIARY),
        ("d’attribuer la somme de 900 € pour la fête du Val", NO_BENEFICIARY),
        ("de parrainer la course du Val à hauteur de 900 € au profit de la Chorale", UNKNOWN_VERB),
        ("d’annuler la subvention de 900 € votée à la Chorale", UNDONE),
    ],
)
def test_other_sum_of_as_much_is_left_over(other, reason):
    lines, _, leftovers = read(f"- d’attribuer 900 € au Judo Club ;\n- {other} ;")
    assert ([line.operator for line in lines], [one.reason for one in leftovers]) == (["Judo Club"], [reason])


def test_total_behind_one_grant_is_of_those_before_it_where_they_add_up():
    decided = "- de verser au CCAS 1 500 € ;\n- de verser à la Caisse des écoles 900 €{}, soit un total de {} € ;"
    lines, totals, _ = read(decided.format("", "2 400"))
    assert ([line.amount for line in lines], [total.lines for total in totals]) == ([1500, 900], [(1, 2)])
    lines, totals, leftovers = read(decided.format(" par an", "2 700"))
    assert ([line.amount for line in lines], totals, [one.reason for one in leftovers]) == (
        [1500],
        (),
        [NO_BENEFICIARY],
    )


def test_whole_expense_under_a_list_is_its_total():
    listed = "- d’allouer :\n• à la Ruche : 900 € ;\n• au Judo Club : 300 € ;\nsoit une dépense globale de 1 200 € ;"
    _, totals, leftovers = read(listed)
    assert ([(one.amount, len(one.lines)) for one in totals], leftovers) == ([(1200, 2)], ())


@pytest.mark.parametrize("shared", ["répartis à parts égales", "répartis"])
def test_one_sum_that_named_clubs_share_is_left_over_and_no_total(shared):
    _, totals, leftovers = read(f"- d’attribuer 900 € {shared} entre le Judo Club et la Chorale ;")
    assert (totals, [one.reason for one in leftovers]) == ((), [NO_BENEFICIARY])


def test_one_sum_that_clubs_of_a_kind_share_is_the_total_of_a_list():
    _, totals, leftovers = read("- d’attribuer 900 € répartis entre les clubs sportifs et les chorales de la ville ;")
    assert ([one.amount for one in totals], leftovers) == ([900], ())
