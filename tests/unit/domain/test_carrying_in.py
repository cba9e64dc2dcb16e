"""Every accepted point is written in, stands already, or is left to hand with the reason."""

from dataclasses import replace
from datetime import date

from strategykit.domain.carrying_in import Carried, carry
from strategykit.domain.drafts import Rewrite
from strategykit.domain.found_marks import MarkKind
from strategykit.domain.outline import Cover, Draft, Figure, Paragraph, Section, Table, Tone
from strategykit.domain.points import Wish
from strategykit.domain.reviews import Point, ReviewMark, Verdict
from strategykit.domain.rewriting import text_at, with_rewrites

A, B, C = "Kommunen hjælper de unge.", "Skolen er med.", "Klubben er åben."
ROWS = (("Mål", "Ansvar"), ("Flere i job", "Jobcenter"), ("Flere i klub", "Fritid"))


def a_draft() -> Draft:
    table = Table("t", "Målene", ROWS[0], ROWS[1:], "Et eksempel")
    lack = Paragraph("mangler", "Mangler: en vision", tone=Tone.MISSING)
    figure = Figure("f", "Kurven", "En kurve", "kurve")
    first = Section(
        "s", "Indsatsen", 1, (*(Paragraph(k, t) for k, t in zip("abc", (A, B, C), strict=True)),)
    )
    second = Section("u", "Målene", 1, (table, figure, lack))
    cover = Cover("Strategi", "Eksempel", "Udvalget", date(2026, 6, 3), 1, "Udkast")
    return Draft("d", cover, (first, second), ())


def wish(
    number: int, kind: MarkKind, block: str = "a", *, section: str = "s", part: str = "",
    final: str = "", done_in: int = 0, **mark: str,
) -> Wish:  # fmt: skip
    place = {"section": section, "block": block, "part": part}
    own: dict[str, str] = {"id": f"p{number}", "process_id": "f", "send_out_id": "u"}
    verdict = Verdict.REWORDED if final else Verdict.ACCEPTED
    point = Point(**own, key=str(number), verdict=verdict, final=final, done_in=done_in, **place)
    return Wish(point, (ReviewMark(**own, point_id=point.id, kind=kind, **place, **mark),))


def change(number: int, before: str, after: str, block: str = "a", **more: str) -> Wish:
    return wish(number, MarkKind.CHANGE, block, before=before, after=after, **more)


def written(now: Draft, *found: Wish, sent: Draft | None = None) -> tuple[Draft, Carried]:
    done = carry(sent or now, now, found)
    rows = [
        Rewrite(id=f"r{n}", process_id="f", block=w.block, part=w.part, act=w.act, text=w.text,
                point_id=w.points[-1])
        for n, w in enumerate(done.writings)
    ]  # fmt: skip
    return with_rewrites(now, rows), done


def texts(draft: Draft) -> list[str]:
    return [block.text for block in draft.sections[0].blocks if isinstance(block, Paragraph)]


def rows(draft: Draft) -> list[tuple[str, ...]]:
    (table,) = [b for _, b in draft.blocks() if isinstance(b, Table)]
    return [table.header, *table.rows]


def test_a_paragraph_cut_in_three_is_three_and_one_above_stands_above() -> None:
    cut = wish(1, MarkKind.SPLIT, before=A, after="Kommunen\nhjælper\nde unge.")
    above = wish(2, MarkKind.NEW_PARAGRAPH, "b", before=B, after=f"Nyt.\n{B}", added="Nyt.")

    draft, _ = written(a_draft(), cut, above)

    assert texts(draft) == ["Kommunen", "hjælper", "de unge.", "Nyt.", B, C]


def test_three_paragraphs_become_one_with_what_else_was_decided_on_them() -> None:
    found = [wish(n, MarkKind.JOIN, key, before=t, after=t) for n, (key, t) in
             enumerate((("a", A), ("b", B)))]  # fmt: skip
    draft, done = written(a_draft(), *found, change(3, C, "Klubben er lukket.", "c"))

    assert texts(draft) == [f"{A} {B} Klubben er lukket."]
    assert done.done == {"p0", "p1", "p3"}


def test_rows_come_and_go_by_the_numbers_that_people_saw() -> None:
    table = {"block": "t", "section": "u"}
    draft, done = written(
        a_draft(),
        wish(1, MarkKind.ROW_REMOVED, part="række 2, kolonne 1", removed="Flere i job · Jobcenter",
             **table),
        wish(2, MarkKind.ROW_ADDED, part="efter række 2", added="Ny 1 · Alle", **table),
        wish(3, MarkKind.ROW_ADDED, part="efter række 2", added="Ny 2 · Alle", **table),
        change(4, "Fritid", "Kultur", part="række 3, kolonne 2", **table),
    )  # fmt: skip

    assert rows(draft) == [ROWS[0], ("Ny 1", "Alle"), ("Ny 2", "Alle"), ("Flere i klub", "Kultur")]
    assert done.done == {"p1", "p2", "p3", "p4"}


def test_a_table_of_which_every_row_goes_is_gone_but_its_head_alone_stays() -> None:
    gone = [
        wish(n, MarkKind.ROW_REMOVED, "t", section="u", part=f"række {n}, kolonne 1",
             removed=" · ".join(row))
        for n, row in enumerate(ROWS, start=1)
    ]  # fmt: skip

    assert not [b for _, b in written(a_draft(), *gone)[0].blocks() if isinstance(b, Table)]
    head_only = written(a_draft(), gone[0])[1]
    assert [each.wish for each in head_only.by_hand] == [gone[0]]


def test_a_later_review_counts_from_what_the_earlier_one_left() -> None:
    first, _ = written(
        a_draft(),
        wish(1, MarkKind.ROW_REMOVED, "t", section="u", part="række 2",
             removed="Flere i job · Jobcenter"),
        wish(2, MarkKind.NEW_PARAGRAPH, before="", after="Nyt.", added="Nyt."),
    )  # fmt: skip
    new = first.sections[0].blocks[1].key
    second, _ = written(
        first,
        change(3, "Fritid", "Kultur", "t", section="u", part="række 2, kolonne 2"),
        change(4, "Nyt.", "Nyere.", new),
    )

    assert rows(second) == [ROWS[0], ("Flere i klub", "Kultur")]
    assert texts(second) == [A, "Nyere.", B, C]


def test_what_was_changed_since_is_kept_where_the_words_do_not_meet() -> None:
    now = replace(
        a_draft(),
        sections=(Section("s", "Indsatsen", 1, (Paragraph("a", "Byrådet hjælper de unge."),)),),
    )
    free, done = written(now, change(1, A, "Kommunen hjælper alle unge."), sent=a_draft())
    _, meeting = written(now, change(1, A, "Vi hjælper de unge."), sent=a_draft())

    assert texts(free) == ["Byrådet hjælper alle unge."]
    assert not done.by_hand
    assert "siden udkastet blev sendt ud" in meeting.by_hand[0].why


def test_wishes_that_cannot_both_be_had_are_written_neither() -> None:
    both = change(1, A, "Vi hjælper de unge."), change(2, A, "I hjælper de unge.")
    out = wish(3, MarkKind.GONE_PARAGRAPH, "b", removed=B, before=B)
    finals = change(5, C, "Et.", "c", final="Et."), change(6, C, "To.", "c", final="To.")

    _, done = written(a_draft(), *both, out, change(4, B, "Skolen er ude.", "b"), *finals)

    assert [c.points for c in done.collisions] == [("p1", "p2"), ("p3", "p4"), ("p5", "p6")]
    assert not done.writings


def test_every_accepted_point_is_carried_or_listed() -> None:
    table = {"block": "t", "section": "u"}
    found = [
        change(0, A, "Vi hjælper de unge."),
        change(1, "Indsatsen", "Indsatser", "", part="overskrift"),
        change(2, "Målene", "Alle mål", **table),
        change(3, "Kurven", "Kurve", "f", section="u"),
        wish(4, MarkKind.COMMENT, "b", text="Kortere"),
        wish(5, MarkKind.COMMENT, "c", text="Kortere", final="Klubben."),
        wish(6, MarkKind.MOVE, "b", removed=B, added=B),
        change(7, "Udvalget", "Vi", "", section="", part="sidefod"),
        change(8, "Strategi", "Politik", "", section=""),
        change(9, "Mangler: en vision", "En vision", "mangler", section="u"),
        wish(10, MarkKind.ROW_ADDED, part="efter række 3", added="For få", **table),
        wish(11, MarkKind.GONE_PARAGRAPH, removed="Målene", before="Målene", **table),
        wish(12, MarkKind.GONE_PARAGRAPH, "f", section="u", removed="Kurven", before="Kurven"),
        wish(13, MarkKind.GONE_PARAGRAPH, "", removed="Indsatsen", before="Indsatsen"),
        change(14, "x", "y", part="række 9, kolonne 9", **table),
        change(15, "Væk", "Borte", "gammelt"),
        wish(16, MarkKind.GONE_PARAGRAPH, part="række 2, kolonne 1", removed="Flere i job",
             before="Flere i job", **table),
        change(17, "En anden tekst", "En ny tekst", "b"),
    ]  # fmt: skip

    draft, done = written(a_draft(), *found)

    listed = {each.wish.point.id for each in done.by_hand}
    assert done.done == {"p0", "p1", "p2", "p3", "p5"}
    assert listed | done.done == {w.point.id for w in found}
    assert not listed & done.done
    assert all(each.why.endswith(".") for each in done.by_hand)
    assert text_at(draft, "s", "overskrift")[1] == "Indsatser"
    assert text_at(draft, "t")[1] == "Alle mål"


def test_what_an_earlier_version_carries_is_not_written_again() -> None:
    assert carry(a_draft(), a_draft(), [change(1, A, "Vi.", done_in=2)]) == Carried()  # type: ignore[arg-type]
