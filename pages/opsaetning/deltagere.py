"""Who takes part, in which role."""

from strategykit.ui.page import open_page
from strategykit.ui.people import draw_people

visit = open_page("deltagere")

draw_people(visit)
