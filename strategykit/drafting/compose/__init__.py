"""A process as a draft in finished Danish; pure: the same material always gives the same draft."""

from strategykit.drafting.compose.composing import compose, composed
from strategykit.drafting.compose.setting import DRAFT, Setting

__all__ = ["DRAFT", "Setting", "compose", "composed"]
