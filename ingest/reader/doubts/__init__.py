"""What the rest of a document, or its print, says of lines once they are read → notes, and a lower certainty.

- of texts and lines read in images: `repeats`, `amount_doubts`, `proposals`, `page_doubts`
- of any line: `line_doubts`, `unknown_years`
"""
