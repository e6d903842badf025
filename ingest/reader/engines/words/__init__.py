"""Characters → words, as they are set.

- by either engine: `glyphs`; figures and letters: `digit_shapes`, `letter_spacing`, `raised_text`; cut at rules:
  `rule_cuts`
- PDFium's: `styles`, `text_pages` (the inner loop), `typed_text` (fields and annotations), `tilt` (pages set askew)
"""
