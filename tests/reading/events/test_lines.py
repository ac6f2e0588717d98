"""Lines of the predicate files beside their near misses: our own sentences with the event they tell, or must not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

TOLD = [
    # what is passed over, and whose it is
    ("Uganda ignorierte das Urteil Kenias.", "REJECT ignorierte: UGA > KEN"),
    (
        "Uganda erschwerte kenianischen Journalisten die Berichterstattung.",
        "COERCE erschwerte: UGA > KEN",
    ),
    ("Die Regierung von Peru steht zum Abkommen mit Chile.", "SUPPORT steht: PER > CHL"),
    # what is visited, and who visits
    ("Kuba lobte Peru beim Besuch eines Flüchtlingslagers in Jordanien.", "CONSULT Besuch: CUB > JOR"),
    ("Der Lagerbesuch der irischen Ministerin in Jordanien dauerte lang.", "CONSULT Lagerbesuch: IRL > JOR"),
    ("Der Besuch der kubanischen Delegation in Jordanien war kurz.", "CONSULT Besuch: CUB > JOR"),
    # who gives, who receives
    ("Ruanda erhält von Kenia Drohnen.", "AID erhält: KEN > RWA"),
    ("Norwegen gibt Moldau zehn Millionen Euro.", "AID gibt: NOR > MDA"),
    ("Norwegen stellt Moldau Kampfflugzeuge bereit.", "AID stellt bereit: NOR > MDA"),
    ("Die USA haben Raketen für Estland freigegeben.", "AID freigegeben: USA > EST"),
    ("Erste Hilfslieferungen sind in Haiti eingetroffen.", "AID eingetroffen: - > HTI"),
    ("Die erste Hilfslieferung kam in Haiti an.", "AID kam an: - > HTI"),
    # who sells stands behind *aus*, or before the goods
    ("Polen kauft Gas aus Katar.", "COOPERATE kauft: POL QAT > -"),
    ("Indien kauft iranisches Öl.", "COOPERATE kauft: IND IRN > -"),
    ("Serbien kauft französische Kampfjets.", "COOPERATE kauft: FRA SRB > -"),
    ("Ungarn bezieht Gas aus Russland.", "COOPERATE bezieht Gas: HUN RUS > -"),
    # one who announces a withdrawal does it alone
    ("Präsident Macron kündigte den Abzug der Soldaten aus Mali an.", "CONCEDE kündigte an: FRA > -"),
    ("China senkte die Zölle auf Autos.", "CONCEDE senkte: CHN > -"),
    ("Die USA gaben iranische Gelder frei.", "RETREAT gaben frei: USA > IRN"),
    ("Kuba forderte ein Ende der Angriffe auf Mali.", "RETREAT Ende: - > MLI"),
    ("Die USA verlassen die Unesco.", "SANCTION verlassen: USA > UNESCO"),
    ("Kenia schickt Polizisten nach Haiti.", "MOBILIZE schickt: KEN > -"),
    # whom one sues, not before which court
    ("Nicaragua klagte vor dem Gerichtshof gegen Peru.", "ACCUSE klagte: NIC > PER"),
    (
        "Ein Gericht in Teheran verurteilte den Präsidenten zum Tode.",
        "ACCUSE verurteilte: IRN > IRN",
    ),
    ("Kenia verurteilte die Vertreibung der Rohingya.", "ACCUSE verurteilte: KEN > -"),
    ("Teheran wies jede Beteiligung an dem Angriff zurück.", "REJECT wies zurück: IRN > -"),
    # who owns up to a deed did it
    ("Die Taliban reklamierten den Anschlag für sich.", "ASSAULT Anschlag: AFG > -"),
    ("Die Taliban beanspruchten den Anschlag für sich.", "ASSAULT Anschlag: AFG > -"),
    ("Die Hamas übernahm die Verantwortung für den Raketenangriff.", "ASSAULT Raketenangriff: PSE > -"),
    ("Russland rühmte sich des Angriffs auf Kiew.", "ASSAULT Angriffs: RUS > UKR"),
    # whom a deed befell
    ("Hamid Karzai entging einem Attentat.", "ASSAULT Attentat: - > AFG"),
    ("Hamid Karzai entkam einem Attentat.", "ASSAULT Attentat: - > AFG"),
    ("Rafik Hariri fiel einem Attentat zum Opfer.", "ASSAULT Attentat: - > LBN"),
    ("Zwei deutsche Soldaten sind in Mali gefallen.", "ASSAULT gefallen: - > DEU"),
    ("Der Krieg Russlands gegen Georgien dauert an.", "ASSAULT Krieg: GEO RUS > -"),
    ("Präsident Putin will Georgien angreifen.", "ASSAULT angreifen: RUS > GEO"),
    ("Präsident Putin will Georgien scharf angreifen.", "ACCUSE angreifen: RUS > GEO"),
    ("Die Geschworenen sprachen Donald Trump schuldig.", "ACCUSE sprachen schuldig: USA > USA"),
    # a failed coup is a coup
    ("Kenia verurteilte den Putschversuch in Niger.", "COERCE Putschversuch: - > NER"),
    (
        "Das Parlament in Ankara hob die Immunität des Abgeordneten auf.",
        "COERCE hob Immunität auf: TUR > TUR",
    ),
    ("Alexej Nawalny ist im Hungerstreik.", "PROTEST Hungerstreik: RUS > -"),
    # nouns that are events in one sense alone
    ("Die Ausbildung der malischen Soldaten durch Frankreich begann.", "AID Ausbildung: FRA > MLI"),
    ("Das Parlament in Oslo beriet die Verlängerung des Einsatzes in Mali.", "AGREE Verlängerung: - > -"),
    ("Im Rat kamen zwei Gegenstimmen von Peru und Togo.", "REJECT Gegenstimmen: PER TGO > -"),
    ("Das Gericht in Lima erließ eine einstweilige Verfügung gegen Chile.", "COERCE Verfügung: PER > CHL"),
    ("Eine Aktion von Greenpeace in Tokio sorgte für Aufsehen.", "PROTEST Aktion: Greenpeace > -"),
    ("Der Papst lehnte militärische Aktionen gegen Syrien ab.", "ASSAULT Aktionen: - > SYR"),
    (
        "Die Auflösung des Parlaments durch den Präsidenten Togos kam spät.",
        "COERCE Auflösung: TGO > TGO",
    ),
    ("Die diplomatische Mission des Ministers Togos in Lima scheiterte.", "CONSULT Mission: TGO > PER"),
    ("Die Rebellen in Mali haben sieben Geiseln genommen.", "ASSAULT Geiseln genommen: MLI > MLI"),
    (
        "Der Deutsche wurde in Mali aus der Gewalt der Rebellen befreit.",
        "RETREAT aus Gewalt befreit: - > DEU",
    ),
    ("Der Papst sandte ein Glückwunschschreiben an Oman.", "SUPPORT Glückwunschschreiben: VAT > OMN"),
    # words of parliaments and parties
    ("Die Staatsanwaltschaft in Lima prüft den Fall.", "ACCUSE prüft: PER > -"),
    ("Die Regierung in Lima bekennt sich zur Währungsunion.", "SUPPORT bekennt: PER > -"),
    ("Norwegen fördert die Häfen Moldaus mit zwei Millionen Euro.", "AID fördert: NOR > MDA"),
    ("Eine Zusammenarbeit mit der ETA scheidet für Frankreich aus.", "REJECT scheidet aus: FRA > ESP"),
    ("Hillary Clinton steht für das Amt nicht zur Verfügung.", "REJECT steht nicht zur Verfügung: USA > -"),
    # a warrant, a closed border, a dismissal
    ("Ein Gericht in Lima erließ Haftbefehl gegen Ken Foster.", "COERCE Haftbefehl: PER > Ken Foster"),
    ("Togo schloss die Grenze zu Benin.", "COERCE schloss: TGO > BEN"),
    ("Der Präsident Togos suspendierte den Polizeichef.", "COERCE suspendierte: TGO > TGO"),
    ("Die Afrikanische Union suspendierte Togo.", "SANCTION suspendierte: Afrikanische Union > TGO"),
    ("Das Gericht in Lima entließ den Aktivisten gegen Kaution.", "RETREAT entließ gegen Kaution: PER > PER"),
    ("Der Kanzler Österreichs blieb dem Gipfel fern.", "PROTEST blieb fern: AUT > -"),
    ("Peru und Chile verlängerten den Vertrag.", "AGREE verlängerten Vertrag: CHL PER > -"),
    # who is free again
    ("Die neun Franzosen sind wieder frei.", "RETREAT frei: - > FRA"),
    ("Die Soldaten aus Togo sind nach zehn Tagen frei.", "RETREAT frei: - > TGO"),
    ("Die Rebellen in Mali verließen die Moschee.", "RETREAT verließen: MLI > -"),
    ("Polen will den Vertrag verlassen.", "SANCTION verlassen: POL > -"),
    # a treaty does not sign
    ("Das Abkommen unterzeichneten Peru und Chile im März.", "SUPPORT Abkommen unterzeichneten: CHL PER > -"),
    (
        "Der von den Präsidenten Perus und Chiles in Rom unterzeichnete Vertrag gilt.",
        "SUPPORT unterzeichnete: CHL PER > -",
    ),
    ("Die international anerkannte Regierung Libyens schwieg.", "SUPPORT international anerkannte: - > LBY"),
    # answers with arms and with words
    ("Israel antwortete mit Artillerie.", "ASSAULT antwortete: ISR > -"),
    ("Die Polizei in Lima antwortete mit Tränengas.", "ASSAULT antwortete: PER > -"),
    (
        "Der Minister in Lima verglich das Vorgehen Chiles mit dem Überfall von 1879.",
        "ACCUSE verglich: PER > CHL",
    ),
    ("Lima nannte den Beschluss Chiles einen Vorwand.", "ACCUSE nannte Vorwand: PER > CHL"),
    ("Die Polizei in Lima brachte den Abgeordneten in eine Haftanstalt.", "COERCE brachte: PER > PER"),
    ("Kuba beteiligt sich an der Suche nach Verschütteten in Haiti.", "AID beteiligt: CUB > -"),
    # what is called wrong, and what is not let happen
    ("Die Vorwürfe aus Lima seien haltlos, sagte der Sprecher des Kremls.", "REJECT haltlos: - > PER"),
    ("Die Vorwürfe aus Lima seien frei erfunden, hieß es.", "REJECT frei erfunden: - > PER"),
    ("Chile lässt nicht zu, dass Banden herrschen.", "REJECT lässt nicht zu: CHL > -"),
    ("Lima bestellte den Botschafter Chiles ins Ministerium.", "ACCUSE bestellte ins Ministerium: PER > CHL"),
    ("Griechenland beansprucht einen Luftraum von zehn Meilen.", "REQUEST beansprucht: GRC > -"),
    (
        "Der Bürgermeister von Lima rief die Menge auf, nach Hause zu gehen.",
        "RETREAT nach Hause gehen: PER > -",
    ),
    ("Peru schloss eine militärische Antwort aus.", "ASSAULT Antwort: PER > -"),
    # recalled, left, let pass, spoken for
    ("Peru rief seinen Botschafter damals ebenfalls ab.", "SANCTION rief ab: PER > -"),
    ("Die Partei zog ihre Minister aus der Regierung in Kinshasa zurück.", "SANCTION zog zurück: COD > -"),
    ("Teheran ließ die Frist der USA verstreichen.", "REJECT verstreichen: IRN > USA"),
    ("Klimaaktivisten klebten sich in Lima auf die Straße.", "PROTEST klebten auf Straße: PER > -"),
    ("Der Präsident Togos sprach sich für Neuwahlen aus.", "SUPPORT sprach aus: TGO > -"),
    ("Die Ausgangssperre in Lima sei aufgehoben.", "CONCEDE aufgehoben: - > PER"),
    # who looks into it, who lets nobody pass, who proposes
    (
        "Ein Ausschuss des Parlaments in Wien untersucht, wann Graz davon erfuhr.",
        "ACCUSE untersucht: AUT > AUT",
    ),
    ("Ein Ausschuss in Washington untersucht die Rolle Chiles.", "ACCUSE untersucht: USA > CHL"),
    ("Polen verhindert Gespräche Chiles mit Peru.", "REJECT verhindert: POL > CHL"),
    ("Kroatien ließ serbische Lastwagen nicht passieren.", "COERCE nicht passieren: HRV > SRB"),
    ("Der Präsident Perus schlug ein Treffen mit Chile vor.", "REQUEST schlug vor: PER > CHL"),
    # participles before their noun
    ("Die aus dem Kabinett ausgeschiedene Ministerin Perus schwieg.", "RETREAT ausgeschiedene: PER > -"),
    ("Die in Chile verurteilte peruanische Lehrerin ist krank.", "ACCUSE verurteilte: CHL > PER"),
    ("Die Siedler blieben in den besetzten Gebieten, sagte der Premier Perus.", "COERCE besetzten: PER > -"),
    (
        "Die Putschisten in Niger wollen den festgehaltenen Staatschef anhören.",
        "COERCE festgehaltenen: NER > NER",
    ),
]

NOT_TOLD = [
    ("Der Präsident von Uganda ignorierte den Regen in Kenia.", "REJECT"),
    ("Die Sanktionen treffen Russland hart.", "CONSULT"),
    ("Der Beschluss trifft Ungarn.", "CONSULT"),
    ("Ungarn gab Polen sein Wort.", "AID"),
    ("Polen fordert ein Ende des Wahlkampfes.", "RETREAT"),
    ("Nach dem Ende der Angriffe auf Mali kam Hilfe.", "RETREAT"),
    ("Die Zahl der deutschen Soldaten in Mali ist gefallen.", "ASSAULT"),
    ("Deutsche Soldaten sind in Mali auf die Knie gefallen.", "ASSAULT"),
    ("Der Minister in Lima klagte vor dem Verfassungsgericht.", "Verfassungsgericht"),
    ("Nach dem Beben in Haiti sind hunderte Tote zu beklagen, sagte der Präsident.", "ACCUSE"),
    ("Die Ausbildung des Ministers in Lima dauerte lange.", "AID"),
    ("Peru stellte Chile Schiffe zur Verfügung.", "COERCE"),
    ("Die Aktion der Bank in Lima verlor an Wert.", "PROTEST"),
    ("Der Senator in Lima bekannte sich zu seiner Schuld.", "SUPPORT"),
    ("Zehn Helfer stehen für das Lager in Lima nicht zur Verfügung.", "REJECT"),
    ("Die Taliban bekannten sich zu dem Anschlag in Kabul.", "CONCEDE"),
    ("Die Parteien Togos rechnen mit der Auflösung des Parlaments.", "COERCE"),
    ("Die USA speichern Fingerabdrücke.", "REQUEST"),
    ("Im Nominierungsprozess führt Senator John McCain.", "ACCUSE"),
    ("Die Regierung in Lima braucht ihre Rücklage auf.", "ACCUSE"),
    ("Wegen Sicherheitsbedenken sagte Peru das Konzert ab.", "ACCUSE"),
    ("Die Straßenverbindung nach Lima ist unterbrochen, teilte die Regierung mit.", "SANCTION"),
    ("Die Straße nach Lima ist wieder frei, teilte die Regierung mit.", "RETREAT"),
    ("Der Premier Perus ist in seinen Entscheidungen frei.", "RETREAT"),
    ("Gläubige aus Peru verließen die Kirche.", "RETREAT"),
    ("Peru antwortete mit einem Brief.", "ASSAULT"),
    ("Die Ministerin Perus verglich die Preise mit denen in Chile.", "ACCUSE"),
    ("Der Minister Perus brachte seine Tochter in die Schule.", "COERCE"),
    ("Lima nannte den Beschluss Chiles einen Befreiungsschlag.", "ACCUSE"),
    ("Die Vorwürfe aus Lima sind nicht unbegründet.", "REJECT"),
    ("Die Ministerin Perus lobte die neu besetzten Ämter.", "COERCE"),
    ("Der Premier Perus ging nach Hause.", "RETREAT"),
    ("Die Antwort Perus kam spät.", "ASSAULT"),
    ("Peru rief die Daten aus Chile ab.", "SANCTION"),
    ("Forscher in Lima untersuchten Proben aus Chile.", "ACCUSE"),
    ("Kroatien ließ serbische Lastwagen passieren.", "COERCE"),
    ("Die Partei in Lima schlug die Richterin als Nachfolgerin vor.", "REQUEST"),
    ("Der Präsident Perus zog seinen Mantel zurück.", "SANCTION"),
]


@pytest.mark.parametrize(("sentence", "wanted"), TOLD)
def test_a_line_tells_its_event(events_of: Callable[[str], list[str]], sentence: str, wanted: str) -> None:
    assert wanted in events_of(sentence)


@pytest.mark.parametrize(("sentence", "not_told"), NOT_TOLD)
def test_a_near_miss_is_left_alone(
    events_of: Callable[[str], list[str]], sentence: str, not_told: str
) -> None:
    assert not_told not in " ".join(events_of(sentence))


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Die Regierung in Lima wies die Vorwürfe zurück.", "deny"),
        ("Die Regierung in Lima wies eine Verwicklung in den Anschlag zurück.", "deny"),
        ("Das Gericht in Lima wies die Klage Kenias zurück.", None),
    ],
)
def test_a_court_turns_a_claim_down_and_denies_nothing(
    until_events: Language, sentence: str, mode: str | None
) -> None:
    assert [e.mode for e in until_events(sentence)._.events if e.type == "REJECT"] == [mode]
