"""What lines name: départements, territories, programmes, operators, communes."""

from django.db import models
from django.db.models import Exists, OuterRef, Q

from grants.operators.identifiers import SIREN_LENGTH
from grants.querysets.counting import number_of
from portal.french import fold

SHORTEST_NAME = 4  # characters: a shorter opening is shared by chance


class NamedQuerySet(models.QuerySet):
    """What lines name: départements, territories, programmes, operators, communes."""

    def public(self):
        """Those that a line of a published act names: one that only drafts name does not exist for the public."""
        named = Q()
        for relation in self.model._meta.related_objects:
            if relation.related_model._meta.label == "grants.GrantLine":
                lines = relation.related_model.objects.published().filter(**{relation.field.name: OuterRef("pk")})
                named |= Q(Exists(lines))
        return self.filter(named)


class ProgrammeQuerySet(NamedQuerySet):
    def of_upper_level(self):
        """Headings that stand under no other: programmes."""
        return self.filter(parent=None)

    def of_lower_level(self):
        """Headings that stand under another: opérations."""
        return self.exclude(parent=None)


class MergeableQuerySet(NamedQuerySet):
    """Operators and territories, two of which a person may say to be one (`grants.operators.merging`)."""

    def apart(self):
        """Those that have a page of their own: not merged into another one."""
        return self.filter(merged_into=None)

    def successor_of(self, pk: int):
        """The one into which that of this number was merged, if it was."""
        return self.filter(merged=pk)


class OperatorQuerySet(MergeableQuerySet):
    def not_compared(self):
        """Those that came, or changed, since likely duplicates were last looked for."""
        return self.apart().filter(compared=False)

    def with_counts(self):
        """With `name_count` spellings and `line_count` printed rows of each."""
        names, lines = (self.model._meta.get_field(relation).related_model.objects for relation in ("names", "lines"))
        return self.annotate(
            name_count=number_of(names.filter(operator=OuterRef("pk")), by="operator"),
            line_count=number_of(lines.filter(operator=OuterRef("pk")), by="operator", counting="row_key"),
        )

    def with_siret_of(self, operator):
        """The other operators that have the SIRET of this one; none where it has none."""
        return self.apart().filter(siret=operator.siret).exclude(pk=operator.pk) if operator.siret else self.none()

    def perhaps_the_same(self, operator):
        """Public operators that may be this one under another name, for a person to judge: their SIRETs share a SIREN,
        or the words of one name open the other (`AFEJI`, `AFEJI – ACI Flandres`). Not those that somebody judged."""
        words = fold(operator.name).split()
        keys = {"".join(words[:end]) for end in range(1, len(words))}
        likely = Q(key__startswith=operator.key) | Q(key__in={key for key in keys if len(key) >= SHORTEST_NAME})
        if len(operator.key) < SHORTEST_NAME:
            likely = Q()
        if operator.siret:
            likely |= Q(siret__startswith=operator.siret[:SIREN_LENGTH])
        others = self.exclude(pk=operator.pk)
        for pairs, other in ((operator.pairs_before, "second"), (operator.pairs_after, "first")):
            others = others.exclude(pk__in=pairs.judged("different").order_by().values(other))
        return others.public().filter(likely) if likely else self.none()


class DepartmentQuerySet(NamedQuerySet):
    def public(self):
        """Those of which an act is published: a few, found without reading the lines."""
        return self.filter(deliberations__status="published").distinct()
