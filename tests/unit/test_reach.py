"""Who is this machine itself, who is another, and which names are ours."""

import pytest

from strategykit.errors import NameLeadsNowhere
from strategykit.reach import (
    Reach,
    is_another_device,
    is_local,
    name_of,
    own_numbers,
    phone_address,
    phone_answered,
    reach,
    serve_as,
)


def asked(peer: str | None, host: str = "localhost:8501", **headers: str) -> dict[str, object]:
    named = {"host": host, **{name.replace("_", "-"): value for name, value in headers.items()}}
    return {
        "type": "http",
        "client": (peer, 50000) if peer else None,
        "headers": [(name.encode(), value.encode()) for name, value in named.items()],
    }


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1", "[::1]:8501", "LOCALHOST"])
@pytest.mark.parametrize("peer", ["127.0.0.1", "::1"])
def test_a_browser_on_this_machine_is_local(peer: str, host: str) -> None:
    assert is_local(asked(peer, host))


@pytest.mark.parametrize(
    "scope",
    [
        asked("192.168.1.5"),
        asked("127.0.0.1", "strategi.kommune.dk"),
        asked("127.0.0.1", "192.168.1.4:8501"),
        asked("127.0.0.1", x_forwarded_for="192.168.1.5"),
        asked("127.0.0.1", forwarded="for=192.168.1.5"),
        asked(None),
        asked("testclient"),
    ],
)
def test_whoever_comes_from_elsewhere_or_through_something_is_not(scope: dict[str, object]) -> None:
    assert not is_local(scope)


def test_this_machine_by_its_network_address_is_no_other_device() -> None:
    own = own_numbers()[0]

    assert is_another_device(asked("198.51.100.7"))
    assert not is_another_device(asked(own))
    assert not is_another_device(asked("127.0.0.1"))
    assert not is_another_device(asked(None))


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("Navn.dk:80", "navn.dk"), ("[::1]", "[::1]"), ("[::1]:8501", "[::1]"), ("a@b", ""),
        ("navn:", ""), ("navn:123456", ""), ("navn:²", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_name_is_read_out_of_the_host(host: str, name: str) -> None:
    assert name_of(host) == name


def test_a_proxy_gives_the_phones_its_own_https_address() -> None:
    reach = Reach(lan=True, names=("a.dk", "b.dk:8443"), proxy="127.0.0.1")

    assert reach.addresses == ("https://a.dk", "https://b.dk:8443")
    assert reach.answers_to("b.dk")


def test_names_and_numbers_lead_to_our_own_port() -> None:
    reach = Reach(port=9000, lan=True, tls=True, names=("a.dk", "b.dk:443"))

    numbers = tuple(f"https://{number}:9000" for number in own_numbers())
    assert reach.addresses == ("https://a.dk:9000", "https://b.dk:443", *numbers)


def test_served_to_this_machine_there_is_no_address_for_others() -> None:
    assert Reach().addresses == ()
    assert not Reach().answers_to(own_numbers()[0])
    with pytest.raises(NameLeadsNowhere):
        Reach(names=("a.dk",))


def test_phones_are_led_where_one_has_answered() -> None:
    before = reach()
    serve_as(Reach(port=9000, lan=True, names=("a.dk", "b.dk")))

    likely = phone_address()
    phone_answered({**asked("198.51.100.7", "c.dk:9000"), "scheme": "http"})
    foreign = phone_address()
    phone_answered({**asked("198.51.100.7", "b.dk:9000"), "scheme": "http"})
    proven = phone_address()
    serve_as(Reach())
    gone = phone_address()
    serve_as(before)

    assert (likely, foreign, proven, gone) == (
        "http://a.dk:9000", "http://a.dk:9000", "http://b.dk:9000", "",
    )  # fmt: skip
