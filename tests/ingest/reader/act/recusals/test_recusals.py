"""Members who stand aside, and those who only look as if they did."""

import pytest

from ingest.reader.act.flow.persons import complete_name, find_members, find_persons
from ingest.reader.act.recusals.mandates import read_mandates, read_reason
from ingest.reader.act.recusals.recusals import read_recusals
from tests.ingest.reader.acts import COMMUNE, COMMUNITY, DEPARTMENT, REGION, paragraphs, steps

DECIDED = "Vu le code,\nDECIDE :\n- d’accorder 500 € au comité des fêtes.\n"


def recused(text: str) -> list[tuple[str, str, str]]:
    return [(item.person, item.function, item.organisation) for item in read_recusals(steps(DECIDED + text))]


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (COMMUNE, [("Odile CARPENTIER", "présidente", "Judo Club des Ormes")]),
        (DEPARTMENT, [("Denis FAIVRE", "administrateur", "association Les Tréteaux du Pays")]),
        (
            REGION,
            [
                ("Rose ADELINE", "membre du conseil d’administration", "lycée agricole de Montfroid"),
                ("Ivan KERN", "", ""),
            ],
        ),
        (COMMUNITY, [("Luc BASTIDE", "maire", "Trélans")]),
    ],
)
def test_recusals_of_whole_acts(act, expected):
    found = [(item.person, item.function, item.organisation) for item in read_recusals(steps(act))]
    assert found == expected


def test_persons_counted_before_the_bracket_that_names_them():
    told = "NE PREND PAS PART AU VOTE : 2 (Karim BRUN, trésorier du Judo Club ; Solène ROY, entraîneuse à la Ruche)"
    assert [(one.person, one.function, one.organisation) for one in read_recusals(steps(DECIDED + told))] == [
        ("Karim BRUN", "trésorier", "Judo Club"),
        ("Solène ROY", "entraîneuse", "Ruche"),
    ]


def test_list_of_persons_and_the_articles_they_leave():
    records = read_recusals(
        steps(
            DECIDED + "Mesdames Agnès BOLLET, Nadia VUILLEMIN et Sylvie GROSJEAN ainsi que messieurs Rémi PETITJEAN, "
            "intéressés à l’affaire, n’ont pris part ni au débat ni au vote des dispositions des articles 5 à 7 et 9."
        )
    )
    assert [record.person for record in records] == [
        "Agnès BOLLET",
        "Nadia VUILLEMIN",
        "Sylvie GROSJEAN",
        "Rémi PETITJEAN",
    ]
    assert {record.articles for record in records} == {(5, 6, 7, 9)}
    assert records[0].as_printed.startswith("Mesdames Agnès BOLLET")


def test_reason_between_two_decisions_may_tell_who_stands_aside():
    decided = """
        Après en avoir délibéré, décide :
        - d’attribuer 500 € au Judo Club ;
        compte tenu de sa présence au conseil de la Ligue de Bor, Mme Odile SERRES ne prenant pas part au vote,
        - d’attribuer 300 € à la Ligue de Bor ;
    """
    assert [record.person for record in read_recusals(steps(decided))] == ["Odile SERRES"]


def test_functions_are_stated_first_and_the_reason_comes_after():
    assert recused(
        "Madame BOLLET est Vice-Présidente de la Communauté de Communes du Val.\n"
        "Madame ROY et Monsieur FAIVRE sont membres du conseil d’administration du CCAS de Vaux. Il est aussi "
        "trésorier de l’association L’Élan.\n"
        "En raison de ces fonctions, ils ne peuvent ni prendre part au délibéré ni être comptés dans le quorum."
    ) == [
        ("BOLLET", "Vice-Présidente", "Communauté de Communes du Val"),
        ("ROY", "membres du conseil d’administration", "CCAS de Vaux"),
        ("FAIVRE", "membres du conseil d’administration", "CCAS de Vaux"),
        ("ROY", "trésorier", "association L’Élan"),
        ("FAIVRE", "trésorier", "association L’Élan"),
    ]


def test_sentence_that_speaks_of_deliberating_and_voting_opens_no_decision():
    assert recused(
        "Madame ROY est Conseillère régionale. En raison de cette fonction, elle ne peut ni prendre part au délibéré "
        "et au vote ni être comptée dans le quorum, ainsi que Monsieur BAUD en raison des fonctions professionnelles "
        "exercées au sein de la Région des Monts."
    ) == [
        ("ROY", "Conseillère régionale", "Région des Monts"),
        ("BAUD", "fonctions professionnelles", "Région des Monts"),
    ]


def test_function_alone_is_no_recusal():
    assert recused("Monsieur FAIVRE est Président de la commission des finances.") == []


def test_proxy_of_a_member_concerned_and_proxy_held_by_one():
    assert recused(
        "Madame LUCE (Présidente du CCAS de Vaux) et Madame ROY avaient donné pouvoir à Monsieur BAUD. Elles ne "
        "peuvent prendre part au vote même par procuration.\n"
        "Monsieur PONS avait donné pouvoir à Madame BOLLET. Cette dernière ne pouvant prendre part au vote, il n’est "
        "pas tenu compte de ce pouvoir."
    ) == [("LUCE", "Présidente", "CCAS de Vaux")]


def test_member_called_away_or_joining_is_not_recused():
    assert (
        recused(
            "Madame DENY et Monsieur CAUX, présents à l’appel, avaient quitté momentanément la salle.\n"
            "Ils ont été rejoints par Monsieur VALAT (porteur du pouvoir de Madame VANNE)."
        )
        == []
    )


def test_member_who_leaves_for_the_vote_stands_aside():
    told = "M. Luc ROUX, président du Judo Club, étant sorti de la salle au moment du vote."
    assert recused(told) == [("Luc ROUX", "président", "Judo Club")]
    assert recused("Mme Zoé ROY, présidente du Bief, quitte la séance pour ce point.") == [
        ("Zoé ROY", "présidente", "Bief")
    ]


def test_members_are_named_by_their_capitals_where_no_civility_is_printed():
    told = "Franck SÉCHER, président du Judo Club, et Anne LE GOFF, bénévole à l’ADMR, ne participent pas au vote."
    assert [person for person, _, _ in recused(told)] == ["Franck SÉCHER", "Anne LE GOFF"]
    assert recused("Gilles ROUX, trésorier de la MJC, quitte la salle pour le vote.") == [
        ("Gilles ROUX", "trésorier", "MJC")
    ]
    assert recused("C. ETCHEVERRY, présidente du Judo Club, n’a pas participé au vote.") == [
        ("C. ETCHEVERRY", "présidente", "Judo Club")
    ]
    assert recused("Le CCAS et le SIVOM ne prennent pas part au vote.") == []


def test_absent_members_with_an_interest_are_recused_without_proxy():
    assert recused(
        "Mesdames Agnès BOLLET et Nadia VUILLEMIN, intéressées à l’affaire et excusées, n’ont pas donné de délégation "
        "de vote."
    ) == [("Agnès BOLLET", "", ""), ("Nadia VUILLEMIN", "", "")]


def test_elected_member_of_the_region_named_in_the_same_reason():
    assert recused(
        "Madame BOLLET est Conseillère régionale. En raison de cette fonction, elle ne peut prendre part au vote, "
        "ainsi que Monsieur PONS en raison des fonctions professionnelles exercées au sein de la Région Grand Plateau."
    ) == [
        ("BOLLET", "Conseillère régionale", "Région Grand Plateau"),
        ("PONS", "fonctions professionnelles", "Région Grand Plateau"),
    ]


def test_first_name_comes_from_the_list_where_one_member_alone_bears_the_name():
    act = """
    Présents : Mme Anne-Sophie BOISSY, M. Jean MARTY, M. Luc MARTY, Mme Ève SERRES
    Vu le code,
    DECIDE :
    - d’accorder 500 € au club.
    Madame BOISSY et Monsieur MARTY ne prennent pas part au vote.
    """
    assert [record.person for record in read_recusals(steps(act))] == ["Anne-Sophie BOISSY", "MARTY"]


# ---- mandates ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("présidente de l’association Le Bief", [("présidente", "association Le Bief")]),
        ("membre du bureau administratif de l’ARPEJ.", [("membre du bureau administratif", "ARPEJ")]),
        (
            "membre du conseil d’administration et de l’assemblée générale de la Mission locale du Val",
            [("membre du conseil d’administration et de l’assemblée générale", "Mission locale du Val")],
        ),
        (
            "membre du conseil de surveillance de l’association Élan ainsi que du bureau de la Régie des Quais.",
            [("membre du conseil de surveillance", "association Élan"), ("membre du bureau", "Régie des Quais")],
        ),
        (
            "président du club de judo et trésorière de la Ligue de l’Est",
            [("président", "club de judo"), ("trésorière", "Ligue de l’Est")],
        ),
        ("conseiller municipal", [("conseiller municipal", "")]),
        (
            "conseiller municipal et par ailleurs président du Judo Club",
            [("conseiller municipal", ""), ("président", "Judo Club")],
        ),
        ("absente", []),
    ],
)
def test_mandates(text, expected):
    assert [tuple(mandate) for mandate in read_mandates(text)] == expected


def test_reason_gives_the_mandate():
    assert read_reason("En raison de ses fonctions de trésorier du Comité des fêtes de Lans, M. DUC") == [
        ("trésorier", "Comité des fêtes de Lans")
    ]
    assert read_reason("en raison de cette fonction, elle ne peut") == []


# ---- names -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mme Odile Carpentier et M. de La Tour", ["Odile Carpentier", "de La Tour"]),
        ("MM. Guy LESTRADE Paul SERRES, Louis TISSOT", ["Guy LESTRADE", "Paul SERRES", "Louis TISSOT"]),
        ("Madame CHOLET, Messieurs BERTHE et VERNAY sont", ["CHOLET", "BERTHE", "VERNAY"]),
        ("M. le Maire et Mme la Présidente", []),
        ("M.DUPIN et Mme J. ROUX-LE GALL", ["DUPIN", "J. ROUX-LE GALL"]),
        ("Monsieur le Président à signer avec la société M. et associés", []),
    ],
)
def test_names_after_a_civility(text, names):
    assert [person.name for person in find_persons(text)] == names


def test_members_are_found_under_any_civility_or_none():
    listed = paragraphs(
        """
        Étaient présents : Agnès BOLLET, Denis FAIVRE, Rémi PETITJEAN
        Absents représentés : M. Luc ROY donne pouvoir à Agnès BOLLET
        """
    )
    assert find_members(listed) == ("Agnès BOLLET", "Denis FAIVRE", "Rémi PETITJEAN", "Luc ROY")


def test_members_in_small_letters_are_known_by_their_civility():
    listed = paragraphs("Présents : M. Jean Dupin, Mme Anne de La Tour, Mme Lise Roux, Conseillers Municipaux")
    assert find_members(listed) == ("Jean Dupin", "Anne de La Tour", "Lise Roux")


def test_name_that_two_members_bear_stays_as_printed():
    members = ("Jean MARTY", "Luc MARTY", "Ève SERRES")
    assert complete_name("MARTY", members) == "MARTY"
    assert complete_name("L. MARTY", members) == "Luc MARTY"
    assert complete_name("SERRES", members) == "Ève SERRES"
    assert complete_name("EVE SERRES", members) == "Ève SERRES"


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Ne prennent pas part au vote : M. Jean DUPIN (Judo Club), Mme Anne ROUX (Groupe Avenir).",
            [("Jean DUPIN", "", "Judo Club"), ("Anne ROUX", "", "")],
        ),
        (
            "Les élus ne prennent pas part au vote les concernant : Mme ROUX pour la Chorale, M. DUPIN pour le Judo.",
            [("ROUX", "", "Chorale"), ("DUPIN", "", "Judo")],
        ),
        (
            "(Mme ROUX ne prend pas part au vote pour la subvention attribuée au Comité des fêtes)",
            [("ROUX", "", "Comité des fêtes")],
        ),
        (
            "Messieurs DUPIN et BERNARD, membres de l’association Les Boulistes, ne prennent pas part au vote.",
            [("DUPIN", "membres", "association Les Boulistes"), ("BERNARD", "membres", "association Les Boulistes")],
        ),
    ],
)
def test_organisation_as_councils_put_it_beside_a_name(told, expected):
    assert recused(told) == expected


def test_members_without_civility_are_known_from_the_list():
    told = "Présents : M. Jean DUPIN, Mme Anne ROUX, M. Luc BERNARD\n" + DECIDED
    found = read_recusals(steps(told + "N’ont pas pris part au vote : Anne ROUX, Luc BERNARD et Paul INCONNU."))
    assert [record.person for record in found] == ["Anne ROUX", "Luc BERNARD"]


def test_representative_of_the_council_sits_in_the_organisation_named_after():
    assert recused(
        "Mme Odile CARPENTIER (représentant la communauté d’agglomération au conseil d’administration de la Mission "
        "locale des Lacs) se retire et ne participe pas au vote."
    ) == [
        (
            "Odile CARPENTIER",
            "représentant la communauté d’agglomération au conseil d’administration",
            "Mission locale des Lacs",
        )
    ]


def test_members_who_voted_against_do_not_stand_aside():
    assert recused(
        "Pour : 27 – Contre : 2 (M. Paul SERRES, Mme Ève MALAVAL) – Ne prennent pas part au vote : 1 (M. Louis TISSOT)"
    ) == [("Louis TISSOT", "", "")]


def test_member_who_abstains_from_taking_part_stands_aside_and_one_who_abstains_does_not():
    assert recused(
        "M. Paul SERRES, président du Comité des fêtes, s’est abstenu de participer aux débats et au vote."
    ) == [("Paul SERRES", "président", "Comité des fêtes")]
    assert recused("M. Paul SERRES, président du Comité des fêtes, s’est abstenu.") == []


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Mme BOUVIER et M. CHARPENTIER, respectivement présidente de l’Harmonie et trésorier du Rugby Club, ne"
            " prennent pas part au vote.",
            [("BOUVIER", "présidente", "Harmonie"), ("CHARPENTIER", "trésorier", "Rugby Club")],
        ),
        (
            "Mme BOUVIER et M. CHARPENTIER, respectivement présidente et trésorier du Rugby Club, ne prennent pas part"
            " au vote.",
            [("BOUVIER", "présidente", "Rugby Club"), ("CHARPENTIER", "trésorier", "Rugby Club")],
        ),
        (
            "Mme BOUVIER et M. CHARPENTIER, respectivement maire et trésorier du Rugby Club, ne prennent pas part au"
            " vote.",
            [("BOUVIER", "maire", ""), ("CHARPENTIER", "trésorier", "Rugby Club")],
        ),
        (
            "En tant que membre du bureau de la Chorale, Mme BOUVIER ne participe pas au vote.",
            [("BOUVIER", "membre du bureau", "Chorale")],
        ),
        ("M. SERRES (Judo Club, président) n’a pas pris part au vote.", [("SERRES", "président", "Judo Club")]),
        (
            "M. Guy LESTRADE, conjoint de la présidente du Judo Club, ne prend pas part au vote.",
            [("Guy LESTRADE", "conjoint de la présidente", "Judo Club")],
        ),
        (
            "Monsieur SERRES, Président du Moulin, ne participe pas au vote et confie la présidence à Mme BOUVIER.",
            [("SERRES", "Président", "Moulin")],
        ),
        (
            "Les élus intéressés (Mme BOUVIER au titre de l’Office de tourisme) n’ont pas pris part au vote.",
            [("BOUVIER", "", "Office de tourisme")],
        ),
        (
            "M. Rémi FOUCAULT, conseiller municipal intéressé à l’affaire en qualité de secrétaire du club de canoë, ne"
            " prend pas part au vote.",
            [("Rémi FOUCAULT", "secrétaire", "club de canoë")],
        ),
        (
            "Non-participation au vote : 1 (Mme BOUVIER, présidente de l’EHPAD Les Tilleuls)",
            [("BOUVIER", "présidente", "EHPAD Les Tilleuls")],
        ),
    ],
)
def test_other_wordings_of_functions_and_organisations(said, expected):
    assert recused(said) == expected


def test_function_of_one_is_not_said_of_the_next():
    said = (
        "Ne participent pas au vote : Mme Sylvie VERMOT, en sa qualité de présidente du Judo Club ; M. Gilles BOUVARD."
    )
    assert recused(said) == [("Sylvie VERMOT", "présidente", "Judo Club"), ("Gilles BOUVARD", "", "")]


def test_member_who_takes_part_in_neither_debate_nor_vote_is_recused():
    told = (
        "à l’unanimité (Mme Odile CARPENTIER, administratrice du Centre social, ne participant ni au débat ni au vote)."
    )
    assert [person for person, *_ in recused(told)] == ["Odile CARPENTIER"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Mme Rose ADELINE ne prend pas part au vote (trésorière du club).", ("Rose ADELINE", "trésorière", "club")),
        (
            "Mme Rose ADELINE, épouse d’un administrateur du Judo Club, n’a pas pris part au vote.",
            ("Rose ADELINE", "épouse d’un administrateur", "Judo Club"),
        ),
        (
            "Maires ne prenant pas part au vote : Mme Rose ADELINE (Vaux-sur-Lure)",
            ("Rose ADELINE", "", "Vaux-sur-Lure"),
        ),
        (
            "À l’unanimité, sans la participation au vote de Mme Rose ADELINE (présidente du Judo Club).",
            ("Rose ADELINE", "présidente", "Judo Club"),
        ),
        ("Non participation au vote : Rose ADELINE-ROY.", ("Rose ADELINE-ROY", "", "")),
        ("Mme Rose ADELINE ne prend pas part au vote de l’aide au Judo Club.", ("Rose ADELINE", "", "Judo Club")),
        (
            "Mme Rose ADELINE, membre du CA du Collège Simone-Veil, n’a pas pris part au vote.",
            ("Rose ADELINE", "membre du CA", "Collège Simone-Veil"),
        ),
        (
            "(abstention de M. Paul GRANET ; Mme Rose ADELINE, intéressée, ne prend pas part au vote)",
            ("Rose ADELINE", "", ""),
        ),
    ],
)
def test_who_stands_aside_and_why_in_one_sentence(said, expected):
    assert recused(said) == ([expected] if expected else [])


def test_who_leaves_the_room_with_a_reason_while_the_assembly_decides():
    decided = "Vu le code,\nLe Conseil décide, Mme Rose ADELINE, trésorière du Judo Club, étant sortie de la salle,\n"
    found = read_recusals(steps(f"{decided}- d’accorder 500 € au Judo Club."))
    assert [(one.person, one.function, one.organisation) for one in found] == [
        ("Rose ADELINE", "trésorière", "Judo Club")
    ]


def test_member_said_twice_is_told_once_with_the_reason():
    twice = "Mme Rose ADELINE : non-participation au vote.\nMme Rose ADELINE, salariée du Judo Club, ne vote pas."
    assert recused(twice) == [("Rose ADELINE", "salariée", "Judo Club")]


def test_list_of_those_who_stand_aside_with_organisation_and_function():
    listed = "Ne prennent pas part au vote :\nMme Rose ADELINE : Aide aux Aînés (trésorière adjointe)"
    assert recused(listed) == [("Rose ADELINE", "trésorière adjointe", "Aide aux Aînés")]


@pytest.mark.parametrize(
    ("told", "function"),
    [
        ("M. Luc BOR n’a pas pris part au vote, étant membre du bureau de Radio Lure.", "membre du bureau"),
        ("MM. Luc BOR et Paul SAUR, actionnaires de Radio Lure, ne prennent pas part au vote.", "actionnaires"),
    ],
)
def test_reason_after_the_verb_or_of_several(told, function):
    assert {(what, where) for _, what, where in recused(told)} == {(function, "Radio Lure")}


def test_own_seat_is_no_mandate_elsewhere():
    told = (
        "M. Luc BOR, conseiller départemental du canton de Lure et vice-président du Chœur, n’a pas pris part au vote."
    )
    assert recused(told) == [("Luc BOR", "vice-président", "Chœur")]


@pytest.mark.parametrize(
    ("said", "organisation"),
    [
        ("Mme Anne ROY, présidente de La Ruche, n’a participé ni au débat ni au vote.", "La Ruche"),
        ("Mme Anne ROY, présidente de La Région Nord, n’a pas assisté au débat ni au vote.", "Région Nord"),
        ("Mme Anne ROY, intéressée en tant que présidente du Judo Club, se retire.", "Judo Club"),
    ],
)
def test_members_who_take_part_neither_in_the_debate_nor_in_the_vote(said, organisation):
    assert recused(said) == [("Anne ROY", "présidente", organisation)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "Ne prennent pas part au vote : Anne ROY, présidente de l’ADMR ; Luc PETIT, trésorier du Judo Club.",
            [("Anne ROY", "présidente", "ADMR"), ("Luc PETIT", "trésorier", "Judo Club")],
        ),
        (
            "Ne participent pas au vote : M. PETIT Luc – Judo Club ; Mme ROY Anne – ADMR",
            [("PETIT Luc", "", "Judo Club"), ("ROY Anne", "", "ADMR")],
        ),
        ("Ne prennent pas part au vote : Mmes ROY – LUC – PONS", [("ROY", "", ""), ("LUC", "", ""), ("PONS", "", "")]),
        (
            "M. PETIT ne participe pas au vote concernant le Judo Club dont il est président.",
            [("PETIT", "président", "Judo Club")],
        ),
        ("Mme Anne ROY, qui avait reçu pouvoir de M. PONS, ne prend pas part au vote.", [("Anne ROY", "", "")]),
        (
            "M. Luc PETIT quitte la séance pour ce point en tant que membre du bureau du Judo Club.",
            [("Luc PETIT", "membre du bureau", "Judo Club")],
        ),
        (
            "Monsieur le Maire, président de l’Office de tourisme, se retire et laisse la présidence à Mme ROY.",
            [("Monsieur le Maire", "président", "Office de tourisme")],
        ),
        (
            "M. PETIT ne prend pas part au vote pour l’aide au Judo Club, Mme ROY pour celle de l’ADMR.",
            [("PETIT", "", "Judo Club"), ("ROY", "", "ADMR")],
        ),
        ("Déport de Mme Anne ROY (ADMR) et de M. Luc PETIT (PCF).", [("Anne ROY", "", "ADMR"), ("Luc PETIT", "", "")]),
        (
            "Mme Anne ROY, conseillère départementale, membre du bureau du Judo Club, ne prend pas part au vote.",
            [("Anne ROY", "membre du bureau", "Judo Club")],
        ),
    ],
)
def test_members_who_stand_aside_in_other_words(said, expected):
    assert recused(said) == expected


def test_presiding_member_who_tells_of_another_does_not_stand_aside():
    said = "Monsieur le Maire rappelle que Mme Anne ROY, présidente de l’ADMR, ne prend pas part au vote."
    assert recused(said) == [("Anne ROY", "présidente", "ADMR")]
