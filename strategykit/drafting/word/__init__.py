"""Word files: the draft, the smaller papers, and the municipality's own look."""

from strategykit.drafting.word.house_style import house_style_problems
from strategykit.drafting.word.page_numbers import write_numbered_word
from strategykit.drafting.word.papers import write_paper
from strategykit.drafting.word.writer import write_word

__all__ = ["house_style_problems", "write_numbered_word", "write_paper", "write_word"]
