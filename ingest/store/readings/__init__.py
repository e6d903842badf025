"""Readings accepted for an act.

`packing` (as compressed JSON), `kept` (whole), `spoken` (the words of staff that go with one), `restoring` (in force
again).
"""
