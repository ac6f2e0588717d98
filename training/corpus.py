"""Treebanks and entity corpora as one kind of sentence, in the conventions of UD German GSD.

The three treebanks differ; what can be mapped without loss is mapped, what cannot is left
out of the loss (`None`). `training/README.md` lists the differences found.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from text import TOKEN

#: Features predicted one by one; the rest of a bundle is one class.
SINGLE = ("Case", "Gender", "Number", "Person", "Tense", "Mood", "VerbForm", "Degree")
#: Features neither set nor learned: annotated in one treebank only, or as good as never.
IGNORED = {"AdpType", "PunctType", "Variant", "Aspect", "VerbType", "PartType", "ConjType", "Hyph", "Typo", "ExtPos",
           "Abbr", "Voice", "InflectionType"}  # fmt: skip
TAGS = {"PROAV": "PAV", "PIDAT": "PIAT"}
LABELS = {"acl:relcl": "acl", "flat:name": "flat", "obl:tmod": "obl", "nmod:poss": "nmod", "expl:pv": "obj",
          "iobj": "obl:arg", "nsubj:outer": "nsubj", "csubj:pass": "csubj", "cc:preconj": "cc", "fixed": "fixed",
          "reparandum": "dep", "orphan": "dep", "discourse": "advmod", "vocative": "dep"}  # fmt: skip
INDICATIVE = re.compile(
    r"(t|^sind|^war|^waren|^kann|^muss|^darf|^will|^wurde|^wurden|^hatte|^hatten|^ging.*|^kam)$"
)


@dataclass(slots=True)
class Sentence:
    """Words with what is known of each; `None` where a source does not say.

    `heads` counts from 0, a root is its own head; `entities` are BIO labels.
    """

    words: list[str]
    tags: list[str | None]
    pos: list[str | None]
    morph: list[dict[str, str | None] | None]
    heads: list[int] | None
    labels: list[str | None]
    entities: list[str] | None = None
    source: str = ""
    fused: list[tuple[int, str]] = field(default_factory=list)


def treebank(path: Path) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file, mapped to the conventions of GSD."""
    source, rows, fused = path.stem, [], []
    for line in [*path.read_text(encoding="utf8").split("\n"), ""]:
        if line.startswith("#"):
            continue
        if line:
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
            elif "-" in columns[0]:
                fused.append((int(columns[0].split("-")[0]) - 1, columns[1]))
        elif rows:
            yield _sentence(rows, fused, source)
            rows, fused = [], []


def _sentence(rows: list[list[str]], fused: list[tuple[int, str]], source: str) -> Sentence:
    heads = [int(c[6]) - 1 if c[6] != "0" else i for i, c in enumerate(rows)]
    cases = {heads[i] for i, c in enumerate(rows) if c[7] == "case"}
    datives = {heads[i] for i, c in enumerate(rows) if c[7].startswith("det") and "Case=Dat" in c[5]}
    sentence = Sentence([c[1] for c in rows], [], [c[3] for c in rows], [], heads, [], None, source, fused)
    for i, c in enumerate(rows):
        tag: str | None = TAGS.get(c[4], c[4])
        label: str | None = LABELS.get(c[7], c[7])
        feats: dict[str, str | None] = dict(f.split("=", 1) for f in c[5].split("|") if "=" in f)  # type: ignore[misc]
        feats = {k: v for k, v in feats.items() if k not in IGNORED and "[psor]" not in k}
        if source == "pud":
            tag = _pud_tag(c)
            feats["VerbForm"] = None if c[3] in ("VERB", "AUX") else feats.get("VerbForm")
            if tag in ("VVFIN", "VAFIN", "VMFIN"):
                feats["VerbForm"] = "Fin"
        if source == "hdt-part":
            if label == "obj" and (i in cases or c[4] in ("PROAV", "PAV")):
                label = "advmod" if c[4] in ("PROAV", "PAV") else "obl"
            elif label == "obj" and ("Case=Dat" in c[5] or i in datives):
                label = "obl:arg"
            if c[3] in ("NOUN", "PROPN", "ADJ") and "Case" not in feats:
                feats["Case"] = None
            for name in ("Gender", "Number"):
                if c[3] in ("PROPN", "DET", "ADJ", "PRON") and name not in feats:
                    feats[name] = None
            if feats.get("Gender") == "Masc,Neut":
                feats["Gender"] = None
            feats["Degree"] = feats.get("Degree") if c[3] == "ADJ" else None
            # HDT knows no Konjunktiv: only forms that cannot be one are surely indicative.
            if feats.get("Mood") == "Ind" and not INDICATIVE.search(c[1].lower()):
                feats["Mood"] = None
            if c[3] == "AUX" and c[7] not in ("aux", "aux:pass", "cop"):
                sentence.pos[i] = "VERB"
        if source == "pud" or source == "hdt-part":
            feats["Rest"] = None
        sentence.tags.append(tag)
        sentence.labels.append(label)
        sentence.morph.append(feats)
    return sentence


def _pud_tag(c: list[str]) -> str | None:
    """The STTS tag where a word of PUD, tagged otherwise, leaves no doubt."""
    word, low, pos, tag = c[1], c[1].lower(), c[3], c[4]
    kind = {"haben": "VA", "sein": "VA", "werden": "VA", "können": "VM", "müssen": "VM", "sollen": "VM", "wollen": "VM",
            "dürfen": "VM", "mögen": "VM"}.get(c[2], "VV")  # fmt: skip
    if pos in ("VERB", "AUX") and tag == "VBC":
        return "VVIMP" if "Mood=Imp" in c[5] else kind + "FIN"
    if pos in ("VERB", "AUX") and tag == "VBN":
        return kind + "PP"
    if tag == "VB" and pos in ("VERB", "AUX"):
        return "VVIZU" if "zu" in low[2:] and not low.startswith("zu") and c[2] != low else kind + "INF"
    sure = {"NOUN": "NN", "NUM": "CARD", "CCONJ": "KON"}
    if pos == "DET" and "PronType=Art" in c[5]:
        return "ART"
    if pos == "DET" and "Poss=Yes" in c[5]:
        return "PPOSAT"
    if pos == "PUNCT":
        return "$," if word == "," else "$." if word in ".!?:;…" else "$("
    if low in ("dass", "weil", "wenn", "obwohl", "nachdem", "während", "bevor", "falls") and pos == "SCONJ":
        return "KOUS"
    if low == "nicht":
        return "PTKNEG"
    if low == "zu":
        return {"mark": "PTKZU", "case": "APPR", "compound:prt": "PTKVZ", "advmod": "PTKA"}.get(c[7])
    if c[7] == "compound:prt":
        return "PTKVZ"
    if pos == "ADP" and c[7] == "case" and low != "als" and low != "wie":
        return "APPR"
    if pos == "ADJ" and c[7] == "amod" and tag == "JJ":
        return "ADJA"
    if pos == "PRON" and "Reflex=Yes" in c[5]:
        return "PRF"
    if pos == "PRON" and tag == "PRP":
        return "PPER"
    if pos == "PRON" and tag == "REL":
        return "PRELS"
    if tag == "NNP" and pos == "PROPN":
        return "NE"
    return (
        sure.get(pos)
        if tag not in ("NNA", "SYM") and low not in ("als", "wie", "doch", "bis", "statt")
        else None
    )


def fuse(sentence: Sentence) -> Sentence:
    """The sentence as it is written: ``an dem`` back in one word ``am``, tag APPRART."""
    if not sentence.fused:
        return sentence
    gone = {first + 1 for first, _ in sentence.fused}
    names = dict(sentence.fused)
    places: dict[int, int] = {}
    for i in range(len(sentence.words)):
        places[i] = len(set(range(i)) - gone)
    for first in names:
        places[first + 1] = places[first]
    keep = [i for i in range(len(sentence.words)) if i not in gone]
    tags, morph = list(sentence.tags), list(sentence.morph)
    for first in names:
        tags[first] = "APPRART"
        article = morph[first + 1]
        morph[first] = {**article, "Rest": None} if article is not None else None
    return Sentence(
        [names.get(i, sentence.words[i]) for i in keep],
        [tags[i] for i in keep],
        [sentence.pos[i] for i in keep],
        [morph[i] for i in keep],
        [places[sentence.heads[i]] for i in keep] if sentence.heads is not None else None,
        [sentence.labels[i] for i in keep],
        None,
        sentence.source,
    )


def entity_sentences(path: Path) -> Iterator[Sentence]:
    """Sentences with BIO entities and nothing else; -deriv forms are no names here, -part neither."""
    with path.open(encoding="utf8") as lines:
        for line in lines:
            document = json.loads(line)
            spans = [(a, b, {"OTH": "MISC"}.get(k, k)) for a, b, k in document["entities"]]
            start = 0
            for part in document["text"].split("\n"):
                yield from _split(part, [(a - start, b - start, k) for a, b, k in spans], path.stem)
                start += len(part) + 1


def _split(text: str, spans: list[tuple[int, int, str]], source: str) -> Iterator[Sentence]:
    words: list[str] = []
    marks: list[str] = []
    # SmartData marks adjectives too (*italienische* as LOC): a name starts with no small letter here.
    named = [
        s for s in spans if s[2] in ("PER", "LOC", "ORG", "MISC") and not text[max(s[0], 0) :][:1].islower()
    ]
    begins = {a: (b, kind) for a, b, kind in named}
    inside: tuple[int, str] | None = None
    found = list(TOKEN.finditer(text))
    for n, match in enumerate(found):
        words.append(match.group())
        if inside is not None and match.start() >= inside[0]:
            inside = None
        begun = next((begins[at] for at in range(match.start(), match.end()) if at in begins), None)
        if begun is not None and inside is None:
            inside = begun
            marks.append("B-" + begun[1])
        else:
            marks.append("I-" + inside[1] if inside is not None else "O")
        following = found[n + 1].group() if n + 1 < len(found) else ""
        ended = (match.group() in ".!?" and following[:1].isupper()) or len(words) > 100
        if (ended and inside is None) or n + 1 == len(found):
            blank: list[None] = [None] * len(words)
            yield Sentence(words, list(blank), list(blank), list(blank), None, list(blank), marks, source)
            words, marks = [], []


def gsd_halves(data: Path) -> tuple[list[Sentence], list[Sentence]]:
    """Blocks of 40 sentences of gsd-dev, every other one: the half to train on and the half to report on."""
    sentences = list(treebank(data / "treebank/gsd-dev.conllu"))
    blocks = [sentences[i : i + 40] for i in range(0, len(sentences), 40)]
    return [s for b in blocks[::2] for s in b], [s for b in blocks[1::2] for s in b]


def shuffled(sentences: list[Sentence], seed: int) -> list[Sentence]:
    """The same sentences in an order that depends on the seed only."""
    order = list(sentences)
    random.Random(seed).shuffle(order)
    return order
