"""What an act says of money that it does not grant: charged, paid, refused, undone, of another year; a family a line.

Every pattern works on `plain()` text: small ASCII letters, `'`, `-` and plain spaces.
"""

import re
from typing import Final

from ingest.reader.vocabulary.patterns import AIDS, ANY_AID, GIVE, any_of, decision

# ---- what a decision does instead of granting --------------------------------------------------------------------

CHARGES: Final = decision(
    # « au compte 6714, Bourses et prix : 900 € » opens no list.
    rf"(?:imput|prelev|inscri)(?![^:]*\b(?:{AIDS})(?<=s) [^:]{{0,40}}:)"
    # « d'inscrire au budget une subvention de 900 € au CCAS » gives it.
    rf"(?!r?\w* [^;:\d]{{0,40}}\bune (?:{AIDS})\b[^;:\d]{{0,40}}\bde \d[\d ,]*(?:€|euros?) (?:a |au |aux |en fav))\w*",
    r"l'(?:imputation|inscription) (?:de (?:la |l'|ces? |cette )?|des |du )",
    # « d'affecter sur l'autorisation d'engagement 900 € aux opérations suivantes : » opens a list of grants.
    r"(?!(?:affect|engag|individualis)[^:]*:\s*$)(?:affect|engag|ouvr|individualis)\w*\b[^.;]{0,40}?"
    r"\b(?:autorisations?|credits?|ae|ap|cp)",
    r"(?:les?|la|cette|ces) (?:depenses?|credits?|sommes?|montants?)\b.{0,80}\b(?:imput|prelev|inscri)\w*",
    # « Près de 900 € sont budgétés pour les demandes à venir »
    r"(?:pres de |environ |une? (?:somme|enveloppe|provision|reserve|montant) (?:de |d'environ ))?\d[\d ,]*(?:€|euros?)"
    r" (?:est|sont|reste|restent|a ete|ont ete) (?:\w+ment |encore )?(?:budget|provisionn|reserv|prevu|mis)\w*",
)
# How a grant is paid: its instalments are no other money.
SCHEDULED: Final = decision(
    # « La subvention sera versée en deux fois : … »
    r"(?:(?:precise|dit) qu(?:e |'))?(?:(?:le )?(?:versement|paiement|reglement)|elle|il"
    rf"|(?:la|l'|cette|ladite|le|ces|les) ?(?:{ANY_AID}|sommes?|montants?))"
    r"(?:(?!suivant)[^;:\d]){0,80}?\b(?:sera|seront|est|sont|intervien\w+|s'effectue\w*)(?! (?:de|fixee?s? a) \d)"
    r" ?(?:verse|paye|mandate|liquide|regle|effectue)?\w*[^;]{0,60}"
    r"\b(?:fois|versements?|tranches?|acomptes?|avances?|soldes?|prorata|echeanc\w+|a la signature|a la notification"
    r"|au (?:vu|demarrage|commencement|debut)|sur (?:presentation|production|justificat\w+)|factures?)",
    # « Versement : 50 % à la signature, soit 450 €, et le solde sur justificatifs »
    r"(?:modalites? de )?(?:versement|paiement|reglement)s?(?: de (?:la |l')\w+)? ?[:-] ?"
    r"(?=[^;]*(?:%|\b(?:acompte|avance|solde|signature|notification|tranche)))"
    r"(?![^;:\d]*\d[\d ,]*(?:€|euros?) (?:aux?|en faveur d[eu'])\b(?! (?:vu|prorata|plus|moment|debut|versement)))",
    # « La subvention fera l'objet d'un versement unique de 900 € »
    rf"(?:la|l'|cette|ladite|le|ces|les) ?(?:{ANY_AID}|sommes?)"
    r" (?:fera|feront|fait|font|donnera|donneront|donne) (?:l'objet|lieu) [^;:\d]{0,40}?\b(?:versements?|paiements?)",
    # « de procéder au versement de la subvention en deux tranches », « à verser en trois annuités »
    r"[^;:\d]{0,80}?\b(?:versements?|paiements?) (?:de (?:la|cette|ces|l') ?\w+ )?en \w+ (?:fois|tranches|echeances)",
    r"a (?:verser|payer|regler|liquider|mandater) en [^;]{0,30}\b(?:fois|versements?|tranches?|annuites?)",
    # « Un acompte de 50 % sera versé », « le premier versement, à la signature »
    r"(?:une?|le|la|l') ?(?:avance|acompte|solde|tranche|(?:1er|premier|premiere|second|seconde) \w+)"
    r"\b[^;]{0,100}\b(?:sera|seront|est|a la|apres|sur|pourra|peut|representant)",
)
# « attribue, à l'unanimité, le marché »
_AS_VOTED = (
    r"(?:,? a (?:l'unanimite|la majorite)(?: (?:absolue|des|de|ses|membres|suffrages|voix|votants|presents|exprimes"
    r"|et|representes))*,?)?"
)
_GIVES_TO = rf"(?:{GIVE}|vers)\w* (?:(?:a|aux?) [^;:]{{3,80}}?,? )?"
_PAYS = r"(?:vers|pay|regl|acquitt|mandat)\w*"
# A decision that grants nothing, whatever it names.
GRANTS_NOTHING: Final = decision(
    # « approuve : – le budget du voyage (900 €) ; – l'acceptation d'un don » ; « de ne plus subventionner »
    r"(?:la |les? |l')(?:budget(?! participatif| annexe)|tarif|compte (?:administratif|financier)|decision modificative"
    r"|acceptation|plan de financement)s?"
    # « le plan de financement du bal et l'octroi à la Ruche d'une subvention de 900 € » grants it all the same.
    rf"(?![^;]*\bet (?:une (?:{AIDS})|l'(?:octroi|attribution)|le versement)\b)|(?:ne )?(?:pas|plus) \w+",
    # What a member owes.
    r"(?:la|les) (?:cotisation|adhesion|contribution statutaire)s?",
    rf"{_PAYS} (?:la |les |une |sa |ses )?(?:\w+ )?(?:cotisation|adhesion)s?",
    rf"{_PAYS} (?:aux? [^;:\d]{{3,80}}? |a [^;:\d]{{3,80}}? )?(?:la|une|sa) contribution statutaire",
    r"(?:renouvel|approuv|valid|recondui|autoris)\w* (?:l'|son |sa |notre |cette )?adhesion",
    # To recall, to ask, to refuse, to put off.
    r"rappel(?:er|le)|demand(?:er|e)(?! de bien vouloir)|rejet(?:er|te)|prend(?:re)? acte|admet|constitue",
    r"(?:refus|constat|ajourn|report|differ|renvoy|renvoi|precis|instaur|sollicit|subordonn|adher|encaiss)(?:er|e)",
    # « délègue au bureau l'octroi des aides »; « de déléguer à la Ruche le bal, moyennant une subvention » gives it.
    rf"delegu(?:er|e)(?![^;]*\b(?:moyennant|une (?:{AIDS}))\b)",
    rf"accept(?:er|e)(?! qu| de (?:lui |leur )?(?:{GIVE}|particip|vers|financ|contribu|sout|prendre en charge))",
    # To vote a budget or a price.
    r"vot(?:er|e) (?:le|la|les|l'|un|une) ?(?:budget|taux|provision|compte|decision|credits|tarifs|autorisation)",
    r"fix(?:er|e)\b.{0,60}\b(?:tarifs?|droits?|prix|loyers?|redevances?|taux|plafonds?)",
    rf"fix(?:er|e)\b(?:(?!\b(?:{AIDS})\b).){{0,60}}\b(?:cotisations?|adhesions?)",
    r"affect(?:er|e) (?:le |l'|ce |cet )(?:resultat|excedent)",
    r"(?:approuv|arret|adopt|valid|fix|vot|etabli)\w* (?:le|ce|son|un) (?:\w+ )?plan de financement",
    # To buy, to sell, to hire, to lend, to borrow, to guarantee a loan.
    r"(?:ced|achet|lou|emprunt|recrut|contract)(?:er|e)|acquer(?:ir|t)|vend(?:re)?|souscri(?:re|t)|garant(?:ir|it)",
    r"particip\w* (?:au|a l'augmentation d[eu]) capital",
    r"\w+ (?:l'|une )?(?:attribution|passation|conclusion) (?:du |des |d'un |de l'|de la )"
    r"(?:accord-cadre|marches?|lots?|concession|delegation|logements?)",
    r"(?:attribu|confi)(?:er|e) a (?:l'entreprise|la (?:societe|sarl|sas)|l'eurl) [^;:,]{2,60}? (?:le marche|le lot)",
    r"(?:attribu|confi)(?:er|e) (?:a|au|aux) [^;:\d]{2,80}?(?<!pour) (?:l'accord-cadre|la concession"
    r"|la delegation de service)",
    r"(?:approuv|valid|autoris|accept|decid)\w* (?:(?:de|du|la|le|les|une?|des) |l'|d')*"
    r"(?:cessions?|ventes?|acquisitions?|echanges?|bail|baux|locations?|achats?|marches?|prets?|emprunts?|garanties?"
    r"|tarifs?|indemnit\w+|delegations?)",
    # To give what is no money, or money that is owed.
    rf"(?:{GIVE}|confi)(?:er|e){_AS_VOTED} (?:la |le |les |l'|sa |une? |des )?"
    r"(?:garanties?|marches?|lots?|accords?-cadres?|remises?"
    r"|degrevements?|exonerations?|abattements?|bons? d'achat|(?:cartes?|cheques?) cadeaux?|delegations?"
    r"|autorisations?|concessions?|logements?|protection|prolongation)",
    rf"{_GIVES_TO}(?:l'|une |les |des )(?:indemnit\w+|remises?|exonerations?|degrevements?|abattements?)",
    # « une gratification au stagiaire »; one to a club is a grant.
    r"(?=[^;]*\b(?:(?:m|mm|mme|mmes|mlle)\b|(?:monsieur|madame|stag|apprenti|agent|personnel|salari|etudiant|medaill"
    rf"|retrait|fonctionnaire|vacataire)\w*)){_GIVES_TO}"
    r"(?:l'|une |les |des )(?:gratifications?|primes? (?:exceptionnelle|annuelle|de fin d'annee)s?)",
)
# A decision about a grant of another day: undone, put off, changed, claimed back.
UNDOES: Final = decision(
    # « de rectifier l'erreur matérielle : la subvention est de 900 € et non de 90 € »
    r"(?:rectifi|substitu)\w*",
    r"(?:annul|abrog|desengag|desaffect|degag)(?:er|e)",
    r"(?:retir|rapport)(?:er|e) (?:la|les|sa|une|cette|l'aide|l'attribution|partiellement|totalement)",
    # « d'approuver le versement du solde de la subvention 2030 »
    r"(?:approuv|autoris|decid|valid|proced)\w* (?:au |le |du |de )?(?:versement|paiement|mandatement) "
    r"d(?:u (?:solde|reliquat)|e la (?:deuxieme|seconde|derniere) tranche) d(?:e la|es|e l'|u)"
    r"(?! ?(?:enveloppe|credits?))\b",
    rf"(?:prorog|prolong|modifi|transfer|reaffect)\w*\b.{{0,220}}\b(?:{GIVE}|vot)ee?s?",
    rf"(?:port|ramen|redui|augment|diminu|major|minor)\w*\b.{{0,80}}\b(?:{AIDS})",
    rf"(?:la|le|les|l'|cette|ces) ?(?:\w+ )?(?:{AIDS})\b[^.;:]{{0,160}}?\b(?:est|sont|sera|seront) (?:\w+ )?"
    r"(?:(?:port|ramen|major|minor|augment|diminu)ee?s? (?:a|de)|redui\w+"
    r"|(?:annul|abrog|retir|rapport|prorog|prolong|transfer)ee?s?)",
    rf"(?:la|le|les|l'|cette|ces) ?(?:\w+ )?(?:{AIDS})\b[^.;:]{{0,80}}?\b(?:{GIVE}|vers|vot)ee?s?\b[^.;:]{{0,80}}?"
    r"\b(?:est|sont|sera|seront) reversee?s?",
    rf"(?:la|les|l'|cette|ces) ?(?:\w+ )?(?:{AIDS})\b[^.;:]{{0,160}}?\b(?:est|sont|sera|seront) reversee?s? "
    r"(?:au departement|a la (?:region|commune|ville|collectivite)|a l'etat)\b",
    r"(?:demand|exig|sollicit|reclam|emett|recouvr|procede)\w*\b.{0,120}"
    r"\b(?:reversements?|remboursements?|restitutions?|titres? de (?:recettes?|perceptions?))",
)

# ---- what is said anywhere in a clause ---------------------------------------------------------------------------

# What it names is not granted.
REFUSES: Final = any_of(
    # « la demande d'aide déposée auprès de la Région »
    r"\bdemandes? (?:d'une? |de |d')(?:subvention|aide|financement)s?\b.*\b(?:au (?:conseil )?departement|a la region"
    r"|a l'etat|aupres|au conseil (?:departemental|regional)|au titre de la d(?:etr|sil))\b",
    # « n'attribue pas », « ne sont pas retenus »; whoever does not take part in the vote refuses nothing.
    rf"\baucune? (?:{AIDS}|somme)\b",
    r"\bn(?:e |')(?:attribu|accord|allou|octroi|vers|vot|particip|subventionn|retien|recondui)\w+ (?:pas|plus)\b"
    r"(?! (?:au|a ce|a la|aux) (?:votes?|debats?|deliberation))",
    r"\bne (?:donn\w+ pas|pas donner) (?:de )?suite\b",
    rf"\bne (?:pas|plus|point) (?:\w+ )?(?:subventionn|{GIVE}|vers|financ|sout|particip|reten|reconduir|renouvel"
    r"|donner (?:une )?suite)\w*",
    rf"\bn(?:e |')(?:est|sont|a|ont)(?: pas| point)(?: ete)? (?:{GIVE}|reten|vers)\w*",
    # « est ajournée », « demandes refusées », « Non retenus : Judo Club (900 € demandés) »
    r"\b(?:est|sont|a ete|ont ete|soit|soient) (?:rejet|refus|ajourn|report|ecart)ee?s?\b",
    r"\b(?:est|sont|a ete|ont ete|soit|soient) mise?s? en (?:attente|sursis)\b",
    r"\bdemandes? (?:non (?:retenu|satisfait)|rejet|refus|ajourn|ecart)ee?s?\b",
    r"^\W*(?:la |les )?demandes?\b[^.;:]{0,60}\bser(?:a|ont) reexamin",
    r"^\W*(?:non[ -]retenue?s?|refusee?s?|rejetee?s?|ajournee?s?)\b",
    r"\bremises? gracieuses?\b|\bsurseoi[rt]\b|\bsursoit\b",
    # « M. Rey demande pourquoi le Secours populaire, qui avait obtenu 900 €, n'a rien »
    r"\bqui (?:avai(?:t|ent)|a|ont) (?:obtenu|recu|percu|eu)\b|\bdemandent? (?:pourquoi|si|comment|que[l ])",
    # « L'assemblée délibérante de la commune accorde sa garantie à hauteur de 50 % d'un prêt de… »
    rf"\b(?:{GIVE}|renouvel|apport)\w* (?:sa|leur|la) garantie\b",
    # « Une aide de 900 € est demandée au Département »
    rf"\b(?:{AIDS}|financements?|fonds de concours)\b[^.;:]{{0,80}}"
    r"\b(?:est|sont|sera|seront) (?:\w+ )?(?:demand|sollicit)ee?s?\b",
    # « l'offre de la société Dubois est retenue pour 900 € », « Le marché des colis est attribué à la société Dubois »
    r"\b(?:entreprises?|societes?|sarl|sas|ets|cabinet|bureau d'etudes|offres?|devis|candidature)\b[^.;:]{0,100}"
    r"\b(?:est|sont|a ete|ont ete) (?:\w+ )?(?:retenue?s?|choisie?s?|acceptee?s?|valid\w+)\b",
    r"^\W*(?:(?:les?|la|l'|ces?|cette) ?)?(?:marches?|lots?|concessions?|logements?|emplacements?|contrats?)\b"
    r"[^.;:]{0,80}?\b(?:est|sont|a ete|ont ete|sera|seront) (?:\w+ )?(?:attribu|confi|accord)ee?s?\b",
)
# Another year's money: « en 2030, il a été attribué », « pour mémoire ». On printed text, case folded: « a » and « à »
# are not one word.
PAST: Final = re.compile(
    r"pour mémoire|pour rappel|précédemment|l['’]an(?:née)? (?:derni|pass|précédent)|\b(?:avait|avaient|ont"
    rf"|a) (?:déjà )?(?:été )?(?:{GIVE}|vers|vot|perç|reç|bénéfici|particip|contribu|répart)(?:é|u|i)"
)
