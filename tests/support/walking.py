"""One who works at the keyboard: finds things by what they are called, waits for what comes."""

import re
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.support.browsing import settle

#: A list that has just opened closes when the page scrolls or unfolds under it.
STILL = "() => document.getAnimations().every((each) => each.playState !== 'running')"
TWO_FRAMES = "() => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"
RUN_ENDS = 30


class Walker:
    """What a person can do on a page; `runs` counts how often the server has finished one."""

    def __init__(self, tab: Page) -> None:
        self.tab = tab
        self.runs = 0
        tab.on("websocket", lambda line: line.on("framereceived", self._hear))
        self.main = tab.get_by_test_id("stMain")

    def open(self, path: str) -> None:
        """By the address line."""
        self.act(lambda: self.tab.goto(path))

    def go(self, title: str) -> None:
        """By the menu."""
        menu = self.tab.get_by_test_id("stSidebar")
        self.act(menu.get_by_role("link", name=title, exact=True).click)
        expect(self.main.get_by_role("heading", level=1)).to_have_text(title)

    def part(self, name: str) -> None:
        """One of the choices in a row."""
        choice = self.main.get_by_role("radio", name=name, exact=True).first
        if not choice.is_checked():
            self._touch(choice)

    def press(self, name: str) -> None:
        """A button of the page or of what is open above it."""
        self.act(self.tab.get_by_role("button", name=name, exact=True).click)

    def unfold(self, name: str) -> None:
        """A part of the page that is folded up; an open one stays open."""
        part = self.main.get_by_test_id("stExpander").filter(
            has=self.tab.locator("summary", has_text=name)
        )
        if part.locator("details[open]").count() == 0:
            part.locator("summary").click()
        expect(part.locator("details[open]")).to_be_visible()
        self.tab.wait_for_function(STILL)

    def unfold_all(self) -> None:
        """Everything on the page that is folded up."""
        closed = self.main.locator("details:not([open]) > summary")
        for _ in range(closed.count()):
            closed.first.click()
            self.tab.wait_for_function(STILL)

    def write(self, label: str, text: str) -> None:
        """Text in a field."""
        self.field(label).fill(text)

    def day(self, label: str, day: str) -> None:
        """A date such as 03062026, typed digit by digit."""
        group = self.main.get_by_role("group", name=label, exact=True)
        group.get_by_role("spinbutton").first.click()
        self.tab.keyboard.type(day)

    def choose(self, label: str, *options: str | re.Pattern[str]) -> None:
        """One option of a list, or several where it takes more; a part of the words is enough."""
        box = self.main.get_by_role("combobox", name=label, exact=True)
        many = box.evaluate("box => !!box.closest('[data-testid=stMultiSelect]')")
        for option in options:
            self._pick(box, option)
        if many:
            self.tab.keyboard.press("Escape")
            expect(self.tab.get_by_role("listbox")).to_have_count(0)

    def tick(self, label: str) -> None:
        """A box to tick."""
        self.act(self.main.get_by_text(label, exact=True).click)

    def field(self, label: str) -> Locator:
        """The field with that label."""
        number = self.tab.get_by_role("spinbutton", name=label, exact=True)
        return self.tab.get_by_role("textbox", name=label, exact=True).or_(number)

    def sees(self, *texts: str) -> None:
        """The page shows all of it."""
        for text in texts:
            expect(self.main).to_contain_text(text)

    def told(self, text: str) -> None:
        """The page says it in a box."""
        box = self.main.get_by_test_id("stAlert").filter(has_text=text)
        expect(box).to_be_visible()

    def fetch(self, label: str, folder: Path) -> Path:
        """The file that a button gives."""
        with self.tab.expect_download() as coming:
            self.tab.get_by_role("button", name=label, exact=True).click()
        file = folder / coming.value.suggested_filename
        coming.value.save_as(file)
        return file

    def act(self, act: Callable[[], object]) -> None:
        """Does it and waits for the run that it calls for."""
        before, last = self.runs, time.monotonic() + RUN_ENDS
        act()
        while self.runs == before:
            assert time.monotonic() < last, "the act called for no run"
            self.tab.wait_for_timeout(10)
        self.tab.evaluate(TWO_FRAMES)
        settle(self.tab)

    def _hear(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes):
            said = ForwardMsg.FromString(frame).WhichOneof("type")
            self.runs += said == "script_finished"

    def _pick(self, box: Locator, option: str | re.Pattern[str]) -> None:
        box.scroll_into_view_if_needed()
        self.tab.evaluate(TWO_FRAMES)
        box.click()
        expect(box).to_have_attribute("aria-expanded", "true")
        found = self.tab.get_by_role("option").filter(has_text=option).first
        if isinstance(option, str) and not found.is_visible():
            box.press_sequentially(option)
        self._touch(found, within=box)

    def _touch(self, what: Locator, within: Locator | None = None) -> None:
        """A click; in a form nothing runs before its button is pressed."""
        if (within or what).evaluate("each => !!each.closest('[data-testid=stForm]')"):
            what.click()
        else:
            self.act(what.click)
