"""Who asked for a change, when it was decided, and what was said about it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Credit:
    """`said` is the decision and its reason, which stand in the change's comment."""

    author: str
    date: datetime
    said: str = ""


#: Bookmark of the paragraph or its section, words removed, words added -> whose change it is.
Credits = Callable[[str, str, str], Credit]
