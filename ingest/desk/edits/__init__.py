"""The corrections of staff: what a person changes in the lines of an act, remembered gesture by gesture.

A gesture stands over what was read, survives a new reading, and can be undone exactly. The modules: `values` (what is
typed), `gestures` (what all of them share), `corrections`, `rows`, `splitting`, `undoing`, `log` (what was done).
"""

from ingest.desk.edits.corrections import correct, correct_act
from ingest.desk.edits.counted import totals_covering
from ingest.desk.edits.log import edits_of, history_of
from ingest.desk.edits.rows import add_row, drop_row, restore_row
from ingest.desk.edits.splitting import join_rows, split_row
from ingest.desk.edits.undoing import undo
from ingest.desk.edits.values import EditError, parse_value

__all__ = [
    "EditError",
    "add_row",
    "correct",
    "correct_act",
    "drop_row",
    "edits_of",
    "history_of",
    "join_rows",
    "parse_value",
    "restore_row",
    "split_row",
    "totals_covering",
    "undo",
]
