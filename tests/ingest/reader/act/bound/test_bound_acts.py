# ruff: noqa: E501 (one printed head a line)
"""Acts of made-up councils bound into one file, and single acts that look as if they were several."""

import re
import textwrap

import pytest

from ingest.reader.act.bound.act_heads import find_own_number
from ingest.reader.act.bound.act_numbers import page_line, same_number
from ingest.reader.act.bound.bound_acts import find_acts
from ingest.reader.records import Box, Document, Page, Word
from tests.ingest.reader.acts import COMMUNE, COMMUNITY, DEPARTMENT, REGION

WIDTH, HEIGHT, SIZE, PITCH = 600.0, 840.0, 10.0, 14.0
CHARACTER = 4.6  # points of a letter at this size
LINE_LENGTH = 100  # characters
LINES_ON_A_PAGE = 52

ANNEX = """
ANNEXE 1 à la délibération n° {number}
Bénéficiaire Montant
Club des Aulnes 500 €
Les Amis du Moulin 700 €
"""
REPORT = """
Rapport n° {number}
Réunion du 3 février 2031
Objet : Soutien aux acteurs de la vie associative
Mesdames, Messieurs, je vous propose de délibérer sur le soutien aux associations du territoire.
Je vous prie de bien vouloir en délibérer.
"""


def a_page(number: int, text: str) -> Page:
    """A page with these lines, long ones wrapped."""
    lines = [part for line in text.strip().splitlines() for part in textwrap.wrap(line, LINE_LENGTH) or [""]]
    assert len(lines) <= LINES_ON_A_PAGE
    return Page(number, WIDTH, HEIGHT, [word for at, line in enumerate(lines) for word in _words(line, at)], ())


def _words(line: str, at: int):
    top = 40 + at * PITCH
    for match in re.finditer(r"\S+", line):
        x0, x1 = 40 + match.start() * CHARACTER, 40 + match.end() * CHARACTER
        yield Word(match[0], Box(x0, top, x1, top + SIZE), SIZE)


def a_file(*pages: str) -> Document:
    return Document("recueil.pdf", "0" * 64, tuple(a_page(number, text) for number, text in enumerate(pages, 1)))


def spans(document: Document):
    return [(act.first_page, act.last_page, act.number) for act in find_acts(document).acts]


# ---- several acts ------------------------------------------------------------------------------------------------

STYLES = {
    "commune": (COMMUNE, "2031-017", "2031-018", "2031-019"),
    "department": (DEPARTMENT, "31-CP-0042", "31-CP-0043", "31-CP-0044"),
    "region": (REGION, "2030_CP_0123", "2030_CP_0124", "2030_CP_0131"),
    "community": (COMMUNITY, "2032-055", "2032-056", "2032-057"),
}


@pytest.mark.parametrize(("act", "first", "second", "third"), STYLES.values(), ids=STYLES)
def test_acts_one_after_another_are_found(act, first, second, third):
    document = a_file(act, act.replace(first, second), act.replace(first, third))

    assert spans(document) == [(1, 1, first), (2, 2, second), (3, 3, third)]


ORDER = """
DÉPARTEMENT DU VAL
Arrêté n° 31-{number}
attribuant une subvention à {whom}
Le Président du Conseil départemental du Val,
VU le code général des collectivités territoriales,
ARRÊTE
Article 1er : Une subvention de 900 € est attribuée à {whom}.
Fait à Bor, le 3 mars 2031
"""


def test_orders_of_a_president_are_acts_and_deliberations_among_them_too():
    cover = "RECUEIL DES ACTES ADMINISTRATIFS\nMars 2031"
    orders = [ORDER.format(number=number, whom=whom) for number, whom in (("071", "Radio Lure"), ("072", "Judo Club"))]

    assert spans(a_file(*orders)) == [(1, 1, "31-071"), (2, 2, "31-072")]
    bound = [number for _, _, number in spans(a_file(cover, *orders, DEPARTMENT))]
    assert bound == ["31-071", "31-072", "31-CP-0042"]


@pytest.mark.parametrize("authority", ["La préfète du Val", "Le ministre de la culture", "Le recteur d’académie"])
def test_orders_of_the_state_are_acts_too(authority):
    order = ORDER.replace("Le Président du Conseil départemental du Val", authority)
    orders = [order.format(number=number, whom=whom) for number, whom in (("071", "Radio Lure"), ("072", "Judo Club"))]
    assert spans(a_file(*orders)) == [(1, 1, "31-071"), (2, 2, "31-072")]


@pytest.mark.parametrize(("act", "first", "second", "third"), STYLES.values(), ids=STYLES)
def test_annexes_belong_to_the_act_before_them(act, first, second, third):
    document = a_file(
        act,
        ANNEX.format(number=first),
        "Club des Chênes 300 €",
        act.replace(first, second),
        ANNEX.format(number=second),
    )

    assert spans(document) == [(1, 3, first), (4, 5, second)]


def test_an_act_cut_by_a_page_goes_on():
    head, text = DEPARTMENT.split("La Commission permanente, après")
    second, rest = DEPARTMENT.replace("0042", "0043").split("La Commission permanente, après")

    document = a_file(head, "La Commission permanente, après" + text, second, "La Commission permanente, après" + rest)

    assert spans(document) == [(1, 2, "31-CP-0042"), (3, 4, "31-CP-0043")]


def test_a_running_head_repeats_the_number_of_its_act_on_each_page():
    def of(number, *pages):
        return [f"Conseil départemental – Délibération n° {number}\n{page}" for page in pages]

    act = DEPARTMENT.replace("Délibération n° 31-CP-0042\n", "")
    document = a_file(*of("31-07", act, "Suite du tableau", "Suite"), *of("31-08", act, "Suite du tableau"))

    assert spans(document) == [(1, 3, "31-07"), (4, 5, "31-08")]


def test_a_report_bound_after_its_act_belongs_to_it():
    document = a_file(
        DEPARTMENT,
        REPORT.format(number="42"),
        DEPARTMENT.replace("0042", "0043").replace("rapport n° 42", "rapport n° 43"),
        REPORT.format(number="43"),
    )

    assert spans(document) == [(1, 2, "31-CP-0042"), (3, 4, "31-CP-0043")]


def test_a_report_bound_before_its_act_belongs_to_it():
    document = a_file(
        REPORT.format(number="2031-R-7"),
        DEPARTMENT,
        REPORT.format(number="2031-R-8"),
        DEPARTMENT.replace("0042", "0043"),
    )

    assert [(act.first_page, act.last_page) for act in find_acts(document).acts] == [(1, 2), (3, 4)]


def test_a_cover_and_a_table_of_contents_open_no_act_of_their_own():
    contents = """
    RECUEIL DES ACTES ADMINISTRATIFS
    Commission permanente du 3 février 2031
    Sommaire
    31-CP-0042 Soutien aux acteurs culturels page 2
    31-CP-0043 Soutien aux acteurs culturels page 3
    """

    assert spans(a_file(contents, DEPARTMENT, DEPARTMENT.replace("0042", "0043"))) == [
        (1, 2, "31-CP-0042"),
        (3, 3, "31-CP-0043"),
    ]


def test_acts_without_a_number_are_told_apart_by_what_they_are_about():
    act = COMMUNE.replace("Délibération n° 2031-017\n", "").replace("055-215501234-20310314-2031-017-DE", "")
    other = act.replace("Subventions aux associations sportives pour 2031", "Acquisition d’un tracteur")

    assert [(one.first_page, one.last_page) for one in find_acts(a_file(act, other)).acts] == [(1, 1), (2, 2)]


def test_the_title_of_each_act_is_its_own():
    other = COMMUNE.replace("2031-017", "2031-018").replace("sportives", "culturelles")

    assert [act.title for act in find_acts(a_file(COMMUNE, other)).acts] == [
        "Subventions aux associations sportives pour 2031",
        "Subventions aux associations culturelles pour 2031",
    ]


def test_figures_that_a_scan_shows_as_letters_are_no_other_number():
    assert same_number("2031-017", "2O31-0l7")
    assert not same_number("2031-017", "2031-018")


BODY = """
Vu le code général des collectivités territoriales ;
Vu la délibération n° 2029-114 du 12 janvier 2029 portant délégation ;
Considérant l’intérêt du projet de {operator} ;
Après en avoir délibéré, à l’unanimité,
DÉCIDE d’attribuer une subvention de 1 200 € à {operator}.
"""
PRESENT = ", ".join(f"M. Jean MARTIN{number}" for number in range(60))
# Heads of made-up councils: `{n}` is the place of the act, `{operator}` what it is about.
HEADS = {
    "figures alone": "Conseil municipal du 3 mars 2031\nDélibération n° {n}\n{operator} : subvention",
    "question": "CONSEIL MUNICIPAL\nSéance du 3 mars 2031\nQuestion n° {n}\nSubvention à {operator}",
    "code before the title": "Extrait du registre des délibérations\nSéance des 3 et 4 mars 2031\n2031 DAC 14{n} Aide à {operator}",
    "code alone": "COMMISSION PERMANENTE\nRéunion du 3 mars 2031\nCP-2031-0{n}\nSubvention à {operator}",
    "report": "COMMISSION PERMANENTE\nSéance du 3 mars 2031\nRapport n° {n}\nOBJET : Subvention à {operator}",
    "no number": "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\nSéance du 3 mars 2031\nOBJET : Aide à {operator}\nPrésents : 12",
    "no number, no label": "EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\nSéance du 3 mars 2031\nEn exercice : 15\nSUBVENTION À {operator}",
    "long list of members": f"EXTRAIT DU REGISTRE DES DÉLIBÉRATIONS\nÉtaient présents : {PRESENT}\nDélibération n° 2031-03-0{{n}}",
    "labels": "BUREAU MÉTROPOLITAIN\nRéunion du 3 mars 2031\nNuméro : B2031-00{n}\nIntitulé : Aide à {operator}",
    "day in the number": "COMMUNE DE VAL\nDELIBERATION DU CONSEIL MUNICIPAL\nSéance du 3 mars 2031\nN° 2031-03-03-{n}",
    "number on two levels": "Commission permanente du 3 mars 2031\n{n}.{n}\nDélibération n° 2031/CP/{n}-1",
}


@pytest.mark.parametrize("annexes", [0, 2])
@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_heads_of_every_form_are_found(head, annexes):
    pages = []
    for number, operator in enumerate(("LES AMIS DU MOULIN", "LE FOYER RURAL", "LA CHORALE"), 1):
        pages += [(head + BODY).format(n=number, operator=operator)]
        pages += ["Tableau des aides\nClub A 300 €\nClub B 500 €"] * annexes

    found = find_acts(a_file(*pages))

    assert [act.first_page for act in found.acts] == [1, 2 + annexes, 3 + 2 * annexes]
    assert found.doubtful == ()


# ---- one act -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("act", [style[0] for style in STYLES.values()], ids=STYLES)
def test_an_act_alone_is_one(act):
    assert len(find_acts(a_file(act)).acts) == 1
    assert find_acts(a_file(act, ANNEX.format(number="7"), "Suite")).doubtful == ()


def test_acts_that_are_cited_begin_nothing():
    cited = """
    Vu la délibération n° 2030-114 du Conseil départemental du 12 janvier 2030 ;
    Vu le code général des collectivités territoriales, ensemble la
    Délibération n° 2029-051 du 8 mars 2029 ;
    La Commission permanente, après en avoir délibéré, DÉCIDE :
    Article 1er : d’allouer 500 € au Club des Aulnes, par la délibération n° 2031-009.
    """

    assert len(find_acts(a_file(DEPARTMENT, cited, DEPARTMENT)).acts) == 1


def test_the_report_of_an_act_is_no_act_even_with_a_number_of_its_own():
    report = REPORT.format(number="77") + "L’assemblée a adopté à l’unanimité le schéma départemental."

    assert len(find_acts(a_file(DEPARTMENT, report, report)).acts) == 1


AGREEMENT = """
CONVENTION – N° 2031-{n}
Commission permanente du 3 février 2031
Objet : soutien à la vie associative
Entre le Département, représenté par son Président, et l’association Les Amis du Moulin,
Par délibération, la Commission permanente, après en avoir délibéré, a attribué 500 €.
"""
SHEET = """
Commission permanente
Séance du 3 février 2031
Objet : soutien au club n° {n}
Montant proposé : 500 €, adopté à l’unanimité
"""


@pytest.mark.parametrize(
    "joined", [AGREEMENT, "Département\nService\n" + AGREEMENT, SHEET], ids=["first", "lower", "sheet"]
)
def test_agreements_and_sheets_with_numbers_of_their_own_are_no_acts(joined):
    found = find_acts(a_file(DEPARTMENT, *(joined.format(n=number) for number in range(120, 126))))

    assert len(found.acts) == 1
    assert found.doubtful == ()


def test_a_deliberation_whose_number_the_act_names_is_joined_to_it():
    earlier = DEPARTMENT.replace("31-CP-0042", "2028-114")

    assert len(find_acts(a_file(DEPARTMENT, earlier)).acts) == 1


def test_pages_that_count_on_are_of_one_act():
    other = DEPARTMENT.replace("0042", "0043")

    assert len(find_acts(a_file(f"1/2\n{DEPARTMENT}", f"2/2\n{other}", "Annexe")).acts) == 1
    assert len(find_acts(a_file(f"1/1\n{DEPARTMENT}", f"1/2\n{other}", "2/2\nSuite")).acts) == 2


def test_a_head_that_nothing_decides_under_is_a_doubt():
    head = DEPARTMENT.split("Vu le Code")[0].replace("0042", "0043")

    found = find_acts(a_file(DEPARTMENT, head))

    assert len(found.acts) == 1
    assert [head.page for head in found.doubtful] == [2]


def test_acts_that_begin_in_the_middle_of_a_page_are_doubts():
    act = """
    Délibération n° 31-08 : subvention au Foyer rural
    Après en avoir délibéré, le conseil décide d’attribuer 500 € au Foyer rural.
    """
    whole = DEPARTMENT.replace("31-CP-0042", "31-07")

    [doubt] = find_acts(a_file(whole + act)).doubtful
    assert (doubt.number, doubt.line.text) == ("31-08", "Délibération n° 31-08 : subvention au Foyer rural")
    assert 0.3 < doubt.line.box.y0 < doubt.line.box.y1 < 1

    for cited in ("Délibération n° 31-08 du 3 mars 2031 modifiée", "la délibération n° 31-08", "Délibération n° 31-07"):
        assert find_acts(a_file(f"{whole}\n{cited}\nAdopté à l’unanimité")).doubtful == ()


@pytest.mark.parametrize(
    ("lines", "number"),
    [
        (["DÉLIBÉRATION N° 2031-12"], "2031-12"),
        (["Rapport n° 12"], "Rapport n° 12"),
        (["N° 2031-12"], "2031-12"),
        (["CONSEIL MUNICIPAL", "Affaire 12 – Voirie"], "12"),
        (["Vu la délibération n° 2031-12"], ""),
        (["modifiée par la délibération n° 2031-12"], ""),
        (["conformément à la", "délibération n° 2031-12 du 3 mars 2031"], ""),
    ],
)
def test_the_own_number_of_an_act_is_no_number_that_it_cites(lines, number):
    own = find_own_number([page_line(line) for line in lines])

    assert (own.number if own else "") == number


def test_order_that_the_contents_name_just_before_it_is_an_act():
    order = """
    DÉPARTEMENT DU VAL
    Arrêté n° 2031-{number}
    accordant une subvention à {whom}
    Le Président du Conseil départemental,
    Vu le code général des collectivités territoriales,
    ARRÊTE :
    Article 1 : Une subvention de 900 € est accordée à {whom}.
    """
    contents = "DÉPARTEMENT DU VAL\nRECUEIL DES ACTES ADMINISTRATIFS\nArrêté n° 2031-11 2\nArrêté n° 2031-12 3"
    first, second = (order.format(number=number, whom=whom) for number, whom in ((11, "Radio Lure"), (12, "la MJC")))
    assert spans(a_file(contents, first, second)) == [(1, 2, "2031-11"), (3, 3, "2031-12")]
