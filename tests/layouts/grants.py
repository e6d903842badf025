"""A grant table drawn at random: its columns, its money and its rows, and what should be read in them."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from tests.layouts import harder, words
from tests.layouts.addresses import with_lines_under_names
from tests.layouts.builder import Builder, Grants, Line, Money
from tests.layouts.figures import Hand, a_hand
from tests.layouts.harder import Style
from tests.layouts.looks import Kind

# Columns of words that may stand beside the beneficiary, and how often.
BESIDE = {"reference": 0.35, "commune": 0.4, "action": 0.7, "territory": 0.2, "places": 0.15, "rank": 0.12}
BESIDE |= {"siret": 0.08, "members": 0.08, "agreement": 0.08, "remark": 0.1, "date": 0.08}
MONEY_STYLES = {
    "one amount": 9,
    "asked and voted": 3,
    "proposed": 1,
    "asked, proposed, voted": 2,
    "last year": 2,
    "cost and rate": 2,
    "several years": 3,
    "other funders": 2,
    "two parts and their sum": 1,
    "amendment": 1,
}
# What real tables have beside those, for acts that are asked to be richer.
RICHER_BESIDE = BESIDE | {"account": 0.25, "opinion": 0.2, "siret": 0.25}
RICHER_STYLES = MONEY_STYLES | {"thousands": 3, "schedule of payments": 4, "years and their sum": 4}
HARDER_BESIDE = RICHER_BESIDE | harder.BESIDE
OFTEN_BESIDE: dict[Kind, dict[str, float]] = {"layout": BESIDE, "richer": RICHER_BESIDE, "harder": HARDER_BESIDE}
OFTEN_BESIDE["addressed"] = RICHER_BESIDE
# How often an act of the third kind prints its money in a way that only those have.
HARDER_STYLE = 0.6
SPACED_SIRET, POSTCODE, HEADER_AGAIN, COUNTED_TOTAL = 0.6, 0.3, 0.3, 0.3
ODD_AMOUNTS = ("negative", "zero", "no amount", "typed by hand", "notes beside", "inside names")


def a_table(
    random: Random,
    year: int,
    *,
    wide: bool,
    merging: bool,
    narrow: bool = False,
    headless: bool = False,
    kind: Kind = "layout",
) -> Grants:
    """`year` of the act; `wide`: the font has every space; `merging`: the rules show merged cells.

    `narrow`: names and amounts alone, of a few rows; `headless`: no names over the columns; `kind`: other ones
    than the first have what these do not, drawn apart so that these stay the same.
    """
    richer = kind != "layout"
    features: set[str] = set()
    style, own, over, money = _style(random, year, kind, narrow=narrow)
    features.add(f"money: {style}")
    # Without a name over it, nothing says that a column of made-up towns is one.
    few = [["operator"], ["operator"], *([] if headless else [["commune", "operator"]])]
    columns = random.choice(few) if narrow else _columns(random, features, OFTEN_BESIDE[kind])
    if style == "price of places" and "places" not in columns:
        columns.append("places")
    by_programme = "programme" in columns
    grouped = not by_programme and random.random() < 0.4
    hand = a_hand(random, wide=wide)
    if headless:
        hand = replace(hand, sign=hand.sign or "€", gap=hand.gap or " ")
    rows = _lines(random, columns, money, year, hand, features, wide=wide, few=narrow, own=own)
    _fill(random, kind, rows, columns, features)
    groups = _groups(random, rows, features) if by_programme or grouped else [("", rows)]
    if grouped:
        features.add("group rows")
    builder = Builder(random, columns, money, over, hand, features, merging, harder=kind == "harder")
    if headless:
        features.add("no header")
        builder.align = "right"
    else:
        builder.header()
        if richer and grouped and random.random() < HEADER_AGAIN:
            builder.again = builder.rows[-1:] if builder.kinds.count("head") == 1 else None
    for programme, lines in groups:
        builder.group(programme, lines, grouped=grouped, subtotal=len(groups) > 1)
    if random.random() < 0.6:
        label = random.choice([*words.TOTALS, *words.TOTALS, ""])
        if richer and label and random.random() < COUNTED_TOTAL:
            features.add("total that counts the rows")
            label = f"{label} ({len(rows)} dossiers)"
        builder.total(rows, label, "total", year)
    grants = builder.grants(groups, year, grouped)
    return with_lines_under_names(random, grants) if kind == "addressed" else grants


def _style(random: Random, year: int, kind: Kind, *, narrow: bool) -> tuple[str, Style | None, str, list[Money]]:
    """(its name, the style itself where only acts of the third kind have it, words over all its columns, these)."""
    styles = MONEY_STYLES if kind == "layout" else RICHER_STYLES
    style = "one amount" if narrow else random.choices(list(styles), list(styles.values()))[0]
    if kind == "harder" and not narrow and random.random() < HARDER_STYLE:
        style = random.choice(list(harder.STYLES))
        own = harder.a_style(random, style, year)
        return style, own, "", own.money
    known = style in MONEY_STYLES
    over, money = _money_columns(random, style, year) if known else ("", _richer_money(random, style, year))
    return style, None, over, money


def _fill(random: Random, kind: Kind, rows: list[Line], columns: list[str], features: set[str]) -> None:
    if kind != "layout":
        _enrich(random, rows, features)
    if kind == "harder":
        harder.fill(random, rows, columns, features)


def _columns(random: Random, features: set[str], often_beside: dict[str, float]) -> list[str]:
    if random.random() < 0.06:
        features.add("towns as beneficiaries")
        return ["towns", "action"]
    beside = [name for name, often in often_beside.items() if random.random() < often]
    columns = ["operator", *beside]
    random.shuffle(columns)
    if "rank" in columns:
        columns = ["rank", *[name for name in columns if name != "rank"]]
    if random.random() < 0.25:
        columns.insert(0 if random.random() < 0.7 else 1, "programme")
    for name in ("reference", "places", "rank", "siret", "members", "territory", "date", "account", "opinion"):
        if name in columns:
            features.add(f"column: {name}")
    if columns[0] not in ("operator", "rank"):
        features.add("beneficiary not first")
    return columns


def _money_columns(random: Random, style: str, year: int) -> tuple[str, list[Money]]:
    """(words over them all, the columns): what counts bears its year."""

    def head(kind: str) -> str:
        return random.choice(words.headers(kind)).format(year=year, last=year - 1)

    voted = Money(head("voted"), year)
    says_voted = [one for one in words.headers("voted") if any(word in one for word in ("vot", "accord", "attribu"))]
    sure = Money(random.choice(says_voted), year)
    asked = Money(head("asked"), None, Decimal("1.25"))
    proposed = head("proposed")
    over = random.choice(words.headers("over")) if random.random() < 0.35 else ""
    if style == "asked and voted":
        return over, [asked, random.choice([voted, Money(proposed, year)])]
    if style == "proposed":
        return "", [Money(proposed, year)]
    if style == "asked, proposed, voted":
        return over, [asked, Money(proposed, None, Decimal("0.8")), sure]
    if style == "last year":
        dated = Money(random.choice(words.headers("yearly")).format(year=year), year)
        return over, [Money(head("previous"), None, Decimal("0.9")), random.choice([dated, sure])]
    if style == "cost and rate":
        cost = Money(head("cost"), None, Decimal(4))
        return "", random.choice([[cost, sure], [cost, asked, sure], [cost, Money("%", None, Decimal(0)), sure]])
    if style == "several years":
        form = random.choice(words.headers("yearly"))
        return over or "Subvention", [
            Money(form.format(year=one), one) for one in range(year, year + random.choice([2, 2, 3]))
        ]
    if style == "other funders":
        own = Money(head("own"), year)
        others = random.sample(words.headers("funder"), 2)
        return over, [*[Money(one, None, Decimal("0.5")) for one in others], own]
    if style == "two parts and their sum":
        parts = [Money(words.HEADERS["operation"], None, Decimal("0.25"))]
        parts.append(Money(words.HEADERS["investment"], None, Decimal("0.75")))
        return over, [*parts, Money(random.choice(["Total", "Total voté", "Montant total"]), year)]
    return "", _amendment(random, year) if style == "amendment" else [voted]


def _richer_money(random: Random, style: str, year: int) -> list[Money]:
    """Amounts in k€; what is voted beside the years in which it is paid; years beside their sum."""
    if style == "thousands":
        return [Money(random.choice(words.headers("thousands")), year, writing="thousands")]
    form = random.choice(words.headers("payments" if style == "schedule of payments" else "yearly"))
    if style == "schedule of payments":
        voted = Money(random.choice([one for one in words.headers("voted") if "vot" in one]), year)
        return [voted, *(Money(form.format(year=one), None, Decimal("0.5")) for one in (year, year + 1))]
    each = [Money(form.format(year=one), one) for one in (year, year + 1)]
    return [*each, Money(random.choice(words.headers("all_years")), None, Decimal(2))]


def _amendment(random: Random, year: int) -> list[Money]:
    """What was voted before, what this act adds, and both: the act votes the middle one."""
    initial, more, new = (random.choice(words.headers(kind)) for kind in ("initial", "amendment", "new"))
    return [Money(initial, None, Decimal(4)), Money(more, year), Money(new, None, Decimal(5))]


def _lines(
    random: Random,
    columns: list[str],
    money: list[Money],
    year: int,
    hand: Hand,
    features: set[str],
    *,
    wide: bool,
    few: bool = False,
    own: Style | None = None,
) -> list[Line]:
    count = random.choice([5, 8, 12] if few else [5, 8, 12, 18, 25, 35, 50])
    features.add("long table" if count > 20 else "short table")
    odd = {name for name in ODD_AMOUNTS if random.random() < (0.14 if name in ODD_AMOUNTS[:4] else 0.07)}
    features |= {f"amounts: {name}" for name in odd}
    upper = random.random() < 0.15
    names = [kind.format(town) for kind in words.KINDS for town in words.TOWNS]
    chosen = random.sample(names, count)
    years = sorted({one.year for one in money if one.year})
    lines = []
    for number, name in enumerate(chosen, 1):
        town = random.choice(words.TOWNS)
        name = name.upper() if upper else name
        # A cent beside each amount, so that no two of them are the same by chance.
        base = Decimal(random.choice([random.randrange(2, 60) * 50, random.randrange(10, 900) * 100]))
        base += Decimal(random.choice([0, 0, 0, 25, 50])) / 100 if hand.cents else 0
        if any(one.writing == "thousands" for one in money):
            base = base // 100 * 100 or Decimal(100)
        voted = {one: base + 10 * place for place, one in enumerate(years)}
        if "negative" in odd and random.random() < 0.15:
            voted = {one: -value for one, value in voted.items()}
        elif "zero" in odd and random.random() < 0.15:
            voted = dict.fromkeys(voted, Decimal(0))
        writing = a_hand(random, wide=wide, small=True) if "typed by hand" in odd else hand
        no_amount = "no amount" in odd and random.random() < 0.12
        no_amount = no_amount and own is None
        if own:
            printed, values, voted = own.texts(random, base, writing)
        else:
            printed, values = _money_of(random, money, voted, writing, no_amount=no_amount)
        if "notes beside" in odd and random.random() < 0.3:
            printed = [_with_note(random, text, value, writing) for text, value in zip(printed, values, strict=True)]
        texts = _texts(random, number, name, town, year)
        if "inside names" in odd and random.random() < 0.4:
            texts[random.choice(["operator", "action"])] = random.choice(words.PRICED).format(town)
        if "towns" in columns:
            texts["towns"] = words.TOWNS[number % len(words.TOWNS)]
        lines.append(Line(texts, {} if no_amount else voted, printed, values, no_amount))
    if own:
        harder.tell(lines, money[0])
    return lines


def _money_of(
    random: Random, money: list[Money], voted: dict[int, Decimal], hand: Hand, *, no_amount: bool
) -> tuple[list[str], list[Decimal | None]]:
    base = abs(voted[min(voted)]) or Decimal(random.randrange(4, 400) * 25)
    printed: list[str] = []
    values: list[Decimal | None] = []
    word = random.choice(words.NO_AMOUNT)
    for column in money:
        if column.share == 0:
            printed.append(f"{random.choice([20, 25, 30, 40, 50])} %")
            values.append(None)
            continue
        counts = column.year is not None
        value = voted[column.year] if column.year else (base * column.share).quantize(Decimal(1))
        if column.year is None and column.share < 1 and len(money) == 3 and "Investissement" in money[1].header:
            part = (voted[min(voted)] * Decimal("0.25")).quantize(Decimal(1))
            value = part if column is money[0] else voted[min(voted)] - part
            counts = True
        if column.share == 2 and column.year is None:
            value, counts = sum(voted.values(), Decimal(0)), True
        printed.append(word if no_amount and counts else column.printed(value, hand))
        values.append(None if no_amount and counts else value)
    return printed, values


def _with_note(random: Random, text: str, value: Decimal | None, hand: Hand) -> str:
    """An amount with what people write beside it: the call of a note, how it was reckoned, a condition."""
    if not value or value < 0:
        return text
    half = hand.printed(value / 2)
    notes = ["{text} (1)", "{text} *", "{text} (2 x {half})", "2 x {half} = {text}", "{text} (sous réserve)"]
    return random.choice(notes).format(text=text, half=half)


def _enrich(random: Random, rows: list[Line], features: set[str]) -> None:
    """What the other columns of these rows print, written as other councils write it."""
    spaced, postcodes = random.random() < SPACED_SIRET, random.random() < POSTCODE
    features |= {"town with its postcode"} if postcodes else set()
    for line in rows:
        siret = line.texts["siret"]
        line.texts["account"] = random.choice(words.ACCOUNTS)
        line.texts["opinion"] = random.choice(words.OPINIONS)
        if spaced:
            line.texts["siret"] = f"{siret[:3]} {siret[3:6]} {siret[6:9]} {siret[9:]}"
        if postcodes:
            line.texts["commune"] = f"{random.randrange(1000, 95000):05d} {line.texts['commune']}"


def _texts(random: Random, number: int, name: str, town: str, year: int) -> dict[str, str]:
    return {
        "rank": str(number),
        "operator": name,
        "commune": town,
        "territory": random.choice(words.TERRITORIES),
        "action": random.choice(words.AIMS).format(year, next=year + 1),
        "reference": f"{year}-{random.randrange(100, 99999):05d}",
        "places": str(random.randrange(2, 60)),
        "siret": f"{random.randrange(10**8, 10**9)}{random.randrange(10**4, 10**5):05d}",
        "members": str(random.randrange(12, 900)),
        "agreement": f"C{year}/{random.randrange(1, 300)}",
        "date": f"{random.randrange(1, 29):02d}/{random.randrange(1, 13):02d}/{year - random.randrange(2)}",
        "remark": random.choice(["", "", *words.REMARKS]),
    }


def _groups(random: Random, rows: list[Line], features: set[str]) -> list[tuple[str, list[Line]]]:
    """The rows cut into runs of at least two, one programme each."""
    wanted = min(len(rows) // 3, random.choice([2, 3, 4, 6])) or 1
    cuts = sorted(random.sample(range(2, len(rows) - 1, 2), min(wanted - 1, len(range(2, len(rows) - 1, 2)))))
    names = random.sample(words.PROGRAMMES, len(cuts) + 1)
    return [(name, rows[a:b]) for name, a, b in zip(names, [0, *cuts], [*cuts, len(rows)], strict=True)]
