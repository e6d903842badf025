"""What is known of operators, and what staff mend in their register.

`kinds`, `identifiers` (SIRET, RNA), `naming` (what names are made of), `names` (their spellings), `facts`; which of
them may be one: `likeness/`, `duplicates`; said to be one, territories too: `merging`; lists filled in: `files`,
then `changes`.
"""
