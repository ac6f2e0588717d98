"""What the rules may ask of a clause."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from lagebild.language.clause import Clause
from lagebild.language.tokens import Token, sentence
from lagebild.reading.certainty.moment import Moments
from lagebild.reading.certainty.negation import negations
from lagebild.reading.certainty.scene import Scene, modal, mood, unreal
from lagebild.reading.certainty.words import words

#: Adverbs of what follows where something is not done.
_ELSE: Final = frozenset(["andernfalls", "anderenfalls", "sonst", "ansonsten"])


def features(scene: Scene, moments: Moments, clause: Clause) -> dict[str, Any]:
    """The features of a clause by the names that rule files use."""
    outer = modal(clause)
    finite = clause.finite
    anchor = finite or clause.predicate
    perfect = clause.perfect_infinitive or _perfect_inside(clause, outer)
    return {
        "modal": outer.lemma_ if outer is not None else "",
        "form": outer.lower_[:5] if outer is not None else "",
        "mood": mood(clause),
        "tense": _tense(clause, outer),
        "infinitive": "perfect" if perfect else "plain",
        "negated": bool(negations(clause)),
        "stative": clause.lemma in words().statives or clause.copula is not None or _to_be_done(clause),
        "reported": scene.reported(anchor.i) or _told(clause) or accuser(scene, clause) is not None,
        "cited": scene.cited(anchor.i),
        "relation": relation(clause),
        "marker": marker(clause),
        "question": clause.question,
        "würde": finite is not None and finite.lemma_ == "werden" and not _passive(clause),
        "time": moments.side(clause),
        "ahead": _ahead(clause.parent),
        "else": any(scene.lower[i] in _ELSE for i in clause.tokens) or _on_condition(scene, clause),
        "if": _if(scene, clause)
        or (clause.copula is None and _on_condition(scene, clause) and not _has_content(clause.lemma)),
        "unreal-if": _on_unreal(scene, clause),
        "degree": _degree(clause.parent),
        "until": moments.until(clause),
        "known": _known(clause),
        "above": clause.parent.tense if clause.parent is not None else "",
    }


def _known(clause: Clause) -> bool:
    """Whether it is a *dass*-clause under a word of knowing: *es stellte sich heraus, dass*."""
    if clause.parent is None or marker(clause) not in ("dass", "daß"):
        return False
    verb = words().verbs.get((clause.parent.lemma, "dass"))
    return verb is not None and verb.kind == "factive"


#: What *zu* makes too much of: *zu schwach, zu beschäftigt, zu sehr*.
_GRADED: Final = frozenset(["ADJD", "VVPP", "ADV", "PIS"])


def _degree(above: Clause | None) -> str:
    """Whether the clause above says too much of something, or enough: *zu schwach, um …*, *stark genug, um …*."""
    if above is None:
        return ""
    doc = above.predicate.doc
    own = [doc[i] for i in above.tokens]
    too = any(
        t.lower_ == "allzu" or (t.lower_ == "zu" and t.i + 1 < len(doc) and doc[t.i + 1].tag_ in _GRADED)
        for t in own
    )
    enough = any(t.lower_ in ("genug", "genügend", "ausreichend") for t in own)
    if not (too or enough):
        return ""
    return "too" if too != bool(negations(above)) else "enough"


#: Modal verbs whose clause looks ahead.
_LOOKING_AHEAD: Final = frozenset(["sollen", "wollen", "müssen", "dürfen"])


def _ahead(above: Clause | None) -> bool:
    """Whether the clause above tells what is to be or would be: *soll es erst geben*, *wird kommen*, *würde helfen*."""
    if above is None or above.perfect_infinitive or above.finite is None:
        return False
    unreal = mood(above) == "konjunktiv2"  # *würde helfen, wenn …*
    return unreal or above.tense == "future" or any(modal.lemma_ in _LOOKING_AHEAD for modal in above.modals)


def _passive(clause: Clause) -> bool:
    """Whether *werden* makes the passive of now and not what is to come: *sie würden oft angegriffen*."""
    infinitive = any(t.lower_ == "werden" and t != clause.finite for t in clause.auxiliaries)
    return clause.voice == "passive" and not infinitive


def _tense(clause: Clause, outer: Token | None) -> str:
    if outer is not None and not clause.modals:
        return "present"
    if mood(clause) == "konjunktiv2" and clause.tense == "perfect":
        return "pluperfect"
    return clause.tense


def _perfect_inside(clause: Clause, outer: Token | None) -> bool:
    """A participle with *haben* or *sein* behind it, under a modal or *werden*."""
    word = clause.predicate
    if word.tag_ not in ("VVPP", "VVINF") or (outer is None and clause.tense != "future"):
        return False
    if word.tag_ == "VVPP" and clause.voice == "active" and _perfect_of_several(word):
        return True
    behind = [t.lower_ for t in word.doc.tokens[word.i + 1 : sentence(word).stop][:2]]
    return (
        behind[:1] == ["haben"]
        or (behind[:1] == ["sein"] and word.tag_ == "VVPP")
        or behind == ["worden", "sein"]
    )


def _perfect_of_several(word: Token) -> bool:
    """Whether *haben* behind the last participle of a list is that of the first too: *sollen ihn ergriffen, geschlagen und
    getötet haben*."""
    last = word
    for token in word.doc.tokens[word.i + 1 : sentence(word).stop]:
        if token.tag_.endswith("FIN") and token.lower_ != "haben":
            return False
        if token.lower_ == "haben" and last is not word and last.i == token.i - 1:
            return True
        last = token if token.tag_ == "VVPP" else last
    return False


def relation(clause: Clause) -> str:
    """The relation of the clause, mended where its own words show another one."""
    if marker(clause) in ("dass", "daß", "ob") and clause.relation in ("main", "coordinated"):
        return "complement"
    if clause.finite is None and _has_zu(clause) and clause.relation == "coordinated":
        first = clause.parent  # *…, das Dorf angegriffen und Häuser zerstört zu haben* go under one verb
        shares = first is not None and (first.relation == "infinitive" or _zu_clause(first))
        return "coordinated" if shares else "infinitive"
    if _shares_modal(clause):
        return "coordinated"
    if clause.relation in ("main", "complement", "adverbial", "coordinated") and _verb_first(clause):
        return "conditional"
    if clause.relation == "conditional" and clause.marker is None and _after_fronted(clause):
        return "main"
    if clause.relation == "relative" and clause.marker is not None and clause.marker.tag_ == "PWAT":
        return "complement"  # *die Empfehlung, welcher Kandidat unterstützt werden sollte*
    return "complement" if clause.embedded else clause.relation


def _on_condition(scene: Scene, clause: Clause) -> bool:
    """Whether it will be only when something else is: *würden erst freigelassen, wenn …*."""
    if not any(scene.lower[i] in ("erst", "nur", "sofort") for i in clause.tokens):
        return False
    others = scene.sentence_clauses(clause.predicate.i)
    return any(c.parent is clause and marker(c) in ("wenn", "sobald", "falls") for c in others)


def _if(scene: Scene, clause: Clause) -> bool:
    """Whether it hangs on an open condition: *falls …, verhängt*, *sollte …, verhängt*; *wenn* may tell what is usual.

    Verbs with a content are of now, and what they tell hangs on the condition: *droht mit Krieg, falls …*.
    """
    return not _has_content(clause.lemma) and any(
        c.parent is clause and (marker(c) in _OPEN or (c.relation == "conditional" and marker(c) == ""))
        for c in scene.sentence_clauses(clause.predicate.i)
    )


def _only_if(scene: Scene, clause: Clause) -> bool:
    """Whether it is done only when something else is: *zieht die Truppen nur ab, wenn Kiew verhandelt*."""
    return clause.copula is None and not _has_content(clause.lemma) and _on_condition(scene, clause)


@cache
def _has_content(lemma: str) -> bool:
    """Whether the verb tells of what somebody says, plans or thinks; *verhängen*, *beginnen* only say that it takes
    place."""
    table = words().verbs
    return any(word == lemma and entry.kind != "occurrence" for (word, _), entry in table.items())


def _on_unreal(scene: Scene, clause: Clause) -> bool:
    """Whether it hangs on what did not happen: *hätte angegriffen, wenn sie geblieben wären*."""
    return any(
        c.parent is clause and (marker(c) in ("wenn", "falls") or c.relation == "conditional") and unreal(c)
        for c in scene.sentence_clauses(clause.predicate.i)
    )


#: Conjunctions of a condition that may come true or not.
_OPEN: Final = frozenset(["falls", "sofern", "wofern"])
#: Words beside which hätten, wären tell what did not happen.
_UNREAL: Final = frozenset(
    ["beinahe", "fast", "gern", "gerne", "lieber", "eigentlich", "sonst", "besser", "haar", "ohne"]
)
_ACCUSING: Final = frozenset(
    ["beschuldigen", "bezichtigen", "anklagen", "vorwerfen", "vorhalten", "kritisieren", "verurteilen", "rügen",
     "anprangern", "beklagen", "beschweren", "protestieren"]
)  # fmt: skip


def accuser(scene: Scene, clause: Clause) -> Clause | None:
    """The clause before that accuses, whose words *hätten, wären* of many go on with: *machte die Armee verantwortlich.
    Soldaten hätten geschossen*."""
    finite = clause.finite
    if (
        finite is None
        or finite.lower_ not in ("hätten", "wären")
        or clause.marker is not None
        or clause.modals
    ):
        return None
    if clause.relation not in ("main", "coordinated") or any(
        scene.lower[i] in _UNREAL for i in clause.tokens
    ):
        return None
    own = scene.sentence_clauses(finite.i)
    start = min((i for i in clause.tokens if scene.lower[i] not in (";", ",")), default=finite.i)
    begin = sentence(finite).start
    if any(c.relation == "conditional" or marker(c) in ("wenn", "falls") for c in own):
        return None
    split = begin < start and scene.lower[start - 1] == ";"
    if not split and start != begin:
        return None
    before = [c for c in own if c.predicate.i < start] if split else []
    if not split and begin > 0:
        before = scene.sentence_clauses(begin - 1)
    main = next((c for c in reversed(before) if c.relation == "main"), None)
    if main is None or main.negation:
        return None
    blames = main.lemma == "machen" and any(scene.lower[i] == "verantwortlich" for i in main.tokens)
    return main if blames or main.lemma in _ACCUSING else None


def _to_be_done(clause: Clause) -> bool:
    """*soll auf Bildern zu sehen sein* tells a state."""
    return _has_zu(clause) and any(t.lower_ == "sein" for t in clause.auxiliaries)


def _told(clause: Clause) -> bool:
    """Whether it is a *dass*-clause under a verb of saying or learning, also where no speech was found."""
    if clause.parent is None or clause.relation != "complement" or marker(clause) not in ("dass", "daß"):
        return False
    verb = words().verbs.get((clause.parent.lemma, "dass"))
    return verb is not None and verb.kind in ("speech", "factive", "admission")


def _shares_modal(clause: Clause) -> bool:
    """Whether a bare infinitive stands beside another one under a modal: *will wählen und Parteien verbieten*."""
    first = clause.parent
    if clause.finite is not None or clause.marker is not None or first is None or _has_zu(clause):
        return False
    bare = clause.predicate.tag_ == "VVINF" and first.predicate.tag_ == "VVINF"
    return bare and (bool(first.modals) or first.tense == "future") and not clause.modals


def _zu_clause(clause: Clause) -> bool:
    """Whether it is an infinitive with *um*, *ohne* or *statt*, which holds for the one joined to it too."""
    return clause.finite is None and clause.marker is not None and _has_zu(clause)


def _has_zu(clause: Clause) -> bool:
    return clause.predicate.tag_ == "VVIZU" or any(t.tag_ == "PTKZU" for t in clause.predicate.children)


def _after_fronted(clause: Clause) -> bool:
    """*Als sie einmarschierten, töteten sie …*: the verb follows a fronted clause; a condition inside a sentence
    shows itself by *sollte* or a Konjunktiv II."""
    finite = clause.finite
    if finite is None or finite.lower_.startswith("sollt") or mood(clause) == "konjunktiv2":
        return False
    before = finite.doc.tokens[sentence(finite).start : finite.i]
    return any(t.is_alpha and t.tag_ != "KON" for t in before)


def _verb_first(clause: Clause) -> bool:
    """*Sollte es dazu kommen, würde …*: the sentence begins with the verb and goes on with another one."""
    finite = clause.finite
    if finite is None or finite.i != sentence(finite).start or clause.mood == "imperative":
        return False
    doc, within, texts = finite.doc, sentence(finite), finite.doc.words
    if "?" in texts[max(within.start, within.stop - 2) : within.stop]:
        return False
    return any(
        doc[i].text == "," and (doc[i + 1].tag_.endswith("FIN") or doc[i + 1].lower_ in ("so", "dann"))
        for i in range(finite.i + 2, within.stop - 1)
    )


def _unless(above: Clause | None) -> bool:
    """Whether the clause above is *es sei denn*."""
    finite = above.finite if above is not None else None
    return finite is not None and finite.lower_ == "sei" and finite.nbor(1).lower_ == "denn"


def _as_though(clause: Clause) -> bool:
    """Whether the verb follows *als* at once: *es sieht so aus, als ziehe die Armee ab*."""
    finite = clause.finite
    if finite is None or finite.i == 0 or clause.mood not in ("konjunktiv1", "konjunktiv2"):
        return False
    return finite.nbor(-1).lower_ == "als" and finite.nbor(-1).tag_ in ("KOKOM", "KOUS")


def marker(clause: Clause) -> str:
    """The conjunction of the clause in small letters, with the word that it forms one with (*ohne dass*)."""
    token = clause.marker
    if token is None:
        return "es sei denn" if _unless(clause.parent) else "als ob" if _as_though(clause) else ""
    word = token.lower_
    before = token.nbor(-1).lower_ if token.i > sentence(token).start else ""
    if word in ("dass", "daß") and before in ("ohne", "statt", "anstatt", "auf"):
        return f"{before} dass"
    if word in ("ob", "wenn") and before == "als":
        return f"als {word}"
    if word == "wenn" and before == "auch":
        return "auch wenn"  # grants what is so
    return word
