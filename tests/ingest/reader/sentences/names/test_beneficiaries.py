"""Who receives: addresses, verbs and pieces of sentences are no names; lists inside one sentence."""

from decimal import Decimal

import pytest

from ingest.reader.decisions import read_decisions
from ingest.reader.metadata import read_metadata
from ingest.reader.sentences.names.beneficiaries import find_beneficiary
from ingest.reader.sentences.names.listed_entries import find_inline_entry
from ingest.reader.sentences.names.printed_names import COMMON_NOTE
from ingest.reader.sentences.names.supposed_names import EXPENSE_NOTE
from ingest.reader.values.amounts_in_text import find_amounts
from tests.ingest.reader.acts import given, paragraphs
from tests.ingest.reader.sentences.municipal_acts import HEAD, lines_of, read


def receiver(text):
    found = next(find_amounts(text))
    receives = find_beneficiary(text, found.start, found.end)
    return receives.name if receives else None


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        (
            "Une subvention de 11.000 euros est attribuée au Comité des Glycines sis 14, rue des Marronniers (8e).",
            "Comité des Glycines",
        ),
        (
            "Une subvention de 900 € est attribuée à l’association Le Radeau, domiciliée 3 rue du Pont.",
            "association Le Radeau",
        ),
        ("d’accorder 900 € à Mme Ève Lure demeurant au 3 bis, impasse du Lavoir ;", "Mme Ève Lure"),
        ("d’accorder 900 € à M. Luc Lure résidant à Bor ;", "M. Luc Lure"),
        ("d’accorder 900 € à M. Luc Lure habitant dans la commune ;", "M. Luc Lure"),
        ("d’accorder 900 € à l’association Habitant du Val ;", "association Habitant du Val"),
        (
            "Une aide de 900 € est allouée à la Maison du lac 14 bis, rue du Pont 88000 Lure.",
            "Maison du lac",
        ),
        ("Une aide de 900 € est allouée à l’A.D.M.R. pour son service.", "A.D.M.R."),
        (
            "d’accorder 500 € à l’association Le Radeau représentée par sa présidente ;",
            "association Le Radeau",
        ),
        ("Cette subvention a été arrêtée sur la base de dépenses évaluées à 148.072,90 euros.", None),
        ("d’attribuer les subventions figurant au tableau ci-dessus, pour 72 897,63 € ;", None),
        (
            "d’accorder 900 € à la coopérative d’activités et d’emploi Le Bief,",
            "coopérative d’activités et d’emploi Le Bief",
        ),
        ("d’accorder 900 € à la chorale Le Bief et d’autoriser le Maire à signer", "chorale Le Bief"),
        ("d’accorder 900 € à l’association « Un toit pour demain », à Lure", "association « Un toit pour demain »"),
        ("d’accorder 900 € à la Croix-Rouge – unité locale de Lure ;", "Croix-Rouge – unité locale de Lure"),
        ("d’accorder 900 € à la Croix-Rouge – budget 2031 ;", "Croix-Rouge"),
        ("d’accorder à l’ensemble « A Cappella » une aide de 900 €", "ensemble « A Cappella »"),
        (
            "d’attribuer à l’association « Secours aux familles du Bief » une subvention de 900 €",
            "association « Secours aux familles du Bief »",
        ),
        ("d’attribuer 900 € à la structure dont le nom suit et qui", None),
        ("d’attribuer 900 € au Judo Club, la Région apportant 300 € ;", "Judo Club"),
        ("d’attribuer 900 € au Judo Club et non au Tennis Club ;", "Judo Club"),
        ("d’attribuer 900 € au Judo Club en cofinancement du stage ;", "Judo Club"),
        ("d’attribuer 900 € au Judo Club et une autre de 300 €", "Judo Club"),
        ("d’attribuer 900 € au Judo Club en complément des crédits votés ;", "Judo Club"),
        ("d’attribuer 900 € à l’association D’une rive et une autre ;", "association D’une rive et une autre"),
        ("La MJC du Val, qui reçoit chaque année des jeunes, bénéficie d’une aide de 900 €", "La MJC du Val"),
        ("d’allouer au Judo Club, dont le siège est situé 8 rue du Moulin à Bor, une aide de 900 €", "Judo Club"),
        ("pour la halle située rue du Port, d’allouer à Bor Habitat une aide de 900 €", "Bor Habitat"),
        ("d’attribuer à l’OGEC Ferry un forfait de 900 €", "OGEC Ferry"),
        ("d’attribuer à la Fin des Terres 900 € ;", "Fin des Terres"),
        ("d’attribuer 900 € au délégataire, la SARL Bois Vert ;", "SARL Bois Vert"),
    ],
)
def test_name_ends_before_its_address_and_is_no_piece_of_a_sentence(sentence, name):
    assert receiver(sentence) == name


def test_part_in_brackets_does_not_hide_who_receives():
    told = (
        "- d’attribuer 1 000 € à Danse Passion, 3 400 € (dont 2 000 € pour l’école) au Football Club et 400 € au Judo ;"
    )
    assert [(name, int(amount)) for name, amount, _, _ in lines_of(told)] == [
        ("Danse Passion", 1000),
        ("Football Club", 3400),
        ("Judo", 400),
    ]


@pytest.mark.parametrize(
    "told",
    [
        "VOTE les subventions suivantes : Le Tarot, 150 € ; Cazivoix, 800 € et La Pétanque, 200 €.",
        "ATTRIBUE les subventions suivantes : Le Tarot : 150 €, Cazivoix : 800 €, La Pétanque : 200 €.",
        "ATTRIBUE les subventions suivantes : Le Tarot (150 €), Cazivoix (800 €), La Pétanque (200 €).",
        "ATTRIBUE les subventions suivantes : 150 € au Tarot, 800 € à Cazivoix, 200 € à La Pétanque.",
    ],
)
def test_list_inside_one_sentence_names_each_beneficiary(told):
    names = [(name.removeprefix("Le ").removeprefix("La "), int(amount)) for name, amount, _, _ in lines_of(told)]
    assert names == [("Tarot", 150), ("Cazivoix", 800), ("Pétanque", 200)]


def test_list_that_opens_with_an_amount_has_no_name_before_it():
    told = "ATTRIBUE les subventions suivantes : 150 € Le Tarot, 800 € Cazivoix."
    first, second = find_amounts(told)
    assert find_inline_entry(told, first.start, first.end, second.start) is None


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Il est accordé à la SARL Gourdon une aide à l’immobilier d’entreprise de 27 000 €.", "SARL Gourdon"),
        ("de verser une contribution au Syndicat de la Lure de 5 000 €", "Syndicat de la Lure"),
        ("de verser 400 € à la Prévention routière de Lussanges", "Prévention routière de Lussanges"),
        ("de verser 400 € à la prévention des incendies", None),
        ("de consacrer 400 € au financement de la thématique 1", None),
        ("de financer pour 400 € l’opération n° 3 de la thématique 1 « Parcours Emploi »", None),
    ],
)
def test_what_goes_with_the_word_for_money_comes_last(sentence, name):
    assert receiver(sentence) == name


@pytest.mark.parametrize(
    "text",
    [
        "de verser un secours de 300 € à la famille sinistrée du 2 mai",
        "d’allouer 300 € à l’association diocésaine pour l’orgue",
    ],
)
def test_beneficiary_without_a_name_of_its_own_is_doubtful(text):
    found = next(find_amounts(text))
    receives = find_beneficiary(text, found.start, found.end)
    assert receives is not None
    assert receives.doubt == COMMON_NOTE


def test_project_of_another_is_doubtful():
    text = "de participer au financement de la chaire « Rivages » de l’Université du Lac à hauteur de 900 €"
    found = next(find_amounts(text))
    receives = find_beneficiary(text, found.start, found.end)
    assert receives is not None
    assert receives.doubt


def test_whose_works_are_paid_is_read_after_the_works():
    text = "de participer au financement des travaux du Refuge des Aulnes pour un montant de 900 €"
    found = next(find_amounts(text))
    receives = find_beneficiary(text, found.start, found.end)
    assert receives is not None
    assert (receives.name, receives.doubt) == ("Refuge des Aulnes", EXPENSE_NOTE)


def test_subject_of_an_article_is_its_name_alone():
    told = "Article premier – La société Bois Vert (SIRET 414 555 666 00012), représentée par X, bénéficie de 500 €."
    assert receiver(told) == "société Bois Vert"


def test_names_end_after_what_they_inform_about_and_before_the_amount():
    told = "- d’attribuer à l’Agence d’information sur le logement une subvention de 85 000 € ;"
    assert lines_of(told)[0][0] == "Agence d’information sur le logement"
    fixed = "- de fixer la participation 2031 au Syndicat mixte Bor Numérique à 310 500 € ;"
    assert lines_of(fixed)[0][0] == "Syndicat mixte Bor Numérique"


def test_seat_after_the_name_receives_nothing():
    decided = "- d’accorder à l’Association Les Pins, à Beyrac, dans le cadre du festival, une aide de 800 €"
    assert [name for name, *_ in lines_of(decided)] == ["Association Les Pins"]


def test_number_of_an_establishment_is_no_part_of_its_name():
    decided = "- d’attribuer les aides suivantes :\n– Foyer de Bor (FINESS 630001234) : 250 €\n– SSIAD de Lure : 40 €"
    assert [name for name, *_ in lines_of(decided)] == ["Foyer de Bor", "SSIAD de Lure"]


def test_same_club_said_so_is_the_one_named_before():
    decided = "- attribue 900 € au Judo Club de Bor ;\n- attribue 300 € à ce même club pour son centenaire ;"
    assert [(operator, amount) for operator, amount, _, _ in lines_of(decided)] == [
        ("Judo Club de Bor", 900),
        ("Judo Club de Bor", 300),
    ]


def test_unit_price_does_not_hide_who_receives():
    [line] = lines_of("- d’attribuer à l’OGEC Saint-Luc une participation de 650 € par élève, soit 39 000 € ;")
    assert line[:2] == ("OGEC Saint-Luc", Decimal(39000))


def test_cost_does_not_hide_who_receives():
    decision = "- d’attribuer une aide de 12 000 €, soit 40 % d’une dépense de 30 000 € HT, à la commune de Lussac ;"
    assert [line[:2] for line in lines_of(decision)] == [("commune de Lussac", Decimal(12000))]


def test_beneficiaries_as_subjects_of_the_sentences_of_a_decision():
    text = paragraphs(
        HEAD.split("Après")[0]
        + """Après en avoir délibéré, le Conseil municipal décide :
        Il est attribué à la chorale Les Quais une subvention de 1 100 €.
        L’association Bugale bénéficiera d’une aide de 350 € pour son spectacle.
        Une participation de 4 200 € sera versée au syndicat de la piscine.
        Aucune subvention n’est accordée à la société de chasse, qui avait demandé 300 €.
    """
    )
    lines, _, leftovers = read_decisions(text, read_metadata(text), (), ())
    assert [(line.operator, int(line.amount)) for line in lines] == [
        ("chorale Les Quais", 1100),
        ("association Bugale", 350),
        ("syndicat de la piscine", 4200),
    ]
    assert leftovers == ()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("une aide de 500 € aux structures retenues", None),
        ("une aide de 500 € à l’association", None),
        ("une aide de 500 € à hauteur de 50 % à compter du 1er juin", None),
        ("une aide de 500 € au titre de l’appel à projets « Élan »", None),
        ("une aide de 500 € à la Région Grand Plateau pour le financement d’une étude", "Région Grand Plateau"),
        ("une aide de 500 €, pour la rénovation de la halle, à la commune de Vaux", "commune de Vaux"),
        ("autoriser à verser à l’EHPAD Les Tilleuls 500 €", "EHPAD Les Tilleuls"),
    ],
)
def test_beneficiary_beside_an_amount(text, name):
    [found] = find_amounts(text)
    receives = find_beneficiary(text, found.start, found.end)
    assert (receives.name if receives else None) == name


@pytest.mark.parametrize(
    ("decided", "operator", "note"),
    [
        ("- accorde à La Fabrique 4 000 € ;", "La Fabrique", False),
        ("Article 1 – D’attribuer :\n- La Ruche (SIRET 456 123 789 00033) – 4 000 €", "La Ruche", False),
        ("- soutient le comité de jumelage de Lure en lui allouant 4 000 € ;", "comité de jumelage de Lure", False),
        (
            "- participe à hauteur de 4 000 € aux frais de fonctionnement de l’école Gure Etxea ;",
            "école Gure Etxea",
            True,
        ),
    ],
)
def test_names_as_other_councils_print_them(decided, operator, note):
    [line] = read(decided)[0]
    assert (line.operator, line.amount, bool(line.notes)) == (operator, Decimal(4000), note)


@pytest.mark.parametrize("name", ["la Régie de quartier 2024-00278", "l'association « Les Ombres"])
def test_name_torn_from_a_table_is_doubtful(name):
    (line,) = read(f"Article 1 : d'attribuer une subvention de 4 202 € à {name}.")[0]
    assert line.certainty == 0.5
    assert "morceau de tableau" in line.notes[0]


@pytest.mark.parametrize(
    "decided",
    [
        "- d’autoriser le versement à Radio Lure d’un acompte de 300 € sur la subvention, fixée à 900 € ;",
        "- d’attribuer 900 € à Radio Lure (inchangé) et rien au Moto-Club ;",
        "- de soutenir financièrement Radio Lure à hauteur de 900 € ;",
        "- d’accéder à la demande de Radio Lure et de lui octroyer 900 € ;",
    ],
)
def test_a_name_ends_before_what_is_paid_and_to_nobody_else(decided):
    assert given(decided) == [("Radio Lure", 900)]


@pytest.mark.parametrize(
    "decided",
    [
        "- participe à hauteur de 40 € par élève, soit 480 €, au voyage scolaire organisé par le collège Ferry ;",
        "- participe au voyage du collège Ferry à hauteur de 40 € par élève (12 élèves, soit 480 €) ;",
    ],
)
def test_so_much_a_pupil_for_the_voyage_of_a_school_is_in_doubt(decided):
    [line], _, leftovers = read(decided)
    assert (line.operator, line.amount, line.certainty < 0.9, leftovers) == ("collège Ferry", 480, True, ())


@pytest.mark.parametrize("name", ["association « Vivre, ensemble »", "association « Rire ; jouer »"])
def test_signs_inside_quotes_end_no_name(name):
    assert receiver(f"d’attribuer 900 € à l’{name} pour son gala") == name


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("de verser à la commune de Bor 50 % du produit de la taxe, soit 900 €", "commune de Bor"),
        (
            "apporte son concours au Festival du Val, porté par l’association Les Arts, pour 900 €",
            "association Les Arts",
        ),
        ("accorde à l’épicerie sociale, gérée par le CCAS, une aide de 900 €", "CCAS"),
        ("accorde à la MJC du Val, gérée par des bénévoles, une aide de 900 €", "MJC du Val"),
    ],
)
def test_who_carries_what_is_helped_and_where_shares_begin(sentence, name):
    assert receiver(sentence) == name


@pytest.mark.parametrize("said", ["un jeune agriculteur d’Arc", "deux clubs de Bor", "plusieurs écoles du Val"])
def test_anybody_of_a_kind_is_nobody(said):
    assert receiver(f"d’accorder 200 € à {said}") is None
    assert receiver("d’accorder 200 € à Un Toit du Val") == "Un Toit du Val"


@pytest.mark.parametrize(
    ("served", "doubted"),
    [
        ("l’engagement des clubs au Championnat de France", True),
        ("la pratique du judo à Lure", True),
        ("la Ligue de judo", False),
    ],
)
def test_heading_of_an_aid_receives_in_doubt_what_an_organisation_receives(served, doubted):
    text = f"- 900 € au titre du soutien à {served} ;"
    found = next(find_amounts(text))
    receives = find_beneficiary(text, found.start, found.end)
    assert receives and bool(receives.doubt) == doubted
