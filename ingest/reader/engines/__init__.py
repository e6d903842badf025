"""The PDF libraries behind one form: a path in, `Page`s out. No other stage of the reader knows a PDF library."""
