"""The library: templates that were brought in or made here, beside those of the program."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class LibraryTemplate:
    """A template that a process can be made from; key and version together are its own.

    `note` says where it came from, `account_id` who brought it in (empty from the terminal), and
    `house_style` is the Word file that goes with it, empty when there is none.
    """

    id: str
    key: str
    version: str
    text: str
    note: str = ""
    house_style: bytes = b""
    added_at: datetime
    account_id: str = ""


@dataclass(frozen=True, kw_only=True)
class TemplateDraft:
    """A template that is being written, with the mistakes it may have; `version` counts its saves.

    `origin` is the key and version of the template that it began as a copy of.
    """

    id: str
    name: str
    text: str
    origin: str = ""
    version: int = 1
    changed_at: datetime
    account_id: str = ""
