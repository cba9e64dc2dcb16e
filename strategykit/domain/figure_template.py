"""The spreadsheet that people fill with their own figures."""

import csv
from collections.abc import Sequence
from io import StringIO

from strategykit.domain.own_series import OwnSeries
from strategykit.domain.spreadsheets import neutralised

HEADER = ("Indikator", "Periode", "Værdi", "Enhed", "Kilde")
EXAMPLES = (
    ("Navnet på jeres tal", "2025", "1.250", "personer", "Egen opgørelse"),
    ("Navnet på jeres tal", "marts 2026", "1.180", "personer", "Egen opgørelse"),
    ("Navnet på en andel", "2025", "12,5", "pct", "Egen opgørelse"),
)


def template_file(series: Sequence[OwnSeries]) -> bytes:
    """A row for each series that there is, else examples; as Excel in Danish opens it."""
    known = [(s.indicator, "", "", s.newest.unit, s.newest.source) for s in series]
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADER)
    writer.writerows([neutralised(cell) for cell in row] for row in known or EXAMPLES)
    return out.getvalue().encode("utf-8-sig")
