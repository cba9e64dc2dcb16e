"""What became of a marked Word file that a reviewer handed in, in plain words."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.own_marks import own_marks
from strategykit.actions.registers import entries
from strategykit.domain.found_marks import MarkKind, PlacedBy
from strategykit.domain.reviews import ReceivedFile, ReviewMark
from strategykit.errors import NotFound
from strategykit.participation.doors import database
from strategykit.participation.rendering import page
from strategykit.participation.review import reading
from strategykit.participation.review_view import kind_words, place_name


def show_received(request: Request) -> Response:
    """How many were read, which could not be placed, what of the file was not used."""
    here = reading(request)
    wanted = request.query_params.get("id", "")
    sent, mine = here.asked.sent, here.reviewer.person_id
    files = entries(database(), sent.process_id, ReceivedFile)
    file = next((f for f in files if f.id == wanted and f.person_id == mine), None)
    if file is None or file.send_out_id != sent.id:
        raise NotFound(ReceivedFile.noun)
    marks = [m for m in own_marks(database(), here.reviewer, sent) if m.file_id == file.id]
    return page(
        request, "gennemsyn_modtaget.html", here=here, sent=sent, file=file,
        again=bool(request.query_params.get("igen")), told=read_words(marks),
        marks=[(mark, place_name(here.draft, mark), kind_words(mark)) for mark in marks],
        lost=[mark for mark in marks if mark.placed_by is PlacedBy.NOWHERE],
    )  # fmt: skip


def read_words(marks: Sequence[ReviewMark]) -> str:
    """How many comments and changes were read."""
    comments = sum(mark.kind is MarkKind.COMMENT for mark in marks)
    silent = sum(not mark.tracked for mark in marks)
    changes = len(marks) - comments - silent
    if not marks:
        return "Der er ingen kommentarer og ændringer i filen."
    parts = [_many(comments, "kommentar", "kommentarer"), _many(changes, "ændring", "ændringer")]
    said = f"Læst: {' og '.join(parts)}."
    if silent:
        what = _many(silent, "ændring", "ændringer")
        said += f" Desuden {what}, der er lavet uden at spore dem, fundet ved at sammenligne."
    return said


def _many(count: int, one: str, more: str) -> str:
    return f"{count} {one if count == 1 else more}"
