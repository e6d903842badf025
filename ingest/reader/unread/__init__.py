"""What was not read, once lines are: rows, tables and pages left over for staff to see.

- where money stands that nothing holds: `unread_rows`, `announced_rows`, `unread_tables`, `incomplete_pages`
- all of them, for one act: `all_unread`
"""
