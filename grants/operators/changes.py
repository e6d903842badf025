"""What a list of operators changes: told field by field before anything is written, written in one go, taken back.

A blank cell leaves what is known, a dash erases it. A row with a mistake changes nothing; the others do.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from grants import history
from grants.corrections import refresh_search, set_seat
from grants.models import Commune, GrantLine, Operator, OperatorImport
from grants.operators.files import KEY, NAMES_APART, Row, siret_of
from grants.operators.identifiers import typed, valid_rna, valid_siret
from grants.operators.kinds import OperatorKind, kind_of
from grants.operators.names import bearer_of, give_name
from grants.search import entries
from grants.templatetags.french import quoted
from portal.french import fold, fold_name, squeeze

ERASED = "-"
NAMES = "noms"
# Column of the list → field of the operator.
FIELDS = {"nom": "name", "nature": "kind", "siret": "siret", "rna": "rna", "commune_insee": "commune_id"}
COLUMNS = (*FIELDS, NAMES)
IDENTIFIERS = ("siret", "rna")
# What says that a person chose the field, and is put back with it.
_MARKS = {"name": "name_by_staff", "kind": "kind_by_staff", "commune_id": "commune_found_by"}
_COMPARED = {"name", "siret"}
_KINDS = {fold(str(told)): kind.value for kind in OperatorKind for told in (kind.label, kind.value)}
_KEPT_UNWRITTEN = timedelta(days=1)  # a list that nobody said yes to


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one operator; `marks`: whose choice the value before is, and that after. `remark`: what a person
    should know."""

    line: int
    operator: int
    name: str
    column: str
    before: str
    after: str
    marks: Sequence[str | bool] = ("", "")
    remark: str = ""


@dataclass(slots=True)
class Differences:
    """What a list would change, and its mistakes: (line of the file, sentence)."""

    changes: list[FieldChange] = field(default_factory=list)
    mistakes: list[tuple[int, str]] = field(default_factory=list)


def differences(rows: Iterable[Row], columns: Iterable[str] = COLUMNS) -> Differences:
    """What these columns of a list change, nothing being written."""
    columns, found, seen = tuple(columns), Differences(), {}
    known = {str(one.pk): one for one in Operator.objects.select_related("merged_into").prefetch_related("names")}
    parse = _Cells(known.values())
    for row in rows:
        key = row.text(KEY)
        operator = known.get(key)
        try:
            if operator is None:
                raise ValueError(f"aucun opérateur n’a le numéro {quoted(key)}.")
            if operator.merged_into:
                raise ValueError(f"{operator} est réuni à {quoted(operator.merged_into.name)}, qui répond pour lui.")
            if key in seen:
                raise ValueError(f"{operator} est déjà à la ligne {seen[key]}.")
            seen[key] = row.line
            found.changes += list(_changes(row, operator, columns, parse))
        except (ValueError, ValidationError) as error:
            sentence = error.messages[0] if isinstance(error, ValidationError) else str(error)
            told = f"{operator}\u202f: {sentence}" if operator and not sentence.startswith(str(operator)) else sentence
            found.mistakes.append((row.line, told))
    return found


class _Cells:
    """From the text of a cell to the value of a field and a remark. Each raises ValueError or ValidationError."""

    def __init__(self, operators: Iterable[Operator]) -> None:
        self._by_siret = {one.siret: one for one in operators if one.siret and not one.merged_into_id}
        self._communes = set(Commune.objects.values_list("pk", flat=True))

    def nom(self, text: str, operator: Operator) -> tuple[str, str]:
        return squeeze(text), ""

    def nature(self, text: str, operator: Operator) -> tuple[str, str]:
        if (kind := _KINDS.get(fold(text))) is None:
            raise ValueError(f"{quoted(text)} n’est pas une nature d’opérateur.")
        return kind, ""

    def siret(self, text: str, operator: Operator) -> tuple[str, str]:
        number, remark = siret_of(text)
        valid_siret(number)
        other = self._by_siret.setdefault(number, operator)
        if other.pk != operator.pk:
            remark = "\u202f; ".join(filter(None, (remark, f"ce SIRET est aussi celui de {quoted(other.name)}")))
        return number, remark

    def rna(self, text: str, operator: Operator) -> tuple[str, str]:
        number = typed(text).upper()
        valid_rna(number)
        return number, ""

    def commune_insee(self, text: str, operator: Operator) -> tuple[str, str]:
        for code in (text.upper(), text.zfill(5)):  # « 1004 »: a spreadsheet dropped the zero of the Ain
            if code in self._communes:
                return code, ""
        raise ValueError(f"{quoted(text)} n’est le code INSEE d’aucune commune connue.")


def _changes(row: Row, operator: Operator, columns: Iterable[str], parse: _Cells) -> Iterator[FieldChange]:
    for column in columns:
        text = row.text(column)
        if not text:
            continue
        if column == NAMES:
            yield from _new_names(row, operator, text)
            continue
        name = FIELDS[column]
        after, remark = _erased(operator, name) if text == ERASED else getattr(parse, column)(text, operator)
        before = getattr(operator, name) or ""
        if after != before:
            marks = (getattr(operator, _MARKS[name]), _mark(name, text)) if name in _MARKS else ("", "")
            yield FieldChange(row.line, operator.pk, operator.name, column, before, after, marks, remark)


def _mark(name: str, text: str) -> str | bool:
    """That a person chose the value, or took it away."""
    if name == "commune_id":
        return "" if text == ERASED else Operator.FoundBy.STAFF.value
    return text != ERASED


def _erased(operator: Operator, name: str) -> tuple[str, str]:
    if name == "name":
        raise ValueError("un nom ne peut pas être effacé.")
    return (kind_of(operator.name), "redevient celle que dit le nom") if name == "kind" else ("", "effacé")


def _new_names(row: Row, operator: Operator, text: str) -> Iterator[FieldChange]:
    there = {spelling.name for spelling in operator.names.all()}
    for name in dict.fromkeys(map(squeeze, text.split(NAMES_APART.strip()))):
        if not name or name in there:
            continue
        if not fold_name(name):
            raise ValueError(f"{quoted(name)} ne nomme rien.")
        bearer = bearer_of(name)
        if bearer and bearer.pk != operator.pk:
            raise ValueError(
                f"{quoted(name)} est déjà un nom de {quoted(bearer.name)}. Si c’est le même, réunissez-les."
            )
        if bearer is None:
            yield FieldChange(row.line, operator.pk, operator.name, NAMES, "", name, remark="nom ajouté")


# ---- written, taken back -----------------------------------------------------------------------------------------


def prepare(name: str, found: Differences, author=None) -> OperatorImport:
    """Keep what a list would change until a person says yes; nothing of the operators is written."""
    OperatorImport.objects.filter(applied_at=None, at__lt=timezone.now() - _KEPT_UNWRITTEN).delete()
    return OperatorImport.objects.create(
        name=name[:200], author=author, changes=list(map(asdict, found.changes)), mistakes=found.mistakes
    )


@transaction.atomic
def apply(received: OperatorImport) -> list[str]:
    """Write what a list changes; gives a sentence for each field that somebody else changed meanwhile, left alone."""
    if received.applied_at:
        return []
    changes = [FieldChange(**change) for change in received.changes]
    done, refused = _write(changes, lambda change: (change.before, change.after, change.marks[1]))
    received.changes, received.applied_at = list(map(asdict, done)), timezone.now()
    received.save(update_fields=["changes", "applied_at"])
    return refused


@transaction.atomic
def undo(received: OperatorImport, author=None) -> list[str]:
    """Put back what a list changed; gives a sentence for each field that was changed since, left alone."""
    if not received.applied_at or received.undone_at:
        return []
    changes = [FieldChange(**change) for change in reversed(received.changes)]
    _, refused = _write(changes, lambda change: (change.after, change.before, change.marks[0]))
    received.undone_at, received.undone_by = timezone.now(), author
    received.save(update_fields=["undone_at", "undone_by"])
    return refused


Way = Callable[[FieldChange], tuple[str, str, str | bool]]


def _write(changes: list[FieldChange], way: Way) -> tuple[list[FieldChange], list[str]]:
    operators = Operator.objects.select_for_update().in_bulk({change.operator for change in changes})
    done, refused = [], []
    for change in changes:
        operator = operators.get(change.operator)
        if operator and _written(operator, change, *way(change)):
            done.append(change)
        else:
            refused.append(f"{change.name}\u202f: {change.column} a changé depuis, laissé tel quel.")
    changed = [operators[pk] for pk in {change.operator: None for change in done}]
    renamed = [change.operator for change in done if change.column == "nom"]
    if renamed:
        refresh_search(GrantLine.objects.by_operator(*renamed))
    if changed:
        entries.index(changed)
        history.bump()
    return done, refused


def _written(operator: Operator, change: FieldChange, before: str, after: str, mark: str | bool) -> bool:
    """Whether the field was as expected, and now is as asked."""
    if change.column == NAMES:
        if after:
            return bearer_of(after) is None and bool(give_name(operator, after))
        return bool(operator.names.filter(name=before, by_staff=True).delete()[0])
    name = FIELDS[change.column]
    if (getattr(operator, name) or "") != before:
        return False
    if name == "commune_id":
        set_seat(operator, Commune.objects.filter(pk=after).first(), str(mark))
        return True
    setattr(operator, name, after)
    fields = [name]
    if name in _MARKS:
        setattr(operator, _MARKS[name], mark)
        fields.append(_MARKS[name])
    if name in _COMPARED:
        operator.compared = False
        fields.append("compared")
    operator.save(update_fields=fields)
    return True
