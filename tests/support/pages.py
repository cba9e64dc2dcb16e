"""Finding things on a page by what they are called, as a person does."""

import re
from collections.abc import Callable
from typing import Any

from streamlit.testing.v1 import AppTest

Opened = Callable[..., AppTest]
KINDS = (
    "text_input", "text_area", "selectbox", "multiselect", "number_input", "date_input",
    "segmented_control", "checkbox",
)  # fmt: skip


def shown(window: AppTest) -> str:
    """All HTML that the page shows."""
    return "\n".join(block.body for block in window.html)


def menu_of(window: AppTest) -> dict[str, str]:
    """Every link of the menu to a page: its words and its address."""
    links = re.findall(r'<a class="sv-page" href="([^"]*)"[^>]*>([^<]*)</a>', shown(window))
    return {title: address for address, title in links}


def said(window: AppTest) -> list[str]:
    """The sentences of success, information, warning and error."""
    kinds = (window.success, window.info, window.warning, window.error)
    return [re.sub(r"\\(.)", r"\1", b.value) for blocks in kinds for b in blocks]


def field(window: AppTest, label: str) -> Any:
    """The one field with that label."""
    every = (f for kind in KINDS for f in getattr(window, kind))
    found = [f for f in every if re.sub(r"\\(.)", r"\1", f.label) == label]
    assert len(found) == 1, f"{label}: {len(found)}"
    return found[0]


def fill(window: AppTest, **values: Any) -> None:
    """Sets fields; the label's blanks are written as underscores."""
    for name, value in values.items():
        field(window, name.replace("_", " ")).set_value(value)


def choose(window: AppTest, label: str, option: Any) -> AppTest:
    """The page after an option of the field was chosen."""
    return field(window, label).set_value(option).run()


def press(window: AppTest, label: str) -> AppTest:
    """The page after its one button with that label was pressed."""
    found = [b for b in window.button if b.label == label]
    assert len(found) == 1, f"{label}: {len(found)} of {[b.label for b in window.button]}"
    after = found[0].click().run()
    assert not after.exception, after.exception
    return after
