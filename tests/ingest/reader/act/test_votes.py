"""Counts and results of votes as councils print them."""

import pytest

from ingest.reader.act.flow.vote_counts import find_counts
from ingest.reader.act.flow.vote_lines import find_result, is_vote_line
from ingest.reader.act.votes import read_votes
from ingest.reader.metadata import read_metadata
from ingest.reader.paragraphs.plain_text import plain
from tests.ingest.reader.acts import COMMUNE, DEPARTMENT, REGION, paragraphs, steps


def counts(text: str) -> dict[str, int | None]:
    return {count.field: count.figure for count in find_counts(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pour : 40, contre : 3, abstention(s) : 2", {"votes_for": 40, "against": 3, "abstentions": 2}),
        ("POUR 40 CONTRE 3 ABSTENTIONS 2", {"votes_for": 40, "against": 3, "abstentions": 2}),
        ("par 26 voix pour, 1 voix contre et 2 abstentions", {"votes_for": 26, "against": 1, "abstentions": 2}),
        ("adopté par 30 voix contre 12", {"votes_for": 30, "against": 12}),
        (
            "Votants : 45 – Suffrages exprimés : 43 – Majorité absolue : 22",
            {"voters": 45, "votes_cast": 43, "majority": 22},
        ),
        ("à l’unanimité des 39 suffrages exprimés", {"votes_for": 39, "votes_cast": 39}),
        ("mise aux voix, adoptée à la majorité de 24 voix contre 3", {"votes_for": 24, "against": 3}),
        (
            "Abstention du groupe Union (7 voix), votes contre des groupes Val (3 voix) et Agir (2)",
            {"abstentions": 7, "against": 5},
        ),
        (
            "le groupe Union (7 élus) s’abstenant et le groupe Val (3 élus) votant contre",
            {"abstentions": 7, "against": 3},
        ),
        ("décide, par 10 voix et 2 abstentions, d’accorder", {"votes_for": 10, "abstentions": 2}),
        ("Contre : néant", {"against": 0}),
        ("Contre : Groupe de l’Est (4)", {"against": 4}),
        ("Abstention : Mme Odile CARPENTIER, M. Paul SERRES", {"abstentions": 2}),
        ("Absents sans délégation de vote : 6", {"absent_without_proxy": 6}),
        ("Nombre de procurations : 4", {"proxies": 4}),
        ("À la majorité : 16 voix pour, 2 voix contre", {"votes_for": 16, "against": 2}),
        ("Au moment du vote, 30 conseillers métropolitains étaient présents.", {"present": 30}),
        ("N’ont pas pris part au vote : 28 (en raison d’un conflit d’intérêts)", {"not_voting": 28}),
        ("ADOPTÉE PAR 27 VOIX – 4 ABSTENTIONS (Mme A, M. B)", {"votes_for": 27, "abstentions": 4}),
        ("à la majorité (12 contre : groupe « Val » ; 4 abstentions : Mme ROY)", {"against": 12, "abstentions": 4}),
        ("Ont voté POUR (44) : Groupe Avenir (30), Groupe Gauche (14)", {"votes_for": 44}),
        (
            "Pour : groupes Val, Centre et Agir (41 voix). Contre : groupe Citoyen (9 voix). Abstention : groupe"
            " Bois (6).",
            {"votes_for": 41, "against": 9, "abstentions": 6},
        ),
        ("le groupe Citoyen votant contre et le groupe Centre s’abstenant", {"against": None, "abstentions": None}),
        ("Vote(s) contre du/des groupe(s) : LES MONTAGNES ; NON-INSCRITS.", {"against": None}),
        ("– Majorité : pour (26) – Écologie : contre (5) – Agir : contre (2)", {"votes_for": 26, "against": 7}),
        ("par vingt voix pour et deux abstentions", {"votes_for": 20, "abstentions": 2}),
        ("par 14 voix pour, 2 contre et une abstention", {"votes_for": 14, "against": 2, "abstentions": 1}),
        ("par trente voix contre deux", {"votes_for": 30, "against": 2}),
        ("POUR : vingt-deux – CONTRE : trois – ABSTENTION : une", {"votes_for": 22, "against": 3, "abstentions": 1}),
        ("Pour : 27 Ne prennent pas part au vote : 2", {"votes_for": 27, "not_voting": 2}),
        ("Nombre d’abstentions : 1", {"abstentions": 1}),
        ("adopté à l’unanimité, par 30 voix", {"votes_for": 30}),
        ("A L’UNANIMITE (10 VOIX), ADOPTE", {"votes_for": 10}),
        (
            "Ont voté pour : Groupe A (12), Groupe B (4) ; ont voté contre : Groupe C",
            {"votes_for": None, "against": None},
        ),
        ("cent pour cent de l’aide, attribuée aux deux pour un an", {}),
        ("une subvention pour 12 associations et 3 clubs contre la pauvreté", {}),
        ("pour un montant de 40 000 €", {}),
        ("pour 2031", {}),
    ],
)
def test_counts_in_their_printed_forms(text, expected):
    assert counts(text) == expected


def test_group_after_a_dash_is_the_detail():
    told = {count.field: count.detail for count in find_counts("Se sont abstenus : 4 – Groupe Les Indépendants")}
    assert told == {"abstentions": "Groupe Les Indépendants"}


def test_line_of_the_result_is_a_vote_however_many_members_it_names():
    named = ", ".join(f"M. Luc ROUX (président du Club {number})" for number in range(12))
    assert is_vote_line(plain(f"Résultat du vote : ADOPTÉ À L’UNANIMITÉ. N’ont pas pris part au vote : {named}."))


def test_groups_are_named_where_no_figure_is():
    told = [count.detail for count in find_counts("Pour : Groupe A (12), Groupe B (4) ; contre : Groupe C (3)")]
    assert told == ["Groupe A (12), Groupe B (4)", "Groupe C (3)"]


def test_members_named_for_each_voice_are_a_vote():
    told = "Contre : MM. ROY, LAC ; Abstention : Mme PIN"
    assert is_vote_line(plain(told)) and counts(told) == {"against": 2, "abstentions": 1}
    assert is_vote_line("le conseil adopte a l'unanimite.") and not is_vote_line(
        "le conseil adopte a l'unanimite l'aide"
    )
    assert is_vote_line("pour : unanimite") and not is_vote_line("contre : l'avis de la commission, m. roy propose")


def test_act_that_is_not_adopted_says_so():
    assert find_result("La délibération est rejetée à la majorité des voix.") == "rejetée"


def test_unanimity_of_voters_counted_in_words_is_printed_whole():
    assert find_result("à l’unanimité des trente-quatre votants, décide") == "à l’unanimité des trente-quatre votants"


def test_detail_is_what_stands_in_brackets_and_its_words_are_no_count():
    [count] = find_counts("Contre : 16 (Groupe Pour 2 rives ; Groupe Contre 3 vents (non inscrits))")
    assert (count.field, count.figure, count.detail) == (
        "against",
        16,
        "Groupe Pour 2 rives ; Groupe Contre 3 vents (non inscrits)",
    )


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("DECIDE à la majorité:", "à la majorité"),
        ("ADOPTÉ À L’UNANIMITÉ", "À L’UNANIMITÉ"),
        ("décide, à l'unanimité des suffrages exprimés, d'accorder", "à l'unanimité des suffrages exprimés"),
        ("(Adopté)", "Adopté"),
        ("Majorité des suffrages exprimés : 17", ""),
        ("adopté par le comité technique", ""),
    ],
)
def test_results_as_printed(text, result):
    assert find_result(text) == result


def test_sentences_about_money_are_no_vote_lines():
    assert not is_vote_line(
        plain("Pour l’année 2031, il est proposé de financer 26 structures pour un montant de 1 200 €.")
    )
    assert is_vote_line(plain("Pour : 24 voix (Groupe des Deux Vallées ; Groupe du Plateau)"))


def test_one_vote_bears_on_the_whole_act():
    [vote] = read_votes(steps(COMMUNE))
    assert vote.articles == ()
    assert vote.result == "à l’unanimité des membres présents et représentés"
    assert (vote.votes_for, vote.against, vote.abstentions, vote.present) == (13, 0, 0, 12)
    assert vote.majority is None


def test_counts_in_one_sentence_with_names():
    [vote] = read_votes(steps(DEPARTMENT))
    assert (vote.result, vote.votes_for, vote.against, vote.abstentions) == ("à la majorité", 16, 2, 1)
    assert vote.against_detail == "M. A. DELORME, Mme C. HUOT"


def test_members_named_as_not_voting_are_counted():
    [vote] = read_votes(steps(REGION))
    assert (vote.result, vote.not_voting) == ("À L’UNANIMITÉ", 2)


def test_each_group_of_articles_has_its_vote():
    votes = read_votes(
        steps(
            """
            Vu le code,
            Après en avoir délibéré,
            DECIDE :
            Article 1 :
            D’attribuer 500 € au club de voile.
            Article 2 :
            D’attribuer 300 € au club d’échecs.
            Pour : 20 voix (Groupe A)
            Contre : 0 voix
            (Adopté)
            Après en avoir délibéré,
            DECIDE :
            Article 3 :
            D’attribuer 100 € au club de dames.
            Pour : 12 voix
            Contre : 9 voix (Groupe B)
            (Adopté)
            """
        )
    )
    assert [(vote.articles, vote.votes_for, vote.against, vote.result) for vote in votes] == [
        ((1, 2), 20, 0, "Adopté"),
        ((3,), 12, 9, "Adopté"),
    ]
    assert (votes[0].for_detail, votes[1].against_detail) == ("Groupe A", "Groupe B")


def test_later_count_of_the_members_holds():
    [vote] = read_votes(
        steps(
            """
            Vu le code,
            DECIDE à l'unanimité :
            - d'accorder 500 € au comité des fêtes.
            51 conseillers étaient présents en séance.
            Au moment du vote, 50 conseillers étaient présents.
            Pour : 50
            """
        )
    )
    assert (vote.present, vote.votes_for) == (50, 50)


def test_act_without_a_vote_has_none():
    assert read_votes(steps("Vu le code,\nLe Maire informe le Conseil.")) == ()


@pytest.mark.parametrize(
    ("told", "counts"),
    [
        ("Adopté à la majorité (22 pour, 3 contre, 2 abstentions)", (22, 3, 2)),
        ("Adopté à la majorité (4 voix contre : M. DUPIN, Mme ROUX)", (None, 4, None)),
        ("Cette délibération est adoptée à l’unanimité des suffrages exprimés, 2 abstentions.", (None, None, 2)),
    ],
)
def test_counts_in_brackets_and_in_the_sentence_that_adopts(told, counts):
    [vote] = read_votes(steps(f"Vu le code,\nDECIDE :\n- d’accorder 500 € au comité des fêtes.\n{told}"))
    assert (vote.votes_for, vote.against, vote.abstentions) == counts


@pytest.mark.parametrize("nought", ["0", "O", "O0", "0O"])
def test_nought_taken_for_a_letter_is_a_nought(nought):
    assert counts(f"Pour : 25 voix\nContre : {nought} voix") == {"votes_for": 25, "against": 0}


def test_counts_that_end_a_paragraph_are_a_vote():
    act = steps(
        "Vu le code,\nDÉCIDE :\n- d’accorder 500 € au Club Lure. Votants : 29 Pour : 28 Contre : 0 Abstention : 1"
    )
    [vote] = read_votes(act)
    assert (vote.votes_for, vote.against, vote.abstentions) == (28, 0, 1)


@pytest.mark.parametrize(
    "told",
    [
        "La Commission permanente, à l’unanimité, adopte le rapport.",
        "Commission permanente du 3 avril 2031 – Décision : ADOPTÉ à l’unanimité",
    ],
)
def test_assembly_that_adopts_at_once_has_voted(told):
    assert [vote.result for vote in read_votes(steps(told))] == ["à l’unanimité"]


def test_counts_of_a_committee_over_a_decision_are_not_its_vote():
    told = (
        "Avis de la commission des finances\nPour : 5\nContre : 1\nLe Conseil municipal décide de verser 900 € au club."
    )
    assert read_votes(steps(told)) == ()


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("VOTE : Pour : 21 – Contre : 3\nLa proposition est adoptée.", [(21, 3)]),
        ("Pour : 21\nContre : 3", [(21, 3)]),
        ("Le groupe Citoyen vote contre.", []),
        ("Pour : 21 enfants inscrits, la commune paie.", []),
    ],
)
def test_counts_under_a_report_that_no_deliberation_follows_are_its_vote(told, found):
    votes = read_votes(steps(f"Il est proposé au conseil de verser 900 € au Judo Club.\n{told}"))
    assert [(vote.votes_for, vote.against) for vote in votes] == found


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("le groupe Citoyen votant contre", "groupe Citoyen"),
        ("Vote(s) contre du/des groupe(s) : LES MONTAGNES ; NON-INSCRITS.", "LES MONTAGNES ; NON-INSCRITS"),
        ("Contre : 2 – MM. Jean HAVARD et Louis TESTU, Abstention : 1 – Mme ROY", "MM. Jean HAVARD et Louis TESTU"),
        ("– Majorité : pour (26) – Écologie : contre (5) – Agir : contre (2)", "Écologie (5), Agir (2)"),
        ("(12 contre : groupe « Val autrement » ; 4 abstentions)", "groupe « Val autrement »"),
    ],
)
def test_who_voted_against(text, detail):
    assert [count.detail for count in find_counts(text) if count.field == "against"] == [detail]


def test_decision_that_opens_with_its_voices_counts_them_and_a_figure_said_again_keeps_its_names():
    decided = "Après en avoir délibéré ;\nDÉCIDE par 24 voix pour (groupe A) et 2 abstentions (M. ROY, Mme LIN) :\n"
    [vote] = read_votes(steps(f"Vu le code,\n{decided}- d’accorder 500 € au Judo Club.\nAbstentions : 2"))
    assert (vote.votes_for, vote.for_detail) == (24, "groupe A")
    assert (vote.abstentions, vote.abstentions_detail) == (2, "M. ROY, Mme LIN")


def test_sense_of_the_vote_over_its_counts_is_a_vote():
    told = "Sens du vote : adopté à la majorité – Pour : 34 – Contre : 4 (groupe Agir) – Abstentions : 6 (groupe Val)"
    [vote] = read_votes(steps(f"Vu le code,\nDÉCIDE :\n- d’accorder 500 € au Judo Club.\n{told}"))
    assert (vote.result, vote.votes_for, vote.against, vote.abstentions) == ("à la majorité", 34, 4, 6)


def test_figure_that_is_printed_holds_over_the_members_named_after_it():
    [vote] = read_votes(
        steps(
            "Vu le code,\nDÉCIDE :\n- d’accorder 500 € au Judo Club.\nPour : 84\nNon-participations : 3\n"
            "Déports : Mme Anne ROY, présidente du Judo Club ; M. Luc BERNARD"
        )
    )
    assert (vote.votes_for, vote.not_voting) == (84, 3)


@pytest.mark.parametrize(
    "line", ["Abstentions des groupes Union (7 voix) et Val (2 voix)", "À l’unanimité (31 votants)"]
)
def test_groups_and_voters_alone_on_a_line_are_a_vote(line):
    assert is_vote_line(plain(line))


def test_points_of_minutes_have_each_their_own_counts():
    points = (
        "1. Taux des taxes\nAdopté par 19 voix pour et 4 voix contre.\n"
        "2. Subvention\nLe conseil décide d’attribuer 900 € à la Ruche. Adopté à l’unanimité (23 voix).\n"
        "3. Tarifs\nAdopté à l’unanimité."
    )
    votes = read_metadata(paragraphs("PROCÈS-VERBAL\nCONSEIL MUNICIPAL\n" + points)).votes
    assert [(one.votes_for, one.against) for one in votes] == [(19, 4), (23, None), (None, None)]


def test_counts_behind_what_is_voted_are_of_its_vote():
    [vote] = read_votes(
        steps("COMMUNE DE BOR\nSont votées à l’unanimité (14 voix) les subventions suivantes :\nADMR : 90 €")
    )
    assert (vote.result, vote.votes_for) == ("à l’unanimité", 14)


def test_act_that_is_said_adopted_under_its_last_article_has_this_vote():
    decided = "Après en avoir délibéré,\nArticle 1 : Décide d’attribuer 900 € à la Ruche.\n"
    [vote] = read_votes(steps(f"{decided}Cette délibération est adoptée à l’unanimité des suffrages exprimés."))
    assert vote.result == "à l’unanimité des suffrages exprimés"


def test_labels_over_their_figures_are_the_vote_of_their_point():
    voted = "Vote\nPour\n18\nContre\n0\nAbstention\n1 (Mme Roy)"
    points = (
        f"2031-01 : Subventions\nLe conseil décide d’accorder 900 € à la Ruche.\n{voted}\n"
        "2031-02 : Tarifs\nLe conseil décide d’augmenter les loyers.\nPour : 17\nContre : 2"
    )
    votes = read_metadata(paragraphs(f"PROCÈS-VERBAL\nCONSEIL MUNICIPAL\n{points}")).votes
    assert [(one.votes_for, one.against, one.abstentions) for one in votes] == [(18, 0, 1), (17, 2, None)]
    assert votes[0].abstentions_detail == "Mme Roy"


def test_word_over_the_number_of_a_page_is_no_vote():
    assert read_votes(steps("COMMUNE DE BOR\nDÉCIDE :\n- d’accorder 900 € à la Ruche.\nAnnexe\nPour\n27")) == ()


@pytest.mark.parametrize(
    ("told", "voices"),
    [
        ("Pour : 8 (groupe A), Contre : 9 (groupe B), Pour : 5 (groupe C)", (13, 9)),
        ("Contre : 3 (groupe A), Contre : 4 (groupe B), Pour : 12 (groupe C)", (12, 7)),
        ("Pour : 13 (groupes A et C), Contre : 9 (groupe B), Pour : 8 (groupe A)", (8, 9)),
        ("Pour : 15, Contre : 3\nPour : 14, Contre : 4", (14, 4)),
    ],
)
def test_voices_that_groups_print_in_turn_are_added_up(told, voices):
    head = "COMMUNE DE BOR\nCONSEIL MUNICIPAL\nSéance du 3 mars 2031\nDÉCIDE :"
    (vote,) = read_votes(steps(f"{head}\n- d’attribuer 900 € au Judo Club.\n{told}"))
    assert (vote.votes_for, vote.against) == voices


@pytest.mark.parametrize(
    ("told", "result", "voices"),
    [
        ("VOTE\nUNANIMITÉ", "UNANIMITÉ", (None, None)),
        ("Le vote de ces aides est validé par 7 voix POUR (A. ROY, B. BEL) et 6 CONTRE (C. PIN).", "", (7, 6)),
    ],
)
def test_result_below_what_nothing_was_seen_to_decide_is_its_vote(told, result, voices):
    act = read_metadata(
        paragraphs(f"COMMUNE DE BOR\nSéance du 3 mars 2031\nUne aide est proposée pour le Bief.\n{told}")
    )
    assert [(vote.result, (vote.votes_for, vote.against)) for vote in act.votes] == [(result, voices)]


def test_names_in_brackets_make_no_vote_too_long_for_its_line():
    names = ", ".join(f"{letter}. DELORME" for letter in "ABCDEFGHIJKLMNOPQ")
    assert is_vote_line(plain(f"Adopté par 17 voix pour ({names}) et 2 voix contre (R. BEL, S. ROY)"))
    assert not is_vote_line(
        plain(f"Adopté par 17 voix pour, {names} et 2 voix contre, R. BEL, S. ROY, T. PIN et U. CLAIR")
    )
