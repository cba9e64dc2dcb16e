"""Decided words of one paragraph, heading, caption or cell, and paragraphs that become one."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from strategykit.domain.carrying import Paper, ids_of
from strategykit.domain.drafts import RewriteAct
from strategykit.domain.found_marks import MarkKind
from strategykit.domain.merging import merged
from strategykit.domain.outline import Paragraph
from strategykit.domain.points import Wish
from strategykit.domain.rewriting import CELL

_TOKEN = re.compile(r"\n|[^\S\n]+|\w+|[^\w\s]")
_END = "\n"
OTHER_TEXT = "Ønsket gælder en anden tekst end den, der blev sendt ud."
CHANGED_SINCE = "Teksten er ændret, siden udkastet blev sendt ud, på de samme ord."
EMPTIED = "Feltet eller overskriften ville blive tom."
NOT_TWO = "De to stykker kan ikke samles, for det næste er ikke et almindeligt stykke tekst."


def write_words(paper: Paper, part: str, found: list[Wish]) -> None:
    """What one place says after all that was decided on it, and the paragraphs around it."""
    new = [w for w in found if w.first.kind is MarkKind.NEW_PARAGRAPH]
    added = [w for w in new if _is_apart(w) and not CELL.fullmatch(part)]
    rest = [w for w in found if w not in added]
    above = [w for w in added if w.first.before and not w.first.after.startswith(w.first.before)]
    for wish in above:
        _insert(paper, paper.before(wish), _new_words(wish), [wish])
    if rest:
        _one_text(paper, part, rest)
    for wish in added:
        if wish not in above:
            _insert(paper, wish.point.block or wish.point.section, _new_words(wish), [wish])


def _is_apart(wish: Wish) -> bool:
    """Whether the new paragraph stands above or below the old one, which stays whole."""
    before, after = wish.first.before, wish.first.after
    return not before or after.startswith(before) or after.endswith(before)


def _new_words(wish: Wish) -> str:
    return wish.point.final or wish.first.added


def _insert(paper: Paper, key: str, text: str, found: Sequence[Wish]) -> None:
    for line in text.split("\n"):
        if line.strip():
            paper.write(key, "", RewriteAct.INSERT, line.strip(), ids_of(found))


def _one_text(paper: Paper, part: str, found: list[Wish]) -> None:
    finals = {" ".join(w.point.final.split()): w for w in found if w.point.final}
    gone = [w for w in found if w.first.kind is MarkKind.GONE_PARAGRAPH]
    if len(finals) > 1:
        paper.collide(found)
    elif finals:
        own = next(iter(finals.values()))
        others = [w for w in found if w is not own]
        _put(paper, part, own.point.final, [own])
        paper.stand(others)
    elif gone and len(gone) < len(found):
        paper.collide(found)
    elif gone:
        _put(paper, part, "", gone)
    else:
        _put_together(paper, part, found)


def _put_together(paper: Paper, part: str, found: list[Wish]) -> None:
    """Everybody's changes of the text that was read, and what has been changed in it since."""
    was, now = paper.words(found[0], part)
    strange = [w for w in found if " ".join(w.first.before.split()) != " ".join(was.split())]
    paper.leave(strange, OTHER_TEXT)
    rest = [w for w in found if w not in strange]
    asked = [w.asked for w in rest]
    if not rest:
        return
    text = merged(was, [now, *asked])
    if text is not None:
        _put(paper, part, text, rest)
    elif merged(was, asked) is None:
        paper.collide(rest)
    else:
        paper.leave(rest, CHANGED_SINCE)


def _put(paper: Paper, part: str, text: str, found: Sequence[Wish]) -> None:
    key, ids = found[0].point.block or found[0].point.section, ids_of(found)
    now = paper.words(found[0], part)[1]
    if text == now:
        paper.stand(found)
        return
    is_paragraph = isinstance(paper.block(found[0].point.block), Paragraph)
    if not text.strip():
        if is_paragraph:
            paper.write(key, "", RewriteAct.REMOVE, now, ids)
        else:
            paper.leave(found, EMPTIED)
        return
    cell = not is_paragraph and bool(found[0].point.block)
    above, home, below = ([], text, []) if cell else cut(now, text)
    for line in above:
        _insert(paper, paper.before(found[0]), line, found)
    if home != now:
        paper.write(key, part, RewriteAct.REPLACE, home, ids)
    for line in below:
        _insert(paper, key, line, found)


def cut(old: str, new: str) -> tuple[list[str], str, list[str]]:
    """Where line ends were added: the paragraphs above, the old one itself, those below.

    Line ends that stood in the old text stay inside it. The paragraph with most of the old words
    is the old one.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    pieces: list[list[str]] = [[]]
    kept = [0]
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        for word in after[c:d]:
            if kind != "equal" and word == _END:
                pieces.append([])
                kept.append(0)
            else:
                pieces[-1].append(word)
        kept[-1] += len("".join(before[a:b])) if kind == "equal" else 0
    lines = ["".join(piece).strip() for piece in pieces]
    home = kept.index(max(kept))
    return lines[:home], lines[home], lines[home + 1 :]


def join(paper: Paper, found: Sequence[Wish]) -> None:
    """Each with the paragraph below it, from below, so that three can become one."""
    for wish in reversed(found):
        below = paper.following(wish)
        here = paper.block(wish.point.block)
        both = isinstance(below, Paragraph) and isinstance(here, Paragraph)
        if not both or wish.point.final:
            paper.leave([wish], NOT_TWO)
            continue
        _join_two(paper, wish, here.key, below.key)  # type: ignore[union-attr]


def _join_two(paper: Paper, wish: Wish, first: str, second: str) -> None:
    texts = [_text_of(paper, wish, key) for key in (first, second)]
    points = [wish.point.id]
    for key in (first, second):
        for at, writing in enumerate(paper.writings):
            if writing.block == key and writing.act is not RewriteAct.INSERT:
                points = [*paper.writings.pop(at).points, *points]
                break
    words = " ".join(text.strip() for text in texts if text.strip())
    paper.write(first, "", RewriteAct.REPLACE, words, points)
    paper.write(second, "", RewriteAct.REMOVE, texts[1] or words, points)


def _text_of(paper: Paper, wish: Wish, key: str) -> str:
    """What the paragraph will say, with what is written already."""
    for writing in paper.writings:
        if writing.block == key and writing.act is RewriteAct.REPLACE:
            return writing.text
        if writing.block == key and writing.act is RewriteAct.REMOVE:
            return ""
    block = paper.block(key)
    return block.text if isinstance(block, Paragraph) else wish.first.before
