"""Who is meant, read without a network: names, metonyms, titles, bodies, descriptions."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lagebild.language.tokens import words_of
from lagebild.reading import places  # noqa: F401  (registers the step)
from lagebild.reading.actors import actor_at, actors_of_word, state_actor
from tests.reading.actors.bare import actor, names, pipe_with_places, read


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Der Kreml schwieg zu den Vorwürfen.", "Russland", "RUS"),
        ("Pjöngjang droht mit einem Test.", "Nordkorea", "PRK"),
        ("Das Weiße Haus wies den Bericht zurück.", "USA", "USA"),
        ("Die Vereinigten Staaten und Südkorea üben gemeinsam.", "USA", "USA"),
        ("Das teilte der Sprecher des Weißen Hauses mit.", "USA", "USA"),
        ("Die ukrainische Armee zog ab.", "Ukraine", "UKR"),
        ("Die Regierung in Kiew lehnte ab.", "Ukraine", "UKR"),
        ("Die Nordkoreaner testen eine Rakete.", "Nordkorea", "PRK"),
        ("Israels Armee rückte vor.", "Israel", "ISR"),
        ("Moskaus Waffen halfen wenig.", "Russland", "RUS"),
        ("Die UdSSR zerfiel.", "Sowjetunion", "RUS"),
        ("Der Iran reicherte Uran an.", "Iran", "IRN"),
    ],
)
def test_what_stands_for_a_state(text: str, name: str, country: str) -> None:
    found = actor(read(text), name)
    assert (found.kind, found.country) == ("state", country)


@pytest.mark.parametrize(
    "text",
    [
        "Sie trafen sich in Moskau zum Essen.",
        "Er reiste nach Peking ab.",
        "Der Flughafen Kiew blieb zu.",
        "Moskau (dpa) – Es schneit.",
        "Der Bürgermeister von Kiew trat ab.",
        "Sie wohnt im Westen der Stadt.",
    ],
)
def test_a_capital_as_a_place_is_no_actor(text: str) -> None:
    assert [a.name for a in read(text)._.actors if a.kind in ("state", "group")] == []


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("Die Nato tagte.", "Nato", "international", None),
        ("Der UN-Sicherheitsrat stimmte ab.", "UN-Sicherheitsrat", "international", None),
        ("Die Vereinten Nationen warnten.", "Vereinte Nationen", "international", None),
        ("Die IAEO prüft den Reaktor.", "IAEO", "international", None),
        ("Das meldete die Agentur Interfax.", "Interfax", "organisation", "RUS"),
        (
            "Das chinesische Außenministerium widersprach.",
            "chinesisches Außenministerium",
            "organisation",
            "CHN",
        ),
        ("Die Hamas feuerte Raketen ab.", "Hamas", "group", "PSE"),
        ("Der Westen zögert.", "Westen", "group", None),
        ("Westliche Staaten zögern.", "Westen", "group", None),
        ("Kurdische Rebellen griffen an.", "kurdische Rebellen", "group", None),
    ],
)
def test_bodies_and_groups(text: str, name: str, kind: str, country: str | None) -> None:
    found = actor(read(text), name)
    assert (found.kind, found.country) == (kind, country)


@pytest.mark.parametrize(
    "text", ["Ein Stern leuchtet.", "Das Bild hängt schief.", "Wir essen im Mai Kohl.", "Er is da."]
)
def test_common_words_are_no_names(text: str) -> None:
    assert names(read(text)) == []


def test_a_common_word_in_quotation_marks_or_behind_its_paper_word_is_the_paper() -> None:
    assert names(read("Das schreibt der „Spiegel“ am Montag.")) == ["Spiegel"]
    assert names(read("Das schreibt das Magazin Stern am Montag.")) == ["Stern"]


def test_a_person_has_the_office_of_the_date() -> None:
    text = "Putin reiste ab."
    assert actor(read(text, "2009-03-01"), "Wladimir Putin").role == "russischer Ministerpräsident"
    assert actor(read(text, "2023-03-01"), "Wladimir Putin").role == "russischer Präsident"
    assert actor(read(text, None), "Wladimir Putin").role is None


def test_the_text_outranks_and_teaches_the_office() -> None:
    doc = read(
        "Der nordkoreanische Verteidigungsminister Pak Yong Su kam an. Pak sprach kurz. Der Minister reiste ab."
    )
    found = actor(doc, "Pak Yong Su")
    assert (found.country, found.role, found.sector) == (
        "PRK",
        "nordkoreanischer Verteidigungsminister",
        "GOV",
    )
    assert [doc[s:e].text for s, e in found.mentions] == ["Pak Yong Su", "Pak", "Der Minister"]


@pytest.mark.parametrize(
    "text",
    [
        "Kim Jong-un sprach. Kim ging.",
        "Kim Jong Un sprach. Kims Zug fuhr ab.",
        "Kim trat auf. Es war Kim Jong-Un.",
        "Kim Jong Un sprach. Der nordkoreanische Diktator ging.",
    ],
)
def test_spellings_and_short_forms_are_one_actor(text: str) -> None:
    assert len(actor(read(text), "Kim Jong Un").mentions) == 2


def test_transliterations_are_one_actor() -> None:
    doc = read("Sergei Schoigu kam. Später ging Sergey Shoigu. Schoigu schwieg.")
    assert len(actor(doc, "Sergei Schoigu").mentions) == 3


def test_a_bracket_stands_between_an_office_and_its_holder() -> None:
    doc = read("Der Präsident der Afrikanischen Union (AU), Jan Nowak, flog ab.")
    assert actor(doc, "Jan Nowak").role == "Präsident der Afrikanischen Union"


def test_adjectives_and_parts_of_words_give_countries() -> None:
    doc = read(
        "Die chinesisch-nordkoreanischen Verträge und russische Waffen, US-Hilfen und ein Anti-USA-Bündnis."
    )
    codes = {doc[i].text: found for i, found in doc._.countries_at.items()}
    assert codes == {
        "chinesisch-nordkoreanischen": ["CHN", "PRK"],
        "russische": ["RUS"],
        "US-Hilfen": ["USA"],
        "Anti-USA-Bündnis": ["USA"],
    }
    assert [a.name for a in actors_of_word(words_of(doc), 1)] == ["China", "Nordkorea"]


@pytest.mark.parametrize(
    ("word", "code"), [("Irakkrieg", "IRQ"), ("Chinareise", "CHN"), ("Kremlchef", "RUS")]
)
def test_a_country_written_in_one_with_its_noun(word: str, code: str) -> None:
    assert read(f"Ein {word} kam.")._.country_at == {1: code}


@pytest.mark.parametrize("word", ["Indienststellung", "Malerei", "Perusine", "Togoer"])
def test_what_only_begins_like_a_country(word: str) -> None:
    assert read(f"Eine {word} kam.")._.country_at == {}


def test_a_truncated_name_takes_the_end_of_the_next() -> None:
    assert names(read("Nord- und Südkorea sprechen.")) == ["Nordkorea", "Südkorea"]


def test_a_state_that_only_an_adjective_names_can_be_asked_for() -> None:
    doc = read("Russische Waffen kamen an.")
    found = state_actor(words_of(doc), "RUS")
    assert found is not None and found.name == "Russland" and found in doc._.actors
    assert state_actor(words_of(doc), "RUS") is found
    assert state_actor(words_of(doc), "QQQ") is None


def test_a_name_that_several_countries_share_needs_its_country() -> None:
    assert names(read("Die Republikaner in Washington und die USA streiten."))[0] == "Republikaner"
    assert "Bündnis 90/Die Grünen" not in names(read("In Wien wird gewählt. Die Grünen gewinnen."))


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Frankreich wählt. Die Republikaner gewinnen.", "Republikaner (FRA)", "FRA"),
        ("Donald Trump schwieg. Die Demokraten zürnen.", "Demokraten", "USA"),
        ("Die Schweiz zahlt. Das teilte der Bundesrat mit.", "Schweizer Bundesrat", "CHE"),
        ("Deutschland zahlt. Das teilte der Bundesrat mit.", "Bundesrat", "DEU"),
        ("Die SPD lehnt ab, in Deutschland und der EU. Auch die Union zürnt.", "Union (CDU/CSU)", "DEU"),
        ("Die SPD zürnt. Die Grünen schweigen.", "Bündnis 90/Die Grünen", "DEU"),
        ("Wien wählt. Österreichs Grünen gewinnen.", "Die Grünen (Österreich)", "AUT"),
        (
            "Die Sozialdemokraten in Bern zürnen, Deutschland schweigt. Die Schweiz wählt.",
            "SP Schweiz",
            "CHE",
        ),
        ("Italien schweigt. Das sagte SVP-Chef Karl Berg.", "Karl Berg", "ITA"),
        ("Die Grünen zürnen.", "Bündnis 90/Die Grünen", "DEU"),
        ("Kenia wählt. Die Republikaner gewinnen.", "Republikaner", "KEN"),
        ("Die Bundesregierung schweigt, die tunesischen Grünen nicht.", "Grünen", "TUN"),
        ("Die französischen Grünen schweigen.", "Europe Écologie-Les Verts", "FRA"),
        ("In der Türkei wird gewählt. Die Grünen zürnen.", "Bündnis 90/Die Grünen", "DEU"),
        ("In der Türkei wird gewählt. Grüne und Linke zürnen.", "Die Linke", "DEU"),
        ("Russland schweigt. Die FDP zürnt.", "FDP", "DEU"),
        ("Die Schweiz schweigt. Die FDP zürnt.", "FDP.Die Liberalen", "CHE"),
    ],
)
def test_of_bodies_of_one_name_that_of_the_country_told_of_is_meant(
    text: str, name: str, country: str
) -> None:
    assert actor(read(text), name).country == country


def test_the_union_that_was_named_is_no_party() -> None:
    told = "Die EU zahlt an Deutschland. Die Union hilft. Die Union für Handel schweigt."
    assert not any(name.startswith("Union (") for name in names(read(told)))


def test_same_text_same_actors() -> None:
    text = "Putin und Kim trafen den Minister. Beide Länder, die Nato und die Hamas schwiegen. Er ging."
    first, second = read(text), read(text)
    assert [(a.name, a.mentions) for a in first._.actors] == [(a.name, a.mentions) for a in second._.actors]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Der",
                "beide",
                "Länder",
                "Kim",
                "-",
                ",",
                "„",
                "“",
                "(",
                ")",
                "Präsident",
                "der",
                "Ukraine",
                "Nord-",
                "und",
                "sein",
                "Land",
                "Moskau",
                "er",
                "\n",
            ]
        )
    )
)
def test_any_words_can_be_read(words: list[str]) -> None:
    doc = read(" ".join(words))
    for found in doc._.actors:
        assert all(0 <= s < e <= len(doc) for s, e in found.mentions)
    for i in range(len(doc)):
        found = actor_at(words_of(doc), i)
        assert found is None or found in doc._.actors


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_read(text: str) -> None:
    read(text)


def test_a_longer_form_of_a_known_name_is_the_known_person() -> None:
    doc = read("Präsident Wladimir Wladimirowitsch Putin sprach.")
    assert "Wladimir Putin" in names(doc)


def test_a_title_of_the_family_makes_nobody_the_known_person() -> None:
    assert names(read("Heinz Graf Lambsdorff sprach.")) == ["Heinz Graf Lambsdorff"]
    assert names(read("Otto Graf Lambsdorff sprach.")) == ["Otto Graf Lambsdorff"]


def test_an_adjectival_office_is_told_in_the_nominative() -> None:
    doc = read("Der SPD-Vorsitzende Franz Müntefering sprach.", "2005-06-30")
    assert actor(doc, "Franz Müntefering").role == "SPD-Vorsitzender"


def test_a_side_without_an_owner_is_nobody() -> None:
    assert names(read("Deutschland zahlt. Auf der anderen Seite fehlt Geld.")) == ["Deutschland"]
    assert names(read("Die russische Seite schwieg.")) == ["Russland"]


def test_the_article_of_a_paper_is_written_large() -> None:
    assert names(read("Er sagte, dass die Zeit drängt.")) == []
    assert names(read("Das schrieb „Die Zeit“ am Montag.")) == ["Die Zeit"]


@pytest.mark.parametrize(
    ("given", "known", "published"),
    [
        ("Said", "Mohammed bin Said", "2023-09-12"),
        ("Omar", "Mullah Omar", "2003-09-12"),
    ],
)
def test_a_given_name_before_an_arabic_surname_is_nobody_of_the_whos_who(
    given: str, known: str, published: str
) -> None:
    """*Omar* alone is the Mullah; before *al-Masri* it is somebody's given name."""
    assert names(read(f"Dort sprach {given} am Abend.", published)) == [known]
    assert known not in names(read(f"Dort sprach {given} al-Masri am Abend.", published))


@pytest.mark.parametrize("name", ["n-tv", "ver.di", "dpa", "al-Qaida", "amnesty international"])
def test_names_that_are_written_small(name: str) -> None:
    assert len(names(read(f"Das meldete {name} am Abend."))) == 1


@pytest.mark.parametrize(
    ("text", "name", "known"),
    [
        ("Die EU zahlt. Die EU warnt.", "EU", "Europäische Union"),
        ("Die Europäische Union zahlt. Die EU warnt.", "Europäische Union", None),
        ("Brüssel zahlt.", "Europäische Union", None),
        ("Die G7 warnt. Das teilten die G7-Staaten mit.", "G7-Staaten", "G7"),
        ("Der Weltsicherheitsrat tagte.", "Weltsicherheitsrat", "UN-Sicherheitsrat"),
        ("Die UN-Soldaten und die UN warnten.", "Vereinte Nationen", None),
    ],
)
def test_a_body_has_the_fullest_name_of_the_article(text: str, name: str, known: str | None) -> None:
    assert actor(read(text), name).known == known


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("In Athen griffen Demonstranten die Polizei an.", "Demonstranten", "GRC"),
        ("In Kiew sprachen ausländische Journalisten.", "ausländische Journalisten", None),
        ("In Dili zogen proindonesische Milizen ab.", "proindonesische Milizen", "TLS"),
        ("Eine internationale Truppe soll in Dili landen.", "internationale Truppe", None),
        ("In Athen demonstrierten Migranten.", "Migranten", None),
        ("Das sagten westliche Diplomaten in Kiew.", "westliche Diplomaten", None),
    ],
)
def test_people_without_a_state_are_of_where_they_act(text: str, name: str, country: str | None) -> None:
    doc = pipe_with_places()(text)
    assert actor(doc, name).country == country


def test_a_treaty_called_after_a_place_tells_of_no_country() -> None:
    doc = pipe_with_places()("Seit dem Vertrag von Lissabon und dem Minsker Abkommen schweigt das Parlament.")
    assert doc._.places == []
    assert actor(doc, "Parlament").country is None


def test_an_acronym_spelled_out_is_no_other_body_in_compounds_either() -> None:
    doc = read("Die Thai Rak Thai (TRT) aus Thailand schwieg. TRT-Abgeordnete schwiegen auch.")
    assert "TUR" not in {a.country for a in doc._.actors}


def test_a_body_of_states_is_taken_up_by_its_last_word() -> None:
    doc = read("Das Europäische Parlament tagte. Das Parlament stimmte ab.")
    assert names(doc) == ["Europäisches Parlament"]


def test_who_is_for_a_country_is_not_of_it() -> None:
    assert "RUS" not in read("Prorussische Milizen und antirussische Proteste.")._.country_at.values()


def test_the_security_council_of_nobody_is_that_of_the_united_nations() -> None:
    found = actor(read("Der Sicherheitsrat stimmte ab."), "Sicherheitsrat")
    assert (found.kind, found.known) == ("international", "UN-Sicherheitsrat")
    assert actor(read("Der russische Sicherheitsrat tagte."), "russischer Sicherheitsrat").country == "RUS"


def test_who_works_for_a_body_in_a_country_is_not_of_the_country() -> None:
    doc = read("Der UNMIK-Leiter im Kosovo, Jan Sundberg, kam. Der Präsident des Kosovo, Jan Hoti, auch.")
    assert actor(doc, "Jan Sundberg").country is None
    assert actor(doc, "Jan Hoti").country == "XKX"


def test_a_president_of_a_text_without_date_is_the_last_of_his_name() -> None:
    assert actor(read("Präsident Bush reiste nach Polen.", published=None), "George W. Bush").country == "USA"
    assert names(read("Trump griff Biden an.", published="2024-10-14"))[0] == "Donald Trump"


def test_an_office_of_a_man_before_a_surname_is_not_his_wifes() -> None:
    doc = read(
        "Verteidigungsminister Guttenberg besuchte Kundus. Auch Stephanie zu Guttenberg kam.",
        published="2010-12-14",
    )
    assert actor(doc, "Karl-Theodor zu Guttenberg").country == "DEU"
