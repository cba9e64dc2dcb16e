"""What a rehearsal says: the verdict, its figures, and what it has not tried."""

from dataclasses import replace

import pytest

from strategykit.rehearsal.measuring import (
    Rehearsal,
    Spread,
    StepMeasure,
    spread_of,
)
from strategykit.rehearsal.telling import NO_NETWORK, OTHER_DATABASE, UNTOUCHED, as_json, sentences

QUICK = Spread(100, 0.08, 0.21, 0.4)
STEP = StepMeasure("Aften 1", "Skriv", "skriv", QUICK, QUICK, 0, 0)
WELL = Rehearsal(
    process="kort", members=25, seconds=60.0, steps=(STEP,), answers=QUICK, arrivals=QUICK,
    troubles=(), lost=0, memory_mb=200.0, postgres=False,
)  # fmt: skip


def test_a_machine_that_holds_is_told_with_its_figures() -> None:
    said = sentences(WELL)

    assert said[0] == "Maskinen kan klare 25 deltagere."
    assert "95 af 100 var fremme inden for 0,2 sekund." in said[1]
    assert "Deltagerne sendte 100 sedler og stemmer." in said[2]
    assert "Der var ingen fejl." in said


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"troubles": ("seddel: 503",)}, "1 forsøg gav fejl."),
        ({"lost": 2}, "2 sedler nåede ikke projektoren."),
        ({"arrivals": Spread(100, 0.5, 1.2, 3.0)}, "Maskinen er for langsom til 25 deltagere"),
        ({"answers": Spread(100, 0.5, 1.2, 3.0)}, "Maskinen er for langsom til 25 deltagere"),
        ({"answers": None, "arrivals": None}, "Prøven fandt intet trin"),
    ],
)
def test_a_machine_that_does_not_hold_is_told_why(change: dict[str, object], word: str) -> None:
    found = replace(WELL, **change)  # type: ignore[arg-type]

    assert not found.holds
    assert as_json(found)["holder"] is False
    assert "kan klare" not in sentences(found)[0]
    assert word in " ".join(sentences(found))


@pytest.mark.parametrize("found", [WELL, replace(WELL, lost=1), replace(WELL, answers=None)])
def test_the_room_s_network_is_never_said_to_be_tried(found: Rehearsal) -> None:
    assert NO_NETWORK in sentences(found)
    assert UNTOUCHED in sentences(found)
    assert as_json(found)["lokalets_netværk_prøvet"] is False


def test_another_database_than_the_tried_one_is_named() -> None:
    assert OTHER_DATABASE in sentences(replace(WELL, postgres=True))
    assert OTHER_DATABASE not in sentences(WELL)


def test_the_95th_of_a_hundred_is_the_95th() -> None:
    found = spread_of([number / 100 for number in range(100, 0, -1)])

    assert found == Spread(100, 0.505, 0.95, 1.0)
    assert spread_of([]) is None
    assert spread_of([2.0]) == Spread(1, 2.0, 2.0, 2.0)


def test_the_slowest_step_is_the_one_with_the_slowest_answers() -> None:
    slow = replace(STEP, title="Prikker", answers=Spread(10, 0.1, 0.9, 0.9))

    assert "'Prikker'" in " ".join(sentences(replace(WELL, steps=(STEP, slow, STEP))))
