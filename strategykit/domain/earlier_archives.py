"""What archives held before: read as what it is called now."""

import uuid
from collections.abc import Mapping
from typing import Any

from strategykit.domain.approvals import Body, Outcome
from strategykit.domain.approving import USUAL

INDSTILLING = "Recommendation"


def as_now(things: Mapping[str, Any]) -> dict[str, Any]:
    """A committee's indstilling was a thing of its own; now it stands at its stage of the way."""
    left = dict(things)
    written = left.pop(INDSTILLING, None)
    if isinstance(written, list) and written and not left.get("Stage"):
        left["Stage"] = _way(written[-1])
    return left


def _way(written: Any) -> object:
    if not isinstance(written, dict):
        return written  # the reader says where the archive is broken
    own = {
        "recommendation": written.get("text", ""),
        "day": written.get("given_on"),
        "outcome": Outcome.RECOMMENDED if written.get("given_on") else Outcome.WAITING,
    }
    return [
        {
            "id": uuid.uuid5(uuid.NAMESPACE_OID, f"{written.get('id')}:{body}").hex,
            "process_id": written.get("process_id"), "body": body, "name": name,
            "position": place, **(own if body is Body.COMMITTEE else {}),
        }
        for place, (body, name) in enumerate(USUAL, start=1)
    ]  # fmt: skip
