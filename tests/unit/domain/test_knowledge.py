from strategykit.domain.knowledge import Interview, theme_counts


def a_note(theme: str, focus: str = "") -> Interview:
    return Interview(
        id=f"{theme}-{focus}", process_id="p", text="Et notat", theme=theme, focus=focus
    )


def test_the_theme_that_most_notes_tell_of_stands_first() -> None:
    notes = [
        a_note("Transport"),
        a_note("Snitflader", "udfordringer"),
        a_note("snitflader ", "udfordringer"),
        a_note("Snitflader", "oensker"),
    ]

    found = theme_counts(notes)

    assert [(t.theme, t.total, dict(t.by_focus)) for t in found] == [
        ("Snitflader", 3, {"udfordringer": 2, "oensker": 1}),
        ("Transport", 1, {"": 1}),
    ]


def test_a_note_without_a_theme_is_not_counted_under_any() -> None:
    assert theme_counts([a_note(""), a_note("  ")]) == ()
