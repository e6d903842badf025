"""What in the name of an organisation says its legal form or its kind, rather than which one it is. Pure: no query.

Takes printed names, gives words and keys. Whether two names are one organisation is not decided here.
"""

import re
from functools import lru_cache

from portal.french import fold

# A recusal is compared with each operator of its act, an operator with all those of its neighbourhood.
NAMES_AT_HAND = 4096
SMALL_WORDS = frozenset(("de", "du", "des", "d", "l", "la", "le", "les", "et", "en", "a", "au", "aux"))
# Words that any organisation of one kind bears.
KIND_WORDS = frozenset(
    re.findall(
        r"\w+",
        """
    communaute commune communes agglomeration ville metropole centre communal intercommunal action sociale syndicat
    mixte office college lycee ecole conseil departement departemental region regional mission maison comite federation
    union etablissement public societe groupement ccas cias association club amicale
""",
    )
)
# Words that say the legal form, before a name that is complete without them.
_FORMS = r"association|assoc\.?|asso\.?|groupement d[’']intérêt (?:public|économique)|gip|gie|sas|sarl|eurl|scic|scop"
_LEGAL_FORM = re.compile(rf"^(?:l[’' ]\s*)?(?:{_FORMS})\s+", re.IGNORECASE)
_LEGAL_FORM_AFTER = re.compile(rf"[\s,(–-]+(?:{_FORMS})\)?$", re.IGNORECASE)


def without_legal_form(name: str) -> str:
    """`Association Les Éclusiers` → `Les Éclusiers`; a name that is nothing else stays as it is."""
    return _LEGAL_FORM.sub("", name)


def without_any_legal_form(name: str) -> str:
    """The same, a form that stands after the name included: `Les Éclusiers (association)`, `Toerana SCOP`."""
    return _LEGAL_FORM_AFTER.sub("", without_legal_form(name)) or name


@lru_cache(maxsize=NAMES_AT_HAND)
def telling_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, small ones apart, in their order."""
    return tuple(word for word in fold(name).split() if word not in SMALL_WORDS)
