import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from strategykit.domain.comparison import compare
from strategykit.domain.comparison_text import summary
from strategykit.domain.figures import COUNTRY
from strategykit.domain.means import means
from strategykit.errors import BrokenDataFile, UnknownIndicator, UnknownMunicipality
from strategykit.reference_data import FOLDER, ReferenceData, reference_data


@pytest.fixture(scope="module")
def data() -> ReferenceData:
    return reference_data()


def test_there_are_98_municipalities_in_danish_order(data: ReferenceData) -> None:
    names = [place.name for place in data.municipalities]

    assert len(names) == 98
    assert names[0] == "Albertslund"
    assert names[-4:] == ["Ærø", "Aabenraa", "Aalborg", "Aarhus"]
    assert {place.group_code for place in data.municipalities} == {"1", "2", "3", "4", "5"}
    assert len({place.region_code for place in data.municipalities}) == 5


def test_a_municipality_is_found_by_code_name_and_formal_name(data: ReferenceData) -> None:
    assert data.municipality("153").formal_name == "Brøndby Kommune"
    assert data.municipality("Bornholms Regionskommune").code == "400"
    with pytest.raises(UnknownMunicipality, match="'Atlantis'"):
        data.municipality("Atlantis")


def test_an_indicator_is_found_by_its_key(data: ReferenceData) -> None:
    assert data.indicator("neet_16_24_pct").name.endswith("(NEET)")
    with pytest.raises(UnknownIndicator, match="'neet'"):
        data.indicator("neet")


def test_every_figure_has_a_source_and_the_copy_it_came_from(data: ReferenceData) -> None:
    assert all(figure.source and figure.via for figure in data.figures)


def test_years_that_the_copies_do_not_vouch_for_are_marked(data: ReferenceData) -> None:
    unsure = {figure.indicator for figure in data.figures if not figure.year_certain}

    assert unsure == {
        "expected_youth_education_pct",
        "basic_school_only_25_29_pct",
        "vulnerable_children_0_22_pct",
    }


def test_figures_by_the_schools_place_never_speak_of_the_municipalitys_young(
    data: ReferenceData,
) -> None:
    by_school = [i for i in data.indicators if i.key.startswith("status_")]

    assert len(by_school) == 5
    for indicator in by_school:
        assert "fra grundskoler i kommunen" in indicator.name
        assert indicator.counted_by == "Grundskolens beliggenhed"
        assert "kommunens unge" not in f"{indicator.name} {indicator.definition}".lower()
    assert all(
        "ikke de unges bopæl" in indicator.cautions[0]
        for indicator in by_school
        if indicator.comparable
    )


def test_only_the_ministrys_figure_qualifies_for_the_halving(data: ReferenceData) -> None:
    qualified = [i.key for i in data.indicators if "halving_2030" in i.calculators]

    assert qualified == ["youth_outside_15_24_pct"]


def test_the_shares_of_the_education_status_sum_to_a_hundred(data: ReferenceData) -> None:
    shares = [
        figure.value
        for figure in data.figures
        if figure.area == "153" and figure.indicator.startswith("status_") and figure.unit == "pct"
    ]

    assert len(shares) == 4
    assert abs(sum(shares) - 100) <= Decimal("0.1")


def test_whole_population_weighs_only_where_it_brings_the_98_near_the_countrys_own_figure(
    data: ReferenceData,
) -> None:
    codes = [place.code for place in data.municipalities]
    for indicator in data.indicators:
        own = [f for f in data.figures if f.area == COUNTRY and f.indicator == indicator.key]
        if indicator.weight != "population_total" or not own:
            continue
        mean = means(indicator, own[-1].year, data.figures).of(codes)

        assert mean is not None
        assert "vægtet med" in mean.note
        assert abs(mean.value / own[-1].value - 1) < Decimal("0.06"), indicator.key


def test_broendby_is_compared_as_the_sources_have_it(data: ReferenceData) -> None:
    neet = data.indicator("neet_16_24_pct")

    found = compare(neet, data.municipality("153"), data.municipalities, data.figures)

    assert "10,0 pct. i 2023" in summary(found)
    assert "0,4 procentpoint over hele landet (9,6 pct.)" in summary(found)
    assert not found.has_development


def a_copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "data"))


def changed(folder: Path, name: str, old: str, new: str) -> Path:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("figures.csv", "40990", "mange", "'value' er ikke et tal: 'mange'"),
        ("figures.csv", "40990", "NaN", "'value' er ikke et tal: 'NaN'"),
        ("figures.csv", ",2026,", ",1026,", "året 1026 ligger uden for"),
        ("figures.csv", ",true,", ",ja,", "'year_certain' kan ikke være 'ja'"),
        ("figures.csv", "personer", "stk", "'unit' kan ikke være 'stk'"),
        ("figures.csv", "101,population", "999,population", "'area' kan ikke være '999'"),
        ("figures.csv", "population_total", "folk", "'indicator' kan ikke være 'folk'"),
        ("figures.csv", "101,population_total,", "101,population_total,1,", "11 felter"),
        ("figures.csv", "area,indicator", "sted,indicator", "kolonnerne skal være"),
        ("municipalities.csv", "101,København", "10,København", "skal være tre cifre"),
        ("municipalities.csv", "101,København", "101,", "'name' mangler"),
        ("indicators.yaml", "unit: personer", "enhed: personer", "'enhed' kendes ikke"),
        ("indicators.yaml", "decimals: 0", "decimals: nul", "'decimals' er ikke et tal"),
        ("indicators.yaml", "direction: none", "direction: op", "'direction' kan ikke være 'op'"),
        ("indicators.yaml", "- key: pop", "- [key: pop", "ikke gyldig YAML"),
    ],
)
def test_a_fault_in_a_data_file_is_named_with_file_and_line(
    tmp_path: Path, file: str, old: str, new: str, said: str
) -> None:
    folder = changed(a_copy(tmp_path), file, old, new)

    with pytest.raises(BrokenDataFile) as refused:
        reference_data(folder)

    assert refused.value.file == file
    assert refused.value.line > 0
    assert said in str(refused.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    folder = a_copy(tmp_path)
    (folder / "figures.csv").unlink()

    with pytest.raises(BrokenDataFile, match=r"figures\.csv: filen mangler"):
        reference_data(folder)


def test_every_file_in_the_folder_has_its_licence_told() -> None:
    told = (FOLDER / "LICENSES.md").read_text(encoding="utf-8")

    for path in FOLDER.iterdir():
        assert f"`{path.name}`" in told
