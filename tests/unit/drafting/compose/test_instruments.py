"""What is filled in in an instrument stands in the draft in its own way, and nothing is lost."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy.dialects import sqlite

from strategykit.domain.drawn_tables import drawn_table
from strategykit.domain.flow_layout import TALLEST, flow_layout
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.instruments import InstrumentKind, ItemOfInstrument
from strategykit.domain.outline import Bars, Curve, Draft, Figure, Flow, Paragraph, Table
from strategykit.domain.survey import SurveyRound
from strategykit.drafting.compose import compose
from strategykit.drafting.compose.instruments import WRITERS
from strategykit.storage.columns import Plain
from tests.support.drafts import figure, paragraph, section, table, text_in
from tests.support.full_material import SETTING
from tests.support.instrument_material import (
    a_row,
    instrument_material,
    rows,
    template,
)

TRIALS = (
    "x" * 3_000, "ord " * 800, "<b>fed</b> & {kommune} [1]", "😀 \u202eomvendt", "a\nb\n\nc", ".",
)  # fmt: skip


@pytest.fixture(scope="module")
def draft() -> Draft:
    return compose(instrument_material(), SETTING)


def of(*things: InstrumentRow) -> Draft:
    return compose(instrument_material(*things), SETTING)


def lacks(draft: Draft) -> list[str]:
    return [missing.text for missing in draft.missing if missing.page == "redskaber"]


def test_every_kind_has_its_own_way() -> None:
    assert set(WRITERS) == set(InstrumentKind) - {InstrumentKind.SURVEY}


@pytest.mark.parametrize("kind", [kind.value for kind in WRITERS])
def test_nothing_filled_in_is_missing_and_said_once(kind: str) -> None:
    found = of(*[row for row in rows() if row.instrument != kind])

    (only,) = section(found, kind).blocks
    assert isinstance(only, Paragraph)
    assert only.text.endswith("er ikke udfyldt.")
    assert only.text in lacks(found)


def test_the_templates_own_words_stand_where_nothing_is_filled_in() -> None:
    material = instrument_material(*rows("fora"))
    plans = material.template.document.sections
    sections = tuple(replace(p, empty="Ingen i {kommune}") for p in plans)
    document = replace(material.template.document, sections=sections)
    found = compose(
        replace(material, template=replace(material.template, document=document)), SETTING
    )

    assert "Ingen i Prøve Kommune" in text_in(found, "aftaler")


def test_every_block_rests_on_the_rows_it_was_written_from(draft: Draft) -> None:
    shown = {r.id for _, b in draft.blocks() for r in b.rests_on if r.kind == "InstrumentRow"}

    assert shown == {row.id for row in rows()}
    assert paragraph(draft, "selvtjek:antal").rests_on[0].label == (
        "”Borgerne ved, hvad klimaplanen vil” i Tjek af indsatsen"
    )
    assert table(draft, "taellere:maaneder").rests_on[1].label == "”februar 2026” i Tællere"


def test_blocks_keep_their_keys_when_rows_before_them_go(draft: Draft) -> None:
    later = of(*[row for row in rows() if not row.id.endswith("1")])

    keys = {block.key: type(block) for _, block in draft.blocks()}
    fresh = {b.key for _, b in later.blocks() if b.key not in keys}
    assert {key for key in fresh if ":mangler:" not in key} == {"kulturprofil:enige"}
    assert all(type(b) is keys[b.key] for _, b in later.blocks() if b.key in keys)


def test_a_source_is_cited(draft: Draft) -> None:
    assert paragraph(draft, "selvtjek:antal").cites == (1,)
    assert draft.sources[0].text == "Opdigtet vejledning om tjek, 2026"


def test_a_self_check_counts_its_answers_part_by_part(draft: Draft) -> None:
    told = text_in(draft, "selvtjek")

    assert "Udvalget har svaret på fire af fem punkter: ét ja, ét delvis og to nej." in told
    assert "Der er længst igen i ”Opfølgning”, hvor svaret er nej på to punkter." in told
    assert table(draft, "selvtjek:punkter:data").rows == (
        ("Der måles på virkningen", "Nej", "Der er intet system. Det er bestilt."),
        ("Status gøres op hvert halve år", "Nej", "–"),
        ("Det, der ikke virker, bliver lavet om", "Intet svar", "–"),
    )
    drawn = figure(draft, "selvtjek:svar").drawing
    assert isinstance(drawn, Bars)
    assert [[bar.value for bar in group.bars] for group in drawn.groups] == [[1, 1, 0], [0, 0, 2]]
    assert (
        "Tjek af indsatsen: Der er ikke svaret på ”Det, der ikke virker, bliver lavet om”."
        in lacks(draft)
    )


def test_answers_that_are_all_alike_are_told_at_once() -> None:
    keys = ("maal", "leder", "data", "status", "rettes")
    same = [a_row("selvtjek", n, key, {"answer": "ja"}) for n, key in enumerate(keys)]

    told = text_in(of(*same), "selvtjek")

    assert "Udvalget har svaret ja på alle fem punkter." in told
    assert "længst igen" not in told


def check_of(*groups: str, answers: str) -> Draft:
    """A self-check with a point for each group given, answered by j, d, n or not at all."""
    material = instrument_material(*rows("fora"))
    plan = template().instrument("selvtjek")
    assert plan is not None
    items = tuple(ItemOfInstrument(key=f"k{n}", title=f"{n}. ting", group=group)
                  for n, group in enumerate(groups))  # fmt: skip
    words = {"j": "ja", "d": "delvis", "n": "nej"}
    given = tuple(
        InstrumentRow(id=f"k{n}", process_id="p", instrument="selvtjek", item=f"k{n}",
                      values=(("answer", words[answer]),))
        for n, answer in enumerate(answers) if answer in words
    )  # fmt: skip
    plans = (replace(plan, items=items),)
    changed = replace(material.template, instruments=plans)
    return compose(replace(material, template=changed, things={InstrumentRow: given}), SETTING)


def test_two_parts_with_as_much_left_are_neither_called_the_farthest_behind() -> None:
    told = text_in(check_of("A", "A", "B", "B", answers="njjn"), "selvtjek")
    assert "længst igen" not in told


def test_many_parts_are_counted_in_a_table_and_drawn_together() -> None:
    found = check_of(*"AABBCCDD", answers="jjdnjj -")

    assert table(found, "selvtjek:dele").rows == (
        ("A", "2", "0", "0", "0"), ("B", "0", "1", "1", "0"), ("C", "2", "0", "0", "0"),
        ("D", "0", "0", "0", "2"),
    )  # fmt: skip
    drawn = figure(found, "selvtjek:svar").drawing
    assert isinstance(drawn, Bars)
    assert [[bar.shown for bar in group.bars] for group in drawn.groups] == [
        ["4 punkter", "1 punkt", "1 punkt"]
    ]


def test_parts_of_a_single_point_are_told_as_one() -> None:
    found = check_of(*"ABC", answers="jdn")

    tables = [b for b in section(found, "selvtjek").blocks if isinstance(b, Table)]
    assert [t.caption for t in tables] == ["Tjek af indsatsen"]
    assert tables[0].rows == (("0. ting", "Ja"), ("1. ting", "Delvis"), ("2. ting", "Nej"))


def test_models_are_weighed_and_the_choice_told_with_its_reason(draft: Draft) -> None:
    assert table(draft, "modelvalg:vaegtet").rows == (
        ("Én indgang for borgerne", "8", "5", "2", "3"),
        ("Økonomi", "3", "1", "4", "5"),
        ("Kan begynde hurtigt", "2", "2", "5", "4"),
        ("Point i alt", "–", "47", "38", "47"),
    )
    assert table(draft, "modelvalg:for og imod").rows[0] == (
        "Én samlet enhed", "Én indgang.\nFælles ledelse.\nAlle sidder samme sted.", "Dyr start",
    )  # fmt: skip
    told = text_in(draft, "modelvalg")
    assert "Flest point har ”Én samlet enhed” og ”Tovholder” med 47 af 65 mulige til hver." in told
    assert "Udvalget har valgt en blanding af ”Netværk” og ”Tovholder”." in told
    assert "Begrundelsen er: Det kan begynde nu uden byggeri." in told


def test_a_choice_against_the_points_is_said() -> None:
    given = rows("modelvalg")
    chosen = a_row("modelvalg", 5, ":valg", {"chosen": "Netværk", "reason": "Det kan vi nå"})

    told = text_in(of(*given[:4], chosen), "modelvalg")

    assert "Udvalget har valgt ”Netværk”." in told
    assert "Valget er faldet på noget andet end det, der har flest point." in told


def test_a_model_without_marks_and_no_choice_are_missing() -> None:
    found = of(*rows("modelvalg")[:3])

    assert "Valg af organisering: Udvalget har ikke valgt en model." in lacks(found)
    assert any(text.startswith("”Tovholder” har ikke fået karakter for") for text in lacks(found))
    assert "Flest point" not in text_in(found, "modelvalg")


def test_interfaces_stand_in_a_matrix_with_the_states_in_words(draft: Draft) -> None:
    found = table(draft, "samarbejdsflader:matrix")

    assert found.header == ("Aktør", "Jobcentret", "Skolerne", "Politiet", "Klubberne")
    assert found.rows[1] == ("Skolerne", "Skal styrkes", "·", "–", "Mangler")
    told = text_in(draft, "samarbejdsflader")
    assert "er den kulturelle. Den er nævnt ved to samarbejdsflader." in told
    assert table(draft, "samarbejdsflader:valgte").rows == (
        ("Jobcentret og Skolerne", "Skal styrkes", "Økonomisk og kulturel",
         "Et fast møde hver måned"),
    )  # fmt: skip


def test_many_actors_stand_one_on_a_line_with_those_they_meet() -> None:
    many = [
        a_row("samarbejdsflader", n, "", {"one": "Jobcentret", "other": f"Forvaltning {n}",
                                          "state": "fungerer" if n % 2 else "mangler"})
        for n in range(1, 10)
    ]  # fmt: skip

    found = table(of(*many), "samarbejdsflader:matrix")

    assert found.header == ("Aktør", "Fungerer med", "Skal styrkes med", "Mangler med")
    assert found.rows[0][1] == (
        "Forvaltning 1, Forvaltning 3, Forvaltning 5, Forvaltning 7 og Forvaltning 9"
    )


def test_interfaces_of_which_none_is_chosen_are_missing() -> None:
    found = of(*rows("samarbejdsflader")[1:])
    assert any("ikke valgt, hvilke samarbejdsflader" in text for text in lacks(found))


def test_only_outer_interfaces_are_said_to_be_so() -> None:
    outer = {"one": "Jobcentret", "other": "Politiet", "state": "mangler", "chosen": "ja"}
    found = text_in(of(a_row("samarbejdsflader", 1, "", outer)), "samarbejdsflader")
    assert "Ingen af dem er alene mellem kommunens egne aktører." in found


def test_a_theory_of_change_is_drawn_with_its_words_beside(draft: Draft) -> None:
    shown = figure(draft, "forandringsteori:tegning")

    assert isinstance(shown.drawing, Flow)
    assert len(shown.drawing.paths) == 4
    assert "Mentorordning fører til Færre bliver væk fra aftaler" in shown.alt
    told = text_in(draft, "forandringsteori")
    assert (
        "hvad fire aktiviteter skal føre til. På langt sigt er det ”Flere gennemfører en "
        "uddannelse” og ”Flere forsørger sig selv”." in told
    )
    assert "Fælles møde hver måned: Lederne giver tid til mødet." in told
    assert any("hvad ”Mentorordning” fører til på langt sigt" in text for text in lacks(draft))


def test_a_long_theory_is_drawn_on_several_pages() -> None:
    long = "Et ret langt udsagn om det, der skal ske, og hvorfor det er vigtigt"
    many = [
        a_row("forandringsteori", n, "", {"activity": f"{n} {long}", "long": f"{n % 3} {long}"})
        for n in range(1, 20)
    ]

    drawings = [
        b.drawing for b in section(of(*many), "forandringsteori").blocks if isinstance(b, Figure)
    ]

    assert len(drawings) > 1
    assert sum(len(d.paths) for d in drawings if isinstance(d, Flow)) == 19
    for drawn in drawings:
        assert isinstance(drawn, Flow)
        assert flow_layout(drawn.titles, drawn.paths).height <= TALLEST


def test_counters_hide_the_few_in_sentence_curve_and_table(draft: Draft) -> None:
    told = text_in(draft, "taellere")

    assert "Gengangere: 18 i januar 2026 og 11 i april 2026. Det er 7 færre." in told
    assert "Ikke til at få fat i: 12 i januar 2026 og under 5 i april 2026." in told
    assert [row[3] for row in table(draft, "taellere:maaneder").rows] == [
        "12", "under 5", "–", "under 5",
    ]  # fmt: skip
    curves = [b for b in section(draft, "taellere").blocks if isinstance(b, Figure)]
    assert [curve.caption for curve in curves] == ["På listen", "Gengangere"]
    for curve in curves:
        assert isinstance(curve.drawing, Curve)
        assert all(point.value > 4 for point in curve.drawing.series.points)  # type: ignore[operator]


def test_a_culture_profile_tells_where_units_stand_apart(draft: Draft) -> None:
    told = text_in(draft, "kulturprofil")

    assert (
        "Tre enheder har placeret sig på tre udsagn fra 1 (helt uenig) til 5 (helt enig)." in told
    )
    assert "”Reglerne kommer først”: Ungeskolen ligger på 1, og Jobcentret ligger på 5." in told
    assert table(draft, "kulturprofil:tabel").rows[1] == (
        "Vi beder de andre om hjælp", "4", "4", "–", "0",
    )  # fmt: skip
    assert "Jobcentret: Loven sætter rammen." in told


def test_many_units_are_told_by_the_ends_and_drawn_where_they_differ_most() -> None:
    many = [
        a_row("kulturprofil", n, "", {"unit": f"Enhed {n}", "c:fejl": str(1 + n % 5),
                                      "c:hjaelp": "3", "c:regler": "2"})
        for n in range(8)
    ]  # fmt: skip
    found = of(*many)

    assert table(found, "kulturprofil:tabel").rows[0] == (
        "Vi taler om vores fejl", "1: Enhed 0 og Enhed 5", "5: Enhed 4",
    )  # fmt: skip
    drawn = figure(found, "kulturprofil:profil").drawing
    assert isinstance(drawn, Bars)
    assert [group.title for group in drawn.groups] == ["Vi taler om vores fejl"]


def test_a_survey_tells_what_many_said_and_nothing_of_small_groups(draft: Draft) -> None:
    told = text_in(draft, "spoergeskema")

    assert "20 personer har svaret uden navn i den runde, der sluttede den 3. juni 2026." in told
    assert "Grupper, der kunne røbe, hvad færre end fem har svaret, er ikke vist for sig." in told
    assert table(draft, "spoergeskema:grupper:maal").header[1:] == ("Frivillig",)
    assert table(draft, "spoergeskema:svar:tid").rows == (
        ("Der er tid til det fælles", "0", "0", "20", "0", "0", "0", "3,0"),
    )
    assert table(draft, "spoergeskema:runder").rows[2] == (
        "Der er tid til det fælles", "2,0", "3,0",
    )  # fmt: skip
    assert "”Hvad mangler der” har ti svaret på med egne ord." in told
    assert "Der mangler nummer" not in told


def test_no_answer_is_pointed_to_by_the_draft(draft: Draft) -> None:
    kinds = {r.kind for b in section(draft, "spoergeskema").blocks for r in b.rests_on}
    assert kinds == {"SurveyRound"}


def test_the_words_of_a_survey_stand_where_raw_words_are_chosen() -> None:
    raw = compose(instrument_material(), replace(SETTING, raw_notes=True))
    assert "Der mangler nummer 7." in text_in(raw, "spoergeskema")


def test_fewer_than_five_answers_are_only_counted() -> None:
    found = section(compose(instrument_material(rounds=(4,)), SETTING), "spoergeskema")

    (only,) = found.blocks
    assert isinstance(only, Paragraph)
    assert only.text.startswith("Fire personer har svaret uden navn")
    assert only.text.endswith("Det er for få til, at svarene kan vises.")


def test_a_round_that_is_open_is_not_told() -> None:
    material = instrument_material()
    rounds = material.of(SurveyRound)
    things = {**material.things, SurveyRound: (rounds[0], replace(rounds[1], closed_at=None))}

    told = text_in(compose(replace(material, things=things), SETTING), "spoergeskema")

    assert told.count("personer har svaret") == 1
    assert "Tolv personer har svaret uden navn" in told


def test_a_survey_that_is_not_closed_is_missing() -> None:
    found = compose(instrument_material(rounds=()), SETTING)
    assert "Der er ingen svar på Spørgeskema." in lacks(found)


@pytest.mark.parametrize(
    ("kind", "typed", "said"),
    [
        ("aftaler", [{"parties": "A", "content": "b", "signed": "ja"}], "Den er underskrevet."),
        ("aftaler", [{"parties": "A", "content": "b"}], "Den er ikke underskrevet."),
        ("aftaler", [{"parties": "A", "content": "b", "signed": "ja"}] * 2,
         "Alle er underskrevet."),
        ("aftaler", [{"parties": "A", "content": "b"}] * 3, "Ingen af dem er underskrevet."),
        ("handleplan", [{"activity": "A", "due": "3. juni 2026"}] * 2,
         "Fristen er den 3. juni 2026."),
        ("samarbejdsflader", [{"one": "A", "other": "B", "state": "mangler"}] * 2,
         "Udvalget har set på to samarbejdsflader mellem to aktører: de mangler alle."),
        ("taellere", [{"month": "maj 2026", "c:liste": "3"}], "Der er talt i én måned, maj 2026."),
        ("taellere", [{"month": "maj 2026", "c:liste": "3"}], "På listen: under 5 i maj 2026."),
        ("kontakttrappe", [{"step": "Ring op"}], "Trappen har ét trin."),
        ("bevillingskompetence", [{"role": "1. leder", "limit": "500", "above": "Chefen"}],
         "Én rolle kan bevilge selv. Grænsen er 500 kr."),
        ("bevillingskompetence", [{"role": "1. leder", "limit": "500", "above": "Chefen"}],
         "1. leder · 500 kr. · Chefen"),
    ],
)  # fmt: skip
def test_one_and_several_and_all_are_each_told_in_danish(
    kind: str, typed: list[dict[str, str]], said: str
) -> None:
    found = of(*(a_row(kind, n, "", values) for n, values in enumerate(typed)))
    assert said in text_in(found, kind)


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("bevillingskompetence", "To roller kan bevilge selv. Grænsen er fra 5.000 kr. til 50.000"),
        ("faelles-pulje", "Det årlige beløb er i alt 825.000 kr. Beløbet for ”Transport” er ikke"),
        ("handleplan", "Den første frist er den 1. oktober 2026, og den sidste er den 1. marts 20"),
        ("handleplan", "Én er ikke begyndt, én er i gang og én er færdig."),
        ("handleplan", "Aktiviteterne koster i alt 55.000 kr. Beløbet for ”Opret fælles liste” er"),
        ("handleplan", "”Skriv ny arbejdsgang” mangler en ansvarlig."),
        ("handleplan", "”Skriv ny arbejdsgang” mangler en frist."),
        ("aftaler", "Der er to aftaler. Én af dem er underskrevet."),
        ("kontakttrappe", "2 · Ring op · Vejlederen · Efter to dage · Prøv igen om aftenen"),
        ("fora", "”Styregruppen” har intet skrevet mandat."),
        ("overdragelse", "”Aftalerne med virksomhederne” mangler en afløser."),
        ("skema", "Tilskud er i alt 20.500 kr."),
        ("skema", "Boldklubben · 12.000 kr. · 1. juni 2026 · Åbent for alle"),
    ],
)
def test_tables_are_told_with_what_they_come_to(draft: Draft, kind: str, said: str) -> None:
    assert said in text_in(draft, kind)


def test_a_table_leaves_out_the_columns_that_nobody_filled() -> None:
    found = table(of(a_row("fora", 1, "", {"name": "Styregruppen"})), "fora:raekker")

    assert (found.header, found.rows) == (("Forum",), (("Styregruppen",),))
    assert sum(found.widths) == pytest.approx(1)


def shortened(row: InstrumentRow) -> InstrumentRow:
    """Only what no row can be without."""
    plan = template().instrument(row.instrument)
    assert plan is not None
    return replace(row, values=row.values[:1])


@pytest.mark.parametrize("change", [*TRIALS, shortened], ids=range(len(TRIALS) + 1))
def test_the_draft_stands_whatever_is_typed(
    change: str | Callable[[InstrumentRow], InstrumentRow],
) -> None:
    def changed(row: InstrumentRow) -> InstrumentRow:
        if callable(change):
            return change(row)
        free = {"evidence", "pros", "cons", "reason", "note", "one", "unit", "activity", "long"}
        return replace(row, values=tuple((k, change if k in free else v) for k, v in row.values))

    found = of(*map(changed, rows()))

    keys = [block.key for _, block in found.blocks()]
    assert len(keys) == len(set(keys))
    for _, block in found.blocks():
        if isinstance(block, Table):
            assert {len(row) for row in block.rows} == {len(block.header)}
            assert not block.widths or sum(block.widths) == pytest.approx(1)


def test_a_kept_draft_draws_the_same(draft: Draft) -> None:
    kept = Plain(Draft)
    written = kept.process_bind_param(draft, sqlite.dialect())

    assert kept.process_result_value(written, sqlite.dialect()) == draft


def test_a_flow_is_read_as_a_table_by_those_who_do_not_see_it(draft: Draft) -> None:
    drawing = figure(draft, "forandringsteori:tegning").drawing
    assert drawing is not None

    told = drawn_table(drawing)

    assert told.header[0] == "Aktivitet"
    assert told.rows[-1] == ("Mentorordning", "", "Færre bliver væk fra aftaler", "")
