"""A Word file that shows what has changed from one version to another, and who asked for it.

With every change accepted it reads as the new version, with every change rejected as the old.
"""

from strategykit.drafting.redline.credit import Credit, Credits
from strategykit.drafting.redline.writing import write_redline

__all__ = ["Credit", "Credits", "write_redline"]
