"""The facilitator of a rehearsal: presses what stands on the page of the real steering."""

from dataclasses import dataclass
from urllib.parse import urlencode

from strategykit.rehearsal.device import Device, NoAnswer
from strategykit.rehearsal.forms import HtmlForm, forms_in

PAGE = "/styring"
JSON = "application/json"


@dataclass
class Helm:
    """One meeting's steering."""

    device: Device
    meeting_id: str

    async def look(self, part: str = "") -> str:
        """One part of the page as it is now; raises NoAnswer."""
        asked = {"moede": self.meeting_id, **({"del": part} if part else {})}
        answer = await self.device.get(f"{PAGE}?{urlencode(asked)}")
        if not answer.went_well:
            raise NoAnswer(f"{PAGE} {answer.status}")
        return answer.text

    async def press(self, act: str, part: str = "", **given: str) -> bool:
        """Whether the page had a button for the act with these fields; raises NoAnswer."""
        page = forms_in(await self.look(part))
        found = [f for f in page if f.action == f"{PAGE}/{act}" and f.holds(**given)]
        if not found:
            return False
        await self.send(found[0], given)
        return True

    async def send(self, form: HtmlForm, given: dict[str, str]) -> None:
        """The form with these fields; raises NoAnswer when it is refused."""
        answer = await self.device.post(form.action, form.filled(**given), Accept=JSON)
        if not answer.went_well:
            raise NoAnswer(f"{form.action} {answer.status}")
