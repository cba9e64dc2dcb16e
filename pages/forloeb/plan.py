"""Meetings, drejebøger, what is written down, papers and the time plan."""

from strategykit.ui.page import open_page
from strategykit.ui.plan import draw_plan

visit = open_page("plan")

draw_plan(visit)
