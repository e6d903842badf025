"""Words of the acts of the third kind: headers, names and sentences that the first two do not have. Plain data."""


def _words(text: str) -> list[str]:
    return text.split("|")


HEADERS = {
    "postcode": _words("Code postal|CP|C.P."),
    "phone": _words("Téléphone|Tél.|N° de téléphone"),
    "insee": _words("Code INSEE|INSEE|Code commune"),
    "third": _words("N° tiers|Code tiers|Tiers n°|N° de tiers"),
    "file": _words("N° dossier|Numéro|Dossier n°|Code|Id. dossier"),
    "population": _words("Population|Population DGF|Nombre d’habitants|Habitants"),
    "kind": _words("Type|Nature|F / I|Section"),
    "president": _words("Représentant|Représentant légal|Président|Responsable"),
    "canton": _words("Canton|N° canton|Canton n°"),
    "vote": _words("Vote|Sens du vote|Décision|Avis"),
    "mail": _words("Courriel|Adresse électronique|Contact"),
    "price": _words("Coût unitaire|Tarif par place|Coût à la place|Prix de la place|Montant unitaire"),
    "cap": _words("Plafond|Plafond de l’aide|Plafond HT"),
    "rate": _words("Taux|Taux d’aide|%|Taux d’intervention"),
    "without_tax": _words("Montant HT|Coût HT|Devis HT|Dépense HT"),
    "with_tax": _words("Montant TTC|Coût TTC|Devis TTC|Dépense TTC"),
    "paid": _words("Acompte|1er versement|Acompte 70 %|Déjà versé"),
    "left": _words("Solde|Solde à verser|2e versement|Reste à verser"),
    "state": _words("État|Part État|DRAC|État (DETR)"),
    "region": _words("Région|Part Région|Conseil régional"),
    "department": _words("Département|Part Département|Conseil départemental|Subvention du Département"),
    "others": _words("Autres|Commune|Autofinancement|EPCI"),
    "millions": _words("Montant (M€)|Montant voté en M€|Subvention (en millions d’euros)"),
    "worded": _words("Montant voté|Subvention accordée|Montant attribué"),
    "operation": _words("Fonctionnement|Subvention de fonctionnement|Aide au fonctionnement"),
    "investment": _words("Investissement|Subvention d’investissement|Aide à l’investissement"),
}
PEOPLE = _words("M. Aubin LEROUGE|Mme Claire DUMONTEIL|M. Yves PASTRAC|Mme Odile GRANDVAL|M. Rémi CASTELAIN")
VOTED = _words("Favorable|Adopté|Pour|Unanimité|Accord")
MAILS = _words("contact@exemple.invalid|bureau@exemple.invalid|accueil@exemple.invalid")
RECUSALS = _words(
    "(M. Yves PASTRAC ne prend pas part au vote)|(Mme Odile GRANDVAL ne participe pas au vote)|"
    "(M. Aubin LEROUGE n’a pas pris part au vote)"
)
BLANKS = ("", "-", "–", "/")
THEMES = _words("Culture|Sport|Vie associative|Environnement|Solidarités|Jeunesse|Patrimoine|Ruralité|Éducation")
# Sentences after a table that say its sum again, or money that is no grant.
RESTATED = _words(
    "Soit un montant total de {sum} €.|Le montant total des subventions ainsi attribuées s’élève à {sum} €.|"
    "La dépense correspondante, soit {sum} €, sera imputée au chapitre 65 du budget départemental."
)
ASIDE = _words(
    "Les crédits inscrits à ce titre au budget primitif s’élèvent à {other} €.|"
    "Pour mémoire, le montant consacré à ces aides en {last} était de {other} €.|"
    "L’aide est plafonnée à {other} € par structure et par an."
)
WITHOUT_LIST = _words(
    "D’attribuer des subventions pour un montant total de {sum} €, selon la liste consultable au secrétariat.|"
    "D’approuver l’attribution de subventions aux associations pour un montant global de {sum} €."
)
SUBHEADINGS = _words("Canton de {}|Arrondissement de {}|Secteur de {}")
SMALL = _words("zéro|un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize")
TENS = ("", "dix", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt")


def in_words(number: int) -> str:
    """A whole number under a million in French words: 1 250 → « mille deux cent cinquante »."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        words = in_words(thousands)
        words = words[:-1] if words.endswith(("cents", "vingts")) else words  # « quatre-vingt mille »
        before = "" if thousands == 1 else f"{words} "
        return f"{before}mille {in_words(rest) if rest else ''}".strip()
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        before = "" if hundreds == 1 else SMALL[hundreds] + " "
        return f"{before}cent {in_words(rest)}" if rest else f"{before}cent{'s' if hundreds > 1 else ''}"
    if number <= 16:
        return SMALL[number]
    tens, units = divmod(number, 10)
    if tens in (7, 9):
        units += 10
    if not units:
        return TENS[tens] + ("s" if tens == 8 else "")
    below = SMALL[units] if units <= 16 else f"dix-{SMALL[units - 10]}"
    return f"{TENS[tens]} et {below}" if units in (1, 11) and tens < 8 else f"{TENS[tens]}-{below}"
