"""Printed seats and names → communes and départements of the official lists, or nothing where these do not say.

- `communes`, `departments`: what is printed → the place
- `official_lists`, `contours`: the lists and outlines of `ingest/reference/`, or those of a file given by the operator
"""
