"""The whole strategy on one page: vision, areas, one line for each goal."""

from collections.abc import Iterator

from strategykit.domain.goals import Goal
from strategykit.domain.outline import Tone
from strategykit.domain.phases import pursued
from strategykit.drafting.compose.danish import counted, cut, phrase
from strategykit.drafting.compose.ground import Ground
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.period import period_words
from strategykit.drafting.compose.refs import refs, statement_ref

_FEW = 15
_WHOLE, _LINE = 160, 72


def summary(leaf: Leaf) -> None:
    """Vision first, then what is chosen."""
    ground, render = leaf.ground, leaf.ground.render
    _vision(leaf)
    if not pursued(ground.material):
        leaf.lack("omraader", render("Der er endnu ikke valgt {omraader}."), "indsatsomraader")
        return
    leaf.say("omfang", _extent(ground), refs(ground.areas))
    goals = [goal for area in ground.areas for goal in ground.goals.get(area.id, ())]
    leaf.table(
        "maal", render("{Omraader} og mål"), (render("{Omraade}"), "Mål"), _rows(ground),
        says=render("{Omraaderne} med en linje for hvert mål og året, det skal være nået."),
        rests_on=(*refs(ground.areas), *refs(goals)), widths=(0.24, 0.76),
    )  # fmt: skip


def _vision(leaf: Leaf) -> None:
    vision = leaf.ground.statement("vision")
    plan = leaf.ground.template.statement("vision")
    if plan is None:
        return
    if vision is None:
        leaf.lack("vision", "Visionen er ikke skrevet.", "vision")
        return
    leaf.tell("vision", vision.text, (statement_ref(vision, plan.title),), tone=Tone.STATEMENT)


def _extent(ground: Ground) -> str:
    areas = ground.areas
    goals = sum(len(ground.goals.get(area.id, ())) for area in areas)
    period = period_words(ground.process)
    begins = ground.render(f"{{Strategien}} gælder {period} og" if period else "{Strategien}")
    said = f"{begins} har {counted(len(areas), ground.terms.one_area, ground.terms.omraader)}"
    if goals and ground.shows("maal"):
        said += f" med {'tilsammen ' if len(areas) > 1 else ''}{counted(goals, 'ét mål', 'mål')}"
    return f"{said}."


def _rows(ground: Ground) -> Iterator[tuple[str, str]]:
    """Many goals are cut to a line each, so that the whole stays on its page."""
    goals = sum(len(ground.goals.get(area.id, ())) for area in ground.areas)
    most = _WHOLE if goals <= _FEW else _LINE
    for area in ground.areas:
        lines = [_line(goal, most) for goal in ground.goals.get(area.id, ())]
        yield phrase(area.name), "\n".join(lines) or "Intet mål endnu"


def _line(goal: Goal, most: int) -> str:
    return f"{cut(goal.text, most)} ({goal.year})" if goal.year else cut(goal.text, most)
