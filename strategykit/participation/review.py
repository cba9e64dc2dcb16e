"""A reviewer's pages: the draft chapter by chapter, what was sent, and the Word file to take."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import new_id
from strategykit.actions.own_marks import approvals_of, own_marks
from strategykit.actions.reviewing import (
    Invitation,
    invitation_of,
    invitation_of_link,
    note_refusal,
)
from strategykit.actions.sending_out import sent_file, sent_version
from strategykit.actions.taking_in import Reviewer, marks_of
from strategykit.domain.access import Door
from strategykit.domain.outline import Draft, Section
from strategykit.domain.reviews import ReviewMark
from strategykit.errors import LinkDead
from strategykit.participation.doors import database, sign_in_here
from strategykit.participation.plain import sign_in_of_request
from strategykit.participation.rendering import HEADERS, go_to, page, told
from strategykit.participation.review_forms import Typed, sheet_of
from strategykit.participation.review_view import (
    chapter_of,
    deadline_words,
    kind_words,
    name_of,
    pieces,
    place_name,
)

PATH, KEY = "/gennemsyn", "n"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_DENMARK = ZoneInfo("Europe/Copenhagen")


@dataclass(frozen=True)
class Reading:
    """One reviewer at one review."""

    asked: Invitation
    draft: Draft

    @property
    def reviewer(self) -> Reviewer:
        """Who writes."""
        return Reviewer(self.asked.person.id, self.asked.person.name)

    @property
    def only_comments(self) -> bool:
        """Whether the reader is an expert, who leaves the wording to others."""
        return self.asked.person.only_comments

    @property
    def deadline(self) -> str:
        """The deadline in words."""
        return deadline_words(self.asked.sent, today())


def show(request: Request) -> Response:
    """By a link the button that lets in; else the contents, or what is needed to see them."""
    token = request.query_params.get(KEY, "")
    if token:
        return _show_link(request, token)
    sign_in = sign_in_here(request, Door.REVIEWER)
    if sign_in is None:
        sentence = (
            "Siden åbnes med det personlige link, som du har fået til gennemsynet. Åbn linket fra "
            "din besked. Virker det ikke, så bed proceslederen om et nyt."
        )
        return told(request, "Du skal bruge dit link", sentence, status=403, kind="care")
    request.state.sign_in = sign_in
    return contents(request, reading(request))


def _show_link(request: Request, token: str) -> Response:
    """No address of this page travels on: with no-referrer browsers post without an origin."""
    try:
        asked = invitation_of_link(database(), token)
    except LinkDead as error:
        note_refusal(database(), token)
        return told(request, "Linket virker ikke", str(error), status=404, kind="alarm")
    shown = page(request, "gennemsyn_link.html", asked=asked, token=token, ticket=new_id(),
                 deadline=deadline_words(asked.sent, today()))  # fmt: skip
    shown.headers["Referrer-Policy"] = "strict-origin"
    return shown


def reading(request: Request) -> Reading:
    """Who came in by the door, and the draft as it was sent out."""
    asked = invitation_of(database(), sign_in_of_request(request))
    return Reading(asked, sent_version(database(), asked.sent).draft)


def contents(request: Request, here: Reading, problem: str = "", status: int = 200) -> Response:
    """The chapters, the Word file, and all that one has sent."""
    own = own_marks(database(), here.reviewer, here.asked.sent)
    return page(
        request, "gennemsyn.html", status, here=here, sent=here.asked.sent,
        chapters=_chapters(here, own), problem=problem, told=_TOLD.get(_asked(request, "sket"), ""),
        own=[(mark, place_name(here.draft, mark), kind_words(mark)) for mark in own],
        keys=_chapter_keys(here.draft),
    )  # fmt: skip


def show_chapter(request: Request) -> Response:
    """One chapter; an address that no chapter has leads to the contents."""
    return chapter_page(request, reading(request), request.path_params["section"])


def chapter_page(
    request: Request, here: Reading, key: str, typed: Typed | None = None, status: int = 200
) -> Response:
    """The chapter with a form at each piece; `typed` is a form that was not taken."""
    chapter = chapter_of(here.draft, key)
    if not chapter:
        return go_to(PATH)
    sent, reviewer = here.asked.sent, here.reviewer
    marks = marks_of(database(), sent)
    own = [mark for mark in marks if mark.person_id == reviewer.person_id]
    seen = sent.others_seen
    others = [m for m in marks if m.person_id != reviewer.person_id] if seen else []
    before, after = _beside(here.draft, chapter[0])
    read, said = pieces(chapter, own, others), typed or Typed()
    wanted = _asked(request, "ret")
    editing = next((m for m in own if m.id == wanted and not m.file_id), None)
    return page(
        request, "gennemsyn_kapitel.html", status, here=here, sent=sent, chapter=chapter[0],
        title=name_of(chapter[0]), problem=said.sentence, before=before, after=after,
        pieces=[(piece, sheet_of(piece, editing, said)) for piece in read],
        done=_asked(request, "sendt"), told=_TOLD.get(_asked(request, "sket"), ""),
        approved=_approved(here, chapter[0].key), kind_words=kind_words, name_of=name_of,
        cited=_cited(here.draft, {number for piece in read for number in piece.cites}),
    )  # fmt: skip


def fetch(request: Request) -> Response:
    """The Word file as it went out."""
    sent = reading(request).asked.sent
    name = f"udkast-version-{sent.number}.docx"
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{name}"'}
    return Response(sent_file(database(), sent), media_type=WORD, headers=headers)


def today() -> date:
    """The date in Denmark."""
    return datetime.now(_DENMARK).date()


def _chapters(here: Reading, own: Sequence[ReviewMark]) -> list[tuple[Section, str, str]]:
    """Each chapter with its name and what one has said about it."""
    found = []
    for chapter in here.draft.chapters():
        keys = {section.key for section in chapter}
        count = sum(mark.section in keys for mark in own)
        said = f"Du har sendt {count}" if count else ""
        if _approved(here, chapter[0].key):
            said = (
                "Du har ikke noget at tilføje" if not count else f"{said}, ellers intet at tilføje"
            )
        found.append((chapter[0], name_of(chapter[0]), said))
    return found


def _approved(here: Reading, key: str) -> bool:
    mine = here.reviewer.person_id
    approvals = approvals_of(database(), here.asked.sent)
    return any(a.section == key and a.person_id == mine for a in approvals)


def _beside(draft: Draft, chapter: Section) -> tuple[Section | None, Section | None]:
    """The chapters before and after."""
    firsts = [each[0] for each in draft.chapters()]
    at = firsts.index(chapter)
    return (firsts[at - 1] if at else None), (firsts[at + 1] if at + 1 < len(firsts) else None)


def _cited(draft: Draft, numbers: set[int]) -> list[str]:
    return [f"[{s.number}] {s.text}" for s in draft.sources if s.number in numbers]


def _chapter_keys(draft: Draft) -> dict[str, str]:
    """The chapter's key of every section."""
    return {s.key: chapter[0].key for chapter in draft.chapters() for s in chapter}


def _asked(request: Request, name: str) -> str:
    return request.query_params.get(name, "")


_TOLD = {
    "sendt": "Sendt.",
    "rettet": "Rettet.",
    "trukket": "Trukket tilbage.",
    "tilfoejet-intet": "Det er noteret, at du ikke har noget at tilføje til kapitlet.",
    "alligevel": "Det er taget tilbage.",
}
