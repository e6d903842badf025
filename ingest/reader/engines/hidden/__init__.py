"""What a file holds and its page does not show as text: left out, or doubted where a part of it is seen.

- before a page is looked at: `layers`
- PDFium's objects: `windows`, `cut_text`, `unseen_objects`, `marks` (annotations over them)
- words, by either engine: `overprint`, `page_edges`, `struck_text`
"""
