"""What the facilitator makes of a result: numbers on the areas, a decision, an adopted text."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from strategykit.actions.acting import acting, new_id, now
from strategykit.actions.materials import template_of
from strategykit.actions.statements import agreed_on
from strategykit.domain.areas import Area
from strategykit.domain.ballots import StepResult, Tally
from strategykit.domain.boards import Done, counted
from strategykit.domain.clock import in_denmark
from strategykit.domain.meetings import Decision, Meeting
from strategykit.domain.numbers import rounded
from strategykit.domain.outcomes import in_numbers, told
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.statements import Statement
from strategykit.domain.steps import Step, StepKind, Subjects
from strategykit.domain.text import checked
from strategykit.errors import NoResult
from strategykit.storage import statements
from strategykit.storage.database import Database
from strategykit.storage.store import Store


def apply_ratings(db: Database, who: Who, step: Step) -> Done:
    """Each area has the medians of the rating as its value and effort; a half is rounded up."""
    with acting(db, who, step.process_id, "change", "Area") as store:
        tallies = {t.subject_id: t for t in _result(store, step, StepKind.RATE).tallies}
        areas = [a for a in store.all(Area, step.process_id) if a.id in tallies]
        changed = [(a, _with_medians(a, tallies)) for a in areas]
        saved = [(seen, store.save(seen, after)) for seen, after in changed if seen != after]
        terms = template_of(store.get(Process, step.process_id)).terms
    told_of = counted(len(saved), terms.omraade, terms.omraader)
    before, after = (tuple(pair[n] for pair in saved) for n in (0, 1))
    return Done(f"Værdi og indsats er sat på {told_of}.", before, after)


def decide_outcome(db: Database, who: Who, step: Step, text: str, reason: str) -> Done:
    """The outcome as a decision with its numbers; `after` begins with the Decision.

    Where the room gave its consent to a text and the text still reads so, it is adopted too.
    Raises NoResult, Empty, TooLong or HoldsCpr.
    """
    with acting(db, who, step.process_id, "decide", "Decision", step.id) as store:
        result = _result(store, step)
        why = " ".join(part for part in (reason.strip(), in_numbers(result)) if part)
        decision = store.add(
            checked(
                Decision(
                    id=new_id(), process_id=step.process_id, meeting_id=step.meeting_id,
                    item_id=step.item_id, text=text, reason=why,
                )
            )
        )  # fmt: skip
        before, after = _adopted(store, step, result)
    adopted = " Teksten er vedtaget." if after else ""
    return Done(f"Beslutningen er gemt.{adopted}", before, (decision, *after))


def _result(store: Store, step: Step, kind: StepKind | None = None) -> StepResult:
    results = store.all(StepResult, step.process_id, step_id=step.id)
    if not results or (kind and step.kind is not kind):
        raise NoResult(step.title)
    return results[-1]


def _with_medians(area: Area, tallies: Mapping[str, Tally]) -> Area:
    tally = tallies[area.id]
    return replace(
        area, value=_whole(tally.value, area.value), effort=_whole(tally.effort, area.effort)
    )


def _whole(median: Decimal | None, otherwise: int | None) -> int | None:
    return otherwise if median is None else int(rounded(median, 0))


def _adopted(
    store: Store, step: Step, result: StepResult
) -> tuple[tuple[Statement, ...], tuple[Statement, ...]]:
    """The text before and after; nothing where there is no consent or no such text any more."""
    if step.subjects is not Subjects.STATEMENT or not told(result).agreed:
        return (), ()
    text = statements.by_key(store, step.process_id, step.subject)
    if text is None or not text.text or text.text != result.tallies[0].title:
        return (), ()
    return (text,), (store.save(text, agreed_on(text, _day(store, step))),)


def _day(store: Store, step: Step) -> date:
    held = store.get(Meeting, step.meeting_id, step.process_id).day
    return held or in_denmark(now()).date()
