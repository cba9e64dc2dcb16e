"""Why there is a strategy: the mandate, what is to be delivered, and the purposes."""

from strategykit.domain.numbers import danish_date
from strategykit.domain.outline import Ref
from strategykit.domain.wording import capital
from strategykit.drafting.compose.danish import counted, item
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.period import period_words


def background(leaf: Leaf) -> None:
    """Mandate, deliverables, period, purposes."""
    _mandate(leaf)
    _deliverables(leaf)
    period = period_words(leaf.ground.process)
    if period:
        leaf.say("periode", leaf.ground.render(f"{{Strategien}} gælder {period}."), _process(leaf))
    _purposes(leaf)


def _process(leaf: Leaf) -> tuple[Ref, ...]:
    process = leaf.ground.process
    return (Ref("Process", process.id, f"Mandatet for {process.title}"),)


def _mandate(leaf: Leaf) -> None:
    process = leaf.ground.process
    if not process.mandate.strip():
        leaf.lack("mandat", "Udvalgets mandat er ikke skrevet ind.", "forside")
        return
    body = capital(process.mandate_body.strip())
    when = f"den {danish_date(process.mandate_day)} " if process.mandate_day else ""
    case = f" (sag {process.case_number})" if process.case_number else ""
    gave = "gav" if process.mandate_day else "har givet"
    if body:
        said = f"{body} {gave} {when}{process.committee} denne opgave{case}:"
    else:
        said = f"{capital(process.committee)} har fået denne opgave{case}:"
    leaf.say("mandat", said, _process(leaf))
    leaf.tell("opgave", process.mandate, _process(leaf))
    if not body or not process.mandate_day:
        what = "hvem der har besluttet det" if not body else "hvornår det er besluttet"
        leaf.lack("mandatets dato", f"Mandatet siger ikke, {what}.", "forside")


def _deliverables(leaf: Leaf) -> None:
    things = [thing for thing in leaf.ground.process.deliverables if thing.strip()]
    if things:
        leaf.say("leverancer", "Udvalget skal aflevere:", _process(leaf))
    for place, thing in enumerate(things, start=1):
        leaf.bullet(f"leverance:{place}", item(thing), _process(leaf))


def _purposes(leaf: Leaf) -> None:
    ground = leaf.ground
    purposes = [ground.render(purpose) for purpose in ground.process.purposes if purpose.strip()]
    if purposes:
        many = counted(len(purposes), "ét formål", "formål")
        leaf.say("formaal", ground.render(f"{{Strategien}} har {many}:"), _process(leaf))
    for place, purpose in enumerate(purposes, start=1):
        leaf.bullet(f"formaal:{place}", item(purpose), _process(leaf))
