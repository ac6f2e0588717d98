"""Who is behind whom: chains, names, and the parts of a quotation."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from lagebild.reading.analysis import ActorFound
from lagebild.reading.speech import Speech, chain_of
from tests.reading import by_rules


def token(doc: Doc, word: str) -> int:
    return next(t.i for t in doc if t.text == word)


def names(doc: Doc, word: str) -> list[str]:
    i = token(doc, word)
    return [s.name for s in chain_of(doc._.speech, (i, i + 1))]


def text(doc: Doc, ranges: list[tuple[int, int]]) -> str:
    return " | ".join(doc[b:e].text for b, e in ranges)


def test_parts_of_an_indirect_speech(read: Callable[[str], Doc]) -> None:
    doc = read("Die Botschafterin teilte dem Sender mit, dass niemand verletzt wurde.")
    (speech,) = doc._.speech
    assert speech.type == "indirect"
    assert text(doc, speech.quote) == "dass niemand verletzt wurde"
    assert text(doc, speech.speaker) == "Die Botschafterin"
    assert text(doc, speech.cue) == "teilte | mit"
    assert text(doc, speech.frame) == "Die Botschafterin teilte dem Sender mit,"
    assert text(doc, speech.addressee) == "dem Sender"


def test_the_object_of_a_plural_verb_does_not_speak(read: Callable[[str], Doc]) -> None:
    doc = read("Die Parteien begrüßten den Plan, fordern aber die Nennung eines genauen Datums.")
    assert [s.name for s in doc._.speech if "Nennung" in s.name] == []


def test_frame_in_the_middle_splits_the_words(read: Callable[[str], Doc]) -> None:
    doc = read("Die Brücke ist nach Angaben des Ministeriums seit Mai gesperrt.")
    (speech,) = doc._.speech
    assert text(doc, speech.quote) == "Die Brücke ist | seit Mai gesperrt"
    assert text(doc, speech.speaker) == "Angaben des Ministeriums"
    assert speech.name == "Ministerium"


def test_words_in_marks_inside_indirect_speech_share_its_frame(read: Callable[[str], Doc]) -> None:
    doc = read("Der Trainer sagte, die Mannschaft habe „mit Herz gespielt“.")
    by_type = {s.type: s for s in doc._.speech}
    assert text(doc, by_type["direct"].quote) == "„mit Herz gespielt“"
    assert by_type["direct"].cue == by_type["indirect"].cue


def test_a_quotation_of_several_sentences_is_one(read: Callable[[str], Doc]) -> None:
    doc = read("Die Sprecherin sagte: „Wir sind bereit. Wir warten nicht länger.“ Dann ging sie.")
    (speech,) = [s for s in doc._.speech if s.type == "direct"]
    assert text(doc, speech.quote) == "„Wir sind bereit. Wir warten nicht länger.“"


def test_konjunktiv_keeps_its_speaker_over_sentences(read: Callable[[str], Doc]) -> None:
    doc = read("Der Minister sagte, der Plan stehe. Die Kosten seien gedeckt. Niemand müsse gehen.")
    run = next(s for s in doc._.speech if s.type == "indirect_free_indirect")
    assert text(doc, run.quote) == "Die Kosten seien gedeckt. Niemand müsse gehen."
    assert text(doc, run.speaker) == "Der Minister"


def test_a_paper_citing_a_ministry_gives_two_links(read: Callable[[str], Doc]) -> None:
    doc = read("Laut Abendblatt sagte der Minister, dass die Truppen abziehen.")
    assert names(doc, "Truppen") == ["Abendblatt", "Minister"]
    inner = next(s for s in doc._.speech if s.name == "Minister")
    assert inner.within is not None and inner.within.name == "Abendblatt"


def test_whom_a_paper_cites_is_the_inner_link(read: Callable[[str], Doc]) -> None:
    doc = read("Wie die Zeitung unter Berufung auf das Ministerium berichtet, ruht der Verkehr.")
    assert names(doc, "ruht") == ["Zeitung", "Ministerium"]


def test_a_paper_citing_an_agency_citing_a_ministry_gives_three_links(read: Callable[[str], Doc]) -> None:
    doc = read(
        "Laut Abendblatt meldet die Agentur Nordpress, das Ministerium habe erklärt, dass die Truppen abziehen."
    )
    assert names(doc, "Truppen") == ["Abendblatt", "Agentur Nordpress", "Ministerium"]
    inner = next(s for s in doc._.speech if s.name == "Ministerium")
    assert inner.within is not None and inner.within.name == "Agentur Nordpress"
    assert inner.within.within is not None and inner.within.within.name == "Abendblatt"


def test_whom_a_paper_refers_to_stands_between_it_and_the_speaker(read: Callable[[str], Doc]) -> None:
    doc = read(
        "Wie das Abendblatt unter Berufung auf die Agentur Nordpress berichtet, sagte der Minister, "
        "dass die Truppen abziehen."
    )
    assert names(doc, "Truppen") == ["Abendblatt", "Agentur Nordpress", "Minister"]


def test_who_is_cited_stands_behind_who_cites(read: Callable[[str], Doc]) -> None:
    doc = read("Der Minister wird von der Agentur Nordpress mit den Worten zitiert: „Wir ziehen ab.“")
    assert names(doc, "ziehen") == ["Agentur Nordpress", "Minister"]


def test_that_somebody_said_so_makes_the_sentence_before_his_words(read: Callable[[str], Doc]) -> None:
    doc = read("Die Brücke bleibt bis Mai gesperrt. Das teilte die Stadt am Montag mit.")
    (speech,) = doc._.speech
    assert text(doc, speech.quote) == "Die Brücke bleibt bis Mai gesperrt. Das"
    assert speech.name == "Stadt"


def test_words_that_run_on_go_to_the_subject_of_the_sentence_between(read: Callable[[str], Doc]) -> None:
    doc = read(
        "Der Minister sagte, der Plan stehe. Eva Berg wies das am Abend zurück. Die Kosten seien nicht gedeckt."
    )
    run = next(s for s in doc._.speech if s.type == "indirect_free_indirect")
    assert text(doc, run.speaker) == "Eva Berg"


@pytest.mark.parametrize("verb", ["handele", "handle"])
def test_the_konjunktiv_of_verbs_in_eln_runs_on(read: Callable[[str], Doc], verb: str) -> None:
    doc = read(f"Der Minister sagte, der Plan stehe. Dabei {verb} es sich um einen Anfang.")
    run = next(s for s in doc._.speech if s.type == "indirect_free_indirect")
    assert text(doc, run.speaker) == "Der Minister"


def test_an_object_before_the_verb_is_no_speaker(read: Callable[[str], Doc]) -> None:
    for sentence, speaker in {
        "Die Forderungen nannte Berg „völlig überzogen“.": "Berg",
        "Der Zeitung sagte Berg, der Plan stehe.": "Berg",
        "Die Kritik wies der Trainer als „albern“ zurück.": "der Trainer",
    }.items():
        doc = read(sentence)
        assert text(doc, doc._.speech[0].speaker) == speaker, sentence


def test_a_noun_in_marks_is_a_name_unless_it_judges(read: Callable[[str], Doc]) -> None:
    named = read("Der Reeder sagte, die „Seeadler“ sei gesunken.")
    judged = read("Der Reeder nannte das Urteil einen „Skandal“.")
    assert {s.type for s in named._.speech} == {"indirect"}
    assert "direct" in {s.type for s in judged._.speech}


def test_an_indicative_clause_is_words_only_behind_a_verb_of_saying(read: Callable[[str], Doc]) -> None:
    assert read("Das Treffen ist für Montag geplant, es beginnt am Abend.")._.speech == []
    (speech,) = read("Der Sprecher sagte, die Brücke ist gesperrt.")._.speech
    assert speech.type == "indirect"


def test_who_rejects_words_does_not_say_them(read: Callable[[str], Doc]) -> None:
    doc = read("Eva Berg wies die Behauptung zurück, der Vertrag sei geplatzt.")
    assert "Eva Berg" not in {s.name for s in doc._.speech}


def test_a_genitive_source_is_named_in_the_nominative(read: Callable[[str], Doc]) -> None:
    doc = read("Nach Einschätzung westlicher Diplomaten endet der Krieg bald.")
    assert doc._.speech[0].name == "westliche Diplomaten"


def test_the_announcing_verb_is_no_part_of_what_is_announced(read: Callable[[str], Doc]) -> None:
    doc = read("Die Gewerkschaft fordert höhere Löhne.")
    assert names(doc, "fordert") == []
    assert names(doc, "Löhne") == ["Gewerkschaft"]


def test_unnamed_sources_stay_as_written(read: Callable[[str], Doc]) -> None:
    doc = read("Beobachter vermuten, dass die Armee zögert.")
    assert names(doc, "zögert") == ["Beobachter"]


def test_nobody_is_a_question_mark(read: Callable[[str], Doc]) -> None:
    doc = read("Spekuliert wurde, dass die Armee zögert.")
    assert names(doc, "zögert") == ["?"]


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Nach ukrainischen Angaben", "ukrainische Angaben"),
        ("Nach israelischer Darstellung", "israelische Darstellung"),
        ("Laut polizeilichen Angaben", "polizeiliche Angaben"),
        ("Nach Kiewer Angaben", "Kiewer Angaben"),
        ("Nach ersten Angaben", "?"),
    ],
)
def test_an_adjective_tells_whose_words_they_are(words: str, name: str) -> None:
    record = by_rules.read(f"{words} griff Russland die Stadt Lwiw an.", published="2024-08-27")
    assert [link.name for s in record.statements for link in s.attribution] == [name]


def test_a_day_is_no_source(read: Callable[[str], Doc]) -> None:
    """The conftest's pipeline has no dates; the whole reading has."""
    for when in ("vom Montag", "von Montagabend"):
        record = by_rules.read(
            f"Nach Angaben {when} wurden in Kiew drei Menschen getötet.", published="2024-08-27"
        )
        assert [link.name for s in record.statements for link in s.attribution] == ["?"], when


def test_the_speaker_is_the_actor_of_the_article(read: Callable[[str], Doc]) -> None:
    doc = read("Sie sagte, der Vertrag gelte.")
    actor = ActorFound("Eva Berg", "person", mentions=[(0, 1)])
    doc._.actor_at = {0: actor}
    Speech()(doc)
    assert doc._.speech[0].speaker_actor is actor
    assert doc._.speech[0].name == "Eva Berg"


def test_nothing_in_particular_never_fails(read: Callable[[str], Doc]) -> None:
    for hostile in (
        "",
        " ",
        "„",
        "“„“",
        "laut",
        "so",
        ": „",
        "Wie",
        "und und, und",
        "(((",
        "\n\n„A“\n",
        "sagte, dass",
    ):
        assert isinstance(read(hostile)._.speech, list)


def test_a_name_in_marks_is_told_whole(read: Callable[[str], Doc]) -> None:
    doc = read("Am Abend erklärte der „Bund zur Rettung der Wälder“, die Sperre sei aufgehoben.")
    assert [s.name for s in doc._.speech] == ["„Bund zur Rettung der Wälder“"]


def test_a_noun_in_the_singular_says_nothing_in_the_plural(read: Callable[[str], Doc]) -> None:
    doc = read("Es gibt Angebote, die technische Hilfe für Bauern vorsehen, wie auch Kredite.")
    assert all("Hilfe" not in text(doc, s.speaker) for s in doc._.speech)


def test_a_deed_says_nothing(read: Callable[[str], Doc]) -> None:
    doc = read("Das Treffen ergab, dass die Fähre morgen fährt. Die Aktion zeigt, dass viele helfen.")
    assert {s.name for s in doc._.speech} <= {"?"}


def test_the_teller_goes_on_behind_what_he_says(read: Callable[[str], Doc]) -> None:
    doc = read(
        "Okoro sagte, die Junta sei bereit, dankte den Helfern und ergänzte, der Hafen bleibe gesperrt."
    )
    added = next(s for s in doc._.speech if s.rule == "verb:ergänzen")
    assert text(doc, added.speaker) == "Okoro"


def test_what_is_said_keeps_its_own_subject(read: Callable[[str], Doc]) -> None:
    doc = read("Okoro sagte, die Junta habe verhandelt und habe erklärt, der Hafen bleibe gesperrt.")
    declared = next(s for s in doc._.speech if s.rule == "verb:erklären")
    assert text(doc, declared.speaker) == "die Junta"
