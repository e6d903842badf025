"""What the start page of the desk asks for: `{% waiting_work user as works %}`."""

from django import template
from django.contrib.auth.models import User

from ingest.desk.waiting import Waiting, waiting

register = template.Library()


@register.simple_tag
def waiting_work(user: User) -> list[Waiting]:
    """What there is to do for this person."""
    return waiting(user)
