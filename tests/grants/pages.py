"""What a reader sees of a page: its HTML, its words."""

import re

SPACES = str.maketrans({"\u202f": " ", "\u00a0": " "})


def html_of(client, address: str, *, status: int = 200) -> str:
    """The HTML at this address, thin and no-break spaces as plain ones."""
    response = client.get(address)
    assert response.status_code == status, f"{address}: {response.status_code}"
    return response.content.decode().translate(SPACES)


def text_of(client, address: str, *, status: int = 200) -> str:
    """The words of the body, on one line; a space where a tag stands between two."""
    body = html_of(client, address, status=status).split("<main", 1)[1].split("</main>", 1)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", body.split(">", 1)[1]).replace(" ,", ",").split())
