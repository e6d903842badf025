"""Members who stand aside.

- `person_sentences`, `mandates` (what a member is elsewhere), `recusal_mandates`,
  `recusal_records`, `recusals`
"""
