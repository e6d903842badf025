"""What a reader sees of a page: its HTML, its words."""

import re

from django.db import connection
from django.test.utils import CaptureQueriesContext

SPACES = str.maketrans({"\u202f": " ", "\u00a0": " "})
# The indentation of a template is no part of its page; a line break inside a text is one space.
INDENTATION = re.compile(r"(?<=>)\s*\n\s*|\s*\n\s*(?=[<>])")


def html_of(client, address: str, *, status: int = 200) -> str:
    """The HTML at this address without its indentation, thin and no-break spaces as plain ones."""
    response = client.get(address)
    assert response.status_code == status, f"{address}: {response.status_code}"
    html = response.content.decode().translate(SPACES)
    return re.sub(r"\s*\n\s*", " ", INDENTATION.sub("", html))


def undescribed(html: str) -> set[str]:
    """What the fields of a page say that they are described or named by, and that is not on it."""
    named = re.findall(r'(?:aria-describedby|aria-labelledby|<label[^>]* for)="([^"]+)"', html)
    return {one for names in named for one in names.split()} - set(re.findall(r'\bid="([^"]+)"', html))


def queries_of(client, address: str) -> int:
    """How many queries the page at this address takes."""
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def text_of(client, address: str, *, status: int = 200) -> str:
    """The words of the body, on one line; a space where a tag stands between two."""
    return words_of(html_of(client, address, status=status))


def words_of(html: str) -> str:
    """The words of the main part of a page, or of a part of it."""
    main = html.split("<main", 1)[-1].split("</main>", 1)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main.split(">", 1)[1]).replace(" ,", ",").split())
