"""French typography of the public pages: apostrophes, and the spaces before and inside punctuation."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django.conf import settings

from tests.public_record import a_small_record, addresses_of

pytestmark = pytest.mark.django_db

READ_ATTRIBUTES = ("alt", "aria-label", "content", "data-label", "placeholder", "title")
ADDRESS = re.compile(r"https?://\S+")
FAULTS = {
    "a straight apostrophe": re.compile(r"\w'\w"),
    "no thin space before ; ! ? »": re.compile(r"[^\u202f][;!?»]"),
    "no thin space before a colon": re.compile(r"(?<!\d)(?<!\u202f):|:(?!\d)(?<!\u202f:)"),
    "no thin space after «": re.compile(r"«[^\u202f]"),
    "no no-break space before € or %": re.compile(r"(?<![\u00a0kM])[€%]"),
    "a space that breaks after n°": re.compile(r"n°(?!\u00a0)"),
    "a space that breaks after a page": re.compile(r"\b[pl]\.(?!\u00a0) "),
}


class ReadTexts(HTMLParser):
    """All that is read on a page, seen or said aloud: a text for each run between two blocks and for each attribute."""

    INLINE = ("a", "abbr", "b", "em", "small", "span", "strong", "time")

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = [""]

    def handle_starttag(self, tag, attrs):
        is_setting = ("name", "htmx-config") in attrs
        self.texts[-1:] = [
            *(value for name, value in attrs if name in READ_ATTRIBUTES and value and not is_setting),
            *(self.texts[-1:] if tag in self.INLINE else [self.texts[-1], ""]),
        ]

    def handle_endtag(self, tag):
        if tag not in self.INLINE:
            self.texts.append("")

    def handle_data(self, data):
        self.texts[-1] += data


def faults_of(html: str) -> list[str]:
    """The typographic faults of a page: what is wrong, and the text that it is in."""
    reader = ReadTexts()
    reader.feed(re.sub(r"<(style|script)\b.*?</\1>", "", html, flags=re.DOTALL))
    texts = [ADDRESS.sub("", re.sub(r"[ \n]+", " ", text)).strip(" ") for text in reader.texts]
    return [f"{fault}: {text[:120]}" for text in texts for fault, pattern in FAULTS.items() if pattern.search(text)]


SPACES_THAT_BREAK = re.compile(r"(?<=\S) [;:!?»](?=[\s<)]|$)|« |\bn\. i\.")
NOT_READ = re.compile(r"""\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}|\{%.*?%\}|<!--.*?-->""", re.DOTALL)


def test_no_template_of_the_site_or_the_desk_has_a_space_that_breaks():
    """Pages of the desk are not all opened here: what they say is in their templates."""
    texts = {path: NOT_READ.sub("", path.read_text()) for path in Path(settings.BASE_DIR, "templates").rglob("*.html")}

    wrong = [
        f"{path.name}: {text[max(0, fault.start() - 40) : fault.end()]}"
        for path, text in texts.items()
        for fault in SPACES_THAT_BREAK.finditer(text)
    ]

    assert len(texts) > 100
    assert not wrong


@pytest.mark.parametrize(
    "wrong",
    ["l'élu", "Attention !", "Total : 3", "« école »", "12 €", "n° 4", "12€", "page 3;", "voir p. 3"],
)
def test_a_fault_is_found(wrong):
    assert faults_of(f"<p>Ici <b>on lit</b> {wrong}</p>")
    assert faults_of(f'<p aria-label="{wrong}">Ici</p>')


@pytest.mark.parametrize(
    "right",
    [
        "l’élu",
        "Attention\u202f!",
        "Total\u202f: 3",
        "«\u202fécole\u202f»",
        "12\u00a0€",
        "n°\u00a04",
        "à 10:30",
        "7\u00a0M€",
    ],
)
def test_what_is_right_is_let_through(right):
    assert faults_of(f"<p>Ici <b>on lit</b> {right}</p>") == []


def test_public_pages_are_set_in_french(client):
    line = a_small_record()
    found = {address: faults_of(client.get(address).content.decode()) for address in ["/", *addresses_of(line)]}
    assert {address: faults for address, faults in found.items() if faults} == {}


def test_an_empty_site_is_set_in_french(client):
    for address in ("/", "/subventions/", "/communes/", "/a-propos/"):
        assert faults_of(client.get(address).content.decode()) == [], address
