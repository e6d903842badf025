"""The image of a page → upright and clean, dark ink on white paper; its rules and leaders found, then erased.

In the order in which they serve; the first line of each module says what it takes and gives.

- made upright and clean: `coloured_ink`, `photographs`, `halftone`, `paper`, `scan_images`
- how images are looked at: `bands`, `shades`, `straight_runs`
- rules and leaders: `scan_rules`, `broken_rules`, `dashed_rules`, `dashed_text`, `white_rules`, `foreign_rules`,
  `dot_leaders`, `stray_ink`
"""
