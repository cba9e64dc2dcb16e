"""What a reviewer does: comes in by the link, writes marks, takes them back, hands a file in."""

from dataclasses import replace
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from strategykit.actions.own_marks import change_mark, own_marks, withdraw_mark
from strategykit.actions.reviewing import note_refusal, trade_review_link
from strategykit.actions.taking_in import (
    approve_section,
    take_file,
    take_mark,
    withdraw_approval,
)
from strategykit.domain.access import Door
from strategykit.domain.proposals import Written, mark_of
from strategykit.domain.reviews import ReviewMark
from strategykit.errors import LinkDead, NotFound, StrategyError
from strategykit.participation import csrf
from strategykit.participation.csrf import Form
from strategykit.participation.doors import database
from strategykit.participation.phone_doors import fresh_token
from strategykit.participation.plain import ANYONE, PlainRoute
from strategykit.participation.rendering import go_to, told
from strategykit.participation.review import (
    KEY,
    PATH,
    Reading,
    chapter_page,
    contents,
    fetch,
    reading,
    show,
    show_chapter,
)
from strategykit.participation.review_files import show_received
from strategykit.participation.review_forms import Typed
from strategykit.participation.review_view import chapter_of
from strategykit.participation.slowing import Slowing
from strategykit.participation.uploads import upload_of

COOKIE_DAYS = 90
NO_FILE = "Der er ikke valgt en fil. Intet er sendt. Vælg Word-filen, og tryk igen."
_LINKS = Slowing()


def come_in(request: Request, form: Form) -> Response:
    """The link is traded for a sign-in of the device's own, and the address is clean."""
    link, device = form.get(KEY, ""), fresh_token(request, form.get("billet", ""))
    try:
        trade_review_link(database(), link, device)
    except LinkDead as error:
        _LINKS.wrong(request)
        note_refusal(database(), link)
        return told(request, "Linket virker ikke", str(error), status=404, kind="alarm")
    answer = go_to(PATH)
    csrf.set_cookie(request, answer, Door.REVIEWER.cookie, device, days=COOKIE_DAYS)
    return answer


def write(request: Request, form: Form) -> Response:
    """A comment or another wording; what is not taken stands in the form again."""
    here = reading(request)
    try:
        mark = mark_of(here.asked.sent, here.draft, _written(form), form.get("id", ""))
        if form.get("ret"):
            kept = _changed(here, form, mark)
        else:
            kept = take_mark(database(), here.reviewer, here.asked.sent, mark)
    except NotFound:
        raise
    except StrategyError as error:
        typed = Typed(str(error), dict(form))
        return chapter_page(request, here, form.get("afsnit", ""), typed, 400)
    withdraw_approval(database(), here.reviewer, here.asked.sent, _chapter(here, kept.section))
    done = "rettet" if form.get("ret") else "sendt"
    return _back(here, kept.section, f"sket={done}&sendt={kept.id}#m{kept.id}")


def take_back(request: Request, form: Form) -> Response:
    """The mark was never said."""
    here = reading(request)
    withdraw_mark(database(), here.reviewer, here.asked.sent, form.get("maerke", ""))
    if form.get("til"):
        return _back(here, form["til"], "sket=trukket")
    return go_to(f"{PATH}?sket=trukket#sendt")


def nothing_to_add(request: Request, form: Form) -> Response:
    """The reviewer has read the chapter."""
    here, key = _known(request, form)
    approve_section(database(), here.reviewer, here.asked.sent, key)
    return _back(here, key, "sket=tilfoejet-intet")


def something_after_all(request: Request, form: Form) -> Response:
    """The reviewer has not finished with the chapter."""
    here, key = _known(request, form)
    withdraw_approval(database(), here.reviewer, here.asked.sent, key)
    return _back(here, key, "sket=alligevel")


def hand_in(request: Request, form: Form) -> Response:
    """A marked Word file; the answer is a page of its own, which can be loaded again."""
    here, data = reading(request), upload_of(request)
    if not data:
        return contents(request, here, NO_FILE, 400)
    try:
        anyway = form.get("alligevel") == "ja"
        received, new = take_file(database(), here.reviewer, here.asked.sent, data, anyway=anyway)
    except StrategyError as error:
        return contents(request, here, str(error), 400)
    return go_to(f"{PATH}/fil/modtaget?id={received.id}{'' if new else '&igen=ja'}")


def _written(form: Form) -> Written:
    return Written(
        section=form.get("afsnit", ""),
        block=form.get("stykke", ""),
        part=form.get("sted", ""),
        wording=form.get("ordlyd", ""),
        comment=form.get("bemaerkning", ""),
    )


def _changed(here: Reading, form: Form, mark: ReviewMark) -> ReviewMark:
    """The own mark as it was seen, with other words."""
    own = own_marks(database(), here.reviewer, here.asked.sent)
    there = next((m for m in own if m.id == form["ret"] and not m.file_id), None)
    if there is None:
        raise NotFound(ReviewMark.noun)
    version = form.get("udgave", "")
    seen = replace(there, version=int(version) if version.isdigit() else there.version)
    changed = replace(mark, version=seen.version, position=there.position)
    return change_mark(database(), here.reviewer, here.asked.sent, seen, changed)


def _known(request: Request, form: Form) -> tuple[Reading, str]:
    here = reading(request)
    chapter = chapter_of(here.draft, form.get("afsnit", ""))
    if not chapter:
        raise NotFound("Kapitlet")
    return here, chapter[0].key


def _chapter(here: Reading, section: str) -> str:
    chapter = chapter_of(here.draft, section)
    return chapter[0].key if chapter else section


def _back(here: Reading, section: str, query: str) -> Response:
    return go_to(f"{PATH}/{quote(_chapter(here, section), safe='')}?{query}")


_REVIEWER = (Door.REVIEWER,)
ROUTES = (
    PlainRoute(PATH, ANYONE, show=show, act=come_in, slowing=_LINKS),
    PlainRoute(f"{PATH}/maerke/skriv", _REVIEWER, act=write),
    PlainRoute(f"{PATH}/maerke/traek", _REVIEWER, act=take_back),
    PlainRoute(f"{PATH}/kapitel/intet", _REVIEWER, act=nothing_to_add),
    PlainRoute(f"{PATH}/kapitel/alligevel", _REVIEWER, act=something_after_all),
    PlainRoute(f"{PATH}/fil/hent", _REVIEWER, show=fetch),
    PlainRoute(f"{PATH}/fil/aflever", _REVIEWER, act=hand_in, upload=True),
    PlainRoute(f"{PATH}/fil/modtaget", _REVIEWER, show=show_received),
    PlainRoute(f"{PATH}/{{section}}", _REVIEWER, show=show_chapter),
)
