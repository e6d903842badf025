"""The parts of an act and what it says of itself: identity, dates, votes, members who stand aside.

In the order in which they serve; the first line of each module says what it takes and gives.

- the acts of a file: `bound_acts`, `bound_pages`, `act_heads`
- the parts of an act: `act_parts`, `sitting`, `parted_paragraphs`, `act_flow`, `next_paragraphs`, `bare_entries`,
  `deciding_paragraphs`, `letterheads`, `label_tables`
- what it is: `identity`, `titles`, `act_authority`, `act_dates`, `printed_dates`
- votes: `votes`, `vote_lines`, `vote_tables`
- members who stand aside: `recusals`, `recusal_mandates`, `mandates`, `person_sentences`, `persons`
"""
