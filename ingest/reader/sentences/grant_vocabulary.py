"""Words by which an act grants money in sentences, as plain data; and those by which it states other sums.

Every pattern works on `plain()` text: small ASCII letters, `'`, `-` and plain spaces.
"""

import re
from typing import Final

# Before the verb of a decision: its dash, its article, « décide, à l'unanimité, de ».
_OPENS: Final = (
    r"\s*(?:- ?)?(?:art(?:icle|\.)? ?(?:n ?[°o] ?)?(?:\d+|premier|unique|[ivx]+"
    r"|une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) ?(?:er|eme|e)?\b[ :.)-]*)?"
    r"(?:(?:(?:il|elle|le conseil \w+|la commission permanente) )?decide(?:nt)?\b"
    r"(?:,? ?(?:a|par) [^,;:]{0,80},|,? a (?:l'unanimite|la majorite))?"
    r"(?:,? ?(?:egalement|par ailleurs|en outre|enfin|aussi|de plus),?)?[ :,-]*)?(?:d'|de )?"
)

# ---- what a decision does ----------------------------------------------------------------------------------------

GRANTS: Final = re.compile(
    r"\b(?:attribu(?:er|e|ee?s|ent|tion|era)|allou(?:er|e|ee?s|era)|allocation|accord(?:er|e|ee?s|era)|octroi"
    r"|octroy(?:er|ee?s?)|vers(?:er|ement|ee?s?|era)|financ(?:er|e|ement)|subventionn?(?:er|ement|ee?s?)?"
    r"|vot(?:er|e|ee?s)|repart(?:ir|ie?s?|ition)|individualis(?:er|e|ee?s)|affect(?:er|e|ee?s)|engag(?:er|e|ee?s)"
    r"|recondui(?:re|t)|renouvel(?:er|le|lement)|proroger|prolonger|contribu(?:er|e|tion)|particip(?:er|e|ation)"
    r"|abond(?:er|e|ement)|sout(?:enir|ien|ient)|prend(?:re)? en charge(?![^.;]{0,60}\b(?:deplacements?|missions?|repas"
    r"|obseques|elus?|agents?|honoraires)\b)|aides?|aider|mainten(?:ir|u)|maintient|secours|dotations?|bourses?"
    r"|(?<!au )(?<!aux )prix(?! de )|concours financier|consent)\b"
    r"|\b(?:benefici|percevr|recevr|fix|arret|approuv|valid|adopt|determin|reti[ae]n|decid|proced|prevoi|donn|propos"
    r"|mandat)\w*\b[^.;]{0,60}?"
    r"\b(?:subventions?|participations?|cotisations?|fonds de concours|contributions?)\b"
)
# A decision that governs a signature or an agreement repeats its sum; it does not grant it.
SIGNS: Final = re.compile(
    r"\bautoris(?:e|er)\b.{0,200}?\b(?:a|de) (?:signer|finaliser|conclure|passer|negocier|intervenir|prendre toute"
    r"|accomplir|effectuer|solliciter)|autoriser? la signature|m'autoriser a|\ba signer\b"
    r"|\bsigner (?:la|les|le|l'|ladite|tout|une?|ces|cette)|\bhabilit(?:e|er)\b"
    r"|(?<!est )(?<!ete )\bsollicit(?:e|er)\b"
    r"|donn(?:e|er) (?:tous? )?(?:pouvoirs?|delegation|mandat|quitus)"
    r"|(?<!en )\bcharge(?:r)? (?:le|la|m|monsieur|madame)\b"
)
APPROVES_AGREEMENT: Final = re.compile(
    r"\b(?:approuv(?:er|ee?s?|e)|valid(?:er|ee?s?|e)|adopt(?:er|ee?s?|e)|prendre acte|prend acte)(?: de)? "
    r"(?:les? |la |l'|cette |ce |ces |ladite |ledit |une? |des? |d')?(?:nouve(?:lle|au) )?"
    r"(?:signature |termes? |projets? |modeles? |principe )?(?:de la |de l'|d'une? |d'|de |des |du )?(?:projets? de "
    r"|modeles? de )?"
    r"(?:conventions?|avenants?|contrats?|protocoles?|contractualisation|reglements?|chartes?)\b"
)
CHARGES: Final = re.compile(
    rf"{_OPENS}(?:imput|prelev|inscri"
    r"|(?:affect|engag|ouvr|individualis)\w*\b[^.;]{0,40}?\b(?:autorisations?|credits?|crédits?|ae|ap|cp)\b"
    r"|(?:les?|la|cette|ces) (?:depenses?|credits?|sommes?|montants?)\b.{0,80}\b(?:imput|prelev|inscri))"
)

# How a grant is paid: its instalments are no other money. « La subvention sera versée en deux fois : … »
SCHEDULED: Final = re.compile(
    rf"{_OPENS}(?:precise que |dit que )?(?:(?:le )?(?:versement|paiement|reglement)|elle|il|(?:la|l'|cette|ladite"
    r"|le|ces|les) ?(?:subvention|aide|participation|dotation|somme|contribution|fonds de concours|montant)s?)"
    r"(?:(?!suivant)[^;:\d]){0,80}?\b(?:sera|seront|est|sont|intervien\w+|s'effectue\w*)"
    r" ?(?:verse|paye|mandate|liquide|regle|effectue)?\w*[^;]{0,60}"
    r"\b(?:fois|versements?|tranches?|acomptes?|avances?|soldes?|prorata|echeanc\w+|a la signature|a la notification"
    r"|sur (?:presentation|production|justificat\w+)|au vu|factures?)\b"
    rf"|{_OPENS}[^;:\d]{{0,80}}?\b(?:versements?|paiements?)"
    r" (?:de (?:la|cette|ces|l') ?\w+ )?en \w+ (?:fois|tranches|echeances)\b"
    rf"|{_OPENS}a (?:verser|payer|regler|liquider|mandater) en [^;]{{0,30}}\b(?:fois|versements?|tranches?|annuites?)\b"
    rf"|{_OPENS}(?:une?|le|la|l') ?(?:avance|acompte|solde|tranche|(?:1er|premier|premiere|second|seconde) \w+)"
    r"\b[^;]{0,100}\b(?:sera|seront|est|a la|apres|sur|pourra|peut|representant)\b"
)

# The beneficiaries stand elsewhere: in an annex, a table, a list.
LISTED_ELSEWHERE: Final = re.compile(
    r"(?<!budget )(?<!budgets )\bannexe|\bfiches?\b|\btableaux?\b|\blistes?\b|\brepartition|\breparti(?:e|s|es)?\b"
    r"|\bci-(?:joint|apres|dessous|annexe)|\bsuivants?\b|\bsuivantes?\b|\bcomme suit\b"
    r"|\baux (?:\d+ |differente?s |diverse?s )?(?:structures|associations|organismes|operateurs|beneficiaires|porteurs"
    r"|clubs|communes|collectivites|partenaires|etablissements|entreprises|laureats|colleges|lycees|exploitants"
    r"|agriculteurs)\b"
    r"|\bdes? (?:\d+ )?(?:dispositifs|operations|actions|projets|dossiers|subventions)\b"
)

# ---- how an amount stands in its sentence ------------------------------------------------------------------------

# Just before an amount: it is the sum of all that the sentence names.
TOTAL_OF: Final = re.compile(
    r"(?:total|globale?|cumule|maximale? totale?)(?: \w+){0,3}? (?:de |a |d'|est de |s'eleve a |s'elevant a |: ?)?$"
    r"|\btotal(?:e|ite)? ?(?:de|:|est de)? ?$"
)
TOTAL_AFTER: Final = re.compile(r"\s*(?:au|en) (?:total|tout)\b")
# Just after an amount: it is the price of one unit, or money without what the act grants.
PART_OF: Final = re.compile(
    r"\s*(?:\(?(?:ht|ttc|nets?)\)?\s*)?(?:maximum\s+|environ\s+)?(?:/|par (?!an\b|voie|virement)|l'(?:heure"
    r"|unite|habitant)"
    r"|(?:a )?chacune?\b|[x×*]\s?\d|mensuels?\b|le m(?:etre|2|²)\b|la (?:seance|journee|nuit|place|piece))"
)
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
# A decision that grants nothing, whatever it names: to recall, to refuse, to set a price, to guarantee a loan.
GRANTS_NOTHING: Final = re.compile(
    rf"{_OPENS}(?:(?:ne )?(?:pas|plus) \w+|(?:la|les) (?:cotisation|adhesion)s?\b"
    r"|rappel(?:er|le)|refus(?:er|e)|rejet(?:er|te)|garant(?:ir|it)|constat(?:er|e)"
    r"|prendre acte|prend acte|ajourn(?:er|e)"
    r"|vot(?:er|e) (?:le|la|les|l'|un|une) ?(?:budget|taux|provision|compte|decision|credits|tarifs|autorisation)"
    r"|admet|constitue|precis(?:er|e)|instaur(?:er|e)|sollicit(?:er|e)|subordonn(?:er|e)"
    r"|fix(?:er|e)\b.{0,60}\b(?:tarifs?|droits?|prix|loyers?|redevances?|taux|plafonds?)"
    r"|(?:renouvel|approuv|valid|reconduir|autoris)\w* (?:l'|son |sa |notre |cette )?adhesion"
    r"|\w+ (?:l'|une )?(?:attribution|passation|conclusion) (?:du |des |d'un |de l'|de la )"
    r"(?:accord-cadre|marches?|lots?|concession|delegation|logements?)\b"
    r"|acquer(?:ir|t)|ced(?:er|e)|vend(?:re)?|achet(?:er|e)|lou(?:er|e)"
    r"|accept(?:er|e)(?! qu| de (?:particip|vers|financ|contribu|sout|attribu|accord|allou|octroy))"
    r"|adher(?:er|e)|emprunt(?:er|e)|recrut(?:er|e)|contract(?:er|e)"
    r"|approuv(?:er|e) le plan de financement"
    r"|(?:approuv|valid|autoris|accept|decid)\w* (?:(?:de|du|la|le|les|une?|des) |l'|d')*"
    r"(?:cessions?|ventes?|acquisitions?|echanges?|bail|baux|locations?|achats?|marches?|prets?|emprunts?|garanties?"
    r"|tarifs?|indemnit\w+|delegations?)"
    r"|(?:attribu|accord|octroy|allou|confi)(?:er|e) (?:la |le |les |l'|sa |une? |des )?(?:garanties?|marches?|lots?"
    r"|remises?|delegations?|autorisations?|concessions?|logements?|protection|prolongation))\b"
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
    r"\b(?:(?<!aide )(?<!prime )(?<!subvention )(?<!participation )(?<!dotation )(?<!contribution )plafonn\w+|couts?"
    r"|depenses?|budgets?|devis|prets?|avances? (?:remboursables?|de tresorerie)|emprunts?|assiette"
    r"|base (?:subventionnable|eligible)|plafonds?|valeur|prix de (?:journee|revient|vente)|tarifs?"
    r"|chiffre d'affaires|recettes?|loyers?|redevances?|penalites?|indemnites?|honoraires|cautions?"
    r"|autofinancement|montants? (?:des? travaux|de l'operation|du projet|hors taxes?|subventionnables?|eligibles?"
    r"|previsionnels? des travaux)|(?:evalue|estime|chiffre)e?s? a)\b"
    r"(?:(?!\b(?:subventions?|aides?|participations?|dotations?|contributions?|bourses?"
    r"|somme)\b)[^,;:()]){0,70}(?: ?: ?)?$"
    # « une avance de 30 %, soit 25 920 € »
    r"|\b(?:avances?|acomptes?|soldes?|tranches?)\b[^;:()]{0,60}%[^;:()]{0,20}\bsoit $"
    # « un coût prévisionnel, arrêté à 46 126 € »
    r"|\b(?:couts?|depenses?|budgets?|travaux)\b[^;:()]{0,70}, (?:\w+ ){0,2}(?:arrete|fixe|evalue|estime"
    r"|chiffre)e?s? a $"
    # « les marchés inférieurs à 40 000 € », « les subventions supérieures à 23 000 € »
    r"|\b(?:inferieur|superieur|exced|depass|au-dela|au dela|jusqu)\w*'? ?(?:e|es|s)? ?(?:ou egale?s? )?(?:a |de |d')?$"
    # « 3 × 2 500 € »; « la participation des familles sera de 95 € »
    r"|\b\d+ ?(?:[a-z]+ )?[x×*] ?$"
    r"|\bparticipations? (?:financieres? )?(?:des |aux frais des )(?:familles|usagers|parents|adherents|eleves"
    r"|agents)\b"
    r"[^;:()]{0,60}$"
    # « M. X : travaux 8 450 € HT, prime 2 112 € »
    r"|\binvestissements? (?:eligibles?|subventionnables?|retenus?) (?:de |: ?)?$"
    r"|[:,(] ?travaux (?:de |: ?)?$"
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
    r"|\b(?:portant|porte ainsi|(?:ce )?qui porte|portera|passant|passe)\b[^;:()]{0,120}\ba (?:un total de )?$"
)
# A decision about a grant of another day: undone, put off, changed.
UNDOES: Final = re.compile(
    rf"{_OPENS}(?:(?:annul|abrog|desengag|desaffect|degag)(?:er|e)\b"
    r"|(?:retir|rapport)(?:er|e) (?:la|les|sa|une|cette|l'aide|l'attribution|partiellement|totalement)\b"
    r"|(?:prorog|prolong|modifi|transfer|reaffect)\w*\b.{0,220}\b(?:accord|attribu|allou|octroy|vot)ee?s?\b"
    r"|(?:port|ramen|redui|augment|diminu|major|minor)\w*\b.{0,80}"
    r"\b(?:subventions?|aides?|participations?|dotations?)\b"
    r"|(?:la|le|les|l'|cette|ces) ?(?:\w+ )?(?:subventions?|aides?|participations?|dotations?)\b[^.;:]{0,160}?"
    r"\b(?:est|sont|sera|seront) (?:\w+ )?(?:(?:port|ramen|major|minor|augment|diminu)ee?s? (?:a|de)|redui\w+"
    r"|(?:annul|abrog|retir|rapport|prorog|prolong|transfer)ee?s?)\b"
    r"|(?:demand|exig|sollicit|reclam|emett|recouvr|procede)\w*\b.{0,120}"
    r"\b(?:reversements?|remboursements?|restitutions?|titres? de (?:recettes?|perception)))"
)
# Just before an amount: what is given on top of an earlier grant.
INCREASE: Final = re.compile(
    r"\b(?:augmentation|hausse|majoration|complement|supplement|revalorisation|rallonge"
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

# ---- who receives ------------------------------------------------------------------------------------------------

# Before a beneficiary. What follows « à » may also be a purpose or a date: see `NOT_BENEFICIARIES`.
TO: Final = re.compile(
    r"(?<!appel )(?<!appels )(?<!conformement )(?<!conforme )(?<!relatif )"
    r"(?:\ba cel(?:le|ui)s? (?:de (?:la |l')?|du |des |d')|\ba (?:l'|la |l' )"
    r"|\bau (?:profit|benefice) (?:de (?:la |l')?|du |des |d')"
    r"|\ben faveur (?:de (?:la |l')?|du |des |d')|\bau |\baux |\ba )"
)
# First words after « à » that are no beneficiary.
NOT_BENEFICIARIES: Final = re.compile(
    r"(?:compter|reception|hauteur|titre|raison|sign\w+|articles?\b|present\w*|tableaux?|listes?|detail|reglement|code\b"
    r"|volet|savoir|travers|charge|concurrence|parts?\b"
    r"|unanimite|majorite|annexes?\b"
    r"|suite|equilibre|voyages?|sejours?|sorties?|transports?|achats?|ce(?:t|tte|s)?\b|destination|euro|nouveau|exercice|annee|operation\b|occasion|appui|disposition"
    r"|verser|payer|realis\w+|organis\w+"
    r"|mise|fois|attention|taux|terme|issue|chaque|budget(?! annexe)|chapitre|compte|nature|fonction|programme"
    r"|dispositif|financ\w+|contribu\w+"
    r"|echelle|plus|minima|maxima|partir|moins|concurrence|cours|sein|regard|prorata|lieu|projet"
    r"|thematique|mise en"
    r"|un (?:montant|taux)|une (?:hauteur)"
    r"|\d|elle|lui|eux|celle|celui|tous|toutes|titre|l'euro|l'appel|appel)(?![\w'])"
)
# First words that are a purpose in small letters, and open a name in capital ones: « à la Prévention routière ».
NOT_BENEFICIARIES_IN_SMALL: Final = re.compile(
    r"(?:acqui\w+|maitrise|elaboration|fonctionnement|investissement|developpement|soutien|equipement|lutte"
    r"|prevention|insertion|accompagnement|creation|construction|rehabilitation|renovation|restauration|amenagement"
    r"|extension|modernisation|edition|realisation|organisation)(?![\w'])"
)
# Just before « à »: it goes on with the word for money, and may say what it is for: « une aide à l'immobilier ».
MONEY_BEFORE: Final = re.compile(
    r"\b(?:aides?|soutiens?|participations?|contributions?|appuis?|concours|primes?|incitations?|cotisations?"
    r"|adhesions?)"
    r"(?: [a-z]+(?:elle|ale|ere|aire|ive|ive|iere|tif|el|al|ier))? $"
)
# Beneficiaries that name nobody: « aux structures », « à l'association », « aux 26 opérateurs ».
UNNAMED: Final = re.compile(
    r"(?:\d+ |deux |trois |quatre |cinq |six |sept |huit |neuf |dix |differente?s |diverse?s |plusieurs "
    r"|certaine?s |meme?s |autres? |memes )*"
    r"(?:structures?|associations?|organismes?|operateurs?|beneficiaires?|porteurs?|familles?|communes?"
    r"|collectivites?|clubs?|partenaires?|personnes?"
    r"|etablissements?|entreprises?|particuliers?|menages?|acteurs?|tiers|laureats?|candidats?|demandeurs?"
    r"|projets?|interesse(?:e|s|es)?|jeunes|eleves"
    r"|agriculteurs?|exploitants?|proprietaires?|etudiants?|allocataires?|colleges?|lycees?|gestionnaires?"
    r"|centres?|services?|residences?)"
    r"(?: (?:suivante?s?|concernee?s?|citee?s?|ci-\w+|susvisee?s?|retenue?s?|beneficiaires?|sportive?s?"
    r"|culturel(?:le)?s?|sociale?s?|precitee?s?|listee?s?|mentionnee?s?|figurant|reprise?s?|locale?s?|selectionnee?s?"
    r"|eligibles?|laureate?s?|interessee?s?|porteuses?|d'insertion|de la commune|du (?:departement|territoire)"
    r"|(?:figurant|mentionnee?s?|listee?s?|citee?s?|designee?s?|enumeree?s?|inscrite?s?|reprise?s?)"
    r" (?:a|au|aux|dans|en|sur)\b[^,;:]*))*\s*$"
)
# Where the name of a beneficiary ends. An acronym in brackets is part of it.
NAME_END: Final = re.compile(
    r"\s*(?:[;:,]|(?<!\bm)(?<!\bmm)(?<!\bdr)(?<!\bst)(?<!\bste)(?<!\b[a-z])\.(?=\s|$)"
    r"|\s-\s(?!(?:unite|section|antenne|delegation|comite|groupe|groupement|federation|site)\b)"
    r"|\((?![a-z0-9'&. -]{2,15}\))|\((?:\d{2,3}|2[ab]|\d{5})\)"
    r"|\((?:art|c|cpte|compte|chap|chapitre|nature|imputation)\b[^a-z()]*\)"
    r"|\b(?:afin|en vue|dans le cadre|au titre|destine\w*|en faveur (?:de|des|du|d')|au (?:benefice|profit)"
    r"|d'un montant|d'une? (?:subvention|aide|participation|somme|contribution|dotation|bourse|prime|credit|montant"
    r"|concours|fonds|secours|prix)|a hauteur|relative?s? a|selon|sous (?:reserve|forme)|en (?:lui|leur) \w+ant"
    r"|correspondant|representant|fixant|prevoyant|attribuant|accordant|octroyant|etablissant|definissant|determinant"
    r"|dont|soit|concernant|portant|visant|permettant|a titre|(?<!information )(?<!recherche )(?<!recherches )"
    r"(?<!documentation )(?<!reflexion )sur (?:le|la|les|l'|une?)|en (?:\d{4}|fonctionnement|investissement|raison"
    r"|application|cours)|(?:une?|la|le|les|cette|deux|trois|quatre|cinq) (?:subvention|aide|participation|somme"
    r"|contribution|dotation|credit|montant|fonds|bourse|financement|secours|prix|acompte|avance|solde|complement"
    r"|indemnite|cotisation|prime|concours|allocation|enveloppe|don|gratification)s?"
    r"|des (?:subventions|aides|participations|dotations) (?:respectives?|d'un montant|de \d)"
    r"|(?:la|le) (?:gratuite|mise a disposition|pret)\b|conformement|imput\w+|au chapitre|qui|laquelle|lequel|ainsi que"
    r"|et (?=(?:d'|de )(?:l'|la |les? )?"
    r"(?:\d|une?\b|autoris|approuv|charg|dire|inscri|imput|sign|vers|fix|precis|donn|prelev|attribu|accord|allou|octroy"
    r"|conclu|prendre|mandat|sollicit|valid|notifi|financ|adopt)\w*\b|a |au |aux )|chacun\w*|a verser|a compter"
    r"|a raison|pour|(?:est|sont|sera|seront|soit) (?:\w+ )?(?:attribu|accord|allou|octroy|vers|vot|approuv|autoris"
    r"|decid|valid|fix|arret|port|confirm|reconduit|renouvel)ee?s?)\b)"
)
# « pour » goes on with the name after these first words: « association pour le développement de… ».
KINDS_FOR: Final = re.compile(
    r"(?:association|fondation|comite|union|agence|centre|maison|mission|groupement|societe|syndicat"
    r"|etablissement|fonds|federation|collectif|institut"
    r"|conseil|ligue|mouvement|office|cooperative|amicale|alliance|reseau|entente|delegation|commission|espace"
    r"|ecole|ensemble|atelier|carrefour|action"
    r"|agir|ensemble|service|entreprise\w*|bureau|pole|plate-?forme|theatre|consortium)s?(?: [a-z'-]+){0,4}$"
)
# What the money is for, after the name.
PURPOSE: Final = re.compile(
    r"(?:\bpour (?!l'annee|l'exercice|\d{4}|un (?:montant|total|cout|budget)|une (?:somme|duree|periode|depense)"
    r"|la periode|la saison \d)"
    r"|\bafin d(?:e |')|\bdestinee?s? (?:a |au |aux )"
    r"|\ben vue d(?:e (?:la |l')?|u |es |'))(?:(?:le )?financement (?:d'une? |de la |de l'|du |des |de |d')"
    r"|financer )?"
)
