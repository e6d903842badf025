"""Words of French councils, as plain data: a spelling met in a new document is one more word here, never a rule.

- in tables: how they are compared, `phrases`, then `headers`, `money`, `payers`, `rows`, `decoys`
- in sentences, as patterns of plain text: `verbs`, `patterns`, then `acts`, `persons`, `grants`, `not_granted`,
  `beside_amounts`, `name_ends`, `sums`
- of organisations, in tables and sentences, of persons, and of those who are none: `organisations`, `first_names`,
  `offices`
"""
