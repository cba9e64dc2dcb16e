"""What a rehearsal found, in plain Danish and as JSON."""

import json
from typing import Any

from strategykit.domain.numbers import danish
from strategykit.rehearsal.measuring import SLOW_SECONDS, Rehearsal, Spread, StepMeasure

NO_NETWORK = (
    "Prøven har ikke prøvet lokalets netværk. Se med Forbindelsestjek, om en rigtig telefon kan nå "
    "maskinen fra lokalet."
)
OTHER_DATABASE = (
    "Prøven brugte en databasefil på denne maskine og siger ikke, hvor hurtig jeres database i "
    "PostgreSQL er."
)
UNTOUCHED = "Prøven kørte på en kopi, som er slettet igen. I selve forløbet er intet ændret."


def sentences(found: Rehearsal) -> tuple[str, ...]:
    """The verdict first, then the figures, then what was not tested."""
    told = [_verdict(found), _arrivals(found), _answers(found), _troubles(found), _slowest(found)]
    told += [NO_NETWORK, OTHER_DATABASE if found.postgres else "", UNTOUCHED]
    return tuple(sentence for sentence in told if sentence)


def as_json(found: Rehearsal) -> dict[str, Any]:
    """One object with all figures, in milliseconds where the name says so."""
    slowest = found.slowest
    return {
        "forløb": found.process,
        "deltagere": found.members,
        "holder": found.holds,
        "svar": list(sentences(found)),
        "seddel_til_projektor": _spread(found.arrivals),
        "svartid": _spread(found.answers),
        "fejl": len(found.troubles),
        "fejl_slags": list(dict.fromkeys(found.troubles)),
        "sedler_der_ikke_nåede_frem": found.lost,
        "langsomste_trin": slowest.title if slowest else None,
        "trin": [_step(step) for step in found.steps],
        "hukommelse_mb": round(found.memory_mb, 1),
        "sekunder": round(found.seconds, 1),
        "lokalets_netværk_prøvet": False,
    }


LEAST_TOLD = 0.1


def step_line(number: int, total: int, title: str, *, as_json: bool) -> str:
    """Which step begins."""
    if as_json:
        return json.dumps({"trin": number, "af": total, "titel": title}, ensure_ascii=False)
    return f"Trin {number} af {total}: {title}"


def members_told(count: int) -> str:
    """How many take part: "1 deltager", "25 deltagere"."""
    return f"{count} deltager{'' if count == 1 else 'e'}"


def _verdict(found: Rehearsal) -> str:
    many = members_told(found.members)
    if found.holds:
        return f"Maskinen kan klare {many}."
    if found.answers is None:
        return "Prøven fandt intet trin, hvor deltagerne svarer, og siger ikke noget om maskinen."
    if found.troubles or found.lost:
        return f"Maskinen kan ikke klare {many}: noget af det, de sendte, kom ikke igennem."
    return (
        f"Maskinen er for langsom til {many}: der gik mere end {_time(SLOW_SECONDS)}, før det, de "
        "sendte, var kommet igennem. Luk andre programmer, og prøv igen, eller brug en hurtigere "
        "maskine."
    )


def _arrivals(found: Rehearsal) -> str:
    seen = found.arrivals
    if seen is None:
        return ""
    return (
        f"Fra en seddel blev sendt, til den stod på projektoren, gik der typisk højst "
        f"{_time(seen.middle)}, og 95 af 100 var fremme inden for {_time(seen.nearly_all)}."
    )


def _answers(found: Rehearsal) -> str:
    given = found.answers
    if given is None:
        return ""
    return (
        f"Deltagerne sendte {danish(given.count)} sedler og stemmer. 95 af 100 fik svar inden for "
        f"{_time(given.nearly_all)}; det længste tog {_time(given.longest)}."
    )


def _troubles(found: Rehearsal) -> str:
    failed, lost = len(found.troubles), found.lost
    if not failed and not lost:
        return "Der var ingen fejl." if found.answers else ""
    notes = "seddel" if lost == 1 else "sedler"
    told = [f"{danish(failed)} forsøg gav fejl"] if failed else []
    told += [f"{danish(lost)} {notes} nåede ikke projektoren"] if lost else []
    return f"{' og '.join(told)}."


def _slowest(found: Rehearsal) -> str:
    slowest = found.slowest
    return f"Det langsomste trin var '{slowest.title}' ({slowest.meeting})." if slowest else ""


def _time(seconds: float) -> str:
    """Seconds as one says them; less than a tenth is too little to tell apart."""
    tenths = round(seconds, 1)
    if tenths < LEAST_TOLD:
        return "0,1 sekund"
    return f"{danish(tenths, 1)} {'sekund' if tenths <= 1 else 'sekunder'}"


def _spread(spread: Spread | None) -> dict[str, Any] | None:
    if spread is None:
        return None
    return {
        "antal": spread.count,
        "median_ms": round(spread.middle * 1000, 1),
        "p95_ms": round(spread.nearly_all * 1000, 1),
        "højst_ms": round(spread.longest * 1000, 1),
        "sagt": _time(spread.nearly_all),
    }


def _step(step: StepMeasure) -> dict[str, Any]:
    return {
        "møde": step.meeting,
        "trin": step.title,
        "slags": step.kind,
        "svartid": _spread(step.answers),
        "seddel_til_projektor": _spread(step.arrivals),
        "fejl": step.troubles,
        "sedler_der_ikke_nåede_frem": step.lost,
    }
