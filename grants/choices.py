"""The choices beside the list: for each filter with few enough values, the values that published lines name."""

from dataclasses import dataclass

from grants.fields import UNDATED
from grants.filters import GrantLineFilter
from grants.models import GrantLine


@dataclass(frozen=True, slots=True)
class Option:
    """One value to tick. `context` tells two of one name apart."""

    value: str
    label: str
    context: str
    checked: bool


@dataclass(frozen=True, slots=True)
class Choice:
    """One parameter and its values, those that are asked for first. Empty where there is nothing to choose."""

    name: str
    label: str
    options: tuple[Option, ...]

    @property
    def checked(self) -> int:
        return sum(option.checked for option in self.options)


def choices(question: GrantLineFilter) -> tuple[Choice, ...]:
    """The lists of choices; operators, communes and acts are too many: only those that are asked for are listed."""
    return (
        _years(question),
        *(_named(question, name) for name in ("departement", "territoire", "programme", "operation")),
        *(_asked(question, name) for name in ("operateur", "commune", "deliberation")),
    )


def _years(question: GrantLineFilter) -> Choice:
    asked = set(question.data.getlist("annee"))
    values = [UNDATED if year is None else str(year) for year in GrantLine.objects.counted().years()]
    options = (Option(value, "non imprimée" if value == UNDATED else value, "", value in asked) for value in values)
    return Choice("annee", "Année", tuple(options))


def _named(question: GrantLineFilter, name: str) -> Choice:
    asked = set(question.data.getlist(name))
    things = question.form.fields[name].queryset
    options = [
        Option(str(thing.pk), str(thing), str(getattr(thing, "department", "")), str(thing.pk) in asked)
        for thing in things
    ]
    return Choice(name, _label(question, name), tuple(sorted(options, key=lambda option: not option.checked)))


def _asked(question: GrantLineFilter, name: str) -> Choice:
    things = question.form.cleaned_data.get(name) or () if question.is_valid() else ()
    return Choice(name, _label(question, name), tuple(Option(str(thing.pk), str(thing), "", True) for thing in things))


def _label(question: GrantLineFilter, name: str) -> str:
    return str(question.form.fields[name].label)
