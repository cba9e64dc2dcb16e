"""The indkaldelse with its dagsorden: what goes out before the meeting.

No note from a board ever comes in here: what the room wrote is read by a person before it is sent.
"""

from strategykit.domain.agenda import in_time_order
from strategykit.domain.meetings import Agreement, Meeting
from strategykit.domain.outline import Section, Table
from strategykit.domain.paper import Paper
from strategykit.domain.people import Person, Role, called
from strategykit.drafting.papers.occasion import (
    Occasion,
    agreements_table,
    bullets,
    paragraphs,
    section,
)

_BEFORE = (
    "Meld afbud i god tid, hvis I ikke kan komme.",
    "Sig til før mødet, hvis I kan være inhabile i et af punkterne.",
)


def invitation(occasion: Occasion) -> Paper:
    """When, where, why and what; who is called in, and what they promised last time."""
    meeting = occasion.meeting
    return Paper(
        title=f"Indkaldelse til {meeting.title}",
        subtitle=occasion.material.process.title,
        sender=occasion.sender,
        facts=occasion.facts,
        sections=(
            *section("velkommen", "Til udvalget", paragraphs("velkommen", meeting.invitation)),
            *section("formaal", "Formål", paragraphs("formaal", meeting.purpose)),
            *section("dagsorden", "Dagsorden", _agenda(occasion)),
            *section("aftaler", "Aftaler fra sidst", agreements_table("aftaler", _open(occasion))),
            *section("foer", "Før mødet", bullets("foer", _BEFORE)),
            *_invited(occasion),
        ),
        notice=occasion.notice,
    )


def _agenda(occasion: Occasion) -> tuple[Table, ...]:
    rows = tuple(
        (each.time, str(each.number), each.item.title, each.item.purpose) for each in occasion.items
    )
    about = "Dagsordenens punkter med klokkeslæt og formål"
    header = ("Kl.", "Punkt", "Emne", "Formål")
    table = Table("dagsorden", "", header, rows, about, widths=(0.11, 0.1, 0.34, 0.45))
    return (table,) if rows else ()


def _open(occasion: Occasion) -> tuple[Agreement, ...]:
    """What was agreed at earlier meetings and is not done."""
    ordered = [m.id for m in in_time_order(occasion.material.of(Meeting))]
    earlier = ordered[: ordered.index(occasion.meeting.id)]
    return tuple(
        a for a in occasion.material.of(Agreement) if a.meeting_id in earlier and not a.done
    )


def _to_invite(occasion: Occasion) -> tuple[Person, ...]:
    """Those of the process; whoever came to another meeting as a guest is no member of it."""
    return tuple(p for p in occasion.people if p.role is not Role.GUEST)


def _invited(occasion: Occasion) -> tuple[Section, ...]:
    rows = tuple((called(p), p.role.value, p.organisation) for p in _to_invite(occasion))
    about = "De indkaldte med rolle og parti, forening eller funktion"
    header = ("Navn", "Rolle", "Parti, forening eller funktion")
    table = Table("indkaldte", "", header, rows, about, widths=(0.4, 0.2, 0.4))
    return section("indkaldte", "Indkaldte", (table,) if rows else ())
