"""A cell that states several grants → each amount with its words: « 500 € (fonctionnement) + 1 200 € (projet) ».

Only what is told for certain: amounts named and joined by a plus or an « et », or each alone on a line of the cell.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from ingest.reader.values.amounts import Amount, parse_amount
from ingest.reader.vocabulary.money import ASKED, COST, PREVIOUS, VOTED
from ingest.reader.vocabulary.phrases import phrase
from portal.french import squeeze

# Characters: a longer cell is a sentence.
_LONGEST = 160
_JOINT = re.compile(r"\s*(?:\+|;|\bet\b|\bpuis\b)\s*", re.IGNORECASE)
_FIGURE_FIRST = re.compile(r"(?P<amount>\d[\d\s.,]*(?:€|euros?\b|k€)?)\s*(?P<label>.*)", re.IGNORECASE | re.DOTALL)
_FIGURE_LAST = re.compile(
    r"(?P<label>[^\d]+?)\s*:\s*(?P<amount>\d[\d\s.,]*(?:€|euros?\b|k€)?)", re.IGNORECASE | re.DOTALL
)
# « 2031 : 500 € », « Année 2032 – 300 € »
_OF_YEAR = re.compile(
    r"(?:en |année |exercice )?(?P<year>20\d\d)\s*[:=–-]\s*(?P<amount>\d[\d\s.,]*(?:€|euros?))", re.IGNORECASE
)
# What makes an amount a share of another one, or the sum of the others.
_NO_PART = re.compile(r"\b(?:dont|soit|sur|total|reste)\b|[=%]|\d", re.IGNORECASE)
# « Demandé : 500 € » over « Accordé : 300 € »
_NO_GRANT = ASKED | PREVIOUS | COST | VOTED
# « Attribution de 500 € », « Accord à hauteur de 500 € », « Favorable : 500 € »
_GRANTED = re.compile(
    r"(?:avis\s+)?(?:attribution|octroi|accord[ée]?e?|attribuée?|favorable)\s*"
    r"(?:d['’]un montant de|d['’]une (?:aide|subvention) de|à hauteur de|pour|de|:|[–-])?\s*"
    r"(?P<sum>\d[\d\s.,]*(?:€|euros?))\.?",
    re.IGNORECASE,
)
# Characters: what a part is called, « fonctionnement », « projet jeunes »; longer, it is a sentence.
_MOST_LABEL = 60


class AmountPart(NamedTuple):
    """One of the amounts of a cell, and the words that say what it is for, empty where nothing does; the year that is
    printed beside it, None where none is."""

    amount: Amount
    label: str
    year: int | None = None


def granted_sum(text: str) -> Amount | None:
    """The amount of a cell that says in words that it is granted: « Attribution de 500 € »; None for any other."""
    said = _GRANTED.fullmatch(text.strip())
    amount = parse_amount(said["sum"]) if said else None
    return replace(amount, text=squeeze(text)) if amount else None


def added_parts(text: str, lines: Sequence[str] = ()) -> tuple[AmountPart, ...]:
    """The amounts that a cell adds by a sign or a word, all but one with words that say what they are for, or names one
    a line: « Fonctionnement : 500 € », « Projet : 200 € »; empty for any other cell: nothing tells whether
    « 7 000 € + 800 € » is one grant, or money of two funders."""
    if len(text) > _LONGEST:
        return ()
    joined = _JOINT.search(text)
    parts = [_part(piece) for piece in (_JOINT.split(text.strip()) if joined else lines) if piece]
    found = [part for part in parts if part]
    named = sum(bool(part.label) for part in found)
    return tuple(found) if 1 < len(found) == len(parts) and named >= len(parts) - bool(joined) else ()


def stacked_parts(lines: Sequence[str]) -> tuple[AmountPart, ...]:
    """The amounts of a cell that prints one alone on each of its lines, with its unit; empty for any other."""
    amounts = [parse_amount(line) for line in lines]
    found = [amount for amount in amounts if amount and amount.currency and amount.value]
    return tuple(AmountPart(amount, "") for amount in found) if 1 < len(found) == len(lines) else ()


def yearly_parts(lines: Sequence[str]) -> tuple[AmountPart, ...]:
    """The amounts of a cell that prints that of another year on each of its lines: « 2031 : 500 € », « 2032 : 300 € »;
    empty for any other."""
    said = [_OF_YEAR.fullmatch(line.strip()) for line in lines]
    found = {
        int(one["year"]): AmountPart(amount, "", int(one["year"]))
        for one in said
        if one and (amount := parse_amount(one["amount"]))
    }
    return tuple(found.values()) if 1 < len(found) == len(lines) else ()


def whole_of(parts: Sequence[AmountPart], text: str) -> Amount:
    """The sum of the parts, as one amount that the cell prints as `text`."""
    amount = parts[0].amount
    value = sum((part.amount.value for part in parts[1:]), amount.value)
    precision = min(part.amount.precision for part in parts)
    return replace(amount, value=value, precision=precision, text=squeeze(text), currency=True)


def _part(piece: str) -> AmountPart | None:
    match = _FIGURE_FIRST.fullmatch(piece) or _FIGURE_LAST.fullmatch(piece)
    amount = parse_amount(match["amount"]) if match else None
    if match is None or amount is None:
        return None
    label = squeeze(match["label"]).strip(" ()–-:,")
    if len(label) > _MOST_LABEL or _NO_PART.search(label) or (label and not amount.currency):
        return None
    if not _NO_GRANT.isdisjoint(phrase(label).split()):
        return None
    return AmountPart(amount, label)
