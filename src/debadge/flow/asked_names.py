"""Names to screen, from a file or from values at hand, as the engine asks about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from debadge.flow.countries import Countries
from debadge.flow.world import World
from debadge.model.errors import FileError
from debadge.model.observation import Reject
from debadge.model.query import NameQuery, Query
from debadge.sources.interface import ReadContext
from debadge.sources.owners import owners_of
from debadge.sources.parties import QueryReader, read_names, rows_of_names
from debadge.sources.streaming.batch import Rows
from debadge.sources.streaming.opening import Source

OWNERS = "owners"
_MAX_SHOWN = 1_000  # characters of what is no name


def names_of_source(source: Source, context: ReadContext, world: World) -> Iterator[Query]:
    """Every name of a source, in its order; a row that cannot be read is asked about in its place, and refused.

    Raises:
        FileError: The source cannot be read, or no column holds names.
    """
    return _queries(read_names(source, context), context, Countries(world))


def names_at_hand(names: Iterable[Mapping[str, Any] | str | Query], world: World) -> Iterator[Query]:
    """The same of texts, of mappings with any heading that is known (``query``, ``country`` …), and of queries.

    What is none of these, or names nobody, is asked about in its place, and refused.

    Raises:
        TypeError: One text or mapping instead of several.
    """
    if isinstance(names, str | bytes | Mapping):
        raise TypeError("names are several: write [name]")
    context, countries = ReadContext(columns=world.columns), Countries(world)
    for number, name in enumerate(names, 1):
        if isinstance(name, Query):
            yield name if isinstance(name.text, str) else _not_asked(name.text, number, context)
        elif isinstance(name, Mapping):
            yield replace(_of_mapping(name, number, context, countries), line=number)
        else:
            yield Query(text=name, line=number) if isinstance(name, str) else _not_asked(name, number, context)


def _of_mapping(told: Mapping[str, Any], number: int, context: ReadContext, countries: Countries) -> Query:
    plain = {str(key): value for key, value in told.items()}
    try:
        owners = owners_of(plain.pop(OWNERS, None))
    except ValueError:
        return _not_asked(dict(told), number, context, "screen.refused.owners")
    try:
        query = next(_queries(rows_of_names([plain], context), context, countries), None)
    except (FileError, RecursionError):  # no heading that is known
        query = None
    if query is None:
        return _not_asked(dict(told), number, context)
    return replace(query, owners=owners or query.owners)


def _not_asked(told: Any, number: int, context: ReadContext, why: str = "screen.refused.query") -> Query:
    """A refusal in the place of what is no name."""
    try:
        text = str(told)[:_MAX_SHOWN]
    except Exception:  # noqa: BLE001  # whatever an object of a caller does when it is asked for its text
        text = type(told).__name__
    return Query(text="", line=number, given={"input": context.columns.secrets.cut(text)}, bad=why)


def _queries(batches: Iterable[Rows], context: ReadContext, countries: Countries) -> Iterator[Query]:
    reader = QueryReader(context)
    for rows in batches:
        for number, told in rows.answers():
            if isinstance(told, Reject):
                yield _refused(told, number)
            else:
                yield _asked(reader.query(rows, told, number), countries, context)


def _asked(told: NameQuery, countries: Countries, context: ReadContext) -> Query:
    """What is asked about a row."""
    return Query(
        text=told.query,
        line=told.number,
        country=countries.of_cell(told.country, context, told.locator),
        address=told.address,
        identifiers=tuple(value for _, value in told.identifiers),
        kind=told.kind,
        owners=told.owners,
        names=told.names,
        given=dict(told.given),
    )


def _refused(told: Reject, number: int) -> Query:
    given = {**told.row, **told.given, "locator": told.locator}  # the words of the sentence go before a heading
    return Query(text="", line=number, given=given, bad=told.reason)
