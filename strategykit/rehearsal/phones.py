"""A member's phone: it joins, looks, sends the forms that its page holds, and listens."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

from strategykit.rehearsal.device import Answer, Device, NoAnswer
from strategykit.rehearsal.forms import HtmlForm, form_to

PAGE = "/deltag"
JSON = "application/json"


@dataclass
class Phone:
    """`html` is what the page showed last, `fresh` the mark that the next note must bear."""

    device: Device
    html: str = ""
    fresh: str = ""

    async def join(self, code: str, person_id: str) -> None:
        """Picks a name at the door; raises NoAnswer when it is not let in."""
        await self._enter(code, person_id=person_id)

    async def join_as_guest(self, code: str, name: str) -> None:
        """Comes in with a name of its own; raises NoAnswer."""
        await self._enter(code, navn=name)

    async def look(self) -> str:
        """The page as it is now; raises NoAnswer."""
        answer = await self.device.get(PAGE)
        if not answer.went_well:
            raise NoAnswer(f"{PAGE} {answer.status}")
        self.html, self.fresh = answer.text, ""
        return self.html

    async def swap(self) -> str:
        """The changing part alone, as the script fetches it; raises NoAnswer."""
        answer = await self.device.get(f"{PAGE}/skaerm")
        if not answer.went_well:
            raise NoAnswer(f"{PAGE}/skaerm {answer.status}")
        self.html, self.fresh = answer.text, ""
        return self.html

    def form(self, act: str) -> HtmlForm | None:
        """The page's form for an act, such as "seddel"."""
        return form_to(self.html, f"{PAGE}/{act}")

    async def send(self, act: str, **given: str) -> Answer:
        """The act's form with these fields, sent as the script sends it; raises NoAnswer."""
        form = self.form(act)
        if form is None:
            raise NoAnswer(f"{PAGE}/{act}")
        fields = form.filled(**given)
        if self.fresh and "nonce" in fields:
            fields["nonce"] = self.fresh
        answer = await self.device.post(f"{PAGE}/{act}", fields, Accept=JSON)
        if answer.went_well:
            self.fresh = str(answer.said.get("nonce", ""))
        return answer

    def changes(self) -> AsyncIterator[str]:
        """The events of the page's stream."""
        return self.device.events(f"{PAGE}/strom")

    async def _enter(self, code: str, **given: str) -> None:
        door = await self.device.get(f"{PAGE}?kode={code}")
        form = form_to(door.text, f"{PAGE}/ind")
        if form is None:
            raise NoAnswer(f"{PAGE}?kode {door.status}")
        answer = await self.device.post(f"{PAGE}/ind", form.filled(**given))
        if not answer.went_well:
            raise NoAnswer(f"{PAGE}/ind {answer.status}")
