"""XML of strangers, element by element: no entities, no depth, no whole tree; what a cut-off file still says is kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from debadge.model.errors import FileError
from debadge.sources.interface import CHUNK
from debadge.sources.limits import MAX_CELL, MAX_DEPTH, MAX_TOKEN_BYTES

MAX_PARTS = 200_000  # elements of one wanted element; a host with all 65,536 ports open and a script each has fewer

_MAX_SEEN = 1_000  # kinds of elements beside the wanted ones; nmap has a dozen


@dataclass(slots=True)
class Element:
    """One element with what stands below it."""

    tag: str
    attributes: dict[str, str]
    line: int = 0
    text: str = ""
    below: list[Element] = field(default_factory=list)

    def children(self, tag: str) -> list[Element]:
        """The elements of this name directly below."""
        return [one for one in self.below if one.tag == tag]

    def child(self, tag: str) -> Element | None:
        """The first of them."""
        return next((one for one in self.below if one.tag == tag), None)

    def under(self, first: str, second: str) -> list[Element]:
        """Two steps down."""
        return [two for one in self.children(first) for two in one.children(second)]


@dataclass(slots=True)
class Harvest:
    """What was seen beside the wanted elements."""

    seen: dict[str, dict[str, str]] = field(default_factory=dict)  # tag outside of them -> attributes of the first
    whole: bool = False  # the document came to its end
    broken: int = 0  # the line at which it stopped being XML, 0 if it did not


class _Target:
    """Takes events, keeps wanted elements."""

    def __init__(self, wanted: str, found: Harvest) -> None:
        self.wanted, self.found = wanted, found
        self.ready: list[Element] = []
        self.open: list[Element] = []
        self.depth = self.parts = 0
        self.events = 0  # tells progress from an unfinished token
        self.parser: Any = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.events += 1
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise FileError("xml_too_deep", limit=MAX_DEPTH)
        if not self.open and tag != self.wanted:
            if len(self.found.seen) < _MAX_SEEN:
                self.found.seen.setdefault(tag, dict(attributes))
            return
        one = Element(tag, dict(attributes), self.parser.parser.CurrentLineNumber)
        if self.open:
            self.parts += 1
            if self.parts > MAX_PARTS:
                raise FileError("xml_too_large", element=self.wanted, limit=MAX_PARTS)
            self.open[-1].below.append(one)
        self.open.append(one)

    def data(self, text: str) -> None:
        """Text."""
        self.events += 1
        if self.open and len(self.open[-1].text) <= MAX_CELL:
            self.open[-1].text += text

    def end(self, tag: str) -> None:  # noqa: ARG002  # the parser has matched it already
        """An element ends."""
        self.events += 1
        self.depth -= 1
        if self.open:
            one = self.open.pop()
            if not self.open:
                self.ready.append(one)
                self.parts = 0

    def comment(self, text: str) -> None:  # noqa: ARG002  # nothing of it is kept
        """A remark."""
        self.events += 1

    def pi(self, target: str, text: str) -> None:  # noqa: ARG002  # nothing of it is kept
        """An instruction, such as the name of a style sheet."""
        self.events += 1

    def close(self) -> None:
        """The document ends."""


def harvest(stream: BinaryIO, wanted: str, found: Harvest) -> Iterator[Element]:
    """Every wanted element, the last one also if the file ends inside it.

    Raises:
        FileError: Entities are declared, or limits passed.
    """
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415  # the class of an error; defusedxml parses

    from defusedxml.common import DefusedXmlException  # noqa: PLC0415  # loaded only for such a file
    from defusedxml.ElementTree import DefusedXMLParser  # noqa: PLC0415  # loaded only for such a file

    target = _Target(wanted, found)
    parser: Any = DefusedXMLParser(target=target, forbid_dtd=False, forbid_entities=True, forbid_external=True)
    target.parser = parser
    try:
        for piece in _pieces(stream, target):
            parser.feed(piece)
            yield from _taken(target)
        parser.close()
        found.whole = True
    except DefusedXmlException as bad:
        raise FileError("file_with_entities") from bad
    except (
        ParseError,
        ValueError,
        LookupError,
    ) as bad:  # ValueError and LookupError: encodings that the parser does not know
        at_end = not stream.read(1)
        position = getattr(bad, "position", (1, 0))
        found.broken = 0 if at_end and _is_cut(bad) else max(position[0], 1)
    yield from _taken(target)
    if target.open:
        yield target.open[0]


def _pieces(stream: BinaryIO, target: _Target) -> Iterator[bytes]:
    """The file piece by piece. The parser looks at an unfinished token again with every piece, so pieces grow with the token.

    Raises:
        FileError: A token longer than `MAX_TOKEN_BYTES`.
    """
    silent = events = 0  # bytes since the last event
    while piece := stream.read(max(CHUNK, silent)):
        yield piece
        silent, events = (silent + len(piece) if events == target.events else 0), target.events
        if silent > MAX_TOKEN_BYTES:
            raise FileError("xml_without_end", megabytes=MAX_TOKEN_BYTES // 1_000_000)


def _taken(target: _Target) -> list[Element]:
    ready, target.ready = target.ready, []
    return ready


def _is_cut(bad: Exception) -> bool:
    """Whether the document just ends too early: no element found, unclosed token, unclosed CDATA section."""
    return getattr(bad, "code", None) in {3, 5, 20}
