"""Titles and group rows → the programme, subprogramme and territory that they give to the rows under them.

A title above the header and a heading row fill the places that the table has no column for; they never overwrite what
a row prints in a column of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ingest.reader.headers.header_words import head_role
from ingest.reader.records import Row
from ingest.reader.values.dates import find_years
from ingest.reader.vocabulary.phrases import phrase
from ingest.reader.vocabulary.rows import TITLE_WORDS, opens_with_total
from portal.french import fold

# Characters of a heading of rows; a title of the whole table is longer.
LONGEST_HEADING = 60
# What an act prints in capitals over a list, and that heads no row.
_OF_THE_ACT = re.compile(r"(?:decid|deliber|approuv|adopt|vot|article|annexe|tableau|liste|objet|subvention|aide)")


@dataclass(frozen=True, slots=True)
class Headings:
    """What stands over a row: labels from the outer to the inner, and the territory where one of them names it."""

    labels: tuple[str, ...] = ()
    titles: int = 0
    territory: str = ""

    @classmethod
    def over(cls, titles: tuple[str, ...], table_title: str, rows: Sequence[Row]) -> "Headings":
        """Those that stand over the first row. The line above a table heads its first rows where it is set in capitals,
        as all the headings between the rows are."""
        labels = [row.label for row in rows if row.kind == "group"]
        alike = bool(labels) and all(one.isupper() and len(one) <= LONGEST_HEADING for one in (*labels, table_title))
        heads = alike and table_title not in titles and not is_of_the_act(table_title)
        names_place = len(table_title) <= LONGEST_HEADING and _names_territory(table_title)
        return cls((*titles, table_title) if heads else titles, len(titles), table_title if names_place else "")

    def under(self, row: Row, *, follows_heading: bool) -> "Headings":
        """These headings once a heading row is met: beside its like, or inside what it directly follows."""
        if not row.label or (row.kind == "subtotal" and opens_with_total(row.label)):
            return self
        titles, groups = self.labels[: self.titles], self.labels[self.titles :]
        outer = groups if row.depth is None else groups[: row.depth]
        if head_role(row.label) == "territory":
            return replace(self, labels=(*titles, *outer), territory=row.label)
        if row.depth is None and not follows_heading:
            outer = groups[: _depth_of(row.label, groups)]
        return replace(self, labels=(*titles, *outer, row.label))

    def fill(self, programme: str | None, subprogramme: str | None) -> tuple[str, str]:
        """(programme, subprogramme) of a row. What it prints in its own columns; None where the table has none."""
        if programme is not None:
            groups = self.labels[self.titles :]
            return programme, subprogramme if subprogramme is not None else "".join(groups[-1:])
        labels = self._telling()
        if not labels:
            return subprogramme or "", ""
        inner = labels[-1] if len(labels) > 1 else ""
        return labels[0], inner if subprogramme is None else subprogramme

    def _telling(self) -> tuple[str, ...]:
        """The labels without the titles that only say that a list of grants follows, where rows have headings too."""
        titles, groups = self.labels[: self.titles], self.labels[self.titles :]
        return (*(title for title in titles if not groups or not says_nothing(title)), *groups)


def _names_territory(title: str) -> bool:
    """Whether a line opens with a word of territories: « Canton de Varsigny », « Territoire : Haut-Bor »."""
    return bool(title) and head_role(title.split()[0]) == "territory"


def is_of_the_act(title: str) -> bool:
    """Whether a line over a list opens as what an act prints in capitals there, and heads no row."""
    return _OF_THE_ACT.match(phrase(title)) is not None


def says_nothing(title: str) -> bool:
    """Whether a title says no more than that a list of grants follows."""
    return all(word in TITLE_WORDS for word in phrase(title).split() if not find_years(word))


def _depth_of(label: str, groups: tuple[str, ...]) -> int:
    """How many of the standing groups a new one leaves: it replaces the one that opens with the same word."""
    first = fold(label).split()[:1]
    for depth, group in enumerate(groups):
        if fold(group).split()[:1] == first:
            return depth
    return max(len(groups) - 1, 0)
