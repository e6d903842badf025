"""Pages that are images of text: made upright, their rules found, their letters recognised.

In the order in which they serve; the first line of each module says what it takes and gives.

- which pages, and in which order: `scanned_pages`, `text_layers`, `layer_trust`, `bare_pictures`, `pictured_print`,
  `kept_pages`, `scan_threads`, `scan_reading`, `picture_reading`
- the image made clean and upright: `coloured_ink`, `photographs`, `scan_images`, `bands`, `shades`, `halftone`,
  `paper`, `scan_turns`, `page_turns`
- rules and leaders found, then erased: `scan_rules`, `broken_rules`, `dashed_rules`, `dashed_text`, `white_rules`,
  `stamped_boxes`, `dot_leaders`, `stray_ink`
- letters: `sheet_areas`, `recognition`, `recognised_print`, `ticks`, `typewriter`, `second_readings`,
  `unread_ink`, `uncovered_print`, `edge_strokes`
- doubts, once lines are read: `repeats`, `lookalikes`, `amount_doubts`, `open_totals`, `doubts`, `sentence_doubts`,
  `poor_pages`
"""
