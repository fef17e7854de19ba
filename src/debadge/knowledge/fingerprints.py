"""Fingerprint and prefix files into model types, and the checks that need no other file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from debadge.knowledge.node import Node
from debadge.model.errors import KnowledgeError
from debadge.model.signal import (
    CAPTURES,
    CHECKED,
    DEFAULT_CAP,
    NAMES_A_MAKER,
    NEEDS_A_CHECK,
    SAYS,
    STATUSES,
    STRENGTHS,
    Cited,
    Example,
    Signal,
)

MAX_CAP = 65_536
_KINDS = ("pattern", "words", "all_of", "element", "registrant", "signals")


def read_fingerprints(files: Mapping[str, Any]) -> tuple[Signal, ...]:
    """All signals of fingerprint files, path -> plain value; the last part of a path is the channel.

    Raises:
        KnowledgeError: Anything missing, misspelt, twice, or stronger than its source allows; names file and place.
    """
    told = tuple(
        _signal(Node(item, f"{path}[{number}]"), path.rpartition("/")[2])
        for path, value in sorted(files.items())
        for number, item in enumerate(_list(value, path))
    )
    ids = [signal.id for signal in told]
    if twice := sorted({i for i in ids if ids.count(i) > 1}):
        raise KnowledgeError(f"fingerprints: the id `{twice[0]}` stands twice")
    return told


def _list(value: Any, path: str) -> list[Any]:
    if not isinstance(value, list):
        raise KnowledgeError(f"{path}: expected a list of signals")
    return value


def _signal(node: Node, field: str) -> Signal:
    id_ = node.text("id")
    node.place = f"{node.place} ({id_})"
    kinds = [kind for kind in _KINDS if kind in node.left]
    if len(kinds) != 1 and kinds != ["pattern", "element"]:
        raise node.fail(f"give one of {', '.join(_KINDS)}")
    signal = Signal(
        id=id_,
        field=field,
        patterns=_patterns(node),
        elements=_elements(node),
        registrant=regex_of(node, registrant) if (registrant := node.text("registrant", None)) else None,
        signals=node.words("signals", None, ()),
        says=_says(node),
        strength=_one_of(node, "strength", STRENGTHS),
        why=node.text("why"),
        cited=cited_of(node.sub("source")),
        cap=node.number("cap", DEFAULT_CAP),
        examples=tuple(examples_of(node)),
        counter_examples=tuple(texts_of(node, "not")),
    )
    node.done()
    if signal.strength in NEEDS_A_CHECK and signal.cited.status not in CHECKED:
        raise node.fail(f"a {signal.strength} signal needs a checked source, and this one is {signal.cited.status}")
    if signal.strength not in NAMES_A_MAKER and "maker" in signal.says:
        raise node.fail(f"a signal of strength {signal.strength} names no maker, and this one says `maker`")
    if not 0 < signal.cap <= MAX_CAP:
        raise node.fail(f"cap {signal.cap} is not between 1 and {MAX_CAP} bytes")
    return signal


def _patterns(node: Node) -> tuple[str, ...]:
    if pattern := node.text("pattern", None):
        return (regex_of(node, pattern),)
    if words := texts_of(node, "words"):
        return (regex_of(node, rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])"),)
    return tuple(regex_of(node, p) for p in texts_of(node, "all_of"))


def _elements(node: Node) -> tuple[tuple[str, str], ...]:
    value = node.raw("element", None) or {}
    if not isinstance(value, dict) or not all(isinstance(p, str) for p in value.values()):
        raise node.fail("`element` maps names of elements to patterns")
    return tuple((name, regex_of(node, pattern)) for name, pattern in value.items())


def regex_of(node: Node, pattern: str) -> str:
    """The pattern itself, if it compiles and its captures are used by something."""
    try:
        groups = re.compile(pattern.encode()).groupindex
    except re.error as bad:
        raise node.fail(f"the pattern {pattern!r} does not compile ({bad})") from bad
    if odd := set(groups) - CAPTURES:
        raise node.fail(f"the capture `{min(odd)}` is used by nothing; there are {', '.join(sorted(CAPTURES))}")
    return pattern


def _says(node: Node) -> dict[str, str]:
    value = node.raw("says")
    if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
        raise node.fail("`says` maps words to words (quote what YAML misreads)")
    if odd := set(value) - set(SAYS):
        raise node.fail(f"`{min(odd)}` is not one of {', '.join(SAYS)}")
    return dict(value)


def cited_of(node: Node) -> Cited:
    """Where a rule comes from."""
    cited = Cited(
        title=node.text("title"),
        url=node.text("url", None),
        read=node.day("read").isoformat(),
        status=_one_of(node, "status", STATUSES),
    )
    node.done()
    return cited


def _one_of(node: Node, key: str, allowed: Sequence[str]) -> str:
    word = str(node.text(key))
    if word not in allowed:
        raise node.fail(f"{key} `{word}` is not one of {', '.join(allowed)}")
    return word


def texts_of(node: Node, key: str) -> list[str]:
    """A list of texts; none where the key is absent."""
    value = node.raw(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
        raise node.fail(f"`{key}` is a list of texts (quote what YAML misreads)")
    return value


def examples_of(node: Node) -> Iterator[Example]:
    """The texts that prove a rule, captured ones and made-up ones apart."""
    for key, synthetic in (("examples", False), ("examples_synthetic", True)):
        for item in node.each(key, []):
            text = item.text("text")
            captures = {name: item.text(name) for name in list(item.left)}
            if odd := set(captures) - CAPTURES:
                raise item.fail(f"`{min(odd)}` is not a capture")
            yield Example(text=text, captures=captures, synthetic=synthetic)


def check_links(signals: Iterable[Signal], makers: Iterable[str], brands: Iterable[str]) -> list[str]:
    """Signals that speak of a maker or badge without a file."""
    known, words = frozenset(makers), frozenset(brands)
    told = []
    for signal in signals:
        for key, allowed in (("maker", known), ("chipset", known), ("brand", words)):
            if (word := signal.says.get(key)) and word not in allowed:
                told.append(f"{signal.field}.{signal.id}: no file describes the {key} `{word}`")
    return told
