"""The templates that a process can be made from: those of the program and those of the library."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from strategykit.actions.acting import new_id, now, require_writer
from strategykit.actions.presence import account_of, require_presence
from strategykit.domain.library import LibraryTemplate
from strategykit.domain.people import Who
from strategykit.domain.template import Template
from strategykit.domain.text import checked_text
from strategykit.drafting.word.house_style import desk_for
from strategykit.errors import NotFound, TemplateProblems, TemplateThere, UnknownTemplate
from strategykit.reference_data import reference_data
from strategykit.storage import accounts, library
from strategykit.storage.database import Database
from strategykit.template_files import (
    TemplateFile,
    read_template,
    read_template_file,
    shipped_files,
    template_schema,
)

NOUN = "Skabelonen"
_NOTE_ROOM = 300


@dataclass(frozen=True)
class ListedTemplate:
    """A template that a process can be made from; `kept` is None for those of the program.

    `added_by` is the facilitator who brought it in; empty when the account is gone.
    """

    file: str
    text: str
    template: Template
    kept: LibraryTemplate | None = None
    added_by: str = ""

    @property
    def shipped(self) -> bool:
        """Whether it came with the program, so that it cannot be removed."""
        return self.kept is None


def list_templates(db: Database) -> tuple[ListedTemplate, ...]:
    """All that can be used: the program's, then the library's by key, the newest first."""
    shipped = [ListedTemplate(each.file, each.text, each.template) for each in shipped_files()]
    with db.reading() as store:
        kept = library.all_templates(store)
        names = {account.id: account.name for account in accounts.all_accounts(store)}
    return (*shipped, *(_listed(k, names.get(k.account_id, "")) for k in kept if not _mistakes(k)))


def unusable_templates(db: Database) -> tuple[tuple[LibraryTemplate, tuple[str, ...]], ...]:
    """What of the library this version of the program cannot read, with the mistakes."""
    with db.reading() as store:
        kept = library.all_templates(store)
    return tuple((each, found) for each in kept if (found := _mistakes(each)))


def template_text(db: Database, key: str, version: str = "") -> str:
    """The text of a template; without a version the library's newest, else the program's.

    Raises UnknownTemplate.
    """
    known = list_templates(db)
    fit = [
        t for t in known if t.template.key == key and (not version or t.template.version == version)
    ]
    if not fit:
        raise UnknownTemplate(key, tuple(dict.fromkeys(t.template.key for t in known)))
    return next((t for t in fit if not t.shipped), fit[0]).text


def add_template(
    db: Database, who: Who, text: str, *, template_id: str = "", file: str = "skabelonen",
    note: str = "", house_style: bytes = b"", replaces: str = "",
) -> LibraryTemplate:  # fmt: skip
    """The template in the library, in the place of the one with the id `replaces` when given.

    The same `template_id` twice, as by a double tap, adds once. Raises TemplateProblems with every
    mistake, told by the name `file`, BadFile for the Word file, TemplateThere, NotAllowed or
    SignedOut.
    """
    require_writer(who, "add")
    template = checked_template(text, file)
    worn(house_style)
    made = LibraryTemplate(
        id=template_id or new_id(), key=template.key, version=template.version, text=text,
        note=checked_text("Hvor skabelonen kommer fra", note, _NOTE_ROOM),
        house_style=house_style, added_at=now(), account_id=account_of(db, who),
    )  # fmt: skip
    with db.writing() as store:
        require_presence(store, who)
        if found := library.find(store, made.id):
            return found
        if replaces:
            library.remove(store, replaces)
        refuse_double(made, library.all_templates(store))
        library.keep(store, made)
    return made


def remove_template(db: Database, who: Who, template_id: str) -> None:
    """The template is out of the library; processes made from it keep their copy.

    Raises NotFound when it was gone already.
    """
    require_writer(who, "remove")
    with db.writing() as store:
        require_presence(store, who)
        if not library.remove(store, template_id):
            raise NotFound(NOUN)


def refuse_double(made: LibraryTemplate, kept: Iterable[LibraryTemplate]) -> None:
    """Raises TemplateThere when key and version are in use, in the library or by the program."""
    there = [(k.key, k.version, k.text) for k in kept]
    there += [(f.template.key, f.template.version, f.text) for f in shipped_files()]
    for key, version, text in there:
        if (key, version) == (made.key, made.version):
            raise TemplateThere(key, version, same=text == made.text)


def worn(house_style: bytes) -> None:
    """Raises BadFile when no draft can wear the Word file; HouseStyleLacks names its styles."""
    if house_style:
        desk_for(house_style)


def checked_template(text: str, file: str) -> Template:
    """The template, its indicators known; raises TemplateProblems with every mistake."""
    return read_template(text, file, indicator_keys())


def indicator_keys() -> tuple[str, ...]:
    """The indicators that a template may name."""
    return tuple(i.key for i in reference_data().indicators)


def templates() -> tuple[TemplateFile, ...]:
    """The templates that come with the program."""
    return shipped_files()


def template_named(key: str) -> TemplateFile:
    """The shipped template with that key; raises UnknownTemplate."""
    known = {each.template.key: each for each in shipped_files()}
    if key not in known:
        raise UnknownTemplate(key, tuple(known))
    return known[key]


def check_templates(files: Sequence[Path] = ()) -> int:
    """How many templates are without mistakes; raises TemplateProblems with those of all files.

    Without any file those of the program are checked.
    """
    problems: list[str] = []
    checked = tuple(files) or tuple(sorted(_folder().glob("*.yaml")))
    for each in checked:
        try:
            read_template_file(each, indicator_keys())
        except TemplateProblems as refused:
            problems += refused.problems
    if problems:
        raise TemplateProblems(tuple(problems))
    return len(checked)


def schema_for_editors() -> str:
    """The JSON Schema of strategy_templates/schema.json."""
    schema = template_schema(indicator_keys())
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _listed(kept: LibraryTemplate, added_by: str) -> ListedTemplate:
    return ListedTemplate(_file_name(kept), kept.text, _read(kept.text), kept, added_by)


def _mistakes(kept: LibraryTemplate) -> tuple[str, ...]:
    try:
        _read(kept.text)
    except TemplateProblems as refused:
        return refused.problems
    return ()


def _file_name(kept: LibraryTemplate) -> str:
    return f"{kept.key}.yaml"


@lru_cache(maxsize=64)
def _read(text: str) -> Template:
    return read_template(text, "skabelonen")


def _folder() -> Path:
    return Path(__file__).resolve().parents[2] / "strategy_templates"
