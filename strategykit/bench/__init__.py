"""How fast the product is, as ratios measured in one run: python -m strategykit bench."""

from strategykit.bench.run import run_benches

__all__ = ["run_benches"]
