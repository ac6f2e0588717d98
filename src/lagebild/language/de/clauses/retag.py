"""Tags that the form of a word or its neighbours contradict, mended before clauses are looked for.

Only what is certain by form: *abgelehnt* is a participle, *herauszuschlagen* a zu-infinitive, *dessen*
behind a comma opens a relative clause, *damit wir* a clause of purpose.
"""

from __future__ import annotations

from typing import Final

from lagebild.language.de.clauses.participles import participle_behind_comma, participle_in_commas
from lagebild.language.de.clauses.phrases import WORDS as PHRASES
from lagebild.language.de.clauses.phrases import mend_nested, mend_phrase
from lagebild.language.de.clauses.preterites import (
    is_preterite,
    make_verb,
    weak_preterites,
)
from lagebild.language.de.clauses.tree import FINITE, NONFINITE, PUNCTUATION, Tree, relemma
from lagebild.language.de.clauses.verbless import finite_missing, headline_participle, in_attribute
from lagebild.language.de.clauses.words import words
from lagebild.language.de.lemma import known_prefixes, shipped, split_infinitive, split_participle
from lagebild.language.de.mood import moods
from lagebild.language.de.verb_forms import strong_preterites

_OPENERS_BY_FORM: Final = {"dessen": "PRELAT", "deren": "PRELAT", "denen": "PRELS"}
_MISTAKEN_OPENERS: Final = frozenset(["PAV", "KOKOM", "ADV", "APPR", "PTKVZ"])
_NOMINATIVE: Final = frozenset(["ich", "du", "er", "sie", "es", "wir", "man"])
#: Around these a word in small letters is an adjective or noun of a phrase.
_PHRASE_GOES_ON: Final = frozenset(["NN", "ADJA", "KON"])
_PHRASE_BEFORE: Final = frozenset(["ART", "ADJA", "APPR", "APPRART", "PPOSAT", "PDAT"])
_INFINITIVES: Final = frozenset(["VVINF", "VVIZU"])
_VERBS: Final = _INFINITIVES | {"VVFIN", "VVPP"}
#: All other words pass unseen.
_MENDED_TAGS: Final = _VERBS | _MISTAKEN_OPENERS | {"NN", "ADV", "ADJD"}
_MENDED_WORDS: Final = frozenset([*_OPENERS_BY_FORM, "allem", "waren", "ihr"])
#: Forms of *werden* that with an infinitive tell what is to come.
_WILL: Final = frozenset(["wird", "werde", "werden", "würde", "würden"])
#: Relations of an auxiliary to its verb, which no noun has.
_OF_VERBS: Final = frozenset(["aux", "aux:pass", "cop"])
#: Relations of a noun to a noun before the verb between them.
_JOINED: Final = frozenset(["conj", "appos", "flat", "flat:name", "nmod"])
#: Behind these a capital letter says nothing of the word.
_BEGINNINGS: Final = frozenset([":", "„", "“", "”", '"', "»", "«", "–", "(", "..."])


def retag(tree: Tree, begin: int, end: int) -> None:
    """Mend the tags of one sentence in place."""
    preterites = strong_preterites()
    _people_first(tree, begin, end)
    for i, (tag, word) in enumerate(zip(tree.tags[begin:end], tree.lower[begin:end], strict=True), begin):
        if word in PHRASES:
            mend_phrase(tree, i, begin, end)
        if (
            tag == "APPR"
            and begin + 1 < i < end - 1
            and tree.tags[i - 1] == "ART"
            and tree.tags[i - 2] == "APPR"
        ):
            mend_nested(tree, i - 1, end)
        if tag in PUNCTUATION and tree.children[i] and tree.heads[i] != i:
            for child in list(tree.children[i]):
                tree.attach(child, tree.heads[i], tree.deps[child])  # no mark governs a word
        if i == end - 1 and i > begin + 1 and (tag in PUNCTUATION or tag == "APPR") and _is_prefix(word):
            _prefix_at_the_end(tree, i, begin)
        elif tag == "APPR" and tree.deps[i] == "compound:prt" and i + 1 < end:
            _preposition_for_prefix(tree, i)
        if word == "bin" and _in_name(tree, i, begin, end):
            _name_particle(tree, i)
            continue
        if word in preterites and i > begin and tree.words[i] == word and _is_lost(tree, i):
            _preterite(tree, i)
            continue
        if tag not in _MENDED_TAGS and word not in _MENDED_WORDS:
            continue
        _mend_tag(tree, i, tag, word, begin, end)
    weak_preterites(tree, begin, end)
    finite_missing(tree, begin, end)
    headline_participle(tree, begin, end)
    for i, tag in enumerate(tree.tags[begin:end], begin):
        if tag == "VVPP" and _will_do(tree, i):
            relemma(tree, i, "VVINF")


def _people_first(tree: Tree, begin: int, end: int) -> None:
    """An adjective alone before the finite verb is a noun for people, also one joined to another: *Bewaffnete überfielen
    ein Dorf*, *Grüne und Linke lehnen ab*."""
    last = begin
    if begin + 3 < end and tree.lower[begin + 1] in ("und", "oder") and tree.words[begin + 2][:1].isupper():
        last = begin + 2
    if last + 1 >= end or tree.tags[last + 1] not in FINITE:
        return
    for i in {begin, last}:
        if tree.tags[i] == "ADJA" and tree.lower[i][-1:] in ("e", "r"):
            tree.tags[i] = "NN"
            tree.morph[i] = {"Case": "Nom", "Number": tree.morph[last + 1].get("Number", "Plur")}
            if i == begin:
                _make_subject(tree, begin, last + 1)


def _make_subject(tree: Tree, noun: int, finite: int) -> None:
    """Make a noun the subject of the verb of its clause, unless that has another."""
    verb = finite if tree.tags[tree.heads[finite]] not in NONFINITE else tree.heads[finite]
    if not any(tree.deps[k].startswith("nsubj") for k in tree.children[verb] if k != noun):
        tree.hang(noun, verb, "nsubj")


def _will_do(tree: Tree, i: int) -> bool:
    """Whether a participle that looks as its infinitive is one behind *werden*, as it has an object: *wird den Gast
    empfangen*, *werde die Stadt verlassen*."""
    word, children = tree.lower[i], tree.children[i]
    if tree.lemmas[i] != word or not any(tree.lower[k] in _WILL for k in children):
        return False
    if any(tree.tags[k] in NONFINITE for k in children if tree.deps[k] in _OF_VERBS):
        return False  # *empfangen worden*, *empfangen haben*
    deps = {tree.deps[k]: k for k in children if tree.tags[k] != "PRF"}
    return "nsubj" in deps and "obj" in deps and "Dat" not in tree.morph[deps["obj"]].get("Case", "")


def _mend_tag(tree: Tree, i: int, tag: str, word: str, begin: int, end: int) -> None:
    """Mend one of the tags and words that are often wrong."""
    if tag == "NN" and i > begin and len(word) > 3 and tree.words[i].islower():
        _verb_for_noun(tree, i)
    elif tag == "NN" and i > begin and tree.lower[i - 1] == "zu":
        _noun_behind_zu(tree, i)
    elif word == "allem" and i > begin and tree.lower[i - 1] == "vor":
        _vor_allem(tree, i)
    elif word == "waren":
        _goods(tree, i, begin)
    elif word == "ihr":
        _her(tree, i)
    elif tag == "ADJD":
        _prefix_for_adverb(tree, i, end)
    elif tag == "ADV" and word in words().predicative_adjectives:
        tree.tags[i] = "ADJD"
    elif tag in _INFINITIVES and word[-1] != "n" and _is_prefix(word):
        _prefix_at_the_end(tree, i, begin)  # *stufte die Beziehungen herab*: no infinitive looks so
    elif tag == "VVINF" and word.endswith("ten") and is_preterite(word):
        make_verb(tree, i, "Plur")  # *die dabei Menschen töteten*
    elif tag in _VERBS and not _prefix_apart(tree, i, end):
        _verb_by_form(tree, i, begin, end)
    elif word in _OPENERS_BY_FORM and _behind_comma(tree, i, begin):
        tree.tags[i] = _OPENERS_BY_FORM[word]
    elif tag in _MISTAKEN_OPENERS and _opens_clause(tree, i, begin, end):
        tree.tags[i] = "KOUS"


def _goods(tree: Tree, i: int, begin: int) -> None:
    """*Waren* inside a sentence is no verb: *rief dazu auf, Waren aus dem Nachbarland zu meiden*."""
    inside = i > begin and tree.words[i] == "Waren" and tree.words[i - 1] not in _BEGINNINGS
    if inside and tree.tags[i] in FINITE:
        relemma(tree, i, "NN")
        if tree.deps[i] in _OF_VERBS:
            tree.deps[i] = "obj"


def _her(tree: Tree, i: int) -> None:
    """*ihr* before a feminine noun or a plural, whose possessive is *ihre*, is a dative: *sagte ihr Hilfe zu*."""
    noun = tree.heads[i]
    features = tree.morph[noun]
    other = features.get("Gender") == "Fem" or features.get("Number") == "Plur"
    if tree.deps[i] != "det:poss" or tree.tags[noun] != "NN" or noun < i or not other:
        return
    tree.tags[i], tree.lemmas[i] = "PPER", "sie"
    tree.morph[i] = {"Case": "Dat", "Gender": "Fem", "Number": "Sing", "Person": "3", "PronType": "Prs"}
    tree.hang(i, tree.heads[noun], "obl:arg")


def _is_lost(tree: Tree, i: int) -> bool:
    """Whether a verb was taken for another word, or hung on the noun behind it as if it were an article."""
    return tree.tags[i][:1] != "V" or (tree.deps[i] in ("det", "amod") and tree.heads[i] > i)


def _preterite(tree: Tree, i: int) -> None:
    """Make a strong preterite that was taken for another word the verb it is: *und fror Konten ein*."""
    make_verb(tree, i, "Sing")
    for child in tree.children[i]:
        if child > i and tree.deps[child] in ("flat", "flat:name", "appos"):
            tree.deps[child] = "obj"
    noun = tree.heads[i]
    if noun > i and tree.tags[noun] in ("NN", "NE"):
        label = tree.deps[noun]
        tree.attach(i, tree.heads[noun] if tree.heads[noun] != noun else i, "conj")
        if label in _JOINED and tree.preposition(noun) is None:
            tree.attach(noun, i, "obj")


def _in_name(tree: Tree, i: int, begin: int, end: int) -> bool:
    """Whether *bin* stands between the parts of a name: *Osama bin Laden*, not *ich bin Peter*."""
    if not begin < i < end - 1 or "ich" in tree.lower[begin:end]:
        return False
    return tree.tags[i] in FINITE and tree.tags[i - 1] == "NE" and tree.words[i + 1][:1].isupper()


def _name_particle(tree: Tree, i: int) -> None:
    """Make *bin* a part of the name, and what hung on it a part of the clause of the verb behind it."""
    above = tree.heads[i]
    verbs = [child for child in tree.children[i] if tree.tags[child] in _VERBS or tree.tags[child] in FINITE]
    new = verbs[0] if verbs else above
    for child in list(tree.children[i]):
        if child not in (new, i + 1, i - 1):
            tree.attach(child, new, tree.deps[child])
    if verbs and above != i:
        tree.attach(new, above, tree.deps[i])
    elif verbs:
        tree.attach(new, new, "root")
    tree.tags[i], tree.lemmas[i] = "NE", tree.words[i]
    tree.attach(i, i - 1, "flat")
    tree.tags[i + 1] = "NE"
    tree.attach(i + 1, i - 1, "flat")


def _noun_behind_zu(tree: Tree, i: int) -> None:
    """Give a noun behind *zu* that the parser took for an infinitive the relations of one: *kam es zu Kämpfen*."""
    if tree.heads[i - 1] != i or tree.deps[i - 1] != "mark":
        return
    tree.deps[i - 1] = "case"
    if tree.deps[i] in ("xcomp", "ccomp", "advcl"):
        tree.deps[i] = "obl"


def _verb_for_noun(tree: Tree, i: int) -> None:
    """A word in small letters tagged as a noun, with a form of Konjunktiv I: *das Treffen erfolge am Mittwoch*."""
    word = tree.lower[i]
    lemma = shipped().lemma(word, "VVFIN")
    if (i + 1 < tree.n and tree.tags[i + 1] in _PHRASE_GOES_ON) or tree.tags[i - 1] in _PHRASE_BEFORE:
        return
    if word.endswith("e") and moods().reading(word, lemma) == "1":
        relemma(tree, i, "VVFIN")
        tree.morph[i] = {"Mood": "Sub", "Tense": "Pres", "Number": "Sing", "Person": "3", "VerbForm": "Fin"}
        tree.deps[i] = "parataxis"


def _vor_allem(tree: Tree, i: int) -> None:
    """*vor allem* is an adverb: the noun behind it is no prepositional phrase."""
    for k in (i - 1, i):
        head = tree.heads[k]
        tree.tags[k], tree.deps[k] = "ADV", "advmod"
        if head not in (i - 1, i) and tree.deps[head] in ("obl", "nmod") and tree.preposition(head) is None:
            tree.deps[head] = "obj"


def _verb_by_form(tree: Tree, i: int, begin: int, end: int) -> None:
    word, tag = tree.lower[i], tree.tags[i]
    if tag != "VVIZU" and "zu" in word[2:]:
        split = split_infinitive(word)
        if split is not None and split[0] and word.endswith("n") and _is_prefix(split[0]):
            relemma(tree, i, "VVIZU")
            return
    if tag != "VVFIN":
        return
    if "ge" in word[2:]:
        split = split_participle(word)
        if split is not None and split[0] and word.endswith(("t", "en")) and not word.endswith("ten"):
            relemma(tree, i, "VVPP")
            return
    if i + 1 < end and tree.tags[i + 1] in ("NN", "NE", "ADJA") and in_attribute(tree, i):
        tree.tags[i], tree.deps[i] = "ADJA", "amod"
    elif participle_in_commas(tree, i, begin, end) or participle_behind_comma(tree, i, begin, end):
        relemma(tree, i, "VVPP")
        tree.morph[i] = {"VerbForm": "Part"}


def _prefix_for_adverb(tree: Tree, i: int, end: int) -> None:
    """*Miliz lässt Geiseln frei*, *Gericht spricht den Minister frei*: at the end of its clause, no adjective."""
    verb = tree.heads[i]
    last = i + 1 >= end or tree.tags[i + 1] in PUNCTUATION or tree.tags[i + 1] == "KON"
    if (
        last
        and verb < i
        and tree.tags[verb] == "VVFIN"
        and tree.lower[i] + tree.lemmas[verb] in words().parted_verbs
    ):
        tree.tags[i] = "PTKVZ"
        tree.attach(i, verb, "compound:prt")


def _preposition_for_prefix(tree: Tree, i: int) -> None:
    """A preposition right before a noun was read as the prefix of the verb before: *droht Westen mit Atomwaffen*."""
    noun = next((k for k in (i + 1, i + 2) if tree.tags[k : k + 1] in (["NN"], ["NE"])), None)
    if noun is not None and tree.heads[i] < i and tree.preposition(noun) is None:
        tree.attach(i, noun, "case")
        if tree.deps[noun] in ("obj", "obl:arg", "dep"):
            tree.deps[noun] = "obl"


def _prefix_at_the_end(tree: Tree, i: int, begin: int) -> None:
    """The prefix that ends a clause, in a headline taken for its full stop: *Rebellen stimmen Waffenruhe zu*."""
    verbs = [k for k in range(begin, i) if tree.tags[k] == "VVFIN"]
    if verbs:
        tree.tags[i] = "PTKVZ"
        tree.attach(i, verbs[-1], "compound:prt")


def _prefix_apart(tree: Tree, i: int, end: int) -> bool:
    """A prefix that looks like a verb, written apart before its own verb: *gefangen genommen*, *gefangen zu nehmen*."""
    if not _is_prefix(tree.lower[i]):
        return False
    verb = i + 2 if i + 2 < end and tree.tags[i + 1] == "PTKZU" else i + 1
    if verb >= end or tree.tags[verb] not in _VERBS:
        return False
    tree.tags[i] = "PTKVZ"
    tree.attach(i, verb, "compound:prt")
    for child in list(tree.children[i]):
        tree.attach(child, verb, tree.deps[child])
    return True


def _is_prefix(prefix: str) -> bool:
    return prefix in known_prefixes()


def _behind_comma(tree: Tree, i: int, begin: int) -> bool:
    at = i - 1
    if at > begin and tree.tags[at] in ("APPR", "APPRART"):
        at -= 1
    return at >= begin and tree.tags[at] == "$,"


def _opens_clause(tree: Tree, i: int, begin: int, end: int) -> bool:
    """Whether a word that can be a conjunction is one here: behind a border, with a verb that closes its clause."""
    if tree.lower[i] not in words().subordinators:
        return False
    if i > begin and tree.tags[i - 1] not in PUNCTUATION and tree.tags[i - 1] != "KON":
        return False
    if i + 1 >= end:
        return False
    if tree.lower[i] == "damit" and tree.lower[i + 1] in _NOMINATIVE:
        return True
    if (
        tree.lower[i] == "damit"
        and i - 2 >= begin
        and tree.tags[i - 1] == "KON"
        and tree.tags[i - 2] == "VVPP"
    ):
        return False  # *dass sie Öl gebracht und damit das Embargo umgangen hätten*
    if tree.lower[i] == "als" and tree.tags[i + 1] in ("VAFIN", "VMFIN"):
        return True
    for k in range(i + 1, end):
        if tree.tags[k] in FINITE:
            closes = k + 1 >= end or tree.tags[k + 1] in PUNCTUATION
            return (
                closes and k > i + 1 and not (i == begin and (k + 2 >= end or tree.tags[k + 2] not in FINITE))
            )
        if tree.tags[k] in PUNCTUATION:
            return False
    return False
