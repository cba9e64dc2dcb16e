"""A form with a file: read in memory, counted while it comes, and with the mark of our own pages.

Nothing of it is written to a disk. A form that is too large is still read to its end, thrown away
piece by piece, since a browser shows no answer before it has sent all.
"""

from hmac import compare_digest

from anyio import CapacityLimiter
from starlette.requests import ClientDisconnect, Request

from strategykit.domain.intake import WORD_LIMITS
from strategykit.errors import FileTooLarge, FormRefused
from strategykit.participation import csrf
from strategykit.participation.csrf import Form

MOST = WORD_LIMITS.packed + csrf.MOST_BYTES
PATIENCE = 12 * MOST  # beyond that nobody waits for an answer
AT_ONCE = 2
FILE = "fil"
_LANES: dict[str, CapacityLimiter] = {}


async def read_upload(request: Request) -> Form:
    """The fields of the form; the file itself is `request.state.upload`, empty without one.

    Raises FileTooLarge or FormRefused.
    """
    async with _lane():
        body = await _body(request)
    fields, request.state.upload = _parts(body, _boundary(request))
    form = Form(fields)
    given, held = form.get(csrf.FIELD, ""), request.cookies.get(csrf.COOKIE, "")
    if not held or not compare_digest(given.encode(), csrf.token(held).encode()):
        raise FormRefused
    return form


def upload_of(request: Request) -> bytes:
    """The file that came with the form."""
    data: bytes = request.state.upload
    return data


async def _body(request: Request) -> bytes:
    body, seen = bytearray(), 0
    try:
        async for part in request.stream():
            seen += len(part)
            if seen <= MOST:
                body += part
            elif seen > PATIENCE:
                break
            else:
                body.clear()
    except ClientDisconnect as gone:
        raise FormRefused from gone
    if seen > MOST:
        raise FileTooLarge(f"den må højst fylde {WORD_LIMITS.packed // 1_000_000} MB")
    return bytes(body)


def _boundary(request: Request) -> bytes:
    kind, _, rest = request.headers.get("content-type", "").partition(";")
    name, _, value = rest.strip().partition("=")
    if kind.strip().lower() != "multipart/form-data" or name.lower() != "boundary":
        raise FormRefused
    return b"--" + value.strip().strip('"').encode("latin-1", "replace")


def _parts(body: bytes, boundary: bytes) -> tuple[list[tuple[str, str]], bytes]:
    """The fields, and the bytes of the one that is a file."""
    fields: list[tuple[str, str]] = []
    file = b""
    start = body.find(boundary)
    while start >= 0 and len(fields) < csrf.MOST_FIELDS:
        start += len(boundary) + 2
        end = body.find(b"\r\n" + boundary, start)
        head_end = body.find(b"\r\n\r\n", start)
        if end < 0 or not 0 <= head_end < end:
            break
        name = _name(body[start:head_end])
        if name == FILE:
            file = body[head_end + 4 : end]
        elif name:
            fields.append((name, body[head_end + 4 : end].decode("utf-8", "replace")))
        start = end + 2
    return fields, file


def _name(head: bytes) -> str:
    """The field's own name; a file's name is read by nobody."""
    for line in head.decode("utf-8", "replace").split("\r\n"):
        if line.lower().startswith("content-disposition:"):
            for piece in line.split(";")[1:]:
                key, _, value = piece.strip().partition("=")
                if key == "name":
                    return value.strip('"')
    return ""


def _lane() -> CapacityLimiter:
    """Two large files at a time: they lie in memory, and the room has one server."""
    if "" not in _LANES:
        _LANES[""] = CapacityLimiter(AT_ONCE)  # made on the event loop that uses it
    return _LANES[""]
