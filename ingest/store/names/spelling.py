"""Which of several spellings of one name is shown. Pure."""

from collections.abc import Mapping


def most_readable(spellings: Mapping[str, int]) -> str:
    """Of spellings with their counts: small letters with capitals rather than capitals alone, a capital first, accents,
    then the most frequent: `Réussir en Sambre` goes before `REUSSIR EN SAMBRE` and `réussir en sambre`."""
    return max(
        sorted(spellings), key=lambda name: (_case(name), name[:1].isupper(), _has_accents(name), spellings[name])
    )


def _case(name: str) -> int:
    small, capital = any(map(str.islower, name)), any(map(str.isupper, name))
    return 2 if small and capital else 1 if capital else 0


def _has_accents(name: str) -> bool:
    return any(ord(character) > 127 and character.isalpha() for character in name)
