"""The forms of a page, read as a browser reads them."""

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

Attributes = list[tuple[str, str | None]]
Filled = dict[str, str | tuple[str, ...]]
_BOXES = ("radio", "checkbox")


@dataclass(frozen=True)
class Field:
    """`choices` are the values of boxes of one name or of a list; `chosen` is what stands there."""

    kind: str
    chosen: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class HtmlForm:
    """`action` is where it is sent; `buttons` are names and values of what sends it."""

    action: str
    method: str
    fields: Mapping[str, Field]
    buttons: tuple[tuple[str, str], ...]

    def filled(self, **given: str) -> Filled:
        """What a browser sends when these fields are filled in and the others left alone."""
        kept = {name: field.chosen for name, field in self.fields.items() if field.chosen}
        return {**kept, **given}

    def holds(self, **given: str) -> bool:
        """Whether these fields stand in it as given; those that it has not do not count."""
        fields = ((self.fields.get(name), value) for name, value in given.items())
        return all(field is None or field.chosen == (value,) for field, value in fields)


def forms_in(html: str) -> tuple[HtmlForm, ...]:
    """Every form of the page, in its order."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return tuple(reader.found)


def form_to(html: str, action: str) -> HtmlForm | None:
    """The page's first form that is sent there."""
    return next((form for form in forms_in(html) if form.action.split("?")[0] == action), None)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[HtmlForm] = []
        self._fields: dict[str, Field] | None = None
        self._buttons: list[tuple[str, str]] = []
        self._head = ("", "")
        self._list = ""
        self._text = ""

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        about = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._head = (about.get("action", ""), about.get("method", "get").lower())
            self._fields, self._buttons = {}, []
        elif self._fields is not None:
            self._part(tag, about)

    def handle_endtag(self, tag: str) -> None:
        if self._fields is None:
            return
        if tag == "form":
            action, method = self._head
            self.found.append(HtmlForm(action, method, self._fields, tuple(self._buttons)))
            self._fields = None
        elif tag in {"select", "textarea"}:
            self._list = self._text = ""

    def handle_data(self, data: str) -> None:
        if self._text and self._fields is not None:
            written = "".join(self._fields[self._text].chosen) + data
            self._fields[self._text] = Field("textarea", (written,))

    def _part(self, tag: str, about: Mapping[str, str]) -> None:
        name, value, kind = about.get("name", ""), about.get("value", ""), about.get("type", "text")
        if tag == "button" or (tag == "input" and kind == "submit"):
            self._button(name, value, about)
        elif tag == "select":
            self._list = name
            self._keep(name, Field("select"))
        elif tag == "option" and self._list:
            self._choose(self._list, "select", value, chosen="selected" in about)
        elif tag == "textarea":
            self._text = name
            self._keep(name, Field("textarea", ("",)))
        elif tag == "input" and kind in _BOXES:
            self._choose(name, kind, value or "on", chosen="checked" in about)
        elif tag == "input":
            self._keep(name, Field(kind, (value,)))

    def _button(self, name: str, value: str, about: Mapping[str, str]) -> None:
        if "disabled" not in about and about.get("aria-disabled") != "true":
            self._buttons.append((name, value))

    def _choose(self, name: str, kind: str, value: str, *, chosen: bool) -> None:
        held = (self._fields or {}).get(name, Field(kind))
        several = held.chosen if kind == "checkbox" else ()
        if kind == "select" and not held.choices:
            chosen = True  # a list stands at its first line
        now = (*several, value) if chosen else held.chosen
        self._keep(name, Field(kind, now, (*held.choices, value)))

    def _keep(self, name: str, field: Field) -> None:
        if name and self._fields is not None:
            self._fields[name] = field
