"""A package: several templates in one file, with a list of what is in it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from strategykit.domain.library import LibraryTemplate
from strategykit.domain.template import Template

PACKAGE_FORMAT = 1


@dataclass(frozen=True, kw_only=True)
class PackedTemplate:
    """One line of the manifest; `file` and `house_style` are names in the zip, the second may be
    empty, and `checksum` is the SHA-256 of the template's bytes."""

    file: str
    key: str
    name: str
    version: str
    author: str
    licence: str
    origin: str
    checksum: str
    house_style: str = ""
    house_style_checksum: str = ""


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What the package says of itself; `note` says whom it comes from."""

    format: int
    note: str
    made_on: str
    templates: tuple[PackedTemplate, ...]


@dataclass(frozen=True)
class PackagedTemplate:
    """A template of a package with its text, and the Word file that goes with it."""

    template: Template
    text: str
    house_style: bytes = b""


@dataclass(frozen=True)
class TemplatePackage:
    """A package that was read and is without mistakes."""

    note: str
    made_on: str
    templates: tuple[PackagedTemplate, ...]


class Standing(StrEnum):
    """How a template of a package stands to those that are here."""

    NEW = "ny"
    SAME = "findes med samme indhold"
    OTHER_VERSION = "findes i en anden udgave"
    OTHER_CONTENT = "findes i samme udgave med et andet indhold"


class Choice(StrEnum):
    """What is to be done with a template that is here already."""

    BOTH = "behold begge"
    REPLACE = "erstat den, der er her"
    LEAVE = "hent den ikke"


@dataclass(frozen=True)
class Arrival:
    """A template of a package beside those with the same key that are here, the newest first.

    `versions` are all versions that are here, those that came with the program too.
    """

    packaged: PackagedTemplate
    standing: Standing
    here: tuple[LibraryTemplate, ...]
    versions: tuple[str, ...]

    @property
    def key(self) -> str:
        """The key that a choice is made for."""
        return f"{self.packaged.template.key} {self.packaged.template.version}"

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be chosen; nothing when there is nothing to choose.

        What came with the program stays, so that it can only be kept beside, or left.
        """
        if self.standing in (Standing.NEW, Standing.SAME):
            return ()
        replace = (Choice.REPLACE,) if self.replaced else ()
        both = (Choice.BOTH,) if self.standing is Standing.OTHER_VERSION else ()
        return (*both, *replace, Choice.LEAVE)

    @property
    def replaced(self) -> tuple[LibraryTemplate, ...]:
        """The one of the library that gives way: of the same version, else the newest."""
        if self.standing is Standing.OTHER_CONTENT:
            version = self.packaged.template.version
            return tuple(kept for kept in self.here if kept.version == version)
        return self.here[:1]


def arrivals(
    package: TemplatePackage, library: Sequence[LibraryTemplate],
    shipped: Iterable[tuple[str, str, str]],
) -> tuple[Arrival, ...]:  # fmt: skip
    """How each template stands; `shipped` is key, version and text of the program's own."""
    own = tuple(shipped)
    return tuple(_arrival(each, library, own) for each in package.templates)


def _arrival(
    packaged: PackagedTemplate,
    library: Sequence[LibraryTemplate],
    shipped: Sequence[tuple[str, str, str]],
) -> Arrival:
    template = packaged.template
    here = tuple(kept for kept in library if kept.key == template.key)
    known = [(k.version, k.text) for k in here]
    known += [(version, text) for key, version, text in shipped if key == template.key]
    texts = dict(known)
    versions = tuple(dict.fromkeys(version for version, _ in known))
    if template.version not in texts:
        standing = Standing.OTHER_VERSION if known else Standing.NEW
    else:
        same = texts[template.version] == packaged.text
        standing = Standing.SAME if same else Standing.OTHER_CONTENT
    return Arrival(packaged, standing, here, versions)
