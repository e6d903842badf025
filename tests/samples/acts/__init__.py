"""One module an act: `story` sets it, `expected` gives what should be read. Figures of the act, words of our own."""
