"""The marks of a review as people compare them: by chapter, and two that collide side by side."""

from collections.abc import Iterator, Mapping, Sequence

import streamlit as st

from strategykit.domain.differences import word_differences
from strategykit.domain.found_marks import MarkKind
from strategykit.domain.outline import Draft
from strategykit.domain.points import Wish
from strategykit.domain.reviews import ReviewMark
from strategykit.ui.editions import pieces_html
from strategykit.ui.text import html_table, html_text, plain

EVERYTHING = ""
_SHORT = 80
_HEADER = ("Sted", "Slags", "Fra", "Slettet", "Tilføjet", "Bemærkning", "Fundet ved")


def mark_label(mark: ReviewMark) -> str:
    """One line that tells it from the others."""
    words = mark.text or mark.added or mark.removed
    return f"{mark.author or 'Ukendt'}: {mark.kind}: {words[:_SHORT]}"


def draw_marks(
    draft: Draft, wishes: Sequence[Wish], clashes: Mapping[str, tuple[str, ...]]
) -> None:
    """Every mark of the chosen chapter, the same point once with all who ask for it."""
    counts = {
        chapter[0].key: sum(w.point.section in {s.key for s in chapter} for w in wishes)
        for chapter in draft.chapters()
    }
    titles = {EVERYTHING: "Hele udkastet"} | {
        c[0].key: f"{c[0].title} ({counts[c[0].key]})" for c in draft.chapters() if counts[c[0].key]
    }
    chosen = st.selectbox("Vis kapitlet", list(titles), format_func=titles.__getitem__,
                          key="received:chapter")  # fmt: skip
    keys = {s.key for c in draft.chapters() if c[0].key == chosen for s in c}
    shown = [w for w in wishes if chosen == EVERYTHING or w.point.section in keys]
    rows = [_row(draft, wish, wish.point.id in clashes) for wish in _in_order(draft, shown)]
    html_table("Bemærkninger og ændringer", _HEADER, rows)


def draw_collisions(
    draft: Draft, wishes: Sequence[Wish], clashes: Mapping[str, tuple[str, ...]]
) -> None:
    """What two people want otherwise stands side by side."""
    by_id = {wish.point.id: wish for wish in wishes}
    pairs = [(one, other) for one, others in clashes.items() for other in others if one < other]
    if not pairs:
        return
    st.subheader(f"Kan ikke stå sammen: {len(pairs)}", anchor=False)
    for one, other in pairs:
        html_text(place_of(draft, by_id[one].first), cls="sv-subhead")
        for place, wish in zip(st.columns(2), (by_id[one], by_id[other]), strict=True):
            with place, st.container(border=True):
                draw_wish(wish)


def place_of(draft: Draft, mark: ReviewMark) -> str:
    """Chapter and number, or that it has no place."""
    section = next((s for s in draft.sections if s.key == mark.section), None)
    if section is None:
        return mark.part or "Uden plads"
    keys = [block.key for block in section.blocks]
    number = f", stykke {keys.index(mark.block) + 1}" if mark.block in keys else ""
    return f"{section.title}{number}{f', {mark.part}' if mark.part else ''}"


def draw_wish(wish: Wish) -> None:
    """Who asks for it, and the words that change."""
    mark = wish.first
    st.html(f"<p><strong>{plain(', '.join(wish.authors) or 'Ukendt')}</strong></p>")
    pieces = pieces_html(word_differences(mark.before, mark.after))
    st.html(f'<p class="sv-draft-text">{pieces}</p>')


def _row(draft: Draft, wish: Wish, clashes: bool) -> tuple[str, ...]:  # noqa: FBT001 - one of its facts
    mark = wish.first
    said = "\n".join(dict.fromkeys(m.text for m in wish.marks if m.text))
    anchored = mark.kind is MarkKind.COMMENT and mark.removed
    about = f"Til ordene ”{mark.removed}”: " if anchored else ""
    kind = mark.kind if mark.tracked else f"{mark.kind}, ikke sporet"
    return (
        place_of(draft, mark), f"{kind}, kan ikke stå sammen med et andet" if clashes else kind,
        "\n".join(wish.authors) or "Ukendt", "" if anchored else mark.removed, mark.added,
        f"{about}{said}" if said else "", "\n".join(dict.fromkeys(m.placed_by for m in wish.marks)),
    )  # fmt: skip


def _in_order(draft: Draft, wishes: Sequence[Wish]) -> Iterator[Wish]:
    """Down the pages; what has no place comes first, so that nobody overlooks it."""
    order = {(s.key, b.key): n for n, (s, b) in enumerate(draft.blocks(), start=1)}
    first = {
        s.key: order.get((s.key, s.blocks[0].key), 0) - 0.5 for s in draft.sections if s.blocks
    }
    yield from sorted(
        wishes,
        key=lambda w: order.get((w.point.section, w.point.block), first.get(w.point.section, 0.0)),
    )
