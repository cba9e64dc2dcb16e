"""What many phones ask for at once is made once, and a wrong code costs a few seconds at most."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from starlette.requests import Request
from starlette.responses import Response

from strategykit.participation import late
from strategykit.participation.crowd import KEPT, Once
from strategykit.participation.late import Late, after_wrong_code


def test_what_many_ask_for_at_once_is_made_once() -> None:
    once: Once[int] = Once()
    made: list[int] = []
    together = Barrier(8)

    def ask(_: int) -> int:
        together.wait()
        return once.of("væggen", lambda: made.append(1) or len(made))

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(8))) == {1}
    assert made == [1]


def test_only_the_newest_are_kept() -> None:
    once: Once[int] = Once()
    for number in range(KEPT + 1):
        once.of(number, lambda: 1)

    assert once.of(0, lambda: 2) == 2
    assert once.of(KEPT, lambda: 2) == 1


def asked_from(address: str) -> Request:
    return Request({"type": "http", "headers": [], "client": (address, 1), "state": {}})


def test_a_wrong_code_waits_longer_the_more_there_were_but_five_seconds_at_most() -> None:
    late._WRONG_CODES = type(late._WRONG_CODES)()  # noqa: SLF001
    answers = [after_wrong_code(asked_from("192.0.2.1"), Response()) for _ in range(40)]
    waits = [answer.seconds for answer in answers if isinstance(answer, Late)]

    assert not isinstance(answers[0], Late)
    assert waits == sorted(waits)
    assert (len(waits) > 30, max(waits)) == (True, 5.0)
    assert not isinstance(after_wrong_code(asked_from("192.0.2.2"), Response()), Late)
