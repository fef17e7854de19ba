"""What names are compared with: the parties of our facts, and the rows of lists that stand on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from debadge.judge.law import Law
from debadge.model.listing import Address, ListedName, ListRow
from debadge.screen.names.entry import PACK, Entry


def pack_entries(law: Law, named: Callable[[str], bool] = lambda _: False) -> Iterator[Entry]:
    """The parties of our facts, each under the names of its makers and badges as well; organs of a state among them.

    Args:
        law: The facts.
        named: Whether measures name a party, by its id.
    """
    others: dict[str, list[ListedName]] = {}
    for maker in law.makers.values():
        if maker.entity:
            others.setdefault(maker.entity, []).append(ListedName(text=maker.name, kind="alias"))
            others[maker.entity] += [ListedName(text=brand, kind="weak") for brand in maker.brands]
    for badge in {badge.id: badge for badge in law.badges.values()}.values():
        if badge.entity:
            names = (badge.name, *badge.aliases)
            others.setdefault(badge.entity, []).extend(ListedName(text=name, kind="alias") for name in names)
    for party in law.parties.values():
        own = [ListedName(text=party.name)]
        own += [ListedName(text=text, kind="alias") for text in (*party.aliases, *party.native_names.values())]
        yield Entry(
            list=PACK,
            ref=party.id,
            names=(*own, *others.get(party.id, ())),
            addresses=(Address(text="", country=party.country),) if party.country else (),
            identifiers=tuple((one.scheme, one.value) for one in party.identifiers if one.verified),
            entity=party.id,
            named=named(party.id),
            citation=party.source.title if party.source else None,
        )


def list_entries(rows: Iterable[ListRow], day: date) -> Iterator[Entry]:
    """Rows of lists that are about organisations, or do not say what they are about, and stand on their list on a day."""
    for row in rows:
        entry = Entry(
            list=row.list,
            ref=row.ref,
            names=row.names,
            addresses=row.addresses,
            identifiers=row.identifiers,
            entity=row.entity,
            start=row.start,
            until=row.until,
            citation=row.citation,
            locator=row.locator,
            unsaid=row.kind == "unknown",
        )
        if row.kind in ("organisation", "unknown") and row.names and entry.holds(day):
            yield entry
