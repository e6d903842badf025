"""The Atom feed of a page, at its own address: the lines that answer its question, or the acts, latest online first.

A feed is the file of its page in another format: same question, same title. Entries are named by tag: URIs made of
permanent ids (RFC 4151), and older ones are on the next pages (RFC 5005), so that none is out of reach.
"""

from datetime import UTC, date, datetime, time
from typing import Any

from django.conf import settings
from django.core.paginator import Page
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.views.generic import View

from grants import history, snapshots
from grants.citations import act_sentence, line_sentence
from grants.exports.tables import LICENCE, Table
from grants.models import Change, Deliberation, GrantLine
from grants.templatetags.french import THIN_SPACE, euros_told, printed_lines
from grants.views.files import origin_of
from grants.views.paging import address_with, page_of

ENTRIES = 50  # of a page of a feed
TAG_YEAR = 2026  # in which the names were given (RFC 4151); never changes


class Feed(Atom1Feed):
    """An Atom feed whose date is that of the data, not of the day, and that says where its other pages are."""

    def add_item(self, title: str, link: str, description: str, **kwargs: Any) -> None:
        """`description` is plain text: Django gives it away as HTML, in which a name may hold no `<`."""
        super().add_item(title, link, escape(description), **kwargs)

    def latest_post_date(self) -> datetime:
        return self.feed["updated"]

    def add_root_elements(self, handler: Any) -> None:
        super().add_root_elements(handler)
        for relation, address in self.feed["pages"].items():
            handler.addQuickElement("link", None, {"rel": relation, "href": address})


class LineFeed:
    """The lines of a file view, as a feed."""

    request: HttpRequest

    def file(self, table: Table, dialect: Any) -> HttpResponse:
        lines = table.rows.order_by(F("deliberation__published_at").desc(nulls_last=True), F("pk").desc())
        page = page_of(self.request, lines.with_context(), ENTRIES)
        feed = feed_of(self.request, table.title, page)
        changed_at = dict(Change.objects.dated_by_line(*(line.pk for line in page)))
        for line in page:
            online = line.deliberation.published_at
            feed.add_item(
                title=_title(line),
                link=self.request.build_absolute_uri(line.get_absolute_url()),
                description=line_sentence(line),
                unique_id=tag(self.request, "ligne", line.pk),
                pubdate=online,
                updateddate=changed_at.get(line.pk) or online or line.deliberation.read_at,
                categories=[line.programme.name] if line.programme else [],
            )
        return answer(feed)


class ActFeed:
    """The acts of a file view, as a feed."""

    request: HttpRequest

    def file(self, table: Table, dialect: Any) -> HttpResponse:
        acts = table.rows.order_by(F("published_at").desc(nulls_last=True), F("pk").desc())
        page = page_of(self.request, acts, ENTRIES)
        feed = feed_of(self.request, table.title, page)
        dated = Deliberation.objects.filter(pk__in=[act.pk for act in page]).with_changed_at()
        changed_at = dict(dated.values_list("pk", "changed_at"))
        for act in page:
            told = f"{act_sentence(act)} {euros_told(act.amount_cents)} votés en {printed_lines(act.line_count)}."
            feed.add_item(
                title=f"{act.department}, {act.numbered}{THIN_SPACE}: {act.title or 'sans objet'}",
                link=self.request.build_absolute_uri(act.get_absolute_url()),
                description=told,
                unique_id=tag(self.request, "deliberation", act.pk),
                pubdate=act.published_at,
                updateddate=changed_at[act.pk],
                author_name=act.body or str(act.department),
            )
        return answer(feed)


class SnapshotFeed(View):
    """The dated snapshots of the whole set, each with what it adds, corrects and withdraws."""

    def get(self, request: HttpRequest) -> HttpResponse:
        page = page_of(request, snapshots.snapshots(), ENTRIES)
        feed = feed_of(request, "Instantanés des données", page, reverse("open_data"))
        for snapshot in page:
            changes = (
                f"lignes ajoutées{THIN_SPACE}: {snapshot.added}, corrigées{THIN_SPACE}: {snapshot.corrected}, "
                f"retirées{THIN_SPACE}: {snapshot.withdrawn}"
            )
            day = datetime.combine(date.fromisoformat(snapshot.day), time(), tzinfo=UTC)
            feed.add_item(
                title=f"Instantané {snapshot.name}",
                link=request.build_absolute_uri(reverse("snapshot", args=[snapshot.name])),
                description=changes if snapshot.previous else "Premier instantané",
                unique_id=tag(request, "instantane", snapshot.name),
                pubdate=day,
                updateddate=day,
            )
        response = answer(feed)
        response["Cache-Control"] = "no-cache"  # a new snapshot changes it, not the version of the data
        return response


def feed_of(request: HttpRequest, title: str, page: Page, address: str = "") -> Feed:
    """An empty feed of this title, at the address of this request; `address`: its page, where it is not its own
    without the suffix."""
    updated = history.current().changed_at or datetime.fromtimestamp(0, tz=UTC)
    return Feed(
        title=title if title == settings.SITE_NAME else f"{title} — {settings.SITE_NAME}",
        link=request.build_absolute_uri(address) if address else origin_of(request).address,
        description=None,
        language="fr",
        author_name=settings.SITE_NAME,
        feed_url=request.build_absolute_uri(),
        feed_copyright=LICENCE,
        feed_guid=request.build_absolute_uri(address_with(request, page=None)),
        updated=updated,
        pages=_pages(request, page),
    )


def answer(feed: Feed) -> HttpResponse:
    """The feed as an Atom file."""
    return HttpResponse(feed.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def tag(request: HttpRequest, kind: str, pk: int | str) -> str:
    """The name for ever of a thing: `tag:subventions.exemple.fr,2026:ligne/12`."""
    return f"tag:{request.get_host().partition(':')[0]},{TAG_YEAR}:{kind}/{pk}"


def _pages(request: HttpRequest, page: Page) -> dict[str, str]:
    numbers = {"first": 1, "last": page.paginator.num_pages}
    if page.has_previous():
        numbers["previous"] = page.number - 1
    if page.has_next():
        numbers["next"] = page.number + 1
    return {name: request.build_absolute_uri(address_with(request, page=number)) for name, number in numbers.items()}


def _title(line: GrantLine) -> str:
    subject = line.operator_text or line.action or "Ligne sans nom"
    return f"{subject}{THIN_SPACE}: {euros_told(line.amount_cents)}{f' pour {line.year}' if line.year else ''}"
