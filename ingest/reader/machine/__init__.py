"""What reading costs the machine: a second process, memory, files on disk for long documents, how far a reading is.

- memory: `allocation`, `collection`, `on_disk`, `packed_words`
- two processes: `beside`, `packed_records`
- who waits: `progress`
"""
