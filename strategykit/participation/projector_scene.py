"""What a wall consists of: a scene, and the frame round it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from strategykit.domain.boards import counted
from strategykit.domain.countdown import Countdown

PHONES = "/deltag"
LENGTHS = (75, 140, 280, 600)


@dataclass(frozen=True)
class Scene:
    """`template` draws it with `fill`; `above` is a smaller line over the heading."""

    template: str
    heading: str
    above: str = ""
    fill: Mapping[str, Any] = field(default_factory=dict)

    @property
    def length(self) -> str:
        """How long the heading is."""
        return length_of(self.heading)


@dataclass(frozen=True)
class WayIn:
    """Where phones find this server; `reached` is False where they cannot."""

    address: str
    reached: bool

    @property
    def told(self) -> str:
        """What somebody types: browsers add the rest, but https on a port of its own."""
        bare = self.address.partition("://")[2]
        typed = self.address if self.address.startswith("https") and ":" in bare else bare
        return f"{typed}{PHONES}"

    def link(self, code: str) -> str:
        """What the QR code holds."""
        return f"{self.address}{PHONES}?kode={code}"


@dataclass(frozen=True)
class Taken:
    """How many have done something of how many who may."""

    count: int
    of: int
    word: str

    @property
    def told(self) -> str:
        """ "9 af 12 har svaret"."""
        return f"{self.count} af {self.of} {self.word}"

    @property
    def percent(self) -> int:
        """How full the bar is."""
        return min(100, round(100 * self.count / self.of)) if self.of else 0


@dataclass(frozen=True)
class Wall:
    """What stands round the scene; all of it is empty on a dark wall."""

    scene: Scene
    place: str = ""
    code: str = ""
    address: str = ""
    countdown: Countdown | None = None
    taken: Taken | None = None

    @property
    def heard(self) -> str:
        """What is said now and then to somebody who does not see the wall; never a note."""
        notes = self.scene.fill.get("notes")
        told = counted(notes, "seddel", "sedler") if notes else ""
        return ". ".join(part for part in (told, self.taken.told if self.taken else "") if part)


def length_of(text: str) -> str:
    """How long a text is, which decides how large it is written."""
    lengths = zip(("kort", "mellem", "lang", "laengere"), LENGTHS, strict=True)
    return next((name for name, most in lengths if len(text) <= most), "laengst")
