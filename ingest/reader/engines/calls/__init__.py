"""PDFium called: by address (`addresses`), what it tells of an object (`page_objects`), where that is (`placement`)."""
