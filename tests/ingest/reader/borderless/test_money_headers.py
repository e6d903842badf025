"""Which lines over the amounts of a table without rules are the names of its columns."""

from types import SimpleNamespace

from ingest.reader.borderless.money_headers import find_extent

SIZE, PITCH = 10.0, 18.0
LINES = [
    ["Associations", "2029", "2030", "2031"],
    ["Amicale", "300", "300", "300"],
    ["Foyer rural", "1 500", "1 500", "1 500"],
    ["Judo", "1 500", "1 500", "1 500"],
]


def a_line(number: int, texts: list[str], *, money: bool) -> SimpleNamespace:
    top = number * PITCH
    found = [
        SimpleNamespace(string=text, words=text.split(), x0=100.0 * place, x1=100.0 * place + 50, bold=False)
        for place, text in enumerate(texts)
    ]
    return SimpleNamespace(y=top, top=top, bottom=top + SIZE, size=SIZE, bold=False, texts=found, money=money)


def test_first_row_of_small_figures_is_no_part_of_the_header_where_names_hold_amounts_too():
    lines = [a_line(number, texts, money=number > 1) for number, texts in enumerate(LINES)]
    block = SimpleNamespace(
        lines=lines, first=2, last=3, asides=(), anchors=[2, 3], page=SimpleNamespace(fills=(), words=(), rules=())
    )
    run = SimpleNamespace(
        blocks=[block],
        money=frozenset({0, 1, 2, 3}),
        columns_under=lambda line: list(range(len(line.texts))),
        crossed=lambda text: [],
        column_of=lambda text: int(text.x0 / 100),
        text_spans=lambda: [(100.0 * place, 100.0 * place + 50) for place in range(4)],
    )
    assert find_extent(run, block) == (0, 1, 4)
