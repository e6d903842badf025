"""Tables that give no line → what staff read of them: one sentence a reason, with the pages to look at."""

from collections.abc import Iterable, Sequence

from ingest.reader.records import SkippedTable

# Characters: of a longer title, the beginning tells which table it is.
LONGEST_TITLE = 80


def skipped_notes(tables: Iterable[SkippedTable]) -> list[str]:
    """One French sentence for each reason, in the order of the document; a table alone is named by its title."""
    by_reason: dict[str, list[SkippedTable]] = {}
    for one in tables:
        by_reason.setdefault(one.reason, []).append(one)
    return [_note(reason, members) for reason, members in by_reason.items()]


def _note(reason: str, tables: Sequence[SkippedTable]) -> str:
    pages = _pages({one.page for one in tables})
    if len(tables) > 1:
        return f"{len(tables)} tableaux laissés de côté, {pages}\u202f: {reason}"
    title = " ".join(tables[0].title.split())
    title = f"{title[:LONGEST_TITLE].rstrip()}…" if len(title) > LONGEST_TITLE else title
    named = f" «\u202f{title}\u202f»" if title else ""
    return f"Tableau laissé de côté{named}, {pages}\u202f: {reason}"


def _pages(pages: set[int]) -> str:
    """`page 4`, `pages 2, 5 à 9 et 12`."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    told = [text for run in runs for text in (map(str, run) if len(run) < 3 else [f"{run[0]} à {run[-1]}"])]
    listed = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} et {told[-1]}"
    return f"{'page' if len(pages) == 1 else 'pages'}\u00a0{listed}"
