"""Who a plain request comes from: cookie to row, read anew every time."""

from starlette.requests import Request

from strategykit.actions import access
from strategykit.domain.access import Door, SignIn
from strategykit.participation.slowing import address_of
from strategykit.settings import settings
from strategykit.storage.database import Database, shared_database

DEVICES = 8


def database() -> Database:
    """The app's one database."""
    return shared_database(settings().database_url)


def tokens_of(request: Request, door: Door) -> tuple[str, ...]:
    """The tokens of the door's cookie, the active one first; a phone at a table holds several."""
    held = request.cookies.get(door.cookie, "")
    return tuple(token for token in held.split(".")[:DEVICES] if token)


def sign_ins_of(request: Request, door: Door) -> tuple[SignIn, ...]:
    """Every sign-in of the door that still stands, the active one first."""
    found = (access.sign_in_of(database(), token, door) for token in tokens_of(request, door))
    return tuple(each for each in found if each is not None)


def known_by(request: Request) -> str:
    """A browser that has been let in by any door is known by that, ended or not; else its address.

    So nobody who guesses from a room's one address slows down whoever has been here before.
    """
    for door in Door:
        for token in tokens_of(request, door):
            if known := access.ever_let_in(database(), token, door):
                return known
    return address_of(request)


def sign_in_here(request: Request, *doors: Door) -> SignIn | None:
    """The first sign-in by one of the doors, in their order."""
    for door in doors:
        for found in sign_ins_of(request, door)[:1]:
            return found
    return None
