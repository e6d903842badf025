"""Years and dates as printed in French → values, or None where the text states none for certain."""

import re
from datetime import date
from functools import lru_cache

from ingest.reader.values.figures import plain_spaces
from portal.french import fold

# Years of budgets: « 1901 » is that of a law on associations, « 1900 » an amount printed without its space.
_DIGITS = r"(?:19[89]|20\d)\d"
YEAR = re.compile(_DIGITS)
_YEAR = re.compile(rf"(?<!\w)(?<!\d[/.,-]){_DIGITS}(?!\w|[/.,-]\d|\s?[€%])")
# Each month as it is written in full, then cut.
MONTHS = (
    ("janvier", "janv", "jan"),
    ("fevrier", "fevr", "fev"),
    ("mars",),
    ("avril", "avr"),
    ("mai",),
    ("juin",),
    ("juillet", "juil"),
    ("aout",),
    ("septembre", "sept", "sep"),
    ("octobre", "oct"),
    ("novembre", "nov"),
    ("decembre", "dec"),
)
_MONTH_NUMBERS = {name: number for number, names in enumerate(MONTHS, 1) for name in names}
# Recognition loses the spaces of « 10 juin 2023 ».
_WRITTEN_DATE = re.compile(r"\b(\d{1,2})(?:er)? ?(" + "|".join(_MONTH_NUMBERS) + r")\.? ?((?:1[5-9]|20)\d{2})\b")
_NUMBER_DATE = re.compile(r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4}|\d{2})(?!\d)")
_ISO_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})-(\d{2})-(\d{2})(?!\d)")
# Two printed digits from this number on are of the last century.
_CENTURY_TURN = 70


@lru_cache(maxsize=1_000)
def find_years(text: str) -> tuple[int, ...]:
    """Every different year printed as a number of its own (not inside a date, a reference or a longer number)."""
    return tuple(dict.fromkeys(int(year) for year in _YEAR.findall(plain_spaces(text))))


def parse_year(text: str) -> int | None:
    """The year that the text names, None where it names none or several."""
    years = find_years(text)
    return years[0] if len(years) == 1 else None


@lru_cache(maxsize=1_000)
def parse_date(text: str) -> date | None:
    """The first date of the text: `27 juin 2022`, `1er JUILLET 2023`, `27/06/2022`, `27.06.22`, `2022-06-27`."""
    if not any(map(str.isdigit, text)):
        return None
    written = _WRITTEN_DATE.search(fold(text))
    if written:
        return _date(int(written[3]), _MONTH_NUMBERS[written[2]], int(written[1]))
    iso = _ISO_DATE.search(text)
    if iso:
        return _date(int(iso[1]), int(iso[2]), int(iso[3]))
    numbers = _NUMBER_DATE.search(plain_spaces(text))
    if not numbers:
        return None
    year = int(numbers[3])
    if year < 100:
        year += 1900 if year >= _CENTURY_TURN else 2000
    return _date(year, int(numbers[2]), int(numbers[1]))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
