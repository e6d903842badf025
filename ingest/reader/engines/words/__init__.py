"""Characters → words, as they are set.

- by either engine: `glyphs`, `digit_shapes`, `letter_spacing`, `raised_text`, `rule_cuts`
- PDFium's: `page_string`, `styles`, `text_pages` (the inner loop), `typed_text` (fields and annotations),
  `tilt` (pages set askew)
"""
