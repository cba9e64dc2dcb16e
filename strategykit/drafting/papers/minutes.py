"""The referat: who was there, what was said, voted, decided and agreed."""

from collections.abc import Sequence

from strategykit.domain.agenda import TimedItem, when_told
from strategykit.domain.meetings import Agreement, Decision, Disqualification, Parked
from strategykit.domain.outline import Block, Paragraph, Section, Tone
from strategykit.domain.paper import Paper
from strategykit.drafting.compose.danish import sentence
from strategykit.drafting.papers.attendance import attendance
from strategykit.drafting.papers.occasion import (
    Occasion,
    agreements_table,
    bullets,
    paragraphs,
    section,
)
from strategykit.drafting.papers.steps import (
    loose_minorities,
    minority_blocks,
    stepped,
    to_decision,
)


def minutes(occasion: Occasion) -> Paper:
    """Item by item in the order of the agenda; what belongs to no item stands after them."""
    return Paper(
        title=f"Referat af {occasion.meeting.title}",
        subtitle=occasion.material.process.title,
        sender=occasion.sender,
        facts=occasion.facts,
        sections=(
            *section("deltagere", "Deltagere", attendance(occasion)),
            *_items(occasion),
            *section("oevrige-trin", "Øvrige trin", _loose(occasion)),
            *section("oevrige", "Øvrige beslutninger", _decided(occasion, "")),
            *section("intet", "Punkter uden bemærkninger", _nothing_noted(occasion)),
            *section("aftaler", "Aftaler til næste gang", agreements_made(occasion)),
            *section("parkering", "Parkeringsplads", _parked(occasion)),
            *section("naeste", "Næste møde", next_told(occasion)),
        ),
        notice=occasion.notice,
    )


def decisions_of(occasion: Occasion) -> tuple[Decision, ...]:
    """All that the meeting decided."""
    return tuple(d for d in occasion.material.of(Decision) if d.meeting_id == occasion.meeting.id)


def agreements_made(occasion: Occasion) -> Sequence[Block]:
    """The meeting's own agreements as a table."""
    own = [a for a in occasion.material.of(Agreement) if a.meeting_id == occasion.meeting.id]
    return agreements_table("aftaler", own)


def next_told(occasion: Occasion) -> tuple[Paragraph, ...]:
    """When the room meets again."""
    later = occasion.later
    if later is None:
        return ()
    place = f", {later.place}" if later.place else ""
    return (Paragraph("naeste", f"{later.title}: {when_told(later)}{place}."),)


def decision_blocks(decision: Decision) -> tuple[Paragraph, ...]:
    """What was decided, and why when that was said."""
    because = f" Begrundelse: {sentence(decision.reason)}" if decision.reason.strip() else ""
    told = f"Beslutning: {sentence(decision.text)}{because}"
    return (Paragraph(f"beslutning {decision.id}", told, tone=Tone.STATEMENT),)


def _items(occasion: Occasion) -> tuple[Section, ...]:
    return tuple(
        Section(f"punkt {e.number}", f"{e.number}. {e.item.title}", 1, _of_item(occasion, e))
        for e in occasion.items
        if _of_item(occasion, e)
    )


def _nothing_noted(occasion: Occasion) -> tuple[Paragraph, ...]:
    quiet = [e for e in occasion.items if not _of_item(occasion, e)]
    told = ", ".join(f"{e.number}. {e.item.title}" for e in quiet)
    return (Paragraph("intet", f"{told}."),) if quiet else ()


def _of_item(occasion: Occasion, each: TimedItem) -> tuple[Block, ...]:
    return (
        *_left_the_room(occasion, each.item.id),
        *paragraphs(f"punkt {each.number}", each.item.noted),
        *stepped(occasion, each.item.id),
        *_decided(occasion, each.item.id),
    )


def _loose(occasion: Occasion) -> tuple[Paragraph, ...]:
    """What the steps of no item gave, and the minorities to what is gone."""
    return (*stepped(occasion, ""), *minority_blocks(occasion, loose_minorities(occasion)))


def _decided(occasion: Occasion, item_id: str) -> tuple[Paragraph, ...]:
    known = {each.item.id for each in occasion.items}
    here = [
        d
        for d in decisions_of(occasion)
        if d.item_id == item_id or (not item_id and d.item_id not in known)
    ]
    blocks = [
        block
        for d in here
        for block in (*decision_blocks(d), *minority_blocks(occasion, to_decision(occasion, d.id)))
    ]
    loose = () if item_id else _left_the_room(occasion, "")
    return (*loose, *blocks)


def _left_the_room(occasion: Occasion, item_id: str) -> tuple[Paragraph, ...]:
    here = [
        d
        for d in occasion.material.of(Disqualification)
        if d.meeting_id == occasion.meeting.id and d.item_id == item_id
    ]
    return tuple(Paragraph(f"inhabil {d.id}", _disqualified(occasion, d)) for d in here)


def _disqualified(occasion: Occasion, one: Disqualification) -> str:
    name = occasion.names([one.person_id]) or "Et medlem"
    because = f" Begrundelse: {sentence(one.reason)}" if one.reason.strip() else ""
    if not one.item_id:
        return f"{name} var inhabil under mødet.{because}"
    return f"{name} var inhabil og deltog ikke i behandlingen af punktet.{because}"


def _parked(occasion: Occasion) -> tuple[Paragraph, ...]:
    here = [p for p in occasion.material.of(Parked) if p.meeting_id == occasion.meeting.id]
    return bullets("parkeret", [f"{p.text}{_followed(p)}" for p in here])


def _followed(parked: Parked) -> str:
    return f" (tages op: {parked.follow})" if parked.follow.strip() else ""
