"""Who may do what in the desk: three groups, written after each `migrate` so that a new right reaches them by itself.

An agent takes deliberations in and corrects what was read; an editor also answers for what the public sees; an
administrator also gives accounts. Rights that an operator of the site adds to a group by hand are kept.
"""

from django.contrib.auth.models import Group, Permission
from django.db.models import Q

AGENT, EDITOR, ADMINISTRATOR = "Agent", "Éditeur", "Administrateur"

_READ = (
    *("deliberation", "grantline", "operator", "operatorname", "commune", "communename", "department"),
    *("territory", "territorypart", "programme", "errorreport", "job"),
)
_AGENT = (
    *(f"view_{name}" for name in _READ),
    *("add_deliberation", "change_deliberation", "change_grantline", "change_errorreport"),
)
_EDITOR = (
    *_AGENT,
    *("publish_deliberation", "delete_deliberation", "merge_operator", "decide_personal_data"),
    *("change_operator", "change_territory", "change_territorypart", "change_programme", "change_department"),
    *("add_territorypart", "delete_territorypart", "add_operatorname", "delete_operatorname"),
)
_ADMINISTRATOR = (*_EDITOR, *(f"{verb}_user" for verb in ("view", "add", "change")), "view_group", "view_logentry")
ROLES: dict[str, tuple[str, ...]] = {AGENT: _AGENT, EDITOR: _EDITOR, ADMINISTRATOR: _ADMINISTRATOR}
_OURS = Q(content_type__app_label__in=("grants", "ingest", "auth", "admin"))


def install(using: str = "default", **signal: object) -> None:
    """Make the groups where they are missing and give them the rights that they lack. Can be run again.

    Called after `migrate`, once the rights of every model are there.
    """
    for name, codenames in ROLES.items():
        group, _ = Group.objects.using(using).get_or_create(name=name)
        group.permissions.add(*Permission.objects.using(using).filter(_OURS, codename__in=codenames))
