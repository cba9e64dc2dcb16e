"""The annex of votes: what was asked, what came of it, and what a minority wants written down."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from strategykit.domain.agenda import in_time_order
from strategykit.domain.ballots import Stance, StepResult
from strategykit.domain.boards import Note, NoteGroup
from strategykit.domain.comparison_text import listed
from strategykit.domain.material import Material
from strategykit.domain.meetings import Decision, Meeting
from strategykit.domain.minorities import Minority
from strategykit.domain.numbers import danish_date
from strategykit.domain.outcomes import Outcome, told
from strategykit.domain.outline import Ref
from strategykit.domain.people import Person, called, in_role_order
from strategykit.domain.steps import VOTING, Step, StepKind, Subjects
from strategykit.drafting.compose.danish import day_of, item, phrase, quoted, sentence
from strategykit.drafting.compose.ground import Ground
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import ref

FILL = "annex_votes"
_NAMED = re.compile(rf"^({'|'.join(stance.capitalize() for stance in reversed(Stance))}), [^:]+: ")
_COLUMNS = {
    StepKind.DOTS: ("Forslag", "Prikker"),
    StepKind.RATE: ("Forslag", "Midterste svar"),
    StepKind.RANK: ("Forslag", "Point"),
    StepKind.CONSENT: ("Svar", "Antal"),
}
_SPREAD = {
    StepKind.DOTS: "Sådan blev prikkerne givet",
    StepKind.RATE: "Sådan lå svarene",
    StepKind.RANK: "Sådan blev pladserne givet",
}
_GONE = "En seddel, der ikke hænger på væggen længere"


def annex_votes(leaf: Leaf) -> None:
    """Meeting by meeting: its closed votes, and the minorities; nothing at all without any."""
    told_of = [m for m in in_time_order(leaf.ground.of(Meeting)) if _has_any(leaf.ground, m)]
    if not told_of:
        leaf.nothing("")
    for meeting in told_of:
        steps = _voted(leaf.ground, meeting)
        minorities = [one for one in leaf.ground.of(Minority) if one.meeting_id == meeting.id]
        day = f", {danish_date(meeting.day)}" if meeting.day else ""
        below = leaf.below(meeting.id, f"{phrase(meeting.title)}{day}")
        for step in steps:
            _step(below.below(step.id, phrase(step.title)), step)
        _decisions(below.below("beslutninger", "Beslutninger med mindretal"), minorities)
        voted = {step.id for step in steps}
        rest = [m for m in minorities if not m.decision_id and m.step_id not in voted]
        minority_list(below, rest)


def minority_list(leaf: Leaf, minorities: Iterable[Minority]) -> None:
    """Each statement with those who made it."""
    for one in minorities:
        who = listed([called(p) for p in _people(leaf.ground, one)]) or "et mindretal"
        point = leaf.ground.setting.points.get(one.point_id, "")
        about = f" til {point} i beslutningsloggen" if point else ""
        said = f"Mindretalsudtalelse fra {who}{about}: {sentence(one.text)}"
        leaf.say(f"mindretal:{one.id}", said, (minority_ref(one),))


def dissent_told(ground: Ground, minorities: Sequence[Minority]) -> str:
    """That a minority has something in the annex; empty without one, or without the annex."""
    annex = ground.title_of(FILL)
    if not minorities or not annex:
        return ""
    return f"Et mindretal har fået en udtalelse med i bilaget {quoted(annex)}."


def to_statement(ground: Ground, key: str) -> list[Minority]:
    """The minorities to votes on one of the committee's texts."""
    steps = {
        step.id
        for step in ground.of(Step)
        if step.subjects is Subjects.STATEMENT and step.subject == key
    }
    return [one for one in ground.of(Minority) if one.step_id in steps]


def minority_ref(one: Minority) -> Ref:
    """The statement by its words."""
    return ref(one, one.text)


def shown_result(material: Material, step: Step, result: StepResult) -> StepResult:
    """The result without the words of notes that were hidden or taken away since."""
    if step.subjects is not Subjects.BOARD:
        return result
    there = {note.id for note in material.of(Note) if note.shown}
    there |= {group.id for group in material.of(NoteGroup)}
    tallies = tuple(
        tally if tally.subject_id in there else replace(tally, title=_GONE)
        for tally in result.tallies
    )
    return replace(result, tallies=tallies)


def _has_any(ground: Ground, meeting: Meeting) -> bool:
    said = any(one.meeting_id == meeting.id for one in ground.of(Minority))
    return said or bool(_voted(ground, meeting))


def _voted(ground: Ground, meeting: Meeting) -> list[Step]:
    done = {result.step_id for result in ground.of(StepResult)}
    own = (step for step in ground.of(Step) if step.meeting_id == meeting.id)
    return [step for step in own if step.kind in VOTING and step.id in done]


def _step(leaf: Leaf, step: Step) -> None:
    found = [r for r in leaf.ground.of(StepResult) if r.step_id == step.id]
    results = [shown_result(leaf.ground.material, step, result) for result in found]
    for result in results:
        _result(leaf, step, result, many=len(results) > 1)
    minority_list(leaf, (one for one in leaf.ground.of(Minority) if one.step_id == step.id))


def _result(leaf: Leaf, step: Step, result: StepResult, *, many: bool) -> None:
    outcome, rests = told(result), _rests(step, result)
    when = f" Trinnet blev lukket den {day_of(step.closed_at)}." if step.closed_at else ""
    ask = f" Spørgsmålet var: {_cited(step.ask, 300)}" if step.ask.strip() else ""
    kind = "uden navn" if step.anonymous else "med navn"
    turn = f"Runde {result.round}. " if many else ""
    said = f"{turn}{_WAYS[step.kind]} {kind}.{ask}{when if result.round == step.round else ''}"
    leaf.say(f"spurgt:{result.round}", said, rests)
    if step.subjects is Subjects.STATEMENT and result.tallies:
        text = f"Teksten var: {_cited(result.tallies[0].title, 600)}"
        leaf.say(f"tekst:{result.round}", text, rests)
    leaf.say(f"udfald:{result.round}", _outcome(outcome), rests)
    _table(leaf, step, result, outcome, rests)
    for place, reason in enumerate(_reasons(leaf.ground, step, outcome), start=1):
        leaf.bullet(f"begrundelse:{result.round}:{place}", item(reason), rests)


def _cited(text: str, most: int) -> str:
    """Somebody's words as a sentence of their own, with one stop."""
    said = quoted(text, most)
    return said if said[-2] in "?!…" else f"{said}."


def _outcome(outcome: Outcome) -> str:
    """What came of it, how many answered, and a strong minority when the spread may be seen."""
    headline = outcome.headline if outcome.headline != outcome.answered else ""
    minority = "" if outcome.kind is StepKind.CONSENT else outcome.minority  # the table has it
    return " ".join(part for part in (headline, outcome.answered, minority) if part)


def _table(
    leaf: Leaf, step: Step, result: StepResult, outcome: Outcome, rests: Sequence[Ref]
) -> None:
    consent = result.kind is StepKind.CONSENT
    spread = outcome.spread_may_show and not consent
    header = (*_COLUMNS[result.kind], *((_SPREAD[result.kind],) if spread else ()))
    rows = [
        (
            phrase(row.title), row.said,
            *((row.spread or "–",) if spread else ()),
        )
        for row in outcome.rows
        if consent or row.total
    ]  # fmt: skip
    widths = (0.42, 0.2, 0.38) if spread else (0.7, 0.3)
    leaf.table(
        f"svar:{result.round}", f"{phrase(step.title)}, svarene", header, rows,
        says="Hvad der fik svar, fra flest til færrest." if not consent else "Hvor mange der sagde "
        "ja, ja med forbehold og nej.", rests_on=rests, widths=widths,
    )  # fmt: skip


def _reasons(ground: Ground, step: Step, outcome: Outcome) -> tuple[str, ...]:
    """Reservations and reasons; with names only where names were chosen for the draft."""
    if step.anonymous or ground.setting.names:
        return outcome.reasons
    return tuple(_NAMED.sub(r"\1: ", reason) for reason in outcome.reasons)


def _decisions(leaf: Leaf, minorities: Sequence[Minority]) -> None:
    """The decisions that a minority has spoken to; all of them stand elsewhere."""
    for decision in leaf.ground.of(Decision):
        mine = [one for one in minorities if one.decision_id == decision.id]
        if mine:
            text = f"Beslutning: {sentence(decision.text)}"
            leaf.say(f"beslutning:{decision.id}", text, (ref(decision),))
            minority_list(leaf, mine)


def _rests(step: Step, result: StepResult) -> tuple[Ref, ...]:
    return (ref(step), ref(result, f"{step.title}, runde {result.round}"))


def _people(ground: Ground, one: Minority) -> tuple[Person, ...]:
    return in_role_order([p for p in ground.of(Person) if p.id in one.person_ids])


_WAYS = {
    StepKind.DOTS: "Prikker",
    StepKind.RATE: "Vurdering af værdi og indsats",
    StepKind.RANK: "Rækkefølge",
    StepKind.CONSENT: "Samtykke",
}
