"""A paragraph of an act, as it is searched, and the step that it is in the act: what it does there."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from ingest.reader.act.flow.deciding_paragraphs import find_opening, granted_in_passing
from ingest.reader.act.flow.next_paragraphs import LABEL_LENGTH, after_mark
from ingest.reader.records import Paragraph
from ingest.reader.values.amounts_in_text import states_amount
from ingest.reader.vocabulary.acts import DECIDING

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

    def is_entry(self) -> bool:
        """« – Judo Club : 900 € », voted on its own where a vote stands under it."""
        return self.role == "body" and states_amount(self.paragraph.text)


class SearchedParagraph(NamedTuple):
    """A paragraph, its text made easy to search, and whether it states an amount."""

    paragraph: Paragraph
    text: str
    states: bool

    @property
    def is_short(self) -> bool:
        """Whether it is no longer than a title inside a list."""
        return len(self.text) <= LABEL_LENGTH

    def opens_or_grants(self) -> bool:
        """« Le Conseil, par 25 voix pour et 2 contre, décide de verser 900 € à… », or the same as far as its comma or
        colon: more than the counts of a vote."""
        opening = find_opening(self.text, self.paragraph.text)
        if opening is None:
            return False
        return self.text.rstrip().endswith((",", ":")) or (opening[0] == "item" and self.states)

    def given_in_passing(self) -> tuple[Literal["item"], int] | None:
        """« Une aide de 900 € est votée en faveur de… », as what opens a decision; None for any other."""
        start = granted_in_passing(self.paragraph.text) if self.states else None
        return None if start is None else ("item", start)

    def is_told(self) -> bool:
        """« – Octroie 300 € au Judo Club », in a record that says no more: a mark, and a verb in a capital letter."""
        start = after_mark(self.text)
        opens = start > 0 and self.paragraph.text[start : start + 1].isupper()
        return opens and self.states and DECIDING.match(self.text, start) is not None

    def does(self, role: Role) -> Step:
        """The step of a paragraph that does this, from its first word."""
        return Step(role, self.paragraph, self.text)
