"""One at the helm without a browser: reads the page, fills in its forms and presses its buttons."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urlencode

from strategykit.domain.access import Door
from tests.support.evenings import Evening
from tests.support.phones import Answer
from tests.support.phones import Phone as Line
from tests.support.signing import signed_in


@dataclass
class Sent:
    """A form as the page has it: where it goes, what it holds, and its buttons by their words."""

    action: str
    fields: list[tuple[str, str]] = field(default_factory=list)
    buttons: dict[str, tuple[str, str]] = field(default_factory=dict)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Sent] = []
        self._select = self._area = ""
        self._button: tuple[str, str] | None = None
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.found.append(Sent(given.get("action", "")))
        elif tag == "input" and self.found:
            if given.get("type") != "checkbox" or "checked" in given:
                self._add(given.get("name", ""), given.get("value", "on"))
        elif tag == "select":
            self._select = given.get("name", "")
        elif tag == "option" and self._select and "selected" in given:
            self._add(self._select, given.get("value", ""))
        elif tag in ("textarea", "button"):
            self._words, self._area = "", given.get("name", "")
            self._button = (given.get("name", ""), given.get("value", ""))

    def handle_data(self, data: str) -> None:
        self._words += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "button" and self.found and self._button:
            self.found[-1].buttons[" ".join(self._words.split())] = self._button
        elif tag == "textarea":
            self._add(self._area, self._words)
        elif tag == "select":
            self._select = ""

    def _add(self, name: str, value: str) -> None:
        if name and self.found:
            self.found[-1].fields.append((name, value))


@dataclass
class Helmsman:
    """A browser without JavaScript at /styring; `page` is what it shows."""

    line: "Browser"
    meeting_id: str
    page: str = ""

    def open(self, part: str = "", **asked: str) -> str:
        """One part of the meeting's helm."""
        query = urlencode({"moede": self.meeting_id, "del": part, **asked})
        return self.follow(self.line.get(f"/styring?{query}"))

    def follow(self, answer: Answer) -> str:
        """Where an answer leads."""
        while answer.status == 303:
            answer = self.line.get(answer.location)
        self.page = answer.text
        return self.page

    def form(self, label: str) -> tuple[Sent, str]:
        """The form with the button whose words begin so, and the button's whole words."""
        parser = _Forms()
        parser.feed(self.page)
        for each in parser.found:
            for words in each.buttons:
                if words.startswith(label):
                    return each, words
        known = [words for each in parser.found for words in each.buttons]
        raise AssertionError(f"no button {label}: {known}")

    def press(self, label: str, *also: tuple[str, str], **typed: str) -> str:
        """The page after the button; `typed` replaces what fields hold, `also` ticks boxes."""
        return self.follow(self.send(label, *also, **typed))

    def send(self, label: str, *also: tuple[str, str], **typed: str) -> Answer:
        """The answer to the button, without following where it leads."""
        form, words = self.form(label)
        fields = [(n, v) for n, v in form.fields if n not in typed] + list(typed.items())
        fields += [form.buttons[words]] if form.buttons[words][0] else []
        return self.line.send_form(form.action, [*fields, *also])

    def box(self, words: str) -> tuple[str, str]:
        """The tick box beside those words."""
        found = re.search(
            r'<input type="checkbox" name="(\w+)" value="([^"]*)"[^>]*>\s*(?:<span>)?'
            + re.escape(words),
            self.page,
        )
        assert found, words
        return found[1], found[2]

    @property
    def text(self) -> str:
        """The words of the page's main part."""
        main = self.page[self.page.find("<main") :]
        return " ".join(re.sub(r"<[^>]*>", " ", main).split())


class Browser(Line):
    """Sends a form with several fields of one name, as ticked boxes are."""

    def send_form(self, path: str, fields: list[tuple[str, str]]) -> Answer:
        return self._ask("POST", path, {"Accept": "text/html"}, urlencode(fields))


def at_helm(port: int, evening: Evening, name: str = "") -> Helmsman:
    """A facilitator who is signed in, of the name given or the tests' own."""
    cookie = signed_in(evening.db, name) if name else signed_in(evening.db)
    line = Browser(port, cookies={Door.FACILITATOR.cookie: cookie})
    return Helmsman(line, evening.meeting.id)
