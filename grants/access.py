"""Who may see an act: the public sees published ones, staff who may view deliberations see drafts too."""

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone

from grants.addresses import Gone, Replacement, moved
from grants.models import Deliberation, Department, Operator, Programme, Territory
from grants.templatetags.french import long_date

LARGEST_ID = 2**63 - 1  # of a BigAutoField
_NOWHERE = "Aucune délibération à cette adresse."


def is_id(text: str) -> bool:
    """Whether a text of an address may be the permanent number of a row."""
    return text.isascii() and text.isdigit() and len(text) <= len(str(LARGEST_ID)) and int(text) <= LARGEST_ID


def visible_deliberation(request: HttpRequest, slug: str) -> Deliberation:
    """The act at this address.

    Raises Http404 for a draft too: that it exists is nobody's business yet; Moved for an address of before; Gone for
    an act that was online and was withdrawn. The user is looked at for drafts only, so that what is public carries no
    cookie and can be cached.
    """
    acts = Deliberation.objects.select_related("department", "replaced_by")
    act = acts.at_slug(slug)
    if act is None and slug.isascii() and slug.isdigit():  # `/deliberations/12/`: by its permanent number
        act = acts.filter(pk=min(int(slug[:19]), LARGEST_ID)).first()
    if act is None:
        raise Http404(_NOWHERE)
    check_visible(request, act)
    if act.slug != slug:
        raise moved(request, slug=act.slug)
    return act


def check_visible(request: HttpRequest, act: Deliberation) -> None:
    """Raises Http404 or Gone, as `visible_deliberation`, where whoever asks may not see this act and its lines."""
    if act.status == Deliberation.Status.PUBLISHED:
        return
    if may_see_drafts(request.user):
        request.shows_draft = True  # `middleware.freshness` lets nobody keep the answer
        request.not_public_yet = _not_public_yet(act)  # `templatetags.navigation` makes no links to them
        return
    if act.published_at is None:
        raise Http404(_NOWHERE)
    day = long_date(timezone.localdate(act.published_at))
    sentence = f"La délibération {act.numbered} ({act.department}), mise en ligne le {day}, a été retirée du site."
    raise Gone(sentence, [Replacement("Les délibérations publiées", reverse("deliberation_list"))])


def _not_public_yet(act: Deliberation) -> frozenset[str]:
    """The addresses of what this draft names and no published act does: they lead nowhere."""
    lines, recusals = act.lines.order_by(), act.recusals.order_by()
    named = (
        Operator.objects.filter(Q(pk__in=lines.values("operator")) | Q(pk__in=recusals.values("operator"))),
        Programme.objects.filter(Q(pk__in=lines.values("programme")) | Q(pk__in=lines.values("subprogramme"))),
        Territory.objects.filter(pk__in=lines.values("territory")),
        Department.objects.filter(pk=act.department_id),
    )
    hidden = (things.exclude(pk__in=things.model.objects.public().values("pk")) for things in named)
    return frozenset(thing.get_absolute_url() for things in hidden for thing in things)


def may_see_drafts(user) -> bool:
    """Whether this user is staff who may view deliberations."""
    return user.is_active and user.is_staff and user.has_perm("grants.view_deliberation")
