"""Who works at the desk: staff with these permissions and no other."""

from django.contrib.auth.models import Permission, User

LOOK = ("view_operator", "view_territory", "view_programme")


def an_agent(*permissions: str) -> User:
    agent = User.objects.create_user("agente", is_staff=True)
    agent.user_permissions.set(Permission.objects.filter(codename__in=[*LOOK, *permissions]))
    return agent
