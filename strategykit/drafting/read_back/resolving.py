"""All changes of a Word file accepted or rejected in its XML, as an editor would.

The rule that is easy to miss: a paragraph end that goes away joins its paragraph with the next.
"""

from typing import Any

from strategykit.drafting.word.oxml import w

_ADDED = (w("ins"), w("moveTo"))
_REMOVED = (w("del"), w("moveFrom"))
_RANGES = tuple(
    w(f"{kind}Range{side}") for kind in ("moveFrom", "moveTo") for side in ("Start", "End")
)
_FORMATS = tuple(
    w(name)
    for name in (
        "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
        "tblGridChange", "numberingChange", "tblPrExChange",
    )
)  # fmt: skip


def accepted(root: Any) -> None:
    """The text as it would be with every change, in place."""
    _resolve(root, stays=_ADDED, goes=_REMOVED)


def rejected(root: Any) -> None:
    """The text as it was before every change, in place."""
    _resolve(root, stays=_REMOVED, goes=_ADDED)


def _resolve(root: Any, stays: tuple[str, ...], goes: tuple[str, ...]) -> None:
    _drop_rows(root, goes)
    joining = [p for p in root.iter(w("p")) if _end_change(p, goes) is not None]
    for change in filter(_is_content, list(root.iter(*goes))):
        _remove(change)
    for change in filter(_is_content, list(root.iter(*stays))):
        _unwrap(change)
    _rename_deleted(root)
    for paragraph in joining:
        _join(paragraph)
    for mark in list(root.iter(*stays, *goes, *_RANGES, *_FORMATS)):
        _remove(mark)


def _rename_deleted(root: Any) -> None:
    for deleted, plain in ((w("delText"), w("t")), (w("delInstrText"), w("instrText"))):
        for text in root.iter(deleted):
            text.tag = plain


def _drop_rows(root: Any, goes: tuple[str, ...]) -> None:
    for row in list(root.iter(w("tr"))):
        about = row.find(w("trPr"))
        if about is not None and any(about.find(tag) is not None for tag in goes):
            table = row.getparent()
            table.remove(row)
            if table.find(w("tr")) is None:
                table.getparent().remove(table)


def _end_change(paragraph: Any, tags: tuple[str, ...]) -> Any:
    look = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    return None if look is None else next((m for m in look if m.tag in tags), None)


def _is_content(change: Any) -> bool:
    return change.getparent() is not None and change.getparent().tag not in (w("rPr"), w("trPr"))


def _remove(element: Any) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Any) -> None:
    parent = element.getparent()
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at, child)
    parent.remove(element)


def _join(paragraph: Any) -> None:
    """The next paragraph's words come here, and with them its looks; an empty one just goes."""
    following = paragraph.getnext()
    while following is not None and following.tag not in (w("p"), w("tbl"), w("sectPr")):
        following = following.getnext()
    if following is None or following.tag != w("p"):
        if not _has_content(paragraph) and following is not None:
            _remove(paragraph)
        return
    own = [child for child in paragraph if child.tag != w("pPr")]
    about = following.find(w("pPr"))
    at = 0 if about is None else following.index(about) + 1
    for child in reversed(own):
        following.insert(at, child)
    _remove(paragraph)


def _has_content(paragraph: Any) -> bool:
    return any(child.tag != w("pPr") for child in paragraph)
