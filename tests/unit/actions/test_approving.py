"""The way through the bodies, on both databases."""

from dataclasses import replace
from datetime import date

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.amending import (
    Amended,
    amend,
    amendments_of,
    drop_amendment,
    write_amended,
)
from strategykit.actions.approving import adoption_of, decide_stage, open_before
from strategykit.actions.draft_versions import keep_version, version_of
from strategykit.actions.registers import add_entry, entries
from strategykit.actions.way import (
    add_stage,
    begin_anew,
    begin_way,
    move_stage,
    remove_stage,
    stages_of,
)
from strategykit.domain.approvals import Body, Outcome, Stage
from strategykit.domain.approving import current
from strategykit.domain.drafts import DraftVersion, Rewrite, RewriteAct
from strategykit.domain.outline import Paragraph, Tone
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.reviews import Point, ReviewMark, SendOut
from strategykit.errors import (
    ChangesLack,
    Empty,
    Locked,
    NothingSaid,
    NotYetOpen,
    NoVersionBefore,
    OnlyTheCouncil,
    StageDecided,
    StageNeeded,
    WayNotEnded,
)
from strategykit.storage.database import Database
from tests.support.makers import a_process

DAY = date(2026, 9, 1)
REPLACE, REMOVE = RewriteAct.REPLACE, RewriteAct.REMOVE


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

    (open_,) = open_before(both, 1, saved)[:1]
    assert (open_.text, open_.page) == ("1 punkt fra gennemsynet er ikke afgjort", "hoering")
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


def first_paragraph(version: DraftVersion) -> tuple[str, str, str]:
    section, block = next(
        (s, b) for s, b in version.draft.blocks()
        if isinstance(b, Paragraph) and b.tone is Tone.BODY
    )  # fmt: skip
    return section.key, block.key, block.text


def test_changes_by_the_council_are_written_in_before_the_lock(
    both: Database, who: Who, process: Process, version: DraftVersion
) -> None:
    council = decided(
        both, who, stage(both, process, Body.COUNCIL), Outcome.ADOPTED_CHANGED, version
    )
    assert adoption_of(both, process.id) is None
    section, block, text = first_paragraph(version)
    with pytest.raises(ChangesLack, match="Der er ikke lavet en ny version"):
        write_amended(both, who, council, new_id())
    amend(both, who, council, Amended(section, block, "", REPLACE, "Sådan skal der stå."), "m1")
    amend(both, who, council, Amended(section, block, "", REPLACE, "Kommunen vil det."), "m2")
    amend(both, who, council, Amended(section, block, "", RewriteAct.INSERT, "Og mere."), "m3")

    changed = write_amended(both, who, council, "ny")
    assert write_amended(both, who, council, "ny") == changed

    adoption = adoption_of(both, process.id)
    assert adoption is not None
    final = version_of(both, process.id, adoption.version_id).draft
    texts = [b.text for _, b in final.blocks() if isinstance(b, Paragraph)]
    at = texts.index("Kommunen vil det.")
    assert texts[at + 1] == "Og mere."
    assert text not in texts
    assert adoption.number == changed.number + 1
    assert {w.point.done_in for w in amendments_of(both, council)} == {changed.number}
    assert [r.text for r in entries(both, process.id, Rewrite)] == ["Kommunen vil det.", "Og mere."]
    with pytest.raises(Locked):
        amend(both, who, council, Amended(section, block, "", REPLACE, "For sent."), "m4")


def test_a_change_can_be_taken_out_and_one_without_news_is_none(
    both: Database, who: Who, process: Process, version: DraftVersion
) -> None:
    finance = decided(
        both, who, stage(both, process, Body.FINANCE), Outcome.RECOMMENDED_CHANGED, version
    )
    section, block, text = first_paragraph(version)
    wish = amend(both, who, finance, Amended(section, block, "", REMOVE, ""), "m1")
    assert wish.first.removed == text
    drop_amendment(both, who, finance, wish)
    assert amendments_of(both, finance) == ()
    with pytest.raises(NothingSaid):
        amend(both, who, finance, Amended(section, block, "", REPLACE, text), "m2")

    amend(both, who, finance, Amended(section, block, "", REMOVE, ""), "m3")
    changed = write_amended(both, who, finance, "ny")

    assert block not in {b.key for _, b in changed.draft.blocks()}
    assert adoption_of(both, process.id) is None  # only the council's words are locked


def test_what_others_wrote_since_is_not_adopted_unseen(
    both: Database, who: Who, process: Process, version: DraftVersion
) -> None:
    council = decided(
        both, who, stage(both, process, Body.COUNCIL), Outcome.ADOPTED_CHANGED, version
    )
    section, block, _ = first_paragraph(version)
    amend(both, who, council, Amended(section, block, "", REPLACE, "Rådets ord."), "m1")
    other = next(
        b for _, b in version.draft.blocks()
        if isinstance(b, Paragraph) and b.tone is Tone.BODY and b.key != block
    )  # fmt: skip
    add_entry(
        both, who,
        Rewrite(id="r", process_id=process.id, block=other.key, text="Ikke behandlet.",
                composed=other.text),
    )  # fmt: skip

    changed = write_amended(both, who, council, "ny")

    texts = [b.text for _, b in changed.draft.blocks() if isinstance(b, Paragraph)]
    assert "Rådets ord." in texts
    assert "Ikke behandlet." not in texts


def test_a_body_that_sends_on_has_had_a_version(both: Database, who: Who, process: Process) -> None:
    seen = stage(both, process, Body.COMMITTEE)

    with pytest.raises(NoVersionBefore, match="Vælg versionen under Før mødet"):
        decide_stage(both, who, seen, replace(seen, day=DAY, outcome=Outcome.RECOMMENDED))


def test_mending_the_words_of_a_decision_adds_no_stage_again(
    both: Database, who: Who, process: Process, version: DraftVersion
) -> None:
    saved = decided(both, who, stage(both, process, Body.STANDING), Outcome.POSTPONED, version)

    decided(both, who, saved, Outcome.POSTPONED, version, decision="Udsat til oktober.")

    assert len(stages_of(both, process.id)) == 6


def test_the_chain_is_laid_out_as_the_municipality_does_it(
    both: Database, who: Who, process: Process, version: DraftVersion
) -> None:
    committee, _, hearing, finance, council = stages_of(both, process.id)
    added = Stage(id="ny", process_id=process.id, name="Ungerådet", body=Body.HEARING)
    assert add_stage(both, who, added, committee)
    assert not add_stage(both, who, added, committee)
    remove_stage(both, who, hearing)
    move_stage(both, who, finance, -1)

    names = [s.name for s in stages_of(both, process.id)]
    assert names == ["Udvalget", "Ungerådet", "Økonomiudvalget", "Fagudvalget",
                     "Kommunalbestyrelsen"]  # fmt: skip
    with pytest.raises(StageNeeded, match="det eneste led, der kan vedtage strategien"):
        remove_stage(both, who, council)
    done = decided(both, who, stage(both, process, Body.COMMITTEE), Outcome.RECOMMENDED, version)
    with pytest.raises(StageDecided, match="Udvalget har truffet sin beslutning"):
        remove_stage(both, who, done)
    with pytest.raises(StageDecided):
        move_stage(both, who, stages_of(both, process.id)[1], -1)


def test_a_later_change_goes_a_way_of_its_own(
    both: Database, who: Who, process: Process, version: DraftVersion
) -> None:
    with pytest.raises(WayNotEnded):
        begin_anew(both, who, process.id)
    decided(both, who, stage(both, process, Body.COUNCIL), Outcome.ADOPTED, version)

    begin_anew(both, who, process.id)

    first = adoption_of(both, process.id)
    assert [s.body for s in current(stages_of(both, process.id))] == list(Body)
    later = keep_version(both, who, process.id, new_id())
    decided(both, who, stage(both, process, Body.COUNCIL), Outcome.ADOPTED, later)
    second = adoption_of(both, process.id)
    assert first is not None
    assert second is not None
    assert second.number > first.number
    assert version_of(both, process.id, first.version_id).number == first.number
