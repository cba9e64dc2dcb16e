"""Every page once: its key, script, Danish title and address."""

from dataclasses import dataclass
from pathlib import Path

from strategykit.domain.template import Template

PAGES_FOLDER = Path(__file__).resolve().parents[2] / "pages"
PROCESS = "forloeb"  # the query parameter that names the open process


@dataclass(frozen=True)
class Address:
    """`key` is also the page's address; a template may give another title."""

    key: str
    title: str
    script: Path


def _address(key: str, title: str, script: str) -> Address:
    return Address(key, title, PAGES_FOLDER / script)


FORSIDE = _address("forside", "Forside", "forloeb/forside.py")
PLAN = _address("plan", "Plan og møder", "forloeb/plan.py")

#: In the order of the work; root-relative names fail when the frame lies outside the root.
ADDRESSES: dict[str, Address] = {
    a.key: a
    for a in (
        FORSIDE,
        PLAN,
        _address("skabeloner", "Skabeloner", "opsaetning/skabeloner.py"),
        _address("deltagere", "Deltagere", "opsaetning/deltagere.py"),
        _address("viden", "Vidensgrundlag", "viden/vidensgrundlag.py"),
        _address("nulpunkt", "Nulpunkt", "viden/nulpunkt.py"),
        _address("aktoerer", "Interessenter, aktører og tilbud", "viden/aktoerer.py"),
        _address("swot", "SWOT", "vaerksted/swot.py"),
        _address("vision", "Vision og mission", "vaerksted/vision.py"),
        _address("indsatsomraader", "Indsatsområder og grupper", "vaerksted/indsatsomraader.py"),
        _address("maal", "Performance og mål", "vaerksted/maal.py"),
        _address("redskaber", "Redskaber", "vaerksted/redskaber.py"),
        _address("udkast", "Udkast", "udkast/udkast.py"),
        _address("hoering", "Gennemsyn og høring", "udkast/hoering.py"),
        _address("godkendelse", "Godkendelse", "udkast/godkendelse.py"),
    )
}

#: Shown in every process, beside the pages that the phases name.
ALWAYS = ("forside", "plan", "deltagere")

#: What no template knew of at first, and the page that it stands right after where none names it.
CAME_LATER = {"hoering": "udkast"}


def menu_of(template: Template) -> tuple[tuple[str, ...], ...]:
    """The pages of each phase.

    A process keeps the copy of its template that it began with, which may be older than a page.
    """
    later = {before: page for page, before in CAME_LATER.items() if page not in template.pages}
    return tuple(
        tuple(key for page in phase.pages for key in (page, later.get(page, "")) if key)
        for phase in template.phases
    )
