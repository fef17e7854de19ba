"""One entry as a layout found it, made a row: names opened, days and notices read, persons set aside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from debadge.model.ids import digest
from debadge.model.listing import Address, ListedName, ListRow
from debadge.model.observation import Reject, Skip
from debadge.sources.lists.citations import citation_of
from debadge.sources.lists.interface import PERSON, ListContext
from debadge.sources.lists.names import (
    MAX_NAME,
    Told,
    announced,
    apart,
    has_lost,
    joined,
    names_of,
    repaired,
    without_repeats,
)
from debadge.text.dates import read_day
from debadge.text.folding import fold

_SHOWN = 60  # characters that a message repeats
_MAX_NAMES = 500  # of one row; the Entity List has 72


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a layout found, all as written."""

    list: str
    locator: str
    name: str
    ref: str | None = None
    kind: str = "unknown"
    person: bool = False  # something in the row belongs to a natural person alone
    aliases: str = ""  # joined with semicolons
    listed: tuple[ListedName, ...] = ()  # further names that the layout took apart itself
    addresses: tuple[Address, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    programs: tuple[str, ...] = ()
    start: str = ""
    until: str = ""
    citation: str = ""
    terms: Mapping[str, str] = field(default_factory=dict)
    remarks: str = ""
    entity: str | None = None


def row_of(entry: Entry, context: ListContext) -> ListRow | Reject | Skip:
    """The row, or why there is none: about a person, or without a name."""
    if entry.person or entry.kind == "person":
        context.report.persons[entry.list] += 1
        return Skip(locator=entry.locator, reason=PERSON)
    told = _names(entry, context)
    if not told.names:
        return Reject(locator=entry.locator, reason="lists.reject.nameless", given={"list": entry.list})
    for one in told.names:
        if len(one.text) > MAX_NAME:
            given = {"name": one.text[:_SHOWN], "most": str(MAX_NAME)}
            return Reject(locator=entry.locator, reason="lists.reject.name_too_long", given=given)
    if len(told.names) > _MAX_NAMES:
        given = {"name": told.names[0].text[:_SHOWN], "most": str(_MAX_NAMES)}
        return Reject(locator=entry.locator, reason="lists.reject.too_many_names", given=given)
    return _row(entry, told, context)


def _names(entry: Entry, context: ListContext) -> Told:
    """The names of the entry, the primary one first; where it has none, its aliases as what they are."""
    told = Told()
    for text, kind in (*_written(entry, context), *((one.text, one.kind) for one in entry.listed)):
        name = _sound(text, context)
        if not fold(name):  # a null name, or a lone mark
            continue
        context.report.doubtful += has_lost(name)
        opened = names_of(name, kind, context.reading)
        told.names += opened.names
        for term, values in opened.terms.items():
            several = told.terms.setdefault(term, [])
            several += (value for value in values if value not in several)
    return told


def _written(entry: Entry, context: ListContext) -> list[tuple[str, str]]:
    """The name and its aliases with their kinds; those that are announced together are parted."""
    name, following = announced(_sound(entry.name, context), context.reading)
    aliases, more = announced(_sound(entry.aliases, context), context.reading)
    return [(name, "primary"), *following, *((alias, "alias") for alias in apart(aliases)), *more]


def _sound(text: str, context: ListContext) -> str:
    sound = repaired(text, context.reading)
    context.report.repaired += sound != " ".join(text.split())
    return sound


def _row(entry: Entry, told: Told, context: ListContext) -> ListRow:
    (start, start_told), (until, until_told) = (_day(text) for text in (entry.start, entry.until))
    terms = {**entry.terms, **joined(told.terms), "start_as_written": start_told, "until_as_written": until_told}
    citation = citation_of(entry.citation)
    names = without_repeats(told.names)
    return ListRow(
        list=entry.list,
        ref=entry.ref or digest([names[0].text, citation or "", start.isoformat() if start else ""]),
        names=names,
        kind=entry.kind,
        addresses=tuple(dict.fromkeys(entry.addresses)),
        identifiers=tuple(sorted(set(entry.identifiers))),
        programs=tuple(dict.fromkeys(program for program in entry.programs if program)),
        start=start,
        until=until,
        citation=citation,
        terms=tuple(sorted((term, value) for term, value in terms.items() if value)),
        remarks=_sound(entry.remarks, context) or None,
        entity=entry.entity or _entity(entry.list, names, context),
        locator=entry.locator,
    )


def _day(text: str) -> tuple[date | None, str]:
    """The day; what is no whole day ("Various", "circa 2001") is kept as written."""
    bare = " ".join(text.split())
    told = read_day(bare) if bare else None
    if isinstance(told, str) and len(told) == len("2024-08-07"):
        return date.fromisoformat(told), ""
    return None, bare


def _entity(list_: str, names: Iterable[ListedName], context: ListContext) -> str | None:
    """The party that the file of the list says this name is."""
    published = context.lists.get(list_)
    known = {entry.name: entry.entity for entry in published.known} if published else {}
    return next((known[name.text] for name in names if name.kind == "primary" and name.text in known), None)
