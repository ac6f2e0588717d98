"""robots.txt by the rules and examples of RFC 9309."""

import pytest

from lagebild.intake.robots import Robots

TEXT = """\ufeff# a paper's
User-agent: greedy
Disallow: /

User-Agent: Lagebild/1.0
User-agent: other
Disallow: /intern/     # not these
Allow: /intern/presse/
Disallow: /*.pdf$
Disallow: /*?druck=
Disallow: /s%C3%BCd
Disallow: /%7Ekim
Crawl-delay: 7.5

User-agent: *
Disallow: /alles
Crawl-delay: 100

user-agent: lagebild
Disallow: /auch
"""


@pytest.mark.parametrize(
    "path, allowed",
    [
        ("/", True),
        ("", True),
        ("/intern/a", False),
        ("/intern/presse/a", True),
        ("/intern", True),
        ("/a.pdf", False),
        ("/a.pdf?seite=2", True),
        ("/a?druck=1", False),
        ("/süd/a", False),
        ("/s%c3%bcd", False),
        ("/~kim", False),
        ("/auch/das", False),
        ("/alles", True),
        ("/robots.txt", True),
    ],
)
def test_the_longest_pattern_of_our_groups_decides(path: str, allowed: bool) -> None:
    assert Robots.parse(TEXT, "lagebild").allows(f"https://blatt.example{path}") is allowed


def test_who_is_not_named_follows_the_rules_for_everybody() -> None:
    robots = Robots.parse(TEXT, "somebody")
    assert not robots.allows("https://blatt.example/alles/a") and robots.allows(
        "https://blatt.example/intern/"
    )
    assert (robots.delay, Robots.parse(TEXT, "lagebild").delay) == (100.0, 7.5)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Disallow: /",
        "<html>404</html>",
        "User-agent: *\nDisallow:",
        "user-agent *\ndisallow /",
        "\0" * 99,
    ],
)
def test_no_rules_allow_all(text: str) -> None:
    assert Robots.parse(text, "lagebild").allows("https://blatt.example/a")


def test_of_two_patterns_of_one_length_the_kinder_one_holds() -> None:
    assert Robots.parse("User-agent: *\nDisallow: /a\nAllow: /a", "lagebild").allows(
        "https://blatt.example/a"
    )


@pytest.mark.parametrize("value", ["-1", "nan", "inf", "1e400", "x", ""])
def test_a_delay_that_is_none_is_none(value: str) -> None:
    assert Robots.parse(f"User-agent: *\nCrawl-delay: {value}", "lagebild").delay == 0


def test_a_pattern_of_stars_takes_no_time() -> None:
    """Each star is tried once: as a regular expression this one would run for ever."""
    robots = Robots.parse("User-agent: *\nDisallow: /" + "*a" * 200 + "*b$", "lagebild")
    assert robots.allows("https://blatt.example/" + "a" * 5000)
