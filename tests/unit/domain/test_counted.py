from strategykit.domain.boards import Dot, Note
from strategykit.domain.counted import WORDS, all_counted
from strategykit.domain.goals import Goal
from strategykit.domain.nouns import KINDS
from strategykit.domain.process import Process


def test_everything_that_a_process_can_hold_has_its_words() -> None:
    assert set(WORDS) == set(KINDS) - {Process}


def test_one_and_many_are_told_apart_and_nothing_is_left_out() -> None:
    assert all_counted({Dot: 1500, Note: 1, Goal: 0}) == ("1 seddel", "1.500 prikker")
