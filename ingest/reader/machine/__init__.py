"""What reading costs the machine: a second process, memory, files on disk for long documents, how far a reading is.

- memory: `memory`, `on_disk`, `packed_words`
- two processes: `second_process`, `packed_records`
- who waits: `progress`
"""
