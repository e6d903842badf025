"""Names that may be one organisation: each rule proposes what it is for, and lets what only looks like it be."""

import pytest

from grants.operators.likeness import FAMILY, Named, Reason, likenesses
from grants.operators.naming import without_any_legal_form

TOWNS = ("lens", "sens", "maubeuge", "beuvry", "beuvry la foret", "lille")
SIRET, OTHER_SIRET = "73282932000074", "35600000000048"


def found(*operators: str | Named, towns=TOWNS) -> list[tuple[set[int], tuple[Reason, ...]]]:
    named = [one if isinstance(one, Named) else Named(pk, one) for pk, one in enumerate(operators, start=1)]
    return [({one.first, one.second}, one.reasons) for one in likenesses(named, towns)]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Association PAGE", "PAGE", Reason.FORM),
        ("Les Éclusiers", "LES ECLUSIERS (association)", Reason.FORM),
        ("CCAS Mazingarbe", "CCAS de Mazingarbe", Reason.WORDS),
        ("Habitat et insertion", "INSERTION HABITAT", Reason.WORDS),
        ("Interrelais", "Interelais", Reason.LETTER),
        ("Partenaires Action", "Partenaires Actions", Reason.LETTER),
        ("Le relais vervellois", "Le relais Vermellois", Reason.LETTER),
        ("Maison Accueil Solidarité", "Maison Acceuil Solidarité", Reason.LETTER),
        ("ARPE", "Association Réinsertion Promotion Éducation", Reason.ACRONYM),
        ("Centre communal d’action sociale de Lille", "CCAS Lille", Reason.ACRONYM),
        (
            "AIISPC",
            "Association intercommunale pour l’insertion sociale, professionnelle et culturelle",
            Reason.ACRONYM,
        ),
        ("Travail et Partage du Hainaut", "Travails et Partages du Hainaut", Reason.CLOSE),
        ("AFEJI", "AFEJI – ACI Flandres", Reason.OPENING),
    ],
)
def test_a_likely_duplicate_is_proposed_with_its_reason(one, other, reason):
    [(_, reasons)] = found(one, other)

    assert reasons[0] == reason


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CCAS de Lens", "CCAS de Sens"),  # one letter, two towns
        ("Collège de Beuvry", "Collège de Beuvry-la-Forêt"),  # the name of one town opens that of another
        ("Foyer des jeunes 1", "Foyer des jeunes 2"),
        ("Commune de Lens", "CCAS de Lens"),  # two kinds
        ("Club Lens", "Club Lille"),
        ("CCI", "CCA"),
        ("Centre social", "Centre social Les Hauts de Lens"),  # a kind opens every name of it
        ("Réussir", "Habiter"),
        ("-", "–"),
    ],
)
def test_what_only_looks_alike_is_not_proposed(one, other):
    assert found(one, other) == []


def test_one_siret_is_the_surest_and_two_sirens_are_never_one():
    same = [Named(1, "Réussir", siret=SIRET), Named(2, "Habiter", siret=SIRET)]
    other = [Named(1, "Association PAGE", siret=SIRET), Named(2, "PAGE", siret=OTHER_SIRET)]
    branches = [Named(1, "Réussir", siret=SIRET), Named(2, "Habiter", siret="73282932000082")]

    assert [(one.score, one.reasons) for one in likenesses(same)] == [(100, (Reason.SIRET,))]
    assert likenesses(other) == []
    assert [one.reasons for one in likenesses(branches)] == [(Reason.SIREN,)]


def test_one_town_brings_names_together_and_two_move_them_away():
    names = ("Centre social de Maubeuge", "Centre social")
    here = [Named(pk, name, "59392", "maubeuge") for pk, name in enumerate(names, start=1)]
    there = [here[0], Named(2, names[1], "62498", "lens")]
    relais = [Named(pk, name, code) for pk, name, code in ((1, "Relais", "59392"), (2, "Relais Emploi", "62498"))]

    assert [one.reasons[0] for one in likenesses(here, TOWNS)] == [Reason.TOWN]
    assert likenesses(there, TOWNS) == []
    assert likenesses(relais, TOWNS) == []
    assert len(likenesses([Named(one.pk, one.name) for one in relais], TOWNS)) == 1


def test_a_family_of_names_is_not_a_crowd_of_twins():
    words = [
        "Accueil",
        "Bocage",
        "Canton",
        "Domaine",
        "Espoir",
        "Flandre",
        "Gohelle",
        "Hameau",
        "Iris",
        "Jardin",
        "Kermesse",
        "Lisière",
        "Ypres",
    ]
    family = [f"Familles rurales {word}" for word in words[: FAMILY + 1]]

    assert len(found("Familles rurales", *family[:FAMILY], towns=())) >= FAMILY
    assert found("Familles rurales", *family, towns=()) == []


def test_pairs_come_once_the_likeliest_first():
    pairs = likenesses([Named(3, "PAGE"), Named(1, "Association PAGE"), Named(2, "PAGE Emploi")])

    assert [(one.first, one.second) for one in pairs][0] == (1, 3)
    assert len({(one.first, one.second) for one in pairs}) == len(pairs)
    assert [one.score for one in pairs] == sorted((one.score for one in pairs), reverse=True)


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("Association Les Éclusiers", "Les Éclusiers"),
        ("L’Association des maires", "des maires"),
        ("Toerana, SCOP", "Toerana"),
        ("Toerana (SCOP)", "Toerana"),
        ("Gipsy", "Gipsy"),
        ("Association", "Association"),
    ],
)
def test_legal_forms_are_told_from_names(name, rest):
    assert without_any_legal_form(name) == rest
