"""Acts → rows of the SCDL schema « délibérations » 2.1.5.

Every act here votes grants: its matter is 7.5 of the nomenclature ACTES. Counts of votes are given only for one vote on
the whole act whose printed counts are complete and add up: the schema wants all of them or none. The budget, which
needs a name that no act prints, is left empty.
"""

from collections.abc import Iterable, Iterator

from django.urls import reverse

from grants.law.scdl.grants import Giver
from grants.models import Deliberation, Vote

VERSION = "2.1.5"
MATTER_CODE, MATTER_NAME = "7.5", "finances locales/subventions"
COLUMNS = (
    "COLL_NOM",
    "COLL_SIRET",
    "DELIB_ID",
    "DELIB_DATE",
    "DELIB_MATIERE_CODE",
    "DELIB_MATIERE_NOM",
    "DELIB_OBJET",
    "BUDGET_ANNEE",
    "BUDGET_NOM",
    "PREF_ID",
    "PREF_DATE",
    "VOTE_EFFECTIF",
    "VOTE_REEL",
    "VOTE_POUR",
    "VOTE_CONTRE",
    "VOTE_ABSTENTION",
    "DELIB_URL",
)


def act_rows(acts: Iterable[Deliberation], giver: Giver, site: str) -> Iterator[dict[str, str]]:
    """One row an act that has a session date, its `votes` prefetched; none where the SIRET of who votes is not known.

    `site`, scheme and host, makes whole addresses.
    """
    if giver.siret:
        for act in acts:
            if act.session_date:
                yield _row(act, giver, site)


def _row(act: Deliberation, giver: Giver, site: str) -> dict[str, str]:
    received = act.received_date if act.received_date and act.received_date >= act.session_date else None
    return {
        "COLL_NOM": giver.name,
        "COLL_SIRET": giver.siret,
        "DELIB_ID": act.number,
        "DELIB_DATE": act.session_date.isoformat(),
        "DELIB_MATIERE_CODE": MATTER_CODE,
        "DELIB_MATIERE_NOM": MATTER_NAME,
        "DELIB_OBJET": " ".join(act.title.split()) or f"Délibération {act.number}",
        "PREF_ID": f"PREF{act.department_id:0>3}" if received else "",
        "PREF_DATE": received.isoformat() if received else "",
        "DELIB_URL": site + reverse("source_file", args=[act.slug]),
    } | _votes(list(act.votes.all()))


def _votes(votes: list[Vote]) -> dict[str, str]:
    """The five counts, or none of them."""
    if len(votes) != 1 or votes[0].articles:
        return {}
    vote = votes[0]
    cast = (vote.votes_for, vote.against, vote.abstentions)
    seats = (vote.present, vote.proxies, vote.absent_without_proxy)
    if None in cast or None in seats:
        return {}
    members, voting = sum(seats), sum(cast)
    if members < voting:
        return {}
    counts = (members, voting, *cast)
    names = ("VOTE_EFFECTIF", "VOTE_REEL", "VOTE_POUR", "VOTE_CONTRE", "VOTE_ABSTENTION")
    return dict(zip(names, map(str, counts), strict=True))
