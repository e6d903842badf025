"""What an act says just before or after an amount that it does not grant: a cost, a limit, a request; a family a line.

Every pattern works on `plain()` text: small ASCII letters, `'`, `-` and plain spaces.
"""

from typing import Final

from ingest.reader.vocabulary.patterns import AIDS, ANY_AID, INSTALMENTS, any_of

# « … qui a reçu un prix et de 300 € à la Chorale »: what is said of one ends before the sum of the next.
_NEXT_SUM = r"(?!.*\bet (?:(?:d')?une? [a-z ]{3,30} )?(?:de )?$)"
# Just before an amount of a decision: what the thing costs, what it is worth, what is borrowed for it.
COST_BEFORE: Final = any_of(
    # No word for a grant stands between; « soit une dépense totale de 900 € » under a list adds up what is granted.
    r"\b(?:couts?|depenses?(?!(?<=^soit une depense) (?:totale|globale)\b)|budgets?|devis|prets?|emprunts?|assiette"
    r"|avances? (?:remboursables?|recuperables?|de tresorerie)"
    r"|base (?:subventionnable|eligible)|plafonds?|valeur|prix de (?:journee|revient|vente)|tarifs?"
    r"|chiffre d'affaires|recettes?|loyers?|redevances?|penalites?|indemnites?|honoraires|cautions?|remises?"
    r"|autofinancement|montants? (?:des? travaux|de l'operation|du projet|hors taxes?|subventionnables?|eligibles?"
    r"|previsionnels? des travaux)|(?:evalue|estime|chiffre|valorise)e?s? a)\b"
    rf"(?:(?!\b(?:{AIDS}|contributions?|bourses?|somme)\b)[^,;:()]){{0,70}}(?: ?: ?)?",
    # « un secours pour une facture d'électricité de 263 € »; « sur présentation des factures et à la Ruche 500 € »
    r"\bfactures?\b(?:(?! (?:et|a|au|aux)\b)[^,;:()\d]){0,60} de ",
    # « 50 % d'un montant retenu de 9 000 € », « 30 % du coût des travaux (9 000 €) »
    r"%(?: \w+)? (?:de (?:la |l')?|du |des |d'une? |d')(?:(?!\bsoit\b)[^,;:()]){0,70}\(?",
    # « des travaux plafonnés à 900 € »; « une aide plafonnée à 900 € » is the aid.
    rf"^(?!.*\b(?:{AIDS}|primes?|contributions?|bourses?|concours|sommes?)\b).*\bplafonn\w+ [^,;:()]{{0,40}}",
    # « une avance de 30 %, soit 25 920 € »
    r"\b(?:avances?|acomptes?|soldes?|tranches?)\b[^;:()]{0,60}%[^;:()]{0,20}\bsoit ",
    # « un coût prévisionnel, arrêté à 46 126 € »
    r"\b(?:couts?|depenses?|budgets?|travaux)\b[^;:()]{0,70}, (?:\w+ ){0,2}(?:arret|fix|evalu|estim|chiffr)ee?s? a ",
    # « les marchés inférieurs à 40 000 € », « les subventions supérieures à 23 000 € »
    r"\b(?:inferieur|superieur|exced|depass|au-dela|au dela|jusqu)\w*'? ?(?:e|es|s)? ?(?:ou egale?s? )?(?:a |de |d')?",
    # « au programme du SDEF, dont le montant global est de 217 200 € »
    r"\bdont le montant (?:global|total)\b[^,;:()]{0,40}",
    # « la participation des familles sera de 95 € »
    r"\bparticipations? (?:financieres? )?(?:des |aux frais des )"
    r"(?:familles|usagers|parents|adherents|eleves|agents)\b[^;:()]{0,60}",
    # « M. X : travaux 8 450 € HT, prime 2 112 € »
    r"\binvestissements? (?:eligibles?|subventionnables?|retenus?) (?:de |: ?)?|[:,(-] ?travaux (?:de |: ?)?",
    # « 900 € à la SAS Bois Vert pour son investissement de 9 000 € »
    r"\bpour (?:(?:un|son|ses|leurs?|cet) |(?:un|son|leur) (?:programme|projet) d')investissements? (?:[a-z]+ )?de ",
    # « une aide de 15 000 € pour un camion de 60 000 € »: what is bought
    rf"\bpour une? (?!(?:{ANY_AID}|sommes?|montant|total|dons?|forfait|enveloppe|credits?|cumul|prix|part|nouve\w+"
    r"|(?:co-?)?financement|appui|fonds|indemnite|avance|acompte|complement|solde|versement|cotisation|quote-part)\b)"
    r"[a-z'-]+(?: [a-z'-]+)?? de ",
    # « une subvention de 900 €, diminuée de 50 € », « dont seront déduits 50 € », « en hausse de 50 € »
    r"\b(?:diminu|minor|redui|amput)\w* de |\bdedui\w* (?:de )?|\bdeduction\b[^,;:()\d]{0,60}\b(?:de|sur les) ",
    r"\b(?:en|soit une) (?:hausse|augmentation|progression|baisse|diminution|recul) de ",
    # « Montant sollicité : 900 € », « Rappel 2030 : 800 € », « (demande de 250 €) »
    r"\b(?:(?:montants?|subventions?|aides?|sommes?) (?:sollicite|demande)e?s?|rappel)\b[^,;:()]{0,30} ?: ?",
    r"\bdemandes? (?:initiale )?(?:de |: ?)?",
    # « 900 € en complément des 500 € votés en mars »
    r"\ben (?:complement|supplement|sus|plus) (?:des |d(?:u|es?) (?:la |l'|sa |cette )?"
    rf"(?:{AIDS}|sommes?|concours|fonds)\b{_NEXT_SUM}(?:(?!\b(?:une?|la somme|le montant)\b)[^,;:()\d]){{0,60}} de )",
    # « est de 900 € et non de 90 € », « sauf celle du Moulin (300 €) », « sans modifier la participation de 900 € »
    r"\bet non (?:pas )?(?:de |a )?|\b(?:a l'exception|hormis|excepte|sans modifier)\b[^,;:]{0,90}",
    # « 900 €, auxquels s'ajoutent 300 € de frais », « sous réserve d'un cofinancement de 2 000 € »
    rf"\bs'ajout\w*(?:(?! (?:{AIDS}|complements?|bonus|bonifications?|majorations?)\b)[^,;:()]){{0,50}}",
    rf"\bco-?financements?\b{_NEXT_SUM}(?:(?! (?:{AIDS})\b)[^,;:()]){{0,60}}",
    # « 900 € prélevés sur le reliquat de 4 300 € », « dans la limite d'une enveloppe de 4 300 € »
    rf"\b(?:prelev|imput)\w* sur (?:(?!\b(?:{AIDS}|sommes?)\b)[^,;:()]){{0,60}}\bde ",
    r"\b(?:sur (?:le|l'|la|une?)|dans la limite (?:d'une?|de l'|du|de la|des)) ?"
    rf"(?:enveloppe|credits?|budgets?|reliquat|disponible|solde)\b(?:(?!\b(?:{AIDS}|sommes?)\b)[^,;:()]){{0,40}}\bde ",
    # « à la Ruche, qui a reçu 850 € en 2030, 900 € »
    r"\bqui (?:avai(?:t|ent)|a|ont) (?:deja )?(?:obtenu|recu|percu|eu|beneficie)\b" + _NEXT_SUM + "[^,;:()]{0,50}",
    # « 900 € au Judo Club, qui bénéficie par ailleurs de 400 € de la Région »
    r"\bqui (?:beneficie|percoit|recoit|dispose)(?:nt)?\b" + _NEXT_SUM + "[^,;:()]{0,50}",
    # « 900 € à la commune, qui reversera 400 € au club », « à charge pour elle de reverser 400 € »
    r"\b(?:qui|elle|il|charge (?:pour (?:elle|lui) )?d(?:e|'en))(?: en)? revers(?:er|era|e)\b[^,;:()]{0,40}",
    # « 900 € au Judo Club, qui sollicitait 1 200 € »
    r"\bqui (?:avai(?:t|ent) |a |ont )?(?:sollicit|demand|reclam|souhait)\w*\b" + _NEXT_SUM + "[^,;:()]{0,50}",
    # « un chèque de 500 € et du matériel pour 400 € »: given in kind
    rf"^ (?:et|plus) (?:de |du |des |d'une? )(?!(?:{ANY_AID}|sommes?)|[a-z]+[ei]r\b)"
    r"[a-z]+ (?:[a-z]+ )?pour (?:un montant de |une valeur de )?",
    # « la gratuité de la salle, soit une aide en nature de 900 € »; « à l'association Vivre en nature » is a name
    rf"\b(?:{ANY_AID}|avantages?|apports?|dons?|prestations?|concours|valorisations?)(?: \w+)? en nature\b"
    + _NEXT_SUM
    + r"[^,;:()\d]{0,40}",
    # « 20 %, soit 900 € sur 4 500 € »
    r"^ ?\(?sur (?:un (?:total|montant|budget|cout) de )?",
    # « 3 × 2 500 € », « 58 élèves à 715 € »; « 300 € en 2032 et de 400 € » is no count.
    r"\b\d+ ?(?:[a-z]+ )?[x×*] ?|\b\d+ "
    rf"(?!(?:et|puis|ou|{AIDS}|bourses?|prix|primes?) )[a-z]+ (?:a|x|de) ",
    # « versée en deux tranches de 2 000 € », « quatre acomptes trimestriels de 500 € »
    rf"\b(?:{INSTALMENTS}|(?:1er|premier|second|deuxieme|dernier|un|chaque) versement)"
    r"(?: (?:ega(?:ux|les?)|identiques|successi(?:fs|ves)|\w+(?:iels?|elles?|uels?)))? de ",
    # « … portant la subvention totale à 7 000 € »: what was given before with what is given now.
    r"\b(?:contre|au lieu de|par rapport (?:a|aux)) (?:les )?|\bs'elev\w+ (?:ainsi|donc|desormais) a ",
    r"\b(?:portant|porte ainsi|(?:ce )?qui porte|portera|passant|passe)\b[^;:()]{0,120}\ba (?:un total de )?",
    # « …, portant son montant de 5 000 € à 7 000 € », « convention portant attribution d'une subvention de 900 € »
    r"\b(?:portant|porte ainsi|(?:ce )?qui porte|portera) (?:ainsi )?(?:le|la|l'|son|sa|leur|cette|ce) ?"
    r"(?!attribution|octroi|versement)[^;:()]{0,110}\bde ",
    after="$",
)
# Just before an amount of a report: it is no money that this act grants.
NOT_GRANTED: Final = any_of(
    r"\b(?:plafond\w*|limite|seuil|tarif\w*|forfait(?!s? communa)\w*|taux|salaires?|revenus?|loyers?|chiffre d'affaires"
    r"|recettes?|budget previsionnel|cout\w*|prix unitaire"
    r"|depenses? (?:eligibles?|previsionnelles?|totales?|subventionnables?)|travaux|investissements?|valeur|franchise"
    r"|penalit\w+|caution|base subventionnable|assiette|reste a charge|autofinancement|emprunt\w*|acomptes?|avances?"
    r"|soldes?|prise en charge|remunere\w*|refus\w*|rejet\w*|ajourn\w*)\b[^,;:()]{0,70}",
    # Who asks; what the assembly is asked to grant (« il est demandé d'accorder ») is no request.
    r"(?<!est )(?<!ete )\b(?:sollicit(?:e|ent|ait|aient|ant|er)|reclam\w+|souhait\w+|demand(?:e|ent|ait|ant|er))\b"
    r"(?:(?!propos|attribu|accord|decid|allou|octro|vote |verse)[^;:()]){0,110}",
    # Who else pays.
    r"\b(?:l'etat|l'europe|l'union europeenne|la caf|la drac|l'ars|l'agence|le cnc|le fse|le feder)"
    r" (?:apporte|finance|participe|contribue|verse|accorde|attribue)\w*\b[^,;:()]{0,60}",
    after="$",
)
# Just after an amount: who asked for it, who refuses it, what it costs.
NOT_GRANTED_AFTER: Final = any_of(
    "sollicit|demand|refus|rejet",
    "(?:de|d') ?(?:recettes?|depenses?|chiffre d'affaires|loyers?|budget)",
    r"en (?:recettes?|depenses?)\b",
    before=r"\s*",
)
