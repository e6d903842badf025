"""The forms that French acts share, in words of our own: heading, dates, votes, members who stand aside.

Enters: the facts of an act (`facts.act`). Leaves: paragraphs, and the same facts as a reader should give them back.
"""

from datetime import date

from reportlab.platypus import Flowable

from tests.samples.typesetting import BOXED, CENTRED, HEADING, NBSP, TITLE, gap, items, prose

NOTICE = f"Document de démonstration recomposé à partir de l’acte publié{NBSP}; il ne fait pas foi"
MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
PLURALS = {"Madame": "Mesdames", "Monsieur": "Messieurs", "Mme": "Mmes", "M.": "MM."}


def long_date(iso: str) -> str:
    """`2022-06-01` → `1er juin 2022`."""
    day = date.fromisoformat(iso)
    return f"{'1er' if day.day == 1 else day.day} {MONTHS[day.month - 1]} {day.year}"


def foot(act: dict) -> str:
    """What runs at the foot of every page."""
    return f"{NOTICE} – délibération n° {act['number']}"


def heading(act: dict, department: str) -> list[Flowable]:
    """The top of the first page. `department` with its article: `du Nord`."""
    body = act["body"]
    owner = "du conseil départemental" if body == "Conseil départemental" else "de la commission permanente"
    dates = [
        ("Accusé de réception en préfecture", act["prefecture_receipt"]),
        ("Date de réception en préfecture", act["received_date"] and long_date(act["received_date"])),
        ("Publié le", act["published_date"] and long_date(act["published_date"])),
    ]
    return [
        prose(NOTICE + ".", BOXED),
        gap(12),
        prose(f"DÉPARTEMENT {department.upper()}", CENTRED),
        prose(f"Délibération {owner}", TITLE),
        prose(f"Séance du {long_date(act['session_date'])}", CENTRED),
        prose(f"Délibération n° {act['number']}", CENTRED),
        *[prose(f"{label}{'' if label.endswith('le') else NBSP + ':'} {value}") for label, value in dates if value],
    ]


def joined(words: list[str]) -> str:
    """`a, b et c`."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} et {words[-1]}"


def people(persons: list[str]) -> str:
    """`Madame A`, `Monsieur B`, `Monsieur C` → `Madame A, Messieurs B et C`."""
    by_civility: dict[str, list[str]] = {}
    for person in persons:
        civility, name = person.split(" ", 1)
        by_civility.setdefault(civility, []).append(name)
    groups = [
        f"{civility if len(names) == 1 else PLURALS[civility]} {joined(names)}"
        for civility, names in by_civility.items()
    ]
    return " ainsi que ".join(groups)


def functions(act: dict) -> list[Flowable]:
    """Members who stand aside for a function that they hold in an organisation: one item a function."""
    texts = []
    for recusal in act["recusals"]:
        held = f"{recusal['function']} {recusal['link']}{recusal['organisation']}"
        several = len(recusal["persons"]) > 1
        texts.append(f"{people(recusal['persons'])}{', en qualité de ' + held if several else f' ({held})'}{NBSP};")
    texts[-1] = texts[-1].removesuffix(f"{NBSP};") + "."
    return [
        prose(
            "Afin de prévenir tout conflit d’intérêts, les conseillers suivants ont quitté la salle et n’ont pris part"
            f" ni au débat ni au vote{NBSP}:"
        ),
        *items(texts, "–"),
    ]


def articles(texts: dict[int, str]) -> list[Flowable]:
    """The articles of a decision, by number."""
    return [prose(f"Article {number} – {text}") for number, text in texts.items()]


def stood_aside(recusal: dict) -> str:
    """Members who stand aside without a word of why, for some articles or for the whole act."""
    where = f" des articles {_range(recusal['articles'])}" if recusal["articles"] else ""
    return (
        f"Intéressés à l’affaire, {people(recusal['persons'])} se sont retirés et n’ont participé ni au débat ni au"
        f" vote{where}."
    )


def _range(articles: list[int]) -> str:
    """`1 et 2`, `5, 6 et 7`, but `10 à 15` past three."""
    if len(articles) > 3:
        return f"{articles[0]} à {articles[-1]}"
    return joined([str(article) for article in articles])


def tally(act: dict) -> list[Flowable]:
    """The result with every count, one a line."""
    vote = act["votes"][0]

    def detail(key: str) -> str:
        return f" ({vote[key]})" if vote.get(key) else ""

    return [
        prose(f"Résultat du vote{NBSP}: adopté {vote['result']}", HEADING),
        prose(
            f"Conseillers présents au moment du vote{NBSP}: {vote['present']} –"
            f" Procurations{NBSP}: {vote['proxies']} –"
            f" Absents sans procuration{NBSP}: {vote['absent_without_proxy']}"
        ),
        prose(f"N’ont pas pris part au vote{NBSP}: {vote['not_voting']}{detail('not_voting_detail')}"),
        prose(f"Suffrages exprimés{NBSP}: {vote['votes_cast']} – Majorité{NBSP}: {vote['majority']}"),
        prose(f"Pour{NBSP}: {vote['votes_for']}{detail('for_detail')}"),
        prose(f"Contre{NBSP}: {vote['against']}{detail('against_detail')}"),
        prose(f"Abstentions{NBSP}: {vote['abstentions']}{detail('abstentions_detail')}"),
    ]


def show_of_hands(vote: dict) -> list[Flowable]:
    """The result on one line, in voices."""
    return [
        prose(
            f"Pour{NBSP}: {vote['votes_for']} voix – Contre{NBSP}: {vote['against']} voix –"
            f" Abstentions{NBSP}: {vote['abstentions']} voix –"
            f" Absents sans délégation de vote{NBSP}: {vote['absent_without_proxy']}"
        ),
        prose(f"({vote['result']})"),
    ]


def expected_act(act: dict) -> dict:
    """What a reading should say of the act: one recusal a person, without the civility."""
    recusals = [
        {
            "person": person.split(" ", 1)[1],
            "function": recusal.get("function", ""),
            "organisation": recusal.get("organisation", ""),
            "articles": recusal["articles"],
        }
        for recusal in act["recusals"]
        for person in recusal["persons"]
    ]
    return {**act, "recusals": recusals}
