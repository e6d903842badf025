"""What the public may not read.

`masks` (taken out of every text), `marks` (personal data as stored), `forgetting` (taken out of what
the site remembers).
"""
