"""What came of the meeting's steps: notes counted, votes in numbers, goals, and minorities."""

from collections import Counter
from collections.abc import Iterator, Sequence

from strategykit.domain.areas import Area
from strategykit.domain.ballots import StepResult
from strategykit.domain.boards import Note
from strategykit.domain.comparison_text import listed
from strategykit.domain.goal_tables import GoalTable
from strategykit.domain.goals import Goal
from strategykit.domain.minorities import Minority
from strategykit.domain.outcomes import in_numbers
from strategykit.domain.outline import Paragraph, Tone
from strategykit.domain.people import called
from strategykit.domain.reviews import Point, SendOut, Verdict
from strategykit.domain.steps import Step, StepKind
from strategykit.drafting.compose.danish import counted, sentence
from strategykit.drafting.compose.votes import shown_result
from strategykit.drafting.papers.occasion import Occasion


def stepped(occasion: Occasion, item_id: str) -> tuple[Paragraph, ...]:
    """What the steps of an item gave; without an id what those of no item gave."""
    known = {each.item.id for each in occasion.items}
    steps = [s for s in occasion.material.of(Step) if s.meeting_id == occasion.meeting.id]
    here = [s for s in steps if s.item_id == item_id or (not item_id and s.item_id not in known)]
    return tuple(block for step in here for block in _of_step(occasion, step))


def minority_blocks(occasion: Occasion, minorities: Sequence[Minority]) -> tuple[Paragraph, ...]:
    """Each statement with the names of those who made it."""
    return tuple(Paragraph(f"mindretal {one.id}", _said(occasion, one)) for one in minorities)


def to_decision(occasion: Occasion, decision_id: str) -> list[Minority]:
    """The statements made to a decision."""
    return [one for one in occasion.material.of(Minority) if one.decision_id == decision_id]


def loose_minorities(occasion: Occasion) -> list[Minority]:
    """The meeting's statements to something that is not there any more."""
    own = [m for m in occasion.material.of(Minority) if m.meeting_id == occasion.meeting.id]
    steps = {step.id for step in occasion.material.of(Step)}
    return [one for one in own if not one.decision_id and one.step_id not in steps]


def _of_step(occasion: Occasion, step: Step) -> Iterator[Paragraph]:
    goals = list(_goals(occasion, step))
    said = (
        _collected(occasion, step), _set_goals(goals), _gone_through(occasion, step),
        *_voted(occasion, step),
    )  # fmt: skip
    for number, told in enumerate(said):
        if told:
            yield Paragraph(f"trin {step.id} {number}", f"{step.title}: {told}")
    for result in _results(occasion, step):
        for number, reason in enumerate(result.reasons, start=1):
            key = f"begrundelse {result.id} {number}"
            yield Paragraph(key, " ".join(reason.split()), tone=Tone.BULLET)
    yield from _answered(occasion, step)
    for key, goal in goals:
        yield Paragraph(f"mål {key}", goal, tone=Tone.BULLET)
    against = [one for one in occasion.material.of(Minority) if one.step_id == step.id]
    yield from minority_blocks(occasion, against)


def _collected(occasion: Occasion, step: Step) -> str:
    written = [n for n in occasion.material.of(Note) if n.step_id == step.id and n.shown]
    if step.kind is not StepKind.COLLECT or not written:
        return ""
    return f"Der blev skrevet {counted(len(written), 'én seddel', 'sedler')}."


def _gone_through(occasion: Occasion, step: Step) -> str:
    """How many points of the review were decided, and how; each stands in the beslutningslog."""
    if step.kind is not StepKind.REVIEW:
        return ""
    known = occasion.material.of(SendOut)
    sent = next(iter([s for s in known if s.id == step.subject] or known[-1:]), None)
    mine = [p for p in occasion.material.of(Point) if sent and p.send_out_id == sent.id]
    counts = Counter(p.verdict for p in mine)
    del counts[Verdict.OPEN]
    if not counts:
        return ""
    told = ", ".join(f"{verdict}: {counts[verdict]}" for verdict in Verdict if counts[verdict])
    many = counted(counts.total(), "ét punkt", "punkter")
    return f"Udvalget tog stilling til {many} ({told}). Hvert punkt står i beslutningsloggen."


def _answered(occasion: Occasion, step: Step) -> Iterator[Paragraph]:
    """What the room was asked of single points, with what it answered."""
    for asked in occasion.asked:
        turn = asked.turn
        if turn.step_id == step.id:
            point = occasion.points.get(turn.point_id, "et punkt")
            text = f"Der blev spurgt, om udvalget kan stå bag denne tekst til {point}:"
            said = f"{text} ”{turn.asked.strip()}” {in_numbers(asked.result)}"
            yield Paragraph(f"spurgt {turn.id}", said)
            for number, reason in enumerate(asked.result.reasons, start=1):
                key = f"begrundelse {turn.id} {number}"
                yield Paragraph(key, " ".join(reason.split()), tone=Tone.BULLET)


def _set_goals(goals: Sequence[tuple[str, str]]) -> str:
    return f"Der er skrevet {counted(len(goals), 'ét mål', 'mål')}." if goals else ""


def _voted(occasion: Occasion, step: Step) -> tuple[str, ...]:
    results = _results(occasion, step)
    turns = [f"Runde {r.round}. " if len(results) > 1 else "" for r in results]
    return tuple(f"{turn}{in_numbers(r)}" for turn, r in zip(turns, results, strict=True))


def _results(occasion: Occasion, step: Step) -> list[StepResult]:
    found = (r for r in occasion.material.of(StepResult) if r.step_id == step.id)
    return [shown_result(occasion.material, step, result) for result in found]


def _goals(occasion: Occasion, step: Step) -> Iterator[tuple[str, str]]:
    """The goals of the areas that the step's own tables worked on, each area once."""
    names = {area.id: area.name for area in occasion.material.of(Area)}
    tables = [t for t in occasion.material.of(GoalTable) if t.step_id == step.id]
    for area_id in dict.fromkeys(table.area_id for table in tables):
        for goal in occasion.material.of(Goal):
            if goal.area_id == area_id and area_id in names:
                yield goal.id, f"{names[area_id]}: {sentence(goal.text)}"


def _said(occasion: Occasion, one: Minority) -> str:
    people = [called(p) for p in occasion.people if p.id in one.person_ids]
    who, point = listed(people) or "et mindretal", occasion.points.get(one.point_id, "")
    about = f" til {point}" if point else ""
    return f"Mindretalsudtalelse fra {who}{about}: {sentence(one.text)}"
