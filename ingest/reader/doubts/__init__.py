"""What the rest of a document, or its print, says of lines once they are read → notes, and a lower certainty."""
