"""Typed words in a label are read as words."""

import re

import pytest

from strategykit.ui.text import markdown_safe

LINKED = re.compile(r"https?://|www\.|[-.\w+]@[-\w]", re.IGNORECASE)


@pytest.mark.parametrize(
    "typed", ["se http://a.dk", "HTTPS://a.dk", "www.a.dk", "skriv til a@b.dk", "[k](http://a.dk)"]
)
def test_no_address_is_left_that_becomes_a_link(typed: str) -> None:
    read = re.sub(r"\\(.)", r"\1", markdown_safe(typed))

    assert LINKED.search(typed)
    assert not LINKED.search(read)
    assert read.replace("\u2060", "") == typed


def test_signs_with_a_meaning_are_escaped() -> None:
    assert markdown_safe("**fed** $x$ :red[r]") == r"\*\*fed\*\* \$x\$ \:red\[r\]"
