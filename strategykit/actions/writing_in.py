"""Decided words become rewrites, which every later draft carries."""

from collections.abc import Sequence
from dataclasses import replace

from strategykit.actions.acting import new_id
from strategykit.domain.carrying_in import Writing
from strategykit.domain.drafts import Rewrite, RewriteAct
from strategykit.domain.outline import Draft
from strategykit.domain.people import Who
from strategykit.domain.rewriting import text_at
from strategykit.domain.text import checked
from strategykit.storage.store import Store


def write_in(
    store: Store, who: Who, process_id: str, draft: Draft, writings: Sequence[Writing]
) -> tuple[Rewrite, ...]:
    """The rewrites as they were kept, inside an open transaction; `draft` is what was decided on.

    A part that was rewritten before gets the new words in the old one's place.
    """
    return tuple(_write_one(store, who, process_id, draft, writing) for writing in writings)


def _write_one(store: Store, who: Who, process_id: str, draft: Draft, writing: Writing) -> Rewrite:
    earlier = store.all(Rewrite, process_id, block=writing.block, part=writing.part)
    composed = earlier[0].composed if earlier else text_at(draft, writing.block, writing.part)[1]
    made = checked(
        Rewrite(
            id=new_id(), process_id=process_id, block=writing.block, part=writing.part,
            act=writing.act, text=writing.text, point_id=writing.points[-1],
            editor_id=who.person_id, composed=composed,
        )
    )  # fmt: skip
    there = [] if _is_its_own(store, made) else [r for r in earlier if r.act is made.act]
    if not there:
        return store.add(made)
    old = there[0]
    kept = replace(made, id=old.id, position=old.position, composed=old.composed)
    return store.save(old, kept)


def _is_its_own(store: Store, made: Rewrite) -> bool:
    """What is added never takes another's place, nor do cells once rows have come and gone."""
    if made.act is RewriteAct.INSERT:
        return True
    same = store.all(Rewrite, made.process_id, block=made.block) if made.part else ()
    return any(r.part and r.act is not RewriteAct.REPLACE for r in same)
