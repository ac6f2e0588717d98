"""Those outside: who mediates, who calls on both sides, whose agreement is praised, which neighbour is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

CORPUS: list[tuple[str, list[str]]] = [
    ("REQUEST Druck: USA > AUT", ["Österreich durchsuchte auf Druck der USA ein kubanisches Schiff."]),
    (
        "REJECT lehnte ab: RUS > TCD",
        ["Der Tschad bat Russland um die Entsendung von Truppen. Moskau lehnte das ab."],
    ),
    ("REJECT dementiert: EGY > -", ["Die Berichte wurden in Kairo dementiert."]),
    ("AID Asyl: CUB > MLI", ["Der Präsident Malis, dem Kuba Asyl gewährt hat, schwieg."]),
    (
        "CONSULT vermitteln: KEN > MLI TCD",
        [
            "Mali griff den Tschad an. Der Tschad beschoss Mali. Kenia will zwischen den Streitparteien vermitteln."
        ],
    ),
    (
        "REQUEST forderten: Staats- und Regierungschefs > MLI",
        [
            "Mali ist unruhig. Die Armee Malis schoss in Bamako. Die Staats- und Regierungschefs der EU tagten. "
            "Die Staats- und Regierungschefs forderten Wahlen."
        ],
    ),
    (
        "CONSULT Vermittlung: NOR > MLI TCD",
        [
            "Mali und der Tschad haben sich unter norwegischer Vermittlung auf eine Waffenruhe geeinigt.",
            "Mali griff den Tschad an. Der Tschad beschoss Mali. Norwegen bot seine Vermittlung an.",
        ],
    ),
    (
        "REQUEST mahnte: KEN > MLI TCD",
        ["Mali griff den Tschad an. Der Tschad beschoss Mali. Kenia mahnte zur Zurückhaltung."],
    ),
    (
        "SUPPORT begrüßte: KEN > MLI TCD",
        [
            "Mali und der Tschad unterzeichneten ein Abkommen. Kenia begrüßte das Abkommen zwischen Mali und dem Tschad."
        ],
    ),
    (
        "SANCTION wies aus: EST > RUS",
        ["Lettland wies vier russische Diplomaten aus. Estland wies einen Diplomaten aus."],
    ),
    (
        "COERCE blockierte: TCD > MLI",
        [
            "Mali rüstet auf. Der Tschad droht Mali. Mali warnte den Tschad. Der Tschad blockierte das Nachbarland."
        ],
    ),
    (
        "CONSULT verhandeln: COL COL > -",
        ["Die Regierung Kolumbiens und die ELN trafen sich in Oslo. Beide Seiten verhandeln seit Montag."],
    ),
    (
        "AID bereitstellt: FRA > -",
        ["Der Präsident bereitete sich vor, da Frankreich bis zu drei Milliarden Euro bereitstellt."],
    ),
    (
        "ACCUSE bezeichnete motiviert: TUR > -",
        ["Der türkische Außenminister bezeichnete das Urteil als politisch motiviert."],
    ),
]


@pytest.mark.parametrize(("wanted", "text"), [(w, text) for w, group in CORPUS for text in group])
def test_sides_that_the_words_around_tell(
    events_of: Callable[[str], list[str]], wanted: str, text: str
) -> None:
    assert wanted in events_of(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Mali griff den Tschad an. Der Tschad beschoss Mali. Mali mahnte zur Zurückhaltung.", "REQUEST mahnte: MLI > TCD"),
        ("Kenia bot seine Vermittlung an.", "CONSULT Vermittlung: KEN > -"),
    ],
)  # fmt: skip
def test_nobody_stands_outside_his_own_quarrel(
    events_of: Callable[[str], list[str]], text: str, wanted: str
) -> None:
    assert wanted in events_of(text)
