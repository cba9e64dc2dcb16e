"""The smaller papers of a process: agenda, invitation, minutes, script with cards and dots."""

from dataclasses import dataclass

from strategykit.domain.outline import Section


@dataclass(frozen=True)
class DotSheet:
    """A sheet of round dots to cut out or to copy onto labels; `label` says whose they are."""

    label: str
    dots: int


@dataclass(frozen=True)
class Paper:
    """One paper; the keys of its blocks are unique in it, and a table may lack a caption.

    `facts` are the lines under the title, such as ("Tid", "3. juni 2026 kl. 16-18"). `sender` is
    the municipality and the committee, or what else stands at the foot of each page. `known_by`
    are the file's own properties, by which it is known when it comes back.
    """

    title: str
    subtitle: str
    sender: str
    facts: tuple[tuple[str, str], ...] = ()
    sections: tuple[Section, ...] = ()
    cards: tuple[str, ...] = ()
    dot_sheets: tuple[DotSheet, ...] = ()
    notice: str = ""
    known_by: tuple[tuple[str, str], ...] = ()
