"""The municipality's own Word file, whose styles the draft wears."""

from strategykit.actions.acting import acting, now
from strategykit.actions.drafts import NOTHING_CHOSEN, danish_day, read_draft
from strategykit.domain.drafts import HOUSE_STYLE, Upload
from strategykit.domain.people import Who
from strategykit.domain.text import checked_text
from strategykit.drafting.word import house_style_problems, write_word
from strategykit.storage import drafts
from strategykit.storage.database import Database

_LONGEST_NAME = 200


def house_style_of(db: Database, process_id: str) -> Upload | None:
    """The file in use, if there is one."""
    with db.reading() as store:
        return drafts.house_style(store, process_id)


def keep_house_style(
    db: Database, who: Who, process_id: str, upload_id: str, name: str, data: bytes
) -> tuple[str, ...]:
    """What the file's owner should know of it; raises BadFile, naming the styles that it lacks.

    It is tried on the draft before it takes the place of the one that was there.
    """
    told = house_style_problems(data)
    with db.reading() as store:
        draft = read_draft(store, process_id, danish_day(now()), NOTHING_CHOSEN).draft
    write_word(draft, {}, now(), data)
    upload = Upload(
        id=upload_id, process_id=process_id, kind=HOUSE_STYLE, data=data,
        name=checked_text("Fil", name, _LONGEST_NAME),
    )  # fmt: skip
    with acting(db, who, process_id, "change", "Upload", upload_id) as store:
        if store.find(Upload, upload_id) is None:
            for old in store.all(Upload, process_id):
                if old.kind == HOUSE_STYLE:
                    store.remove(old)
            store.add(upload)
    return told


def drop_house_style(db: Database, who: Who, seen: Upload) -> None:
    """The product's own look again."""
    with acting(db, who, seen.process_id, "remove", "Upload", seen.id) as store:
        store.remove(seen)
