"""A handicappolitik in another municipality, made of the shipped general template by its terms."""

import re
from collections.abc import Mapping

from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from strategykit.template_files import shipped_files
from tests.support.filled_processes import MOMENT, fill
from tests.support.makers import a_process

#: As the template's own remark proposes.
TERMS: Mapping[str, str] = {
    "strategi": "handicappolitik",
    "strategien": "handicappolitikken",
    "personer": "borgere med handicap",
    "personerne": "borgerne med handicap",
    "gruppe": "målgruppe",
    "grupper": "målgrupper",
    "grupperne": "målgrupperne",
    "indsatsen": "handicapindsatsen",
    "voices": "Borgernes stemme",
    "areas": "Temaer",
    "omraade": "tema",
    "omraadet": "temaet",
    "omraader": "temaer",
    "omraaderne": "temaerne",
}
VEJLE = "630"


def youth_in(text: str) -> list[str]:
    """The words that begin with "ung", as no word of another field of policy does."""
    return sorted(set(re.findall(r"(?<!\w)ung\w*", text, re.IGNORECASE)))


def borrowed_in(text: str) -> list[str]:
    """The words of the young, and the program's own where the template has given others."""
    read = re.sub(r'\bvalue="[^"]*"', "", text)  # what a form sends is read by nobody
    shared = re.findall(
        r"(?<!\w)(?:indsatsområd\w*|strategi(?:en|ens|er)?(?!\w))", read, re.IGNORECASE
    )
    return sorted({*youth_in(text), *shared})


def handicap_template() -> str:
    """The general template with other words under `terms`, and nothing else changed."""
    (text,) = (f.text for f in shipped_files() if f.template.key == "politik-generel")
    for key, word in TERMS.items():
        text, changed = re.subn(rf"(?m)^  {key}: .*$", f"  {key}: {word}", text)
        assert changed == 1, key
    return text


def a_handicappolitik(db: Database, who: Who) -> Process:
    """Everything filled in that a committee fills in."""
    process = a_process(
        db, who, template=handicap_template(), title="Handicappolitik 2027", municipality=VEJLE,
        committee="Handicappolitisk udvalg", mandate="Udvalget skal foreslå en handicappolitik.",
        mandate_body="Byrådet", mandate_day=MOMENT.date(), period_from=2027, period_to=2030,
    )  # fmt: skip
    fill(db, who, process)
    return process
