"""The drejebog: what the facilitator has in the hand during the meeting."""

from strategykit.domain.agenda import TimedItem, fit_told
from strategykit.domain.outline import Block, Paragraph, Section, Table, Tone
from strategykit.domain.paper import Paper
from strategykit.drafting.papers.occasion import Occasion, bullets, paragraphs, section


def script(occasion: Occasion) -> Paper:
    """The meeting on one page, then item by item how it is done, on screen and on paper."""
    meeting = occasion.meeting
    return Paper(
        title=f"Drejebog til {meeting.title}",
        subtitle=occasion.material.process.title,
        sender=occasion.sender,
        facts=(*occasion.facts, ("Minutter", fit_told(meeting, _plain(occasion)))),
        sections=(
            *section("formaal", "Formål", paragraphs("formaal", meeting.purpose)),
            *section("overblik", "Mødet i overblik", _overview(occasion)),
            *section("med", "Det skal I have med", bullets("med", things_to_bring(occasion))),
            *_items(occasion),
        ),
        notice=occasion.notice,
    )


def things_to_bring(occasion: Occasion) -> tuple[str, ...]:
    """What must be printed or bought for the items."""
    cards = sum(len(each.item.cards) for each in occasion.items)
    told = [f"{cards} kort fra papiret Kort og prikker"] if cards else []
    told += [dots_told(occasion, each) for each in occasion.items if each.item.dots]
    if any(each.item.fallback for each in occasion.items):
        told.append("Papir og penne, hvis nettet svigter. Se 'På papir' under hvert punkt")
    return tuple(told)


def dots_told(occasion: Occasion, each: TimedItem) -> str:
    """How many dots an item needs when each member has theirs."""
    one = f"{each.item.title}: {each.item.dots} prikker til hver"
    if not occasion.members:
        return one
    return f"{one}, i alt {each.item.dots * occasion.members} til {occasion.members} medlemmer"


def _plain(occasion: Occasion) -> list:  # type: ignore[type-arg]
    return [each.item for each in occasion.items]


def _overview(occasion: Occasion) -> tuple[Table, ...]:
    rows = tuple(
        (each.span, each.item.title, str(each.item.minutes), each.item.seating.value,
         each.item.leads)
        for each in occasion.items
    )  # fmt: skip
    about = "Punkterne med tid, minutter, form og hvem der leder"
    header = ("Kl.", "Punkt", "Min.", "Form", "Leder")
    widths = (0.19, 0.37, 0.09, 0.17, 0.18)
    return (Table("overblik", "", header, rows, about, widths=widths),) if rows else ()


def _items(occasion: Occasion) -> tuple[Section, ...]:
    told = tuple(Section(f"punkt {e.number}", _title(e), 2, _blocks(e)) for e in occasion.items)
    return (Section("punkter", "Punkt for punkt", 1, (), page_break=True), *told) if told else ()


def _title(each: TimedItem) -> str:
    return f"{each.span}  {each.number}. {each.item.title}"


def _blocks(each: TimedItem) -> tuple[Block, ...]:
    key, item = f"punkt {each.number}", each.item
    led = f" Leder: {item.leads}." if item.leads else ""
    form = f"{item.minutes} minutter {item.seating.value}.{led}"
    return (
        Paragraph(f"{key} form", form, tone=Tone.LEAD),
        *_said(f"{key} formaal", "Formål: ", item.purpose),
        *paragraphs(f"{key} saadan", item.script),
        *_said(f"{key} kort", "Kort: ", "; ".join(item.cards)),
        *_said(f"{key} papir", "På papir: ", item.fallback),
    )


def _said(key: str, lead: str, text: str) -> tuple[Paragraph, ...]:
    return (Paragraph(key, lead + " ".join(text.split())),) if text.strip() else ()
