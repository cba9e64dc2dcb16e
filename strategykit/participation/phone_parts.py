"""Which part of the phone's page belongs to which kind of step: one line for each."""

from collections.abc import Mapping

from strategykit.domain.steps import StepKind
from strategykit.participation.parts import Part
from strategykit.participation.phone_notes import COLLECT, DISCUSSION, GROUP
from strategykit.participation.phone_review import REVIEW
from strategykit.participation.phone_tables import TABLES
from strategykit.participation.phone_votes import CONSENT, DOTS, RANK, RATE

PARTS: Mapping[StepKind, Part] = {
    StepKind.COLLECT: COLLECT,
    StepKind.GROUP: GROUP,
    StepKind.DISCUSSION: DISCUSSION,
    StepKind.TABLES: TABLES,
    StepKind.DOTS: DOTS,
    StepKind.RATE: RATE,
    StepKind.RANK: RANK,
    StepKind.CONSENT: CONSENT,
    StepKind.REVIEW: REVIEW,
}


def part_of(kind: StepKind) -> Part:
    """The part of the kind; without one of its own the step's question is all."""
    return PARTS.get(kind, DISCUSSION)
