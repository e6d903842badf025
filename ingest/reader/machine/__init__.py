"""What reading costs the machine: a second process, memory, a file on disk for long documents, how far a reading is."""
