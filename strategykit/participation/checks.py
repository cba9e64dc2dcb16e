"""Forbindelsestjek under way: which code stands on whose screen, and whether a phone answered.

Kept in the server's memory alone, and nothing of the phone but when it answered.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Lock

from strategykit.actions.access import new_code
from strategykit.actions.acting import now
from strategykit.domain.access import tidy_code

LETTERS = 4
LASTS = timedelta(hours=12)  # what a phone could do another evening says nothing of this one


@dataclass(frozen=True)
class Check:
    """`answered_at` is None until a phone has answered; `streams` is None until it has measured."""

    code: str
    begun_at: datetime
    answered_at: datetime | None = None
    streams: bool | None = None


class Checks:
    """One check for each facilitator; safe from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._by_account: dict[str, Check] = {}

    def of(self, account_id: str) -> Check:
        """The facilitator's check, a fresh one when there is none of today."""
        with self._lock:
            held = self._by_account.get(account_id)
            if held is None or now() - held.begun_at > LASTS:
                held = self._by_account[account_id] = self._fresh()
            return held

    def begin_anew(self, account_id: str) -> None:
        """Grey again, under another code."""
        with self._lock:
            self._by_account[account_id] = self._fresh()

    def is_open(self, typed: str) -> bool:
        """Whether the code stands on somebody's screen."""
        with self._lock:
            return self._holder_of(typed) is not None

    def answer(self, typed: str, *, streams: bool | None) -> bool:
        """Notes that a phone has answered; whether the code stands on somebody's screen."""
        with self._lock:
            holder = self._holder_of(typed)
            if holder is None:
                return False
            check = self._by_account[holder]
            measured = check.streams if streams is None else streams
            self._by_account[holder] = replace(check, answered_at=now(), streams=measured)
            return True

    def _holder_of(self, typed: str) -> str | None:
        code = tidy_code(typed)
        found = (who for who, check in self._by_account.items() if check.code == code)
        return next(found, None)

    def _fresh(self) -> Check:
        taken = {check.code for check in self._by_account.values()}
        codes = iter(lambda: new_code(LETTERS), "")
        return Check(next(code for code in codes if code not in taken), now())


CHECKS = Checks()
