"""Files of published lists into model types: knowledge/data/lists/<id>.yaml, and how lists are written in reading.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from debadge.knowledge.node import Node
from debadge.knowledge.parties import source_of
from debadge.knowledge.regimes import read_sources
from debadge.model.listing import CONTENTS, KINDS
from debadge.model.published import MOST_LOST, PAGE, Download, Embedded, Following, KnownEntry, PublishedList, Reading
from debadge.text.folding import fold
from debadge.text.following import names_following

READING = "lists/reading"
SERVED = frozenset({PAGE, "csl_csv", "csl_json", "ofac"})
TARGETS = frozenset(
    {
        *("ref", "name", "aliases", "kind", "address", "city", "country", "start", "until", "citation", "programs"),
        *("remarks", "uscc", "lei"),
    }
)
"""What a column of a plain table can be."""


def read_lists(family: Mapping[str, Any]) -> dict[str, PublishedList]:
    """Every list by its id, in the order of the files.

    Raises:
        KnowledgeError: A file that does not load, or a text or programme that two lists claim; names place and remedy.
    """
    told = {
        PurePosixPath(path).name: _published(PurePosixPath(path).name, value, f"{path}.yaml")
        for path, value in sorted(family.items())
        if path != READING
    }
    for kind in ("csl", "programs", "signs"):
        _one_list_each(kind, told.values(), family)
    return told


def _one_list_each(kind: str, lists: Iterable[PublishedList], family: Mapping[str, Any]) -> None:
    claimed: dict[str, str] = {}
    for one in lists:
        for text in getattr(one, kind):
            other = claimed.setdefault(text, one.id)
            if other != one.id:
                raise Node(family[f"lists/{one.id}"], f"lists/{one.id}.yaml").fail(
                    f"{kind}: `{text}` is also that of {other}; a row cannot be on two lists"
                )


def _published(id_: str, value: Any, place: str) -> PublishedList:
    node = Node(value, place)
    sources = read_sources(node)
    at_least, at_most = _range(node)
    told = PublishedList(
        id=id_,
        title=node.texts("title"),
        publisher=node.texts("publisher"),
        says=node.texts("says"),
        downloads=tuple(_download(item, sources) for item in node.each("addresses", [])),
        csl=node.words("csl", None, ()),
        programs=node.words("programs", None, ()),
        signs=node.words("signs", None, ()),
        at_least=at_least,
        at_most=at_most,
        most_lost=_whole(node, "most_lost", MOST_LOST),
        usual=_usual(node),
        known=tuple(_known(item) for item in node.each("known", [])),
        recheck_days=_whole(node, "recheck_days", None, most=366),
        source=source_of(node, sources),
    )
    node.done()
    return told


def _range(node: Node) -> tuple[int | None, int | None]:
    """How many rows the whole list has; an explicit null where nobody knows it."""
    if "count" not in node.left:
        raise node.fail("`count` is missing; write null where nobody knows how many rows the whole list has")
    within = node.sub("count", None)
    if within is None:
        return None, None
    at_least, at_most = within.number("at_least"), within.number("at_most")
    within.done()
    if not 0 < at_least <= at_most:
        raise within.fail("at_least and at_most are numbers of rows, in this order")
    return int(at_least), int(at_most)


def _usual(node: Node) -> dict[str, int]:
    """What a hundred rows hold, as a whole copy shows it; nothing is held against what is left out."""
    below = node.sub("usual", None)
    if below is None:
        return {}
    for name in below.left:
        if name not in CONTENTS:
            raise below.fail(f"`{name}` is not one of {', '.join(CONTENTS)}")
    return {name: _whole(below, name, None, most=1000) for name in list(below.left)}


def _whole(node: Node, key: str, default: int | None, most: int = 100) -> int:
    value = node.number(key) if default is None else node.number(key, default)
    if not isinstance(value, int) or not 0 < value <= most:
        raise node.fail(f"{key} {value} is not a whole number from 1 to {most}")
    return value


def _download(node: Node, sources: Mapping[str, Any]) -> Download:
    url, serves = node.text("url"), node.text("serves")
    if not url.startswith("https://"):
        raise node.fail(f"url `{url}` is not an https address; nothing else is fetched")
    if serves not in SERVED:
        raise node.fail(f"serves `{serves}` is not one of {', '.join(sorted(SERVED))}")
    told = Download(url=url, serves=serves, checked=node.flag("checked"), source=source_of(node, sources))
    node.done()
    return told


def _known(node: Node) -> KnownEntry:
    told = KnownEntry(name=node.text("name"), entity=node.text("entity", None))
    node.done()
    return told


def check_links(lists: Mapping[str, PublishedList], parties: Iterable[str]) -> list[str]:
    """Known entries that name a party which has no file."""
    known = set(parties)
    return [
        f"lists/{one.id}.yaml: known: `{entry.entity}` is no party"
        for one in lists.values()
        for entry in one.known
        if entry.entity is not None and entry.entity not in known
    ]


def read_reading(family: Mapping[str, Any]) -> Reading:
    """How lists are written.

    Raises:
        KnowledgeError: The file is missing or does not fit, or an example does not come out as it says.
    """
    node = Node(family.get(READING), f"{READING}.yaml")
    told = Reading(
        embedded=tuple(_embedded(item) for item in node.each("embedded")),
        following=_following(node.sub("following")),
        damaged=_texts(node.raw("damaged"), node.at("damaged")),
        identifiers=_labels(node, "identifiers"),
        days=_labels(node, "days"),
        countries={fold(name): code for name, code in _texts(node.raw("countries"), node.at("countries")).items()},
        headings={name: tuple(map(fold, item)) for name, item in _headings(node)},
        fragments=frozenset(map(fold, node.words("fragments"))),
        kinds=_kinds(node),
    )
    node.done()
    return told


def _following(node: Node) -> Following:
    """Two patterns with the examples that prove them, and texts that the first leaves alone."""
    try:
        pattern, between = (re.compile(node.text(key), re.IGNORECASE) for key in ("pattern", "between"))
    except re.error as bad:
        raise node.fail(f"pattern: {bad}") from bad
    if pattern.groupindex.keys() - {"former"} or between.groups:
        raise node.fail("pattern: there is no group but `former`, and none in `between`")
    told = Following(pattern=pattern, between=between)
    for item in node.each("examples"):
        text, wanted = item.text("text"), item.words("names")
        before, names = names_following(text, pattern, between)
        if (found := tuple(name for name in (before, *(name for name, _ in names)) if name)) != wanted:
            raise item.fail(f"`{text}` comes out as {list(found)}")
    for text in node.words("not", None, ()):
        if pattern.search(text):
            raise node.fail(f"not: the pattern takes `{text}`")
    node.done()
    return told


def _embedded(node: Node) -> Embedded:
    """A pattern with the examples that prove it, and look-alikes that it leaves alone."""
    try:
        pattern = re.compile(node.text("pattern"), re.IGNORECASE)
    except re.error as bad:
        raise node.fail(f"pattern: {bad}") from bad
    if unknown := pattern.groupindex.keys() - {"name", "alias", "former", "other", "told"}:
        raise node.fail(f"pattern: `{min(unknown)}` is none of name, alias, former, other, told")
    told = Embedded(id=node.text("id"), pattern=pattern, whole=node.flag("whole"))
    for item in node.each("examples"):
        text = item.text("text")
        found = pattern.fullmatch(text)
        wanted = {key: item.text(key) for key in list(item.left)}
        if found is None or {key: part for key, part in found.groupdict().items() if part} != wanted:
            raise item.fail(f"`{text}` comes out as {found.groupdict() if found else 'no match'}")
    for text in node.words("not", None, ()):
        if pattern.fullmatch(text):
            raise node.fail(f"not: the pattern takes `{text}`")
    node.done()
    return told


def _texts(value: Any, place: str) -> dict[str, str]:
    node = Node(value, place)
    return {key: node.raw(key) if node.left[key] == "" else node.text(key) for key in list(node.left)}


def _labels(node: Node, key: str) -> tuple[tuple[str, str], ...]:
    """Longest first, since one label may begin another."""
    told = [(label, to) for to, labels in _lists(node, key) for label in labels]
    return tuple(sorted(told, key=lambda pair: (-len(pair[0]), pair)))


def _lists(node: Node, key: str) -> Iterable[tuple[str, tuple[str, ...]]]:
    below = node.sub(key)
    return [(name, below.words(name)) for name in list(below.left)]


def _headings(node: Node) -> Iterable[tuple[str, tuple[str, ...]]]:
    told = list(_lists(node, "headings"))
    for name, _ in told:
        if name not in TARGETS:
            raise node.fail(f"headings: `{name}` is not one of {', '.join(sorted(TARGETS))}")
    return told


def _kinds(node: Node) -> dict[str, str]:
    told: dict[str, str] = {}
    for kind, words in _lists(node, "kinds"):
        if kind not in KINDS:
            raise node.fail(f"kinds: `{kind}` is not one of {', '.join(KINDS)}")
        told |= {fold(word): kind for word in words}
    return told
