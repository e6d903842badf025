"""The paragraphs of an act, each with what it does there: head, visa, exposé, decision, vote, signature.

What enters: the paragraphs of the act itself, in order. What leaves: one step per paragraph. This stage does not read
amounts, names or counts.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from ingest.reader.act.flow.bare_entries import is_bare_entry
from ingest.reader.act.flow.deciding_paragraphs import decides_in_passive, find_opening, is_decision
from ingest.reader.act.flow.next_paragraphs import (
    ENTRY,
    LABEL_LENGTH,
    after_mark,
    decision_follows,
    entries_follow,
    is_label,
    is_marked_decision,
)
from ingest.reader.act.flow.parted_paragraphs import (
    decision_apart,
    entry_apart,
    verbs_joined,
    vote_apart,
    without_stray_mark,
)
from ingest.reader.act.flow.persons import find_persons
from ingest.reader.act.flow.sitting import Point, is_minutes, points_of
from ingest.reader.act.flow.vote_lines import is_vote_line
from ingest.reader.paragraphs.plain_text import plain, without_brackets
from ingest.reader.records import Paragraph
from ingest.reader.values.amounts_in_text import states_amount
from ingest.reader.values.number_words import parse_number_words, parse_roman
from ingest.reader.vocabulary.acts import ARTICLE, ASSEMBLY, CLOSES_ACT, DECIDING, DELIBERATED, STAMP, SUMMARY, VISA
from ingest.reader.vocabulary.persons import CIVILITY

# Characters: a signature is a function and a name, a stamp the few lines of the prefecture or of the publication.
SIGNATURE_LENGTH = 90
STAMP_LENGTH = 250

Role = Literal[
    "head", "visa", "expose", "deciding", "item", "body", "vote", "persons", "stamp", "closing", "after", "title"
]


@dataclass(frozen=True, slots=True)
class Step:
    """One paragraph. `plain`: its text made easy to search. `article`: the article that it opens. `start`: where the
    decision begins in the text."""

    role: Role
    paragraph: Paragraph
    plain: str
    article: int | None = None
    start: int = 0


# An act that never says that it decides opens its decisions with one of these.
_FIRST = ("1", "un", "premier", "unique", "i")
_PERSONS = re.compile(CIVILITY)
# « À la majorité (24 pour, 3 contre), », « La Commission permanente : », alone right before the first decision.
_BEFORE_DECISION = re.compile(
    r"(?:a l'unanimite|a la majorite|par \d+ voix)\b[^:;]{0,200}[,:]"
    rf"|(?:(?:apres|sur|oui|entendu|au vu)\b[^;:]{{0,160}}?, )?{ASSEMBLY}\b[^,.;:]{{0,60}}"
    r"(?:, (?:vu|sur|oui|entendu)\b[^.;:]{0,120})? ?[,:]?"
)
# « … 500 € à chacune des écoles suivantes : », over names alone.
_EACH = re.compile(r"\bchacune?\b")
# Paragraphs: the titles and reasons that may stand between two decisions, with the decision itself.
DECISION_WITHIN = 4


def act_flow(paragraphs: Sequence[Paragraph]) -> tuple[Step, ...]:
    """What each paragraph of the act does."""
    return tuple(step for _, steps in point_flows(paragraphs) for step in steps)


def point_flows(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Point, tuple[Step, ...]], ...]:
    """Each point of minutes with its own flow; one without a title for any other act."""
    told = is_minutes(paragraphs)
    return tuple(
        (point, tuple(_Flow(told=told, opens=not point.title).steps(point.paragraphs)))
        for point in points_of(paragraphs)
    )


class _Flow:
    """Where in the act the reading stands: what a paragraph is depends on those before it."""

    def __init__(self, *, told: bool, opens: bool) -> None:
        self.phase: Literal["head", "reasons", "decisions", "after"] = "head" if opens else "reasons"
        self.told = told  # the document is a record of what was decided
        self.in_article = False
        self.decided = False
        self.closed = False  # a signature or the like closed the decisions
        self.goes_on = False  # the last decision, or the words before the first, end with a comma or the like
        self.last_open = False  # the last decision ends with a colon: what follows is part of it
        self.listing = False  # and its entries go on while they state sums
        self.sharing = False  # or names alone, where each receives the same
        self.decision_follows = False  # the next paragraph but for titles and reasons is an item that decides
        self.decides_next = False  # the next paragraph opens with a verb of decision
        self.entries_follow = False  # an entry is the next paragraph or the one after a second title

    def steps(self, paragraphs: Sequence[Paragraph]) -> Iterator[Step]:
        whole = map(without_stray_mark, paragraphs)
        paragraphs = [part for paragraph in whole for part in decision_apart(paragraph, told=self.told)]
        paragraphs = entry_apart(paragraphs)
        paragraphs = verbs_joined([part for paragraph in paragraphs for part in vote_apart(paragraph)])
        texts = [plain(paragraph.text) for paragraph in paragraphs]
        for place, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
            self.decision_follows = decision_follows(texts[place + 1 : place + 1 + DECISION_WITHIN])
            self.entries_follow = entries_follow(texts[place + 1 : place + 3])
            self.decides_next = any(map(_opens_decision, texts[place + 1 : place + 2]))
            if self.phase != "head" and len(text) <= STAMP_LENGTH and STAMP.match(text):
                # Printed over the head of every page, it interrupts nothing.
                yield Step("stamp", paragraph, text)
                continue
            step = self._step(paragraph, text)
            yield step
            self.goes_on = step.role in ("deciding", "item") and text.rstrip()[-1:] in (",", ";", ":")
            if step.role in ("item", "body"):
                self.decided = True
                self.last_open = step.plain.rstrip().endswith(":")
                self.listing = self.last_open or (step.role == "body" and self.listing)
                shares = step.role == "item" and self.last_open and _EACH.search(step.plain) is not None
                self.sharing = shares or (step.role == "body" and self.sharing)
            elif step.role != "visa":
                self.last_open = False
            if step.role in ("vote", "closing", "after"):
                self.in_article = False

    def _step(self, paragraph: Paragraph, text: str) -> Step:
        if (
            (self.phase != "decisions" or not self.decided)
            and self.decides_next
            and _BEFORE_DECISION.fullmatch(without_brackets(text).strip())
        ):
            self.phase = "decisions"
            return Step("deciding", paragraph, text)
        states = states_amount(paragraph.text)
        # « VOTE : », after « Le Conseil, par 25 voix, », is no vote line but what is voted.
        votes = self.phase != "head" and is_vote_line(text) and not (self.goes_on and text.rstrip().endswith(":"))
        # « – alloue 600 € au lycée Zola, pour 12 élèves » counts no voices.
        grants = self.phase == "decisions" and DECIDING.match(text, after_mark(text)) and states
        listed = (self.last_open or self.listing) and states
        # « Judo Club : 200 € – Vote : 17 pour » is an entry of its list.
        if votes and not grants and not listed and not _opens_or_grants(paragraph, text):
            return Step("vote", paragraph, text)
        between = self.decision_follows and not self.in_article and not self.last_open
        if VISA.match(text) and (self.phase != "decisions" or not self.decided or between):
            # « Le Conseil, après en avoir délibéré, », then its visas: nothing is decided yet. Some decisions have
            # reasons of their own.
            self.phase = self.phase if self.phase == "decisions" else "reasons"
            return Step("visa", paragraph, text)
        persons = self.phase != "head" and not listed and _PERSONS.match(text) and find_persons(paragraph.text)
        # « Mme Roy ayant quitté la salle, le Conseil décide d'attribuer 900 € à… »
        if persons and not DELIBERATED.search(text) and not (states and _opens_or_grants(paragraph, text)):
            return Step("persons", paragraph, text)
        decision = self._decision(paragraph, text)
        if decision:
            return decision
        signs = len(text) <= SIGNATURE_LENGTH and CLOSES_ACT.match(text) is not None and not states
        if self.phase in ("decisions", "after") and signs:
            self.phase, self.closed = "after", True
            return Step("closing", paragraph, text)
        if self.phase == "decisions":
            short = len(text) <= LABEL_LENGTH and not states
            if short and self.decision_follows and not self.last_open:
                return Step("title", paragraph, text)  # « II – Soutien aux clubs », between two decisions
            entry = self.listing and (
                states
                or is_label(text)
                or (self.sharing and len(text) <= LABEL_LENGTH and paragraph.text[:1].isupper())
                or is_bare_entry(paragraph.text[after_mark(text) :])
            )
            titled = paragraph.kind == "heading" or self.entries_follow
            title = self.listing and titled and len(text) <= LABEL_LENGTH
            if self.in_article or self.last_open or entry or title or paragraph.text[:1].islower():
                return Step("body", paragraph, text)
            self.phase = "after"
        rest: dict[str, Role] = {
            "head": "expose" if SUMMARY.match(text) else "head",
            "reasons": "expose",
            "after": "after",
        }
        return Step(rest[self.phase], paragraph, text)

    def _decision(self, paragraph: Paragraph, text: str) -> Step | None:
        article = ARTICLE.match(text)
        if (
            article
            and (article["mark"] is not None or article["number"] == "unique")
            and (
                self.phase in ("decisions", "after")
                or (article["number"] in _FIRST and (self.phase == "reasons" or _decides(text[article.end() :])))
            )
        ):
            self.phase, self.in_article = "decisions", True
            return Step("item", paragraph, text, _article_number(article["number"]))
        if self.told and self.phase != "decisions" and not self.decided and _is_told(paragraph, text):
            self.phase = "decisions"  # « – Octroie 300 € au Judo Club », in a record that says no more
        listed = self.phase == "decisions" and is_marked_decision(text)
        opening = None if listed else find_opening(text, paragraph.text, told=self.told)
        if opening and not (self.in_article and opening[0] == "item"):
            self.phase, self.in_article, self.last_open = "decisions", False, False
            return Step(opening[0], paragraph, text, None, opening[1])
        if self.phase == "after" and not self.closed and self.decided and is_marked_decision(text):
            self.phase = "decisions"  # a title or a remark interrupted them
        if self.phase != "decisions":
            return None
        start = after_mark(text)
        if (self.last_open or self.listing) and ENTRY.match(text, start):
            return Step("body", paragraph, text)
        if not self.in_article and is_decision(
            text[start:], paragraph.text[start:], marked=start > 0, goes_on=self.goes_on, in_list=self.listing
        ):
            return Step("item", paragraph, text, None, start)
        heads = self.decision_follows and not self.listing and len(text) <= LABEL_LENGTH and text[-1:] not in ";,.:"
        return Step("body", paragraph, text) if start and not heads and not _PERSONS.match(text, start) else None


def _decides(text: str) -> bool:
    return DECIDING.match(text) is not None or is_marked_decision(text) or decides_in_passive(text)


def _is_told(paragraph: Paragraph, text: str) -> bool:
    start = after_mark(text)
    told = start and paragraph.text[start : start + 1].isupper() and DECIDING.match(text, start)
    return bool(told) and states_amount(paragraph.text)


def _opens_decision(text: str) -> bool:
    return is_marked_decision(text) or DECIDING.match(text) is not None or ARTICLE.match(text) is not None


def _opens_or_grants(paragraph: Paragraph, text: str) -> bool:
    """« Le Conseil, par 25 voix pour et 2 contre, décide de verser 900 € à… », or the same as far as the comma: more
    than the counts of a vote."""
    opening = find_opening(text, paragraph.text)
    if opening is None:
        return False
    return text.rstrip().endswith(",") if opening[0] == "deciding" else states_amount(paragraph.text)


def _article_number(printed: str) -> int:
    if printed.isdigit():
        return int(printed)
    return parse_roman(printed) or parse_number_words(printed) or 1
