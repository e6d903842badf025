"""What a decision does with money, and who receives it.

Every pattern works on `plain()` text: small ASCII letters, `'`, `-` and plain spaces.
"""

import re
from typing import Final

from ingest.reader.vocabulary.patterns import GIVE, any_of

# ---- what a decision does ----------------------------------------------------------------------------------------

# Verbs that give and nouns of what is given, as whole words.
_GIVING: Final = (
    rf"(?:{GIVE}|vers|revers|vot|individualis|affect|engag)(?:er|e|ee?s)|(?:{GIVE}|vers)era|octroyee|versee|versant",
    r"attribu(?:ent|tion)|allocation|octroi(?:e|ent)?|versement|repart(?:ir|ie?s?|ition)",
    r"subventionn?(?:er|ement|ee?s?)?|contribu(?:er|e|tion)|particip(?:er|e|ation)|abond(?:er|e|ement)",
    r"(?<!plan de )(?<!plans de )financ(?:er|e|ement)|sout(?:enir|ien|ient)|aides?|aider|doter|dotations?|bourses?",
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
    r"\binscri\w+ [^.;:]{0,60}\b(?:subventions|aides|participations)\b[^.;:]{0,40}:",
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
LISTED_ELSEWHERE: Final = re.compile(
    r"(?<!budget )(?<!budgets )\bannexe|\bfiches?\b|\btableaux?\b|\blistes?\b|\brepartition|\breparti(?:e|s|es)?\b"
    r"|\bci-(?:joint|apres|dessous|annexe)|\bsuivants?\b|\bsuivantes?\b|\bcomme suit\b"
    r"|\baux (?:\d+ |differente?s |diverse?s )?(?:structures|associations|organismes|operateurs|beneficiaires|porteurs"
    r"|clubs|communes|collectivites|partenaires|etablissements|entreprises|laureats|colleges|lycees|exploitants"
    r"|agriculteurs)\b"
    r"|\bdes? (?:\d+ )?(?:dispositifs|operations|actions|projets|dossiers|subventions)\b"
)

# ---- who receives ------------------------------------------------------------------------------------------------

# Before a beneficiary. What follows « à » may also be a purpose or a date: see `NOT_BENEFICIARIES`.
TO: Final = re.compile(
    r"(?<!appel )(?<!appels )(?<!correspondant )(?<!egale )(?<!egal )(?<!liee )(?<!conformement )"
    r"(?<!conforme )(?<!relatif )(?<!acces )(?<!retour )"
    r"(?:\ba cel(?:le|ui)s? (?:de (?:la |l')?|du |des |d')|\ba (?:l'|la |l' )"
    r"|\bau (?:profit|benefice) (?:de (?:la |l')?|du |des |d')"
    r"|\ben faveur (?:de (?:la |l')?|du |des |d')|(?:(?<=€ )|(?<=euros ))aupres (?:de (?:la |l')?|du |des |d')"
    r"|\bau |\baux |\ba )"
)
# First words after « à » that are no beneficiary.
NOT_BENEFICIARIES: Final = re.compile(
    r"(?:compter|reception|vu|hauteur|moitie|tiers|quart|totalite|titre|raison|sign\w+|articles?\b|present\w*|tableaux?|listes?|detail|reglement|code\b"
    r"|volet|savoir|travers|charge|concurrence|parts?\b"
    r"|unanimite|majorite|annexes?\b"
    r"|suite|equilibre|voyages?|sejours?|sorties?|transports?|achats?|ce(?:t|tte|s)?\b|destination|euro|nouveau|exercice|annee|operation\b|occasion|appui|disposition"
    r"|verser|payer|realis\w+|organis\w+"
    r"|mise|fois|attention|taux|terme|issue|chaque|budget(?! annexe)|chapitre|compte|nature|fonction|programme"
    r"|dispositif|financ\w+|contribu\w+"
    r"|echelle|plus|minima|maxima|partir|moins|concurrence|cours|sein|regard|prorata|lieu|projet"
    r"|thematique|mise en|nom"
    r"|un (?:montant|taux)|une (?:hauteur)"
    r"|\d|elle|lui|eux|celle|celui|tous|toutes|titre|l'euro|l'appel|appel)(?![\w'])"
)
# First words that are a purpose in small letters, and open a name in capital ones: « à la Prévention routière ».
NOT_BENEFICIARIES_IN_SMALL: Final = re.compile(
    r"(?:ses|son|sa|leurs?|acqui\w+|maitrise|elaboration|fonctionnement|investissement|developpement|soutien|equipement|lutte"
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
    r"(?:\bpour (?!l'annee|l'exercice|\d{4}"
    r"|\d[\d ]* (?:habitants|enfants|eleves|licencies|adherents)\b|un (?:montant|total|cout|budget)"
    r"|une (?:somme|duree|periode|depense)"
    r"|la periode|la saison \d)"
    r"|\bafin d(?:e |')|\bdestinee?s? (?:a |au |aux )"
    r"|\ben vue d(?:e (?:la |l')?|u |es |'))(?:(?:le )?financement (?:d'une? |de la |de l'|du |des |de |d')"
    r"|financer )?"
)
