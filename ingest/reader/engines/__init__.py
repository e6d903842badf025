"""The PDF libraries behind one form: a path in, `Page`s out. No other stage of the reader knows a PDF library.

- the engines: `pdfium`, which reads every page, and `plumber`, which reads again through pdfplumber those that PDFium
  leaves; `notes`, what both note on a page
- pages as images: `drawn_pages`, `lone_images` (those that show nothing else)
- a file before its pages: `opening`, `broken_streams` (what is damaged in it)
- PDFium's functions at half their cost: `pdfium_calls` (what they tell), `placement` (its places as
  the page is displayed)

What the engines are made of is in folders, in the order in which they import one another:

- `hidden/`: what a file holds and nobody sees on its page, or only in part
- `words/`: characters → words, as they are set
- `rules/`: drawn shapes, and rules that are typed → rules and fills
"""
