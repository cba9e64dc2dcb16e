"""Whoever guesses waits; nobody is locked out."""

from concurrent.futures import ThreadPoolExecutor

from anyio import create_task_group, run, sleep
from starlette.requests import Request

from strategykit.participation.slowing import FREE_TRIES, MOST_GUESSERS, Slowing


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
    for number in range(MOST_GUESSERS):
        slowing.wrong(a_request(f"10.{number >> 8}.{number & 255}.1"))

    assert slowing.pause("192.0.2.1") == 0  # the oldest is forgotten first


def test_of_a_burst_from_one_address_few_come_through_before_the_pause() -> None:
    order: list[str] = []
    slowing, _ = guessed(0)

    async def guess(name: str, address: str) -> None:
        async with slowing.turn(address):
            order.append(name)
            await sleep(0.01)
            if name == "gæt":
                slowing.wrong(a_request(address))

    async def crowd() -> None:
        async with create_task_group() as tasks:
            for _ in range(FREE_TRIES + 3):
                tasks.start_soon(guess, "gæt", "192.0.2.1")
            tasks.start_soon(guess, "en anden", "192.0.2.2")

    with ThreadPoolExecutor(1) as another:  # a browser's own loop may run in this thread
        another.submit(run, crowd).result()

    assert order == ["gæt"] * FREE_TRIES + ["en anden"] + ["gæt"] * 3
