"""What was done, from the log: of one line, of one act."""

from grants.models import Deliberation, GrantLine, LineEdit


def edits_of(line: GrantLine) -> list[LineEdit]:
    """All that people did to a line, oldest first, what was undone included."""
    return list(LineEdit.objects.of_line(line.pk).of_act(line.deliberation_id).select_related("author"))


def history_of(deliberation: Deliberation) -> list[LineEdit]:
    """All that people did to an act and its lines, the latest first, what was undone included."""
    edits = deliberation.line_edits.select_related("author", "undone_by", "report")
    return list(edits.order_by("-at", "-pk"))
