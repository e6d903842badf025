"""Who may see an act: the public sees published ones, staff who may view deliberations see drafts too."""

from django.http import Http404, HttpRequest

from grants.models import Deliberation


def visible_deliberation(request: HttpRequest, slug: str) -> Deliberation:
    """The act at this address. Raises Http404 for a draft too: that it exists is nobody's business yet.

    The user is looked at for drafts only, so that what is public carries no cookie and can be cached.
    """
    try:
        deliberation = Deliberation.objects.select_related("department").get(slug=slug)
    except Deliberation.DoesNotExist as error:
        raise Http404("Aucune délibération à cette adresse.") from error
    if not is_visible(request, deliberation):
        raise Http404("Aucune délibération à cette adresse.")
    return deliberation


def is_visible(request: HttpRequest, deliberation: Deliberation) -> bool:
    """Whether whoever asks may see this act and its lines."""
    return deliberation.status == Deliberation.Status.PUBLISHED or may_see_drafts(request.user)


def may_see_drafts(user) -> bool:
    """Whether this user is staff who may view deliberations."""
    return user.is_active and user.is_staff and user.has_perm("grants.view_deliberation")
