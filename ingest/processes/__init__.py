"""Work done in processes apart, with limits of memory, time and size: a file can kill its reader, never the site.

- `isolation`: reads a file in a child; over `child_process` and `reading_process` (what the child runs)
- `limited`: the same limits for `manage.py extract`, which starts without Django
- `lifeline`: a child ends with its parent
"""
