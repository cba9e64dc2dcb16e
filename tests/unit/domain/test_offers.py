from strategykit.domain.actors import Offer
from strategykit.domain.areas import TargetGroup
from strategykit.domain.offers import coverage, gap_sentences


def a_group(name: str) -> TargetGroup:
    return TargetGroup(id=name, process_id="p", name=name)


def an_offer(name: str, *groups: TargetGroup, capacity: int | None = None) -> Offer:
    ids = tuple(group.id for group in groups)
    return Offer(id=name, process_id="p", name=name, group_ids=ids, capacity=capacity)


NEW, AGAIN, LOST = a_group("Nye"), a_group("Gengangere"), a_group("Ukendte")
ALL = (NEW, AGAIN, LOST)


def said(*offers: Offer, groups: tuple[TargetGroup, ...] = ALL) -> tuple[str, ...]:
    return gap_sentences(groups, offers, "gruppe", "grupper")


def test_holes_and_overlaps_are_said_by_name() -> None:
    house, generator = an_offer("Huset", NEW, AGAIN), an_offer("Generatoren", AGAIN)

    assert said(house, generator) == (
        "1 gruppe har intet tilbud: Ukendte.",
        "Flere tilbud er for Gengangere: Huset og Generatoren. Aftal, hvem der gør hvad.",
    )


def test_several_holes_stand_in_one_sentence() -> None:
    assert said(an_offer("Huset", NEW)) == ("2 grupper har intet tilbud: Gengangere og Ukendte.",)


def test_nothing_is_missing_when_every_group_has_an_offer() -> None:
    assert said(an_offer("Huset", *ALL)) == ("Der er mindst ét tilbud til hver gruppe.",)


def test_an_offer_for_a_group_that_is_gone_is_loose() -> None:
    house, loose = an_offer("Huset", *ALL), an_offer("Klubben", a_group("Slettet"))

    assert said(house, loose)[-1] == (
        "1 tilbud er ikke knyttet til nogen gruppe endnu: Klubben. "
        "Knyt dem, så passer listen over huller."
    )


def test_places_are_counted_only_where_they_are_known() -> None:
    offers = [an_offer("Huset", NEW, capacity=12), an_offer("Klubben", NEW), an_offer("Y", AGAIN)]

    found = coverage(ALL, offers)

    assert [(c.group.name, c.places, c.verdict) for c in found] == [
        ("Nye", 12, "overlap"),
        ("Gengangere", None, "ét tilbud"),
        ("Ukendte", None, "hul"),
    ]
