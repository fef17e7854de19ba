"""Names to screen, from a file or from values at hand, as the engine asks about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from debadge.flow.countries import Countries
from debadge.flow.world import World
from debadge.model.observation import Reject
from debadge.model.query import NameQuery, Query
from debadge.sources.interface import ReadContext
from debadge.sources.parties import QueryReader, read_names, rows_of_names
from debadge.sources.streaming.batch import Rows
from debadge.sources.streaming.opening import Source


def names_of_source(source: Source, context: ReadContext, world: World) -> Iterator[Query]:
    """Every name of a source, in its order; a row that cannot be read is asked about in its place, and refused.

    Raises:
        FileError: The source cannot be read, or no column holds names.
    """
    return _queries(read_names(source, context), context, world)


def names_at_hand(names: Iterable[Mapping[str, Any] | str | Query], world: World) -> Iterator[Query]:
    """The same of texts, of mappings with any heading that is known (``query``, ``country`` …), and of queries."""
    context = ReadContext(columns=world.columns)
    for number, name in enumerate(names, 1):
        if not isinstance(name, Mapping):
            yield name if isinstance(name, Query) else Query(text=name, line=number)
            continue
        for query in _queries(rows_of_names([name], context), context, world):
            yield Query(**{**_fields(query), "line": number})


def _queries(batches: Iterable[Rows], context: ReadContext, world: World) -> Iterator[Query]:
    reader, countries = QueryReader(context), Countries(world)
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
        given=dict(told.given),
    )


def _refused(told: Reject, number: int) -> Query:
    given = {**told.row, **told.given, "locator": told.locator}  # the words of the sentence go before a heading
    return Query(text="", line=number, given=given, bad=told.reason)


def _fields(query: Query) -> dict[str, Any]:
    return {name: getattr(query, name) for name in Query.__dataclass_fields__}
