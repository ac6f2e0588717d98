"""Pages and texts of our own making for the tests of intake."""

from lagebild.intake import Failure, article_of
from lagebild.intake.documents import read_stream

TEXT = (
    "Gipfel in Genf: Minister einigen sich auf Gasabkommen\n"
    "Nach drei Tagen stehen die Zahlen. Den Preis nennt niemand.\n"
    "Die Außenminister von Norland und Südland haben sich am Mittwoch in Genf auf ein Abkommen über Gaslieferungen "
    "geeinigt. Das teilte ein Sprecher der Konferenz mit. Beide Seiten sprachen von einem schwierigen Kompromiss, der "
    "noch von den Parlamenten gebilligt werden muss.\n"
    "Opposition sieht Ausverkauf\n"
    "Die Opposition in Norland lehnte den Vertrag ab. Ihr Vorsitzender Karl Muster warf der Regierung vor, das Land zu "
    "verkaufen. Die Regierung wies das zurück.\n"
)

PAGE = """<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8"><title>Minister einigen sich auf Gasabkommen | Beispielblatt</title>
<meta property="og:title" content="Minister einigen sich auf Gasabkommen">
<meta property="og:site_name" content="Beispielblatt">
<meta property="article:published_time" content="2023-09-13T07:00:00+02:00">
<meta name="description" content="Nach drei Tagen stehen die Zahlen. Den Preis nennt niemand."></head>
<body><nav><ul><li><a href="/politik">Politik</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article>
<header><span class="kicker">Gipfel in Genf</span><h1>Minister einigen sich auf Gasabkommen</h1>
<p class="lead">Nach drei Tagen stehen die Zahlen. Den Preis nennt niemand.</p>
<p class="byline">Von Anna Beispiel</p></header>
<figure><img src="x.jpg"><figcaption>Die Minister in Genf. Foto: Bernd Muster</figcaption></figure>
<p>Die Außenminister von Norland und Südland haben sich am Mittwoch in Genf auf ein Abkommen über Gaslieferungen
geeinigt. Das teilte ein Sprecher der Konferenz mit. Beide Seiten sprachen von einem schwierigen Kompromiss, der
noch von den Parlamenten gebilligt werden muss.</p>
<aside class="related"><h3>Mehr zum Thema</h3><ul><li><a href="/a">Der Preis des Gases</a></li>
<li><a href="/b">Wer in Genf verhandelt</a></li></ul></aside>
<h2>Opposition sieht Ausverkauf</h2>
<p>Die Opposition in Norland lehnte den Vertrag ab. Ihr Vorsitzender Karl Muster warf der Regierung vor, das Land zu
verkaufen. Die Regierung wies das zurück und verwies auf die gesunkenen Preise des vergangenen Winters.</p>
<div class="newsletter-box"><p>Abonnieren Sie unseren Newsletter und verpassen Sie nichts mehr!</p></div>
</article></main>
<footer><p>© Beispielblatt 2023. Alle Rechte vorbehalten.</p></footer></body></html>"""

ENGLISH = (
    "The foreign ministers of both countries have agreed on a treaty that will allow the delivery of gas to the north. "
    "A spokesman for the conference said that the price was not part of the agreement and that it had been kept secret. "
    "The opposition in the capital has rejected the treaty, and its leader said that the government had sold the land."
)


def results(stream, name, options):
    """The articles and failures of one stream."""
    return [
        found if isinstance(found, Failure) else article_of(found, options)
        for found in read_stream(stream, name, options)
    ]


def blocks(article):
    """(kind, words) of an article's blocks."""
    return [(block.kind, article.text[slice(*block.span)]) for block in article.blocks]


def assert_sound(article):
    """The rules that hold for every article: blocks in order, not overlapping, covering all but white space."""
    covered = 0
    for block in article.blocks:
        begin, end = block.span
        assert covered <= begin < end <= len(article.text)
        assert not article.text[covered:begin].strip()
        assert article.text[begin:end].strip() == article.text[begin:end]
        covered = end
    assert not article.text[covered:].strip()
    article.text.encode("utf-8")
    reading = article.reading_text()
    for _, begin, end in reading.blocks:
        for i in range(begin, end):
            if not reading.text[i].isspace():
                assert article.text[reading.origin[i]] == reading.text[i]
