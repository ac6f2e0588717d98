"""Sides that the words around tell: whom an answer answers, who mediates between whom, who else did it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from lagebild.intake import article_from
from lagebild.language import make_doc

TOLD = [
    (
        "Die peruanische Staatsanwaltschaft wirft der früheren Ministerpräsidentin Betssy Chávez einen Putschversuch vor. "
        "Sie bestreitet das.",
        "REJECT bestreitet: PER > PER",
    ),
    (
        "Die Türkei wirft dem Prediger Fethullah Gülen Verrat vor. Er dementiert das.",
        "REJECT dementiert: TUR > TUR",
    ),
    ("Delhi hat das Angebot Roms unkommentiert gelassen.", "REJECT unkommentiert gelassen: IND > ITA"),
    ("Teheran werde den Angriff nicht unbeantwortet lassen.", "ASSAULT Angriff: - > IRN"),
    (
        "Die Militärregierung in Mali wies Diplomaten aus. Deutschland zieht seine Soldaten ab. Berlin plant den Abzug. "
        "Frankreich warf der Junta Verrat vor.",
        "ACCUSE warf vor: FRA > MLI",
    ),
    (
        "Die USA begrüßten die Freilassung der Journalisten, die der Iran festgenommen hatte.",
        "RETREAT Freilassung: IRN > Journalisten",
    ),
    (
        "Kenia teilte mit, ugandische Soldaten hätten das Dorf geplündert. Uganda bestritt das.",
        "REJECT bestritt: UGA > KEN",
    ),
    (
        "Die EU-Außenminister haben sich auf Strafmaßnahmen gegen Belarus verständigt.",
        "AGREE verständigt: EU-Außenminister > -",
    ),
    (
        "Norwegen wies drei russische Diplomaten aus. Moskau sprach von einer Provokation.",
        "ACCUSE sprach Provokation: RUS > NOR",
    ),
    (
        "Kenia warf Uganda Spionage vor. Der ugandische Präsident sprach von einer Lüge.",
        "REJECT sprach Lüge: UGA > KEN",
    ),
    (
        "Kenia bietet seine Vermittlung an. Peru griff Chile an. Chile verurteilte Peru scharf.",
        "AGREE bietet an: KEN > CHL PER",
    ),
    (
        "Peru griff Chile an. Chile warf Peru Terror vor. Peru drohte Chile mit Krieg. Es schoss. Ankara rief an. "
        "Russland, das in der Türkei baut, mahnte beide Seiten zur Ruhe.",
        "REQUEST mahnte: RUS > CHL PER",
    ),
    (
        "Die Polizei Kenias nahm 40 Aktivisten fest. Die USA forderten ihre sofortige Freilassung.",
        "RETREAT Freilassung: KEN > KEN",
    ),
    (
        "Cyril Ramaphosa gratulierte Japan, ebenso Xi Jinping.",
        "SUPPORT gratulierte: CHN ZAF > JPN",
    ),
    (
        "Das von Saudi-Arabien geführte Militärbündnis flog Luftangriffe auf Stellungen in Aden.",
        "ASSAULT Luftangriffe: SAU > YEM",
    ),
    (
        "Bei einem Überfall schwer bewaffneter Serben auf albanische Soldaten gab es Tote.",
        "ASSAULT Überfall: SRB > ALB",
    ),
    (
        "UN-Ausschuss hatte Belgrad aufgefordert, den Mann freizulassen.",
        "REQUEST aufgefordert: Vereinte Nationen > SRB",
    ),
    (
        "Die jemenitischen Huthi-Rebellen griffen Saudi-Arabien an. Riad warnte. Die Huthis hatten der Regierung eine "
        "Waffenruhe angeboten.",
        "AGREE angeboten: YEM > YEM",
    ),
    ("Wahlbeobachter rügen die Abstimmung in Simbabwe.", "ACCUSE rügen: Wahlbeobachter > ZWE"),
    (
        "Sri Lanka liegt vor Indien. Die UNO kritisierte Sri Lanka. Hochkommissar Anna Berg rief die Regierung Sri Lankas "
        "auf, Gefangene freizulassen.",
        "REQUEST rief auf: Anna Berg > LKA",
    ),
    (
        "Die EU-Kommission schlug neue Sanktionen vor. Peking verurteilte den Schritt scharf.",
        "ACCUSE verurteilte: CHN > EU-Kommission",
    ),
    (
        "Die EU schlug neue Sanktionen vor. Peking schwieg. Ungarn will den Vorschlag blockieren.",
        "REJECT blockieren: HUN > EU",
    ),
    (
        "Kiew forderte von Berlin Panzer. Kanzler Olaf Scholz lehnt das bislang ab.",
        "REJECT lehnt ab: DEU > UKR",
    ),
    (
        "Iran unterstützte Russland im Streit. Im Gegenzug könnte Moskau Kampfjets liefern.",
        "AID liefern: RUS > IRN",
    ),
    (
        "Moskau drohte, es werde Transporte auf ukrainischem Gebiet angreifen.",
        "ASSAULT angreifen: RUS > UKR",
    ),
    (
        "Die USA setzten eine Firma auf die Sanktionsliste. China protestierte gegen die Strafen.",
        "ACCUSE protestierte: CHN > USA",
    ),
    (
        "Die Türkei hat die Auslieferung eines in Istanbul festgenommenen iranischen Geschäftsmanns abgelehnt.",
        "COERCE festgenommenen: TUR > IRN",
    ),
    (
        "Der Ukrainer Berg schwieg. Moskau warf ihm vor, Waffen an den Iran geliefert zu haben.",
        "AID geliefert: UKR > IRN",
    ),
    (
        "Der Präsident Malis kam. Paris erlaubte ihm, die Grenze zu schließen.",
        "COERCE schließen: MLI > -",
    ),
    (
        "Paris brach mit der Militärjunta in Bamako. Berlin zögerte. Die Junta wies den Botschafter Frankreichs aus.",
        "SANCTION wies aus: MLI > FRA",
    ),
    (
        "Berlin tagt. Die Ministerin Anna Berg reiste nach Mali. Die EU verhängte Sanktionen gegen das Land.",
        "SANCTION verhängte Sanktionen: EU > MLI",
    ),
    (
        "In Kabul starben zehn Soldaten, was die Rebellen Afghanistans bestritten.",
        "REJECT bestritten: AFG > -",
    ),
    (
        "Belgrad werde keine Kennzeichen ausstellen, Pristina auf die Strafen verzichten.",
        "CONCEDE verzichten: XKX > -",
    ),
    (
        "Moskau forderte einen Gipfel. London wies die Forderung zurück.",
        "REQUEST Forderung: RUS > GBR",
    ),
    (
        "Moskau forderte einen Gipfel. Paris stimmte dem Vorschlag zu.",
        "AGREE stimmte zu: FRA > RUS",
    ),
    (
        "Peru griff Chile an. Der chilenische Präsident gab der Gegenseite die Schuld.",
        "ACCUSE gab Schuld: CHL > PER",
    ),
    (
        "Kiew warf Ungarn Betrug vor. Ungarns Außenminister Péter Szijjártó bestritt das.",
        "REJECT bestritt: HUN > UKR",
    ),
    (
        "Mali protestierte. Kenia bestellte den Botschafter Ugandas ein und warf dem Nachbarn Spionage vor.",
        "ACCUSE warf vor: KEN > UGA",
    ),
    (
        "Peru griff Chile an. Chile verurteilte Peru. Präsident Gabriel Boric forderte vom Nachbarn eine Entschuldigung.",
        "REQUEST forderte: CHL > PER",
    ),
    ("Japan hieß das Bündnis der USA willkommen.", "SUPPORT hieß willkommen: JPN > USA"),
    (
        "Das Sicherheitsministerium in Sarajevo klagte. Sicherheitsminister Anton Berg bestellte den kroatischen "
        "Botschafter ein.",
        "ACCUSE bestellte ein: BIH > HRV",
    ),
]
QUIET = [
    # what *das* takes up is no threat, and a proposal of one's own is nobody else's
    ("Die USA drohten Kuba. Das lehnte auch Peking ab.", "REJECT lehnte ab: CHN > USA"),
    ("Die USA drohten Kuba. Peking lobte seinen Vorschlag.", "SUPPORT lobte: CHN > USA"),
    # several neighbours are not the one
    (
        "Peru griff Chile an. Chile verurteilte Peru. Peru sagte den Nachbarn Hilfe zu.",
        "AID Hilfe: PER > CHL",
    ),
    # a law of one's own answers nobody
    ("Peru griff Chile an. Chiles Präsident stoppte ein Gesetz.", "REJECT stoppte: CHL > PER"),
]


def test_a_headline_has_the_sides_that_its_body_tells(until_events: Language) -> None:
    text = (
        "Drohnen treffen saudische Raffinerie\n\nDubai (AFP) - Die jemenitischen Huthis haben am Montag Saudi-Arabien "
        "angegriffen. Das teilte das Ministerium in Riad mit."
    )
    article = article_from(text, published="2019-06-24")
    doc = make_doc(until_events, article.reading_text())
    doc._.article = article
    first = until_events(doc)._.events[0]
    assert [a.country for a in first.source] == ["YEM"] and [a.country for a in first.target] == ["SAU"]


@pytest.mark.parametrize(("text", "event"), TOLD)
def test_sides_are_those_that_the_words_around_tell(
    text: str, event: str, events_of: Callable[[str], list[str]]
) -> None:
    assert event in events_of(text)


@pytest.mark.parametrize(("text", "event"), QUIET)
def test_sides_are_not_guessed(text: str, event: str, events_of: Callable[[str], list[str]]) -> None:
    assert event not in events_of(text)
