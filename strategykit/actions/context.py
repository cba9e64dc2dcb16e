"""What stands around the strategy."""

from strategykit.actions.acting import acting, new_id
from strategykit.domain.context import OtherPolicy, missing_policies
from strategykit.domain.people import Who
from strategykit.storage.database import Database


def add_policies(db: Database, who: Who, process_id: str, names: tuple[str, ...]) -> int:
    """How many of the names were new on the list."""
    with acting(db, who, process_id, "add", "OtherPolicy") as store:
        missing = missing_policies(names, store.all(OtherPolicy, process_id))
        store.add_all(
            [OtherPolicy(id=new_id(), process_id=process_id, name=name) for name in missing]
        )
    return len(missing)
