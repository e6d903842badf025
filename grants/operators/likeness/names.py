"""What is known of an operator, why two of them may be one, and how surely."""

from dataclasses import dataclass, field

from django.db import models

from grants.operators.naming import telling_words, without_any_legal_form
from portal.french import fold_name


class Reason(models.TextChoices):
    """Why two operators may be one, as staff read it."""

    SIRET = "siret", "même SIRET"
    FORM = "forme", "même nom, à la forme juridique près"
    WORDS = "mots", "mêmes mots, aux articles près ou dans un autre ordre"
    LETTER = "lettre", "une lettre d’écart"
    TOWN = "commune", "même nom dans la même commune"
    SIREN = "siren", "même SIREN, deux établissements"
    ACRONYM = "sigle", "l’un porte le sigle de l’autre"
    CLOSE = "proche", "noms très proches"
    OPENING = "debut", "le nom de l’un commence par celui de l’autre"


@dataclass(slots=True)
class Named:
    """What is known of an operator: its shown name, the code and the name of its commune, its SIRET; empty where
    unknown."""

    pk: int
    name: str
    commune: str = ""
    town: str = ""
    siret: str = ""
    key: str = field(init=False)  # without its legal form
    words: tuple[str, ...] = field(init=False)
    plain: tuple[str, ...] = field(init=False)
    text: str = field(init=False)  # its words, sorted
    own: str = field(init=False)  # the same without those that tell a town

    def __post_init__(self) -> None:
        self.key = fold_name(without_any_legal_form(self.name))
        self.words = telling_words(self.name)
        self.plain = telling_words(without_any_legal_form(self.name))
        self.text = self.own = " ".join(sorted(self.plain))


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two operators by their numbers, the lower first; `score` of 100; the surest reason first."""

    first: int
    second: int
    score: int
    reasons: tuple[Reason, ...]
