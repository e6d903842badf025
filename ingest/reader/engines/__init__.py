"""The PDF libraries behind one form: a path in, `Page`s out. No other stage of the reader knows a PDF library.

- the engines: `pdfium`, which reads every page, and `plumber`, which reads again through pdfplumber those that PDFium
  leaves; `notes`, what both note on a page
- pages as images: `drawn_pages`

What the engines are made of is in folders, in the order in which they import one another:

- `files/`: a path → an open file, and what is wrong with it before any page is read
- `calls/`: PDFium's functions, called at half their cost, and what they tell
- `hidden/`: what a file holds and nobody sees on its page, or only in part
- `words/`: characters → words, as they are set
- `rules/`: drawn shapes, and rules that are typed → rules and fills
"""
