"""What the tests are about: plain functions that save one thing each, with realistic French defaults.

A test sets only what it is about. `a_department`, `a_commune`, `an_operator`, `a_programme` and `a_territory` give what
exists under that name already; `a_territory_part`, `a_contour`, `a_deliberation`, `a_line`, `a_total`, `a_check`,
`a_leftover` and `a_recusal` add one each time. Amounts are in euros.
"""

from datetime import UTC, date, datetime
from decimal import Decimal
from hashlib import sha256

from django.core.files.base import ContentFile

from grants.models import (
    AgreementDate,
    Check,
    Commune,
    CommuneName,
    Contour,
    DataVersion,
    Decision,
    Deliberation,
    Department,
    DepartmentBudget,
    GrantLine,
    Leftover,
    Operator,
    OperatorName,
    Programme,
    Recusal,
    StatedTotal,
    Territory,
    TerritoryPart,
    Vote,
)
from grants.search import entries
from grants.search.free_text import line_document, search_document
from portal.french import fold, fold_name

ROW_BOX = {"x0": 0.08, "y0": 0.31, "x1": 0.92, "y1": 0.34}


def cents(euros: Decimal | int | str | None) -> int | None:
    """Whole cents of an amount in euros."""
    return None if euros is None else int(Decimal(euros) * 100)


def a_department(name: str = "Nord", *, code: str = "59", **fields) -> Department:
    return _named(*Department.objects.get_or_create(code=code, defaults={"name": name, **fields}))


def _named(thing, created: bool):
    """The thing, found by its name as one that the store has saved."""
    if created:
        entries.index([thing])
    return thing


def a_commune(
    name: str = "Maubeuge", *, code: str = "59392", department: Department | None = None, **fields
) -> Commune:
    defaults = {"postcodes": "59600", "population": 28_800, "epci_name": "CA Maubeuge Val de Sambre"} | fields
    commune, created = Commune.objects.get_or_create(
        code=code,
        defaults={"name": name, "folded": fold(name), "department": department or a_department(), **defaults},
    )
    return _named(commune, created)


def a_commune_name(name: str, *, commune: Commune, kind: str = "commune associée") -> CommuneName:
    other, created = CommuneName.objects.get_or_create(
        commune=commune, folded=fold(name), defaults={"name": name, "kind": kind}
    )
    _named(commune, created)
    return other


def an_operator(name: str = "Réussir en Sambre Avesnois", *, commune: Commune | None = None, **fields) -> Operator:
    operator, created = Operator.objects.get_or_create(
        key=fold_name(name),
        defaults={"name": name, "commune": commune, "commune_found_by": "printed" if commune else "", **fields},
    )
    if created:
        OperatorName.objects.create(operator=operator, name=name)
    return _named(operator, created)


def a_programme(
    name: str = "Parcours IAE", *, parent: Programme | None = None, department: Department | None = None
) -> Programme:
    """A programme, or with `parent` a subprogramme."""
    department = department or (parent.department if parent else a_department())
    return _named(
        *Programme.objects.get_or_create(
            department=department, parent=parent, folded=fold(name), defaults={"name": name}
        )
    )


def a_territory(name: str = "Sambre-Avesnois", *, department: Department | None = None) -> Territory:
    return _named(
        *Territory.objects.get_or_create(
            department=department or a_department(), folded=fold(name), defaults={"name": name}
        )
    )


def a_territory_part(name: str, *, department: Department | None = None, **fields) -> TerritoryPart:
    """What the territory printed under this name covers."""
    values = {"label": name, "unit": "epci", "code": "200043396", "certainty": "attesté"} | fields
    return TerritoryPart.objects.create(department=department or a_department(), folded=fold(name), **values)


def a_contour(unit: str, code: str, *, at: tuple[int, int] = (2000, -25_000), size: int = 10) -> Contour:
    """A square outline."""
    x, y = at
    path = f"M{x} {y}l{size} 0 0 {size}-{size} 0z"
    return Contour.objects.create(unit=unit, code=code, path=path, x0=x, y0=y, x1=x + size, y1=y + size)


def a_deliberation(*, published: bool = True, department: Department | None = None, **fields) -> Deliberation:
    """An act without lines. Its number counts up from 2023/101; `source` is a file only where the test gives bytes."""
    department = department or a_department()
    number = fields.pop("number", f"DIPLE/2023/{101 + Deliberation.objects.count()}")
    slug = Deliberation.slug_for(department.code, number)
    content = fields.pop("content", None)
    values = {
        "status": Deliberation.Status.PUBLISHED if published else Deliberation.Status.DRAFT,
        "body": "Conseil départemental",
        "title": "Insertion professionnelle des allocataires du RSA : attribution de subventions",
        "session_date": date(2023, 6, 26),
        "received_date": date(2023, 7, 3),
        "published_date": date(2023, 7, 4),
        "prefecture_receipt": "059-225900018-20230626-101-DE",
        "president": "Claire MARTEL",
        "source": f"deliberations/2023/{slug}.pdf",
        "source_name": f"{slug}.pdf",
        "sha256": sha256(content or slug.encode()).hexdigest(),
        "page_count": 12,
        "page_sizes": [[842.0, 595.0]] * 12,
        "read_at": datetime(2023, 7, 5, 9, 30, tzinfo=UTC),
        "reader_version": "1",
        "published_at": datetime(2023, 7, 6, 8, 0, tzinfo=UTC) if published else None,
    }
    deliberation = Deliberation(department=department, number=number, slug=slug, **(values | fields))
    if content is not None:
        deliberation.source.save(f"{slug}.pdf", ContentFile(content), save=False)
    deliberation.save()
    return _named(deliberation, True)


def a_line(
    *, deliberation: Deliberation | None = None, amount: Decimal | int | str = "12500.00", **fields
) -> GrantLine:
    """A printed row for one year, in the latest published act where none is given, or in a new one.

    `line` is the next printed row of the act: give the same `line` and another `year` for a row of several years.
    `operator`, `territory`, `programme`, `subprogramme` and `commune` are objects or None; the printed texts follow
    from them unless given.
    """
    deliberation = deliberation or Deliberation.objects.published().order_by("-pk").first() or a_deliberation()
    department = deliberation.department
    fields.setdefault("operator", None if "operator_text" in fields else an_operator())
    fields.setdefault("programme", a_programme(department=department))
    fields.setdefault("territory", None)
    fields.setdefault("subprogramme", None)
    fields.setdefault("commune", fields["operator"].commune if fields["operator"] else None)
    for name in ("operator", "territory", "programme", "subprogramme", "commune"):
        fields.setdefault(f"{name}_text", fields[name].name if fields[name] else "")
    number = fields.pop("line", 1 + max(deliberation.lines.values_list("line", flat=True), default=0))
    values = {
        "year": deliberation.session_date.year if deliberation.session_date else None,
        "amount_cents": cents(amount),
        "amount_text": f"{Decimal(amount):.2f} €".replace(".", ","),
        "commune_found_by": "printed" if fields["commune"] else "",
        "action": "Accompagnement vers l’emploi des allocataires du RSA",
        "places_unit": "place" if fields.get("places") is not None else "",
        "reference": f"2023/{number:05}",
        "table": "annexe-1",
        "page": 3,
        "row": number,
        **ROW_BOX,
    }
    row_key = GrantLine.row_key_for(deliberation.pk, number)
    line = GrantLine(
        deliberation=deliberation, department=department, line=number, row_key=row_key, **(values | fields)
    )
    line.search_text = line_document(line)
    line.save()
    return line


def a_data_version(day: date = date(2023, 7, 6)) -> DataVersion:
    """The public data last changed on this day."""
    changed_at = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    return DataVersion.objects.update_or_create(pk=1, defaults={"number": 7, "changed_at": changed_at})[0]


def a_total(
    *, deliberation: Deliberation | None = None, amount: Decimal | int | str = "12500.00", **fields
) -> StatedTotal:
    deliberation = deliberation or a_deliberation()
    values = {
        "position": 1 + deliberation.stated_totals.count(),
        "scope": "Total général",
        "table": "annexe-1",
        "year": 2023,
        "amount_cents": cents(amount),
        "text": f"{Decimal(amount):.2f} €".replace(".", ","),
        "where": StatedTotal.Where.TABLE,
        "page": 4,
        **ROW_BOX,
    }
    return StatedTotal.objects.create(deliberation=deliberation, **(values | fields))


def a_check(*, total: StatedTotal | None = None, computed: Decimal | int | str | None = "12500.00", **fields) -> Check:
    """A total against `computed` euros; equal or different as the figures say, unless `status` is set."""
    total = total or a_total()
    difference = None if computed is None else cents(computed) - total.amount_cents
    status = Check.Status.NOT_COMPARABLE if computed is None else Check.Status.DIFFERENT
    if difference == 0:
        status = Check.Status.EQUAL
    values = {"status": status, "computed_cents": cents(computed), "difference_cents": difference}
    return Check.objects.create(total=total, **(values | fields))


def a_leftover(*, deliberation: Deliberation | None = None, **fields) -> Leftover:
    deliberation = deliberation or a_deliberation()
    values = {
        "position": 1 + deliberation.leftovers.count(),
        "text": "Mission locale – voir convention",
        "reason": "aucun montant dans la ligne",
        "page": 5,
        **ROW_BOX,
    }
    return Leftover.objects.create(deliberation=deliberation, **(values | fields))


def a_recusal(*, deliberation: Deliberation | None = None, **fields) -> Recusal:
    deliberation = deliberation or a_deliberation()
    values = {
        "position": 1 + deliberation.recusals.count(),
        "person": "Sylvie DUPREZ",
        "function": "Présidente",
        "organisation": "CCAS de Maubeuge",
        "as_printed": "Madame DUPREZ est Présidente du CCAS de Maubeuge.",
        "page": 2,
    }
    return Recusal.objects.create(deliberation=deliberation, **(values | fields))


def a_vote(*, deliberation: Deliberation | None = None, **fields) -> Vote:
    deliberation = deliberation or a_deliberation()
    values = {
        "position": 1 + deliberation.votes.count(),
        "result": "à la majorité",
        "votes_for": 44,
        "against": 30,
        "abstentions": 2,
        "not_voting": 6,
        "for_detail": "Groupe de la majorité départementale",
        "page": 2,
    }
    return Vote.objects.create(deliberation=deliberation, **(values | fields))


def a_decision(
    *, deliberation: Deliberation | None = None, amount: Decimal | int | str | None = None, **fields
) -> Decision:
    deliberation = deliberation or a_deliberation()
    values = {
        "position": 1 + deliberation.decisions.count(),
        "text": "d’attribuer les subventions selon le tableau joint en annexe ;",
        "amount_cents": cents(amount),
        "page": 1,
    } | fields
    values.setdefault("search_text", search_document([values["text"]]))
    return Decision.objects.create(deliberation=deliberation, **values)


def a_budget(amount: Decimal | int | str = "1000000", *, department: Department | None = None, **fields):
    """What the accounts of a département hold for 2023, in euros."""
    values = {"year": 2023, "source": "Compte administratif 2023, chapitre 65, p. 112"} | fields
    return DepartmentBudget.objects.create(
        department=department or a_department(), grants_cents=cents(amount), **values
    )


def an_agreement_date(signed_on: date | None, *, deliberation: Deliberation, operator: Operator) -> AgreementDate:
    return AgreementDate.objects.create(deliberation=deliberation, operator=operator, signed_on=signed_on)
