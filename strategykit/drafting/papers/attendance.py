"""Who was at the meeting, role by role."""

from collections.abc import Iterable

from strategykit.domain.outline import Table
from strategykit.domain.people import Person, Role, called, role_counts, role_word
from strategykit.domain.rooms import Seat
from strategykit.drafting.papers.occasion import Occasion

NOBODY = "ingen"
_MOST_GUESTS = 12  # beyond that they are counted


def attendance(occasion: Occasion) -> tuple[Table, ...]:
    """Those with a place in the meeting; when nobody took one, all who did not send afbud.

    Whoever neither had a place nor sent afbud stands in a column of their own. Guests are only
    those of this meeting.
    """
    rows = tuple(
        (role.value.capitalize(), *_columns(occasion, role))
        for role, _ in role_counts(occasion.people)
        if role is not Role.GUEST or _seated(occasion, role)
    )
    unknown = any(row[3] != NOBODY for row in rows)
    header = ("Rolle", "Til stede", "Afbud", "Ikke registreret")
    widths = (0.2, 0.4, 0.2, 0.2) if unknown else (0.2, 0.55, 0.25)
    columns = len(widths)
    about = "Hvem der var til stede, og hvem der havde meldt afbud, efter rolle"
    table = Table("deltagere", "", header[:columns], tuple(row[:columns] for row in rows), about,
                  widths=widths)  # fmt: skip
    return (table,) if rows else ()


def present(occasion: Occasion) -> list[Person]:
    """Those with a place; when nobody took one, all but the guests who did not send afbud."""
    if _seats(occasion):
        return [p for role in Role for p in _seated(occasion, role)]
    absent = occasion.meeting.absent
    return [p for p in occasion.people if p.role is not Role.GUEST and p.id not in absent]


def _columns(occasion: Occasion, role: Role) -> tuple[str, str, str]:
    if role is Role.GUEST:
        return _guests(_seated(occasion, role)), NOBODY, NOBODY
    people = [p for p in occasion.people if p.role is role]
    sent = {p.id for p in people if p.id in occasion.meeting.absent}
    if not _seats(occasion):
        there = [p for p in people if p.id not in sent]
        return _named(there), _named(p for p in people if p.id in sent), NOBODY
    seated = {p.id for p in _seated(occasion, role)}
    return (
        _named(p for p in people if p.id in seated),
        _named(p for p in people if p.id in sent - seated),
        _named(p for p in people if p.id not in sent | seated),
    )


def _guests(guests: list[Person]) -> str:
    many = len(guests)
    return _named(guests) if many <= _MOST_GUESTS else f"{many} {role_word(Role.GUEST, many)}"


def _seated(occasion: Occasion, role: Role) -> list[Person]:
    there = {seat.person_id for seat in _seats(occasion)}
    return [p for p in occasion.people if p.role is role and p.id in there]


def _seats(occasion: Occasion) -> list[Seat]:
    seats = occasion.material.of(Seat)
    return [s for s in seats if s.meeting_id == occasion.meeting.id and not s.removed]


def _named(people: Iterable[Person]) -> str:
    return ", ".join(called(p) for p in people) or NOBODY
