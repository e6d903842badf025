"""What the kinds of columns are called on the screen: in a list to choose from, and beside one amount."""

# In the order of the list: what a grant line needs, other money, what is printed around it.
KIND_LABELS = {
    "operator": "Bénéficiaire",
    "amount": "Montant voté par le Département (compte)",
    "amount_asked": "Montant demandé",
    "amount_proposed": "Montant proposé",
    "amount_state": "Part de l’État",
    "amount_funder": "Part d’un autre financeur",
    "amount_previous": "Année précédente, ou déjà versé",
    "amount_cost": "Coût, prix ou budget",
    "amount_whole": "Total d’autres colonnes",
    "amount_schedule": "Échéancier de versement",
    "amount_deducted": "Somme reprise, à retrancher (compte en négatif)",
    "amount_other": "Autre montant, qui ne compte pas",
    "places": "Nombre de places, de postes, de mesures…",
    "action": "Objet de la subvention, action",
    "detail": "Complément d’information",
    "remark": "Précision sur le financement",
    "programme": "Programme, rubrique",
    "subprogramme": "Opération, sous-rubrique",
    "territory": "Territoire",
    "commune": "Commune du siège",
    "reference": "N° de dossier",
    "agreement": "Convention, avenant",
    "other": "À ne pas lire",
}
# The choices of the list, in groups: three kinds of things that a table prints.
KIND_GROUPS = (
    ("Ce qu’il faut", ("operator", "amount")),
    ("Autres montants, imprimés mais jamais comptés", tuple(name for name in KIND_LABELS if name[:7] == "amount_")),
    (
        "Autour de la subvention",
        tuple(name for name in KIND_LABELS if name != "operator" and not name.startswith("amount")),
    ),
)
AMOUNT_LABELS = {
    "amount": "voté",
    "amount_asked": "demandé",
    "amount_proposed": "proposé",
    "amount_state": "part de l’État",
    "amount_funder": "autre financeur",
    "amount_previous": "autre année ou déjà versé",
    "amount_cost": "coût, prix ou budget",
    "amount_whole": "total d’autres colonnes",
    "amount_schedule": "échéancier",
    "amount_deducted": "somme reprise",
    "amount_other": "autre montant",
}
UNKNOWN_AMOUNT = "colonne non lue"
