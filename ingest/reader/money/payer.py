"""The assembly of an act, its text and its tables → who pays what it votes. It reads no amount."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ingest.reader.headers.column_headers import find_header
from ingest.reader.money.money_words import holds, is_of_other_funder
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Paragraph, Table
from ingest.reader.vocabulary.money import ASKED, GRANTS, PROPOSED, VOTED
from ingest.reader.vocabulary.payers import ASSEMBLIES, NOT_FUNDERS, PAYERS, SHARES_OF, STATE_FUNDS
from ingest.reader.vocabulary.phrases import phrase

# What a list of the State opens with, where no assembly votes.
_STATE = re.compile(
    r"(?:prefecture (?:de|du|d)\b|prefet|ministere|dsden|direction (?:regionale|departementale) (?:de|du|des)\b)"
)
# Paragraphs at the head of a document that say whose it is.
_HEAD = 8
# Payers named by one text, from which it is the names of columns.
_COLUMNS_OF_FUNDERS = 3
_OF_AUTHOR = r"(?:(?! - )[^:;|])*(?: ?[-|] (?:conseil|commission permanente|bureau|\d)[^:;]*)?$"
# « Métropole de Bor – Commission permanente »: what a head that says whose the act is opens with.
# « Communes : aides à la voirie », « Commune de Bor – réfection du toit » say what the act is about.
_AUTHORS = {
    "region": re.compile(r"regions? "),
    "group": re.compile(r"(?:metropole|communaute (?:de communes|d'agglomeration|urbaine))\b" + _OF_AUTHOR),
    "commune": re.compile(r"(?:ville|commune|mairie) (?:de |d'|du |des )" + _OF_AUTHOR),
}
_COUNCIL = re.compile(r"\bconseil (regional|departemental|general)\b")
# « Aide du Département / FEADER », « Demandé / Accordé », over cells of two amounts.
_BETWEEN = re.compile(r"\s*(?:/|;|\+|\bet\b|\bpuis\b)\s*")


def payer_of(body: str, paragraphs: Sequence[Paragraph] = (), tables: Sequence[Table] = ()) -> str:
    """Who pays what an assembly votes, as a key of `PAYERS`; a département where nothing tells.

    A permanent commission is of the council that the text names most often, or of the authority whose name heads it; a
    list without an assembly, of the State where its head names one of its services, of the State or of Europe where its
    heads name one of their funds. Where neither tells, the authority that all names of grants over columns name pays.
    """
    words = f" {phrase(body)} "
    for payer in ("region", "commune", "group"):
        if any(f" {name} " in words for name in PAYERS[payer] | ASSEMBLIES.get(payer, frozenset())):
            return payer
    naming = (one.text for one in paragraphs if "conseil" in one.text.casefold())
    if not words.strip() and any(_STATE.match(phrase(one.text)) for one in paragraphs[:_HEAD]):
        return "state"
    councils = Counter(name for text in naming for name in _COUNCIL.findall(phrase(text)))
    if not words.strip() and not councils:
        heads = [one.text for one in paragraphs[:_HEAD] if one.kind == "heading"]
        for payer, funds in (("state", STATE_FUNDS), ("europe", PAYERS["europe"])):
            if any(holds(phrase(one), funds) for one in (*heads, *(table.title for table in tables))):
                return payer
    if councils:
        return "region" if councils["regional"] > councils["departemental"] + councils["general"] else "department"
    openings = [plain(one.text) for one in paragraphs[:_HEAD] if not _names_funders(one.text)]
    for payer, authors in _AUTHORS.items():
        if any(map(authors.match, openings)):
            return payer
    return _named_over_grants(tables) or "department"


def _names_funders(text: str) -> bool:
    """« Région Commune Département »: names of several payers, those of columns; no head says that it is of three."""
    words = phrase(text)
    return sum(holds(words, names) for names in PAYERS.values()) >= _COLUMNS_OF_FUNDERS


def _named_over_grants(tables: Sequence[Table]) -> str:
    """« Entreprise | Assiette | Aide régionale »: the only authority named over the grants of a document, empty where
    one of their columns names none, or another."""
    named = {payers for table in tables for payers in _authors_over(table)}
    (only,) = named if len(named) == 1 else [()]
    return only[0] if len(only) == 1 else ""


def _authors_over(table: Table) -> Iterator[tuple[str, ...]]:
    for levels in find_header(table).levels:
        words = phrase(" ".join(levels))
        for policy in NOT_FUNDERS:
            words = words.replace(policy, "")
        if holds(words, GRANTS | VOTED | PROPOSED) and not holds(words, ASKED):
            yield tuple(one for one, names in PAYERS.items() if holds(words, names | SHARES_OF.get(one, frozenset())))


def stacked_of_payer(header: str, payer: str) -> tuple[int, int] | None:
    """The place from 0 of the amount that `payer` (a key of `PAYERS`) gives and how many there are, where the header
    names one funder after the other, all but it others, or what is asked beside what is given."""
    names = [phrase(part) for part in _BETWEEN.split(header)]
    own = [
        place
        for place, name in enumerate(names)
        if name and not is_of_other_funder(name, payer) and not holds(name, ASKED)
    ]
    return (own[0], len(names)) if len(names) > 1 and len(own) == 1 and all(names) else None
