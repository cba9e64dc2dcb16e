"""SWOT and obstacles: what the committee sees, gathers and weighs."""

from strategykit.ui.page import open_page
from strategykit.ui.swot import draw_swot

visit = open_page("swot")

draw_swot(visit)
