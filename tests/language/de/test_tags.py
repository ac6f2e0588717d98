"""Tags that neighbours contradict."""

from __future__ import annotations

import pytest

from lagebild.language.de.tags import mend


def mended(text: str) -> list[tuple[int, str]]:
    """What is mended in words written as word/TAG."""
    pairs = [part.rsplit("/", 1) for part in text.split()]
    words = [word for word, _ in pairs]
    return list(mend(words, [word.lower() for word in words], [tag for _, tag in pairs]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Das/ART stimmt/VVFIN ./$.", [(0, "PDS")]),
        ("Das/ART Haus/NN steht/VVFIN ./$.", []),
        ("das/ART sehr/ADV alte/ADJA Haus/NN", []),
        ("Alle/PIS kennen/VVFIN Leute/NN die/ART dort/ADV warten/VVFIN ./$.", [(3, "PRELS")]),
        ("ein/ART Gesetz/NN ,/$, welches/PWAT die/ART Stadt/NN erließ/VVFIN ./$.", [(3, "PRELS")]),
        ("die/ART Frage/NN ,/$, welche/PWAT der/ART Städte/NN siegte/VVFIN ./$.", []),
        ("Sie/PPER fragten/VVFIN ,/$, welches/PWAT die/ART Stadt/NN sei/VAFIN ./$.", []),
        ("Wir/PPER lassen/VVFIN uns/PPER nicht/PTKNEG beirren/VVINF ./$.", [(2, "PRF")]),
        ("Er/PPER lässt/VVFIN uns/PPER warten/VVINF ./$.", []),
        ("Wir/PPER bitten/VVFIN sie/PPER ,/$, uns/PPER zu/PTKZU helfen/VVINF ./$.", []),
        ("Wir/PPER haben/VAFIN Angst/NN um/APPR uns/PPER ./$.", []),
        ("Zeugin/NN Katja/NE Wolle/VMFIN schwieg/VVFIN ./$.", [(2, "NE")]),
        ("Das/PDS lehnte/VVFIN Abhisit/PPER ab/PTKVZ ./$.", [(2, "NE")]),
        ("Heute/ADV kam/VVFIN Ihr/PPER Brief/NN ./$.", []),
        ("Dort/ADV kam/VVFIN es/PPER zu/PTKZU Kämpfen/VVINF ./$.", [(4, "NN"), (3, "APPR")]),
        ("Sie/PPER begann/VVFIN zu/PTKZU kämpfen/VVINF ./$.", []),
        (
            "der/ART Mann/NN ,/$, dem/ART Kuba/NE Asyl/NN gewährt/VVPP hat/VAFIN ,/$, schwieg/VVFIN",
            [(3, "PRELS")],
        ),
        ("dass/KOUS Rom/NE ,/$, dem/ART Iran/NE hilft/VVFIN ./$.", []),
        ("Staaten/NN ,/$, dem/ART Iran/NE und/KON Kuba/NE half/VVFIN ./$.", []),
        ("Lula/NE ,/$, der/ART Peru/NE lange/ADV stützte/VVFIN ,/$, sprach/VVFIN ./$.", [(2, "PRELS")]),
        ("Lula/NE ,/$, der/ART Maduro/NN gestützt/VVPP hatte/VAFIN ,/$, sprach/VVFIN ./$.", [(2, "PRELS")]),
        ("So/ADV der/ART Sprecher/NN ,/$, der/ART Iran/NE verhandle/VVFIN ./$.", []),
        ("So/ADV der/ART Sprecher/NN ,/$, der/ART Rat/NN des/ART Landes/NN tage/VVFIN ./$.", []),
        ("KEINER/PIS WILL/VMFIN DAS/PDS", []),
        (":/$. Will/VMFIN er/PPER ?/$.", []),
        ("Gut/ADJD ,/$, '/PPER sagte/VVFIN er/PPER ./$.", [(2, "$(")]),
    ],
)
def test_only_what_is_contradicted_is_mended(text: str, expected: list[tuple[int, str]]) -> None:
    assert mended(text) == expected
