"""A hearing party's pages: what is heard, an answer to each chapter, and the form for Word."""

from dataclasses import dataclass, replace
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.acting import new_id
from strategykit.actions.hearing_answers import answer, answers_of, send_in, take_form
from strategykit.actions.hearing_links import Asked, asked_by, asked_by_link, trade_party_link
from strategykit.actions.hearing_papers import form_file
from strategykit.actions.hearings import draft_in_hearing
from strategykit.actions.reviewing import note_refusal
from strategykit.domain.access import Door
from strategykit.domain.hearings import Hearing, chapters_of
from strategykit.domain.numbers import danish_date
from strategykit.domain.outline import Draft
from strategykit.errors import EditConflict, LinkDead, NotFound, StrategyError
from strategykit.participation import csrf
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database, sign_in_here
from strategykit.participation.phone_doors import fresh_token
from strategykit.participation.plain import ANYONE, PlainRoute, sign_in_of_request
from strategykit.participation.rendering import HEADERS, go_to, page, told
from strategykit.participation.review import WORD, today
from strategykit.participation.review_view import chapter_of, pieces
from strategykit.participation.slowing import Slowing
from strategykit.participation.uploads import upload_of

PATH, KEY, COOKIE_DAYS = "/hoeringssvar", "n", 120
FORM_FILE = "hoeringssvar.docx"
NO_FILE = "Der er ikke valgt en fil. Intet er sendt. Vælg Word-filen, og tryk igen."
_LINKS = Slowing()


@dataclass(frozen=True)
class Here:
    """One party at its hearing."""

    asked: Asked
    draft: Draft

    @property
    def is_open(self) -> bool:
        """Whether answers are taken."""
        return self.asked.hearing.is_open

    @property
    def deadline(self) -> str:
        """The deadline in words."""
        return deadline_words(self.asked.hearing, today())


def deadline_words(hearing: Hearing, day: date) -> str:
    """Until when one may answer, or that it is over."""
    if not hearing.is_open:
        return "Høringen er slut. I kan læse udkastet og det, I har svaret."
    if hearing.ends is None:
        return "Der er ingen frist. I kan svare, indtil høringen lukkes."
    if hearing.ends < day:
        return (
            f"Fristen var den {danish_date(hearing.ends)}. Høringen er ikke lukket endnu, så I kan "
            "stadig svare."
        )
    return f"Svar senest den {danish_date(hearing.ends)}."


def show(request: Request) -> Response:
    """By a link the button that lets in; else the chapters, or what is needed to see them."""
    token = request.query_params.get(KEY, "")
    if token:
        return _show_link(request, token)
    sign_in = sign_in_here(request, Door.PARTY)
    if sign_in is None:
        sentence = (
            "Siden åbnes med det link, som I har fået til høringen. Åbn linket fra jeres besked. "
            "Virker det ikke, så bed kommunen om et nyt."
        )
        return told(request, "I skal bruge jeres link", sentence, status=403, kind="care")
    request.state.sign_in = sign_in
    return contents(request, _here(request))


def _show_link(request: Request, token: str) -> Response:
    try:
        asked = asked_by_link(database(), token)
    except LinkDead as error:
        note_refusal(database(), token)
        return told(request, "Linket virker ikke", str(error), status=404, kind="alarm")
    shown = page(request, "hoeringssvar_link.html", asked=asked, token=token, ticket=new_id(),
                 deadline=deadline_words(asked.hearing, today()))  # fmt: skip
    shown.headers["Referrer-Policy"] = "strict-origin"
    return shown


def come_in(request: Request, form: Form) -> Response:
    """The link is traded for a sign-in of the device's own, and the address is clean."""
    link, device = form.get(KEY, ""), fresh_token(request, form.get("billet", ""))
    try:
        trade_party_link(database(), link, device)
    except LinkDead as error:
        _LINKS.wrong(request)
        note_refusal(database(), link)
        return told(request, "Linket virker ikke", str(error), status=404, kind="alarm")
    response = go_to(PATH)
    csrf.set_cookie(request, response, Door.PARTY.cookie, device, days=COOKIE_DAYS)
    return response


def contents(request: Request, here: Here, problem: str = "", status: int = 200) -> Response:
    """The chapters with what was answered, the form for Word, and the button that sends in."""
    given = answers_of(database(), here.asked.party)
    chapters = [
        (key, title, given[key].text if given[key].version else "")
        for key, title in chapters_of(here.draft)
    ]
    return page(
        request, "hoeringssvar.html", status, here=here, chapters=chapters, problem=problem,
        told=_TOLD.get(request.query_params.get("sket", ""), ""),
        count=request.query_params.get("antal", ""),
    )  # fmt: skip


def show_chapter(request: Request) -> Response:
    """One chapter and the party's answer to it."""
    here, key = _here(request), request.path_params["section"]
    if key not in dict(chapters_of(here.draft)):
        return go_to(PATH)
    return chapter_page(request, here, key)


def chapter_page(
    request: Request, here: Here, key: str, typed: str | None = None, problem: str = "",
    theirs: str = "", status: int = 200,
) -> Response:  # fmt: skip
    """The chapter as it is heard; `typed` is an answer that was not taken."""
    seen = answers_of(database(), here.asked.party)[key]
    keys = [each for each, _ in chapters_of(here.draft)]
    after = keys[keys.index(key) + 1] if key != keys[-1] else ""
    return page(
        request, "hoeringssvar_kapitel.html", status, here=here, key=key, seen=seen,
        title=dict(chapters_of(here.draft))[key], problem=problem, theirs=theirs, after=after,
        pieces=pieces(chapter_of(here.draft, key), (), ()) if chapter_of(here.draft, key) else (),
        text=seen.text if typed is None else typed,
        told=_TOLD.get(request.query_params.get("sket", ""), ""),
    )  # fmt: skip


def write(request: Request, form: Form) -> Response:
    """The answer to one chapter; what is not taken stands in the field again."""
    here, key, text = _here(request), form.get("afsnit", ""), form.get("svar", "")
    if key not in dict(chapters_of(here.draft)):
        raise NotFound("Kapitlet")
    given = answers_of(database(), here.asked.party)[key]
    version = form.get("udgave", "")
    seen = replace(given, version=int(version) if version.isdigit() else given.version)
    try:
        answer(database(), here.asked.party, seen, text)
    except EditConflict as conflict:
        theirs = getattr(conflict.theirs, "text", "")
        return chapter_page(request, here, key, text, str(conflict), theirs, 409)
    except StrategyError as error:
        return chapter_page(request, here, key, text, str(error), status=400)
    return go_to(f"{PATH}/{key}?sket=gemt")


def send(request: Request, _form: Form) -> Response:
    """The party has said what it wants to say."""
    send_in(database(), _here(request).asked.party)
    return go_to(f"{PATH}?sket=sendt")


def fetch(request: Request) -> Response:
    """The form to be filled in at home."""
    here = _here(request)
    data = form_file(database(), here.asked.hearing, here.asked.party)
    headers = {**HEADERS, "Content-Disposition": f'attachment; filename="{FORM_FILE}"'}
    return Response(data, media_type=WORD, headers=headers)


def hand_in(request: Request, _form: Form) -> Response:
    """The filled-in form; the answers in it replace those that were there."""
    here, data = _here(request), upload_of(request)
    if not data:
        return contents(request, here, NO_FILE, 400)
    try:
        taken = take_form(database(), here.asked.party, data)
    except StrategyError as error:
        return contents(request, here, str(error), 400)
    return go_to(f"{PATH}?sket=fil&antal={taken.answers}")


def _here(request: Request) -> Here:
    asked = asked_by(database(), sign_in_of_request(request))
    return Here(asked, draft_in_hearing(database(), asked.hearing))


_TOLD = {
    "gemt": "Gemt. I kan rette svaret, indtil høringen er slut.",
    "sendt": "Tak. Jeres høringssvar er sendt. I kan rette det, indtil høringen er slut.",
    "fil": "Filen er læst, og svarene er gemt.",
}
_PARTY = (Door.PARTY,)
ROUTES = (
    PlainRoute(PATH, ANYONE, show=show, act=come_in, slowing=_LINKS),
    PlainRoute(f"{PATH}/svar/gem", _PARTY, act=write),
    PlainRoute(f"{PATH}/svar/send", _PARTY, act=send),
    PlainRoute(f"{PATH}/fil/hent", _PARTY, show=fetch),
    PlainRoute(f"{PATH}/fil/aflever", _PARTY, act=hand_in, upload=True),
    PlainRoute(f"{PATH}/{{section}}", _PARTY, show=show_chapter),
)
