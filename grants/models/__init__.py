"""What was voted, one concept a file."""

from grants.models.alerts import Alert
from grants.models.bundles import Bundle, BundlePart
from grants.models.checks import Check, Leftover, StatedTotal
from grants.models.deliberations import Decision, Deliberation, Recusal, Vote
from grants.models.edits import GoneLine, LineEdit
from grants.models.history import Change, DataVersion, FormerSlug
from grants.models.lines import GrantLine
from grants.models.merges import OperatorMerge, TerritoryMerge
from grants.models.operator_imports import OperatorImport
from grants.models.operators import Operator, OperatorName
from grants.models.pairs import OperatorPair, ProgrammeTie
from grants.models.personal import PersonalMark
from grants.models.places import Commune, CommuneName, Contour, Department, Territory, TerritoryPart
from grants.models.programmes import Programme
from grants.models.reports import ErrorReport, ReportTrace
from grants.models.search import SearchEntry
from grants.models.transparency import AgreementDate, DepartmentBudget

__all__ = [
    "Alert",
    "AgreementDate",
    "Bundle",
    "BundlePart",
    "Change",
    "Check",
    "Commune",
    "CommuneName",
    "Contour",
    "DataVersion",
    "Decision",
    "Deliberation",
    "Department",
    "DepartmentBudget",
    "ErrorReport",
    "FormerSlug",
    "GoneLine",
    "GrantLine",
    "Leftover",
    "LineEdit",
    "Operator",
    "OperatorImport",
    "OperatorMerge",
    "OperatorName",
    "OperatorPair",
    "PersonalMark",
    "Programme",
    "ProgrammeTie",
    "Recusal",
    "ReportTrace",
    "SearchEntry",
    "StatedTotal",
    "Territory",
    "TerritoryMerge",
    "TerritoryPart",
    "Vote",
]
