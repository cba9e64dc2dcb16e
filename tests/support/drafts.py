"""Looking into a draft."""

from strategykit.domain.outline import Draft, Figure, Paragraph, Section, Table, text_of


def section(draft: Draft, key: str) -> Section:
    """The section with that key."""
    return next(s for s in draft.sections if s.key == key)


def paragraph(draft: Draft, key: str) -> Paragraph:
    """The paragraph with that key."""
    found = {b.key: b for _, b in draft.blocks() if isinstance(b, Paragraph)}
    return found[key]


def table(draft: Draft, key: str) -> Table:
    """The table with that key."""
    return next(b for _, b in draft.blocks() if isinstance(b, Table) and b.key == key)


def figure(draft: Draft, key: str) -> Figure:
    """The figure with that key."""
    return next(b for _, b in draft.blocks() if isinstance(b, Figure) and b.key == key)


def all_text(draft: Draft) -> str:
    """Every word that a reader can meet in the draft."""
    titles = [s.title for s in draft.sections]
    about = [b.description for _, b in draft.blocks() if isinstance(b, Table)]
    blocks = [text_of(block) for _, block in draft.blocks()]
    sources = [f"{s.text} {s.link}" for s in draft.sources]
    missing = [m.text for m in draft.missing]
    return "\n".join((draft.cover.title, *titles, *blocks, *about, *sources, *missing))


def text_in(draft: Draft, chapter: str) -> str:
    """The words of a chapter and of the sections below it."""
    inside = [s for s in draft.sections if s.key == chapter or s.key.startswith(f"{chapter}:")]
    return "\n".join((s.title + "\n" + "\n".join(map(text_of, s.blocks))) for s in inside)
