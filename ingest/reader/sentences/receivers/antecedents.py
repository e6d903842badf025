"""Whom « cette association », « ladite commune », « lui verser » or a grant that names nobody speaks of.

What enters: a clause that grants, and what the act says before it. What leaves: the organisation named last before, as
printed; for a clause without any beneficiary, the only one that the title names. Nothing where that leaves a choice.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from ingest.reader.act.flow.next_paragraphs import after_mark
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import LineRecord
from ingest.reader.sentences.clauses.decision_clauses import clauses
from ingest.reader.sentences.clauses.decision_records import Above
from ingest.reader.sentences.names.beneficiaries import announced_beneficiary
from ingest.reader.sentences.names.beneficiary_places import places_of_names
from ingest.reader.sentences.names.entry_names import listed_name
from ingest.reader.sentences.names.names_at import named_at
from ingest.reader.sentences.names.printed_names import Beneficiary, is_name, without_article
from ingest.reader.vocabulary.acts import ASSEMBLY
from ingest.reader.vocabulary.grants import GRANTS
from ingest.reader.vocabulary.organisations import COMPANIES, KINDS, ORGANISATION, kinds
from ingest.reader.vocabulary.patterns import AIDS, GIVE
from ingest.reader.vocabulary.persons import CIVILITY
from ingest.reader.vocabulary.phrases import words
from ingest.reader.vocabulary.verbs import participle, present

NAMED_ABOVE = "bénéficiaire nommé plus haut dans l’acte\u202f: à vérifier"
NAMED_IN_TITLE = "bénéficiaire nommé dans l’objet de l’acte\u202f: à vérifier"
# « la convention avec l'association Le Bief »
_WITH = re.compile(r"\bavec (?:l'|la |le |les )?")
# More than a dash or a number.
_WORDS = re.compile(r"[^\W\d_]{3,}")
_ANY = words("association societe entreprise etablissement groupement office mission")
_KIND = (
    rf"(?:{kinds(KINDS - {'mission'})}|structure|organisme|porteur(?: de (?:ce |projet))?|beneficiaire|interessee?"
    r"|demandeur|ogec|apel|mjc|admr|festival|fonds|mission locale|collectivite)"
)
# « cette compagnie » tells more than « cette association », which any of them may be.
_TELLING_KIND = re.compile(rf"\b(?:{kinds(KINDS - _ANY)}|festival|mission locale)$")
_SPEAKS_OF = re.compile(
    rf"\b(?:a|au profit de|au benefice de|en faveur de|de|par) (?:ce(?:tte|t)?(?: meme)?|ladite|ledit|la dite|le dit"
    rf"|la meme|le meme) {_KIND}\b"
    rf"|\b(?:audit|dudit|au meme|du meme) {_KIND}\b"
    rf"|\b(?:a l'|au |a la ){_KIND}(?: (?:susvisee?|precitee?|susnommee?|concernee?|interessee?|beneficiaire"
    rf"|organisatrice"
    r"|porteuse|demandeuse?))?(?=\s*(?:$|[,;.:(]|une? |la somme|un montant|pour |au titre|d'un|de \d|en \d))"
    rf"|\b(?:de |d'|a )?(?:lui|leur) (?:vers|{GIVE})er"
    rf"|\blui (?:(?:est|sera|sont|seront) )?(?:{present('give')}|{participle('give')})|\ba son profit|\ben sa faveur"
    r"|\b(?:a|au profit de|en faveur de) (?:ce(?:lui|lle)-ci|ce dernier|cette derniere)\b"
    r"|\ben (?:approuve|arrete|fixe|valide)r? le montant\b|^\W*son montant (?:est|sera|s'eleve)\b"
)
# « Le montant de la subvention est fixé à 900 € », in an article after the one that grants it
_ITS_AMOUNT = re.compile(
    rf"\bmontant (?:\w+ )?de (?:la |l'|cette |ladite )(?:{AIDS})(?: \w+)? (?:est|sera|s'eleve|s'etablit)\b"
)
_LAST_NAMED = re.compile(r"\b(?:ce(?:lui|lle)-ci|ce dernier|cette derniere)\b")
# « l'association Le Bief », « la SARL Gourdon »; « l'association sportive » has no capital of its own.
_NAMED = re.compile(
    r"(?<![\w-])(?:l'|la |le |du |au |d'|de )?(?=(?:" + ORGANISATION.pattern + rf"|{kinds(COMPANIES)})\b)"
)
_PARTS_TITLE = re.compile(r"\s+[–—-]\s+|\s?:\s+|\.\s(?=[A-ZÀ-Ý])")
# « rénovation du centre », « travaux »: what is done, no organisation
_WHAT_IS_DONE = re.compile(r"\W*(?:\w+(?:tion|ment|ture)s?|travaux|projets?|achats?|voyages?|demandes?)\b")
_WORD_OF = re.compile(r"[a-z]+")
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_JOINS = frozenset(["de", "du", "des", "d", "la", "le", "les", "l", "et", "en", "sur", "sous", "pour"])
# « … et au Club Lure »: another one.
_TO = ("au", "aux", "a")
_ASKS = re.compile(
    r"\W*(?P<name>[^,;:.]{3,100}?),? (?:(?:nous )?a )?"
    r"(?:sollicit|demand|souhait|organis|propos|present|envisag|projet|mene|port)(?:e|ent|ait|aient)?\b"
)
# « M. le Maire propose » asks nothing for himself; nor does an assembly.
_OF_AUTHORITY = re.compile(rf"(?:{CIVILITY}|il|elle|on|(?:le )?(?:maire|president)|{ASSEMBLY})\b")
# What follows a name in its sentence.
_GOES_ON = re.compile(
    rf"(?:(?:{GIVE})\w*|lui|leur|est|a|ont|sont|qui|dont|afin|par|dans|avec|organis\w+|propos\w+|sollicit\w+|souhait\w+|demand\w+|anim\w+"
    r"|port\w+"
    r"|moyennant|ger\w+|accompagn\w+|assur\w+|intervien\w+|represent\w+|situ\w+|sise?|benefici\w+|present\w+|mene\w*|developp\w+"
    r"|accueill\w+|regroup\w+|rehabilit\w+|cre\w+|contribu\w+|particip\w+|dispos\w+|doit|peut|fait|avait|sera"
    r"|au titre)$"
)


def meant_by(clause: str, said: Sequence[str], above: Above, lines: Sequence[LineRecord]) -> Beneficiary | None:
    """« à cette association »: the one granted to in `lines` or named before, in what is `said`; nobody at all: the one
    whose name heads the decision, or the only one of the title, where the act has granted nothing yet."""
    granted = [*above.lines, *lines]
    granted_to = granted[-1].operator if granted else ""
    kind = speaks_of_another(clause)
    if kind is not None:
        before = [text for text in reversed(said) if _WORDS.search(text)][:2]
        just_before = before[0] if before else ""
        name = named_last(said, kind) if kind else _named_just_before(clause) or _named_after_to(just_before)
        name, note = name or next(filter(None, map(_who_asks, before)), ""), NAMED_ABOVE
        # « Judo Club de Bor » says its kind in its second word.
        name = granted_to if plain(name) in plain(granted_to) else name
        name = name or granted_to or named_last(said) or named_alone(above.title) or _piece_of_title(above.title)
    elif _ITS_AMOUNT.search(plain(clause)) and (receives := granted_without_sum(said)):
        return receives if granted else replace(receives, doubt="")
    else:
        title = named_at_head(above.heading)
        alone = "" if granted_to else named_alone(above.title) or _piece_of_title(above.title)
        name, note = title or alone, NAMED_IN_TITLE
    return Beneficiary(name, doubt=note) if name else None


def granted_without_sum(texts: Iterable[str]) -> Beneficiary | None:
    """The last to whom the texts grant without a sum: « une participation est accordée au Judo Club pour l'année »."""
    granted = (told for text in texts for told, mode in clauses(text) if mode == "grants")
    named = [name for told in granted if (name := announced_beneficiary(told))]
    return Beneficiary(named[-1], doubt=NAMED_ABOVE) if named else None


def speaks_of_another(text: str) -> str | None:
    """Of which kind the beneficiary of the clause is, where it is one named before: « compagnie », "" for any; None
    where the clause speaks of nobody else."""
    match = _SPEAKS_OF.search(plain(text))
    if match is None:
        return None
    kind = _TELLING_KIND.search(match[0])
    return kind[0] if kind else ""


def named_last(texts: Iterable[str], kind: str = "") -> str:
    """The organisation, of this kind by its first word, that the texts name last; empty where none does."""
    names = chain.from_iterable(reversed(list(_named(text))) for text in reversed(list(texts)))
    return next((name for name in names if plain(name).startswith(kind)), "")


def named_alone(text: str) -> str:
    """The organisation that a title names, where it names one and no other."""
    names = dict.fromkeys(_named(text))
    return next(iter(names)) if len(names) == 1 else ""


def named_at_head(heading: str) -> str:
    """« II – SAS Bois Vert »: the name that is all of a heading; empty where it is of a theme, « II – Soutien »."""
    name = listed_name(heading[after_mark(plain(heading)) :])
    proper = ORGANISATION.match(plain(name)) is not None or any(map(str.isupper, re.findall(r"\s[«(]?\s?(\w)", name)))
    return "" if not proper or GRANTS.search(plain(name)) else name


def _piece_of_title(title: str) -> str:
    """« Subvention exceptionnelle – Amicale des boulistes »: the only piece of a title that names an organisation."""
    pieces = [piece for piece in _PARTS_TITLE.split(title) if not _WHAT_IS_DONE.match(plain(piece))]
    names = [named_at_head(piece) for piece in pieces if any(map(ORGANISATION.match, _WORD_OF.findall(plain(piece))))]
    names = [name for name in names if name and name != title]
    return names[0] if len(names) == 1 else ""


def _who_asks(text: str) -> str:
    """« Le Foyer du collège demande une aide pour son voyage. »: whom « lui accorder » is about."""
    match = _ASKS.match(plain(text))
    name = without_article(text[: match.end("name")].strip()) if match else ""
    return name if match and is_name(name, plural=False) and not _OF_AUTHORITY.match(plain(name)) else ""


def _named_just_before(clause: str) -> str:
    """« le fonds géré par la Mission locale, en versant à celle-ci 900 € »: who is named last before « celle-ci »."""
    last = _LAST_NAMED.search(plain(clause))
    return named_last([clause[: last.start()]]) if last else ""


def _named_after_to(text: str) -> str:
    """Who is named last after « à », « au profit de », « avec »: whom « celle-ci », « ce dernier » is."""
    lowered, high = plain(text), len(text)
    places = [*places_of_names(text, lowered, 0, high), *(match.end() for match in _WITH.finditer(lowered))]
    named = (named_at(text, lowered, place, high)[0] for place in sorted(places, reverse=True) if place < high)
    return next(filter(None, named), "")


def _named(text: str) -> Iterator[str]:
    """Every organisation whose name has a capital letter after its first word."""
    lowered = plain(text)
    place = 0
    while match := _NAMED.search(lowered, place):
        words = list(_words_of_name(text, lowered, match.end()))
        place = words[-1].end() if words else match.end() + 1
        if any(_is_capital(word) for word in words[1:]):
            name = text[match.end() : place].strip(" «»“”\"'")
            closes = re.match(r"\s*»", text[place:]) if name.count("«") > name.count("»") else None
            yield name + closes[0] if closes else name


def _words_of_name(text: str, lowered: str, place: int) -> Iterator[re.Match[str]]:
    """The words from `place` to the end of the name, which a capital word or one that begins no name closes."""
    words: list[re.Match[str]] = []
    closed = 0
    for word in _WORD.finditer(text, place):
        gap = text[words[-1].end() : word.start()] if words else ""
        small = lowered[word.start() : word.end()]
        if gap.strip(" «»“”\"'’-") or (_GOES_ON.match(small) and not word[0].istitle()):
            break
        capital = _is_capital(word)
        if small in _TO:
            break
        proper = any(_is_capital(other) for other in words[1:])
        if words and not capital and small not in _JOINS and proper:
            break
        words.append(word)
        if capital or small not in _JOINS:
            closed = len(words)
    yield from words[:closed]


def _is_capital(word: re.Match[str]) -> bool:
    return word[0][0].isupper() or word[0][0].isdigit()
