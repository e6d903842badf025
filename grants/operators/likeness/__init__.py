"""Which operators may be one under two names, and why: for a person to judge. Pure: no query, no request.

Takes what is known of each, gives scored pairs. Names are compared only within small blocks (same number, same words,
same initials, a rare word in common…), so that the time grows with the names and not with their pairs. Two of them that
the registers tell apart (two SIRENs), or that bear two numbers or two towns in their names, are never proposed.
"""

from grants.operators.likeness.blocks import FAMILY
from grants.operators.likeness.names import Likeness, Named, Reason
from grants.operators.likeness.scores import likenesses

__all__ = ["FAMILY", "Likeness", "Named", "Reason", "likenesses"]
