"""Pages that are images of text: made upright, their rules found, their letters recognised."""
