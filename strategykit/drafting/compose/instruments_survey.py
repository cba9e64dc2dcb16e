"""A survey: what many answered without a name."""

from strategykit.domain.instruments import InstrumentPlan
from strategykit.drafting.compose.instruments_filled import PAGE
from strategykit.drafting.compose.leaf import Leaf


def survey(leaf: Leaf, plan: InstrumentPlan) -> None:
    """Nobody has answered yet."""
    leaf.nothing(f"Der er ingen svar på {leaf.ground.render(plan.title)}.", PAGE)
