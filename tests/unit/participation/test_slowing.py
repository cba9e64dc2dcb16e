"""Whoever guesses waits; nobody is locked out."""

from starlette.requests import Request

from strategykit.participation.slowing import FREE_TRIES, MOST_ADDRESSES, Slowing


def a_request(address: str) -> Request:
    return Request({"type": "http", "client": (address, 1), "headers": []})


class Clock:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def guessed(times: int, address: str = "192.0.2.1") -> tuple[Slowing, Clock]:
    clock = Clock()
    slowing = Slowing(clock)
    for _ in range(times):
        slowing.wrong(a_request(address))
    return slowing, clock


def test_a_few_slips_cost_nothing() -> None:
    slowing, _ = guessed(FREE_TRIES - 1)

    assert slowing.pause("192.0.2.1") == 0


def test_the_pause_grows_and_is_never_over_five_seconds() -> None:
    pauses = [guessed(times)[0].pause("192.0.2.1") for times in (5, 6, 7, 8, 9, 500, 100_000)]

    assert pauses == [0.5, 1.0, 2.0, 4.0, 5.0, 5.0, 5.0]


def test_another_address_waits_for_nothing() -> None:
    slowing, _ = guessed(500)

    assert slowing.pause("192.0.2.2") == 0


def test_it_is_forgotten_when_nobody_has_guessed_for_ten_minutes() -> None:
    slowing, clock = guessed(500)

    clock.seconds = 601

    assert slowing.pause("192.0.2.1") == 0
    slowing.wrong(a_request("192.0.2.1"))
    assert slowing.pause("192.0.2.1") == 0


def test_many_addresses_do_not_fill_the_memory() -> None:
    slowing, _ = guessed(500)
    for number in range(MOST_ADDRESSES):
        slowing.wrong(a_request(f"10.{number >> 8}.{number & 255}.1"))

    assert slowing.pause("192.0.2.1") == 0  # the oldest is forgotten first
