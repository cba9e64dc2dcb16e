"""What is to be done in an area, what it costs, and who answers for it."""

from collections.abc import Sequence

from strategykit.domain.areas import Area, Measure
from strategykit.domain.template import Principle
from strategykit.domain.wording import capital
from strategykit.drafting.compose.danish import enumerated, item, kroner, phrase, quoted
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import ref, refs

_UNANSWERED = "–"


def work(leaf: Leaf, area: Area) -> None:
    """The measures, held up against the template's principles when it has any."""
    measures = leaf.ground.measures.get(area.id, ())
    below = leaf.below("indsatser", "Det skal der gøres")
    principles = leaf.ground.template.principles
    if principles and measures:
        _against(below, measures, principles, area)
        return
    for measure in measures:
        below.bullet(measure.id, item(measure.text), (ref(measure),))


def _against(
    leaf: Leaf, measures: Sequence[Measure], principles: Sequence[Principle], area: Area
) -> None:
    titles = enumerated([quoted(principle.title) for principle in principles])
    header = ["Indsats", *(principle.title for principle in principles)]
    remarks = any(measure.comment.strip() for measure in measures)
    header += ["Bemærkning"] if remarks else []
    rows = [
        [
            item(measure.text),
            *(_answer(measure, place) for place in range(len(principles))),
            *([item(measure.comment)] if remarks else []),
        ]
        for measure in measures
    ]
    leaf.table(
        "holdepunkter", "Indsatser, og om de svarer til holdepunkterne", header, rows,
        says=f"For hver indsats, om den svarer til {titles}.", rests_on=refs(measures),
        widths=_widths(len(principles), remarks=remarks),
    )  # fmt: skip
    unanswered = [
        quoted(measure.text)
        for measure in measures
        if any(_answer(measure, place) == _UNANSWERED for place in range(len(principles)))
    ]
    if unanswered:
        named = f"{enumerated(unanswered)} i {quoted(area.name)}"
        said = f"{named} er ikke holdt op imod alle holdepunkter."
        leaf.lack("holdepunkter", said, "indsatsomraader")


def _widths(principles: int, *, remarks: bool) -> tuple[float, ...]:
    """The measure has the most room; the answers are one word each under a long heading."""
    wishes = (3.0, *[1.6] * principles, *([2.4] if remarks else []))
    return tuple(wish / sum(wishes) for wish in wishes)


def _answer(measure: Measure, place: int) -> str:
    answer = measure.answers[place] if place < len(measure.answers) else ""
    return capital(answer.strip()) or _UNANSWERED


def money(leaf: Leaf, area: Area) -> None:
    """Cost or saving, and who answers for the area."""
    below = leaf.below("oekonomi", "Økonomi og ansvar")
    below.say("beloeb", leaf.ground.render(_cost(area)), (ref(area),))
    below.tell("oekonomi", area.economy, (ref(area),))
    if area.responsible.strip():
        said = f"Ansvarlig for {leaf.ground.terms.omraadet} er {phrase(area.responsible)}."
        below.say("ansvarlig", said, (ref(area),))


def _cost(area: Area) -> str:
    if area.cost is None:
        return ""
    if not area.cost:
        return "{Omraadet} ventes at kunne holdes inden for det, der bruges i dag."
    what = "koste" if area.cost > 0 else "spare"
    return f"{{Omraadet}} ventes at {what} {kroner(abs(area.cost))} om året."
