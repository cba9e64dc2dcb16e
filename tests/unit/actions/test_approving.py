"""The way through the bodies, on both databases."""

from dataclasses import replace
from datetime import date

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.approving import (
    adopt_changed,
    adoption_of,
    begin_way,
    decide_stage,
    open_before,
    stages_of,
)
from strategykit.actions.draft_versions import keep_version, version_of
from strategykit.actions.registers import add_entry
from strategykit.domain.approvals import Body, Outcome, Stage
from strategykit.domain.drafts import DraftVersion
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.reviews import Point, ReviewMark, SendOut
from strategykit.errors import Empty, Locked, NotYetOpen, OnlyTheCouncil
from strategykit.storage.database import Database
from tests.support.makers import a_process

DAY = date(2026, 9, 1)


@pytest.fixture
def process(both: Database, who: Who) -> Process:
    made = a_process(both, who)
    begin_way(both, who, made.id)
    return made


@pytest.fixture
def version(both: Database, who: Who, process: Process) -> DraftVersion:
    return keep_version(both, who, process.id, new_id())


def stage(db: Database, process: Process, body: Body) -> Stage:
    return next(
        s for s in stages_of(db, process.id) if s.body is body and s.outcome is Outcome.WAITING
    )


def decided(
    db: Database, who: Who, seen: Stage, outcome: Outcome, version: DraftVersion, **more: object
) -> Stage:
    fields = {"overruled": "Det er et eksempel.", **more}
    fit = replace(seen, outcome=outcome, day=DAY, version_id=version.id, **fields)  # type: ignore[arg-type]
    return decide_stage(db, who, seen, fit)


def test_the_usual_way_ends_with_the_council(both: Database, who: Who, process: Process) -> None:
    again = begin_way(both, who, process.id)

    assert [s.body for s in again] == list(Body)


def test_only_the_council_adopts(
    both: Database, who: Who, process: Process, version: DraftVersion
) -> None:
    finance = stage(both, process, Body.FINANCE)

    with pytest.raises(OnlyTheCouncil, match="Økonomiudvalget kan indstille, men ikke vedtage"):
        decided(both, who, finance, Outcome.ADOPTED, version)


def test_a_decision_has_a_day(both: Database, who: Who, process: Process) -> None:
    seen = stage(both, process, Body.COMMITTEE)

    with pytest.raises(Empty, match="Mødedato"):
        decide_stage(both, who, seen, replace(seen, outcome=Outcome.RECOMMENDED))


def test_what_is_open_stops_the_case_until_somebody_says_why(
    both: Database, who: Who, process: Process, version: DraftVersion
) -> None:
    sent = SendOut(id=new_id(), process_id=process.id, version_id=version.id)
    add_entry(both, who, sent)
    add_entry(both, who, Point(id="p", process_id=process.id, send_out_id=sent.id, key="k"))
    add_entry(both, who, ReviewMark(id="m", process_id=process.id, send_out_id=sent.id))
    seen = stage(both, process, Body.COMMITTEE)

    with pytest.raises(NotYetOpen, match="1 punkt fra gennemsynet er ikke afgjort"):
        decided(both, who, seen, Outcome.RECOMMENDED, version, overruled="")
    saved = decided(both, who, seen, Outcome.RECOMMENDED, version, overruled="Tages mundtligt.")

    assert open_before(both, process.id, version.id)
    assert saved.overruled == "Tages mundtligt."


def test_a_postponed_case_comes_to_the_same_body_again(
    both: Database, who: Who, process: Process, version: DraftVersion
) -> None:
    decided(both, who, stage(both, process, Body.STANDING), Outcome.POSTPONED, version)

    bodies = [(s.body, s.outcome) for s in stages_of(both, process.id)]
    assert bodies[1:3] == [(Body.STANDING, Outcome.POSTPONED), (Body.STANDING, Outcome.WAITING)]
    assert len(bodies) == 6


def test_a_case_that_is_sent_back_goes_the_whole_way_again(
    both: Database, who: Who, process: Process, version: DraftVersion
) -> None:
    decided(both, who, stage(both, process, Body.COMMITTEE), Outcome.RECOMMENDED, version)
    decided(both, who, stage(both, process, Body.STANDING), Outcome.SENT_BACK, version)

    bodies = [s.body for s in stages_of(both, process.id) if s.outcome is Outcome.WAITING]
    assert bodies == [Body.COMMITTEE, Body.STANDING, Body.HEARING, Body.FINANCE, Body.COUNCIL]


def test_what_the_council_adopts_is_a_locked_version(
    both: Database, who: Who, process: Process, version: DraftVersion
) -> None:
    council = decided(both, who, stage(both, process, Body.COUNCIL), Outcome.ADOPTED, version)

    adoption = adoption_of(both, process.id)
    assert adoption is not None
    final = version_of(both, process.id, adoption.version_id)
    assert final.draft.sections == version.draft.sections
    assert final.draft.cover.status == "Vedtaget af Kommunalbestyrelsen den 1. september 2026"
    assert adoption.log_head == final.draft.log_head != ""
    with pytest.raises(Locked, match=f"Version {final.number} er vedtaget og låst"):
        decided(both, who, council, Outcome.REJECTED, version)


def test_changes_by_the_council_are_written_in_before_the_lock(
    both: Database, who: Who, process: Process, version: DraftVersion
) -> None:
    seen = stage(both, process, Body.COUNCIL)
    council = decided(both, who, seen, Outcome.ADOPTED_CHANGED, version)
    assert adoption_of(both, process.id) is None

    changed = keep_version(both, who, process.id, new_id(), "Med kommunalbestyrelsens ændringer")
    first = adopt_changed(both, who, council, changed.id)

    assert adopt_changed(both, who, council, changed.id) == first
    assert first.number == changed.number + 1
