"""The draft out to be marked and home again, and the hearing."""

from strategykit.ui.page import open_page
from strategykit.ui.review import draw_review

visit = open_page("hoering")

draw_review(visit)
