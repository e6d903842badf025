"""The acts that one file binds.

- one page: `act_numbers`, `act_heads`
- all of them: `bound_pages`, `bound_acts`
"""
