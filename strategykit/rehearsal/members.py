"""A simulated member: follows the meeting on a phone, and answers what the page asks."""

import asyncio
import random
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from strategykit.domain.steps import Step, StepKind
from strategykit.rehearsal.device import NoAnswer
from strategykit.rehearsal.forms import HtmlForm
from strategykit.rehearsal.measuring import Timings
from strategykit.rehearsal.phones import Phone
from strategykit.rehearsal.wall import CHANGE, Wall

NOTES, PAUSE_SECONDS, ANSWER_SECONDS, READY_SECONDS = 2, 2.0, 1.5, 0.5
PATIENCE_SECONDS, AGAIN_SECONDS = 15.0, 1.0
WORDS = (
    *("samarbejde", "praktik", "vejledning", "skole", "ansvar", "tilbud", "overgang", "kontakt"),
    *("viden", "fællesskab", "mentor", "virksomhed", "uddannelse", "støtte", "tillid", "plan"),
)
_GOAL = {
    "maal": "Prøvemål", "tael": "ja", "maales": "Prøvetal", "enhed": "pct.", "fra": "50",
    "til": "40", "aar": "2030", "retning": "ned", "ansvarlig": "Prøvefunktion",
    "metode": "Tælles en gang om året", "kriterium_ny": "Prøvekriterium",
}  # fmt: skip


@dataclass
class Member:
    """`number` tells one from another; it decides what is written, so that a run is the same."""

    number: int
    phone: Phone
    timings: Timings
    wall: Wall
    _news: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self._chance = random.Random(self.number)  # noqa: S311 - no secret

    async def live(self) -> None:
        """Follows the meeting as the page's script does, until it is cancelled."""
        while True:
            try:
                await self._follow()
            except NoAnswer as trouble:
                self.timings.troubles.append(f"opdateringer: {trouble}")
            await asyncio.sleep(AGAIN_SECONDS)

    async def _follow(self) -> None:
        async for event in self.phone.changes():
            if event == CHANGE:
                await self.phone.swap()
                self._news.set()

    async def answer(self, step: Step) -> None:
        """Waits for the step on the phone, answers it and is ready."""
        if not await self._sees(step):
            self.timings.troubles.append("trinnet nåede ikke telefonen")
            return
        act = _ACTS.get(step.kind)
        if act is not None:
            await act(self, step)
        await self._pause(READY_SECONDS)
        await self._send("klar", klar="ja")

    async def _sees(self, step: Step) -> bool:
        last = time.perf_counter() + PATIENCE_SECONDS
        while f'name="trin" value="{step.id}"' not in self.phone.html:
            left = last - time.perf_counter()
            if left <= 0:
                return False
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), left)
            except TimeoutError:
                return False
        return True

    async def _write(self, step: Step) -> None:
        for number in range(1, NOTES + 1):
            await self._pause(PAUSE_SECONDS)
            words = " og ".join(self._chance.sample(WORDS, 3))
            text = f"Prøveseddel {self.number}-{number}: {words}"
            shown = step.shows_notes and not step.held
            if shown:
                self.wall.expect(text)
            if not await self._send("seddel", tekst=text, **self._field()) and shown:
                self.wall.forget(text)

    def _field(self) -> dict[str, str]:
        form = self.phone.form("seddel")
        choices = form.fields["felt"].choices if form and "felt" in form.fields else ()
        return {"felt": self._chance.choice(choices)} if choices else {}

    async def _give_dots(self, step: Step) -> None:
        """One dot each to so many things; the page is fetched anew after each, as it shows them."""
        for _ in range(step.budget):
            await self._pause(1.0)
            form = self.phone.form("prik")
            first = [v for n, v in form.buttons if n == "valg" and v.endswith(" 1")] if form else []
            if not first:
                return
            await self._send("prik", valg=self._chance.choice(first))
            await self._swap()

    async def _rate(self, _step: Step) -> None:
        await self._fill(
            "vurder", lambda names: {n: str(self._chance.randint(1, 10)) for n in names}
        )

    async def _rank(self, _step: Step) -> None:
        def places(names: list[str]) -> Mapping[str, str]:
            order = self._chance.sample(range(1, len(names) + 1), len(names))
            return {name: str(place) for name, place in zip(names, order, strict=True)}

        await self._fill("raekke", places)

    async def _fill(self, act: str, choose: Callable[[list[str]], Mapping[str, str]]) -> None:
        await self._pause(ANSWER_SECONDS)
        form = self.phone.form(act)
        if form is not None:
            await self._send(act, **choose(_lists(form)))

    async def _say(self, _step: Step) -> None:
        await self._pause(ANSWER_SECONDS)
        form = self.phone.form("svar")
        if form is not None:
            said = self._chance.choice(form.fields["svar"].choices)
            await self._send("svar", svar=said, begrundelse="Prøvebegrundelse")

    async def _set_goal(self, _step: Step) -> None:
        await self._pause(ANSWER_SECONDS)
        if self.phone.form("bord/maal") is not None:
            await self._send("bord/maal", **_GOAL)

    async def _send(self, act: str, **given: str) -> bool:
        begun = time.perf_counter()
        try:
            answer = await self.phone.send(act, **given)
        except NoAnswer as trouble:
            self.timings.troubles.append(f"{act}: {trouble}")
            return False
        self.timings.answers.append(time.perf_counter() - begun)
        if not answer.went_well:
            told = re.sub(r"\d", "", str(answer.said.get("fejl", answer.status)))
            self.timings.troubles.append(f"{act}: {told}")
        return answer.went_well

    async def _swap(self) -> None:
        try:
            await self.phone.swap()
        except NoAnswer as trouble:
            self.timings.troubles.append(str(trouble))

    async def _pause(self, most: float) -> None:
        await asyncio.sleep(self._chance.random() * most)


def _lists(form: HtmlForm) -> list[str]:
    return [name for name, part in form.fields.items() if part.kind == "select"]


_ACTS = {
    StepKind.COLLECT: Member._write,  # noqa: SLF001 - a table of the class's own
    StepKind.DOTS: Member._give_dots,  # noqa: SLF001
    StepKind.RATE: Member._rate,  # noqa: SLF001
    StepKind.RANK: Member._rank,  # noqa: SLF001
    StepKind.CONSENT: Member._say,  # noqa: SLF001
    StepKind.TABLES: Member._set_goal,  # noqa: SLF001
}
