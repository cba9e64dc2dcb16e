"""The open chapter: what a part of it rests on, rewriting it, summing up, how heavy it reads."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit as st

from strategykit.actions.drafts import DraftNow
from strategykit.actions.rewrites import rewrite, rewrite_of, unwrite
from strategykit.actions.statements import save_statement, statement_of
from strategykit.domain.counted import WORDS
from strategykit.domain.drafts import (
    Rewrite,
    may_be_rewritten,
    not_rewritten,
    summary_key,
)
from strategykit.domain.lix import lix
from strategykit.domain.nouns import KIND_OF
from strategykit.domain.outline import Block, Paragraph, Ref, Section, Tone, text_of
from strategykit.domain.people import Who
from strategykit.domain.statements import Statement
from strategykit.domain.wording import capital
from strategykit.errors import StrategyError
from strategykit.storage.database import Database
from strategykit.ui.forms import Form, edit_form, show_said, told
from strategykit.ui.page import Visit
from strategykit.ui.statements import FOR_FACILITATOR
from strategykit.ui.text import html_list, html_text

RESTS, REWRITE, SUMMARY = "spor", "omskriv", "sammenfatning"
TITLES = {RESTS: "Bygger på", REWRITE: "Skriv om", SUMMARY: "Sammenfatning"}
_DEEPEST_SUMMED = 2
_OTHER_KINDS = {"Template": "Skabelonen", "Process": "Mandatet", "Baseline": "Nulpunktet"}
Chapter = Sequence[Section]


def draw_tools(visit: Visit, now: DraftNow, chapter: Chapter, numbers: Mapping[str, int]) -> None:
    """One tool at a time."""
    tool = st.segmented_control(
        "Om kapitlet", list(TITLES), format_func=TITLES.__getitem__, default=RESTS, required=True,
        key="draft:tool", label_visibility="collapsed",
    )  # fmt: skip
    if tool == REWRITE:
        _draw_rewriting(visit, now, chapter, numbers)
    elif tool == SUMMARY:
        _draw_summing(visit, chapter)
    else:
        _draw_rests(chapter, numbers)
    _draw_weight(chapter)


def _draw_rests(chapter: Chapter, numbers: Mapping[str, int]) -> None:
    block = _pick("Hvad bygger afsnittet på?", _blocks(chapter), chapter, numbers)
    if block is None:
        html_text("Vælg et afsnit med tallet i margenen. Så vises det, afsnittet bygger på.",
                  cls="sv-hint")  # fmt: skip
        return
    html_text(text_of(block), cls="sv-draft-quote")
    if not block.rests_on:
        html_text(_without_rests(block), cls="sv-empty")
    for kind in dict.fromkeys(ref.kind for ref in block.rests_on):
        html_text(_kind_title(kind), cls="sv-subhead")
        html_list(_labels(block.rests_on, kind))


def _without_rests(block: Block) -> str:
    if isinstance(block, Paragraph) and block.tone is Tone.MISSING:
        return "Her mangler noget. Det står under Mangler med den side, der udfylder det."
    return "Afsnittet bygger ikke på enkelte sedler, tal eller beslutninger."


def _labels(rests: Sequence[Ref], kind: str) -> list[str]:
    return [ref.label for ref in rests if ref.kind == kind]


def _kind_title(kind: str) -> str:
    if kind in _OTHER_KINDS:
        return _OTHER_KINDS[kind]
    return capital(WORDS[KIND_OF[kind]][1])


def _draw_rewriting(
    visit: Visit, now: DraftNow, chapter: Chapter, numbers: Mapping[str, int]
) -> None:
    """The paragraph in their own words; what it rests on stays with it."""
    own = [block for block in _blocks(chapter) if may_be_rewritten(block)]
    block = _pick("Hvilket afsnit skriver I om?", own, chapter, numbers)
    if not isinstance(block, Paragraph):
        html_text(
            "Vælg et afsnit. Det, afsnittet bygger på, følger med, også når I ændrer ordene. "
            "Vedtagne tekster og tabeller ændres på deres egne sider.", cls="sv-hint",
        )  # fmt: skip
        return
    composed = _composed(now, block)
    there = rewrite_of(visit.db, visit.process_id, block.key)
    form = Form(
        visit, Rewrite, f"draft:rewrite:{visit.process_id}:{block.key}", only=("text",),
        change=partial(_save_rewrite, composed=composed.text),
    )  # fmt: skip
    edit_form(form, there or not_rewritten(visit.process_id, composed), "Gem omskrivningen")
    if there is not None:
        html_text("Skabelonen siger", cls="sv-subhead")
        html_text(composed.text)
        st.button("Brug skabelonens tekst igen", on_click=drop_rewrite, args=(visit, there))
    show_said("draft:unwrite")


def _composed(now: DraftNow, shown: Paragraph) -> Paragraph:
    found = {block.key: block for _, block in now.composed.blocks()}
    block = found[shown.key]
    return block if isinstance(block, Paragraph) else shown


def _save_rewrite(
    db: Database, who: Who, seen: Rewrite, changed: Rewrite, *, composed: str
) -> Rewrite:
    return rewrite(db, who, seen if seen.version else None, replace(changed, composed=composed))


def drop_rewrite(visit: Visit, there: Rewrite) -> None:
    """The composed words stand again."""
    try:
        unwrite(visit.db, visit.who, there)
    except StrategyError as error:
        told("draft:unwrite", "error", str(error))


def _draw_summing(visit: Visit, chapter: Chapter) -> None:
    """What the section comes to, in the committee's own words, before all that is composed."""
    summed = {s.key: s.title for s in chapter if s.level <= _DEEPEST_SUMMED}
    key = next(iter(summed))
    if len(summed) > 1:
        key = st.selectbox("Sammenfatning af", list(summed), format_func=summed.__getitem__,
                           key=f"draft:summed:{chapter[0].key}")  # fmt: skip
    html_text(_asks(visit, key), cls="sv-hint")
    statement = statement_of(visit.db, visit.process_id, summary_key(key))
    form = Form(
        visit, Statement, f"draft:summary:{visit.process_id}:{key}", only=("text",),
        change=save_statement,
    )  # fmt: skip
    edit_form(form, statement, "Gem sammenfatningen")


def _asks(visit: Visit, key: str) -> str:
    forewords = {s.key for s in visit.template.document.sections if s.fill == "foreword"}
    if key in forewords:
        return "Forordet er formandens egne ord. Skriv det her."
    return "Skriv det vigtigste i få sætninger. Det står først i afsnittet."


def _draw_weight(chapter: Chapter) -> None:
    """LIX is a help to those who write, and nothing for the wall."""
    with st.expander(FOR_FACILITATOR, key="draft:lix"):
        html_text(
            "LIX viser, hvor tung en tekst er at læse (C.H. Björnsson, 1968). Sigt efter under 45. "
            "Tallet ser på lange ord og lange sætninger, ikke på mening.", cls="sv-hint",
        )  # fmt: skip
        told_ = [line for section in chapter if (line := _weight(section))]
        if told_:
            html_list(told_)
        else:
            html_text("Der er for lidt tekst i kapitlet til at måle.", cls="sv-empty")


def _weight(section: Section) -> str:
    said = [
        block.text
        for block in section.blocks
        if isinstance(block, Paragraph) and block.tone is not Tone.MISSING
    ]
    found = lix("\n".join(said))
    return f"{section.title}: LIX {found.value}, {found.level}" if found.says_something else ""


def _blocks(chapter: Chapter) -> list[Block]:
    return [block for section in chapter for block in section.blocks]


def _pick(
    label: str, blocks: Sequence[Block], chapter: Chapter, numbers: Mapping[str, int]
) -> Block | None:
    """A picker of its own for each chapter: an open one would keep showing the last chapter's."""
    by_key: dict[str, Block] = {block.key: block for block in blocks}
    chosen: Any = st.selectbox(
        label, ["", *by_key], key=f"draft:pick:{label}:{chapter[0].key}",
        format_func=lambda k: _called(by_key[k], numbers) if k in by_key else "Vælg et afsnit",
    )  # fmt: skip
    return by_key.get(chosen)


def _called(block: Block, numbers: Mapping[str, int]) -> str:
    mark = " (skrevet om)" if isinstance(block, Paragraph) and block.rewritten else ""
    return f"{numbers[block.key]}. {' '.join(text_of(block).split())[:70]}{mark}"
