"""Models held up against weighted criteria."""

from strategykit.domain.instrument_columns import CHOICE, WEIGHTS
from strategykit.domain.instrument_options import choice_of, leading, weighed, weights_of
from strategykit.domain.instruments import (
    InstrumentKind,
    InstrumentPlan,
    ItemOfInstrument,
    WeightedCriterion,
)
from tests.unit.domain.test_instrument_rows import row

PLAN = InstrumentPlan(
    key="r", kind=InstrumentKind.OPTIONS, title="R", ask="A",
    items=(
        ItemOfInstrument(key="enhed", title="Én enhed", pros=("Klart ansvar",)),
        ItemOfInstrument(key="aftaler", title="Faste aftaler"),
    ),
    criteria=(
        WeightedCriterion(key="pris", title="Pris", weight=2),
        WeightedCriterion(key="hast", title="Hast", weight=3),
    ),
)  # fmt: skip
UNIT = row(1, "enhed", **{"c:pris": "1", "c:hast": "4", "pros": "Ét budget\n\nÉn leder"})
AGREED = row(2, "aftaler", **{"c:pris": "4", "c:hast": "2"})


def test_points_are_weight_times_score() -> None:
    unit, agreed = weighed(PLAN, [AGREED, UNIT])

    assert (unit.total, agreed.total, unit.most) == (14, 14, 25)
    assert leading((unit, agreed)) == (unit, agreed)
    assert unit.pros == ("Klart ansvar", "Ét budget", "Én leder")


def test_agreed_weights_take_the_place_of_the_template_s() -> None:
    rows = [UNIT, AGREED, row(3, WEIGHTS, **{"c:pris": "0"})]

    assert weights_of(PLAN, rows) == {"pris": 0, "hast": 3}
    unit, agreed = weighed(PLAN, rows)
    assert (unit.total, agreed.total) == (12, 6)
    assert leading((unit, agreed)) == (unit,)


def test_no_model_leads_while_a_score_that_counts_is_lacking() -> None:
    half = row(2, "aftaler", **{"c:hast": "1"})

    options = weighed(PLAN, [UNIT, half])

    assert [c.key for c in options[1].lacking] == ["pris"]
    assert leading(options) == ()
    assert leading(weighed(PLAN, [UNIT, half, row(3, WEIGHTS, **{"c:pris": "0"})])) != ()
    assert weighed(PLAN, [])[0].row is None


def test_a_mix_is_a_choice_of_several_models() -> None:
    mix = row(3, CHOICE, chosen="Én enhed; Faste aftaler", reason="Begge dele")

    choice = choice_of(PLAN, [mix])

    assert choice is not None
    assert (choice.titles, choice.reason) == (("Én enhed", "Faste aftaler"), "Begge dele")
    assert choice_of(PLAN, [UNIT]) is None
