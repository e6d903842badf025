"""The paragraphs of an act, each with what it does there: head, visa, exposé, decision, vote, signature.

What enters: the paragraphs of the act itself, in order. What leaves: one step per paragraph. This stage does not read
amounts, names or counts.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Literal

from ingest.reader.act.flow.bare_entries import is_bare_entry
from ingest.reader.act.flow.deciding_paragraphs import find_opening, is_decision
from ingest.reader.act.flow.next_paragraphs import (
    ENTRY,
    LABEL_LENGTH,
    after_mark,
    announces_decision,
    begins_list,
    decides,
    decision_follows,
    entries_follow,
    is_adopted,
    is_label,
    is_marked_decision,
    opens_decision,
    prays,
)
from ingest.reader.act.flow.parted_paragraphs import as_meant
from ingest.reader.act.flow.persons import find_persons
from ingest.reader.act.flow.sitting import Point, is_minutes, points_of
from ingest.reader.act.flow.steps import SearchedParagraph, Step
from ingest.reader.act.flow.vote_lines import is_vote_line
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import Paragraph
from ingest.reader.values.amounts_in_text import states_amount
from ingest.reader.values.number_words import parse_article_number
from ingest.reader.vocabulary.acts import (
    ARTICLE,
    CLOSES_ACT,
    DECIDING,
    DELIBERATED,
    STAMP,
    SUMMARY,
    VISA,
)
from ingest.reader.vocabulary.persons import CIVILITY

# Characters: a signature is a function and a name, a stamp the few lines of the prefecture or of the publication.
SIGNATURE_LENGTH = 90
STAMP_LENGTH = 250

# An act that never says that it decides opens its decisions with one of these.
_FIRST = ("1", "un", "premier", "unique", "i")
_PERSONS = re.compile(CIVILITY)
# « … 500 € à chacune des écoles suivantes : », over names alone.
_EACH = re.compile(r"\bchacune?\b")
# Paragraphs: the titles and reasons that may stand between two decisions, with the decision itself.
DECISION_WITHIN = 4


def act_flow(paragraphs: Sequence[Paragraph]) -> tuple[Step, ...]:
    """What each paragraph of the act does."""
    return tuple(step for _, steps in point_flows(paragraphs) for step in steps)


def point_flows(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Point, tuple[Step, ...]], ...]:
    """Each point of minutes with its own flow; one without a title for any other act."""
    return _point_flows(tuple(paragraphs))


@lru_cache(maxsize=2)  # an act is asked what it says of itself, then what it decides
def _point_flows(paragraphs: tuple[Paragraph, ...]) -> tuple[tuple[Point, tuple[Step, ...]], ...]:
    told = is_minutes(paragraphs)
    return tuple((point, _flow_of(point, told=told)) for point in points_of(paragraphs))


def _flow_of(point: Point, *, told: bool) -> tuple[Step, ...]:
    """The steps of a point; where no words open a decision, what it says given is decided."""
    for in_passing in (False, True):
        flow = _Flow(told=told, opens=not point.title, in_passing=in_passing)
        steps = tuple(flow.steps(point.paragraphs))
        if any(step.role in ("deciding", "item") for step in steps):
            break
    return steps


class _Flow:
    """Where in the act the reading stands: what a paragraph is depends on those before it."""

    def __init__(self, *, told: bool, opens: bool, in_passing: bool = False) -> None:
        self.phase: Literal["head", "reasons", "decisions", "after"] = "head" if opens else "reasons"
        self.told = told  # the document is a record of what was decided
        self.in_passing = in_passing  # no words open a decision: a sum that is said given is decided
        self.in_article = False
        self.decided = False
        self.closed = False  # a signature or the like closed the decisions
        self.goes_on = False  # the last decision, or the words before the first, end with a comma or the like
        self.last_open = False  # the last decision ends with a colon: what follows is part of it
        self.listing = False  # and its entries go on while they state sums
        self.sharing = False  # or names alone, where each receives the same
        self.decision_follows = False  # the next paragraph but for titles and reasons is an item that decides
        self.decides_next = False  # the next paragraph opens with a verb of decision
        self.adopted_below = False  # nothing below deliberates, and it is said adopted
        self.entries_follow = False  # an entry is the next paragraph or the one after a second title

    def steps(self, paragraphs: Sequence[Paragraph]) -> Iterator[Step]:
        paragraphs = as_meant(paragraphs, told=self.told)
        texts = [plain(paragraph.text) for paragraph in paragraphs]
        for place, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
            self.decision_follows = decision_follows(texts[place + 1 : place + 1 + DECISION_WITHIN])
            self.entries_follow = entries_follow(texts[place + 1 : place + 3])
            self.decides_next = any(map(opens_decision, texts[place + 1 : place + 2]))
            self.adopted_below = self.phase != "decisions" and prays(text) and is_adopted(texts[place + 1 :])
            if self.phase != "head" and len(text) <= STAMP_LENGTH and STAMP.match(text):
                # Printed over the head of every page, it interrupts nothing.
                yield Step("stamp", paragraph, text)
                continue
            step = self._step(SearchedParagraph(paragraph, text, states_amount(paragraph.text)))
            yield step
            self.goes_on = step.role in ("deciding", "item") and text.rstrip()[-1:] in (",", ";", ":")
            if step.role in ("item", "body"):
                self.decided = True
                self.last_open = step.plain.rstrip().endswith(":")
                begun = step.role == "item" and begins_list(step.plain)
                self.listing = self.last_open or begun or (step.role == "body" and self.listing)
                shares = step.role == "item" and self.last_open and _EACH.search(step.plain) is not None
                self.sharing = shares or (step.role == "body" and self.sharing)
            elif step.role != "visa":
                self.last_open = False
            if step.role in ("vote", "closing", "after"):
                self.in_article = False

    def _step(self, one: SearchedParagraph) -> Step:
        """What the paragraph does, by the first of the ways that knows it."""
        ways = (
            self._announcing,
            self._vote,
            self._visa,
            self._persons,
            self._article,
            self._decision,
            self._signature,
            self._going_on,
        )
        return next((step for way in ways if (step := way(one))), None) or self._outside(one)

    def _announcing(self, one: SearchedParagraph) -> Step | None:
        opens = self.decides_next and (self.phase != "decisions" or not self.decided)
        if not ((opens and announces_decision(one.text)) or self.adopted_below):
            return None
        self.phase = "decisions"
        return one.does("deciding")

    def _vote(self, one: SearchedParagraph) -> Step | None:
        # « VOTE : », after « Le Conseil, par 25 voix, », is no vote line but what is voted.
        if self.phase == "head" or not is_vote_line(one.text) or (self.goes_on and one.text.rstrip().endswith(":")):
            return None
        # « – alloue 600 € au lycée Zola, pour 12 élèves » counts no voices.
        grants = self.phase == "decisions" and DECIDING.match(one.text, after_mark(one.text)) and one.states
        # « Judo Club : 200 € – Vote : 17 pour » is an entry of its list.
        return None if grants or self._is_listed(one) or one.opens_or_grants() else one.does("vote")

    def _visa(self, one: SearchedParagraph) -> Step | None:
        between = self.decision_follows and not self.in_article and not self.last_open
        if not VISA.match(one.text) or (self.phase == "decisions" and self.decided and not between):
            return None
        # « Le Conseil, après en avoir délibéré, », then its visas: nothing is decided yet. Some decisions have reasons
        # of their own.
        self.phase = self.phase if self.phase == "decisions" else "reasons"
        return one.does("visa")

    def _persons(self, one: SearchedParagraph) -> Step | None:
        if self.phase == "head" or self._is_listed(one):
            return None
        if not _PERSONS.match(one.text) or not find_persons(one.paragraph.text):
            return None
        # « Mme Roy ayant quitté la salle, le Conseil décide d'attribuer 900 € à… »
        decides = DELIBERATED.search(one.text) or (one.states and one.opens_or_grants())
        return None if decides else one.does("persons")

    def _article(self, one: SearchedParagraph) -> Step | None:
        article = ARTICLE.match(one.text)
        # « ARTICLE 1 Est attribuée… », without a sign after the number
        capital = article is not None and one.paragraph.text[article.end() : article.end() + 1].isupper()
        if not article or (article["mark"] is None and article["number"] != "unique" and not capital):
            return None
        opens = self.phase == "reasons" or decides(one.text[article.end() :])
        if self.phase not in ("decisions", "after") and not (article["number"] in _FIRST and opens):
            return None
        self.phase, self.in_article = "decisions", True
        return Step("item", one.paragraph, one.text, parse_article_number(article["number"]))

    def _decision(self, one: SearchedParagraph) -> Step | None:
        paragraph, text = one.paragraph, one.text
        if self.told and self.phase != "decisions" and not self.decided and one.is_told():
            self.phase = "decisions"
        listed = self.phase == "decisions" and is_marked_decision(text)
        opening = None if listed else find_opening(text, paragraph.text, told=self.told or self.in_passing)
        opening = opening or (one.given_in_passing() if self.in_passing and not listed else None)
        if opening and not (self.in_article and opening[0] == "item"):
            self.phase, self.in_article, self.last_open = "decisions", False, False
            return Step(opening[0], paragraph, text, None, opening[1])
        if self.phase == "after" and not self.closed and self.decided and is_marked_decision(text):
            self.phase = "decisions"  # a title or a remark interrupted them
        if self.phase != "decisions":
            return None
        start = after_mark(text)
        if (self.last_open or self.listing) and ENTRY.match(text, start):
            return one.does("body")
        if not self.in_article and is_decision(
            text[start:], paragraph.text[start:], marked=start > 0, goes_on=self.goes_on, in_list=self.listing
        ):
            return Step("item", paragraph, text, None, start)
        heads = self.decision_follows and not self.listing and len(text) <= LABEL_LENGTH and text[-1:] not in ";,.:"
        return one.does("body") if start and not heads and not _PERSONS.match(text, start) else None

    def _signature(self, one: SearchedParagraph) -> Step | None:
        signs = len(one.text) <= SIGNATURE_LENGTH and CLOSES_ACT.match(one.text) and not one.states
        if not signs or self.phase not in ("decisions", "after"):
            return None
        self.phase, self.closed = "after", True
        return one.does("closing")

    def _going_on(self, one: SearchedParagraph) -> Step | None:
        if self.phase != "decisions":
            return None
        follows = self.decision_follows or (self.decides_next and not self.listing)
        if one.is_short and not one.states and follows and not self.last_open:
            return one.does("title")  # « II – Soutien aux clubs », between two decisions
        titled = self.listing and one.is_short and (one.paragraph.kind == "heading" or self.entries_follow)
        goes_on = self.in_article or self.last_open or one.paragraph.text[:1].islower()
        if goes_on or titled or self._is_entry(one):
            return one.does("body")
        self.phase = "after"
        return None

    def _outside(self, one: SearchedParagraph) -> Step:
        reasons = self.phase == "reasons" or SUMMARY.match(one.text)
        return one.does("after" if self.phase == "after" else "expose" if reasons else "head")

    def _is_listed(self, one: SearchedParagraph) -> bool:
        return one.states and (self.last_open or self.listing)

    def _is_entry(self, one: SearchedParagraph) -> bool:
        if not self.listing:
            return False
        shares = self.sharing and one.is_short and one.paragraph.text[:1].isupper()
        return one.states or shares or is_label(one.text) or is_bare_entry(one.paragraph.text[after_mark(one.text) :])
