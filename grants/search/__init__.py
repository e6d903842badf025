"""Free text and names: `words` folds and stems them, `free_text` says what a question matches, `index` has the database
answer it; `entries` finds the page that bears a name, `spelling` the name that was meant.
"""
