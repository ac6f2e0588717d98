"""Groups of office holders, organisations of no list and single names: what needs tags or a tree."""

import pytest
from spacy.tokens import Doc

from lagebild.intake import Article
from lagebild.language.tokens import words_of
from lagebild.reading.actors import actors_of_word
from tests.reading.actors.bare import actor, names, pipe, pipe_with_places, read


@pytest.mark.parametrize(
    ("words", "at", "name", "country"),
    [
        ("Die EU-Außenminister berieten .", 1, "EU-Außenminister", None),
        ("Die Staats- und Regierungschefs berieten .", 3, "Staats- und Regierungschefs", None),
        ("Das sagten russische Minister .", 3, "russische Minister", "RUS"),
    ],
)
def test_the_holders_of_an_office_are_a_group(words: str, at: int, name: str, country: str | None) -> None:
    split = words.split()
    morphs = ["Number=Plur" if i == at else "" for i in range(len(split))]
    tags = ["ADJA" if w == "russische" else "NN" if w[0].isupper() else "ART" for w in split]
    doc = pipe()(Doc(pipe().vocab, words=split, tags=tags, morphs=morphs))
    found = actor(doc, name)
    assert (found.kind, found.country, found.mentions[-1][1]) == ("group", country, at + 1)


def tagged(
    words: str,
    tags: str,
    ents: dict[int, str] | None = None,
    deps: dict[int, str] | None = None,
    published: str | None = None,
) -> Doc:
    """A Doc read with tags (blank-separated), names and relations given for some tokens, and the day of its article."""
    split = words.split()
    labels = [f"B-{ents[i]}" if ents and i in ents else "O" for i in range(len(split))]
    relations = [deps[i] if deps and i in deps else "dep" for i in range(len(split))]
    doc = Doc(
        pipe().vocab, words=split, tags=tags.split(), ents=labels, deps=relations, heads=[0] * len(split)
    )
    doc._.article = Article(words, [], published=published)
    return pipe()(doc)


@pytest.mark.parametrize(
    ("words", "tags", "name", "country"),
    [
        (
            "Das sagte der Sprecher der Deutschen Gesellschaft für Wetterkunde .",
            "PDS VVFIN ART NN ART ADJA NN APPR NN $.",
            "Deutsche Gesellschaft für Wetterkunde",
            "DEU",
        ),
        ("Das Institut für Seerecht warnt .", "ART NN APPR NN VVFIN $.", "Institut für Seerecht", None),
        ("Sie liefert der Nordwind AG Öl .", "PPER VVFIN ART NE NE NN $.", "Nordwind AG", None),
        (
            "Er führt die Demokratische Partei Sloweniens .",
            "PPER VVFIN ART ADJA NN NE $.",
            "Demokratische Partei",
            "SVN",
        ),
        (
            "Der „ Bund Freier Bürger “ warnt .",
            "ART $( NN ADJA NN $( VVFIN $.",
            "Bund Freier Bürger",
            None,
        ),
        (
            "Der Klub „ Neue Welt “ warnt .",
            "ART NN $( ADJA NN $( VVFIN $.",
            "Klub „Neue Welt“",
            None,
        ),
    ],
)
def test_organisations_of_no_list(words: str, tags: str, name: str, country: str | None) -> None:
    found = actor(tagged(words, tags), name)
    assert (found.kind, found.country) == ("organisation", country)


@pytest.mark.parametrize(
    ("words", "tags"),
    [
        ("Große Gesellschaft kam .", "ADJA NN VVFIN $."),
        ("Sie traf eine Leipziger Gesellschaft .", "PPER VVFIN ART ADJA NN $."),
        ("Eine Partei gewann .", "ART NN VVFIN $."),
        ("Eine Partei „ will Streit “ .", "ART NN $( VMFIN NN $( $."),
        ("Ein Klub der „ Union “ kam .", "ART NN ART $( NN $( VVFIN $."),
        ("Eine neue Bewegung gegen Truppen kam .", "ART ADJA NN APPR NN VVFIN $."),
    ],
)
def test_what_is_no_name_of_an_organisation(words: str, tags: str) -> None:
    assert [a.name for a in tagged(words, tags)._.actors if a.kind == "organisation"] == []


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    doc = tagged(
        "Das Institut für Seerecht ( ISR ) warnt . Das ISR bleibt dabei .",
        "ART NN APPR NN $( NE $( VVFIN $. ART NE VVFIN PAV $.",
    )
    assert actor(doc, "Institut für Seerecht").mentions == [(1, 4), (5, 6), (10, 11)]
    quoted = tagged("Das „ Institut für Seerecht “ ( ISR ) warnt .", "ART $( NN APPR NN $( $( NE $( VVFIN $.")
    assert actor(quoted, "Institut für Seerecht").mentions == [(2, 5), (7, 8)]


def test_whom_the_text_gives_to_no_country_is_of_the_articles_own() -> None:
    doc = read(
        "Ein iranisches Gericht ließ Ali Meier frei. Das iranische Parlament im Iran schwieg. Die UNO lobte Karl Ruiz."
    )
    assert [actor(doc, name).country for name in ("Ali Meier", "Karl Ruiz")] == ["IRN", "IRN"]
    doc = read("Russland lobte Ali Meier. Ganz Russland schwieg.")
    assert actor(doc, "Ali Meier").country is None


def test_an_apposition_tells_the_country() -> None:
    doc = read(
        "Die Polizei half Karl Meier, ein irischer Autor, und Ali Ruiz, eine junge Polin, in Kenia, Kenia, Kenia."
    )
    assert [actor(doc, name).country for name in ("Karl Meier", "Ali Ruiz")] == ["IRL", "POL"]


def test_who_works_for_a_body_is_of_no_country() -> None:
    doc = read("Karl Meier von Human Rights Watch lobte Ali Ruiz in Kenia, Kenia, Kenia.")
    assert [actor(doc, name).country for name in ("Karl Meier", "Ali Ruiz")] == [None, "KEN"]


def test_an_adjective_with_a_hyphen_is_of_one_state() -> None:
    assert [a.name for a in actors_of_word(words_of(read("Sie kaufte saudi-arabische Waffen.")), 2)] == [
        "Saudi-Arabien"
    ]


def test_what_has_no_country_is_named_as_the_text_has_it() -> None:
    assert "Al-Qaida" in names(read("Die Polizei suchte al-Qaida."))


def test_who_speaks_for_a_group_is_of_its_country() -> None:
    doc = read(
        "Die Polizei hörte Karl Meier, ein Sprecher der Taliban, und den Chef der Boko Haram, Ali Ruiz."
    )
    assert [actor(doc, name).country for name in ("Karl Meier", "Ali Ruiz")] == ["AFG", "NGA"]
    assert actor(read("Die Polizei hörte Karl Meier, Hamas-Chef im Libanon."), "Karl Meier").country == "PSE"


def test_a_noun_says_what_the_name_behind_it_is_of() -> None:
    doc = tagged(
        "Die Polizei stürmte das Viertel Karl Meier und die Bande Ali Ruiz .",
        "ART NN VVFIN ART NN NE NE KON ART NN NE NE $.",
    )
    assert "Karl Meier" not in names(doc)
    assert actor(doc, "Ali Ruiz").kind == "group"


def test_an_arabic_surname_begins_small() -> None:
    assert "Ahmed al-Badri" in names(read("Die Polizei hörte Ahmed al-Badri gern."))


def test_a_surname_may_be_that_of_a_group() -> None:
    assert "Hussein al Huthi" in names(read("Die Polizei suchte Hussein al Huthi."))


def test_somebody_may_be_named_again_with_fewer_given_names() -> None:
    doc = read("Die Polizei ließ Karl Ali Ruiz frei. Der Richter hatte Ali Ruiz gehört.")
    assert [len(actor(doc, "Karl Ali Ruiz").mentions), "Ali Ruiz" in names(doc)] == [2, False]


def test_a_particle_is_no_given_name() -> None:
    doc = tagged("Der Minister Abdulaziz bin Salman sprach .", "ART NN NE NE NE VVFIN $.", {2: "PER"})
    assert "Mohammed bin Salman" not in names(doc)


def test_a_subject_that_the_network_takes_for_a_person_is_one() -> None:
    words, tags = "Morwitz gewann in Prag .", "NE VVFIN APPR NE $."
    assert "Morwitz" in names(tagged(words, tags, {0: "PER"}, {0: "nsubj"}))
    assert "Morwitz" not in names(tagged(words, tags, {0: "PER"}, {0: "obj"}))


@pytest.mark.parametrize(
    ("name", "ent", "published", "found"),
    [
        ("Orbán", "", "2024-06-01", "Viktor Orbán"),  # the network only sees that it is a name
        ("Netanjahu", "ORG", "2024-06-01", "Benjamin Netanjahu"),
        ("Fico", "PER", "2024-06-01", "Robert Fico"),  # of a short one it must be sure
        ("Fico", "", "2024-06-01", None),
        ("Orbán", "", "2009-06-01", None),  # out of office
        ("Orbán", "", None, None),
        ("Kirienko", "", "2024-06-01", None),  # leads no state
        ("Rhein", "ORG", "2024-06-01", None),  # may be something else
    ],
)
def test_who_leads_a_state_is_named_by_the_surname_alone(
    name: str, ent: str, published: str | None, found: str | None
) -> None:
    doc = tagged(f"Sie rügten {name} .", "PPER VVFIN NE $.", {2: ent} if ent else None, {2: "obj"}, published)
    assert names(doc) == [found] * (found is not None)


def test_a_deputy_of_a_state_is_nobody_of_another() -> None:
    doc = read(
        "Der chilenische Vize-Außenminister für regionale Fragen, Pablo Ruiz, sprach. Der deutsche "
        "Außenminister Frank Meier schwieg. Der chilenische Vize-Außenminister ging."
    )
    assert [doc[s:e].text for s, e in actor(doc, "Pablo Ruiz").mentions][
        -1
    ] == "Der chilenische Vize-Außenminister"


def test_an_office_holder_without_a_name_is_somebody_of_that_state() -> None:
    found = actor(read("Der bolivianische Vizeminister kam. Er schwieg."), "bolivianischer Vizeminister")
    assert (found.kind, found.country, len(found.mentions)) == ("person", "BOL", 2)


def test_words_that_only_hold_a_name_name_nobody() -> None:
    text = "Pro-russische Gruppen zahlten der Bank of China hundert US-Dollar."
    assert not {"Russland", "China", "USA"} & set(names(read(text)))
    words = words_of(read(text))
    assert not any(actors_of_word(words, i) for i in range(len(words)))


def test_authorities_in_a_town_are_of_its_state() -> None:
    doc = pipe_with_places()("Die USA warnten. Die USA und die USA. Die Behörden in Mombasa schwiegen.")
    assert doc._.actor_at[11].name == "Kenia", names(doc)


def test_who_heads_a_board_heads_no_state() -> None:
    doc = read(
        "Der türkische Präsident Recep Tayyip Erdogan kam. Der türkische Hochschulratspräsident schwieg."
    )
    assert len(actor(doc, "Recep Tayyip Erdoğan").mentions) == 1


@pytest.mark.parametrize(
    ("words", "found"), [("Menschenrechtler warnen .", True), ("Der Menschenrechtler warnt .", False)]
)
def test_a_noun_without_an_article_is_a_plural(words: str, found: bool) -> None:
    split = words.split()
    morphs = ["Number=Sing" if w == "Menschenrechtler" else "" for w in split]
    tags = ["NN" if w == "Menschenrechtler" else "ART" if w == "Der" else "VVFIN" for w in split]
    doc = pipe()(Doc(pipe().vocab, words=split, tags=tags, morphs=morphs))
    assert ("Menschenrechtler" in names(doc)) == found


@pytest.mark.parametrize(
    ("words", "states"),
    [
        (
            "Die Außenminister der USA , Frankreichs , Polens und Italiens beraten .",
            ["USA", "Frankreich", "Polen", "Italien"],
        ),
        ("Die Staatschefs von Mali und Niger beraten .", ["Mali", "Niger"]),
        ("Die Außenminister der USA und Frankreichs Präsident beraten .", ["Antony Blinken"]),
        ("Der Außenminister der USA , Frankreichs Verbündetem , kam .", ["Antony Blinken"]),
    ],
)
def test_one_office_of_several_states_is_all_of_theirs(words: str, states: list[str]) -> None:
    assert [a.name for a in read(words)._.actors_at[1]] == states


def test_a_given_name_of_no_list_tells_another_bearer_from_the_one_of_the_who_is_who() -> None:
    words, tags = "Zorwan Guterres kam . Guterres schwieg .", "NE NE VVFIN $. NE VVFIN $."
    assert names(tagged(words, tags)) == ["Zorwan Guterres"]
    assert names(read("Guterres schwieg.", "2024-05-01")) == ["António Guterres"]


@pytest.mark.parametrize(
    ("words", "tags", "end", "name"),
    [
        ("Gestern kam Ana Lopes da Silva .", "ADV VVFIN NE NE NE NE $.", 4, "Ana Lopes da Silva"),
        (
            "Gestern kam Jan Pieter van der Velde .",
            "ADV VVFIN NE NE NE ART NE $.",
            4,
            "Jan Pieter van der Velde",
        ),
        ("Gestern kam Karl Meier von Siemens .", "ADV VVFIN NE NE APPR NE $.", 4, "Karl Meier"),
    ],
)
def test_small_words_join_the_rest_of_a_name(words: str, tags: str, end: int, name: str) -> None:
    split = words.split()
    ents = ["B-PER" if i == 2 else "I-PER" if i == 3 else "O" for i in range(len(split))]
    doc = Doc(
        pipe().vocab,
        words=split,
        tags=tags.split(),
        ents=ents,
        deps=["dep"] * len(split),
        heads=[0] * len(split),
    )
    assert name in names(pipe()(doc))


def named_persons(words: str, tags: str, start: int, stop: int) -> list[tuple[str, list[tuple[int, int]]]]:
    """Names and mentions of the actors of a tagged text in which the network marked one name."""
    split = words.split()
    marks = ["B-PER" if i == start else "I-PER" if start < i < stop else "O" for i in range(len(split))]
    doc = pipe()(Doc(pipe().vocab, words=split, tags=tags.split(), ents=marks))
    return [(actor.name, actor.mentions) for actor in doc._.actors]


def test_a_report_calls_somebody_by_a_given_name_that_no_list_has() -> None:
    words = "Ich traf Liat Beinin Atzili . Liat schwieg . Atzili sprach . Liat Atzili ging ."
    tags = "PPER VVFIN NE NE NE $. NE VVFIN $. NE VVFIN $. NE NE VVFIN $."
    assert named_persons(words, tags, 3, 5) == [("Liat Beinin Atzili", [(2, 5), (6, 7), (9, 10), (12, 14)])]


def test_the_surname_before_a_name_is_somebody_elses() -> None:
    words, tags = "Gestern traf Merkel Liat Atzili in Haifa .", "ADV VVFIN NE NE NE APPR NE $."
    assert "Liat Atzili" in dict(named_persons(words, tags, 3, 5))
