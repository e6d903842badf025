"""One act as the database holds it at a moment, with what surrounds its lines told in French. Writes nothing."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256

from django.db import models

from grants.models import Check, Decision, Deliberation, GrantLine, Leftover, Recusal, Vote
from grants.templatetags.french import euros_told
from ingest.store.act_lookup import READ
from ingest.store.lines.changes import FACTS
from ingest.store.values import values
from portal.french import squeeze


@dataclass(frozen=True, slots=True)
class State:
    """An act as the database holds it, loaded once."""

    act: Deliberation
    lines: dict[int, GrantLine]
    parts: dict[str, tuple[str, ...]]
    dropped: int
    print: str = field(compare=False, default="")


def state_of(pk: int) -> State:
    """The act of this key, now. A few queries, whatever the number of lines."""
    act = Deliberation.objects.select_related("department").get(pk=pk)
    lines = {line.pk: line for line in _lines_of(act)}
    parts = {
        "Votes": _told(act.votes.order_by("position"), _vote),
        "Décisions": _told(act.decisions.order_by("position"), _decision),
        "Déports": _told(act.recusals.order_by("position"), _recusal),
        "Totaux annoncés et contrôles": _told(
            act.stated_totals.select_related("check_result").order_by("position"), _total
        ),
        "Lignes non lues": _told(act.leftovers.order_by("position"), _leftover),
    }
    dropped = act.gone_lines.filter(dropped=True).count()
    return State(act, lines, parts, dropped, _print(act, lines, parts, dropped))


def _lines_of(act: Deliberation) -> Iterable[GrantLine]:
    for line in act.lines.with_context().order_by("line", "year"):
        line.deliberation = act  # which holds the sizes of its pages, that of each line does not
        yield line


def _print(act: Deliberation, lines: dict[int, GrantLine], parts: dict, dropped: int) -> str:
    """Of all that a decision rests on: it changes as soon as somebody changes the act."""
    told_lines = [[pk, *(str(one) for one in values(line, FACTS)), line.as_read] for pk, line in lines.items()]
    content = [act.sha256, act.status, [str(one) for one in values(act, READ)], told_lines, parts, dropped]
    return sha256(json.dumps(content, sort_keys=True, default=str).encode()).hexdigest()


# ---- told in French ----------------------------------------------------------------------------------------------


def _told(things: Iterable[models.Model], tell) -> tuple[str, ...]:
    return tuple(tell(thing) for thing in things)


def _vote(vote: Vote) -> str:
    counts = ((vote.votes_for, "pour"), (vote.against, "contre"), (vote.abstentions, "abstentions"))
    said = [f"{count} {word}" for count, word in counts if count is not None]
    articles = f"articles {vote.articles}" if vote.articles else ""
    return ", ".join(filter(None, [articles, vote.result, *said])) or "vote"


def _decision(decision: Decision) -> str:
    article = f"Article {decision.article}\u202f: " if decision.article else ""
    amount = "" if decision.amount_cents is None else f" ({euros_told(decision.amount_cents)})"
    return f"{article}{squeeze(decision.text)}{amount}"


def _recusal(recusal: Recusal) -> str:
    return ", ".join(filter(None, (recusal.person, recusal.function, recusal.organisation)))


def _total(total) -> str:
    year = f" ({total.year})" if total.year else ""
    check: Check | None = getattr(total, "check_result", None)
    said = ""
    if check:
        computed = "" if check.computed_cents is None else f"somme des lignes {euros_told(check.computed_cents)}, "
        said = f"\u202f; {computed}{check.get_status_display()}"
    return f"{total.scope}{year}\u202f: annoncé {euros_told(total.amount_cents)}{said}"


def _leftover(leftover: Leftover) -> str:
    return f"{leftover.text} (page {leftover.page}, {leftover.reason})"
