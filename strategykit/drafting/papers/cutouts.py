"""Cards and dots for an evening on paper."""

from strategykit.domain.paper import DotSheet, Paper
from strategykit.drafting.papers.occasion import Occasion, bullets, section
from strategykit.drafting.papers.script import dots_told

MOST_DOTS = 1000
"""A sheet for a whole committee; more would only be a mistake in the drejebog."""


def cutouts(occasion: Occasion) -> Paper:
    """All cards of the evening, and for each item with dots a sheet for the whole committee."""
    dotted = [each for each in occasion.items if each.item.dots]
    cards = tuple(card for each in occasion.items for card in each.item.cards)
    told = [dots_told(occasion, each) for each in dotted]
    if cards:
        told.insert(0, f"{len(cards)} kort")
    blocks = bullets("ark", told or ["Drejebogen har hverken kort eller prikker."])
    return Paper(
        title=f"Kort og prikker til {occasion.meeting.title}",
        subtitle=occasion.material.process.title,
        sender=occasion.sender,
        facts=occasion.facts[:2],
        sections=section("ark", "Det ligger her", blocks),
        cards=cards,
        dot_sheets=tuple(
            DotSheet(dots_told(occasion, e), min(e.item.dots * (occasion.members or 1), MOST_DOTS))
            for e in dotted
        ),
        notice=occasion.notice,
    )
