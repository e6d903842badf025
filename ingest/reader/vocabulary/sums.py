"""How an amount stands in its sentence: granted, a total, a part, a cost, asked, of another day.

Every pattern works on `plain()` text: small ASCII letters, `'`, `-` and plain spaces.
"""

import re
from typing import Final

# Just before an amount: it is the sum of all that the sentence names.
TOTAL_OF: Final = re.compile(
    r"(?:totale?|globale?|cumule|maximale? totale?)(?: \w+){0,3}? (?:de |a |d'|est de |s'eleve a |s'elevant a |: ?)?$"
    r"|\btotal(?:e|ite)? ?(?:de|:|est de)? ?$"
)
TOTAL_AFTER: Final = re.compile(r"\s*(?:au|en) (?:total|tout)\b")
# Just after an amount: it is the price of one unit, or money without what the act grants.
PART_OF: Final = re.compile(
    r"\s*(?:\(?(?:ht|ttc|nets?)\)?\s*)?(?:maximum\s+|environ\s+)?(?:/|par (?!an\b|voie|virement)|l'(?:heure"
    r"|unite|habitant)"
    r"|(?:a )?chacune?\b|[x×*]\s?\d|mensuels?\b|le m(?:etre|2|²)\b|la (?:seance|journee|nuit|place|piece))"
)
# Just after an amount: what works or goods cost, tax left out or in.
TAXED: Final = re.compile(r"\s*\(?(?:h\.? ?t\b|ttc\b|hors taxes?\b|toutes taxes\b)")
# Just before an amount: the text says how much money is granted or set aside.
STATES_SUM: Final = re.compile(
    r"(?:"
    r"\b(?:montants?|totala?u?x?|sommes?|enveloppes?|financements?|participations?|subventions?|aides?|contributions?"
    r"|dotations?|credits?|engagements?|soutiens?|bourses?|prix|fonds de concours|concours|appuis?)\b[^.;:]{0,70}?"
    r"\b(?:de|d'|a|est de|sont de|est fixee? a|(?:est|sont) (?:\w+ )?(?:revu|fixe|porte|arrete|evalue|estime)e?s? a"
    r"|s'eleve a|s'elevent a|s'elevait a|s'eleverait a|s'eleveraient a|s'elevera a|s'etablit a|represente(?:nt)?"
    r"|atteint)"
    r"|\bhauteur (?:de|d')|\bsoit|\bpour (?:un )?(?:total|montant)(?: \w+){0,2} de"
    r"|\b(?:fixee?|fixer|portee?|arretee?|arreter|limitee?)s? a"
    r"|\b(?:attribu|allou|accord|octroy|vers|vot)(?:er|e|ee?s?|ant)\b[^.;:]{0,40}?|\bfixant a|\bmontant(?: \w+){0,3} ?:"
    r"|\btotal(?:e)? ?:"
    r")\s*(?:la somme de |un montant (?:total )?de |environ |\(|: ?)*$"
)
# Just before an amount: it is no money that this act grants.
NOT_GRANTED: Final = re.compile(
    r"(?:"
    r"\b(?:plafond\w*|limite|seuil|tarif\w*|forfait\w*|taux|salaires?|revenus?|loyers?|chiffre d'affaires"
    r"|recettes?|budget previsionnel|cout\w*"
    r"|prix unitaire|depenses? (?:eligibles?|previsionnelles?|totales?|subventionnables?)|travaux"
    r"|investissements?|valeur|franchise|penalit\w+"
    r"|caution|base subventionnable|assiette|reste a charge|autofinancement|emprunt\w*|acomptes?|avances?"
    r"|soldes?|prise en charge|remunere\w*"
    r"|refus\w*|rejet\w*|ajourn\w*)\b[^,;:()]{0,70}"
    # Who asks; what the assembly is asked to grant (« il est demandé d'accorder ») is no request.
    r"|(?<!est )(?<!ete )\b(?:sollicit(?:e|ent|ait|aient|ant|er)|reclam\w+|souhait\w+|demand(?:e|ent|ait|ant|er))\b"
    r"(?:(?!propos|attribu|accord|decid|allou|octro|vote |verse)[^;:()]){0,110}"
    r"|\b(?:l'etat|l'europe|l'union europeenne|la caf|la drac|l'ars|l'agence|le cnc|le fse|le feder)"
    r" (?:apporte|finance|participe|contribue|verse|accorde|attribue)\w*\b[^,;:()]{0,60}"
    r")$"
)
# Just after an amount: who asked for it, who refuses it, what it costs.
NOT_GRANTED_AFTER: Final = re.compile(
    r"\s*(?:sollicit|demand|refus|rejet|(?:de|d') ?(?:recettes?|depenses?|chiffre d'affaires|loyers?|budget)"
    r"|en (?:recettes?|depenses?)\b)"
)
# A sentence about another year's money: « en 2030, il a été attribué », « pour mémoire ». On printed text, case folded:
# « a » and « à » are not one word.
PAST: Final = re.compile(
    r"pour mémoire|pour rappel|précédemment|l['’]an(?:née)? (?:derni|pass|précédent)|\b(?:avait|avaient|ont"
    r"|a) (?:déjà )?(?:été )?"
    r"(?:attribu|accord|allou|vers|vot|octroy|perç|reç|bénéfici|particip|contribu)(?:é|u)"
)
# Anywhere in a clause: what it names is not granted.
REFUSES: Final = re.compile(
    r"\bdemandes? (?:d'une? |de |d')(?:subvention|aide|financement)s?\b.*\b(?:au (?:conseil )?departement|a la region"
    r"|a l'etat|aupres|au conseil (?:departemental|regional)|au titre de la d(?:etr|sil))\b|"
    r"\baucune? (?:subvention|aide|participation|dotation|somme)\b"
    r"|\bn(?:e |')(?:attribu|accord|allou|octroi|vers|vot|particip|subventionn|retien|recondui)\w+ (?:pas|plus)\b"
    r"(?! (?:au|a ce|a la|aux) (?:votes?|debats?|deliberation))"
    r"|\bne (?:pas|plus|point) (?:\w+ )?(?:subventionn|attribu|accord|allou|octroy|vers|financ|sout|particip|reten"
    r"|reconduir|renouvel|donner (?:une )?suite)\w*"
    r"|\b(?:est|sont|a ete|ont ete|soit|soient) (?:rejet|refus|ajourn|report|ecart)ee?s?\b"
    r"|\bn(?:e |')(?:est|sont|a|ont)(?: pas| point)(?: ete)? (?:reten|attribu|accord|octroy|allou|vers)\w*"
    r"|\bdemandes? (?:non (?:retenu|satisfait)|rejet|refus|ajourn|ecart)ee?s?\b"
    r"|\bremises? gracieuses?\b|\bsurseoi[rt]\b|\bsursoit\b"
    # « M. Rey demande pourquoi le Secours populaire, qui avait obtenu 900 €, n'a rien »
    r"|\bqui (?:avai(?:t|ent)|a|ont) (?:obtenu|recu|percu|eu)\b|\bdemandent? (?:pourquoi|si|comment|que[l ])"
    # « Non retenus : Judo Club (900 € demandés) »
    r"|^\W*(?:non[ -]retenue?s?|refusee?s?|rejetee?s?|ajournee?s?)\b"
    # « Une aide de 900 € est demandée au Département », « l'offre de la société Dubois est retenue pour 900 € »
    r"|\b(?:subventions?|aides?|participations?|financements?|fonds de concours)\b[^.;:]{0,80}"
    r"\b(?:est|sont|sera|seront) (?:\w+ )?(?:demand|sollicit)ee?s?\b"
    r"|\b(?:entreprises?|societes?|sarl|sas|ets|cabinet|bureau d'etudes|offres?|devis|candidature)\b[^.;:]{0,100}"
    r"\b(?:est|sont|a ete|ont ete) (?:\w+ )?(?:retenue?s?|choisie?s?|acceptee?s?|valid\w+)\b"
    # « Le marché des colis est attribué à la société Dubois »
    r"|^\W*(?:(?:les?|la|l'|ces?|cette) ?)?(?:marches?|lots?|concessions?|logements?|emplacements?|contrats?)\b"
    r"[^.;:]{0,80}?\b(?:est|sont|a ete|ont ete|sera|seront) (?:\w+ )?(?:attribu|confi|accord)ee?s?\b"
)
# Just before an amount of a decision: what the thing costs, what it is worth, what is borrowed for it.
COST_BEFORE: Final = re.compile(
    r"\b(?:couts?|depenses?|budgets?|devis|prets?|emprunts?|assiette"
    r"|avances? (?:remboursables?|recuperables?|de tresorerie)"
    r"|base (?:subventionnable|eligible)|plafonds?|valeur|prix de (?:journee|revient|vente)|tarifs?"
    r"|chiffre d'affaires|recettes?|loyers?|redevances?|penalites?|indemnites?|honoraires|cautions?|remises?"
    r"|autofinancement|montants? (?:des? travaux|de l'operation|du projet|hors taxes?|subventionnables?|eligibles?"
    r"|previsionnels? des travaux)|(?:evalue|estime|chiffre|valorise)e?s? a)\b"
    r"(?:(?!\b(?:subventions?|aides?|participations?|dotations?|contributions?|bourses?"
    r"|somme)\b)[^,;:()]){0,70}(?: ?: ?)?$"
    # « 50 % d'un montant retenu de 9 000 € »; « une aide plafonnée à 900 € » is the aid.
    # or « 30 % du coût des travaux (9 000 €) »
    r"|%(?: \w+)? (?:de (?:la |l')?|du |des |d'une? |d')(?:(?!\bsoit\b)[^,;:()]){0,70}\(?$"
    r"|^(?!.*\b(?:subventions?|aides?|primes?|participations?|dotations?|contributions?|bourses?|concours|sommes?)\b)"
    r".*\bplafonn\w+ [^,;:()]{0,40}$"
    # « une avance de 30 %, soit 25 920 € »
    r"|\b(?:avances?|acomptes?|soldes?|tranches?)\b[^;:()]{0,60}%[^;:()]{0,20}\bsoit $"
    # « un coût prévisionnel, arrêté à 46 126 € »
    r"|\b(?:couts?|depenses?|budgets?|travaux)\b[^;:()]{0,70}, (?:\w+ ){0,2}(?:arrete|fixe|evalue|estime"
    r"|chiffre)e?s? a $"
    # « les marchés inférieurs à 40 000 € », « les subventions supérieures à 23 000 € »
    r"|\b(?:inferieur|superieur|exced|depass|au-dela|au dela|jusqu)\w*'? ?(?:e|es|s)? ?(?:ou egale?s? )?(?:a |de |d')?$"
    # « au programme du SDEF, dont le montant global est de 217 200 € »
    r"|\bdont le montant (?:global|total)\b[^,;:()]{0,40}$"
    # « 3 × 2 500 € »; « la participation des familles sera de 95 € »
    r"|\b\d+ ?(?:[a-z]+ )?[x×*] ?$"
    r"|\bparticipations? (?:financieres? )?(?:des |aux frais des )(?:familles|usagers|parents|adherents|eleves"
    r"|agents)\b"
    r"[^;:()]{0,60}$"
    # « M. X : travaux 8 450 € HT, prime 2 112 € »
    r"|\binvestissements? (?:eligibles?|subventionnables?|retenus?) (?:de |: ?)?$"
    r"|[:,(-] ?travaux (?:de |: ?)?$"
    # « Montant sollicité : 900 € », « Rappel 2030 : 800 € »
    r"|\b(?:(?:montants?|subventions?|aides?|sommes?) (?:sollicite|demande)e?s?|rappel)\b[^,;:()]{0,30} ?: ?$"
    # « un chèque de 500 € et du matériel pour 400 € »: given in kind
    r"|^ (?:et|plus) (?:de |du |des |d'une? )(?!(?:subvention|aide|participation|dotation|somme|bourse)|[a-z]+[ei]r\b)"
    r"[a-z]+ (?:[a-z]+ )?pour (?:un montant de |une valeur de )?$"
    # « (demande de 250 €) »
    r"|\bdemandes? (?:initiale )?(?:de |: )$"
    # « versée en deux tranches de 2 000 € »
    # « quatre acomptes trimestriels de 500 € »
    r"|\b(?:acomptes?|tranches?|versements|(?:1er|premier|second|deuxieme|dernier|un|chaque) versement"
    r"|fois|echeances?|mensualites?|annuites?)"
    r"(?: (?:ega(?:ux|les?)|identiques|successi(?:fs|ves)|\w+(?:iels?|elles?|uels?)))? de $"
    # « 58 élèves à 715 € »
    r"|\b\d+ [a-z]+ (?:a|x|de) $"
    # « … portant la subvention totale à 7 000 € »: what was given before with what is given now.
    r"|\b(?:contre|au lieu de|par rapport (?:a|aux)) (?:les )?$"
    r"|\bs'elev\w+ (?:ainsi|donc|desormais) a $"
    r"|\b(?:portant|porte ainsi|(?:ce )?qui porte|portera|passant|passe)\b[^;:()]{0,120}\ba (?:un total de )?$"
    # « …, portant son montant de 5 000 € à 7 000 € », « convention portant attribution d'une subvention de 900 € »
    r"|\b(?:portant|porte ainsi|(?:ce )?qui porte|portera) (?:ainsi )?(?:le|la|l'|son|sa|leur|cette|ce) ?"
    r"(?!attribution|octroi|versement)[^;:()]{0,110}\bde $"
)
# Just before an amount: what is given on top of an earlier grant.
INCREASE: Final = re.compile(
    r"\b(?:(?:major|augment|abond)(?:er|e)(?: d'un montant)?"
    r"|augmentation|hausse|majoration|complement|supplement|revalorisation|rallonge"
    r"|(?:subvention|aide|participation|dotation|somme) (?:complementaire|supplementaire))"
    r" (?:de |d'un montant de |: )$"
)
# Money that comes back: counted as negative, as the tables of an act count it.
GIVEN_BACK: Final = re.compile(
    r"\btrop[ -](?:percu|verse)\b|\ba (?:deduire|recuperer|rembourser|restituer|reverser)\b|\breversement\b|\bindu\b"
)
# Headings under which sums tell of what was, not of what is granted.
TOLD_HEADINGS: Final = re.compile(
    r"(?:[\divx]+ ?[.)-]* ?)?(?:bilans?|historique|rappels?|contexte"
    r"|exercice precedent|evaluation|resultats?)\b"
)
