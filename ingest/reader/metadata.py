"""What an act says of itself: département, assembly, number, title, dates, presidency, vote, decisions, recusals.

What enters: the paragraphs of the document. What leaves: one `DeliberationRecord`, texts as printed, empty where the
act prints nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.reader.act.flow.act_flow import point_flows
from ingest.reader.act.flow.act_parts import act_paragraphs, split_parts
from ingest.reader.act.flow.persons import find_members
from ingest.reader.act.flow.steps import Step
from ingest.reader.act.identity.act_authority import (
    find_body,
    find_department,
    find_president,
    find_secretary,
    is_of_another_authority,
)
from ingest.reader.act.identity.act_dates import find_published, find_receipt, find_received, find_session, with_stamps
from ingest.reader.act.identity.identity import find_number, find_report_reference
from ingest.reader.act.identity.titles import find_title
from ingest.reader.act.recusals.recusals import read_recusals
from ingest.reader.act.votes import read_votes
from ingest.reader.paragraphs.plain_text import plain
from ingest.reader.records import DeliberationRecord, Paragraph, RecusalRecord
from ingest.reader.sentences.clauses.articles import read_articles


def read_metadata(paragraphs: Sequence[Paragraph]) -> DeliberationRecord:
    """The record of the act bound in the document, reports, annexes and agreements left out."""
    act = act_paragraphs(paragraphs) or tuple(paragraphs)
    points = [flow for _, flow in point_flows(act)]
    steps = [step for flow in points for step in flow]
    head = [step for step in steps if step.role == "head"]
    said = with_stamps([step.paragraph.text for step in steps if step.role != "visa"])
    members = find_members(act)
    receipt = find_receipt(act)
    session = find_session(steps, receipt)
    body = find_body(steps)
    return DeliberationRecord(
        department="" if is_of_another_authority(body, head) else find_department(head, paragraphs, receipt),
        body=body,
        number=find_number(steps),
        report_reference=find_report_reference(steps),
        title=find_title(steps) or _title_of_report(paragraphs),
        session_date=session,
        received_date=find_received(said, session),
        published_date=find_published(said, session),
        prefecture_receipt=receipt,
        president=find_president([*head, *(step for step in steps if step.role == "deciding")], members, act),
        secretary=find_secretary(steps, members),
        votes=tuple(vote for flow in points for vote in read_votes(flow)),
        decisions=read_articles(steps),
        recusals=read_recusals(steps),
    )


def _title_of_report(paragraphs: Sequence[Paragraph]) -> str:
    """What the report of the act says that it is about, where the act itself has no title."""
    report = next((part for part in split_parts(paragraphs) if part.kind == "report"), None)
    return find_title([Step("head", one, plain(one.text)) for one in report.paragraphs]) if report else ""


def with_recusals(record: DeliberationRecord, recusals: Iterable[RecusalRecord]) -> DeliberationRecord:
    """The record with those recusals too that its prose does not state."""
    told = {(plain(one.person), plain(one.organisation)) for one in record.recusals}
    new = (one for one in recusals if (plain(one.person), plain(one.organisation)) not in told)
    return replace(record, recusals=(*record.recusals, *new))
