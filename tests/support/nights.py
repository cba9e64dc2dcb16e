"""A hall on a running server, with the phones and the helm of those who are in it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Page

from strategykit.actions.access import open_door
from strategykit.domain.access import Door
from strategykit.domain.people import Access, Who
from strategykit.storage.database import Database
from tests.support.server import Server
from tests.support.signing import an_account
from tests.support.tables import Hall, a_hall

PHONE = {"width": 390, "height": 844}


@dataclass
class Night:
    """Everybody's page has a browser of its own; `scripts` may be turned off in it."""

    hall: Hall
    browser: Browser
    address: str
    contexts: list[BrowserContext] = field(default_factory=list)

    def phone(self, person_id: str, *, scripts: bool = True) -> Page:
        """The phone of somebody who is in."""
        return self._open(Door.DEVICE, "/deltag", scripts=scripts, person_id=person_id)

    def helm(self, part: str) -> Page:
        """The paired phone of the facilitator, at one part of the helm."""
        account = an_account(self.hall.db)
        return self._open(Door.STEERING, f"/styring/{part}", account_id=account.id)

    def _open(self, door: Door, path: str, *, scripts: bool = True, **of: str) -> Page:
        hall = self.hall
        token = open_door(
            hall.db, door, process_id=hall.process.id, meeting_id=hall.meeting.id, hours=1, **of
        )
        context = self.browser.new_context(
            base_url=self.address, viewport=PHONE, locale="en-US", java_script_enabled=scripts
        )
        self.contexts.append(context)
        context.add_cookies([{"name": door.cookie, "value": token, "url": self.address}])
        page = context.new_page()
        page.goto(path)
        return page


@contextmanager
def a_night(browser: Browser, server: Server) -> Iterator[Night]:
    """A fresh hall in the server's database."""
    db = Database(f"sqlite:///{server.home / 'strategi.db'}")
    night = Night(a_hall(db, Who(Access.FACILITATOR)), browser, server.address)
    yield night
    for context in night.contexts:
        context.close()
    db.close()
