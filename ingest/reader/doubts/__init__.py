"""What the rest of a document, or its print, says of lines once they are read → notes, and a lower certainty.

- of lines read in images: `amount_doubts`, `proposals`, `repeats`, `poor_pages`, `sentence_doubts`
- of any line: `doubted_print`, `territory_names`, `unknown_years`
- of lines of tables: `turned_down`
"""
