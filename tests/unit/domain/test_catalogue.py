"""The catalogue names what the rest of the house has, no more and no less."""

from strategykit.domain.catalogue import (
    ALWAYS_SHOWN,
    CRITERIA_SENTENCES,
    FILL_NEEDS,
    FILLS,
    PAGES,
)
from strategykit.domain.phases import CHECKS, INSTRUMENTS_FILLED
from strategykit.ui.addresses import ADDRESSES


def test_every_criterion_has_a_rule_and_a_sentence() -> None:
    assert set(CRITERIA_SENTENCES) == {*CHECKS, INSTRUMENTS_FILLED}


def test_every_page_that_a_template_can_name_has_an_address() -> None:
    assert set(PAGES) <= set(ADDRESSES)
    assert set(ALWAYS_SHOWN) <= set(PAGES)


def test_only_fills_that_exist_need_something() -> None:
    assert set(FILL_NEEDS) <= set(FILLS)
