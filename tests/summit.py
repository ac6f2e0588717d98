"""A store made on purpose: ten articles about one summit, with reprints, background, a denial and a plan."""

from pathlib import Path

from lagebild.store import Store
from tests.invented import Told, record

SUMMIT = "Kim und Putin trafen sich am Mittwoch in Wostotschny."
PLAN = "Kim will Putin am Mittwoch treffen."
LONG = " ".join(f"Wort{n} stand schon in der Meldung der Agentur" for n in range(30))


def summit_store(root: Path, batch: int = 200) -> Store:
    """Write the summit store at ``root``, so many articles at once."""
    met = {"type": "CONSULT", "source": ["RUS", "PRK"], "when": "2023-09-13", "mode": "visit"}
    plan = Told(PLAN, **{**met, "source": ["PRK"], "target": ["RUS"]}, factuality="PR+", tense="future")
    summit = Told(SUMMIT, **met, place=("Wostotschny", "RUS"))
    treaty = Told(
        "1961 schlossen beide Länder einen Vertrag.",
        "SUPPORT",
        ["RUS", "PRK"],
        when="1961",
        contexts=["history"],
    )
    arms = Told(
        "Nordkorea liefere Granaten an Russland.",
        "AID", ["PRK"], ["RUS"], when="2023-09", said_by=["Westliche Geheimdienste"],
    )  # fmt: skip
    denial = Told(
        "Pjöngjang bezeichnete das als Lüge.", "REJECT", ["PRK"], ["USA"], when="2023-09-16", mode="deny",
        links=[("denies", 1)],
    )  # fmt: skip
    later = Told("Ein zweites Treffen ist im Oktober geplant.", "CONSULT", ["RUS", "PRK"], when="2023-10",
                 factuality="PR+", tense="future")  # fmt: skip
    articles = [
        record("plan", [plan], published="2023-09-11", publisher="A"),
        record("bericht", [summit], published="2023-09-13", publisher="Agentur", tail=LONG),
        record("nachdruck1", [summit], published="2023-09-13", publisher="B", tail=LONG + " B"),
        record("nachdruck2", [summit], published="2023-09-14", publisher="C", tail=LONG + " C"),
        record("eigener", [Told("Putin empfing Kim.", **met), treaty], published="2023-09-14", publisher="D"),
        record("hintergrund", [treaty, Told(SUMMIT, **met)], published="2023-09-20", publisher="E"),
        record("vorwurf", [arms], published="2023-09-15", publisher="F"),
        record("dementi", [denial, arms], published="2023-09-16", publisher="G"),
        record("ausblick", [later], published="2023-09-25", publisher="H"),
        record("anderes", [Told("China kritisierte die USA.", "ACCUSE", ["CHN"], ["USA"], when="2023-12-01")],
               published="2023-12-01", publisher="I"),
    ]  # fmt: skip
    made = Store.create(root)
    with made.writer(batch) as writer:
        for each in articles:
            writer.add(each)
    return Store(root)
