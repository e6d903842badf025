"""A look inside a reading: each stage as a list, each page as an image with what was found drawn over it.

- as lists: `stage_records`
- as images: `reasons`, `marks`, `page_drawings`
"""
