"""Acts: their assemblies, votes, decisions and parts.

For communes, départements and régions in general. Every pattern works on `plain()` text: small ASCII letters, `'`,
`-` and plain spaces.
"""

import re
from typing import Final

from ingest.reader.vocabulary.patterns import MARK
from ingest.reader.vocabulary.verbs import present

# ---- assemblies --------------------------------------------------------------------------------------------------

# Words as printed → the name of the assembly. The first of the table that stands in the head of an act names it: inner
# bodies (permanent commission, bureau) come before the council whose name their own contains.
BODIES: Final[tuple[tuple[str, str], ...]] = (
    ("commission permanente", "Commission permanente"),
    ("bureau communautaire", "Bureau communautaire"),
    ("bureau metropolitain", "Bureau métropolitain"),
    ("bureau syndical", "Bureau syndical"),
    ("bureau du conseil", "Bureau"),
    ("bureau de la communaute", "Bureau communautaire"),
    ("bureau de la metropole", "Bureau métropolitain"),
    ("conseil d'arrondissement", "Conseil d’arrondissement"),
    ("conseil de territoire", "Conseil de territoire"),
    ("conseil d'administration", "Conseil d’administration"),
    ("comite syndical", "Comité syndical"),
    ("conseil syndical", "Conseil syndical"),
    ("conseil departemental", "Conseil départemental"),
    ("assemblee departementale", "Conseil départemental"),
    ("conseil general", "Conseil général"),
    ("conseil regional", "Conseil régional"),
    ("assemblee pleniere", "Assemblée plénière"),
    ("assemblee de corse", "Assemblée de Corse"),
    ("assemblee de guyane", "Assemblée de Guyane"),
    ("assemblee de martinique", "Assemblée de Martinique"),
    ("conseil de paris", "Conseil de Paris"),
    ("conseil metropolitain", "Conseil métropolitain"),
    ("conseil de la metropole", "Conseil métropolitain"),
    ("conseil de metropole", "Conseil métropolitain"),
    ("conseil de communaute", "Conseil communautaire"),
    ("conseil de la communaute", "Conseil communautaire"),
    ("conseil communautaire", "Conseil communautaire"),
    ("conseil municipal", "Conseil municipal"),
    ("commission des interventions", "Commission des interventions"),
    ("commission des aides", "Commission des aides"),
)
# Whose act it is, as a line of its head opens → the assembly that « le conseil » or « le comité » is there. Towns and
# groups of towns print their département too: they come first.
COUNCILS_OF: Final[tuple[tuple[str, str], ...]] = (
    (
        r"communaute (?:de communes|d'agglomeration|urbaine)|(?:[a-z' -]{2,30} )?agglomeration\b",
        "Conseil communautaire",
    ),
    # « Bordeaux Métropole »; « Relations avec la métropole » is what a commune decides about.
    (r"(?:[a-z' -]{2,30} (?<!la )(?<!une ))?(?:metropole|eurometropole)\b", "Conseil métropolitain"),
    (r"syndicat\b", "Comité syndical"),
    (r"(?:commune|ville|mairie) d", "Conseil municipal"),
    (r"region\b", "Conseil régional"),
    (r"departement\b", "Conseil départemental"),
)
# That assembly → its bureau.
BUREAUS_OF: Final = {
    "Conseil communautaire": "Bureau communautaire",
    "Conseil métropolitain": "Bureau métropolitain",
    "Comité syndical": "Bureau syndical",
}
# In a prefecture receipt, the SIREN of a département begins with these figures.
DEPARTMENT_SIREN: Final = "22"

# ---- votes -------------------------------------------------------------------------------------------------------

# « À l'unanimité », « par 31 voix »: how a vote went, said beside what it decides.
VOTED: Final = r"(?:a l'unanimite|a la majorite|par \d+ voix)"
RESULT: Final = re.compile(
    r"(?:a |de )?(?:l')?unanimite(?! moins)(?: des (?:membres |conseillers )?(?:[\w-]+ ){0,2}?"
    r"(?:presents|votants|voix|membres|suffrages exprimes|exprimes)"
    r"(?: (?:et|ou|et/ou) (?:des )?(?:membres )?representes)?)?"
    r"|(?:a )?la majorite(?: (?:absolue|simple|requise))?(?: des (?:suffrages exprimes|suffrages|votants|voix|exprimes"
    r"|membres \w+|presents))?"
    r"(?!\s*(?:des suffrages exprimes)?\s*:\s*\d+\s*(?:$|[.;,(]))"
)
ADOPTED: Final = re.compile(r"\(?\*{0,3}\s*(?:adopte|rejete|approuve|retire|ajourne)e?s?\s*\*{0,3}\)?")
# Who decides, with one word that says of what: « le conseil municipal », « la commission permanente ».
ASSEMBLY: Final = (
    r"(?:(?:le conseil|le bureau|le comite|l'assemblee|l'organe|les (?:elus|conseillers|membres du conseil))(?: \w+)?"
    r"|la commission(?: permanente)?)"
)
# « Accord unanime du conseil », « Le conseil accepte », « Proposition adoptée à l'unanimité »: what was just proposed.
AGREED: Final = re.compile(
    r"\W*(?:(?:accord|avis favorable)\b|(?:la |cette )?(?:proposition |delibere )?(?:est )?(?:adopte|approuve|accepte"
    r"|vote)e?s?\b"
    rf"|{ASSEMBLY}(?:,[^,;:.]{{3,60}},)? (?:accepte|approuve|valide|est (?:d'accord|favorable)|donne (?:son accord"
    r"|un avis favorable)|emet un avis favorable))(?:nt)?\b[^;:.\d]{0,60}\W*"
)
# Under a report that no deliberation follows: « Adopté à l'unanimité », « Mis aux voix, le projet est adopté par… »
ADOPTED_AT_ONCE: Final = re.compile(
    r"(?:(?:le )?rapport |(?:la )?deliberation |[^.;:]{0,80}\bdecision(?: d[eu] [^.;:]{2,40}?)? ?: "
    r"|mis(?:e|es)? aux voix,? (?:le |la |les )?[^.;:]{0,60}?)?"
    r"(?:est |sont )?(?:adopte|approuve|rejete)e?s? (?:a|par)\b"
    # « Ces subventions sont votées à l'unanimité »
    r"|(?:les|ces|toutes ces) (?:subventions|aides|propositions|sommes|montants|attributions)"
    r"(?: ci-dessus| proposee?s)? (?:sont|ont ete) (?:adopte|approuve|vote|accepte|valide)e?s (?:a|par)\b"
    rf"|{ASSEMBLY}, ?(?:a|par) [^.;:]{{3,60}}, (?:adopte|approuve|rejette|prononce)\b"
    rf"|{ASSEMBLY} adopte(?:nt)? par \d+ (?:voix|pour)\b[^.;:]{{0,60}}\W*$"
)
ADOPTED_WORD: Final = re.compile(r"\b(?:adopte|rejete|ajourne)e?s?\b")
# Field of the vote ← the label beside its figure; the first that fits.
VOTE_LABELS: Final[tuple[tuple[str, str], ...]] = (
    (
        "not_voting",
        r"n'(?:ont|a) pas pris part(?: au vote| a la deliberation)?"
        r"|ne (?:prends?|prennent|prenant) pas part(?: au vote)?"
        r"|n'ayant pas pris part(?: au vote)?|non[ -]participations?|nppv|non[ -]votants?|non[ -]participants?"
        r"|ne participe(?:nt)? pas(?: au vote)?|refus de vote|deports?|n'(?:ont|a) pas vote",
    ),
    (
        "absent_without_proxy",
        r"absents?(?:\(e\))?(?:\(s\))?(?: et)?(?: excuses?)? (?:non representes?|sans (?:procuration|pouvoir"
        r"|delegation(?: de vote)?|mandat))"
        r"|excuses? sans (?:procuration|pouvoir|delegation(?: de vote)?)",
    ),
    (
        "proxies",
        r"nombre de (?:procurations?|pouvoirs?|mandats?|membres representes)|(?:procurations?|pouvoirs?"
        r"|representes?|mandats?)(?:\(s\))?"
        r"|ayant donne (?:pouvoir|procuration)",
    ),
    (
        "abstentions",
        r"nombre d'abstentions?|abstentions?|abstenus?|se sont abstenus?"
        r"|s'(?:est|abstient|abstiennent)(?: abstenus?| abstenue?s?)?",
    ),
    ("against", r"(?:voix |votes? |ont vote |a vote )?contre"),
    ("majority", r"majorite(?: absolue| requise| simple)?(?: des (?:suffrages(?: exprimes)?|votants|voix))?"),
    ("votes_cast", r"(?:total des |nombre de )?(?:suffrages? |votes? )?exprimes?"),
    (
        "voters",
        r"(?:nombre de )?votants?|ont pris part au vote|nombre de (?:voix|votes?)|ont pris part a la deliberation",
    ),
    (
        "present",
        r"(?:nombre (?:de|d') ?)?(?:membres |conseillers(?: \w+)? |elus )?presents?"
        r"(?: (?:a la seance|en seance|au moment du vote|lors du vote|ou representes))?",
    ),
    ("votes_for", r"(?:voix |votes? |ont vote |a vote )?pour"),
)
VOICES: Final = ("votes_for", "against", "abstentions")
# Field of the vote → that of the groups or names printed beside its figure.
VOTE_DETAILS: Final = {
    "votes_for": "for_detail",
    "against": "against_detail",
    "abstentions": "abstentions_detail",
    "not_voting": "not_voting_detail",
}
# A nought that a recogniser of letters took for an O is a nought before « voix ».
NONE_WORDS: Final = r"neant|aucune?|zero|nulle?|[o0]{1,2}(?= voix)"

# ---- parts of an act ---------------------------------------------------------------------------------------------

VISA: Final = re.compile(r"(?:- ?)?(?:vu|visas?|considerant|attendu|compte tenu)\b")
DELIBERATED: Final = re.compile(
    r"(?:apres (?:en )?avoir|et en avoir) (?:\w+ )?(?:delibere|etudie|examine|pris connaissance)"
    r"|apres (?:en )?(?:avoir )?(?:discussion|discute|debat|debattu|echanges?|vote)\b"
    r"|apres deliberation|le quorum etant atteint|(?<!\bau )\bdelibere(?:nt)? et\b"
    r"|\b(?:a|ont) (?:pris|adopte) les (?:decisions|deliberations) suivantes|sur (?:la )?proposition d|oui l'expose"
)
DECIDES_VERB: Final = re.compile(r"\b(?:d ?e ?c ?i ?d ?e(?:nt)?|arrete(?! (?:n ?[°o]|du\b|municipal|prefectoral)))\b")
# « DÉCIDE : », « D E L I B E R E » alone on their line.
BARE_DECISION: Final = re.compile(
    r"d ?(?:e ?c ?i ?d ?e|e ?l ?i ?b ?e ?r ?e)(?:nt)?\b(?! ?d['e] ?\w+(?:er|ir|re)\b)"
    r"(?! (?:le |la |l'|les |une? |des )(?:attributions?|octroi|versements?|subventions?|aides?|participations?"
    r"|financements?|allocations?|reconduction|renouvellement|repartition|principe)\b).*",
    re.DOTALL,
)
# A present-tense verb that opens a decision: « ATTRIBUE une subvention… ».
DECIDING: Final = re.compile(present("give", "decide", "tell"))
OF: Final = re.compile(r"d['e] ?")
INFINITIVE: Final = re.compile(r"(?:d['e] ?)?(?:ne pas |m'|se |s'|l[ae'] ?|lui |leur )?\w{2,}(?:er|ir|re|oir)\b")
# Nouns in -er, -ir and -re, as infinitives are.
NOT_VERBS: Final = re.compile(
    r"(?:l[ae] |l')?"
    r"(?:centre|theatre|foyer|atelier|chantier|quartier|sentier|verger|dossier|cahier|cavalier|panier|metier"
    r"|loisir|avenir|souvenir|plaisir|oeuvre|ouvre|lettre|cadre|ordre|maitre|chambre|titre|arbre|terre|pierre|livre"
    r"|membre|autre|notre|votre|entre|contre|ministere|repertoire|territoire|laboratoire|observatoire|conservatoire"
    r"|histoire|memoire|secours|cirque|semestre|orchestre|registre|cimetiere|riviere|frontiere|lumiere"
    # no verb but « inclure » and the like ends so: « Culture », « Fanfare »
    r"|\w+(?:are|yre)|\w+(?<!cl)ure)s?\b"
)
# « Synthèse : il est proposé d'accorder 900 € », over the visas
SUMMARY: Final = re.compile(r"(?:en )?(?:resume|synthese|note de synthese|expose(?: des motifs)?)\s?[:.-]")
# The dashes of TeX's fonts, which do not name them, are \x15 and \x16.
ITEM_MARK: Final = re.compile(
    rf"(?:\(cid:\d+\)|{MARK}|[\x15\x16>]|[o.](?=\s)"
    r"|\d{1,2}(?:\s?°?\s?[.)](?!\d)|\s?°\s?/?|\s?[-/](?=\s))"
    r"|\d{1,2}(?:er|re|e|eme)\s?:(?=\s)"
    r"|[ivx]{1,4}(?:\s?[.)°]\s?-?|\s-)(?=\s)|[a-z](?:\)|/(?=\s)|\s-(?=\s(?:d'|de )))"
    r"|[a-h]\.(?=\s(?:d'|de )))[_\s]*(?:-\s+)?"
)
ARTICLE: Final = re.compile(
    # « Article ‘1 », on a scan with specks
    r"art(?:icle|\.)? ?(?:n ?[°ºo] ?)?(?:'(?=\d))?(?P<number>\d{1,3}|premier|unique|[ivx]{1,5}|un|deux|trois"
    r"|quatre|cinq|six|sept|huit|neuf|dix)(?: ?(?:er|eme|e))?\b\s*(?P<mark>[:.)-]+(?: -)?|$)?\s*"
)
# Signatures, stamps and remedies close the decisions of an act.
CLOSES_ACT: Final = re.compile(
    r"sign(?:e|ee|ature)\b(?! (?:par|le contrat|la convention))|fait (?:et delibere|a [\w-]+,|en seance)"
    r"|ainsi (?:fait|delibere)"
    r"|pour (?:extrait|copie|expedition|ampliation|le president|la presidente|le maire|la maire)\b|certifi"
    r"|(?:le|la) (?:president|maire)e?\b.{0,60}$"
    r"|(?:la presente|cette) deliberation (?:peut|pourra|est susceptible)|acte rendu|delais? et voies"
    r"|suivent les signatures|\[?au registre"
)
# What the prefecture's software prints over each page.
STAMP: Final = re.compile(
    r"(?:accuse (?:certifie )?de reception|(?:envoye|recu|transmis|acte recu) en (?:sous-)?prefecture|publie le \d"
    r"|affiche le \d|id ?: ?\d|date de (?:reception|teletransmission|transmission|publication|notification)\b"
    r"|\d[\dab]\d?-\d{9}-\d{8}-|berger-levrault|slow\b)"
)
AGREEMENT_TITLE: Final = re.compile(
    r"(?:projet de |modele de |proposition de )?(?:convention|avenant|contrat|protocole|accord-cadre)\b"
)
AGREEMENT_PARTIES: Final = re.compile(
    r"entre\s*(?:$|:|,|les soussigne|les parties|le |la |l'|d'une part)|d'une (?:premiere )?part\b"
    r"|il (?:a ete|est) (?:prealablement )?(?:convenu|arrete|expose)\b.{0,30} ce qui suit"
)
REPORT_TITLE: Final = re.compile(
    r"rapport(?: (?:n ?[°ºo] ?\d+|\d+|du president|de la presidente|du maire|de (?:m|mme|monsieur|madame)"
    r"|au conseil|a la commission"
    r"|a l'assemblee|au bureau|de presentation)"
    r"\b.{0,80}|\s*:?)$|expose des motifs\b|note (?:de synthese|explicative)|rectificatif au rapport"
)
REPORT_TEXT: Final = re.compile(
    r"le present rapport|je vous (?:propose|prie|demande)|je propose (?:au|a) |il vous est propose"
    r"|vous (?:en )?deliberer|il convient de statuer"
    r"|si vous (?:en )?etes d'accord|en consequence, (?:il est propose|je propose)|il est propose (?:au conseil"
    r"|a la commission|a l'assemblee|au bureau)"
)
ANNEX_TITLE: Final = re.compile(
    r"annexe ?(?:n ?[°ºo] ?)?(?P<number>\d{1,3}|[a-z]|[ivx]{1,5})?(?: ?(?:[:.-].*|\bau?\b.*|\(.*))?$"
)
