"""The figures as they are today, beside others, and locked."""

from strategykit.ui.baseline import draw_baseline
from strategykit.ui.page import open_page

visit = open_page("nulpunkt")

draw_baseline(visit)
