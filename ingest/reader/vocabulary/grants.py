"""What a decision does with money, and who receives it.

Every pattern works on `plain()` text: small ASCII letters, `'`, `-` and plain spaces.
"""

import re
from typing import Final

from ingest.reader.vocabulary.organisations import BODIES, HOUSES, kinds
from ingest.reader.vocabulary.patterns import AIDS, ANY_AID, GIVE, any_of

# ---- what a decision does ----------------------------------------------------------------------------------------

# Verbs that give and nouns of what is given, as whole words.
_GIVING: Final = (
    rf"(?:{GIVE}|vers|revers|vot|decern|individualis|affect|engag)(?:er|e|ent|ee?s)|(?:{GIVE}|vers)era|octroyee|versee",
    r"versant|attribution|allocation|octroi(?:e|ent)?|versement|repart(?:ir|ie?s?|ition)",
    r"subventionn?(?:er|e?ent|ement|ee?s?)?|contribu(?:er|e|ent|tion)|particip(?:er|e|ent|ation)",
    r"abond(?:er|e|ent|ement)|(?<!plan de )(?<!plans de )financ(?:er|e|ent|ement)|sout(?:enir|ien|ient|iennent)",
    r"aides?|aider|doter|dotations?|bourses?",
    r"recondui(?:re|t)|renouvel(?:er|le|lement)|proroger|prolonger|mainten(?:ir|u)|maintient",
    r"prend(?:re)? en charge(?![^.;]{0,60}\b(?:deplacements?|missions?|repas|obseques|elus?|agents?|honoraires)\b)",
    r"secours|(?<!au )(?<!aux )prix(?! de )|concours financiers?|consent|fai(?:re|t) (?:un )?don",
)
GRANTS: Final = any_of(
    rf"\b(?:{'|'.join(_GIVING)})\b",
    # « apporte son aide », « fait bénéficier le club », « donne une suite favorable », « recevra 900 € »
    r"\bapport(?:er|e) (?:son|un|une|notre|a|au|aux) \w+|\bfai(?:re|t) beneficier\b",
    r"\b(?:donn|reserv)\w* (?:une )?suite favorable\b|\b(?:percevra|recevra)\b(?=[^.;:]{0,80}\d)",
    # What opens a list: « inscrit au budget les subventions suivantes : », « Subventions aux associations : »
    rf"\binscri\w+ [^.;:]{{0,60}}\b(?:{AIDS})(?<=s)\b[^.;:]{{0,40}}:",
    r"^\W*subventions? (?:[a-z]+ )?(?:a |au |aux )(?!titre)[^.;]{3,90}:",
    r"^\w+(?: \w+)? (?:laureats|projets|dossiers)\b[^.;]{0,20}:",
    # « Une somme de 900 € est accordée au Judo Club »; a guarantee is accorded too, and is no grant.
    rf"(?:^|[:.-])\W*(?:une |la |cette )?(?:somme|enveloppe)\b[^.;:]{{0,90}}\b(?:est|sera) (?:\w+ )?(?:{GIVE})ee\b",
    # Any decision about a grant: « fixe à 900 € la subvention »
    r"\b(?:benefici|percevr|recevr|fix|port|arret|approuv|valid|adopt|determin|reti[ae]n|decid|proced|prevoi|donn|propos"
    r"|mandat)\w*\b[^.;]{0,60}?"
    r"\b(?:subventions?|participations?|cotisations?|fonds de concours|contributions?|celles?"
    r"|forfaits? communa(?:l|ux))\b",
)
# A decision that governs a signature or an agreement repeats its sum; it does not grant it.
SIGNS: Final = any_of(
    r"\bautoris(?:e|er)\b.{0,200}?\b(?:a|de) (?:signer|finaliser|conclure|passer|negocier|intervenir|prendre toute"
    r"|accomplir|effectuer|solliciter)",
    r"autoriser? la signature|m'autoriser a|\ba signer\b|\bsigner (?:la|les|le|l'|ladite|tout|une?|ces|cette)",
    # « une aide sollicitée » is no request of the assembly.
    r"(?<!est )(?<!ete )(?<!concours )(?<!subvention )(?<!aide )(?<!somme )(?<!montant )\bsollicit(?:e|er)\b",
    r"\bhabilit(?:e|er)\b|donn(?:e|er) (?:tous? )?(?:pouvoirs?|delegation|mandat|quitus)",
    r"(?<!en )\bcharge(?:r)? (?:le|la|m|monsieur|madame)\b",
)
APPROVES_AGREEMENT: Final = re.compile(
    # « d'approuver : – l'avenant n° 1 avec la Mission locale ; »
    r"^\W*(?:l'|la |le |les |une? )(?:conventions?|avenants?|protocoles?)\b|"
    r"\b(?:approuv(?:er|ee?s?|e)|valid(?:er|ee?s?|e)|adopt(?:er|ee?s?|e)|prendre acte|prend acte)(?: de)? "
    r"(?:les? |la |l'|cette |ce |ces |ladite |ledit |une? |des? |d')?(?:nouve(?:lle|au) )?"
    r"(?:signature |termes? |projets? |modeles? |principe )?(?:de la |de l'|d'une? |d'|de |des |du )?(?:projets? de "
    r"|modeles? de )?"
    r"(?:conventions?|avenants?|contrats?|protocoles?|contractualisation|reglements?|chartes?)\b"
)
# The beneficiaries stand elsewhere: in an annex, a table, a list.
LISTED_ELSEWHERE: Final = any_of(
    r"(?<!budget )(?<!budgets )\bannexe|\brepartition|\bci-(?:joint|apres|dessous|annexe)",
    r"\b(?:fiches?|tableaux?|listes?|reparti(?:es?|s)?|suivante?s?|comme suit)\b",
    r"\baux (?:\d+ |differente?s |diverse?s )?(?:structures|associations|organismes|operateurs|beneficiaires|porteurs"
    r"|clubs|communes|collectivites|partenaires|etablissements|entreprises|laureats|colleges|lycees|exploitants"
    r"|agriculteurs)\b",
    r"\bdes? (?:\d+ )?(?:dispositifs|operations|actions|projets|dossiers|subventions)\b",
)

# ---- who receives ------------------------------------------------------------------------------------------------

# Before a beneficiary. What follows « à » may also be a purpose or a date: see `NOT_BENEFICIARIES`.
TO: Final = any_of(
    r"\ba cel(?:le|ui)s? (?:de (?:la |l')?|du |des |d')|\ba (?:l'|la |l' )",
    r"(?:\bau (?:profit|benefice)|\ben faveur|(?:(?<=€ )|(?<=euros ))aupres) (?:de (?:la |l')?|du |des |d')",
    # « accordée au bénéficiaire : SARL Bois Vert »
    r"\b(?:au (?:beneficiaire|porteur|demandeur)|a (?:l'(?:organisme|association)|la structure))(?: suivante?)? ?: ",
    r"\bau |\baux |\ba ",
    # « conformément à l'avis », « l'accès aux soins »: it goes with the word before.
    before=r"(?<!appel )(?<!appels )(?<!correspondant )(?<!egale )(?<!egal )(?<!liee )(?<!conformement )(?<!conforme )"
    r"(?<!relatif )(?<!acces )(?<!retour )",
)
# First words after « à » that are no beneficiary.
NOT_BENEFICIARIES: Final = any_of(
    # how much: « à hauteur de », « à 900 € », « aux deux tiers »
    r"hauteur|moitie|tiers|quart|totalite|concurrence|parts?\b|taux|prorata|moins|plus|minima|maxima|\d|euro|l'euro"
    r"|un (?:montant|taux)|une (?:hauteur)",
    # when and where: « à compter du », « au cours de », « à l'issue »
    r"fin (?:de l'(?:annee|exercice|operation)|des travaux)|notification|achevement|demarrage|livraison",
    r"compter|partir|terme|issue|exercice|annee|occasion|fois|suite|cours|sein|echelle|lieu|destination|disposition",
    # on which account, in which papers: « au chapitre 65 », « aux articles »
    r"budget(?! annexe)|chapitre|compte|nature|fonction|programme|operation\b|dispositif|thematique|volet|code\b"
    r"|articles?\b|annexes?\b|tableaux?|listes?|detail|present\w*|reglement",
    # how: « à l'unanimité », « au titre de », « au vu de », « à raison de »
    r"unanimite|majorite|titre|raison|vu|reception|regard|travers|charge|attention|savoir|nom|chaque|equilibre|nouveau"
    r"|exception|condition|parite|egalite",
    # what for: « à l'achat de », « aux séjours », « à verser », « au projet »
    r"appui|l'appel|appel|mise|projet|voyages?|sejours?|sorties?|transports?|achats?|sign\w+|financ\w+|contribu\w+"
    r"|realis\w+|organis\w+|verser|payer",
    # « à ce titre », « à elle seule »
    r"ce(?:t|tte|s)?\b|elle|lui|eux|celle|celui|tous|toutes",
    after=r"(?![\w'])",
)
# First words that are a purpose in small letters, and open a name in capital ones: « à la Prévention routière ».
NOT_BENEFICIARIES_IN_SMALL: Final = re.compile(
    r"(?:ses|son|sa|leurs?|acqui\w+|maitrise|elaboration|fonctionnement|investissement|developpement|soutien|equipement|lutte"
    r"|prevention|insertion|accompagnement|creation|construction|rehabilitation|renovation|restauration|amenagement"
    r"|extension|modernisation|edition|realisation|organisation|mer|montagne|neige|campagne)(?![\w'])"
)
# Just before « à »: it goes on with the word for money, and may say what it is for: « une aide à l'immobilier ».
MONEY_BEFORE: Final = re.compile(
    r"\b(?:aides?|soutiens?|participations?|contributions?|appuis?|concours|primes?|incitations?|cotisations?"
    r"|adhesions?)"
    r"(?: [a-z]+(?:elle|ale|ere|aire|ive|ive|iere|tif|el|al|ier))? $"
)
# « d'attribuer les subventions suivantes », « Les aides ci-après sont votées »: a list of grants follows.
_SEVERAL_AIDS: Final = rf"(?:(?!concours\b)(?:{ANY_AID})|dons)(?<=s)\b"  # « les tarifs du concours » are no grants
LISTS_GRANTS: Final = any_of(
    rf"\b(?:{GIVE}|vot|vers)\w+[^.;]{{0,80}}\b{_SEVERAL_AIDS}",
    rf"\b{_SEVERAL_AIDS}[^.;]{{0,60}}\b(?:suivante?s|ci[- ]?(?:apres|dessous|joint\w*)|tableau|annexe|liste)\b",
)
# Beneficiaries that name nobody: « aux structures », « à l'association », « aux 26 opérateurs ».
UNNAMED: Final = any_of(
    r"(?:structure|association|organisme|operateur|beneficiaire|porteur|famille|commune|collectivite|club|partenaire"
    r"|personne|etablissement|entreprise|particulier|menage|acteur|laureat|candidat|demandeur|projet|interesse"
    r"|agriculteur|exploitant|proprietaire|etudiant|allocataire|college|lycee|gestionnaire|centre|service"
    r"|residence)s?|interessees?|tiers|jeunes|eleves",
    before=r"(?:(?:\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|differente?s|diverse?s|plusieurs|certaine?s|meme?s"
    r"|autres?|memes) )*",
    # « figurant dans le tableau », « aux clubs sportifs cités »
    after=r"(?: (?:(?:suivant|concerne|cite|susvise|retenu|sportiv|social|precite|liste|mentionne|repris|local"
    r"|selectionne|laureat|interesse)e?s?|ci-\w+|beneficiaires?|culturel(?:le)?s?|eligibles?|porteuses?|figurant"
    r"|d'insertion|de la commune|du (?:departement|territoire)"
    r"|(?:figurant|(?:mentionne|liste|cite|designe|enumere|inscrit|repris)e?s?) (?:a|au|aux|dans|en|sur)\b[^,;:]*))*"
    r"\s*$",
)
# « pour » goes on with the name after these first words: « association pour le développement de… ».
KINDS_FOR: Final = re.compile(
    rf"(?:{kinds(BODIES | HOUSES)}|(?:fonds|conseil|mouvement|alliance|reseau|entente|delegation|commission|espace"
    r"|ensemble|atelier|carrefour|action|agir|service|entreprise\w*|bureau|pole|plate-?forme|consortium)s?)"
    r"(?: [a-z'-]+){0,4}$"
)
# What the money is for, after the name.
PURPOSE: Final = re.compile(
    r"(?:\bpour (?!l'annee|l'exercice|\d{4}"
    r"|\d[\d ]* (?:habitants|enfants|eleves|licencies|adherents)\b|un (?:montant|total|cout|budget)"
    r"|une (?:somme|duree|periode|depense)"
    r"|la periode|la saison \d)"
    r"|\bafin d(?:e |')|\bdestinee?s? (?:a |au |aux )"
    r"|\ben vue d(?:e (?:la |l')?|u |es |'))(?:(?:le )?financement (?:d'une? |de la |de l'|du |des |de |d')"
    r"|financer )?"
)
