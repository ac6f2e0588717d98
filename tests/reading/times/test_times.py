"""The component: against the publication date, the tense, what was said before; and what events need of it."""

import re
from types import SimpleNamespace

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

import lagebild
from lagebild.language.tokens import words_of
from lagebild.reading.times import OPEN_WARNING, edtf, event_time, resolve
from lagebild.reading.times.calendar import advent, easter
from lagebild.reading.times.context import text_of
from lagebild.reading.times.rules import search


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("lagebild_times")
    return nlp


@pytest.fixture(scope="module")
def sentences() -> Language:
    nlp = spacy.blank("de")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("lagebild_times")
    return nlp


def read(nlp: Language, text: str, published: str | None = "2023-09-13") -> Doc:
    doc = nlp.make_doc(text)
    doc._.published = published
    return nlp(doc)


def test_a_part_of_a_day_is_of_the_day_behind_it(nlp: Language) -> None:
    doc = read(
        nlp, "Am Abend des 11. September fielen Schüsse, am Morgen des 3. Mai 2022 auch, am Abend nicht."
    )
    assert [t.value for t in doc._.times] == [
        "2023-09-11TEV", "2023-09-11", "2022-05-03TMO", "2022-05-03", "2022-05-03TEV",
    ]  # fmt: skip


def test_a_clock_time_is_of_the_day_behind_it(nlp: Language) -> None:
    doc = read(nlp, "Er kam um 8:30 Uhr des 3. Mai 2022.", None)
    assert [(t.value, t.edtf) for t in doc._.times] == [
        ("2022-05-03T08:30", "2022-05-03T08:30"), ("2022-05-03", "2022-05-03"),
    ]  # fmt: skip


def values(doc: Doc) -> list[str]:
    return [t.value for t in doc._.times]


def dates(doc: Doc) -> list[str | None]:
    return [t.edtf for t in doc._.times]


def test_tense_decides_between_the_last_and_the_next_weekday(nlp: Language) -> None:
    doc = read(nlp, "Am Montag wurde der Vertrag unterzeichnet. Am Montag wird er dem Rat vorgelegt.")
    assert values(doc) == ["2023-09-11", "2023-09-18"]


def test_months_without_a_year_take_the_one_that_fits_the_tense(nlp: Language) -> None:
    doc = read(nlp, "Im Dezember trat der Minister zurück. Im Dezember wird neu gewählt.", "2023-09-13")
    assert values(doc) == ["2022-12", "2023-12"]


def test_the_year_of_the_sentence_holds_for_its_days(nlp: Language) -> None:
    assert values(read(nlp, "1989 fiel am 9. November die Grenze.")) == ["1989", "1989-11-09"]


def test_back_references_follow_the_story(nlp: Language) -> None:
    doc = read(nlp, "Im April 2019 reiste er ab. Zwei Jahre später kam er zurück. Auch damals schwieg er.")
    assert dates(doc) == ["2019-04", "2021", "2021"]
    doc = read(
        nlp, "Am 3. Mai 2022 begann das Treffen. Am nächsten Tag endete es. Am selben Tag flog er heim."
    )
    assert dates(doc) == ["2022-05-03", "2022-05-04", "2022-05-04"]


def test_lengths_from_now_have_a_date(nlp: Language) -> None:
    doc = read(nlp, "Vor drei Jahren kam er ins Amt, in zwei Wochen wird er gehen.")
    assert values(doc) == ["P3Y", "P2W"]
    assert dates(doc) == ["2020", "2023-09-25/2023-10-01"]


def test_clock_times_belong_to_the_day_of_their_sentence(nlp: Language) -> None:
    doc = read(nlp, "Gestern um 9 Uhr begann die Sitzung.")
    assert dates(doc) == ["2023-09-12", "2023-09-12T09"]


def test_without_a_publication_date_values_stay_open_and_the_reader_is_warned(nlp: Language) -> None:
    doc = read(nlp, "Am Mittwoch trafen sich beide in Wien. 1961 war das anders.", None)
    assert values(doc) == ["XXXX-WXX-3", "1961"]
    assert doc._.times[0].edtf is None
    assert doc._.time_warnings == [OPEN_WARNING]
    assert read(nlp, "1961 war das anders.", None)._.time_warnings == []


@pytest.mark.parametrize("published", ["gestern", "2023-13-40", "", "0001-01-01", "9999-12-31"])
def test_odd_publication_dates_do_no_harm(nlp: Language, published: str) -> None:
    read(
        nlp, "Am Mittwoch, vor 400 Jahren, in 9000 Jahren, im Dezember, am Wochenende und Ostern.", published
    )


def test_ranges_know_their_end(sentences: Language) -> None:
    doc = read(sentences, "Der Krieg (1950–53) forderte viele Opfer.")
    assert event_time(words_of(doc), (0, 2))[1] == "1950/1953"
    doc = read(sentences, "Das Treffen findet vom 3. bis 5. Oktober in Wien statt.")
    assert event_time(words_of(doc), (0, 2))[1] == "2023-10-03/2023-10-05"
    doc = read(sentences, "Iran und die USA verhandelten vom 3. bis 5. Mai in Genf.")
    assert event_time(words_of(doc), (0, 2))[1] == "2023-05-03/2023-05-05"
    doc = read(sentences, "Zwischen 1973 und 1988 stieg die Zahl.")
    assert event_time(words_of(doc), (4, 5))[1] == "1973/1988"


@pytest.mark.parametrize(
    ("when", "written"),
    [
        ("Zwischen 1990 und 2000", "1990/2000"),
        ("Von 1990 bis 2000", "1990/2000"),
        ("Am 3. und 4. Mai", "2023-05-03/2023-05-04"),
        ("Zwischen dem 3. und dem 8. Mai", "2023-05-03/2023-05-08"),
        ("Am Montag und Dienstag", "2023-09-11/2023-09-12"),
        ("Im Mai und Juni 2021", "2021-05/2021-06"),
        ("In 2014 und 2015", "2014/2015"),
        ("Am Montag und Mittwoch", "2023-09-13"),
        ("Im Mai und August 2021", "2021-08"),
    ],
)
def test_times_right_behind_each_other_make_a_range(sentences: Language, when: str, written: str) -> None:
    doc = read(sentences, f"{when} stieg die Zahl.")
    assert event_time(words_of(doc), (len(doc) - 4, len(doc) - 3))[1] == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Am vorletzten Montag war er da.", "2023-09-04"),
        ("Am letzten Montag war er da.", "2023-09-11"),
        ("Am übernächsten Montag wird er da sein.", "2023-09-25"),
        ("In der zweiten Jahreshälfte war er da.", "2023-41"),
        ("In der Silvesternacht war er da.", "2022-12-31"),
    ],
)
def test_days_and_halves_are_counted(nlp: Language, text: str, written: str) -> None:
    assert dates(read(nlp, text)) == [written]


def test_an_event_takes_the_time_of_its_clause_then_of_its_sentence_then_none(sentences: Language) -> None:
    doc = read(sentences, "Im Juli besuchte er Rom, und gestern reiste er nach Wien. Die Reise war lang.")
    assert event_time(words_of(doc), (0, 5))[1] == "2023-07"
    assert event_time(words_of(doc), (6, 12))[1] == "2023-09-12"
    assert event_time(words_of(doc), (13, 16)) == (None, "XXXX")
    assert event_time(words_of(doc), (4, 4)) == (None, "XXXX")


def test_a_day_dates_an_event_before_its_length_and_before_what_it_began_with(sentences: Language) -> None:
    doc = read(sentences, "Am Montag traf er sie, zum ersten Mal seit April 2019.")
    found, written = event_time(words_of(doc), (2, 4))
    assert found is not None and written == "2023-09-11"


def test_names_of_eras_date_events_and_are_times_behind_a_preposition(sentences: Language) -> None:
    doc = read(sentences, "Moskaus Lieferungen machten den Koreakrieg möglich.")
    assert values(doc) == []
    assert event_time(words_of(doc), (0, 2))[1] == "1950/1953"
    doc = read(sentences, "Im Kalten Krieg war das üblich.")
    assert dates(doc) == ["1947/1991"]


def test_spans_cut_out_the_words_they_name(nlp: Language) -> None:
    text = "In den vergangenen zwei Jahren, am 12. September 2023 und in der 35-Stunden-Woche: ab 14-18 Uhr."
    doc = read(nlp, text)
    for time in doc._.times:
        assert text[time.begin : time.end] == text[time.begin : time.end].strip()
        assert 0 <= time.start < time.stop <= len(doc)
        assert doc[time.start].idx <= time.begin


def test_resolve_leaves_the_doc_alone(nlp: Language) -> None:
    doc = nlp.make_doc("Gestern war er in Rom.")
    doc._.published = "2023-09-13"
    assert [t.value for t in resolve(doc)] == ["2023-09-12"]
    assert doc._.times == []


def test_the_tense_of_a_parsed_clause_counts() -> None:
    nlp = spacy.blank("de")
    words = ["Das", "Treffen", "findet", "am", "Montag", "statt", "."]
    tags = ["ART", "NN", "VVFIN", "APPRART", "NN", "PTKVZ", "$."]
    morphs = ["", "", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "", "", "", ""]
    doc = Doc(nlp.vocab, words=words, tags=tags, morphs=morphs, sent_starts=[True] + [False] * 6)
    doc._.published = "2023-09-13"
    assert [t.value for t in resolve(doc)] == ["2023-09-18"]


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2023-09-13", "2023-09-13"),
        ("2023-09-13T09:00", "2023-09-13T09"),
        ("2023-09-13T09:30", "2023-09-13T09:30"),
        ("2023-09-13TEV", "2023-09-13"),
        ("2023-SP", "2023-21"),
        ("2009-Q3", "2009-35"),
        ("2023-W37", "2023-09-11/2023-09-17"),
        ("2023-W37-WE", "2023-09-16/2023-09-17"),
        ("199", "199X"),
        ("20", "20XX"),
        ("XXXX-12-28", "XXXX-12-28"),
        ("PRESENT_REF", None),
        ("P3D", None),
        ("XXXX-WXX-3", None),
        ("2023-W60", None),
    ],
)
def test_edtf(value: str, date: str | None) -> None:
    assert edtf(value) == date


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nach dem Zweiten Weltkrieg und dem Koreakrieg kam der Jom-Kippur-Krieg.", 3),
        ("Der Nach-Koreakrieg-Bau stand noch.", 1),
        ("Weltkriege und Koreakriegsfilme sind gemeint, zweiten Ranges.", 0),
    ],
)
def test_names_of_eras_are_whole_words(text: str, names: int) -> None:
    doc = read(NLP.pipe, text, None)
    assert len(doc._.eras) + len([t for t in doc._.times if t.rule == "era"]) == names


def test_a_word_cut_in_two_is_searched_as_it_is_written() -> None:
    text = "Am 3. Mai lief er 10km, nach dem 19jährigen Krieg 5Tage."
    runs = list(re.finditer(r"[^\W_]+", text))
    cut = list(re.finditer(r"\d+|[^\W\d_]+|[.,]", text))
    whole, torn = (
        search(text, [run.group() for run in found], [run.start() for run in found]) for found in (runs, cut)
    )
    assert [(h.begin, h.end, h.rule.name) for h in torn[0]] == [
        (h.begin, h.end, h.rule.name) for h in whole[0]
    ]
    assert whole[0]


def test_movable_feasts() -> None:
    assert [easter(y).isoformat() for y in (1995, 2008, 2023, 2038)] == [
        "1995-04-16",
        "2008-03-23",
        "2023-04-09",
        "2038-04-25",
    ]
    assert [advent(y, 1).isoformat() for y in (2022, 2023)] == ["2022-11-27", "2023-12-03"]


ODD = """am vom bis 3. 30. 31. Februar Mai 2023 0000 1950 – - / 14.30 Uhr Montag abend drei Jahren vor in letzten
Wochen jede 99. Jahrhundert Ostern Ramadan heute damals später tausend , . ( ) 24 25:61 ’89 Nacht"""
PIECES = st.sampled_from([*ODD.split(), "\n"])


@settings(max_examples=80, deadline=None)
@given(st.one_of(st.lists(PIECES, max_size=14).map(" ".join), st.text(max_size=60)), st.booleans())
def test_no_text_is_too_odd(text: str, known: bool) -> None:
    nlp = NLP.pipe
    doc = read(nlp, text, "2023-09-13" if known else None)
    assert text_of(words_of(doc)) == doc.text
    ends = 0
    for time in doc._.times:
        assert ends <= time.begin < time.end <= len(text)
        ends = time.end


NLP = SimpleNamespace(pipe=spacy.blank("de"))
NLP.pipe.add_pipe("lagebild_times")


def test_a_time_that_hangs_on_another_noun_dates_that_noun(nlp: Language) -> None:
    words = [
        "Sie",
        "brachen",
        "1980",
        "alle",
        "Beziehungen",
        "nach",
        "der",
        "Geiselnahme",
        "im",
        "Jahre",
        "1979",
        "ab",
        ".",
    ]
    heads = [1, 1, 1, 4, 1, 7, 7, 1, 9, 7, 9, 1, 1]
    pos = ["PRON", "VERB", "NUM", "DET", "NOUN", "ADP", "DET", "NOUN", "ADP", "NOUN", "NUM", "ADP", "PUNCT"]
    doc = Doc(nlp.vocab, words=words, heads=heads, deps=["dep"] * 13, pos=pos)
    doc._.published = "2006-05-31"
    nlp.get_pipe("lagebild_times")(doc)
    assert event_time(words_of(doc), (11, 12))[1] == "1980", (
        "the verb's time, though the noun's stands nearer"
    )
    assert event_time(words_of(doc), (7, 8))[1] == "1979"
    assert event_time(words_of(doc), (4, 5))[1] == "1980", "a noun without a time has that of its verb"


def test_in_a_clause_the_first_time_dates_what_it_tells() -> None:
    nlp = lagebild.load("de")
    nlp.add_pipe("lagebild_times")
    doc = nlp.make_doc("Der Minister hat am Montag in Kairo den Abzug der Truppen im Dezember angekündigt.")
    doc._.published = "2023-09-13"
    doc = nlp(doc)
    clause = doc._.clauses[0]
    assert clause.predicate.text == "angekündigt"
    assert event_time(words_of(doc), clause)[1] == "2023-09-11"
