"""The hidden field of every form: a page of another site cannot know what it must hold."""

import asyncio
import re
import secrets
from hashlib import sha256
from hmac import compare_digest
from urllib.parse import parse_qsl

from markupsafe import Markup
from starlette.datastructures import ImmutableMultiDict
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from strategykit.actions.acting import new_id
from strategykit.errors import FormRefused, FormTooLarge

FIELD, COOKIE = "_csrf", "sv_formular"
MOST_BYTES, MOST_FIELDS = 200_000, 2_000
SECONDS = 60.0  # a form that takes longer is somebody who only wants to hold the line
DAYS = 180
SECRET_LENGTH = 32
_OURS = re.compile(r"[0-9a-f]{32}|[0-9]*")
IDS = ("nonce", "ny", "billet")  # fields with the id that a new thing gets
_ID = re.compile(r"[0-9a-f]{32}")
Form = ImmutableMultiDict[str, str]


def secret_of(request: Request) -> str:
    """The browser's own secret, or a new one."""
    held = request.cookies.get(COOKIE, "")
    return held if len(held) == SECRET_LENGTH else secrets.token_urlsafe(24)


def field(secret: str) -> Markup:
    """The hidden field as HTML."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, token(secret))


def token(secret: str) -> str:
    """What the field holds; the cookie cannot be found from it."""
    return sha256(f"formular {secret}".encode()).hexdigest()[:32]


def remember(request: Request, response: Response, secret: str) -> None:
    """Gives the browser its secret the first time."""
    if request.cookies.get(COOKIE) != secret:
        set_cookie(request, response, COOKIE, secret, days=DAYS)


def set_cookie(request: Request, response: Response, name: str, value: str, *, days: float) -> None:
    """A cookie that no script can read and no other site can send with a form."""
    response.set_cookie(
        name, value, max_age=int(days * 86400), path="/", httponly=True, samesite="lax",
        secure=request.url.scheme == "https",
    )  # fmt: skip


async def read_form(request: Request) -> Form:
    """The fields of a form of ours; raises FormTooLarge, or FormRefused with what it held."""
    body = bytearray()
    try:
        async with asyncio.timeout(SECONDS):
            async for part in request.stream():
                body += part
                if len(body) > MOST_BYTES:
                    raise FormTooLarge
    except (ClientDisconnect, TimeoutError) as gone:
        raise FormRefused from gone
    form = Form(_with_own_ids(_pairs(bytes(body))))
    given, held = form.get(FIELD, ""), request.cookies.get(COOKIE, "")
    if not held or not compare_digest(given.encode(), token(held).encode()):
        raise FormRefused(kept=kept_of(form))
    return form


def _pairs(body: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=MOST_FIELDS,
            errors="replace",
        )  # fmt: skip
    except ValueError as many:
        raise FormTooLarge from many


def _with_own_ids(pairs: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Under what a thing is kept is made here: an id that somebody made up is another one."""
    given = [(n, v) for n, v in pairs if n not in IDS or _ID.fullmatch(v)]
    there = {name for name, _ in given}
    return [*given, *((name, new_id()) for name in IDS if name not in there)]


def kept_of(form: Form) -> tuple[str, ...]:
    """What somebody wrote, without what nobody should see: fields with `kode` in their name.

    Ids and numbers that the page itself put in the form are nobody's words.
    """
    given = ((name, text) for name, text in form.multi_items() if not _OURS.fullmatch(text))
    return tuple(v for n, v in given if v.strip() and not n.startswith("_") and "kode" not in n)
