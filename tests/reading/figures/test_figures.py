"""Figures: the examples of the lexicon, and what no text may break."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.intake import article_from
from lagebild.lexicon import rules, table
from lagebild.reading import Reader
from lagebild.reading.figures.numbers import digits, value_of, word

RULES = rules("figures/examples.toml")
YES = [(rule["gives"], example) for rule in RULES for example in rule["yes"]]
NO = [(rule["gives"], example) for rule in RULES for example in rule["no"]]


@pytest.fixture(scope="module")
def read():
    from importlib import import_module

    import lagebild

    nlp = lagebild.load("de")
    for step in ("times", "figures"):
        import_module(f"lagebild.reading.{step}")
        nlp.add_pipe(f"lagebild_{step}")
    return nlp


@pytest.mark.parametrize(("gives", "example"), YES)
def test_example_gives_its_figure(read, gives, example):
    found = [(f.value, f.unit, f.approx) for f in read(example)._.figures]
    assert found == [(gives["value"], gives["unit"], gives["approx"])]


@pytest.mark.parametrize(("gives", "example"), NO)
def test_near_miss_gives_no_such_figure(read, gives, example):
    assert gives["value"] not in [f.value for f in read(example)._.figures]


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("Der Anteil beträgt 0,006 Prozent des gesamten Handelsvolumens.", "des gesamten Handelsvolumens"),
        ("Die Staaten teilen sich eine 17 Kilometer lange Grenze.", "Grenze"),
        ("Zwei Drittel der Abgeordneten fehlten.", "der Abgeordneten"),
        ("Die Zahl der Toten stieg auf 1.200.", "Die Zahl der Toten"),
        ("Die G7 bewilligt einen 50-Milliarden-Dollar-Kredit.", "50-Milliarden-Dollar-Kredit"),
    ],
)
def test_what_is_measured(read, text, measured):
    doc = read(text)
    (figure,) = doc._.figures
    assert doc[figure.of[0] : figure.of[1]].text == measured


def test_a_range_shares_its_unit(read):
    found = [(f.value, f.unit) for f in read("Die Preise stiegen um 10 bis 20 Prozent.")._.figures]
    assert found == [(10.0, "percent"), (20.0, "percent")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Das Parlament lehnte mit 345 gegen 210 Stimmen ab.", [(345.0, "Stimme"), (210.0, "Stimme")]),
        ("Es wurden 17 Menschen getötet und 30 verletzt.", [(17.0, "Mensch"), (30.0, "Mensch")]),
        ("Es starben 20 Menschen, mehr als 100 wurden verletzt.", [(20.0, "Mensch"), (100.0, "Mensch")]),
        ("Es wurden 17 Menschen getötet. 30 blieben.", [(17.0, "Mensch"), (30.0, None)]),
        ("Die Steuer sank um 5 Prozent, 30 blieben.", [(5.0, "percent"), (30.0, None)]),
    ],
)
def test_a_bare_number_counts_what_its_neighbour_does(read, text, figures):
    assert [(f.value, f.unit) for f in read(text)._.figures] == figures


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Die Polizei nahm drei Oppositionelle fest.", "Oppositioneller"),
        ("Es gab fünf Tote.", "Toter"),
        ("Er sprach mit zwölf Staatsangehörigen.", "Staatsangehöriger"),
        ("Die Zahl der Verletzten stieg auf 1.200.", "Verletzter"),
        ("Die Zahl der getöteten Soldaten liegt bei 300.", "Soldat"),
        ("Sie sahen drei Schiffe.", "Schiff"),
    ],
)
def test_people_are_counted_by_a_word_that_stands_alone(read, text, unit):
    assert [f.unit for f in read(text)._.figures] == [unit]


@pytest.mark.parametrize(
    ("text", "approx"),
    [
        ("Das Land gewährt einen Kredit über drei Millionen Euro.", False),
        ("Das Land zahlt über drei Millionen Euro.", True),
    ],
)
def test_what_a_thing_is_worth_is_not_a_bound(read, text, approx):
    assert [f.approx for f in read(text)._.figures] == [approx]


def test_a_figure_belongs_to_the_event_of_the_word_it_hangs_on():
    record = Reader("de").read(article_from("Die EU kürzt die Hilfen für Mali um 10 Prozent."))
    (figure,) = record.figures
    (cut,) = [s for s in record.statements if s.id == figure.statement]
    assert cut.type == "SANCTION"


def test_dates_and_names_are_no_figures(read):
    text = "Am 12. September 2023 um 15.30 Uhr trat Artikel 5 in Kraft, vor 17 Jahren war er neu."
    assert read(text)._.figures == []


@pytest.mark.parametrize(
    "text", ["", " ", "\n", "5", "5 ", "12 34 56 78", "$", "$ 5", "eine", "eine Million", "3,", "1.2.3.4"]
)
def test_fragments_do_not_break_it(read, text):
    for figure in read(text)._.figures:
        assert figure.range[0] < figure.range[1]


@given(st.integers(0, 999_999))
def test_grouped_digits_are_read_back(number):
    assert digits(f"{number:,}".replace(",", ".")) == number


@settings(max_examples=200)
@given(st.text(max_size=30))
def test_any_word_has_a_value_or_none(text):
    value = value_of(text) if text else None
    assert value is None or value >= 0


@pytest.mark.parametrize(
    ("text", "value"),
    [("siebzehn", 17), ("dreiundzwanzig", 23), ("zweitausendfünfhundert", 2500), ("hundertzwanzig", 120)],
)
def test_number_words(text, value):
    assert word(text) == value


def test_units_are_named_once():
    forms = [row["form"] for row in table("figures/units.tsv", ("form", "unit"))]
    assert len(forms) == len(set(forms))
