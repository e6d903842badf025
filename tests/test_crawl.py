"""A walk through the demonstration: every link answers, and every anchor that a link names is on its page.

Addresses of one shape (`/lignes/9/`) are the same template over and over: a few of each are followed, of a page asked a
question one; that every link of a facet answers is seen with the facets.
"""

import re
from collections import Counter, deque
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urldefrag, urljoin, urlsplit

import pytest
from django.conf import settings
from django.core.management import call_command

pytestmark = pytest.mark.django_db

SAMPLES = Path(settings.BASE_DIR) / "tests" / "data" / "samples"
OF_A_SHAPE = 2  # addresses followed of each shape
MOST_PARAMETERS = 1  # of a page whose links are followed: facets join into more questions than can be asked
HOST = "http://testserver"


class Links(HTMLParser):
    """The addresses that a page links to or shows, and the anchors that it has."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: set[str] = set()
        self.anchors: set[str] = set()

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name in ("href", "src") and value:
                self.addresses.add(value)
            elif name == "id":
                self.anchors.add(value)


def shape(address: str) -> str:
    """What addresses of one template share: figures and names left out; one parameter by its name, several together.

    The files of a question are asked of the same filter as its page: any parameter of theirs stands for the others.
    """
    parts = urlsplit(address)
    path = re.sub(r"/(?:\d|2[ab])[^/.]*", "/9", parts.path.lower())
    names = [name for name, _ in parse_qsl(parts.query)]
    return f"{path}?{names[0] if len(names) == 1 and path.endswith('/') else bool(names)}"


def walk(client, start: str):
    """Faults met on the way: (page, link, what is wrong); and the number of answers looked at."""
    waiting, known, shapes = deque([start]), {start}, Counter()
    answers, anchors, named = {}, {}, []
    while waiting:
        address = waiting.popleft()
        response = client.get(address)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        answers[address] = response.status_code
        if response.status_code in (301, 302):
            content = f'<a href="{response["Location"]}"></a>'.encode()
        elif not response["Content-Type"].startswith("text/html"):
            continue
        page = Links()
        page.feed(content.decode())
        anchors[address] = page.anchors
        if len(parse_qsl(urlsplit(address).query)) > MOST_PARAMETERS:
            continue
        for link in sorted(page.addresses):
            target, fragment = urldefrag(urljoin(HOST + address, link))
            if not target.startswith(f"{HOST}/") or target.startswith((f"{HOST}/admin/", f"{HOST}/static/")):
                continue
            target = target.removeprefix(HOST)
            if fragment:
                named.append((address, target, unquote(fragment)))
            if target not in known and shapes[shape(target)] < (1 if "?" in target else OF_A_SHAPE):
                known.add(target)
                shapes[shape(target)] += 1
                waiting.append(target)
    missing = [f"{at} → {to}#{name}" for at, to, name in named if name not in anchors.get(to, {name})]
    return answers, missing


@pytest.mark.long
def test_every_link_of_the_demonstration_answers(client):
    call_command("load_communes", verbosity=0)
    call_command("ingest", str(SAMPLES), publish=True, word="démonstration", verbosity=0)

    answers, missing = walk(client, "/")

    assert {address: status for address, status in answers.items() if status not in (200, 301)} == {}
    assert missing == []
    assert len(answers) > 100
