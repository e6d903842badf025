"""Sentences ready to paste: what was voted, by which acts, where it is printed. Pure text, no query.

Amounts enter as whole cents; a sentence ends with a full stop and holds no address: the page adds its own.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from django.utils import timezone

from grants.figures.stats import Summary
from grants.models import Change, Deliberation, GrantLine
from grants.templatetags.french import NO_BREAK_SPACE, THIN_SPACE, counted, euros_told, long_date, printed_lines, quoted

MAX_ACTS = 6  # acts named one by one in a sentence; beyond, they are counted


def total_sentence(subject: str, whole: Summary, *, years: Sequence[int], acts: Iterable[Deliberation]) -> str:
    """`CCAS de Bruay : 235 563 € votés pour 2023 et 2025 (7 lignes ; Pas-de-Calais, délibérations n° 2023-259 …).`"""
    when = f" {years_told(years)}" if years else ""
    withdrawn = _withdrawn(whole)
    told = f"{euros_told(whole.amount_cents)} votés" if withdrawn else _voted(whole.amount_cents)
    return (
        f"{subject}{THIN_SPACE}: {told}{when}{withdrawn} "
        f"({printed_lines(whole.lines)}{THIN_SPACE}; {acts_told(list(acts))})."
    )


def answer_sentence(told: str, whole: Summary) -> str:
    """`Subventions votées par le département Nord, pour l’année 2023 : 12 345 € (7 lignes imprimées).`"""
    return f"{told}{THIN_SPACE}: {euros_told(whole.amount_cents)}{_withdrawn(whole)} ({printed_lines(whole.lines)})."


def line_sentence(line: GrantLine) -> str:
    """The same for one line, with its page in the file shown and its printed row. Needs the context of the line."""
    subject = line.operator_text or (line.operator.name if line.operator else "") or line.action or "Ligne sans nom"
    when = f" pour {line.year}" if line.year else ""
    act = line.deliberation
    return (
        f"{subject}{THIN_SPACE}: {_voted(line.amount_cents)}{when} ({line.department}, délibération "
        f"{act.numbered}{_dated(act)}, page{NO_BREAK_SPACE}{line.page} du fichier, "
        f"ligne{NO_BREAK_SPACE}{line.line})."
    )


def _voted(cents: int) -> str:
    """`54 000 € votés`, `retrait de 54 000 € voté`: a negative amount is said to take back."""
    return f"{euros_told(cents)} votés" if cents >= 0 else f"retrait de {euros_told(-cents)} voté"


def _withdrawn(whole: Summary) -> str:
    """`, dont −87 750 € de retraits`: what a sum nets is said with it; nothing where it is the whole of the sum."""
    if whole.withdrawn_cents in (0, whole.amount_cents):
        return ""
    return f", dont {euros_told(whole.withdrawn_cents)} de retraits"


def act_sentence(act: Deliberation) -> str:
    """`Nord, Conseil départemental, délibération n° DIPLE/2022/273 du 27 juin 2022 : « objet ».`"""
    body = f", {act.body}" if act.body else ""
    title = f"{THIN_SPACE}: {quoted(act.title.rstrip(' .'))}" if act.title else ""
    return f"{act.department}{body}, délibération {act.numbered}{_dated(act)}{title}."


def gone_sentence(change: Change) -> str:
    """What a line said that a new reading of its act no longer finds. Needs the act of the change."""
    was, act = change.before, change.deliberation
    subject = was["operator_text"] or was["action"] or "sans nom"
    year = f" pour {was['year']}" if was["year"] else ""
    return (
        f"La ligne {was['line']} de la délibération {act.numbered} ({act.department}), "
        f"{quoted(subject)}, {euros_told(was['amount_cents'])}{year}, n’a pas été retrouvée à la relecture du "
        f"{long_date(timezone.localdate(change.at))}."
    )


def years_told(years: Iterable[int]) -> str:
    """`pour 2023`, `pour 2023 et 2025`, `pour 2022 à 2025` where no year lacks between more than two.

    These are the years that lines are for, not those in which they were voted.
    """
    years = sorted(set(years))
    return f"pour {numbers_told(years)}" if years else ""


def acts_told(acts: Sequence[Deliberation]) -> str:
    """`Pas-de-Calais, délibérations n° 2023-259 et 2025-237`; the oldest first; counted where they are many."""
    acts = sorted(acts, key=lambda act: (act.session_date or date.min, act.slug))
    payers = listed(sorted({act.department.name for act in acts}))
    if len(acts) > MAX_ACTS:
        return f"{payers}, {counted(len(acts), 'délibération')}"
    noun = "délibération" if len(acts) < 2 else "délibérations"
    return f"{payers}, {noun} n°{NO_BREAK_SPACE}{listed([act.number for act in acts])}"


def listed(texts: Sequence[str]) -> str:
    """`a`, `a et b`, `a, b et c`."""
    return " et ".join(text for text in (", ".join(texts[:-1]), *texts[-1:]) if text)


def numbers_told(numbers: Sequence[int]) -> str:
    """Numbers in order: `5 à 7` where none lacks between more than two, else `1`, `1 et 2`, `1, 2 et 4`."""
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"{numbers[0]} à {numbers[-1]}"
    return listed([str(number) for number in numbers])


def _dated(act: Deliberation) -> str:
    return f" du {long_date(act.session_date)}" if act.session_date else ""
