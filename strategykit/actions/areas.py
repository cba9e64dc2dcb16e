"""Counting the groups, and choosing among the candidates."""

from collections.abc import Mapping
from dataclasses import replace

from strategykit.actions.acting import acting
from strategykit.domain.areas import Area, Choice, TargetGroup
from strategykit.domain.people import Who
from strategykit.domain.text import checked
from strategykit.errors import NoReasonForChoice
from strategykit.storage.database import Database


def decide(db: Database, who: Who, seen: Area, changed: Area) -> Area:
    """The candidate with its decision; raises NoReasonForChoice or EditConflict."""
    fit = checked(changed)
    if fit.choice is not Choice.OPEN and not fit.reason:
        raise NoReasonForChoice
    with acting(db, who, seen.process_id, "decide", "Area", seen.id) as store:
        return store.save(seen, fit)


def set_numbers(db: Database, who: Who, process_id: str, numbers: Mapping[str, int]) -> int:
    """How many groups were given their number."""
    with acting(db, who, process_id, "change", "TargetGroup") as store:
        groups = [g for g in store.all(TargetGroup, process_id) if g.id in numbers]
        for group in groups:
            store.save(group, replace(group, number=numbers[group.id]))
    return len(groups)
