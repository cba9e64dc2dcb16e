"""Several templates in one file, out of the library and into another one."""

from collections.abc import Mapping, Sequence

from strategykit.actions.acting import new_id, now, require_writer
from strategykit.actions.presence import account_of, require_presence
from strategykit.actions.templates import (
    ListedTemplate,
    indicator_keys,
    list_templates,
    worn,
)
from strategykit.domain.clock import COPENHAGEN
from strategykit.domain.library import LibraryTemplate
from strategykit.domain.people import Who
from strategykit.domain.template_package import (
    Arrival,
    Choice,
    PackagedTemplate,
    Standing,
    TemplatePackage,
    arrivals,
)
from strategykit.domain.text import checked_text
from strategykit.errors import BadFile, ChoiceMissing, NothingPicked, PackageBroken
from strategykit.storage import library
from strategykit.storage.database import Database
from strategykit.storage.store import Store
from strategykit.template_files import shipped_files
from strategykit.template_files.package import read_package, write_package

NOTE_ROOM = 300


def pack(db: Database, chosen: Sequence[tuple[str, str]], note: str = "") -> bytes:
    """A package of the templates with those keys and versions; raises NothingPicked or BadEntry.

    `note` says whom it comes from.
    """
    told = checked_text("Hvem pakken kommer fra", note, NOTE_ROOM)
    wanted = [each for each in list_templates(db) if _name(each) in set(chosen)]
    if not wanted:
        raise NothingPicked
    packed = [PackagedTemplate(t.template, t.text, _style(t)) for t in wanted]
    return write_package(packed, told, now().astimezone(COPENHAGEN).date())


def read_templates(data: bytes) -> TemplatePackage:
    """What the file holds; raises BadFile, or TemplateProblems with the mistakes of all templates.

    The Word files have been tried on.
    """
    package = read_package(data, indicator_keys())
    wrong = []
    for each in package.templates:
        try:
            worn(each.house_style)
        except BadFile as refused:
            wrong.append(f"Word-filen til '{each.template.key}' kan ikke bruges. {refused}")
    if wrong:
        raise PackageBroken(tuple(wrong))
    return package


def arrivals_of(db: Database, package: TemplatePackage) -> tuple[Arrival, ...]:
    """How each template of the package stands to those that are here; nothing is written."""
    with db.reading() as store:
        return _arrivals(store, package)


def take_in(
    db: Database, who: Who, package: TemplatePackage, choices: Mapping[str, Choice] | None = None
) -> tuple[LibraryTemplate, ...]:
    """The templates that are new here, all of them or none.

    `choices` are by Arrival.key. Raises ChoiceMissing with those that need one.
    """
    require_writer(who, "add")
    account_id = account_of(db, who)
    with db.writing() as store:
        require_presence(store, who)
        added = [
            _taken_in(store, arrival, package.note, account_id)
            for arrival in _decided(_arrivals(store, package), choices or {})
        ]
    return tuple(added)


def _decided(
    found: Sequence[Arrival], choices: Mapping[str, Choice]
) -> list[tuple[Arrival, Choice]]:
    """Those that come in, each with its choice."""
    open_ones = [a.key for a in found if a.choices and choices.get(a.key) not in a.choices]
    if open_ones:
        raise ChoiceMissing(tuple(open_ones))
    coming = [a for a in found if a.standing is not Standing.SAME]
    decided = [(a, choices.get(a.key, Choice.BOTH) if a.choices else Choice.BOTH) for a in coming]
    return [(arrival, choice) for arrival, choice in decided if choice is not Choice.LEAVE]


def _taken_in(
    store: Store, decided: tuple[Arrival, Choice], note: str, account_id: str
) -> LibraryTemplate:
    arrival, choice = decided
    if choice is Choice.REPLACE:
        for kept in arrival.replaced:
            library.remove(store, kept.id)
    each = arrival.packaged
    made = LibraryTemplate(
        id=new_id(), key=each.template.key, version=each.template.version, text=each.text,
        note=note, house_style=each.house_style, added_at=now(), account_id=account_id,
    )  # fmt: skip
    library.keep(store, made)
    return made


def _arrivals(store: Store, package: TemplatePackage) -> tuple[Arrival, ...]:
    shipped = [(f.template.key, f.template.version, f.text) for f in shipped_files()]
    return arrivals(package, library.all_templates(store), shipped)


def _name(listed: ListedTemplate) -> tuple[str, str]:
    return listed.template.key, listed.template.version


def _style(listed: ListedTemplate) -> bytes:
    return listed.kept.house_style if listed.kept else b""
