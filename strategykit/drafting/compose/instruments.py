"""What was filled in in an instrument of the template, each kind in its own way."""

from collections.abc import Callable, Mapping

from strategykit.domain.instrument_rows import InstrumentRow, rows_of
from strategykit.domain.instruments import InstrumentKind, InstrumentPlan
from strategykit.drafting.compose.instruments_checks import self_check
from strategykit.drafting.compose.instruments_counters import counters
from strategykit.drafting.compose.instruments_culture import culture
from strategykit.drafting.compose.instruments_filled import PAGE, Filled
from strategykit.drafting.compose.instruments_interfaces import interfaces
from strategykit.drafting.compose.instruments_options import options
from strategykit.drafting.compose.instruments_plans import (
    actions,
    agreements,
    authority,
    forums,
    handover,
    ladder,
    plain,
    pool,
)
from strategykit.drafting.compose.instruments_survey import survey
from strategykit.drafting.compose.instruments_theory import theory
from strategykit.drafting.compose.leaf import Leaf

WRITERS: Mapping[InstrumentKind, Callable[[Filled], None]] = {
    InstrumentKind.SELF_CHECK: self_check,
    InstrumentKind.OPTIONS: options,
    InstrumentKind.INTERFACES: interfaces,
    InstrumentKind.THEORY: theory,
    InstrumentKind.COUNTERS: counters,
    InstrumentKind.CULTURE: culture,
    InstrumentKind.AUTHORITY: authority,
    InstrumentKind.POOL: pool,
    InstrumentKind.ACTIONS: actions,
    InstrumentKind.AGREEMENTS: agreements,
    InstrumentKind.LADDER: ladder,
    InstrumentKind.FORUMS: forums,
    InstrumentKind.HANDOVER: handover,
    InstrumentKind.TABLE: plain,
}


def instrument(leaf: Leaf) -> None:
    """The instrument that the section names."""
    plan = leaf.ground.template.instrument(leaf.ground.section(leaf.key).instrument)
    if plan is None:
        leaf.nothing("Skabelonen har ikke redskabet.")
    elif plan.kind is InstrumentKind.SURVEY:
        survey(leaf, plan)
    else:
        _filled(leaf, plan)


def _filled(leaf: Leaf, plan: InstrumentPlan) -> None:
    filled = Filled(leaf, plan, rows_of(plan, leaf.ground.of(InstrumentRow)))
    if filled.rows:
        WRITERS[plan.kind](filled)
    else:
        leaf.nothing(f"{filled.title} er ikke udfyldt.", PAGE)
