"""The PDF libraries behind one form: a path in, `Page`s out. No other stage of the reader knows a PDF library.

In the order in which they serve; the first line of each module says what it takes and gives.

- the engines: `pdfium`, `plumber`, `pdfium_images`, `pdfium_covers`
- what both share: `glyphs`, `drawing`, `overprint`, `page_edges`, `notes`
- PDFium called: `pdfium_files`, `broken_streams`, `addresses`, `allocation`, `placement`, `page_objects`
- words: `pdfium_text`, `pdfium_styles`, `letter_spacing`, `digit_shapes`, `raised_text`,
  `pdfium_annotations`, `rule_cuts`
- what nobody sees, or only in part: `layers`, `pdfium_hidden`, `pdfium_windows`, `cut_text`, `pdfium_marks`,
  `struck_text`
- rules: `pdfium_paths`, `pdfium_tilt`, `typed_frames`
"""
