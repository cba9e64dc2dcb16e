"""Where a process is, and what is missing before it goes on: answered from the data alone."""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from strategykit.domain.actors import Stakeholder
from strategykit.domain.approvals import Stage
from strategykit.domain.approving import is_given, recommending
from strategykit.domain.areas import Area, Choice
from strategykit.domain.baseline import Baseline
from strategykit.domain.boards import SWOT, Note, NoteGroup, prioritised, visible
from strategykit.domain.goals import Criterion, Goal, lacks
from strategykit.domain.instrument_rows import InstrumentRow, is_filled
from strategykit.domain.instruments import InstrumentKind, InstrumentPlan
from strategykit.domain.knowledge import Constraint
from strategykit.domain.material import Material
from strategykit.domain.statements import Statement
from strategykit.domain.survey import LEAST, SurveyAnswer, SurveyRound
from strategykit.domain.survey_told import closed_rounds
from strategykit.domain.template import PhasePlan

#: The criterion that asks about the instruments of its own phase only.
INSTRUMENTS_FILLED = "instruments_filled"


@dataclass(frozen=True)
class PhaseStatus:
    """`entry_unmet` and `exit_unmet` are keys of criteria; `current` is where the process is."""

    phase: PhasePlan
    number: int
    current: bool
    entry_unmet: tuple[str, ...]
    exit_unmet: tuple[str, ...]

    @property
    def complete(self) -> bool:
        """Whether nothing is missing to leave the phase."""
        return not self.exit_unmet


def phase_statuses(material: Material) -> tuple[PhaseStatus, ...]:
    """The status of each phase of the template, in order."""
    here = material.template.phase(material.process.phase).key
    return tuple(
        PhaseStatus(
            phase,
            number,
            phase.key == here,
            unmet(material, phase.entry, phase.key),
            unmet(material, phase.exit, phase.key),
        )
        for number, phase in enumerate(material.template.phases, start=1)
    )


def unmet(material: Material, criteria: tuple[str, ...], phase: str) -> tuple[str, ...]:
    """The criteria that the data does not meet; `phase` is the key of the phase they are of."""
    return tuple(key for key in criteria if not _met(material, key, phase))


def _met(material: Material, key: str, phase: str) -> bool:
    if key == INSTRUMENTS_FILLED:
        own = [plan for plan in material.template.instruments if plan.phase == phase]
        return all(_filled(material, plan) for plan in own)
    return CHECKS[key](material)


def _filled(material: Material, plan: InstrumentPlan) -> bool:
    """A survey is filled in when a round of it has ended that enough have answered."""
    if plan.kind is InstrumentKind.SURVEY:
        counts = Counter(answer.round_id for answer in material.of(SurveyAnswer))
        closed = closed_rounds(plan, material.of(SurveyRound))
        return any(counts[one.id] >= LEAST for one in closed)
    return is_filled(plan, material.of(InstrumentRow))


def ready_areas(material: Material) -> tuple[Area, ...]:
    """The pursued areas that have at least one ready goal."""
    criteria = material.of(Criterion)
    ready = {g.area_id for g in material.of(Goal) if not lacks(g, criteria)}
    return tuple(area for area in pursued(material) if area.id in ready)


def pursued(material: Material) -> tuple[Area, ...]:
    """The areas that the committee goes on with."""
    return tuple(a for a in material.of(Area) if a.choice is Choice.PURSUED)


def _mandate_recorded(material: Material) -> bool:
    return bool(material.process.mandate.strip() and material.process.mandate_body.strip())


def _swot_prioritised(material: Material) -> bool:
    board = material.template.board(SWOT)
    if board is None:
        return True
    return all(
        prioritised(
            visible(material.of(Note), SWOT, field.key), material.of(NoteGroup), material.dots
        )
        for field in board.fields
    )


def _texts_agreed(material: Material) -> bool:
    agreed = {s.key for s in material.of(Statement) if s.agreed_at and s.text.strip()}
    return all(plan.key in agreed for plan in material.template.statements)


def _candidates_decided(material: Material) -> bool:
    areas = material.of(Area)
    return bool(pursued(material)) and all(area.decided for area in areas)


def _areas_have_ready_goal(material: Material) -> bool:
    chosen = pursued(material)
    return bool(chosen) and len(ready_areas(material)) == len(chosen)


def _recommendation_given(material: Material) -> bool:
    return is_given(recommending(material.of(Stage)))


CHECKS: Mapping[str, Callable[[Material], bool]] = {
    "mandate_recorded": _mandate_recorded,
    "baseline_frozen": lambda material: bool(material.of(Baseline)),
    "stakeholders_recorded": lambda material: bool(material.of(Stakeholder)),
    "constraints_recorded": lambda material: bool(material.of(Constraint)),
    "swot_prioritised": _swot_prioritised,
    "texts_agreed": _texts_agreed,
    "candidates_decided": _candidates_decided,
    "areas_have_ready_goal": _areas_have_ready_goal,
    "recommendation_given": _recommendation_given,
}
