"""Our own observations as JSON lines: only ``subject``, ``field`` and ``value`` are required (schemas/observation.schema.json).

A line that does not fit is rejected with its number and the reason; an unlisted field is kept. A value may be a whole answer
of a device, so secrets are looked for inside it.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any, TextIO

from debadge.model.observation import SUBJECT_KEYS, SUBJECT_KINDS, Observation, Origin, Reject, Skip, Subject
from debadge.sources.interface import EvidenceFile, Item, ReadContext
from debadge.sources.limits import MAX_CELL, MAX_DEPTH, MAX_LINE, MAX_LINES_BYTES, MAX_ROWS
from debadge.sources.rows import too_many
from debadge.text.numbers import EXACT_DIGITS, MAX_UNITS
from debadge.wire.answers import STRUCTURED
from debadge.wire.withheld import open_datagram

NAME = "observations"
DESCRIPTION = "format_observations"
GENERAL = False
METHODS = ("probe", "capture", "import", "record", "derived")
_KEYS = {"subject", "field", "value", "origin", "collected", "raw"}
_SUBJECT = {"kind", *SUBJECT_KEYS}
_ORIGIN = {"tool", "method", "locator", "rule", "parent"}
_DIGEST = re.compile(r"[0-9a-f]{64}")
_SIGNS = (b'"subject"', b'"field"', b'"value"')
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"?')
_CACHE_SIZE = 100_000  # subjects or origins; about 40 MB at most
_SHORT = 256  # characters of a value that is worth remembering
_MAX_KEY = 1_024  # characters of a serial, a reference or a locator
_SHOWN = 80  # characters that a message repeats


class _Bad(Exception):  # noqa: N818  # a reason, not an error: it ends in a Reject
    def __init__(self, reason: str, **given: str) -> None:
        super().__init__(reason)
        self.reason, self.given = reason, given


def sniff(head: bytes, name: str) -> bool:  # noqa: ARG001  # a name proves nothing
    """Whether one of the first lines is an object with a subject, a field and a value."""
    lines = head.split(b"\n", 50)[:50]
    return any(line.lstrip().startswith(b"{") and all(key in line for key in _SIGNS) for line in lines)


def read(file: EvidenceFile, context: ReadContext) -> Iterator[Item]:
    """One observation a line; blank lines are no records."""
    reader = _Reader(file.name, context)
    report = context.report
    with (
        file.stream(MAX_LINES_BYTES) as stream,
        io.TextIOWrapper(stream, file.encoding, errors="surrogateescape") as lines,
    ):
        number = 0
        try:
            for number, line in enumerate(_lines(lines), 1):  # it says where the text broke off
                if line is None:
                    yield Reject(
                        locator=f"{file.name}:{number}", reason="line_too_long", given={"limit": str(MAX_LINE)}
                    )
                elif line:
                    if number > MAX_ROWS:
                        raise too_many()
                    item = reader.line(number, line)
                    if type(item) is Observation:
                        report.read += 1
                    yield item
        except UnicodeDecodeError:  # UTF-16 cut in the middle of a character
            yield Reject(locator=f"{file.name}:{number + 1}", reason="line_not_text", given={})
    report.understood.update(dict.fromkeys(sorted(reader.fields), "field"))
    report.left_over |= reader.unknown


def _lines(stream: TextIO) -> Iterator[str | None]:
    """Every line without its end and the blanks around it; None for one that is longer than any observation."""
    while line := stream.readline(MAX_LINE):
        if len(line) < MAX_LINE or line.endswith("\n"):
            yield line.strip()
            continue
        said = bool(line.strip())
        while line and not line.endswith("\n"):
            line = stream.readline(MAX_LINE)
            said |= bool(line.strip())
        yield None if said else ""


class _Reader:
    """Lines to observations, with equal subjects, values and times looked at once."""

    def __init__(self, name: str, context: ReadContext) -> None:
        self.name, self.secrets, self.report = name, context.columns.secrets, context.report
        self.scan: Callable[[str, int], tuple[Any, int]] = json.JSONDecoder(object_pairs_hook=_object).scan_once  # type: ignore[attr-defined]  # not in the stubs
        self.subjects: dict[tuple[Any, ...], tuple[Subject, bool]] = {}  # with whether something was cut
        self.tools: set[tuple[Any, Any]] = set()  # tool and method that have been looked at
        self.files: set[str] = set()  # of locators, without the line number, in which no secret can stand
        self.values: dict[str, str] = {}  # short value -> the same without secrets
        self.times: dict[str, datetime] = {}
        self.fields: dict[str, bool] = {}  # field -> whether its name is that of a secret
        self.unknown: set[str] = set()

    def line(self, number: int, line: str) -> Item:
        """One record."""
        try:
            return self._observation(self._parse(line), line, number)
        except _Bad as bad:
            given = {k: self.secrets.cut(v) for k, v in bad.given.items()}
            return Reject(locator=f"{self.name}:{number}", reason=bad.reason, given=given)
        except UnicodeEncodeError:
            return Reject(locator=f"{self.name}:{number}", reason="line_not_text", given={})

    def _parse(self, line: str) -> dict[str, Any]:
        if line.count("{") + line.count("[") > MAX_DEPTH and _depth(line) > MAX_DEPTH:
            raise _Bad("line_too_deep", limit=str(MAX_DEPTH))
        try:
            value, end = self.scan(line, 0)
        except (ValueError, StopIteration, RecursionError):
            raise _Bad("line_not_json") from None
        if end != len(line) or type(value) is not dict:
            raise _Bad("line_not_json")
        return value

    def _observation(self, given: dict[str, Any], line: str, number: int) -> Item:
        field, value = _told(given)
        is_secret = self.fields.get(field)
        if is_secret is None:
            is_secret = self.fields[field] = self._look_at(field)
        if is_secret:
            self.report.dropped.add(field)
            return Skip(locator=f"{self.name}:{number}", reason="secret_field")
        clean = self.values.get(value)
        if clean is None:
            clean = self._clean(value)
        if field in STRUCTURED:
            clean = open_datagram(clean, self.secrets.cut)
        subject, subject_cut = self._subject(given.get("subject"))
        origin, origin_cut = self._origin(given.get("origin"), number)
        collected, raw = self._time(given.get("collected")), given.get("raw")
        if raw is not None and (type(raw) is not str or not _DIGEST.fullmatch(raw)):
            raise _Bad("line_raw_not_digest")
        changed = subject_cut or origin_cut or (clean is not value and clean != value)
        if changed:
            self.report.cut.add(field)
        if changed or not given.keys() <= _KEYS:
            self.unknown |= {self.secrets.cut(key)[:_SHOWN] for key in given.keys() - _KEYS}
            kept = Observation(subject=subject, field=field, value=clean, origin=origin, collected=collected).content()
            made = hashlib.sha256(kept.encode()).hexdigest()
            raw = made if changed or raw is None else raw  # a given digest was taken over the secret
        elif raw is None:
            raw = hashlib.sha256(line.encode()).hexdigest()
        return Observation(subject=subject, field=field, value=clean, origin=origin, collected=collected, raw=raw)

    def _look_at(self, field: str) -> bool:
        field.encode()  # a lone surrogate is no text
        return self.secrets.is_secret(field)

    def _clean(self, value: str) -> str:
        if len(value) > MAX_CELL:
            raise _Bad("cell_too_long", limit=str(MAX_CELL))
        value.encode()
        clean = self.secrets.cut(value)
        if len(value) <= _SHORT:
            if len(self.values) >= _CACHE_SIZE:
                self.values.clear()
            self.values[value] = clean
        return clean

    def _subject(self, given: Any) -> tuple[Subject, bool]:
        if type(given) is not dict:
            raise _Bad("line_lacks", key="subject")
        try:
            key = tuple(given.items())
            known = self.subjects.get(key)
        except TypeError:  # a list or mapping where a word should stand
            raise _Bad("line_subject_not_text") from None
        if known is not None:
            return known
        if not all(type(v) is str and len(v) <= _MAX_KEY for v in given.values()):
            raise _Bad("line_subject_not_text")
        if extra := given.keys() - _SUBJECT:
            raise _Bad("line_subject_key", key=min(extra)[:_SHOWN], allowed=", ".join(SUBJECT_KEYS))
        if given.get("kind", "device") not in SUBJECT_KINDS:
            raise _Bad("line_subject_kind", kind=given["kind"][:_SHOWN], allowed=", ".join(SUBJECT_KINDS))
        if not any(given.get(name, "").strip() for name in SUBJECT_KEYS):
            raise _Bad("line_subject_nameless", allowed=", ".join(SUBJECT_KEYS))
        clean = {k: self.secrets.cut(v) for k, v in given.items() if v.strip()}
        "".join(clean.values()).encode()
        if len(self.subjects) >= _CACHE_SIZE:
            self.subjects.clear()
        made = self.subjects[key] = (Subject(**clean), any(clean[k] != given[k] for k in clean))
        return made

    def _origin(self, given: Any, number: int) -> tuple[Origin, bool]:
        if given is None:
            return Origin(tool="observations", method="import", locator=f"{self.name}:{number}"), False
        if type(given) is not dict or not given.keys() <= _ORIGIN:
            raise _Bad("line_origin", allowed=", ".join(sorted(_ORIGIN)))
        for told in given.values():
            if type(told) is not str or len(told) > _MAX_KEY:
                raise _Bad("line_origin", allowed=", ".join(sorted(_ORIGIN)))
        tool, method, locator = given.get("tool", "observations"), given.get("method", "import"), given.get("locator")
        if locator is None:
            locator = f"{self.name}:{number}"
        if (tool, method) not in self.tools:
            self._look_at_tool(tool, method)
        file, _, place = locator.rpartition(":")
        clean = locator if file in self.files and place.isdigit() else self._clean_locator(locator, file, place)
        if clean is locator and (tool, method) in self.tools and "rule" not in given and "parent" not in given:
            return Origin(tool=tool, method=method, locator=locator), False
        parts = {**given, "tool": self.secrets.cut(tool), "method": method, "locator": clean}
        parts |= {k: self.secrets.cut(given[k]) for k in ("rule", "parent") if k in given}
        "".join(parts.values()).encode()
        return Origin(**parts), any(parts[k] != v for k, v in given.items())

    def _look_at_tool(self, tool: str, method: str) -> None:
        if method not in METHODS:
            raise _Bad("line_method", method=method[:_SHOWN], allowed=", ".join(METHODS))
        tool.encode()
        if self.secrets.cut(tool) == tool:
            self.tools.add((tool, method))

    def _clean_locator(self, locator: str, file: str, place: str) -> str:
        locator.encode()
        clean = self.secrets.cut(locator)
        if clean is locator and place.isdigit() and len(self.files) < _CACHE_SIZE:
            self.files.add(file)
        return clean

    def _time(self, given: Any) -> datetime | None:
        if given is None:
            return None
        known = self.times.get(given) if type(given) is str else None
        if known is not None:
            return known
        try:
            seen = datetime.fromisoformat(given)
            told = seen.astimezone(UTC) if seen.tzinfo else None
        except (TypeError, ValueError, OverflowError):
            raise _Bad("line_time", value=str(given)[:_SHOWN]) from None
        if told is None:
            raise _Bad("line_time_zone", value=str(given)[:_SHOWN])
        if len(self.times) >= _CACHE_SIZE:
            self.times.clear()
        self.times[given] = told
        return told


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON, of which nobody can say what it means if a key stands in it twice."""
    told = dict(pairs)
    if len(told) < len(pairs):
        raise _Bad("line_key_twice", key=Counter(key for key, _ in pairs).most_common(1)[0][0][:_SHOWN])
    return told


def _told(given: dict[str, Any]) -> tuple[str, str]:
    """Field and value of a line."""
    field, value = given.get("field"), given.get("value")
    if type(field) is not str or not field or len(field) > _MAX_KEY:
        raise _Bad("line_lacks", key="field")
    if type(value) is not str:
        raise _Bad("line_value_not_text" if "value" in given else "line_lacks", key="value")
    if field == "quantity" and not _is_count(value):
        raise _Bad("line_quantity", value=value[:_SHOWN])
    return field, value


def _is_count(value: str) -> bool:
    """Whether this counts units; what is none would stand for one unit further on."""
    return value.isascii() and value.isdigit() and len(value) <= EXACT_DIGITS and int(value) <= MAX_UNITS


def _depth(line: str) -> int:
    """How deep brackets nest outside of quoted text."""
    deepest = depth = 0
    for mark in _QUOTED.sub("", line):
        if mark in "{[":
            depth += 1
            deepest = max(deepest, depth)
        elif mark in "}]":
            depth -= 1
    return deepest
