"""The chosen areas, one section each, and those that step back."""

from strategykit.domain.area_charts import AREA_AXES, area_points
from strategykit.domain.areas import Area, Choice, TargetGroup
from strategykit.domain.chart_text import matrix_text
from strategykit.domain.outline import Placed
from strategykit.drafting.compose.area_goals import goals
from strategykit.drafting.compose.area_work import money, work
from strategykit.drafting.compose.danish import (
    counted,
    cut,
    dots,
    enumerated,
    item,
    number,
    phrase,
    quoted,
    sentence,
)
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import card_ref, decision_ref, ref, refs

_TITLE = 90
_NOTES = 4


def areas(leaf: Leaf) -> None:
    """What was chosen among what, then each area."""
    ground = leaf.ground
    if not ground.areas:
        leaf.nothing(f"Udvalget har ikke valgt {ground.terms.omraader}.", "indsatsomraader")
        return
    leaf.say("valgt", _chosen(leaf), [decision_ref(a) for a in ground.of(Area)])
    _matrix(leaf)
    for area in ground.areas:
        _area(leaf.below(area.id, cut(area.name, _TITLE)), area)


def _chosen(leaf: Leaf) -> str:
    ground = leaf.ground
    names = enumerated([phrase(area.name) for area in ground.areas], len(ground.areas))
    chosen = counted(len(ground.areas), ground.terms.one_area, ground.terms.omraader)
    suggested = len(ground.of(Area))
    among = f" blandt {number(suggested)} forslag" if suggested > len(ground.areas) else ""
    return f"Udvalget har valgt {chosen}{among}: {names}."


def _matrix(leaf: Leaf) -> None:
    """Value against effort, once there are two to compare."""
    suggested = leaf.ground.of(Area)
    points = area_points(suggested)
    if len(points) > 1:
        caption = "Forslagenes værdi og den indsats, de kræver, som udvalget har vurderet dem"
        weighed = [area for area in suggested if area.name in {point.label for point in points}]
        drawn = Placed(points, AREA_AXES)
        leaf.figure("vaerdi", caption, matrix_text(points, AREA_AXES), drawn, refs(weighed))


def _area(leaf: Leaf, area: Area) -> None:
    """Why, for whom, what, how far, at what cost; last what nobody has written yet."""
    _reason(leaf, area)
    _origin(leaf, area)
    _for_whom(leaf, area)
    if area.vision_link.strip():
        said = f"Sådan bringer det kommunen nærmere visionen: {sentence(area.vision_link)}"
        leaf.say("vision", said, (ref(area),))
    _evidence(leaf, area)
    work(leaf, area)
    goals(leaf, area)
    money(leaf, area)
    untold = _untold(leaf, area)
    if untold:
        said = f"{quoted(area.name)} er ikke foldet ud. Det fremgår ikke, {enumerated(untold)}."
        leaf.lack("udfoldning", said, "indsatsomraader")


def _reason(leaf: Leaf, area: Area) -> None:
    given = leaf.ground.dots(area.id)
    told = f"Udvalget gav {leaf.ground.terms.omraadet} {dots(given)}." if given else ""
    if area.reason.strip():
        told += f" Begrundelsen for valget er: {sentence(area.reason)}"
    leaf.say("valg", told, (decision_ref(area),))
    leaf.tell("hvorfor", area.why, (ref(area),))


def _origin(leaf: Leaf, area: Area) -> None:
    """The notes that it grew out of, in the committee's own words."""
    notes = [leaf.ground.notes[one] for one in area.note_ids if one in leaf.ground.notes]
    if notes:
        named = enumerated([quoted(note.text) for note in notes[:_NOTES]])
        begins = leaf.ground.render("{Omraadet}")
        leaf.say("udspring", f"{begins} voksede ud af det, udvalget skrev: {named}.", refs(notes))


def _for_whom(leaf: Leaf, area: Area) -> None:
    found = [group for group in leaf.ground.of(TargetGroup) if group.id in area.group_ids]
    if found:
        names = enumerated([phrase(group.name) for group in found])
        leaf.say("grupper", f"{leaf.ground.render('{Omraadet}')} er for: {names}.", refs(found))


def _evidence(leaf: Leaf, area: Area) -> None:
    """The knowledge cards that it cites, or why it cites none."""
    cards = leaf.ground.cards(area.evidence_ids)
    if cards:
        leaf.say("viden", "Det bygger på denne viden:", [card_ref(card) for card in cards])
    for card in cards:
        cites = leaf.ground.sources.card(card)
        leaf.bullet(f"viden:{card.id}", item(card.claim), (card_ref(card),), cites)
    if not cards and area.no_evidence.strip():
        said = f"Udvalget henviser ikke til viden her. Det skyldes: {sentence(area.no_evidence)}"
        leaf.say("viden", said, (ref(area),))


def _untold(leaf: Leaf, area: Area) -> tuple[str, ...]:
    """What a reader would ask about the area in vain."""
    ground = leaf.ground
    told = {
        "hvorfor det er valgt": area.reason or area.why,
        f"hvilke {ground.terms.grupper} det er for": area.group_ids or not ground.of(TargetGroup),
        "hvordan det bringer kommunen nærmere visionen": area.vision_link
        or ground.template.statement("vision") is None,
        "hvilken viden det bygger på": area.evidence_ids
        or area.no_evidence
        or not ground.shows("viden"),
        "hvad der skal gøres": ground.measures.get(area.id),
        "hvad det koster eller sparer": area.cost is not None or area.economy,
        "hvem der er ansvarlig": area.responsible,
    }
    return tuple(what for what, there in told.items() if not there)


def set_back(leaf: Leaf) -> None:
    """What the committee lets wait, and why; what is undecided is missing."""
    ground = leaf.ground
    waiting = [area for area in ground.of(Area) if area.choice is Choice.SET_BACK]
    undecided = [quoted(area.name) for area in ground.of(Area) if area.choice is Choice.OPEN]
    if not waiting:
        leaf.nothing("Udvalget har ikke ladet forslag træde i baggrunden.")
    for area in waiting:
        leaf.say(f"forslag:{area.id}", _waits(leaf, area), (decision_ref(area),))
        if not area.reason.strip():
            said = f"Det er ikke begrundet, hvorfor {quoted(area.name)} træder i baggrunden."
            leaf.lack(f"begrundelse:{area.id}", said, "indsatsomraader")
    if undecided:
        one = len(undecided) == 1
        said = f"{'Forslaget' if one else 'Forslagene'} {enumerated(undecided)} er ikke afgjort."
        leaf.lack("uafgjort", said, "indsatsomraader")


def _waits(leaf: Leaf, area: Area) -> str:
    given = leaf.ground.dots(area.id)
    got = f" fik {dots(given)} og" if given else ""
    reason = f" Begrundelsen er: {sentence(area.reason)}" if area.reason.strip() else ""
    return f"{quoted(area.name)}{got} træder i baggrunden.{reason}"
