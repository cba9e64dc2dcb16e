"""What every part of a template is made of."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field
from typing import Any, ClassVar

STRICT: Mapping[str, str] = {"extra": "forbid"}


def within(least: int, most: int, *, default: Any = MISSING) -> Any:
    """A number of a template that is a mistake outside `least` to `most`."""
    about = {"least": least, "most": most}
    return field(metadata=about) if default is MISSING else field(default=default, metadata=about)


@dataclass(frozen=True, kw_only=True)
class Part:
    """What every part of a template shares: a key too many is a mistake."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT
