"""Mistakes in a meeting's steps: what they are about, what they go on with, their time."""

from collections.abc import Iterator

from strategykit.domain.presets import PRESETS
from strategykit.domain.steps import StepKind, Subjects
from strategykit.domain.template_meetings import About, implied
from strategykit.template_files.looking import fields_in, list_in, text_in, unknown, whole_in
from strategykit.template_files.problems import Problem, quoted
from strategykit.template_files.tree import Fields, Text

_TARGETS = {"board": Subjects.BOARD, "statement": Subjects.STATEMENT}


def wrong_steps(root: Fields) -> Iterator[Problem]:
    """Every mistake in the steps of every meeting."""
    for meeting in fields_in(root, "meetings"):
        earlier: list[Fields] = []
        for item in fields_in(meeting, "items"):
            yield from _minutes(item)
            steps = fields_in(item, "steps")
            for place, step in enumerate(steps):
                yield from _names(root, step)
                yield from _about(step)
                yield from _dots(step)
                yield from _key(step, earlier)
                yield from _source(step, [*earlier, *steps[:place]])
            earlier += steps


def _minutes(item: Fields) -> Iterator[Problem]:
    room = whole_in(item, "minutes")
    used = [whole_in(step, "minutes") or 0 for step in fields_in(item, "steps")]
    if room is not None and sum(used) > room:
        wrong = f"trinnene fylder {sum(used)} minutter, og punktet varer {room}"
        yield Problem(item.key_lines["steps"], wrong)


def _names(root: Fields, step: Fields) -> Iterator[Problem]:
    """Keys that point to nothing in the template."""
    for name, there in (("board", "boards"), ("statement", "statements")):
        if named := text_in(step, name):
            yield from unknown(named, name, _keys(root, there))
    board = text_in(step, "board")
    for field in list_in(step, "fields"):
        if isinstance(field, Text) and board is None:
            yield Problem(field.line, "'fields' kræver, at 'board' nævner tavlen")
        elif isinstance(field, Text) and board and board.text in _keys(root, "boards"):
            yield from unknown(field, "fields", _fields_of(root, board.text))


def _about(step: Fields) -> Iterator[Problem]:
    """An exercise that cannot be about what the step names, or that needs to be told."""
    preset = text_in(step, "preset")
    if preset is None or preset.text not in PRESETS:
        return
    named = [node for name in ("board", "statement", "about") if (node := text_in(step, name))]
    if len(named) > 1:
        yield Problem(
            named[1].line,
            "et trin handler kun om én ting; behold ét af 'board', 'statement' og 'about'",
        )
        return
    possible = PRESETS[preset.text].about
    about = _said(step) if named else implied(preset.text)
    if about is not None and about not in possible:
        line = named[0].line if named else step.line
        yield Problem(line, f"øvelsen {quoted(preset.text)} {_allowed(possible, bool(named))}")


def _said(step: Fields) -> Subjects | None:
    """What the step names; None for a word that is told of elsewhere."""
    for name, subjects in _TARGETS.items():
        if text_in(step, name):
            return subjects
    about = text_in(step, "about")
    known = {each.value for each in About}
    return Subjects(about.text) if about and about.text in known else None


def _allowed(possible: tuple[Subjects, ...], named: bool) -> str:  # noqa: FBT001 - two wordings
    if not any(possible):
        return "handler om det, den altid handler om; lad 'board', 'statement' og 'about' være"
    return f"{'kan kun have' if named else 'skal have'} {_choices(possible)}"


def _choices(possible: tuple[Subjects, ...]) -> str:
    """The ways to say what an exercise is about: "'board' eller 'about: mål'"."""
    by_key = {subjects: f"'{name}'" for name, subjects in _TARGETS.items()}
    ways = [by_key.get(each, f"'about: {each.value}'") for each in possible if each.value]
    return f"{', '.join(ways[:-1])} eller {ways[-1]}" if len(ways) > 1 else ways[0]


def _dots(step: Fields) -> Iterator[Problem]:
    preset, dots = text_in(step, "preset"), text_in(step, "dots")
    if preset is None or dots is None or preset.text not in PRESETS:
        return
    if PRESETS[preset.text].kind is not StepKind.DOTS:
        yield Problem(dots.line, f"der gives ikke prikker i øvelsen {quoted(preset.text)}")


def _key(step: Fields, before: list[Fields]) -> Iterator[Problem]:
    """A key of a step of an earlier item; one within the same item is told of elsewhere."""
    key = text_in(step, "key")
    used = {k.text: k.line for each in before if (k := text_in(each, "key"))}
    if key and key.text in used:
        taken = f"'key' kan ikke være {quoted(key.text)}; den er brugt i linje {used[key.text]}"
        yield Problem(key.line, taken)


def _source(step: Fields, before: list[Fields]) -> Iterator[Problem]:
    source = text_in(step, "source")
    if source is None:
        return
    keys = [key.text for each in before if (key := text_in(each, "key"))]
    if not keys:
        yield Problem(source.line, "'source' skal være 'key' på et tidligere trin i mødet")
    else:
        yield from unknown(source, "source", keys)


def _keys(root: Fields, there: str) -> list[str]:
    return [key.text for each in fields_in(root, there) if (key := text_in(each, "key"))]


def _fields_of(root: Fields, board: str) -> list[str]:
    for plan in fields_in(root, "boards"):
        key = text_in(plan, "key")
        if key and key.text == board:
            return _keys(plan, "fields")
    return []
