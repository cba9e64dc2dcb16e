"""A board in a paper: its groups and, when they are read through, its single notes."""

from collections.abc import Sequence

from strategykit.domain.boards import Cluster, Note, NoteGroup, clusters, visible
from strategykit.domain.outline import Block, Paragraph, Section, Table
from strategykit.domain.template import BoardPlan
from strategykit.drafting.papers.occasion import Occasion, section


def board_section(occasion: Occasion, key: str, *, read_through: bool) -> tuple[Section, ...]:
    """One board with the most dotted on top of each field; hidden notes are never in it."""
    board = occasion.material.template.board(key)
    notes = visible(occasion.material.of(Note), key)
    if board is None or not notes:
        return ()
    found = clusters(notes, occasion.material.of(NoteGroup), occasion.material.dots)
    told = [c for c in found if read_through or is_group(occasion, c)]
    blocks = (*_table(board, told), _count(key, notes, found), *_left_out(key, found, told))
    return section(f"tavle {key}", board.title, blocks)


def single_notes(occasion: Occasion, keys: Sequence[str]) -> tuple[Note, ...]:
    """The notes of these boards that stand in no group, hidden ones left out."""
    groups = {group.id for group in occasion.material.of(NoteGroup)}
    notes = [n for key in keys for n in visible(occasion.material.of(Note), key)]
    return tuple(n for n in notes if n.group_id not in groups)


def is_group(occasion: Occasion, cluster: Cluster) -> bool:
    """Whether a person has put a heading over these notes."""
    return any(group.id == cluster.id for group in occasion.material.of(NoteGroup))


def _count(key: str, notes: Sequence[Note], found: Sequence[Cluster]) -> Paragraph:
    dots = sum(cluster.dots for cluster in found)
    given = f" og gav {dots} prikker" if dots else ""
    written = "1 seddel" if len(notes) == 1 else f"{len(notes)} sedler"
    return Paragraph(f"tavle {key} tal", f"I skrev {written}{given}.")


def _table(board: BoardPlan, told: Sequence[Cluster]) -> tuple[Table, ...]:
    """Field by field; a column that would be empty is left out."""
    titles = {field.key: field.title for field in board.fields}
    places = list(titles)
    ordered = sorted(told, key=lambda c: places.index(c.field) if c.field in titles else -1)
    columns = [("Det skrev I", 0.6, [c.title for c in ordered])]
    if len(board.fields) > 1:
        columns.insert(0, ("Felt", 0.25, [titles.get(c.field, "") for c in ordered]))
    if any(c.dots for c in ordered):
        columns.append(("Prikker", 0.15, [str(c.dots) for c in ordered]))
    header, shares, cells = zip(*columns, strict=True)
    about = f"{board.title}: det, I skrev"
    widths = tuple(share / sum(shares) for share in shares)
    rows = tuple(zip(*cells, strict=True))
    return (Table(f"tavle {board.key}", "", header, rows, about, widths=widths),) if rows else ()


def _left_out(key: str, found: Sequence[Cluster], told: Sequence[Cluster]) -> tuple[Block, ...]:
    left = len(found) - len(told)
    if not left:
        return ()
    single = "1 seddel står" if left == 1 else f"{left} sedler står"
    text = f"{single} for sig selv og er ikke gengivet her."
    return (Paragraph(f"tavle {key} udeladt", text),)
