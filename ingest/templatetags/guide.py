"""Images of the guide: `{% shot "upload" "What it shows" "What to look at" %}`, a figure with its text."""

from django import template
from django.contrib.staticfiles import finders
from django.templatetags.static import static
from PIL import Image

register = template.Library()

FOLDER = "img/guide"


@register.inclusion_tag("desk/guide/_shot.html")
def shot(name: str, alt: str, caption: str = "") -> dict:
    """The image of a real screen. `alt` says what it shows; sizes are read from the file, so that nothing jumps."""
    path = f"{FOLDER}/{name}.webp"
    width, height = _size(path)
    return {"url": static(path), "alt": alt, "caption": caption, "width": width, "height": height}


def _size(path: str) -> tuple[int, int]:
    found = finders.find(path)
    if found is None:
        raise FileNotFoundError(f"{path}: `python -m tests.guide.shots` makes it")
    with Image.open(found) as image:
        return image.size
