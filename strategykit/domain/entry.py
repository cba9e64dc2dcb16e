"""What every kept thing has in common, and how a field says its Danish name."""

from dataclasses import MISSING, dataclass, field, fields
from decimal import Decimal
from typing import Any, ClassVar

from strategykit.errors import Empty, OutOfRange

SHORT = 300


def said(
    label: str,
    *,
    default: Any = MISSING,
    long: bool = False,
    hint: str = "",
    refs: str = "",
    link: bool = False,
    least: int | None = None,
    most: int | None = None,
    hidden: bool = False,
    room: int = 10_000,
    term: str = "",
) -> Any:
    """A dataclass field with the name that users read; `refs` names the noun its ids point to.

    `long` is a text of several lines, `hidden` a field that no form shows, `room` the most
    characters that the field holds. `term` is the word of the template that a form calls it by.
    """
    about = {
        "label": label, "long": long, "hint": hint, "refs": refs, "link": link,
        "least": least, "most": most, "hidden": hidden, "room": room, "term": term,
    }  # fmt: skip
    return field(metadata=about) if default is MISSING else field(default=default, metadata=about)


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing in one process; `version` counts its saves, `position` its place in the list."""

    noun: ClassVar[str] = ""
    needs: ClassVar[tuple[str, ...]] = ()

    id: str
    process_id: str
    version: int = 1
    position: int = 0

    def __post_init__(self) -> None:
        """Raises Empty or OutOfRange with the field's Danish name."""
        for part in fields(self):
            value = getattr(self, part.name)
            if part.name in self.needs and (value is None or not str(value).strip() or value == ()):
                raise Empty(label_of(self, part.name))
            _in_range(part.metadata, value)

    @property
    def headline(self) -> str:
        """The words that name this entry in a list: its first needed field."""
        return str(getattr(self, self.needs[0])) if self.needs else self.id


def label_of(entry: Entry | type[Entry], name: str) -> str:
    """The Danish name of a field."""
    return next((str(f.metadata.get("label", name)) for f in fields(entry) if f.name == name), name)


def _in_range(about: Any, value: object) -> None:
    least, most = about.get("least"), about.get("most")
    if isinstance(value, int | Decimal) and (
        (least is not None and value < least) or (most is not None and value > most)
    ):
        raise OutOfRange(about["label"], least if least is not None else "", most or "")
