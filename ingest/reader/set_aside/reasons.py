"""What is said, in French, of a table that is set aside, where several modules say it or ask it. Words alone.

A reason that one rule gives, and nobody asks for, stands with that rule.
"""

from typing import Final

from ingest.reader.money.money_roles import ASKED_NOTE, COST_NOTE, FUNDER_NOTE, PREVIOUS_NOTE

BUDGET_REASON: Final = "tableau d’imputation budgétaire : des crédits, pas des subventions"
CONTRACTS_REASON: Final = "marchés publics"
EXTENDED_REASON: Final = "délais prolongés de subventions déjà votées"
OWED_REASON: Final = "sommes dues à l’auteur de l’acte"
PAY_REASON: Final = "indemnités d’élus ou rémunérations"
PRICES_REASON: Final = "liste de prix"
RESTATED_REASON: Final = "mêmes sommes que dans le tableau {label} : comptées une fois"

NOBODY_REASON: Final = "aucun bénéficiaire, aucune action : un récapitulatif"
NO_AMOUNT_REASON: Final = "aucune colonne de montants"
NO_GRANTED_AMOUNT_REASON: Final = "aucun montant voté"
NO_BENEFICIARY_REASON: Final = "aucun bénéficiaire et aucun montant dit voté"
NO_ROW_REASON: Final = "aucune ligne chiffrée"
# By what is noted of its columns of amounts.
REASONS_BY_NOTE: Final = {
    ASKED_NOTE: "montants demandés seulement, aucun montant voté",
    PREVIOUS_NOTE: "montants d’autres années ou déjà versés seulement",
    COST_NOTE: "coûts, prix ou budgets, aucune subvention",
    FUNDER_NOTE: "financements d’autres que l’auteur de l’acte",
}
# A table whose headings cannot be read is set aside for any of these, whatever it prints.
FOR_WANT_OF_COLUMNS: Final = frozenset(
    {
        NOBODY_REASON,
        NO_AMOUNT_REASON,
        NO_GRANTED_AMOUNT_REASON,
        NO_BENEFICIARY_REASON,
        NO_ROW_REASON,
        *REASONS_BY_NOTE.values(),
    }
)
