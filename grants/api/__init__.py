"""`/api/v1/`: the same questions and the same columns as the pages and their files, for programs. Read-only.

A field that changes its name or its meaning is a new version, `/api/v2/`; one that is added is not.
"""
