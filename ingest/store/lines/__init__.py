"""The lines of an act: built from records, matched with those stored, written, told of.

`building` makes them of records, `drafts` of a record with what staff decided over it, `decided` applies what staff
decided to what was just read, `matching` tells which is which, `changes` compares and writes, `reports` says it in
French, `gone` keeps those that are there no more.
"""
