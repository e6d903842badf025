"""What belongs to one act, as JSON objects: votes, recusals, decisions, checks of its totals. One query each."""

from typing import Any

from grants.models import Deliberation

Objects = list[dict[str, Any]]


def votes(act: Deliberation) -> Objects:
    """The votes of an act, one object each, in the order of the act."""
    return [
        {
            "articles": vote.articles,
            "resultat": vote.result,
            "pour": vote.votes_for,
            "contre": vote.against,
            "abstentions": vote.abstentions,
            "sans_prendre_part": vote.not_voting,
            "presents": vote.present,
            "procurations": vote.proxies,
            "exprimes": vote.votes_cast,
            "page": vote.page,
        }
        for vote in act.votes.all()
    ]


def recusals(act: Deliberation) -> Objects:
    """The members who stood aside, one object each, as printed."""
    return [
        {
            "personne": recusal.person,
            "fonction": recusal.function,
            "organisme": recusal.organisation,
            "articles": recusal.articles,
            "texte_imprime": recusal.as_printed,
            "operateur_id": recusal.operator_id,
            "page": recusal.page,
        }
        for recusal in act.recusals.all()
    ]


def decisions(act: Deliberation) -> Objects:
    """The decisions of an act, one object each; amounts in euros."""
    return [
        {
            "article": decision.article,
            "texte": decision.text,
            "montant": _euros(decision.amount_cents),
            "page": decision.page,
        }
        for decision in act.decisions.all()
    ]


def checks(act: Deliberation) -> Objects:
    """Each stated total with its check; one that was not checked is not comparable."""
    found = []
    for total in act.stated_totals.select_related("check_result"):
        check = getattr(total, "check_result", None)
        found.append(
            {
                "portee": total.scope,
                "annee": total.year,
                "total_annonce": _euros(total.amount_cents),
                "precision": _euros(total.precision_cents),
                "somme_des_lignes": _euros(check.computed_cents) if check else None,
                "ecart": _euros(check.difference_cents) if check else None,
                "resultat": check.get_status_display() if check else "non comparable",
                "hors_budget": total.outside_budget,
                "page": total.page,
            }
        )
    return found


def _euros(cents: int | None) -> float | None:
    return None if cents is None else cents / 100
