"""From a PDF to a `Reading`: stages as pure functions, no Django, no database.

In the order in which they serve; the first line of each module and package says what it takes and gives.

- in and out: `pipeline`, `stages`, `errors`, `output`
- the pages of a file: `documents`, `scans`, `sideways_pages`
- tables: `tables`, `grant_tables`, `columns`, `rows`, `lines`, `line_parts`, `totals`, `reconcile`, `printed_tables`
- text: `prose`, `metadata`, `decisions`
- once lines are read: `unread_rows`, `unread_tables`, `incomplete_pages`, `doubted_print`, `unknown_years`, `personal`,
  `areas`
- French in print: `text`, `dates`, `amounts_in_text`, `amount_parts`, `written_amounts`, `number_words`,
  `raised_figures`
- processes and memory: `beside`, `collection`, `progress`, `on_disk`, `packed_words`, `packed_records`
"""

# Written with every reading; raise it when a file read again may give other lines, or other personal data.
READER_VERSION = "9"
