"""From a PDF to a `Reading`: stages as pure functions, no Django, no database."""

# Written with every reading; raise it when a file read again may give other lines, or other personal data.
READER_VERSION = "6"
