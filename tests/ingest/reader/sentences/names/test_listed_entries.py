"""Entries of lists: a name before its amount, and what is printed beside it."""

from decimal import Decimal

import pytest

from ingest.reader.sentences.names.entry_names import TWO_PARTS_NOTE
from ingest.reader.sentences.names.listed_entries import find_entry
from ingest.reader.sentences.names.supposed_names import SERVED_NOTE
from ingest.reader.values.amounts_in_text import find_amounts
from tests.ingest.reader.sentences.municipal_acts import lines_of, read


@pytest.mark.parametrize(
    ("entry", "name", "purpose"),
    [
        ("La Ruche (achat de matériel) : ", "La Ruche", "achat de matériel"),
        ("- La Ruche (voirie communale – programme annuel) : ", "La Ruche", "voirie communale – programme annuel"),
        ("La Ruche (section de Bor) : ", "La Ruche (section de Bor)", ""),
        ("La Ruche (ARB) : ", "La Ruche (ARB)", ""),
        ("La Ruche (Pays de Bor) : ", "La Ruche (Pays de Bor)", ""),
        ("La Ruche – achat de matériel : ", "La Ruche", "achat de matériel"),
        ("Foyer de vie « Le Clos » – gala annuel : ", "Foyer de vie « Le Clos »", "gala annuel"),
        ("Atelier de la Lune : ", "Atelier de la Lune", ""),
        ("Judo Club, fonctionnement : ", "Judo Club", ""),
        ("Soleil du Val – 36 kWc : ", "Soleil du Val", ""),
        ("SARL Le Fournil, boulangerie à Sauzet : ", "SARL Le Fournil", ""),
        ("Judo Club, équipe : ", "Judo Club, équipe", ""),
        ("Commune de Bor, espace France services : ", "Commune de Bor", "espace France services"),
        ("Association Nature, milieux du Val : ", "Association Nature, milieux du Val", ""),
        ("M. Luc Pin, 3 bis, place Foch à Bor : ", "M. Luc Pin", ""),
        ("Compagnie des 12 rues : ", "Compagnie des 12 rues", ""),
        ("Association 3 Quais : ", "Association 3 Quais", ""),
        ("- commune de Bor : réfection du toit (coût : 40 000 €) : ", "commune de Bor", "réfection du toit"),
        ("- Commune de Bor : Voirie : ", "Commune de Bor", "Voirie"),
        ("- Judo Club : tournoi : ", "Judo Club", "tournoi"),
        ("Judo Club, au titre de la saison 2031-2032 : ", "Judo Club", "au titre de la saison 2031-2032"),
        ("Judo Club, sis 3 rue Droite, pour son gala : ", "Judo Club", ""),
        ("Bor .......... voirie .......... ", "Bor", "voirie"),
    ],
)
def test_words_in_brackets_or_after_a_dash_behind_a_name_say_what_the_money_is_for(entry, name, purpose):
    receives = find_entry(f"{entry}500 €", len(entry))
    assert (receives.name, receives.purpose) == (name, purpose)


@pytest.mark.parametrize("entry", ["Sport : Judo Club : ", "Sport : club de judo : ", "Musée : Les Amis du lac : "])
def test_name_behind_a_theme_is_in_doubt(entry):
    receives = find_entry(f"{entry}500 €", len(entry))
    assert receives.doubt == TWO_PARTS_NOTE


def test_what_is_owed_is_no_beneficiary():
    lines = read("Article 1 : d’attribuer 900 € au Judo Club.\nLa cotisation à l’Union des maires (135 €) est à part.")[
        0
    ]
    assert [(line.operator, line.amount) for line in lines] == [("Judo Club", 900)]
    owed = read("- d’attribuer : Judo Club, 900 € ; cotisation à l’Union des maires, 135 €")[0]
    assert [line.operator for line in owed] == ["Judo Club", "Union des maires"]


@pytest.mark.parametrize(
    ("entry", "name"),
    [
        ("Le Président du Conseil départemental, ", None),
        ("La maire de la commune : ", None),
        ("Le Préfet du Bief : ", "Le Préfet du Bief"),
        ("Action Gestionnaire CP 2030 : ", None),
        ("Action Bor 2030 : ", "Action Bor 2030"),
    ],
)
def test_whoever_signs_the_act_and_names_of_columns_are_granted_nothing(entry, name):
    receives = find_entry(f"{entry}500 €", len(entry))
    assert (receives and receives.name) == name


def test_verb_that_announces_a_list_is_no_part_of_its_first_name():
    told = "le conseil municipal attribue : AS Plessis : 1 200 € ; Comité des fêtes : 2 500 €."
    assert [name for name, *_ in lines_of(told)] == ["AS Plessis", "Comité des fêtes"]


def test_entries_may_print_their_amount_first():
    decided = """
        Article 1 – D’attribuer, pour des manifestations :
        • 500 € – Aéro-club des Ailes, pour la fête « Plein ciel » ;
        • 1 300 € – Vélo Sport, pour le Grand Prix ;
    """
    assert lines_of(decided) == [
        ("Aéro-club des Ailes", 500, 2031, "la fête « Plein ciel »"),
        ("Vélo Sport", 1300, 2031, "le Grand Prix"),
    ]


def test_purpose_after_the_name_of_an_entry_is_no_part_of_it():
    decided = """
        - d’attribuer des subventions aux associations suivantes :
        – Le Refuge, pour le centre « Korawa » : 210 €
        – Un abri qui sauve : 96 €
    """
    assert [(name, action) for name, _, _, action in lines_of(decided)] == [
        ("Le Refuge", "le centre « Korawa »"),
        ("Un abri qui sauve", ""),
    ]


def test_list_of_entries_under_one_article():
    lines, totals, leftovers = read(
        """
        Article 1 – D’attribuer les subventions suivantes :
        - 1 500 € à l’association Les Passeurs pour un festival ;
        • Radio Lure : 1 250,50 €
        - Comité des fêtes de Beyrac ........ 750 €
        soit un montant total de 3 500,50 €.
        """
    )
    assert [(line.operator, line.amount) for line in lines] == [
        ("association Les Passeurs", Decimal("1500")),
        ("Radio Lure", Decimal("1250.50")),
        ("Comité des fêtes de Beyrac", Decimal("750")),
    ]
    [total] = totals
    assert (total.amount, total.lines, total.where) == (Decimal("3500.50"), (1, 2, 3), "decision")
    assert leftovers == ()


def test_entries_that_leave_out_the_euros_after_their_leader():
    lines, [total], _ = read(
        """
        Article 1 – D’attribuer les subventions suivantes :
        - Comité des fêtes ............ 500 €
        - Chasse communale ...... 150
        - Foyer rural ................ 350,00
        - Prévention routière ...... pas de subvention
        soit un total de 1 000 €
        """
    )
    assert [(line.operator, line.amount, line.amount_text) for line in lines] == [
        ("Comité des fêtes", 500, "500 €"),
        ("Chasse communale", 150, "150"),
        ("Foyer rural", 350, "350,00"),
    ]
    assert total.lines == (1, 2, 3)


@pytest.mark.parametrize("between", [":", ": ..........", "......", ". . . .", "----", "--->", "→", "=", "****"])
def test_what_leads_from_a_name_to_its_amount(between):
    lines, _, leftovers = read(
        f"""
        Article 1 – D’attribuer les subventions suivantes :
        - Comité des fêtes {between} 500 €
        - Chasse communale {between} 1 150,50 €
        """
    )
    assert [(line.operator, line.amount) for line in lines] == [
        ("Comité des fêtes", 500),
        ("Chasse communale", Decimal("1150.50")),
    ]
    assert leftovers == ()


def test_dashes_that_a_font_does_not_name_open_entries():
    decided = "- d’attribuer :\n\x15 à l’Association L’Écho 3 500,00 euros\n\x15 à la Ligue de Bor 600,00 euros"
    assert [line[:2] for line in lines_of(decided)] == [("Association L’Écho", 3500), ("Ligue de Bor", 600)]


def test_names_that_open_with_an_article_are_entries_of_a_list():
    assert [
        line[0]
        for line in lines_of("""
        - d’attribuer les subventions suivantes :
        - Les Amis du Moulin : 300 €
        - Une Souris Verte : 90 €
        - Foyer rural : 70 €
        - la dépense totale : 460 €
    """)
    ] == ["Les Amis du Moulin", "Une Souris Verte", "Foyer rural"]


def test_entries_that_begin_with_to():
    assert [
        line[:2]
        for line in lines_of("""
        - d’accorder une subvention de fonctionnement :
        au Judo Club de 800 €,
        aux Jeunes Agriculteurs de 300 €.
    """)
    ] == [("Judo Club", Decimal(800)), ("Jeunes Agriculteurs", Decimal(300))]


def test_names_after_for_in_an_announced_list_are_in_doubt():
    lines, _, _ = read("- d’accorder les subventions suivantes : 500 € pour l’ADMR ; 300 € pour les Restos du Cœur.")
    assert [(line.operator, line.notes) for line in lines] == [
        ("ADMR", (SERVED_NOTE,)),
        ("Restos du Cœur", (SERVED_NOTE,)),
    ]


def test_entry_whose_unit_price_comes_first():
    decision = """
        - d’attribuer les subventions suivantes :
        - Voyage scolaire : 30 € par élève, soit 540 €
        - Refuge : 0,50 € par habitant soit 612,50 €
    """
    assert lines_of(decision) == [
        ("Voyage scolaire", Decimal(540), 2031, "30 € par élève"),
        ("Refuge", Decimal("612.50"), 2031, "0,50 € par habitant"),
    ]


def test_entry_of_a_list_opens_with_its_name():
    text = "Harmonie de Saint-Loup (Vaux) – 1 200 €"
    [found] = find_amounts(text)
    receives = find_entry(text, found.start)
    assert receives is not None
    assert receives.name == "Harmonie de Saint-Loup (Vaux)"
    assert find_entry("d’attribuer une subvention de 500 €", 31) is None


def test_titles_inside_a_list_do_not_end_it():
    told = """
- d’attribuer les subventions suivantes :
Sport :
- 5 000 € au Club Omnisports
Culture :
- 300 € au Cercle des Lecteurs
"""
    assert [(name, int(amount)) for name, amount, _, _ in lines_of(told)] == [
        ("Club Omnisports", 5000),
        ("Cercle des Lecteurs", 300),
    ]


def test_entry_that_opens_like_a_verb_is_an_entry():
    told = """
- d’attribuer les subventions suivantes :
- Théâtre du Moulin : 900 €
- Foyer rural : 500 €
- Centre de loisirs : 250 €
TOTAL ............ 1 650 €
"""
    lines, totals, leftovers = read(told)
    assert [(line.operator, int(line.amount)) for line in lines] == [
        ("Théâtre du Moulin", 900),
        ("Foyer rural", 500),
        ("Centre de loisirs", 250),
    ]
    assert all(int(total.amount) == 1650 for total in totals)
    assert len(totals) + len(leftovers) <= 1


def test_titles_of_letters_inside_a_list_stop_nothing():
    lines, _, _ = read(
        """
        Article 1 – D’allouer les subventions ci-après :
        A. Culture
        1. École de musique : 14 000 euros
        B. Sport
        1. Club nautique : 2 750 euros
        """
    )
    assert [(line.operator, line.amount) for line in lines] == [
        ("École de musique", Decimal(14000)),
        ("Club nautique", Decimal(2750)),
    ]


def test_entries_that_describe_a_project_before_its_grant():
    lines, _, _ = read(
        """
        Article 1 – D’attribuer les subventions suivantes :
        • Commune d’Ancelle : toiture de l’église, dépense subventionnable 45 000 € HT, taux 30 %, subvention 13 500 €
        • Commune de Rosans : eau potable, dépense subventionnable 118 000 € HT, taux 40 %, subvention 47 200 €
        """
    )
    assert [(line.operator, line.amount, line.certainty) for line in lines] == [
        ("Commune d’Ancelle", Decimal(13500), 0.9),
        ("Commune de Rosans", Decimal(47200), 0.9),
    ]


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        (
            "– d’attribuer, au titre de l’année 2031 :\n• à l’association du Collège Rostand pour aller aux"
            " championnats de surf à Biarritz (coût : 1 860 €) une subvention de 558,00 €",
            [("association du Collège Rostand", 558)],
        ),
        (
            "I – Sport\n– d’accorder 500 € à Radio Lure ;\nII – Aide aux clubs\n– d’accorder 85 € au Club Lure.",
            [500, 85],
        ),
        (
            "- alloue à la coopérative de l’école Bert, 48 élèves, 4 080 €, et à celle de l’école Michel, 2 210 € ;",
            [("coopérative de l’école Bert", 4080), ("école Michel", 2210)],
        ),
        (
            "DÉCIDE le versement des subventions suivantes :\n- Handball Club (62 licenciés × 20 €) : 1 240 €",
            [("Handball Club", 1240)],
        ),
        (
            "- de soutenir l’action « Bien manger » portée par l’association Le Bief à hauteur de 3 200 € ;",
            [("association Le Bief", 3200)],
        ),
        ("- de financer pour 2 750 € le projet « Écrans » de la MJC Bazin ;", [("MJC Bazin", 2750)]),
        (
            "- d’allouer à Radio Lure deux aides : 12 000 € pour l’action « Médias » et 800 € pour l’action « Air » ;",
            [("Radio Lure", 12000), ("Radio Lure", 800)],
        ),
        (
            "- retient les lauréats suivants :\n1) Soleil du Ponthieu – 36 kWc – aide : 14 400 €",
            [("Soleil du Ponthieu", 14400)],
        ),
        (
            "- d’attribuer 3 912 € à la commune de Lure (coût : 19 560 € TTC, DRAC : 4 890 €) ;",
            [("commune de Lure", 3912)],
        ),
        (
            "- d’accorder 900 € à Radio Lure ;\n- Une avance représentant 30 %, soit 270 €, pourra être versée.",
            [("Radio Lure", 900)],
        ),
    ],
)
def test_entries_projects_and_costs_as_other_councils_print_them(decided, expected):
    lines, _, leftovers = read(decided)
    found = [(line.operator, int(line.amount)) for line in lines]
    assert (found if isinstance(expected[0], tuple) else [amount for _, amount in found]) == expected
    assert leftovers == ()


def test_entries_that_describe_between_dashes_open_with_their_name():
    lines = read(
        "Article 1 : d’attribuer les aides suivantes :\n"
        "* Commune de Lure – isolation de l’école – dépense retenue 1 800 € HT – aide de 900 € ;\n"
        "* Bénéficiaire : SARL Bois Vert – achat d’une scie – montant accordé : 500 €."
    )[0]
    assert [(line.operator, line.amount) for line in lines] == [("Commune de Lure", 900), ("SARL Bois Vert", 500)]


def test_entries_of_those_who_are_endowed_are_named_before_their_sums_in_doubt():
    lines = read("Article 1 : de doter, pour 2031 :\n• le Conseil de quartier Gare de 900 € ;")[0]
    assert [(line.operator, line.amount, line.certainty) for line in lines] == [("Conseil de quartier Gare", 900, 0.5)]


def test_what_an_entry_buys_or_counts_is_no_part_of_its_name():
    lines = read(
        "Article 1 : d’attribuer les aides suivantes :\n"
        "* SARL Bois Vert, achat d’une scie électrique (2 000 € HT), aide de 900 € ;\n"
        "* École Ferry (82 élèves) : 500 € ;"
    )[0]
    assert [(line.operator, line.amount) for line in lines] == [("SARL Bois Vert", 900), ("École Ferry", 500)]


def test_entry_that_says_what_for_before_its_sum_is_named_at_its_head():
    listed = """
        - accorde aux communes les subventions suivantes :
        Folquerde : travaux de peinture et d’électricité au foyer rural. Subvention : 502 €
        Luz : achat d’un véhicule pour les services techniques. Subvention : 375 €
    """
    assert [line[:2] for line in lines_of(listed)] == [("Folquerde", 502), ("Luz", 375)]


def test_name_that_begins_as_a_small_word_does_is_an_entry():
    assert [name for name, *_ in lines_of("- attribue :\nDessine-moi Bor : 500 €\nDépart : 300 €")] == [
        "Dessine-moi Bor",
        "Départ",
    ]


def test_gift_goes_to_whom_it_is_made_with():
    told = "- de soutenir les sinistrés de la manière suivante : faire un don de 900 € auprès de la Protection civile ;"
    assert [line[:2] for line in lines_of(told)] == [("Protection civile", 900)]


def test_vote_of_its_own_is_no_end_of_an_entry_nor_a_count_a_part_of_a_name():
    listed = "- attribue les aides suivantes :\nVTT Bor : 500 € – Vote : unanimité\nJudo Club : 200 € – Vote : 17 pour"
    assert [line[:2] for line in lines_of(listed)] == [("VTT Bor", 500), ("Judo Club", 200)]
    pupils = "- attribue une subvention de 960 € à la coopérative de l’école Bert (80 élèves) ;"
    assert [line[0] for line in lines_of(pupils)] == ["coopérative de l’école Bert"]


def test_attributions_that_are_approved_are_a_list_of_grants():
    listed = "- approuve les attributions suivantes : ADAR, 70 € ; Amicale laïque, 8 000 € ; FNACA, 100 €."
    assert [line[:2] for line in lines_of(listed)] == [
        ("ADAR", 70),
        ("Amicale laïque", 8000),
        ("FNACA", 100),
    ]


def test_second_action_of_an_entry_is_of_the_same():
    decided = "- d’aider les actions suivantes :\n– MJC du Val – « Jardin » : 900 € ; « Cuisine » : 300 €\n"
    assert lines_of(decided) == [("MJC du Val", 900, 2031, "Jardin"), ("MJC du Val", 300, 2031, "Cuisine")]
    named = lines_of("- d’aider les actions suivantes : « Le Bief » : 900 € ; « Le Moulin » : 300 € ;")
    assert [line[0] for line in named] == ["« Le Bief »", "« Le Moulin »"]


@pytest.mark.parametrize(
    ("entry", "found"),
    [
        ("commune de Vic : clocher, coût 20 000 € HT, aide 8 000 €", [("commune de Vic", 8000)]),
        ("travaux : clocher, coût 20 000 € HT, aide 8 000 €", []),
    ],
)
def test_entry_described_behind_its_name_may_open_with_what_an_organisation_is(entry, found):
    assert [line[:2] for line in lines_of(f"- d’attribuer les aides suivantes :\n– {entry}")] == found


def test_bracket_behind_a_sum_leaves_the_next_name():
    listed = "- de verser les aides suivantes : ADMR 200 €, Comice 74 € (0,20 € x 370 habitants), Judo Club 50 €."
    assert [line[:2] for line in lines_of(listed)] == [("ADMR", 200), ("Comice", 74), ("Judo Club", 50)]


def test_labels_parted_by_dashes_are_no_part_of_the_name_before_them():
    entry = "Commune de Bor – Lavoir – Coût HT : 25 000 € – Taux : 50 % – Aide : 12 500 €"
    listed = f"- octroie les aides suivantes :\n{entry}"
    assert [line[:2] for line in lines_of(listed)] == [("Commune de Bor", 12500)]


def test_rank_of_a_prize_is_no_part_of_who_wins_it():
    listed = "- de verser les prix suivants :\n– 1er prix : Jardin des Tilleuls, 500 €\n– Deuxième prix : MJC, 300 €"
    assert [line[:2] for line in lines_of(listed)] == [("Jardin des Tilleuls", 500), ("MJC", 300)]
