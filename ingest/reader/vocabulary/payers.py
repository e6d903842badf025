"""Who pays: councils, the State, other funders, and what they call their money; as plain data."""

from ingest.reader.vocabulary.phrases import phrases

PAYERS: dict[str, frozenset[str]] = {
    "department": phrases("département, départemental, conseil départemental, conseil général, cd, cg"),
    "region": phrases("région, régional, conseil régional, cr"),
    "commune": phrases("commune, communal, ville, municipal, conseil municipal, mairie"),
    "group": phrases(
        "communautaire, communauté, agglomération, métropole, métropolitain, epci, intercommunal, agglo,"
        " ca du, ca de, ca d, cc du, cc de, cc d, cu du, cu de, cu d"
    ),
    "state": phrases("état, ministère, préfecture"),
    "europe": phrases("europe, ue, union européenne, fse, feder, feader, leader"),
}
FUNDERS = frozenset().union(
    *PAYERS.values(),
    phrases(
        "caf, msa, cpam, carsat, ars, cnsa, ademe, drac,"
        " dreets, ddets, dsil, detr, fnadt, fonds vert, anru, anah, anct, agence de l'eau, pôle emploi, france travail,"
        " banque des territoires, autofinancement, fonds propres, mécénat, fondation, autres financeurs,"
        " autres financements, autre, privé, intercommunalité"
    ),
)
# What the money of each is said to be: « Participation communale ». It heads that of the author of an act as well.
SHARES_OF: dict[str, frozenset[str]] = {
    "department": phrases("départementale"),
    "region": phrases("régionale"),
    "commune": phrases("communale, municipale"),
    "group": phrases("intercommunale, métropolitaine"),
}
# Assemblies whose name does not say who pays.
ASSEMBLIES: dict[str, frozenset[str]] = {
    "commune": phrases("conseil de paris, conseil d'arrondissement, centre communal d'action sociale"),
    "group": phrases("comité syndical, conseil syndical, bureau syndical, conseil de territoire"),
}
# What a payer calls the money that it alone gives, as a header prints it beside the money of others.
OWN_GRANTS: dict[str, frozenset[str]] = {
    "department": phrases("part départementale"),
    "region": phrases("part régionale"),
    "commune": phrases("part communale, part municipale"),
    "group": phrases("fonds de concours, part communautaire, part intercommunale"),
    "state": phrases("detr, dsil, dsid, fnadt, fonds vert, fdva, fipd, drac, dreets, ddets, bop"),
}
# Funds of the State by their whole names, over lists that no assembly votes.
STATE_FUNDS = OWN_GRANTS["state"] | phrases(
    "dotation d'équipement des territoires ruraux, dotation de soutien à l'investissement local, mildeca, p147,"
    " fonds interministériel de prévention de la délinquance, fonds pour le développement de la vie associative"
)
# Policies and beneficiaries that bear the name of a funder.
NOT_FUNDERS = phrases("politique de la ville, contrat de ville, politique régionale")
