"""What names a thing in its address: « 12-ccas-d-arras », its permanent number and, for whoever reads it, its name."""

from django.utils.text import slugify

LONGEST_NAME = 60  # characters of the name


def named_key(number: int, name: str) -> str:
    """The key of the thing with this number; a name without a letter leaves the number alone."""
    return f"{number}-{slugify(name)[:LONGEST_NAME]}".rstrip("-")
