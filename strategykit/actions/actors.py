"""Reading stakeholders, actors and offers together."""

from dataclasses import dataclass

from strategykit.domain.actors import Offer
from strategykit.domain.areas import TargetGroup
from strategykit.storage.database import Database


@dataclass(frozen=True)
class Reach:
    """The groups and the offers that are meant for them."""

    groups: tuple[TargetGroup, ...]
    offers: tuple[Offer, ...]


def reach_of(db: Database, process_id: str) -> Reach:
    """Groups and offers at one moment."""
    with db.reading() as store:
        return Reach(store.all(TargetGroup, process_id), store.all(Offer, process_id))
