"""Columns whose header is not enough: told by people, by their cells, by the table before, or set right by them.

- told by people: `column_kinds`, `column_profiles`
- told by cells: `belied_headers`, `year_columns`, `missing_parts`, `operator_columns`, `content_roles`
- told by the rest: `unread_lists`, `continued_columns`
"""
