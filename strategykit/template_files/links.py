"""What is wrong between values: names that point nowhere, minutes that do not add up."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain

from strategykit.domain.catalogue import (
    ALWAYS_SHOWN,
    CRITERIA_SENTENCES,
    FILL_NEEDS,
    FILLS,
    FILLS_BY_NAME,
    PAGES,
)
from strategykit.domain.presets import PRESETS
from strategykit.domain.statement_checks import CHECKS
from strategykit.domain.template import AREA_FORMS, PhasePlan, SectionPlan, StatementPlan, Template
from strategykit.domain.template_meetings import ItemPlan, ItemRole, MeetingPlan, StepPlan
from strategykit.template_files.fields import Spot
from strategykit.template_files.instruments import wrong_instruments
from strategykit.template_files.looking import fields_in, list_in, text_in, unknown, whole_in
from strategykit.template_files.problems import Problem, quoted
from strategykit.template_files.steps import wrong_steps
from strategykit.template_files.tree import Fields, Items, Node, Text

LONG_MEETING = 90
"""From so many minutes on a meeting needs a break."""

_DEFAULT_MINUTES = MeetingPlan.minutes

VOCABULARY: Mapping[tuple[type, str], Collection[str]] = {
    (PhasePlan, "pages"): PAGES,
    (PhasePlan, "entry"): CRITERIA_SENTENCES,
    (PhasePlan, "exit"): CRITERIA_SENTENCES,
    (ItemPlan, "page"): PAGES,
    (StepPlan, "preset"): PRESETS,
    (SectionPlan, "fill"): FILLS,
    (StatementPlan, "checks"): CHECKS,
}
_LISTS_OF_NAMES = {
    "pages", "entry", "exit", "checks", "indicators", "fields", "groups", "choices",
}  # fmt: skip


def broken_links(
    root: Node, seen: Sequence[Spot], indicators: Collection[str] | None
) -> Iterator[Problem]:
    """Every mistake between values; `indicators` is the catalogue, when the caller has it."""
    yield from _repeated(seen)
    yield from _unknown_names(seen)
    yield from _page_titles(seen)
    if not isinstance(root, Fields):
        return
    yield from _indicators(root, indicators)
    yield from _meetings(root)
    yield from _pages_of_items(root)
    yield from wrong_steps(root)
    yield from _fills(root)
    yield from _named_fills(root)
    yield from wrong_instruments(root)
    yield from _calculators(root)
    yield from _area_words(root)


def _repeated(seen: Sequence[Spot]) -> Iterator[Problem]:
    for spot in seen:
        if isinstance(spot.node, Items) and not spot.listed:
            for first, again in _twice(filter(None, map(_key_of, spot.node.items))):
                used = f"'key' kan ikke være {quoted(again.text)}; den er brugt i linje {first}"
                yield Problem(again.line, used)
            if spot.name in _LISTS_OF_NAMES:
                for _, again in _twice(i for i in spot.node.items if isinstance(i, Text)):
                    yield Problem(again.line, f"{quoted(again.text)} står to gange i '{spot.name}'")


def _key_of(node: Node) -> Text | None:
    key = node.parts.get("key") if isinstance(node, Fields) else None
    return key if isinstance(key, Text) and key.text else None


def _twice(texts: Iterable[Text]) -> Iterator[tuple[int, Text]]:
    first: dict[str, int] = {}
    for each in texts:
        if each.text in first:
            yield first[each.text], each
        first.setdefault(each.text, each.line)


def _unknown_names(seen: Sequence[Spot]) -> Iterator[Problem]:
    for spot in seen:
        known = VOCABULARY.get((spot.owner, spot.name))
        if known is not None and isinstance(spot.node, Text):
            yield from unknown(spot.node, spot.name, known)


def _page_titles(seen: Sequence[Spot]) -> Iterator[Problem]:
    for spot in seen:
        if (spot.owner, spot.name) == (Template, "page_titles") and isinstance(spot.node, Fields):
            for key, line in spot.node.key_lines.items():
                yield from unknown(Text(line, key), "page_titles", PAGES)


def _indicators(root: Fields, catalogue: Collection[str] | None) -> Iterator[Problem]:
    named = [node for node in list_in(root, "indicators") if isinstance(node, Text)]
    if catalogue is not None:
        yield from chain.from_iterable(unknown(n, "indicators", catalogue) for n in named)
    for calculator in fields_in(root, "calculators"):
        if uses := text_in(calculator, "indicator"):
            yield from unknown(uses, "indicator", [node.text for node in named])


def _meetings(root: Fields) -> Iterator[Problem]:
    phases = [key.text for key in map(_key_of, list_in(root, "phases")) if key]
    for meeting in fields_in(root, "meetings"):
        if phase := text_in(meeting, "phase"):
            yield from unknown(phase, "phase", phases)
        yield from _minutes(meeting)
        yield from _roles(meeting)


def _minutes(meeting: Fields) -> Iterator[Problem]:
    planned = _minutes_of(meeting)
    items = [whole_in(item, "minutes") for item in fields_in(meeting, "items")]
    total = sum(minutes for minutes in items if minutes is not None)
    if planned is not None and items and None not in items and total != planned:
        line = meeting.key_lines.get("minutes", meeting.line)
        yield Problem(line, f"punkterne fylder {total} minutter, og mødet varer {planned}")


def _roles(meeting: Fields) -> Iterator[Problem]:
    items = list_in(meeting, "items")
    roles = {role.text for item in fields_in(meeting, "items") if (role := text_in(item, "role"))}
    needed = [ItemRole.WELCOME, ItemRole.ROUND_OFF]
    if (_minutes_of(meeting) or 0) >= LONG_MEETING:
        needed.insert(1, ItemRole.BREAK)
    for missing in needed:
        if items and missing.value not in roles:
            yield Problem(meeting.line, f"mødet mangler et punkt med 'role: {missing}'")


def _pages_of_items(root: Fields) -> Iterator[Problem]:
    shown = {*ALWAYS_SHOWN}
    for phase in fields_in(root, "phases"):
        shown |= {page.text for page in list_in(phase, "pages") if isinstance(page, Text)}
    for meeting in fields_in(root, "meetings"):
        for item in fields_in(meeting, "items"):
            page = text_in(item, "page")
            if page and page.text in PAGES and page.text not in shown:
                yield Problem(page.line, f"ingen fase viser siden {quoted(page.text)}")


def _fills(root: Fields) -> Iterator[Problem]:
    document = root.parts.get("document")
    for section in fields_in(document, "sections") if isinstance(document, Fields) else ():
        fill = text_in(section, "fill")
        there, key = FILL_NEEDS.get(fill.text, ("", "")) if fill else ("", "")
        if fill and key and key not in {k.text for k in map(_key_of, list_in(root, there)) if k}:
            yield Problem(fill.line, f"'{fill.text}' kræver 'key: {key}' under '{there}'")


def _named_fills(root: Fields) -> Iterator[Problem]:
    document = root.parts.get("document")
    for section in fields_in(document, "sections") if isinstance(document, Fields) else ():
        for name, there in FILLS_BY_NAME.items():
            keys = [key.text for key in map(_key_of, list_in(root, there)) if key]
            yield from _named_fill(section, name, keys)


def _named_fill(section: Fields, name: str, keys: Collection[str]) -> Iterator[Problem]:
    fill, named = text_in(section, "fill"), text_in(section, name)
    if named and fill and fill.text != name:
        yield Problem(named.line, f"'{name}' kan kun stå ved 'fill: {name}'")
    elif named:
        yield from unknown(named, name, keys)
    elif fill and fill.text == name:
        yield Problem(
            fill.line, f"'fill: {name}' skal have '{name}' med en key fra '{FILLS_BY_NAME[name]}'"
        )


def _calculators(root: Fields) -> Iterator[Problem]:
    for calculator in fields_in(root, "calculators"):
        start, end = (whole_in(calculator, name) for name in ("start_year", "end_year"))
        if start is not None and end is not None and end <= start:
            line = calculator.key_lines["end_year"]
            yield Problem(line, "'end_year' skal være efter 'start_year'")


def _area_words(root: Fields) -> Iterator[Problem]:
    """One sentence may need each form, so one of them alone would stand among the shared words."""
    terms = root.parts.get("terms")
    if not isinstance(terms, Fields):
        return
    given = [name for name in AREA_FORMS if name in terms.parts]
    for name in AREA_FORMS:
        if given and name not in given:
            yield Problem(
                terms.key_lines[given[-1]],
                f"'{name}' mangler; skriv alle fire former ({', '.join(AREA_FORMS)}) eller ingen",
            )


def _minutes_of(meeting: Fields) -> int | None:
    from_file = meeting.parts.get("minutes")
    return _DEFAULT_MINUTES if from_file is None else whole_in(meeting, "minutes")
