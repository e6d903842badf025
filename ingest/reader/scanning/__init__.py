"""Pages that are images of text: which they are, whether the text of their file is believed, several read at once.

In the order in which they serve; the first line of each module says what it takes and gives.

- which pages: `scanned_pages`, `text_layers`, `layer_trust`, `bare_pictures`, `pictured_print`
- read: `scan_reading`, `scan_threads`, `scan_turns`, `picture_reading`, `kept_pages`
"""
