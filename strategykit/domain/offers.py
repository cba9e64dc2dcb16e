"""Who is reached by the range of offers: groups without one, and groups with several."""

from collections.abc import Sequence
from dataclasses import dataclass

from strategykit.domain.actors import Offer
from strategykit.domain.areas import TargetGroup
from strategykit.domain.comparison_text import listed

SEVERAL = 2


@dataclass(frozen=True)
class Coverage:
    """A group and the offers that are for it."""

    group: TargetGroup
    offers: tuple[Offer, ...]

    @property
    def places(self) -> int | None:
        """The places in the offers together; None when no offer says how many it has."""
        known = [offer.capacity for offer in self.offers if offer.capacity is not None]
        return sum(known) if known else None

    @property
    def verdict(self) -> str:
        """What the table says of the group."""
        if not self.offers:
            return "hul"
        return "overlap" if len(self.offers) >= SEVERAL else "ét tilbud"


def coverage(groups: Sequence[TargetGroup], offers: Sequence[Offer]) -> tuple[Coverage, ...]:
    """Every group in its order, with its offers."""
    return tuple(Coverage(g, tuple(o for o in offers if g.id in o.group_ids)) for g in groups)


def groups_without_offer(covered: Sequence[Coverage]) -> tuple[TargetGroup, ...]:
    """The holes."""
    return tuple(c.group for c in covered if not c.offers)


def overlaps(covered: Sequence[Coverage]) -> tuple[Coverage, ...]:
    """The groups that two or more offers are for."""
    return tuple(c for c in covered if len(c.offers) >= SEVERAL)


def offers_for_nobody(groups: Sequence[TargetGroup], offers: Sequence[Offer]) -> tuple[Offer, ...]:
    """Offers that are tied to no group that is there."""
    there = {group.id for group in groups}
    return tuple(offer for offer in offers if not there.intersection(offer.group_ids))


def gap_sentences(
    groups: Sequence[TargetGroup], offers: Sequence[Offer], one: str, many: str
) -> tuple[str, ...]:
    """Holes, overlaps and loose offers in words; `one` and `many` are the words for groups."""
    covered = coverage(groups, offers)
    said = [_holes(groups_without_offer(covered), one, many)]
    said += [
        f"Flere tilbud er for {c.group.name}: {listed([o.name for o in c.offers])}. "
        "Aftal, hvem der gør hvad."
        for c in overlaps(covered)
    ]
    if loose := offers_for_nobody(groups, offers):
        names = listed([offer.name for offer in loose])
        count = "1 tilbud" if len(loose) == 1 else f"{len(loose)} tilbud"
        said.append(
            f"{count} er ikke knyttet til nogen {one} endnu: {names}. "
            "Knyt dem, så passer listen over huller."
        )
    return tuple(said)


def _holes(holes: Sequence[TargetGroup], one: str, many: str) -> str:
    if not holes:
        return f"Der er mindst ét tilbud til hver {one}."
    count = f"1 {one}" if len(holes) == 1 else f"{len(holes)} {many}"
    return f"{count} har intet tilbud: {listed([group.name for group in holes])}."
