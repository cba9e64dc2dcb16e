"""The draft, chapter by chapter as it will stand in Word."""

from strategykit.ui.drafts import draw_draft
from strategykit.ui.page import open_page

visit = open_page("udkast")

draw_draft(visit)
