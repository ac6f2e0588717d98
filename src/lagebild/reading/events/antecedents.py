"""What pronouns and words of quantity stand for, where the article's actors do not say it.

The actors know whom *er* means where it is a named actor; *sie* for the soldiers of the sentence before,
*seines Landes* for the subject's own and *die Mehrheit der Truppe* are settled here, by form.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, Words, sentence, sentences_back
from lagebild.reading.analysis import ActorFound
from lagebild.reading.events.words import is_people, lemma, preposition

_RELATIVE: Final = frozenset(["PRELS", "PRELAT", "PWS"])
#: Pronouns for people with the gender of one of them; *sie* and *ihnen* also for several.
_PRONOUNS: Final = {"sie": "Fem", "ihnen": "", "ihr": "Fem", "er": "Masc", "ihn": "Masc", "ihm": "Masc"}
#: Demonstratives for who was named last, with the gender of one.
_POINTING: Final = {"dieser": "Masc", "diese": "Fem"}
_NEIGHBOURS: Final = frozenset(
    [
        "nachbarland",
        "nachbarstaat",
        "nachbarstaats",
        "gegenseite",
        "erzfeind",
        "erzfeindes",
        "erzrivale",
        "erzrivalen",
    ]
)
#: Forms of a word that is one neighbour or several, and what stands before it where it is one: not *den Nachbarn*.
_NEIGHBOUR: Final = {
    "nachbar": frozenset(["der"]),
    "nachbarn": frozenset(["dem", "des", "vom", "beim", "zum"]),
}
_BEFORE: Final = frozenset(["das", "dem", "den", "der", "die", "des"])
_ARGUMENTS: Final = frozenset(["nsubj", "nsubj:pass", "obj", "iobj"])
_SUBJECT: Final = frozenset(["nsubj", "nsubj:pass"])
#: Nouns that only say how much of what stands in their genitive or behind *von*.
_QUANTITIES: Final = frozenset(
    ["Mehrheit", "Großteil", "Teil", "Hälfte", "Drittel", "Viertel", "Anzahl", "Zahl", "Reihe", "Vielzahl", "Mehrzahl",
     "Rest", "Prozent", "Dutzend", "Dutzende", "Hunderte", "Tausende", "Zehntausende", "Hunderttausende",
     "Gruppe", "Kreis", "Million", "Handvoll"]
)  # fmt: skip
#: Verbs of being one of several.
_BELONGING: Final = frozenset(["gehören", "zählen"])
_MORE: Final = frozenset(["mehr", "weniger"])
_CLIMB: Final = 6
#: Tokens to look back through at most, where a sentence has no end.
_FARTHEST: Final = 200
#: How far behind an office the comma before its holder may stand, and what may stand between.
_APPOSED: Final = 12
_PHRASE: Final = frozenset(
    ["ART", "ADJA", "NN", "NE", "APPR", "APPRART", "KON", "CARD", "PPOSAT", "TRUNC", "FM"]
)


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun, a plural pronoun or the *ich* of direct words stands for; other tokens
    stand for themselves."""
    tag = token.tag_
    if tag in ("NN", "NE"):
        return token
    # *was* takes up a whole clause; a relative pronoun may have been taken for an article.
    if (tag in _RELATIVE or tag == "ART") and token.lower_ != "was":
        return _member(_of_relative(token))
    speaker: int | None = token.doc._.speaker_at.get(token.i)
    if speaker is not None:
        return token.doc[speaker]
    if tag == "PPER" and token.lower_ in _PRONOUNS:
        return _people_before(token) or token
    if tag == "PDS" and token.lower_ in _POINTING:
        return _people_last(token) or token
    return token


def _people_last(pronoun: Token) -> Token | None:
    """The last people or office told of before *dieser*, *diese*, where the actors know of nobody."""
    doc = pronoun.doc
    if pronoun.i in doc._.actor_at:
        return None
    several = pronoun.head.tag_.endswith("FIN") and pronoun.head.morph.get("Number", []) == ["Plur"]
    for i in range(pronoun.i - 1, sentences_back(pronoun, 1) - 1, -1):
        noun = doc[i]
        if noun.tag_ == "NN" and _fits(noun, several, _POINTING[pronoun.lower_]):
            return noun if is_people(noun) else None
    return None


def _of_relative(token: Token) -> Token:
    at = token
    for _ in range(12):
        if at.dep_.startswith("acl") and at.head.i < token.i:
            nominal = at.head.pos_ in ("NOUN", "PROPN", "PRON", "DET", "NUM")
            return at.head if nominal and _agrees(at.head, token) else _nearest(token) or at.head
        if at.head.i == at.i:
            break
        at = at.head
    before = token.nbor(-1) if token.i > 0 else token
    if before.text == "," and token.i > 1:
        noun = token.nbor(-2)
        if noun.pos_ in ("NOUN", "PROPN"):
            named = token.doc._.actor_at
            meant, owner = named.get(token.i), noun.nbor(-1) if noun.i > 0 else noun
            # *der Präsident Malis, dem*: the actors know that it is he.
            return owner if meant and named.get(noun.i) is not meant and named.get(owner.i) is meant else noun
        return _before_verb(token, noun) or token
    return token


def _member(noun: Token) -> Token:
    """Who is said to be one of those: *Indien gehört zu den Staaten, die …*; else the noun itself."""
    verb = noun.head
    if noun.tag_ != "NN" or verb.lemma_ not in _BELONGING:
        return noun
    if not any(child.lower_ in ("zu", "zum", "zur") for child in noun.children):
        return noun
    return next((child for child in verb.children if child.dep_ == "nsubj"), noun)


def _nearest(pronoun: Token) -> Token | None:
    """The last noun before the pronoun's clause that agrees: *brach die Beziehungen zum Iran ab, dem es …*."""
    doc = pronoun.doc
    for i in range(pronoun.i - 2, max(sentence(pronoun).start, pronoun.i - 6) - 1, -1):
        named = doc._.actor_at.get(i) if doc[i].tag_ == "NE" else None
        if named is not None and named.kind == "person":
            return doc[i]  # *die Politik Meiers, der …*: of names no tag is sure
        if doc[i].pos_ in ("NOUN", "PROPN") and doc[i].morph.get("Number", []) and _agrees(doc[i], pronoun):
            return doc[i]
    return None


def _before_verb(pronoun: Token, verb: Token) -> Token | None:
    """The object or subject that a relative clause behind the verb takes up: *hat Soldaten entsandt, die …*."""
    if verb.tag_[:1] != "V":
        return None
    while verb.dep_ in ("aux", "aux:pass", "cop") and verb.head.i != verb.i:
        verb = verb.head
    for child in sorted(verb.lefts, key=_position, reverse=True):
        held = child.dep_ in _ARGUMENTS or (child.dep_ == "obl" and is_people(child))
        if held and child.tag_ in ("NN", "NE") and _agrees(child, pronoun):
            return child
    return None


def _position(token: Token) -> int:
    return token.i


def _agrees(noun: Token, pronoun: Token) -> bool:
    """Whether number, and in the singular gender, do not speak against it."""
    number, wanted = noun.morph.get("Number", []), pronoun.morph.get("Number", [])
    if pronoun.lower_ == "denen":
        wanted = ["Plur"]
    if number and wanted and number != wanted:
        return False
    gender, asked = noun.morph.get("Gender", []), pronoun.morph.get("Gender", [])
    return number == ["Plur"] or not gender or not asked or gender == asked


def _people_before(pronoun: Token) -> Token | None:
    """The people that the pronoun takes up: the last fitting subject before it, else the last fitting noun.

    Where the actors know whom it means, only people told of since then are taken, or one person
    where what they know is none.
    """
    doc = pronoun.doc
    several = _is_plural(pronoun)
    gender = _PRONOUNS[pronoun.lower_]
    first = sentences_back(pronoun, 1)
    best: Token | None = None
    tags, beside = doc.tags, _subject_beside(pronoun)
    taken = _people_before(beside) if beside is not None else None
    for i in range(pronoun.i - 1, max(first, pronoun.i - _FARTHEST) - 1, -1):
        noun = doc[i] if tags[i] == "NN" else None
        if noun is None or not _fits(noun, several, gender) or not is_people(noun):
            continue
        if taken is not None and noun.i == taken.i:
            continue
        if noun.dep_ in _SUBJECT:
            best = noun
            break
        best = best or noun
    named = doc._.actor_at.get(pronoun.i)
    if best is None or named is None:
        return best
    last = max((start for start, _ in named.mentions if start < pronoun.i), default=-1)
    if last >= best.i:
        return None
    return best if (best.dep_ in _SUBJECT if several else named.kind != "person") else None


def _subject_beside(pronoun: Token) -> Token | None:
    """The subject of an object pronoun's verb where it is a pronoun of the same kind: *als er auf ihn schoss*."""
    if pronoun.dep_ in _SUBJECT:
        return None
    for word in pronoun.head.children:
        if word.dep_ in _SUBJECT and word.i < pronoun.i and word.tag_ == "PPER" and word.lower_ in _PRONOUNS:
            return word
    return None


def _fits(noun: Token, several: bool, gender: str) -> bool:
    number = noun.morph.get("Number", [])
    if several:
        return number != ["Sing"]
    return number != ["Plur"] and noun.morph.get("Gender", []) == [gender]


def _is_plural(pronoun: Token) -> bool:
    if pronoun.lower_ != "sie":
        return pronoun.lower_ == "ihnen"
    if pronoun.dep_ in _SUBJECT:
        verb = pronoun.head
        for word in (verb, *verb.children):
            if word.tag_.endswith("FIN"):
                return word.morph.get("Number", []) == ["Plur"]
    return pronoun.morph.get("Number", []) == ["Plur"]


def whole_subject(possessive: Token) -> Token | None:
    """The subject of which *ihr* takes up every part: *Die USA und Südkorea begannen ihr Manöver*; None else."""
    if possessive.tag_ != "PPOSAT" or not possessive.lower_.startswith("ihr"):
        return None
    verb = possessive.head.head
    subjects = (child for child in verb.lefts if child.dep_ in _SUBJECT)
    subject = next((s for s in subjects if any(child.dep_ == "conj" for child in s.rights)), None)
    at = possessive.doc._.actor_at
    named = [at.get(noun.i) for noun in noun_phrases.conjuncts(subject)] if subject is not None else []
    return subject if len(named) > 1 and at.get(possessive.i) in named else None


def possessor(word: Token) -> Token:
    """The noun that a possessive stands for which points to its own clause's subject; else the word itself."""
    if word.tag_ != "PPOSAT" or word.i in word.doc._.actor_at:
        return word
    at = word.head
    for _ in range(_CLIMB):
        for child in at.children:
            if child.dep_ in _SUBJECT and child.i < word.i and not child.is_ancestor(word):
                return antecedent(child) if _may_own(child, word) else word
        if at.head.i == at.i:
            break
        at = at.head
    return word


def _may_own(subject: Token, word: Token) -> bool:
    plural = subject.morph.get("Number", []) == ["Plur"]
    feminine = subject.morph.get("Gender", []) == ["Fem"] and subject.tag_ != "NE"
    if word.lower_.startswith("sein"):
        return not plural and not feminine
    return plural or feminine or subject.tag_ == "NE"


def _genitive_behind(noun: Token) -> Token | None:
    """The genitive right behind the noun, whatever the parser hung it on."""
    doc, stop = noun.doc, min(sentence(noun).stop, noun.i + 5)
    if noun.i + 1 >= stop or doc[noun.i + 1].lower_ not in ("der", "des", "aller", "einer", "eines"):
        return None
    return next((doc[i] for i in range(noun.i + 2, stop) if doc[i].tag_ in ("NN", "NE")), None)


def counted(noun: Token) -> Token:
    """What a word of quantity counts: *Soldaten* of *Hunderte Soldaten*, *ein Großteil der Soldaten*, *mehr als
    2000 Soldaten*."""
    if noun.tag_ == "PIS" and noun.lower_ in _MORE:
        return _compared(noun) or noun
    if lemma(noun) not in _QUANTITIES and noun.text.capitalize() not in _QUANTITIES:
        return noun
    inner = noun_phrases.genitive(noun) or _genitive_behind(noun)
    if inner is not None:
        return inner
    for case, head in noun_phrases.attributes(noun):
        if preposition(case) in ("von", "aus"):
            return head
    after = noun.nbor(1) if noun.i + 1 < sentence(noun).stop else None
    if after is not None and after.lower_ == "von" and after.head.i > after.i:
        return after.head  # *hunderte von Christen*, whatever the phrase was hung on
    if after is not None and after.tag_ == "ADJA" and after.i + 1 < sentence(noun).stop:
        after = after.nbor(1)
    return after if after is not None and after.tag_ == "NN" and is_people(after) else noun


def _compared(pronoun: Token) -> Token | None:
    """The noun of *mehr als 2000 Kämpfer*, *weniger als die Hälfte der Soldaten*."""
    doc, i = pronoun.doc, pronoun.i + 1
    if i >= sentence(pronoun).stop or doc[i].lower_ != "als":
        return None
    while i + 1 < sentence(pronoun).stop and doc[i + 1].tag_ in ("CARD", "ADJA", "ART", "PIAT"):
        i += 1
    noun = doc[i + 1] if i + 1 < sentence(pronoun).stop else pronoun
    return counted(noun) if noun.tag_ == "NN" else None


def apposed_person(office: Token) -> Token | None:
    """The name behind the comma of an office: *der Präsident der Region Tibet, Qiangba Puncog,*."""
    doc, at = office.doc, office.doc._.actor_at
    for i in range(office.i + 1, min(sentence(office).stop - 1, office.i + _APPOSED)):
        if doc[i].text == ",":
            named = at.get(i + 1)
            return doc[i + 1] if named is not None and named.kind == "person" else None
        if doc[i].tag_ not in _PHRASE:
            return None
    return None


def neighbour_state(head: Token) -> ActorFound | None:
    """The other state of the sentence: *protestierte bei Mali und warf dem Nachbarland vor …*."""
    articles = {child.lower_ for child in head.children}
    single = _NEIGHBOUR.get(head.lower_, _BEFORE if head.lower_ in _NEIGHBOURS else None)
    if single is None or articles.isdisjoint(single):
        return None
    at = head.doc._.actor_at
    here = {
        id(a): a for i in range(sentence(head).start, head.i) if (a := at.get(i)) is not None and a.country
    }
    states = [a for a in here.values() if a.kind == "state"]
    if len(states) == 2:
        last: ActorFound = states[-1]
        return last
    return _other_of_pair(head.doc, {a.country for a in here.values()})


def _other_of_pair(doc: Words, named: set[str | None]) -> ActorFound | None:
    """Of the two states that the article names most, the one that is not named here, where the other is."""
    counts = {a.country: a for a in doc._.actors if a.kind == "state"}
    ranked = sorted(counts.values(), key=lambda a: (-len(a.mentions), a.name))[:3]
    if len(ranked) < 2 or len(ranked[1].mentions) < 2:
        return None
    if len(ranked) == 3 and len(ranked[2].mentions) == len(ranked[1].mentions):
        return None
    others: list[ActorFound] = [a for a in ranked[:2] if a.country not in named]
    return others[0] if len(others) == 1 and named <= {a.country for a in ranked[:2]} else None
