"""robots.txt as RFC 9309 has it: groups by name, patterns with ``*`` and ``$``, the longest one decides."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

#: Characters that mean the same with and without their percent sign (RFC 3986, 2.3).
_UNRESERVED = re.compile(r"[A-Za-z0-9._~-]")
#: What stands in a path as it is; ``%`` because what is encoded stays so.
_AS_IT_IS = "/?#[]@!$&'()*+,;=:%-._~"


@dataclass(frozen=True)
class Robots:
    """What a host asks of one robot. ``delay``: seconds between two requests, 0 where none is asked for."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0

    @classmethod
    def parse(cls, text: str, agent: str) -> Robots:
        """The rules for ``agent``, from all groups that name it, else from those for everybody."""
        groups: dict[str, list[tuple[str, str]]] = {}
        named: list[str] = []
        in_rules = False
        for line in text.removeprefix("\ufeff").splitlines():
            key, _, value = line.partition("#")[0].partition(":")
            key, value = key.strip().lower(), value.strip()
            if key == "user-agent":
                name = value.partition("/")[0].strip().lower()
                named = [name] if in_rules else [*named, name]
                in_rules = False
                groups.setdefault(name, [])
            elif key in ("allow", "disallow", "crawl-delay"):
                in_rules = True
                for each in named:
                    groups[each].append((key, value))
        return cls._of(groups.get(agent.lower(), groups.get("*", [])))

    @classmethod
    def _of(cls, lines: list[tuple[str, str]]) -> Robots:
        rules = [(_normal(value), key == "allow") for key, value in lines if key != "crawl-delay" and value]
        delays = [float(value) for key, value in lines if key == "crawl-delay" and _NUMBER.fullmatch(value)]
        return cls(tuple(rules), max(delays, default=0.0))

    def allows(self, url: str) -> bool:
        """Whether the address may be asked for: the longest pattern that fits says so, of two the kinder one."""
        parts = urlsplit(url)
        path = _normal((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        if path == "/robots.txt":
            return True
        fitting = ((len(pattern), allowed) for pattern, allowed in self.rules if _fits(pattern, path))
        return max(fitting, default=(0, True))[1]


_NUMBER = re.compile(r"\d{1,9}(?:\.\d{1,9})?")


def _normal(path: str) -> str:
    """A path or pattern in the one way of writing in which they are compared."""
    encoded = quote(path, safe=_AS_IT_IS, errors="replace")
    return re.sub(r"%([0-9A-Fa-f]{2})", _octet, encoded)


def _octet(found: re.Match[str]) -> str:
    character = chr(int(found[1], 16))
    return character if _UNRESERVED.fullmatch(character) else found[0].upper()


def _fits(pattern: str, path: str) -> bool:
    """Whether a path begins as the pattern says; in time linear in both, whatever a host writes."""
    ends = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for n, part in enumerate(others, 1):
        if ends and n == len(others):
            return path.endswith(part) and len(path) - len(part) >= at
        at = path.find(part, at)
        if at < 0:
            return False
        at += len(part)
    return not ends or at == len(path)
