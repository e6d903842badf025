"""What reading costs the machine: a second process, memory, files on disk for long documents, how far a reading is."""
