"""What is wrong with instruments: what a kind lacks, may not have, or points to in vain."""

from collections.abc import Iterator

from strategykit.domain.instruments import (
    MAY_HAVE,
    NEEDS,
    ColumnKind,
    InstrumentKind,
)
from strategykit.template_files.looking import fields_in, list_in, text_in, unknown
from strategykit.template_files.problems import Problem, quoted
from strategykit.template_files.tree import Fields, Text

_LISTS = ("items", "criteria", "columns", "groups")
_PAGE = "redskaber"


def wrong_instruments(root: Fields) -> Iterator[Problem]:
    """Every mistake about instruments, also of the sections that they fill."""
    instruments = fields_in(root, "instruments")
    phases = [key.text for plan in fields_in(root, "phases") if (key := text_in(plan, "key"))]
    for plan in instruments:
        if phase := text_in(plan, "phase"):
            yield from unknown(phase, "phase", phases)
        yield from _lists(plan)
        yield from _columns(plan)
        yield from _asked(plan)
    if instruments and not _shown(root):
        yield Problem(root.key_lines["instruments"], f"ingen fase viser siden {quoted(_PAGE)}")


def _lists(plan: Fields) -> Iterator[Problem]:
    kind = text_in(plan, "kind")
    if kind is None or kind.text not in set(InstrumentKind):
        return
    needed = NEEDS.get(InstrumentKind(kind.text), ())
    allowed = (*needed, *MAY_HAVE.get(InstrumentKind(kind.text), ()))
    for name in _LISTS:
        if name in needed and not list_in(plan, name):
            yield Problem(kind.line, f"redskabet {quoted(kind.text)} skal have '{name}'")
        elif name in plan.parts and name not in allowed:
            line = plan.key_lines[name]
            yield Problem(line, f"redskabet {quoted(kind.text)} bruger ikke '{name}'")


def _columns(plan: Fields) -> Iterator[Problem]:
    for column in fields_in(plan, "columns"):
        kind = text_in(column, "kind")
        chosen = kind is not None and kind.text in (ColumnKind.CHOICE, ColumnKind.CHOICES)
        if chosen and kind and not list_in(column, "choices"):
            yield Problem(kind.line, f"en kolonne med {quoted(kind.text)} skal have 'choices'")
        elif "choices" in column.parts and not chosen:
            line = column.key_lines["choices"]
            yield Problem(line, "'choices' kan kun stå i en kolonne med 'kind: valg' eller "
                          "'kind: flere valg'")  # fmt: skip


def _asked(plan: Fields) -> Iterator[Problem]:
    """How a question is answered, and who answers, are things of surveys alone."""
    kind = text_in(plan, "kind")
    if kind is None or kind.text not in set(InstrumentKind):
        return
    survey = kind.text == InstrumentKind.SURVEY
    for item in fields_in(plan, "items") if not survey else ():
        if "form" in item.parts:
            line = item.key_lines["form"]
            yield Problem(line, f"redskabet {quoted(kind.text)} bruger ikke 'form'")
    if survey and len(list_in(plan, "groups")) == 1:
        line = plan.key_lines["groups"]
        yield Problem(line, "'groups' skal have mindst to grupper eller udelades")


def _shown(root: Fields) -> bool:
    return any(
        isinstance(page, Text) and page.text == _PAGE
        for phase in fields_in(root, "phases")
        for page in list_in(phase, "pages")
    )
