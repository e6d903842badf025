"""Who and what a line names.

`operators`; `headings`: programmes, subprogrammes, territories; `spelling`: which of several is shown.
"""
