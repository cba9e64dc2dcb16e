"""The templates: see, copy, change, try, compare, fetch and bring in."""

from strategykit.ui.template_desk import open_templates
from strategykit.ui.template_views import draw_templates

desk = open_templates()

draw_templates(desk)
