"""Pages of the files that are kept: as images, as text in a box, cut out, copied without what is masked.

- `page_images`: images kept by file and by what is masked; `made_once`: by one process, whoever asks
- `area_text`, `text_places`: the text in a box that staff draw; where else a text is printed
- `public_copies`: the PDF that the public downloads
- `cutting`: a file of several acts → a PDF for each
"""
