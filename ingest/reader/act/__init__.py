"""The parts of an act and what it says of itself: identity, dates, votes, members who stand aside.

In the order in which they import one another; the first line of each module says what it takes and gives.

- `tables/`: what of an act stands in tables: its head, its votes
- `flow/`: the parts of an act, the points of minutes, and what each paragraph does there
- `identity/`: number, session, title, authority, dates
- `recusals/`: members who stand aside
- `bound/`: the acts that one file binds

Votes, in sentences and in tables, are read by `votes`.
"""
