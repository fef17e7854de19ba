"""`debadge screen names`."""
from __future__ import annotations
from collections.abc import Iterator
from debadge.judge.law import Law
from debadge.model.listing import Address, ListedName
from debadge.screen.names.entry import Entry
from debadge.text.folding import fold

def pack_entries(law: Law) -> Iterator[Entry]:
    badges = {badge.id: badge for badge in law.badges.values() if badge.entity}
    of_entity: dict[str, list[str]] = {}
    for maker in law.makers.values():
        if maker.entity: of_entity.setdefault(maker.entity, []).append(maker.name)
    for party in law.parties.values():
        names=[party.name,*party.native_names.values(),*party.aliases,*of_entity.get(party.id,())]
        yield Entry(list="pack",ref=party.id,names=tuple(ListedName(text=n) for n in dict.fromkeys(names)),addresses=(Address(text="",country=party.country),) if party.country else (), identifiers=tuple((i.scheme,i.value) for i in party.identifiers), entity=party.id, group=party.id)
