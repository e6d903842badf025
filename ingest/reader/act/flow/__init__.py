"""The parts of an act, the points of minutes, and what each paragraph does there.

In the order in which they serve:

- several in one file: `act_parts` (act, report, annexes), `sitting` (points of minutes)
- what a paragraph holds: `persons`, `vote_counts`, `vote_lines`, `deciding_paragraphs`, `bare_entries`,
  `next_paragraphs`
- what it does: `steps`, `parted_paragraphs`, `act_flow`
"""
