"""Nothing that the public can open holds what is masked: every address of an act with an account, followed."""

import io
import re
import zipfile
from collections import Counter, deque
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pikepdf
import pytest
from django.conf import settings
from django.core.management import call_command

from grants.models import Deliberation, Operator
from tests.samples.variants.private_persons import BODIES, IBAN, MAILBOX, MOBILE, PHONE
from tests.test_crawl import HOST, Links, shape

pytestmark = pytest.mark.django_db

ACT = Path(settings.BASE_DIR) / "tests" / "data" / "variants" / "private-persons.pdf"
OF_A_SHAPE = 2  # addresses followed of each shape
ASKED = (
    *("/", "/sitemap.xml", "/api/v1/openapi.json", "/api/v1/lignes/", "/api/v1/deliberations/", "/api/v1/operateurs/"),
    *("/subventions.csv", "/subventions.json", "/subventions.xlsx", "/subventions.atom", "/recherche/?q=dupre"),
    *("/subventions/?q=dupre", "/subventions/?q=30006", "/operateurs/?q=morvan", "/recherche/?q=0353010203"),
)
SECRETS = ("7890189", "12345678901", MAILBOX, PHONE, MOBILE, "dupré", "dupre", "morvan", "carlier")
SPACES = re.compile(r"[\s\u00a0\u202f]+|&nbsp;|&#x202f;|&#160;")


def opened(content: bytes) -> str:
    """All that a file says, archives and streams opened, without spaces."""
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"\n".join(archive.read(name) for name in archive.namelist())
    elif content[:5] == b"%PDF-":
        with pikepdf.open(io.BytesIO(content)) as document:
            streams = [one for one in document.objects if isinstance(one, pikepdf.Stream)]
            read = [one.read_bytes() for one in streams if "/DCT" not in repr(one.get("/Filter"))]
            content = b"\n".join([*read, repr(list(document.objects)).encode()])
    return SPACES.sub("", content.decode("utf-8", "replace").lower())


def everything(client, of_a_shape: int = OF_A_SHAPE) -> dict[str, str]:
    """What each public address answers: those of the pages, of the files, and those that are typed."""
    waiting, known, shapes, answers = deque(ASKED), set(ASKED), Counter(), {}
    while waiting:
        address = waiting.popleft()
        response = client.get(address)
        content = b"".join(response.streaming_content) if response.streaming else response.content
        answers[address] = opened(content) + SPACES.sub("", str(dict(response.items())).lower())
        if response.status_code in (301, 302):
            links = {response["Location"]}
        elif response["Content-Type"].startswith("text/html"):
            page = Links()
            page.feed(content.decode())
            links = page.addresses
        else:
            continue
        for link in sorted(links):
            target = urldefrag(urljoin(HOST + address, link))[0]
            if target.startswith(f"{HOST}/") and not target.startswith((f"{HOST}/admin/", f"{HOST}/static/")):
                target = target.removeprefix(HOST)
                if target not in known and shapes[shape(target)] < of_a_shape and "q=" not in target:
                    known.add(target)
                    shapes[shape(target)] += 1
                    waiting.append(target)
    return answers


def leaks(answers: dict[str, str]) -> list[str]:
    """Where something masked is read; what a person typed in the question is said back to them, and is no leak."""
    secrets = [SPACES.sub("", secret.lower()) for secret in SECRETS]
    return [
        f"{address}: {secret}"
        for address, content in answers.items()
        for secret in secrets
        if secret in content and secret not in address
    ]


@pytest.mark.long
def test_no_public_address_gives_what_is_masked(client):
    call_command("ingest", str(ACT), publish=True, word="vu", verbosity=0)
    act = Deliberation.objects.get()
    assert act.masked_count == 9

    answers = everything(client)

    assert leaks(answers) == []
    assert len(answers) > 50
    kinds = {Path(address.partition("?")[0]).suffix for address in answers}
    assert kinds >= {"", ".csv", ".xlsx", ".json", ".atom", ".webp", ".pdf"}
    assert set(BODIES) <= set(Operator.objects.values_list("name", flat=True))


@pytest.mark.long
def test_the_walk_would_see_a_leak(client):
    """The same addresses say it all once staff make it public."""
    call_command("ingest", str(ACT), verbosity=0)
    act = Deliberation.objects.get()
    act.personal_marks.update(status="public", decided_at=act.read_at)
    call_command("ingest", str(ACT), publish=True, word="vu", again=True, verbosity=0)

    told = " ".join(leaks(everything(client, of_a_shape=1)))

    for address in ("source.pdf", ".csv", ".xlsx", ".json", ".atom", "/lignes/", "/subventions/", "/operateurs/"):
        assert address in told, address


def test_the_account_is_what_the_file_prints():
    assert SPACES.sub("", IBAN).endswith("7890189")
