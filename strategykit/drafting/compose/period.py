"""The years of a strategy in words."""

from strategykit.domain.process import Process


def period_words(process: Process) -> str:
    """ "fra 2026 til 2030", "i 2026", "fra 2026"; empty while nothing is known."""
    first, last = process.period_from, process.period_to
    if first and last:
        return f"i {first}" if first == last else f"fra {first} til {last}"
    if first:
        return f"fra {first}"
    return f"til og med {last}" if last else ""
