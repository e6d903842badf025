"""What an act says that it is.

- who decided, under which number, on what: `identity`, `titles`, `act_authority`
- when: `act_dates`, `printed_dates`
"""
