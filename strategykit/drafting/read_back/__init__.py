"""A marked Word file comes home: every comment and every change, tied to its place in the draft.

Reads what Word, LibreOffice and ONLYOFFICE write; trusts no part of the file, fetches nothing.
"""

from strategykit.drafting.read_back.answers import Filled, read_form
from strategykit.drafting.read_back.reading import Returned, read_back
from strategykit.drafting.read_back.resolving import accepted, rejected

__all__ = ["Filled", "Returned", "accepted", "read_back", "read_form", "rejected"]
