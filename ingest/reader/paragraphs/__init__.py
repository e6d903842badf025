"""Words outside tables → printed lines → paragraphs, as their setting tells."""
