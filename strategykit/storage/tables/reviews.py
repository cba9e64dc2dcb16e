"""Rows of domain/reviews.py and domain/turns.py."""

from datetime import date, datetime

from sqlalchemy.orm import Mapped, mapped_column

from strategykit.domain.found_marks import MarkKind, PlacedBy
from strategykit.domain.reviews import Sort, Verdict
from strategykit.storage.columns import Plain
from strategykit.storage.tables.base import EntryRow


class SendOutRow(EntryRow):
    """A SendOut as it is kept."""

    __tablename__ = "send_outs"

    version_id: Mapped[str]
    number: Mapped[int]
    deadline: Mapped[date | None]
    note: Mapped[str]
    others_seen: Mapped[bool]
    person_ids: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))
    sent_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


class ReceivedFileRow(EntryRow):
    """A ReceivedFile as it is kept."""

    __tablename__ = "received_files"

    send_out_id: Mapped[str] = mapped_column(index=True)
    digest: Mapped[str]
    person_id: Mapped[str]
    received_at: Mapped[datetime]
    marks: Mapped[int]
    older_version: Mapped[int]
    carried: Mapped[tuple[str, ...]] = mapped_column(Plain(tuple[str, ...]))


class ReviewMarkRow(EntryRow):
    """A ReviewMark as it is kept."""

    __tablename__ = "review_marks"

    send_out_id: Mapped[str] = mapped_column(index=True)
    point_id: Mapped[str]
    file_id: Mapped[str]
    kind: Mapped[MarkKind] = mapped_column(Plain(MarkKind))
    author: Mapped[str]
    person_id: Mapped[str]
    at: Mapped[datetime | None]
    section: Mapped[str]
    block: Mapped[str]
    part: Mapped[str]
    placed_by: Mapped[PlacedBy] = mapped_column(Plain(PlacedBy))
    text: Mapped[str]
    removed: Mapped[str]
    added: Mapped[str]
    before: Mapped[str]
    after: Mapped[str]
    tracked: Mapped[bool]
    resolved: Mapped[bool]


class PointRow(EntryRow):
    """A Point as it is kept."""

    __tablename__ = "points"

    send_out_id: Mapped[str] = mapped_column(index=True)
    key: Mapped[str]
    section: Mapped[str]
    block: Mapped[str]
    part: Mapped[str]
    sort: Mapped[Sort] = mapped_column(Plain(Sort))
    pulled: Mapped[bool]
    minutes: Mapped[int]
    verdict: Mapped[Verdict] = mapped_column(Plain(Verdict))
    final: Mapped[str]
    reason: Mapped[str]
    wish: Mapped[str]
    decided_at: Mapped[datetime | None]
    decided_by: Mapped[str]
    done_in: Mapped[int]


class SectionApprovalRow(EntryRow):
    """A SectionApproval as it is kept."""

    __tablename__ = "section_approvals"

    send_out_id: Mapped[str] = mapped_column(index=True)
    section: Mapped[str]
    person_id: Mapped[str]
    at: Mapped[datetime]


class PointTurnRow(EntryRow):
    """A PointTurn as it is kept."""

    __tablename__ = "point_turns"

    step_id: Mapped[str] = mapped_column(index=True)
    send_out_id: Mapped[str] = mapped_column(index=True)
    point_id: Mapped[str]
    minutes: Mapped[int]
    asked: Mapped[str]
    began_at: Mapped[datetime]
    closed_at: Mapped[datetime | None]


class PointWordingRow(EntryRow):
    """A PointWording as it is kept."""

    __tablename__ = "point_wordings"

    send_out_id: Mapped[str] = mapped_column(index=True)
    point_id: Mapped[str] = mapped_column(index=True)
    person_id: Mapped[str]
    text: Mapped[str]
    at: Mapped[datetime]
