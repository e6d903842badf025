"""Words outside tables → printed lines → paragraphs, as their setting tells.

- printed lines: `prose_columns`, `page_lines`, `page_numbers`, `running_heads`
- paragraphs: `typography`, `paragraph_lines`, `line_joining`
- their text, to search it: `plain_text`
"""
