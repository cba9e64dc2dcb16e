"""The municipalities and the two families that each is compared with: its region and its group."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Municipality:
    """`code` has three digits; `formal_name` is what the authority calls itself."""

    code: str
    name: str
    formal_name: str
    region_code: str
    region: str
    landsdel_code: str
    landsdel: str
    group_code: str
    group: str

    def __post_init__(self) -> None:
        """Raises ValueError in Danish, for the reader of the data file."""
        if not (len(self.code) == 3 and self.code.isascii() and self.code.isdigit()):  # noqa: PLR2004
            msg = f"kommunekoden '{self.code}' skal være tre cifre"
            raise ValueError(msg)
        if not (self.name and self.formal_name and self.region and self.group):
            msg = f"kommune {self.code} mangler navn, region eller kommunegruppe"
            raise ValueError(msg)
