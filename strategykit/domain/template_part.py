"""What every part of a template is made of."""

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field
from functools import cache
from types import NoneType
from typing import Any, ClassVar, get_args, get_origin, get_type_hints

STRICT: Mapping[str, str] = {"extra": "forbid"}


def within(least: int, most: int, *, default: Any = MISSING) -> Any:
    """A number of a template that is a mistake outside `least` to `most`."""
    about = {"least": least, "most": most}
    return field(metadata=about) if default is MISSING else field(default=default, metadata=about)


@dataclass(frozen=True, kw_only=True)
class Part:
    """What every part of a template shares: a key too many is a mistake."""

    __pydantic_config__: ClassVar[Mapping[str, str]] = STRICT


@cache
def kinds_of(owner: type) -> Mapping[str, Any]:
    """The type of each field; None is left out of a union."""
    return {name: _without_none(hint) for name, hint in get_type_hints(owner).items()}


@cache
def item_kind(kind: Any) -> Any:
    """What a list holds, or None when the type is no list."""
    return get_args(kind)[0] if get_origin(kind) is tuple else None


def _without_none(hint: Any) -> Any:
    choices = [kind for kind in get_args(hint) if kind is not NoneType]
    return choices[0] if NoneType in get_args(hint) else hint
