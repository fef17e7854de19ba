"""A small list and the shipped words, so that a test says what it compares."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from debadge.flow.world import World
from debadge.knowledge.screening import name_policy, name_words
from debadge.model.listing import Address, ListedName
from debadge.model.query import Query
from debadge.screen.names.entry import Entry
from debadge.screen.names.index import Index
from debadge.screen.names.reading import Reader
from debadge.screen.names.screener import Candidate, Screener

NAMES = (
    "Hangzhou Nightjar Digital Technology Co., Ltd.",
    "Joint Stock Company Zarechny Instrument Plant",
    "Digital Solutions",
    "VIA Aerospace Corporation",
    "Shenzhen Quillon Electronics Co., Ltd.",
    "China Orbital Mechanics Corporation 54th Research Institute",
    "Hesperides International Trading LLC",
    "Larkspur Oil Transport and Heavy Machinery Works",
)

Find = Callable[..., tuple[Candidate, ...]]
ScreenerOf = Callable[[Sequence[Entry]], Screener]


@pytest.fixture(scope="session")
def reader(world: World) -> Reader:
    return Reader(name_words(world.pack))


@pytest.fixture(scope="session")
def screener_of(world: World, reader: Reader) -> ScreenerOf:
    return lambda entries: Screener(Index(entries, reader, name_policy(world.pack)))


@pytest.fixture(scope="session")
def entries() -> tuple[Entry, ...]:
    entries = [
        Entry(
            list="zz_list",
            ref=str(number),
            names=(ListedName(text=name),),
            addresses=(Address(text="Hangzhou, CN", city="Hangzhou", country="CN"),),
            identifiers=(("uscc", f"9133000073379610{number}P"),),
        )
        for number, name in enumerate(NAMES)
    ]
    entries.append(Entry(list="zz_list", ref="group", names=(ListedName(text="Quillonar Ltd."),)))
    entries.append(
        Entry(
            list="zz_list",
            ref="native",
            names=(
                ListedName(text="Longteng Vision"),
                ListedName(text="杭州龙腾威视数字技术股份有限公司", kind="alias"),
            ),
        )
    )
    return tuple(entries)


@pytest.fixture(scope="session")
def find(screener_of: ScreenerOf, entries: tuple[Entry, ...]) -> Find:
    """Candidates for a name, from the list above; further words are those of a query."""
    screener = screener_of(entries)
    return lambda text, least=None, **words: screener.candidates(Query(text=text, **words), least)
