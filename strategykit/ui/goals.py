"""Goals, sub-goals and criteria: what is set, and what each goal lacks before it is ready."""

from collections.abc import Mapping, Sequence

from strategykit.actions.registers import entries
from strategykit.domain.areas import Area, Choice
from strategykit.domain.baseline import OwnFigure
from strategykit.domain.boards import counted
from strategykit.domain.goals import (
    Criterion,
    Goal,
    GoalKind,
    SubGoal,
    criteria_of,
    lacks,
    start_text,
    target_text,
)
from strategykit.ui.page import Visit
from strategykit.ui.register import Register, draw_changes, draw_register, listed_in
from strategykit.ui.text import html_table, html_text
from strategykit.ui.wording import worded

READY = "Klar"
NONE = "–"


def pursued_areas(visit: Visit) -> tuple[Area, ...]:
    """The areas that goals are set for."""
    areas = entries(visit.db, visit.process_id, Area)
    return tuple(area for area in areas if area.choice is Choice.PURSUED)


def draw_goals(visit: Visit) -> None:
    """Every goal with what it lacks, and the form."""
    areas = pursued_areas(visit)
    html_text(
        "Hvad skal være anderledes, hvor meget, hvornår, og hvem har ansvaret?", cls="sv-question"
    )
    if not areas:
        html_text("Vælg først de områder, I forfølger. Målene sættes for dem.", cls="sv-lack")
        return
    register = _register(visit, areas)
    goals = listed_in(register)
    _draw_table(visit, goals, areas)
    _draw_without(goals, areas)
    _draw_hint(visit)
    draw_changes(register, goals)


def draw_sub_goals(visit: Visit) -> None:
    """Dated steps on the way."""
    html_text("Hvilke skridt er der på vejen, og hvornår er de taget?", cls="sv-question")
    if not _need_goals(visit):
        return
    draw_register(
        Register(
            visit, SubGoal, title="Delmål", adds="Tilføj delmål",
            empty="Der er ingen delmål endnu.", columns=("text", "due", "goal_id"),
            choices=_choices(visit),
        )
    )  # fmt: skip


def draw_criteria(visit: Visit) -> None:
    """Whether the strategy is followed, and whether it works."""
    html_text(worded(visit, "Hvordan kan I se, om {strategien} følges og virker?"),
              cls="sv-question")  # fmt: skip
    html_text(
        "Et proceskriterium viser, om I gør det, I har aftalt. Et effektkriterium viser, om det "
        "hjælper. Vælg et mål, eller lad feltet stå tomt, så gælder kriteriet for hele området.",
        cls="sv-hint",
    )
    draw_register(
        Register(
            visit, Criterion, title="Kvalitetskriterier", adds="Tilføj kriterium",
            empty="Der er ingen kvalitetskriterier endnu.",
            columns=("text", "kind", "area_id", "goal_id"), choices=_choices(visit),
        )
    )  # fmt: skip


def _register(visit: Visit, areas: Sequence[Area]) -> Register[Goal]:
    return Register(
        visit, Goal, title="Mål", adds="Tilføj mål", empty="Der er ingen mål endnu.",
        choices={"areas": {area.id: area.name for area in areas}},
        start={"area_id": areas[0].id} if len(areas) == 1 else {},
    )  # fmt: skip


def _draw_table(visit: Visit, goals: Sequence[Goal], areas: Sequence[Area]) -> None:
    if not goals:
        html_text("Der er ingen mål endnu.", cls="sv-empty")
        return
    criteria = entries(visit.db, visit.process_id, Criterion)
    names = {area.id: area.name for area in areas}
    html_table(
        "Mål",
        ["Mål", worded(visit, "{Omraade}"), "Fra", "Til", "Ansvarlig", "Er målet klar?"],
        [_row(goal, names, criteria) for goal in goals],
    )
    ready = sum(not lacks(goal, criteria) for goal in goals)
    html_text(f"{ready} af {counted(len(goals), 'mål', 'mål')} er klar.", cls="sv-done")


def _row(goal: Goal, names: Mapping[str, str], criteria: Sequence[Criterion]) -> list[str]:
    missing = lacks(goal, criteria)
    judged = goal.kind is GoalKind.QUALITATIVE
    return [
        goal.text,
        names.get(goal.area_id, "træder i baggrunden"),
        start_text(goal) or ("vurderes" if judged else NONE),
        target_text(goal) or NONE,
        goal.owner or NONE,
        f"Mangler: {', '.join(missing)}" if missing else _ready(goal, criteria),
    ]


def _ready(goal: Goal, criteria: Sequence[Criterion]) -> str:
    return f"{READY} ({counted(len(criteria_of(goal, criteria)), 'kriterium', 'kriterier')})"


def _draw_without(goals: Sequence[Goal], areas: Sequence[Area]) -> None:
    aimed = {goal.area_id for goal in goals}
    left = [area.name for area in areas if area.id not in aimed]
    if left:
        html_text(f"Endnu uden mål: {'; '.join(left)}.", cls="sv-lack")


def _draw_hint(visit: Visit) -> None:
    figures = entries(visit.db, visit.process_id, OwnFigure)
    names = dict.fromkeys(figure.indicator for figure in figures)
    if names:
        html_text(f"Egne tal i nulpunktet, I kan måle på: {'; '.join(names)}.", cls="sv-hint")


def _need_goals(visit: Visit) -> bool:
    if entries(visit.db, visit.process_id, Goal):
        return True
    html_text("Der er ingen mål endnu. Skriv dem først under Mål.", cls="sv-empty")
    return False


def _choices(visit: Visit) -> dict[str, dict[str, str]]:
    areas = entries(visit.db, visit.process_id, Area)
    goals = entries(visit.db, visit.process_id, Goal)
    return {
        "areas": {a.id: a.name for a in areas if a.choice is Choice.PURSUED},
        "goals": {goal.id: goal.text for goal in goals},
    }
