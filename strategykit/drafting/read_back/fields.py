"""Fields of a story: what a program counts by itself is nobody's words."""

from typing import Any

from strategykit.drafting.word.oxml import w

_FIELD, _SIMPLE_FIELD = w("fldChar"), w("fldSimple")
_KIND, _ORDER = w("fldCharType"), w("instr")
_ORDERS = {w("instrText"), w("delInstrText")}
_TEXTS = {w("t"), w("delText")}
_WORKINGS = _ORDERS | _TEXTS
_PAGES = {"PAGE", "NUMPAGES", "PAGEREF", "SECTIONPAGES"}


class Fields:
    """Which fields are open: their order, and how far each has come."""

    def __init__(self) -> None:
        self.open: list[list[str]] = []

    def took(self, element: Any) -> bool:
        """Whether the element belongs to a field's own workings, or to a page number."""
        tag = element.tag
        if tag == _FIELD:
            return self._turned(element.get(_KIND))
        if tag == _SIMPLE_FIELD:
            return _counts_pages(element.get(_ORDER, ""))
        if not self.open or tag not in _WORKINGS:
            return False
        if tag in _TEXTS:
            return any(_counts_pages(order) for order, _ in self.open)
        return self._ordered(element.text or "")

    def _ordered(self, text: str) -> bool:
        """Only what stands before the field's result is its order."""
        before_result = not self.open[-1][1]
        if before_result:
            self.open[-1][0] += text
        return before_result

    def _turned(self, kind: str | None) -> bool:
        if kind == "begin":
            self.open.append(["", ""])
        elif kind and self.open:
            self.open[-1][1] = kind
            if kind == "end":
                self.open.pop()
        else:
            return False
        return True


def _counts_pages(order: str) -> bool:
    return (order.split() or [""])[0].upper() in _PAGES
