"""The foreword: written by the chair, not composed."""

from strategykit.domain.drafts import summary_key
from strategykit.domain.people import Person, Role
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import ref


def foreword(leaf: Leaf) -> None:
    """The text is the section's summary, which stands there already; here comes who signs it."""
    ground = leaf.ground
    if ground.statement(summary_key(leaf.key)) is None:
        leaf.nothing("Forordet er ikke skrevet.", "udkast")
        return
    chair = next((p for p in ground.of(Person) if p.role is Role.CHAIR), None)
    named = chair if ground.setting.names and chair and not chair.erased else None
    if named:
        leaf.say(
            "underskrift", f"{named.name}, formand for {ground.process.committee}", (ref(named),)
        )
    else:
        leaf.say("underskrift", f"Formanden for {ground.process.committee}")
