"""Acts that say that they change an earlier one: found in their title and decisions, proposed to staff, never decided.

`grants.rectifications` keeps what staff say. The wording is that of French acts in general.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.text import slugify

from grants import rectifications
from grants.models import Deliberation
from ingest.store.change_log import log_change
from portal.french import fold, squeeze

Rectification = Deliberation.Rectification
MOST_FOUND = 20  # acts that a search shows: more than these are told apart by more words
LONGEST_QUOTE = 240  # characters of the sentence that says so

# What an act does to the one that it names, folded. What replaces is looked for first: « annule et remplace » may stand
# in a sentence that also says « modifie ».
_WORDING = (
    (
        Rectification.REPLACES,
        re.compile(r"\b(remplac\w+|abrog\w+|se substitue|rapporte[r]?|rapportant|retire[r]?|retirant)\b"),
    ),
    (Rectification.COMPLETES, re.compile(r"\b(modifi\w+|modificat\w+|rectifi\w+|complete[r]?|completant)\b")),
)
_CITING = re.compile(r"^(- )?vu\b")  # an act cites those on which it rests: it changes nothing of them
_NUMBER = re.compile(r"\bn\s?[°ºo]\s*([0-9A-Z][0-9A-Z./_-]*)", re.IGNORECASE)
_ACT = re.compile(r"\bdeliberations?\b")
_SENTENCE = re.compile(r"(?<=[.;:])\s+(?=[A-ZÀ-Ÿ0-9«-])")
_SHORTEST_NUMBER = 3  # characters: « n° 2 » names an article, a report, an annex


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a sentence of the act says: that it replaces or completes `earlier`. `page` is None for its title."""

    earlier: Deliberation
    how: str
    quote: str
    page: int | None = None

    @property
    def verb(self) -> str:
        return Rectification(self.how).label


def proposals_of(act: Deliberation) -> list[Proposal]:
    """The acts of the same département that this one says it changes, each once, but the one that it is tied to."""
    found: dict[int, Proposal] = {}
    for text, page in _texts(act):
        for sentence in _SENTENCE.split(text):
            how = _what_is_said(sentence)
            if not how:
                continue
            for number in _NUMBER.findall(sentence):
                for earlier in _acts_numbered(act, number):
                    found.setdefault(earlier.pk, Proposal(earlier, how, _quoted(sentence), page))
    return [one for one in found.values() if one.earlier.pk != act.rectifies_id]


def acts_matching(act: Deliberation, question: str) -> QuerySet[Deliberation]:
    """Other acts of the same département by a part of their number or title, the latest first; a few."""
    others = _others(act).filter(Q(number__icontains=question) | Q(title__icontains=question))
    return others.order_by("-session_date", "-pk")[:MOST_FOUND]


@transaction.atomic
def rectify(act: Deliberation, earlier: Deliberation, how: str, user: User) -> None:
    """Tie two acts in the name of `user`. Raises RectificationError as `rectifications.rectify`."""
    rectifications.rectify(act, earlier, how)
    log_change(act, user, f"Dite rectificative\u202f: {Rectification(how).label} {earlier}.")
    log_change(earlier, user, f"Dite rectifiée\u202f: {act} la {Rectification(how).label}.")


@transaction.atomic
def unlink(act: Deliberation, user: User) -> Deliberation | None:
    """Untie an act from the one that it rectifies, which is given; None where there is none."""
    earlier = rectifications.unlink(act)
    if earlier:
        log_change(act, user, f"N’est plus dite rectificative de {earlier}.")
        log_change(earlier, user, f"N’est plus dite rectifiée par {act}.")
    return earlier


def _texts(act: Deliberation) -> Iterator[tuple[str, int | None]]:
    yield squeeze(act.title), None
    for text, page in act.decisions.order_by("position").values_list("text", "page"):
        yield squeeze(text), page


def _what_is_said(sentence: str) -> str:
    told = fold(sentence)
    if not _ACT.search(told) or _CITING.match(told):
        return ""
    return next((str(how) for how, words in _WORDING if words.search(told)), "")


def _acts_numbered(act: Deliberation, number: str) -> Iterable[Deliberation]:
    """The acts whose number is this one, or ends with it: councils print « DIPLE/2023/177 » and « 2023-177 »."""
    asked = slugify(number.replace("/", "-").replace(".", "-"))
    if len(asked) < _SHORTEST_NUMBER or not any(character.isdigit() for character in asked):
        return ()
    likely = _others(act).filter(slug__contains=asked)
    return [one for one in likely if _is_or_ends_with(slugify(one.number.replace("/", "-").replace(".", "-")), asked)]


def _is_or_ends_with(number: str, asked: str) -> bool:
    return number == asked or number.endswith(f"-{asked}")


def _others(act: Deliberation) -> QuerySet[Deliberation]:
    others = Deliberation.objects.filter(department=act.department_id).exclude(pk=act.pk)
    return others.select_related("department").defer("page_sizes", "reading_notes")


def _quoted(sentence: str) -> str:
    return sentence if len(sentence) <= LONGEST_QUOTE else f"{sentence[:LONGEST_QUOTE].rstrip()}…"
