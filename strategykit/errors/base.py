"""The base of all errors that are raised on purpose."""


class StrategyError(Exception):
    """The base of all sentences that a person can do something about."""
