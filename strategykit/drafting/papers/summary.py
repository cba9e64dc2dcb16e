"""The opsamling of the next morning: what the room wrote, chose, decided and agreed."""

from collections.abc import Callable, Mapping

from strategykit.domain.boards import AT_VISION, OBSTACLES, SWOT, Note
from strategykit.domain.outline import Paragraph, Section
from strategykit.domain.paper import Paper
from strategykit.domain.people import COMMITTEE
from strategykit.drafting.papers.attendance import present
from strategykit.drafting.papers.minutes import (
    agreements_made,
    decision_blocks,
    decisions_of,
    next_told,
)
from strategykit.drafting.papers.occasion import Occasion, section
from strategykit.drafting.papers.results import (
    areas_section,
    baseline_section,
    goals_section,
    recommendation_section,
    texts_section,
)
from strategykit.drafting.papers.steps import minority_blocks, to_decision
from strategykit.drafting.papers.walls import board_section, single_notes

Fill = Callable[[Occasion], tuple[Section, ...]]


def summary(occasion: Occasion, *, read_through: bool = False) -> Paper:
    """What came of the pages that the meeting worked on.

    Single notes stand in it only when somebody has read them through; else they are counted.
    """
    worked = [
        s
        for page in pages_of(occasion)
        for s in _came_of(occasion, page, read_through=read_through)
    ]
    return Paper(
        title=f"Opsamling fra {occasion.meeting.title}",
        subtitle=occasion.material.process.title,
        sender=occasion.sender,
        facts=(*occasion.facts[:2], ("Til stede", _present(occasion))),
        sections=(
            *section("beslutninger", "Det besluttede I", _decisions(occasion)),
            *worked,
            *section("aftaler", "Det aftalte I til næste gang", agreements_made(occasion)),
            *section("naeste", "Næste møde", next_told(occasion)),
        ),
        notice=occasion.notice,
    )


def pages_of(occasion: Occasion) -> tuple[str, ...]:
    """The pages that the drejebog names, else those of the meeting's phase."""
    named = tuple(dict.fromkeys(e.item.page for e in occasion.items if e.item.page in _FILLS))
    if named or not occasion.meeting.phase:
        return named
    phase = occasion.material.template.phase(occasion.meeting.phase)
    return tuple(page for page in phase.pages if page in _FILLS)


def unread_notes(occasion: Occasion) -> tuple[Note, ...]:
    """The single notes that it would quote once they are read through."""
    keys = [key for page in pages_of(occasion) for key in _BOARDS.get(page, ())]
    return single_notes(occasion, keys)


def _present(occasion: Occasion) -> str:
    here = present(occasion)
    members = sum(p.role in COMMITTEE for p in here)
    if not here:
        return "deltagerne er ikke skrevet ind"
    others = len(here) - members
    word = "anden" if others == 1 else "andre"
    return f"{members} af udvalgets {occasion.members} medlemmer og {others} {word}"


def _came_of(occasion: Occasion, page: str, *, read_through: bool) -> tuple[Section, ...]:
    boards = [
        part
        for key in _BOARDS.get(page, ())
        for part in board_section(occasion, key, read_through=read_through)
    ]
    return (*boards, *_FILLS[page](occasion))


def _decisions(occasion: Occasion) -> tuple[Paragraph, ...]:
    return tuple(
        block
        for d in decisions_of(occasion)
        for block in (*decision_blocks(d), *minority_blocks(occasion, to_decision(occasion, d.id)))
    )


#: The boards that a page works on.
_BOARDS: Mapping[str, tuple[str, ...]] = {"swot": (SWOT, OBSTACLES), "vision": AT_VISION}

_FILLS: Mapping[str, Fill] = {
    "nulpunkt": baseline_section,
    "swot": lambda _: (),
    "vision": texts_section,
    "indsatsomraader": areas_section,
    "maal": goals_section,
    "godkendelse": recommendation_section,
}
