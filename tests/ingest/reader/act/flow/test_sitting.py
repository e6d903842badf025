"""Minutes of sittings and their points, and what stands under each."""

import pytest

from ingest.reader.act.flow.sitting import point_at, points_of
from ingest.reader.decisions import read_decisions
from ingest.reader.metadata import read_metadata
from ingest.reader.sentences.left_over.undecided_sums import OUTSIDE_DECISIONS
from tests.ingest.reader.acts import paragraphs, read_act

MINUTES = """
COMPTE RENDU DU CONSEIL MUNICIPAL
Séance du 3 mars 2031
1. Voirie
2. Subventions
3. Questions diverses
Présents : Mme Arnaud, M. Bel.
1. Voirie
Le devis de la société Durand est retenu pour 4 800 € HT.
2. {}
Vu la demande de l’association Le Bief, Mme Arnaud propose de lui verser une aide.
1. Club nautique : 2 750 €
Le conseil décide d’accorder 300 € à l’association Le Bief.
3. Questions diverses
Le conseil décide de lui verser 80 € pour son déplacement.
"""


def titles(text: str) -> list[str]:
    return [point.title for point in points_of(paragraphs(text))]


def test_points_are_those_with_text_under_them_and_not_the_agenda():
    assert titles(MINUTES.format("Subventions")) == ["", "1. Voirie", "2. Subventions", "3. Questions diverses"]


def test_account_of_what_was_done_with_a_grant_makes_no_minutes():
    act = "BOR MÉTROPOLE\n{}\nVu le code,\nDÉCIDE\n1° - Approuve :\na) - l’attribution de 900 € à la Ruche,\n"
    act += "2° - Autorise le Président à signer.\n3° - La dépense sera imputée au chapitre 65."
    assert len(points_of(paragraphs(act.format("II – Compte rendu des actions 2030")))) == 1
    assert len(points_of(paragraphs(act.format("Compte rendu de la séance du 3 mars")))) > 1


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ("2031-07 : Voirie", "2031-08 : Subventions", "2031-09 : Divers"),
        ("Délibération n° 31/07 – Voirie", "Délibération n° 31/08 – Subventions", "Délibération n° 31/10 – Divers"),
        ("I. Voirie", "II. Subventions", "III. Divers"),
        ("1° Voirie", "2° Subventions", "3° Divers"),
        ("➢ Voirie", "➢ Subventions", "➢ Divers"),
        ("1) Voirie", "2) Subventions", "3) Divers"),
        ("1. Voirie", "2. Recrutement d’un directeur", "3. Tarifs en euros"),
    ],
)
def test_marks_of_points(first, second, third):
    text = f"Procès-verbal de la séance du 3 mars\n{first}\nA est dit.\n{second}\nB est dit.\n{third}\nC est dit."
    assert titles(text) == ["", first, second, third]


@pytest.mark.parametrize("told", ["Le maire expose.\nAdopté", "Le devis est retenu. Vote"])
def test_points_that_end_with_a_vote_each_are_minutes_whatever_their_head_says(told):
    points = [f"{number}. Point {number}\n{told} à l’unanimité." for number in range(1, 4)]
    assert titles("\n".join(["Conseil municipal du 3 mars 2031", *points])) == [
        "",
        "1. Point 1",
        "2. Point 2",
        "3. Point 3",
    ]


def test_what_is_proposed_at_a_point_and_adopted_is_granted():
    lines = read_act(
        MINUTES.format("Subventions").replace(
            "Le conseil décide d’accorder 300 € à l’association Le Bief.",
            "Mme Arnaud propose d’allouer : 300 € à l’association Le Bief ; 900 € au Judo Club. M. Bel demande "
            "pourquoi le Secours, qui avait obtenu 200 €, n’a rien.\n"
            "Adopté à l’unanimité, M. Bel n’ayant pas pris part au vote.",
        )
    )[0]
    assert [(line.operator, line.amount) for line in lines] == [("association Le Bief", 300), ("Judo Club", 900)]


@pytest.mark.parametrize("mark", ["DCM 2031-03-03 –", "Délibération n° 12 :", "2031/14 -"])
def test_point_may_open_with_what_the_council_grants(mark):
    lines = read_act(f"Compte rendu\nVote : 12 pour.\n{mark} Le Conseil accorde 400 € au Souvenir. Unanimité.")[0]
    assert [(line.operator, line.amount) for line in lines] == [("Souvenir", 400)]


def test_points_of_two_levels_are_the_finer_ones():
    heads = ["I. FINANCES", "1.1 Budget", "1.2 Aides", "II. PERSONNEL", "2.1 Primes", "III. ENFANCE", "3.1 Garderie"]
    text = "\n".join(["Procès-verbal", *(f"{head}\nLe conseil en décide." for head in heads)])
    assert titles(text) == ["", "1.1 Budget", "1.2 Aides", "2.1 Primes", "3.1 Garderie"]


def test_extract_and_single_act_have_no_points():
    extract = MINUTES.replace("COMPTE RENDU DU", "EXTRAIT DU PROCÈS-VERBAL DU")
    assert titles(extract) == [""]
    assert titles("Conseil municipal\n1. A\nUn.\n2. B\nDeux.\n3. C\nTrois.") == [""]
    assert titles("") == [""]


@pytest.mark.parametrize(
    ("title", "grants"),
    [
        ("Subventions aux associations", True),
        ("Vie associative", True),
        ("Tarifs et aides de la cantine", True),
        ("Tarifs de la salle", False),
        ("Redevances d’occupation", False),
        ("Subventions reçues", False),
        ("Demande de subvention au Département", False),
    ],
)
def test_points_at_which_grants_may_be_voted(title, grants):
    points = points_of(paragraphs(MINUTES.format(title)))
    assert points[2].may_grant is grants
    assert points[1].may_grant is False


def test_a_place_is_under_the_last_title_over_it():
    points = points_of(paragraphs(MINUTES.format("Subventions")))
    second = points[2].paragraphs[0].source
    assert point_at(points, second.page, second.box.y0 + 0.001) is points[2]
    assert point_at(points, second.page - 1, 1.0) is None
    assert point_at(points[::-1], second.page, 1.0) is None


def test_each_point_speaks_of_its_own_organisations():
    lines, _, leftovers = read_act(MINUTES.format("Subventions"))
    assert [(line.operator, line.amount) for line in lines] == [("association Le Bief", 300)]
    assert any("80 €" in left.text for left in leftovers)


def test_sum_of_a_point_where_nothing_decides_is_left_over():
    leftovers = read_act(
        MINUTES.format("Subventions").replace(
            "3. Questions diverses\nLe conseil décide",
            "3. Voyage scolaire\nUne aide de 50 € par enfant versée à la coopérative, soit 200 €.\n"
            "Une aide de 400 € est demandée au Département.\n4. Divers\nLe conseil décide",
        )
    )[2]
    assert [left.text[:22] for left in leftovers if left.reason == OUTSIDE_DECISIONS] == ["Une aide de 50 € par e"]


def test_entries_of_a_point_that_are_voted_one_by_one_are_left_over():
    leftovers = read_act(
        "COMMUNE DE BOR\n# COMPTE RENDU DU CONSEIL MUNICIPAL DU 4 MARS 2031\n# 1. Subventions aux associations\n"
        "Le maire soumet chacune au vote :\n- ADMR : 150 € – Pour : 12, Contre : 0, Abstention : 1\n"
        "- Judo Club : 200 € – Pour : 13, Contre : 0, Abstention : 0\n"
        "# 2. Eau\nLe prix du m3 reste fixé à 1,85 €. Adopté à l’unanimité.\n# 3. Divers\nNéant."
    )[2]
    assert [left.text[2:13] for left in leftovers] == ["ADMR : 150 ", "Judo Club :"]


def test_point_that_opens_on_the_last_line_of_another_is_one_of_its_own():
    minutes = paragraphs(
        "PROCÈS-VERBAL DE LA SÉANCE DU 6 FÉVRIER 2031\n2031-02-01 – Procès-verbal. Adopté.\n2031-02-02 – Tondeuse. Le "
        "devis est retenu. 2031-02-03 – Subvention au Chœur. Sur demande de sa présidente, le conseil vote une aide "
        "de 750 € au Chœur de Lure.\n2031-02-04 – Divers. Néant."
    )
    assert [point.title for point in points_of(minutes)] == [
        "",
        "2031-02-01 – Procès-verbal",
        "2031-02-02 – Tondeuse",
        "2031-02-03 – Subvention au Chœur",
        "2031-02-04 – Divers",
    ]
    lines = read_decisions(minutes, read_metadata(minutes), (), ())[0]
    assert [(line.operator, line.amount) for line in lines] == [("Chœur de Lure", 750)]
