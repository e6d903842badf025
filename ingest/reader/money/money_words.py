"""What the header of one column of money says on its own: voted, asked, of whom, a whole or a part.

It reads the words above the column and no other column.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ingest.reader.headers.column_drafts import year_named
from ingest.reader.records import Column
from ingest.reader.values.amounts import Amount
from ingest.reader.vocabulary.money import (
    ADDED,
    ASKED,
    COST,
    CREDITS,
    DEDUCTED,
    GRANTS,
    PART_HEADS,
    PARTS,
    PROPOSED,
    REVISED,
    VOTED,
    WHOLE,
)
from ingest.reader.vocabulary.payers import FUNDERS, NOT_FUNDERS, OWN_GRANTS, PAYERS, SHARES_OF
from ingest.reader.vocabulary.phrases import phrase

# « 2031-2032 », « 2031/32 »: a season or a school year.
_SEASON = re.compile(r"\b(20\d\d)\s?[-–/]\s?(?:20)?(\d\d)\b")
_FUNDS = frozenset().union(*OWN_GRANTS.values())
_SHARES = frozenset().union(*SHARES_OF.values())


@dataclass(frozen=True, slots=True)
class MoneyColumn:
    """A column of money: the words above it from the top down, and its amounts by row."""

    index: int
    levels: tuple[str, ...]
    amounts: Mapping[int, Amount]

    @property
    def words(self) -> str:
        return phrase(" ".join(self.levels))

    @property
    def year(self) -> int | None:
        """The year of the lowest level that names exactly one."""
        return year_named(self.levels)

    @property
    def season(self) -> int | None:
        """The year in which the one season that the words name begins: 2031 of « Saison 2031-2032 »."""
        found = {
            int(first) for first, last in _SEASON.findall(" ".join(self.levels)) if (int(first) + 1) % 100 == int(last)
        }
        return next(iter(found)) if len(found) == 1 else None

    @property
    def head(self) -> str:
        return phrase(self.levels[-1]) if self.levels else ""


def is_added(column: MoneyColumn) -> bool:
    """Whether a column prints what this vote adds to an earlier one."""
    return holds(column.words, ADDED) and not holds(column.words, REVISED)


def is_cut_to_year(column: MoneyColumn, before: MoneyColumn) -> bool:
    """« Enveloppe 2031 | 2032 », « Demandé 2031 | 2032 »: whether the header of a column may leave out that it is not
    what is voted, as the one before it says."""
    alone = column.words == str(column.year) and before.year not in (None, column.year)
    return alone and holds(before.words, ASKED | COST | CREDITS) and not holds(before.words, VOTED)


def rank(column: MoneyColumn) -> int:
    """How plainly the header says that its amounts are granted: added 4, voted 3, proposed 2, any other 1."""
    words = column.words
    if is_added(column):
        return 4
    if holds(words, VOTED):
        return 3
    return 2 if holds(words, PROPOSED) else 1


def is_whole(column: MoneyColumn) -> bool:
    """Whether the header names a total."""
    return holds(column.words, WHOLE)


def names_part(column: MoneyColumn) -> bool:
    """Whether the header names one of the votes that stand on one row: « Aide au fonctionnement » beside « Aide à
    l'investissement », « DETR » beside « DSIL »."""
    return column.words in PART_HEADS or any(f" {part} " in f" {column.words} " for part in PARTS | _FUNDS)


def says_grant(column: MoneyColumn, payer: str) -> bool:
    """Whether the header names a grant or who pays it. `payer`: a key of `PAYERS`."""
    return holds(column.words, VOTED | PROPOSED | GRANTS | PAYERS[payer] | DEDUCTED | ADDED)


def names_earlier_year(column: MoneyColumn, act_year: int | None, columns: Sequence[MoneyColumn]) -> bool:
    """Whether the column is of a year before the act while another one is not, or of a season before that of another:
    what was given last year."""
    season = column.season
    if season is not None and any(other.season is not None and other.season > season for other in columns):
        return True
    if column.year is not None and any(_is_that_proposed(other, column) for other in columns):
        return True
    if act_year is None or column.year is None or column.year >= act_year:
        return False
    return any(other.year is None or other.year >= act_year for other in columns if other is not column)


def _is_that_proposed(other: MoneyColumn, column: MoneyColumn) -> bool:
    """« Dotation 2031 | Dotation 2032 proposée »: whether the words of another column are those of this one for a later
    year, and say alone that they are proposed or voted."""
    if other.year is None or column.year is None or other.year <= column.year or rank(column) > 1 or rank(other) == 1:
        return False
    said = frozenset(word for one in VOTED | PROPOSED for word in one.split())
    own = [{*one.words.split()} - said - {str(one.year)} for one in (column, other)]
    return own[0] == own[1]


def is_of_other_funder(words: str, payer: str) -> bool:
    """Whether header words name a funder that is not the payer of the act."""
    for policy in NOT_FUNDERS:
        words = words.replace(policy, "")
    own = own_words(payer)
    others = (FUNDERS | _SHARES) - own - SHARES_OF.get(payer, frozenset())
    return holds(words, others) and not holds(words, own)


def own_words(payer: str) -> frozenset[str]:
    """What a header says of the money of the payer of the act, a key of `PAYERS`: its names, and its kinds of grant."""
    return PAYERS[payer] | OWN_GRANTS.get(payer, frozenset())


def say_over_amounts(columns: Iterable[Column], phrases: frozenset[str]) -> bool:
    """Whether the header of some counted amounts holds one of the phrases: « Subvention votée »."""
    return any(column.role == "amount" and holds(phrase(column.header), phrases) for column in columns)


def holds(words: str, phrases: frozenset[str]) -> bool:
    """Whether the text (as `phrase` leaves it) holds one of the phrases, as whole words and not as who receives.

    « aide aux communes » does not name the communes as payers.
    """
    padded = f" {words} "
    for one in phrases:
        place = padded.find(f" {one} ")
        while place >= 0:
            if padded[:place].split()[-1:] not in (["a"], ["aux"], ["au"]) or one.startswith("a "):
                return True
            place = padded.find(f" {one} ", place + 1)
    return False
