"""Who works at the desk, and the drafts that they look at."""

import io
import re

from django.contrib.auth.models import Permission, User
from django.urls import reverse
from reportlab.pdfgen.canvas import Canvas

from grants.models import Deliberation
from tests.builders import a_deliberation, a_line

# What whoever sends files may do.
SENDS = ("view_deliberation", "add_deliberation", "change_deliberation")


def an_agent(*permissions: str) -> User:
    """Somebody of staff with these permissions and no other; without any named, those of who reviews and publishes."""
    agent = User.objects.create_user("agent", is_staff=True)
    wanted = permissions or ("view_deliberation", "change_deliberation", "publish_deliberation")
    agent.user_permissions.set(Permission.objects.filter(codename__in=wanted))
    return agent


def a_draft(**fields) -> Deliberation:
    act = a_deliberation(published=False, **fields)
    a_line(deliberation=act)
    return act


def address(act: Deliberation, page: str = "reading", *more) -> str:
    return reverse(f"admin:grants_deliberation_{page}", args=[act.pk, *more])


def a_pdf(pages: int = 3) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=True)
    for number in range(1, pages + 1):
        canvas.drawString(72, 500, f"CCAS de Maubeuge 12 500,00 € (page {number})")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def text(response) -> str:
    """What a page says, its tags left out."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))
