"""The instruments that the template names, filled in one at a time."""

from strategykit.ui.instruments import draw_instruments
from strategykit.ui.page import open_page

visit = open_page("redskaber")

draw_instruments(visit)
