"""What a million articles cost: ``python -m evaluation.costs`` reckons the table of ``docs/cluster.md``.

From the rates in ``benchmarks.md``; ``make bench`` does it after measuring them.
"""

from __future__ import annotations

from collections.abc import Iterator

from evaluation.run import HERE

DOCS = HERE.parent / "docs" / "cluster.md"
#: Price of a core's hour of a spot machine, in euros: an assumption, for the reader to put his own in.
PRICE = 0.02
#: Cores of the example cluster.
CORES = 12
BEGIN, END = "<!-- reckoned by `python -m evaluation.costs` -->\n", "<!-- end -->"


def rates(benchmarks: str) -> tuple[float, float]:
    """Articles a second of the reading, and pages a second of intake, of one core."""
    cells = [[cell.strip() for cell in line.split("|")[1:-1]] for line in benchmarks.splitlines()]
    found = {(row[0], row[2]): row[1] for row in cells if len(row) == 3}
    return (
        float(found["the whole reading", "articles/s"].replace(",", "")),
        float(found["intake of pages", "pages/s"].replace(",", "")),
    )


def table(articles: float, pages: float) -> Iterator[str]:
    """The lines of the table, for texts and for pages, which take intake and reading one after the other."""
    yield f"| what | articles/s of a core | hours of a core for a million | at {PRICE:.2f} € | on {CORES} cores |"
    yield "| --- | --- | --- | --- | --- |"
    for what, rate in (("texts", articles), ("pages", 1 / (1 / articles + 1 / pages))):
        hours = 1_000_000 / rate / 3600
        yield f"| {what} | {rate:.1f} | {hours:.1f} | {hours * PRICE:.2f} € | {hours / CORES:.1f} h |"


def main() -> None:
    lines = "\n".join(table(*rates((HERE / "benchmarks.md").read_text("utf8"))))
    before, _, rest = DOCS.read_text("utf8").partition(BEGIN)
    after = rest.partition(END)[2]
    DOCS.write_text(f"{before}{BEGIN}\n{lines}\n\n{END}{after}", encoding="utf8")
    print(lines)


if __name__ == "__main__":
    main()
