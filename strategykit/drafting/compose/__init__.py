"""A process as a draft in finished Danish; pure: the same material always gives the same draft."""

from strategykit.drafting.compose.composing import compose
from strategykit.drafting.compose.setting import Setting

__all__ = ["Setting", "compose"]
