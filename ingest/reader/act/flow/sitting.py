"""The minutes of a sitting → its points, each with its title: « 5. Subventions aux associations », « 2031-07 Voirie ».

What enters: the paragraphs of an act. What leaves: what stands over the first point, then the points in order; one
point alone where the act is no minutes.
This stage reads no decision, only the points at which nothing speaks of grants.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Paragraph
from ingest.reader.values.amounts_in_text import ends_with_money
from ingest.reader.values.number_words import parse_roman
from ingest.reader.vocabulary.patterns import AIDS

# Paragraphs at the head, and characters of the one among them, in which a document says that it is minutes.
_HEAD, _HEAD_LENGTH = 15, 220
_MINUTES = re.compile(
    r"(?<!extrait du )(?<!extrait des )\b(?:proces[- ]verba(?:l|ux)|comptes?[- ]rendus?"
    # « II – Compte rendu des actions », of whoever was helped
    r"(?! (?:d'activites?|d'execution|des? (?:actions?|activites?|travaux|projets?)|de l'action|financier|annuel)s?\b)"
    r"|releves? (?:de |des )?(?:decisions|deliberations|conclusions))\b"
)
# A vote on a line of its own, or the last words of a paragraph.
_VOTED = re.compile(r"(?:adoptee?s?\b|approuvee?s?\b|votes? ?:|(?:a l')?unanimite\b|pour ?: ?\d|\d+ (?:voix )?pour\b)")
_VOTED_AT_END = re.compile(r"\b(?:vote|adopte|approuve)e?s? (?:a )?l'unanimite[^.]{0,40}\.?$")
# Points below which a document is no minutes of several.
_FEWEST = 3
# Numbers that a series may leave out: a point without one, or one that was not seen.
_MOST_LEFT_OUT = 3
# What the first of two levels counts for, « 2.1 »; share of the most text that a series holds where it is the points.
_LEVEL = 1000
_MOST_TEXT = 0.6
_TITLE_LENGTH = 220
# Characters: a heading without number that is shorter may be the theme of a list, « Sport ».
_HEADING_LENGTH = 24
_NUMBERED = re.compile(
    r"(?:(?:point|question|affaire|rapport|objet|deliberation|dossier|dcm)s? ?:? ?(?:n ?[°o] ?)?)?"
    r"(?:(?P<outer>\d{1,2})\.(?P<inner>\d{1,2})\b\.?\s?-?(?=\s)"
    r"|(?P<serial>(?:19|20)?\d\d(?:[-/._]\d{1,2})?[-/._])(?P<last>\d{1,4})\b"
    r"|(?:(?P<number>\d{1,3})(?: ?(?:er|eme))?|(?P<roman>[ivx]{1,5}))\s?(?:[.):/]|[°o](?![a-z])\s?[.):-]?|-(?= )))"
    r"[\s.:-]*(?=[a-z\"(])"
)
_BURIED = re.compile(r"(?<=[.;!?)] )(?=(?:19|20)?\d\d[-/._]\d{1,2}[-/._]\d{1,4}\s?[–—-]\s[A-ZÀ-Ý][a-zà-ÿ])")
# « ➢ Voirie : le Conseil retient… », « 4. Voirie – L'entreprise… »
_RUN_IN = re.compile(r"[^:.]{4,120}?(?:\s?:\s|\.\s|\s[–—-]\s(?=(?:Le|La|Les|L['’]|Une?|M\.|Mme)\b))")
_BULLETED = re.compile(r"[➢➤►▶❖✓■□◆]\s*(?=[a-z])")
# What a point may be about: grants, and what is decided at a sitting beside them.
OF_GRANTS = re.compile(
    rf"\b(?:{AIDS}|subventionn\w*|aider|souti\w+|soutenir|bourses?|fonds de concours|secours|contributions?"
    r"|concours financiers?|allocations?|appels? a projets|enveloppes?|credits scolaires)\b"
)
# « Demande de subvention au Département », « Subventions reçues »
_OF_MONEY_OF_OTHERS = re.compile(
    rf"\b(?:{AIDS}|fonds de concours) (?:recue?s?|notifiee?s?|obtenue?s?|percue?s?)\b"
    r"|\bdemandes? (?:d'une? |d'|de )(?:subvention|aide|fonds de concours|financement)s?\b.*\b(?:au departement"
    r"|a la region|a l'etat|aupres|au conseil (?:departemental|regional)|detr|dsil|fnadt|amendes de police"
    r"|agence de l'eau)\b"
)
OF_ELSE = re.compile(
    r"\b(?:tarifs?|tarification|prix|redevances?|loyers?|fermages?|marches?|lots?|devis|travaux"
    r"|budgets?(?! participatif)|comptes? (?:administratifs?|de gestion|financiers?)|decisions? modificatives?"
    r"|affectation|emprunts?|garanties?|indemnit\w+|effectifs|postes?|personnel|non[ -]valeur|creances|locations?"
    r"|ventes?|cessions?|acquisitions?|taux|fiscalite|rifseep|cotisations?|adhesions?|compensations?|clect|baux|bail"
    r"|affouages?|cimetiere|virements?)\b"
)


@dataclass(frozen=True, slots=True)
class Point:
    """Paragraphs that follow each other, the first of them the title; `title`: empty over the first point."""

    title: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def may_grant(self) -> bool:
        """Whether grants may be voted at the point: its title speaks of them, or of nothing else and its text does."""
        title = plain(self.title)
        if _OF_MONEY_OF_OTHERS.search(title):
            return False
        if not title or OF_GRANTS.search(title):
            return True
        if OF_ELSE.search(title):
            return False
        return any(OF_GRANTS.search(plain(one.text)) for one in self.paragraphs)


def point_at(points: Sequence[Point], page: int, top: float) -> Point | None:
    """The point under whose title a place of the document stands; None where there are no several, and where they are
    not printed one under the other."""
    if len(points) < _FEWEST:
        return None
    starts = [(point.paragraphs[0].source.page, point.paragraphs[0].source.box.y0) for point in points]
    if starts != sorted(starts):
        return None
    before = [point for point, start in zip(points, starts, strict=True) if start <= (page, top)]
    return before[-1] if before else None


def points_of(paragraphs: Sequence[Paragraph]) -> tuple[Point, ...]:
    """What stands over the first point of the minutes, then each point; all as one where they are no minutes."""
    named = is_minutes(paragraphs)
    paragraphs = [part for one in paragraphs for part in _buried_apart(one)] if named else paragraphs
    heads = _numbered(paragraphs) or (_bulleted(paragraphs) or _headed(paragraphs) if named else [])
    points = [
        Point(_title(paragraphs[start].text), tuple(paragraphs[start:end]))
        for start, end in pairwise([*heads, len(paragraphs)])
    ]
    if len(heads) < _FEWEST or not (named or sum(map(_is_voted, points)) >= _FEWEST):
        return (Point("", tuple(paragraphs)),)
    return (*([Point("", tuple(paragraphs[: heads[0]]))] if heads[0] else []), *points)


def _buried_apart(paragraph: Paragraph) -> Iterator[Paragraph]:
    """« … pour 1 190 € TTC. 2031-02-03 – Subvention au comité… »: a point that opens on the last line of another."""
    places = [match.start() for match in _BURIED.finditer(paragraph.text)]
    for start, end in pairwise([0, *places, len(paragraph.text)]):
        yield replace(paragraph, text=paragraph.text[start:end].strip()) if places else paragraph


def _is_voted(point: Point) -> bool:
    """Whether a vote of its own ends the point."""
    return any(_VOTED.match(plain(one.text)) or _VOTED_AT_END.search(plain(one.text)) for one in point.paragraphs)


def is_minutes(paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a document says at its head that it is the minutes of a sitting, not the extract of them."""
    return any(
        len(one.text) <= _HEAD_LENGTH and _MINUTES.search(plain(one.text)) is not None for one in paragraphs[:_HEAD]
    )


def _title(text: str) -> str:
    """The title of a point: what stands before the first sentence of a paragraph that goes on with one."""
    numbered = _NUMBERED.match(plain(text))
    found = _RUN_IN.match(text, numbered.end() if numbered else 0)
    return text[: found.end()].rstrip(" .:–—-") if found and found.end() < len(text) else text[:_TITLE_LENGTH]


def _numbered(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Where the points begin: the series of numbers, each one more than the one before, that holds the most text. An
    agenda at the head is a series too, and the themes of a list."""
    runs: list[tuple[str, list[int], list[int]]] = []
    for place, kind, number in _numbers(paragraphs):
        going = [run for run in runs if run[0] == kind and _goes_on(run[2][-1], number)]
        next_one = next((run for run in reversed(going) if run[2][-1] == number - 1), going[-1] if going else None)
        if next_one:
            next_one[1].append(place)
            next_one[2].append(number)
        else:
            runs.append((kind, [place], [number]))
    runs = [run for run in runs if len(run[1]) >= _FEWEST]
    texts = [_text_under(paragraphs, run[1]) for run in runs]
    # « I. Finances », « 1.1 Tarifs », « 1.2 Subventions »: of two series that hold the text, the finer one.
    whole = (run[1] for run, text in zip(runs, texts, strict=True) if text >= max(texts) * _MOST_TEXT)
    return max(whole, key=len, default=[])


def _goes_on(last: int, number: int) -> bool:
    """Whether a number follows another of its series; those of two levels begin again under the next of the first."""
    if number // _LEVEL > last // _LEVEL:
        return number // _LEVEL - last // _LEVEL <= _MOST_LEFT_OUT and 0 < number % _LEVEL <= _MOST_LEFT_OUT
    return 0 < number - last <= _MOST_LEFT_OUT


def _text_under(paragraphs: Sequence[Paragraph], places: Sequence[int]) -> int:
    """Characters between the first point and the last: an agenda has no text between its lines."""
    within = set(places)
    return sum(len(paragraphs[place].text) for place in range(places[0], places[-1]) if place not in within)


def _numbers(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, str, int]]:
    """(place, kind of number, number) of each paragraph that opens as the title of a point does."""
    for place, paragraph in enumerate(paragraphs):
        opening = _NUMBERED.match(plain(paragraph.text))
        entry = len(paragraph.text) <= _TITLE_LENGTH and ends_with_money(paragraph.text)
        if not opening or paragraph.text.endswith(";") or entry:
            continue
        if opening["outer"]:
            yield place, "levels", int(opening["outer"]) * _LEVEL + int(opening["inner"])
        elif opening["serial"]:
            yield place, opening["serial"], int(opening["last"])
        elif opening["number"]:
            yield place, "number", int(opening["number"])
        else:
            yield place, "roman", parse_roman(opening["roman"]) or 0


def _bulleted(paragraphs: Sequence[Paragraph]) -> list[int]:
    places = [place for place, one in enumerate(paragraphs) if _BULLETED.match(plain(one.text))]
    return places if len(places) >= _FEWEST else []


def _headed(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Headings without numbers, after those of the head of the document."""
    return [
        place
        for place, one in enumerate(paragraphs)
        if place and one.kind == "heading" and len(one.text) >= _HEADING_LENGTH and not _MINUTES.search(plain(one.text))
    ]
