"""Whatever is typed in any field, the draft is composed and its Word file opens."""

from dataclasses import fields, replace
from io import BytesIO
from typing import Any

import docx
import pytest

from strategykit.domain.entry import Entry
from strategykit.domain.material import Material
from strategykit.domain.outline import Paragraph
from strategykit.drafting.compose import compose
from strategykit.drafting.word import write_word
from tests.support.full_material import NOON, SETTING, full_material

KEPT = {"Meeting": ("starts",), "Process": ("template", "phase", "municipality")}
EVIL = (
    "x" * 10_000,
    "ord " * 2_500,
    "<b>fed</b> & **fed** ![x](y) $x^2$ :red[a] =1+1 {kommune} {{ }} [1]",
    "\u202eomvendt \u0000".replace("\u0000", "\ufffd") + " 😀 👩‍👩‍👧",
    "\n\n\n",
    "…",
)


def typed(entry: Entry, text: str) -> Entry:
    """The entry with the text in every field that a person types in."""
    kept = KEPT.get(type(entry).__name__, ())
    changes: dict[str, Any] = {}
    for part in fields(entry):
        about, value = part.metadata, getattr(entry, part.name)
        free = "label" in about and not about["refs"] and not about["hidden"] and not about["link"]
        if free and part.name not in kept and type(value) is str:
            changes[part.name] = text if text.strip() or part.name not in entry.needs else "x"
    return replace(entry, **changes)


def filled(whole: Material, text: str) -> Material:
    """The material with the text everywhere."""
    things = {kind: tuple(typed(e, text) for e in same) for kind, same in whole.things.items()}
    process: Any = typed(whole.process, text)
    return replace(whole, process=process, things=things)


@pytest.mark.parametrize("text", EVIL, ids=range(len(EVIL)))
def test_the_draft_stands_whatever_is_typed(text: str) -> None:
    draft = compose(filled(full_material(), text), replace(SETTING, raw_notes=True, names=True))
    keys = [block.key for _, block in draft.blocks()]
    assert len(keys) == len(set(keys))
    assert all(b.text.strip() for _, b in draft.blocks() if isinstance(b, Paragraph))
    assert docx.Document(BytesIO(write_word(draft, {}, NOON))).paragraphs
