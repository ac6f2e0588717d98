"""Clauses and phrases that the parser commonly tears apart, and how their parts go together."""

from __future__ import annotations

from typing import Final

from lagebild.language.clause import Clause
from lagebild.language.de import noun_phrases
from lagebild.language.tokens import Token, sentence
from lagebild.reading.events import predicates as lexicon
from lagebild.reading.events.words import is_people, noun_predicates, preposition

_REACH: Final = 9
_GENITIVE_NUMBERS: Final = frozenset(["zweier", "dreier"])
_NOUNS: Final[tuple[str, ...]] = ("NN", "NE")
#: Tags of the words of an office's field, how many they may be, and how many letters of an office tell it.
_FIELDED: Final = frozenset(["APPR", "ART", "ADJA", "NN", "KON", "TRUNC"])
_FIELD: Final = 9
_OFFICE_END: Final = 6
#: Tags of the words of an apposition to a name.
_APPOSITION: Final = frozenset([*_FIELDED, "NE", "CARD", "ADV", "ADJD", "PPOSAT"])
_ACCORDING: Final[tuple[str, ...]] = ("nach", "laut", "gemäß")


def passive_perfect(clause: Clause) -> bool:
    """*ist getötet worden*: the participle *worden* tells a passive whatever was made of the rest."""
    return any(token.lower_ == "worden" for token in clause.auxiliaries) and clause.lemma != "werden"


def headline_passive(clause: Clause) -> bool:
    """A headline whose participle was read as a finite verb: *Aktivist offenbar von Polizisten erschossen (11.13 Uhr)*.

    No main clause has its verb last, brackets aside, behind its subject and more.
    """
    verb, subject = clause.predicate, clause.subject
    if clause.finite is None or clause.finite.i != verb.i or subject is None or clause.relation != "main":
        return False
    doc, within = verb.doc, sentence(verb)
    participle = verb.lower_.endswith("t") or (verb.lower_.endswith("en") and verb.lower_[-3] != "t")
    if any(found.i < verb.i for found in clause.objects) or not subject.i < verb.i or not participle:
        return False
    behind = [doc[i] for i in range(verb.i + 1, within.stop) if not doc[i].is_space]
    if behind and behind[0].text not in ("(", "[") and not all(token.is_punct for token in behind):
        return False
    phrases = [c for c in verb.children if subject.i < c.i < verb.i and c.dep_ in ("obl", "advmod")]
    doers = [case.head for case in doc.tokens[subject.i + 1 : verb.i] if _by(case) and is_people(case.head)]
    return len(phrases) > 1 or bool(doers)


def active_conjunct(clause: Clause) -> bool:
    """A bare participle that shares *haben* with its neighbour is no passive: *hat gerufen und angekündigt*."""
    if clause.finite is not None or clause.predicate.tag_ != "VVPP":
        return False
    after = clause.predicate.nbor(1) if clause.predicate.i + 1 < sentence(clause.predicate).stop else None
    if after is not None and after.tag_ in ("VAFIN", "VAINF"):
        return after.lemma_ == "haben"
    if after is not None and after.tag_ == "KON" and _to_have(after):
        return True
    at = clause.parent
    while at is not None and at.finite is None:
        at = at.parent
    if at is None or at.finite is None or at.voice != "active":
        return False
    return at.predicate.tag_ == "VVPP" and at.finite.lemma_ == "haben"


def _to_have(joint: Token) -> bool:
    """Whether the next participle behind *und* has the *zu haben* of both: *das Dorf beschossen und zerstört zu haben*."""
    doc, stop = joint.doc, sentence(joint).stop
    second = next((i for i in range(joint.i + 1, stop - 2) if doc[i].tag_ in ("VVPP", "$,")), None)
    return second is not None and doc[second + 1].lower_ == "zu" and doc[second + 2].lower_ == "haben"


def passive_conjunct(clause: Clause) -> bool:
    """A second participle of a passive that was tagged as finite: *wurde gesehen und von Peking abgelehnt*."""
    parent = clause.parent
    return (
        clause.relation == "coordinated"
        and parent is not None
        and parent.voice == "passive"
        and clause.lemma not in lexicon.verbs()
    )


def torn_perfect(clause: Clause) -> Clause | None:
    """The clause of *haben* that belongs to the clause of a lone participle.

    A relative clause in the middle makes two of one: *Polen hat Offizieren, die geflohen waren, Asyl gewährt*.
    """
    parent, verb = clause.parent, clause.predicate
    if parent is None or clause.relation != "coordinated" or clause.finite not in (None, verb):
        return None
    if parent.predicate.tag_ != "VAFIN" or parent.lemma != "haben" or not verb.lower_.endswith(("t", "en")):
        return None
    first = min(clause.tokens, default=verb.i)
    joined = verb.doc[first].tag_ == "KON" or (
        first > sentence(verb).start and verb.doc[first - 1].tag_ == "KON"
    )
    return None if joined or verb.i - first < 1 else parent


def behind_bracket(clause: Clause, token: Token) -> bool:
    """Whether the token stands behind the comma after the participle: it belongs to what follows, not to the verb.

    *hat angeboten, zwei Gefangene freizulassen*: the prisoners are not offered.
    """
    verb = clause.predicate
    if verb.tag_ != "VVPP" or clause.finite is None or not clause.finite.i < verb.i < token.i:
        return False
    return verb.nbor(1).text == ","


def noun_of_article(article: Token) -> Token:
    """The noun of an article that was taken for a pronoun because of the attribute behind it.

    *dem vom Krieg zerstörten Mali*: an adjective and a noun close what the preposition opened.
    """
    if article.tag_ not in ("ART", "PDS"):
        return article
    doc, at = article.doc, article.i
    stop = min(sentence(article).stop, at + _REACH)
    if at + 1 >= stop or doc[at + 1].tag_ not in ("APPR", "APPRART"):
        return article
    for i in range(at + 2, stop - 1):
        if doc[i].tag_ == "ADJA" and doc[i + 1].tag_ in _NOUNS:
            return doc[i + 1]
    return article


def counted_anew(noun: Token) -> bool:
    """Whether a number begins the noun's phrase right behind another noun: *bei einem Anschlag zwei Soldaten*."""
    i = noun.i - 1
    while i > sentence(noun).start and noun.doc[i].tag_ in ("ADJA", "ADV", "ADJD"):
        i -= 1
    if noun.doc[i].tag_ != "CARD" or noun.doc[i].lower_ in _GENITIVE_NUMBERS or i <= sentence(noun).start:
        return False
    return noun.doc[i - 1].tag_ in _NOUNS


def object_of_infinitive(clause: Clause, subject: Token) -> bool:
    """What stands beside an infinitive with *zu* and was read as its subject is an object: *Kim zu helfen*."""
    return clause.finite is None and clause.relation == "infinitive" and subject.i in clause.tokens


def name_of_subject(clause: Clause) -> int:
    """The token of the name that belongs to the office before it, where it was read as an object; else -1.

    *Gestern drohte der libysche Diktator Gaddafi mit Gewalt*: the dictator threatens, not him.
    """
    subject = clause.understood_subject
    name = holder_behind(subject) if subject is not None and subject.tag_ == "NN" else None
    return name.i if name is not None else -1


def object_behind_apposition(clause: Clause) -> tuple[Token, Token] | None:
    """Subject and object where the name behind an apposition was read as its end; else None.

    *hatte Anna Berg, die frühere Ministerin, Karl Thal scharf kritisiert*: it was she who criticised him.
    """
    subject = clause.understood_subject
    if subject is None or clause.objects or clause.voice != "active" or clause.finite is None:
        return None
    doc, at, start = subject.doc, subject.doc._.actor_at, sentence(subject).start
    for i in clause.tokens:
        behind = at.get(i + 1) if doc[i].text == "," and i > start else None
        if behind is None or doc[i + 1].tag_ != "NE":
            continue
        opening = i - 1
        while opening > start and doc[opening].tag_ in _APPOSITION:
            opening -= 1
        named = at.get(opening - 1) if opening > start and doc[opening].text == "," else None
        if named is None or named is behind or named.kind != "person":
            continue
        office = any(doc[k].tag_ == "NN" and is_people(doc[k]) for k in range(opening + 1, i))
        if office and not _in_list(doc[i + 1]):
            return doc[opening - 1], doc[i + 1]
    return None


def _in_list(name: Token) -> bool:
    """Whether the name goes on as a list does: with a comma or *und*."""
    doc, stop, i = name.doc, sentence(name).stop, name.i
    while i < stop and doc._.actor_at.get(i) is doc._.actor_at[name.i]:
        i += 1
    return i < stop and (doc[i].text == "," or doc[i].tag_ == "KON")


def holder_behind(office: Token) -> Token | None:
    """The name right behind an office that the article says this person holds, whatever the parser made of it."""
    doc, at, stop = office.doc, office.i + 1, sentence(office).stop
    role = office.text
    if at < stop and doc[at].lower_ == "für":  # *der EU-Kommissar für Handel Karl Meier*
        role = role[-_OFFICE_END:]
        while at < min(stop - 1, office.i + _FIELD) and at not in doc._.actor_at and doc[at].tag_ in _FIELDED:
            at += 1
    named = doc._.actor_at.get(at)
    held = named is not None and named.kind == "person" and (named.role or "").endswith(role)
    return doc[at] if held else None


def holder_before(office: Token) -> Token | None:
    """The person to whom an office behind a comma belongs: *tötete den General Meier, den Führer der Brigade*.

    The participle of the clause may stand between: *hat Meier getötet, den Führer der Brigade*.
    """
    doc, article = office.doc, office.i - 1
    while article > 0 and doc[article].tag_ == "ADJA":
        article -= 1
    comma = article - 1
    if comma < 2 or doc[article].tag_ != "ART" or doc[comma].text != ",":
        return None
    at = comma - 2 if doc[comma - 1].tag_ == "VVPP" else comma - 1
    named = doc._.actor_at.get(at)
    return doc[at] if named is not None and named.kind == "person" and doc[at].tag_ == "NE" else None


#: Words that say how many of those before the verb are meant: *von den Geiseln wurden viele verletzt*.
_HOW_MANY: Final = frozenset(
    ["viele", "einige", "mehrere", "manche", "etliche", "alle", "wenige", "die", "hunderte"]
)


def people_counted(clause: Clause) -> Token | None:
    """Of whom the subject counts some, told in a phrase with *von* at the head of the sentence."""
    subject = clause.understood_subject
    if subject is None or not (subject.lower_ in _HOW_MANY or subject.tag_ == "CARD"):
        return None
    case = subject.doc[sentence(subject).start]
    if subject.tag_ not in ("PIS", "PIAT", "CARD") or case.lower_ not in ("von", "unter"):
        return None
    return case.head if case.head.tag_ == "NN" and case.head.i < subject.i else None


def in_first_phrase(clause: Clause, case: Token) -> bool:
    """Whether the preposition stands in what precedes the finite verb of a main clause, behind its noun.

    It is then an attribute: *der Einsatz von Bodentruppen ist ausgeschlossen* does not say who excludes it.
    """
    finite = clause.finite
    if finite is None or clause.relation not in ("main", "coordinated"):
        return False
    return min(clause.tokens) < case.i < finite.i and finite.i < clause.predicate.i


def victim_before_verb(clause: Clause) -> Token | None:
    """What was read as the subject of a verb at the end of a further clause, though it is its object; else None.

    *Milizen, die das Land verwüsteten, dabei über 1.400 Menschen töteten*: counted people right before the verb,
    where the clause above has another subject and the verb no object; without a number behind a relative pronoun
    (*eine Resolution, die … bedauert und die Regierung auffordert*).
    """
    subject, above, verb = clause.understood_subject, clause.parent, clause.predicate
    if subject is None or above is None or clause.relation != "coordinated":
        return None
    if clause.finite is None or clause.finite.i != verb.i or above.understood_subject is None:
        return None
    if clause.objects or subject.i != verb.i - 1 or subject.tag_ != "NN":
        return None
    counts = any(child.tag_ == "CARD" for child in subject.children)
    counts = counts or above.understood_subject.tag_ == "PRELS"
    deed = any("acc" in predicate.frame.target for predicate in lexicon.verbs().get(clause.lemma, ()))
    return subject if counts and deed and above.understood_subject.i != subject.i else None


#: What one does *auf* … of somebody who wants it done.
_ORDERS: Final = frozenset(
    [
        "Befehl",
        "Weisung",
        "Anweisung",
        "Anordnung",
        "Geheiß",
        "Betreiben",
        "Veranlassung",
        "Order",
        "Beschluss",
    ]
)


def orderers(clause: Clause) -> list[Token]:
    """On whose order a passive that names no doer was done: *wurde auf Weisung des Präsidenten aufgelöst*."""
    found: list[Token] = []
    for oblique in clause.obliques:
        order = oblique.noun
        if preposition(oblique.preposition) != "auf" or (order.lemma_ or order.text) not in _ORDERS:
            continue
        owner = noun_phrases.genitive(order)
        found += [owner] if owner is not None else []
        found += [noun for case, noun in noun_phrases.attributes(order) if preposition(case) == "von"]
    return found


def _by(case: Token) -> bool:
    return preposition(case) in ("von", "durch")


def dative_behind_name(head: Token) -> Token | None:
    """The dative that was read as owner of a person's name: *bot Ali Meier der Opposition Gespräche an*."""
    at = head.doc._.actor_at
    parts = [head, *(t for t in head.children if t.dep_ in ("appos", "flat", "flat:name"))]
    for child in (t for part in parts for t in part.children) if is_people(head) or head.i in at else ():
        if child.i <= head.i + 1 or child.dep_ != "nmod" or child.tag_ not in ("NN", "NE"):
            continue
        article = child.doc[child.i - 1]
        named = at.get(article.i - 1)
        if article.lower_ in ("der", "dem", "den") and named is not None and named.kind == "person":
            return child if article.doc[article.i - 1].tag_ == "NE" else None
    return None


def towards(direction: Token) -> Token:
    """Where something goes: *in Richtung Israel*, *in Richtung des Japanischen Meeres*, *in Richtung auf Kiew*."""
    inner = noun_phrases.genitive(direction)
    if inner is not None:
        return inner
    behind = [noun for _, noun in noun_phrases.attributes(direction)]
    behind += [t for t in direction.children if t.i > direction.i and t.tag_ in ("NE", "NN")]
    return behind[0] if behind else direction


def owns_next(name: Token) -> bool:
    """Whether the name is the genitive before a noun: *Kenias Staatsoberhaupt*."""
    after = name.nbor(1) if name.i + 1 < sentence(name).stop else None
    return (
        name.tag_ == "NE"
        and name.text[-1:] == "s"
        and after is not None
        and after.tag_ == "NN"
        and (name.head.i == after.i or name.lemma_ != name.text)
    )


def of_teller(noun: Token) -> bool:
    """Whether the phrase says whose word it is: *wurden nach Angaben von Ärzten zehn Menschen getötet*, not *wurde nach
    Gesprächen von Rebellen getötet*."""
    teller = noun.head
    case = noun_phrases.preposition(teller) if teller.tag_ == "NN" and teller.i < noun.i else None
    if case is None or case.lower_ not in _ACCORDING:
        return False
    return case.lower_ != "nach" or not noun_predicates(teller.text, teller.lemma_)[0]
