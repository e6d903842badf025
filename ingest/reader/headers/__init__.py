"""What stands over the columns of a grid, and what their cells look like, before anybody says what a column is.

- cells: `cell_profiles`
- the words over them: `misread_headers`, `header_texts`, `side_by_side`, `column_headers`
- one column: `column_drafts`, `header_words`
"""
