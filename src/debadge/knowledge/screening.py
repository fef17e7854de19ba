"""What names are made of, and the policy of screening: knowledge/data/screening/."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from typing import Any

from debadge.knowledge.node import Node
from debadge.knowledge.pack import Pack
from debadge.knowledge.parties import source_of
from debadge.knowledge.regimes import read_sources
from debadge.screen.names.words import NameWords, Policy, Weights
from debadge.text.folding import fold

FILES = ("forms", "places", "trade", "reading", "ordinary", "policy")
_SHORTER = {"company": "co", "limited": "ltd", "corporation": "corp", "private": "pvt"}  # inside a longer form
_DOTTED = re.compile(r"^(?:\w\.)+\w?\.?$")


def name_words(pack: Pack) -> NameWords:
    """The name knowledge of a pack."""
    return read_name_words(pack.family("screening"))


def name_policy(pack: Pack) -> Policy:
    """The shipped policy of a pack."""
    return read_policy(pack.family("screening").get("screening/policy"))


def read_name_words(family: Mapping[str, Any]) -> NameWords:
    """From the plain form of the files ``screening/*``.

    Raises:
        KnowledgeError: A file that is missing or does not fit; names the place.
    """
    opened = {name: _open(family, name) for name in ("forms", "places", "trade", "reading", "ordinary")}
    end, front, joined_forms = _forms(opened["forms"])
    places, trade, reading = opened["places"], opened["trade"], opened["reading"]
    place_names = {_one(name): list(_spelled(name, item)) for name, item in _lists(places, "places")}
    trade_names = {_one(name): list(_spelled(name, item)) for name, item in _lists(trade, "trade")}
    same = {_one(name): list(_spelled(name, item)) for name, item in _lists(trade, "same")}
    spelled = _spellings(places, (trade_names, same, place_names))
    counts, names = _ordinary(opened["ordinary"])
    return NameWords(
        end=end,
        front=front,
        joined_forms=joined_forms,
        canon={words[0]: name for words, name in spelled.items() if len(words) == 1},
        phrases={words: name for words, name in spelled.items() if len(words) > 1},
        places=frozenset(place_names),
        trade=frozenset(trade_names),
        silent=frozenset(fold(word) for word in trade.words("silent")),
        group=_of_trade(trade, "group", trade_names),
        field=_of_trade(trade, "field", trade_names),
        joined_places=_texts(places),
        joined_trade=_texts(trade),
        joined_field=_longest_first(trade.words("joined_field")),
        joined_own=frozenset(trade.words("joined_own")),
        ordinary=counts,
        ordinary_names=names,
        **_reading(reading),
        **_done((*opened.values(),)),
    )


def read_policy(value: Any) -> Policy:
    """From the plain form of ``screening/policy``.

    Raises:
        KnowledgeError: It does not fit, or a score falls where the raw score rises.
    """
    node = Node(value, "screening/policy")
    weights = node.sub("weights")
    told = Policy(
        id=node.text("id"),
        threshold=float(node.number("threshold")),
        sure=float(node.number("sure")),
        weights=Weights(**{one.name: float(weights.number(one.name)) for one in fields(Weights)}),
        knots=tuple((float(raw), float(score)) for raw, score in node.raw("knots")),
        measured={key: str(text) for key, text in node.raw("measured").items()},
    )
    weights.done()
    node.done()
    if not 0 < told.threshold <= told.sure <= 1:
        raise node.fail("0 < threshold <= sure <= 1 does not hold")
    rising = all(a[0] < b[0] and a[1] <= b[1] for a, b in zip(told.knots, told.knots[1:], strict=False))
    if len(told.knots) < 2 or not rising or not all(0 <= score <= 1 for _, score in told.knots):
        raise node.fail("knots: raw scores have to rise, and scores must not fall and lie between 0 and 1")
    return told


def _open(family: Mapping[str, Any], name: str) -> Node:
    return Node(family.get(f"screening/{name}"), f"screening/{name}")


def _done(nodes: Iterable[Node]) -> dict[str, Any]:
    for node in nodes:
        node.done()
    return {}


def _of_trade(node: Node, key: str, trade: Mapping[str, Any]) -> frozenset[str]:
    words = frozenset(node.words(key))
    if unknown := sorted(words - set(trade)):
        raise node.fail(f"{key}: `{unknown[0]}` is no trade word")
    return words


def _one(name: str) -> str:
    return fold(name).replace(" ", "")


def _lists(node: Node, key: str) -> Iterator[tuple[str, list[str]]]:
    value = node.raw(key)
    if not isinstance(value, dict) or not all(
        isinstance(v, list) and all(isinstance(w, str) for w in v) for v in value.values()
    ):
        raise node.fail(f"{key}: expected names with lists of words")
    yield from value.items()


def _spelled(name: str, others: Iterable[str]) -> Iterator[tuple[str, ...]]:
    for spelling in (name, *others):
        yield tuple(fold(spelling).split())


def _spellings(node: Node, kinds: Iterable[Mapping[str, list[tuple[str, ...]]]]) -> dict[tuple[str, ...], str]:
    """Every spelling -> its word; the first kind that has a spelling keeps it."""
    told: dict[tuple[str, ...], str] = {}
    for kind in kinds:
        own: dict[tuple[str, ...], str] = {}
        for name, several in kind.items():
            for words in several:
                if own.setdefault(words, name) != name:
                    raise node.fail(f"`{' '.join(words)}` stands for both `{own[words]}` and `{name}`")
        told = own | told
    return told


def _forms(node: Node) -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]], tuple[str, ...]]:
    sources = read_sources(node)
    at: dict[str, set[tuple[str, ...]]] = {"end": set(), "front": set()}
    for _, region in node.items("forms"):
        source_of(region, sources)
        for where, places in (("end", ("end",)), ("front", ("front",)), ("both", ("end", "front"))):
            for phrase in region.words(where, default=()):
                for place in places:
                    at[place] |= _written(phrase)
        region.done()
    joined = node.sub("joined")
    source_of(joined, sources)
    forms = _longest_first(joined.words("forms"))
    joined.done()
    return frozenset(at["end"]), frozenset(at["front"]), forms


def _written(phrase: str) -> set[tuple[str, ...]]:
    """A form as words; a dotted one also without its dots."""
    told = {tuple(fold(phrase).split())}
    if _DOTTED.match(phrase) or "/" in phrase:
        told.add((fold(phrase).replace(" ", ""),))
    words = next(iter(told)) if len(told) == 1 else ()
    if len(words) > 1:
        told.add(tuple(_SHORTER.get(word, word) for word in words))
    return told


def _texts(node: Node) -> dict[str, str]:
    source_of(node, read_sources(node))
    return {str(key): str(text) for key, text in node.raw("joined").items()}


def _reading(node: Node) -> dict[str, Any]:
    source_of(node, read_sources(node))
    return {
        "parts": node.words("parts"),
        "parents": node.words("parents"),
        "labels": node.words("labels"),
        "written_out": {tuple(fold(k).split()): tuple(fold(v).split()) for k, v in _plain(node, "written_out").items()},
        "addressed": node.words("addressed"),
        "remarks": tuple(fold(word) for word in node.words("remarks")),
        **{key: _phrases(node, key) for key in ("behind", "branches", "offices")},
        "joined_branches": node.words("joined_branches"),
        "boxes": tuple(fold(word) for word in node.words("boxes")),
        "regions": frozenset(node.words("regions")),
        "honorifics": frozenset(node.words("honorifics")),
        "businesses": frozenset(fold(word) for word in node.words("businesses")),
        "person_kinds": frozenset(fold(word) for word in node.words("person_kinds")),
        "shared": frozenset(fold(word) for word in node.words("shared")),
        "readings": {str(key): str(text) for key, text in node.raw("pinyin_readings").items()},
    }


def _longest_first(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(words, key=lambda word: (-len(word), word)))


def _plain(node: Node, key: str) -> dict[str, str]:
    below = node.sub(key)
    return {name: below.text(name) for name in list(below.left)}


def _phrases(node: Node, key: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold(phrase).split()) for phrase in node.words(key))


def _ordinary(node: Node) -> tuple[dict[str, int], int]:
    source_of(node, read_sources(node))
    counts = {word: int(number) for number, words in node.raw("counts").items() for word in str(words).split()}
    names = int(node.number("names"))
    if not counts or max(counts.values()) > names:
        raise node.fail("counts: no word, or one that stands in more names than there are")
    return counts, names
