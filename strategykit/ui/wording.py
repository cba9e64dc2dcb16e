"""A template's texts with the words of the open process in them."""

from strategykit.actions import wording
from strategykit.ui.page import Visit


def worded(visit: Visit, text: str) -> str:
    """The text with its placeholders filled."""
    return wording.worded(visit.process, text)
