"""Addresses to follow, and files that plain pages fetch."""

import pytest

from strategykit.participation.rendering import STATIC, own_path


@pytest.mark.parametrize("path", ["/", "/swot", "/swot?forloeb=a&x=/b", "/mål?a=æ", "/a//b"])
def test_an_own_address_is_followed(path: str) -> None:
    assert own_path(path) == path


@pytest.mark.parametrize(
    "path",
    [
        "", "swot", "//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example",
        "javascript:alert(1)", "/a\r\nSet-Cookie: x=1", "/\t/evil.example", "/\u2028", " /swot",
        "/%0d%0a\n", "/a\\b",
    ],
)  # fmt: skip
def test_any_other_address_is_not(path: str) -> None:
    assert own_path(path) == "/"


def test_the_common_style_is_small_and_fetches_nothing() -> None:
    style = (STATIC / "plain.css").read_text("utf-8")

    assert len(style.encode()) < 6_000
    assert "url(" not in style
    assert "@import" not in style
