from itertools import combinations

from strategykit.charts.placing import RADIUS, Place, Spot, above, beside, leader, placed, side

WHOLE = Place(0, 0, 600, 400)


def test_labels_in_a_crowd_cover_neither_each_other_nor_the_marks() -> None:
    spots = [Spot(100 + 40 * n, 200 + 30 * (n % 2), (f"Indsats nummer {n}",)) for n in range(8)]
    marks = [Place(s.x - RADIUS, s.y - RADIUS, 2 * RADIUS, 2 * RADIUS) for s in spots]

    for ways in (beside, above):
        places = placed(spots, WHOLE, [], ways)

        assert all(round(a.covers(b)) == 0 for a, b in combinations(places, 2))
        assert all(round(place.covers(mark)) == 0 for place in places for mark in marks)


def test_a_label_moves_again_for_those_that_came_after_it() -> None:
    two = ("Noget tekst her", "Meget langt område")
    places = placed(
        [
            Spot(60, 160, two),
            Spot(320, 40, two),
            Spot(476, 40, two),
            Spot(476, 120, two[:1]),
            Spot(268, 40, two),
            Spot(372, 240, two[:1]),
            Spot(372, 40, two),
        ],
        Place(0, 0, 594, 384),
        [],
        beside,
    )

    assert all(round(a.covers(b)) == 0 for a, b in combinations(places, 2))


def test_a_label_stays_inside_the_drawing() -> None:
    for x, y in ((0, 0), (600, 0), (600, 400), (0, 400)):
        (place,) = placed([Spot(x, y, ("En ret lang tekst",))], WHOLE, [], beside)

        assert round(place.outside(WHOLE)) == 0


def test_a_label_keeps_off_what_is_taken() -> None:
    right = Place(310, 180, 300, 40)

    (place,) = placed([Spot(300, 200, ("Tekst",))], WHOLE, [right], beside)

    assert place.covers(right) == 0
    assert side(Spot(300, 200, ("Tekst",)), place)[0] == "right"


def test_a_label_far_from_its_mark_gets_a_line_and_a_near_one_does_not() -> None:
    spot = Spot(100, 100, ("Tekst",))

    assert leader(spot, Place(112, 92, 40, 16)) is None
    assert leader(spot, Place(160, 92, 40, 16)) == ((100 + RADIUS, 100), (160, 100))
