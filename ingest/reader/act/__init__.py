"""The parts of an act and what it says of itself: identity, dates, votes, articles, members who stand aside."""
