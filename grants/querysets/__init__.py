"""The questions one can ask of what is stored: verbs that return querysets, chain, and take no request."""

from grants.querysets.acts import (
    ActPartQuerySet,
    BundlePartQuerySet,
    CheckQuerySet,
    DecisionQuerySet,
    DeliberationQuerySet,
    LeftoverQuerySet,
    PersonalMarkQuerySet,
    counted,
)
from grants.querysets.changes import ChangeQuerySet, ErrorReportQuerySet, LineEditQuerySet
from grants.querysets.lines import LARGEST_FIRST, SORTS, GrantLineQuerySet
from grants.querysets.names import (
    DepartmentQuerySet,
    MergeableQuerySet,
    NamedQuerySet,
    OperatorQuerySet,
    ProgrammeQuerySet,
)
from grants.querysets.transparency import AgreementDateQuerySet, DepartmentBudgetQuerySet

__all__ = [
    "ActPartQuerySet",
    "AgreementDateQuerySet",
    "BundlePartQuerySet",
    "ChangeQuerySet",
    "CheckQuerySet",
    "DecisionQuerySet",
    "DeliberationQuerySet",
    "DepartmentBudgetQuerySet",
    "DepartmentQuerySet",
    "ErrorReportQuerySet",
    "GrantLineQuerySet",
    "LARGEST_FIRST",
    "LeftoverQuerySet",
    "LineEditQuerySet",
    "MergeableQuerySet",
    "NamedQuerySet",
    "OperatorQuerySet",
    "PersonalMarkQuerySet",
    "ProgrammeQuerySet",
    "SORTS",
    "counted",
]
