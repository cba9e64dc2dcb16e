"""Letting another machine in to one meeting by a code: a projector shows its own."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from strategykit.actions.access import TOKEN_BYTES, close_doors, hash_of, new_code
from strategykit.actions.acting import acting, new_id, now
from strategykit.actions.participating import room_in
from strategykit.domain.access import Door, SignIn, tidy_code
from strategykit.domain.people import Who
from strategykit.errors import CodeUnknown, MeetingOver
from strategykit.storage import access
from strategykit.storage.database import Database
from strategykit.storage.store import Store

CODE_MINUTES, HOURS = 10, 16
MOST_SCREENS = 200


@dataclass(frozen=True)
class Screen:
    """A browser that waits to be a projector; `token` is for its cookie, `code` what it shows."""

    token: str
    code: str
    ends_at: datetime


class Screens:
    """Those that wait, in the server's memory alone: strangers open the page and write nothing."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._by_token: dict[str, Screen] = {}

    def waiting(self, token: str) -> Screen | None:
        """The screen that was given the token, while its code works."""
        with self._lock:
            held = self._by_token.get(token)
            return held if held is not None and held.ends_at > now() else None

    def begin(self) -> Screen:
        """One more, with a token and a code of its own; of too many the oldest wait no more."""
        with self._lock:
            moment = now()
            open_yet = [each for each in self._by_token.values() if each.ends_at > moment]
            kept = open_yet[-MOST_SCREENS + 1 :]
            taken = {each.code for each in kept}
            code = next(code for code in iter(new_code, "") if code not in taken)
            token = secrets.token_urlsafe(TOKEN_BYTES)
            fresh = Screen(token, code, moment + timedelta(minutes=CODE_MINUTES))
            self._by_token = {each.token: each for each in (*kept, fresh)}
            return fresh

    def take(self, typed: str) -> Screen:
        """The screen that shows the code, which does not work again; raises CodeUnknown."""
        code = tidy_code(typed)
        with self._lock:
            found = (each for each in self._by_token.values() if each.code == code)
            screen = next(found, None)
            if screen is None or screen.ends_at <= now():
                raise CodeUnknown
            return self._by_token.pop(screen.token)

    def put_back(self, screen: Screen) -> None:
        """It waits on: what it was taken for did not happen."""
        with self._lock:
            self._by_token[screen.token] = screen


SCREENS = Screens()


def pair_projector(db: Database, who: Who, typed: str, process_id: str, meeting_id: str) -> None:
    """The screen that shows the code shows the meeting until it ends.

    Raises CodeUnknown or MeetingOver.
    """
    screen = SCREENS.take(typed)
    try:
        with acting(db, who, process_id, "pair", "Room", meeting_id) as store:
            _require_open(store, process_id, meeting_id)
            access.keep_sign_in(store, _projector(process_id, meeting_id), hash_of(screen.token))
    except BaseException:
        SCREENS.put_back(screen)
        raise


def paired_screens(db: Database, meeting_id: str) -> tuple[SignIn, ...]:
    """Those that show the meeting now, the first first."""
    with db.reading() as store:
        return access.standing(store, now(), door=Door.PROJECTOR, meeting_id=meeting_id)


def end_screens(db: Database, meeting_id: str) -> int:
    """How many showed the meeting until now."""
    return close_doors(db, meeting_id=meeting_id, door=Door.PROJECTOR)


def _require_open(store: Store, process_id: str, meeting_id: str) -> None:
    if not room_in(store, process_id, meeting_id).is_open:
        raise MeetingOver


def _projector(process_id: str, meeting_id: str) -> SignIn:
    at = now()
    return SignIn(
        id=new_id(), door=Door.PROJECTOR, account_id="", process_id=process_id,
        meeting_id=meeting_id, person_id="", made_at=at, ends_at=at + timedelta(hours=HOURS),
    )  # fmt: skip
