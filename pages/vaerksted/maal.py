"""Performance, goals and criteria, and what stands around the strategy."""

from strategykit.ui.maal import draw_goal_page
from strategykit.ui.page import open_page

visit = open_page("maal")

draw_goal_page(visit)
