"""From a pack to what judging needs: regimes, parties, makers and badges as model types, links checked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import Any

from debadge.judge.law import Law
from debadge.knowledge.badges import read_badge
from debadge.knowledge.calendars import read_calendars
from debadge.knowledge.clauses import without_words
from debadge.knowledge.entities import listings_of
from debadge.knowledge.negatives import read_negatives
from debadge.knowledge.node import Node
from debadge.knowledge.pack import Pack
from debadge.knowledge.parties import read_maker, read_party
from debadge.knowledge.regimes import RegimeReader
from debadge.knowledge.vocabulary import Vocabulary
from debadge.model.errors import DebadgeError, KnowledgeError
from debadge.model.party import UNKNOWN_HOLDER, Badge
from debadge.model.regime import Listing, Regime

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def vocabulary_of(pack: Pack) -> Vocabulary:
    """The word lists."""
    return Vocabulary.read(pack.family("vocabulary")["vocabulary"], "vocabulary.yaml")


class RegimeLoader:
    """Loads regimes in any order, following `named_of` from one to the other."""

    def __init__(
        self,
        values: Mapping[str, tuple[str, Any]],
        vocabulary: Vocabulary,
        error: type[DebadgeError] = KnowledgeError,
        known: Mapping[str, Regime] | None = None,
        *,
        own: bool = False,
    ) -> None:
        self.values, self.vocabulary, self.error, self.own = values, vocabulary, error, own
        self.regimes: dict[str, Regime] = dict(known or {})
        self.loading: set[str] = set()

    def load(self, id_: str, asked_by: Node | None = None) -> Regime:
        """One regime; a circle of `named_of` is an error."""
        if id_ in self.regimes:
            return self.regimes[id_]
        if id_ not in self.values or id_ in self.loading:
            complaint = (
                f"there is no regime `{id_}`"
                if id_ not in self.values
                else f"`named_of` goes in a circle through `{id_}`"
            )
            raise asked_by.fail(complaint) if asked_by else self.error(complaint)
        self.loading.add(id_)
        place, value = self.values[id_]
        regime = RegimeReader(id_, value, place, self.vocabulary, self._named_of, self.error, own=self.own).read()
        self.loading.discard(id_)
        self.regimes[id_] = regime
        return regime

    def _named_of(self, name: str, node: Node) -> Mapping[str, Listing]:
        return listings_of(self.load(name.partition("/")[0], node).measures, name, node)


def load_law(pack: Pack) -> Law:
    """Everything that tests consult.

    Raises:
        KnowledgeError: A file that does not load, or a name that no file defines; names file and place.
    """
    words = vocabulary_of(pack)
    parties = {_stem(p): read_party(_stem(p), v, f"{p}.yaml") for p, v in pack.family("parties").items()}
    makers = {_stem(p): read_maker(_stem(p), v, f"{p}.yaml") for p, v in pack.family("makers").items()}
    badges = [read_badge(_stem(p), v, f"{p}.yaml") for p, v in pack.family("relabels").items()]
    loader = RegimeLoader({_stem(p): (f"{p}.yaml", v) for p, v in pack.family("regimes").items()}, words)
    regimes = {id_: loader.load(id_) for id_ in sorted(loader.values)}
    _check_files(pack.family("regimes"), regimes)
    return Law(
        regimes=regimes,
        parties=parties,
        makers=makers,
        badges=_by_name(badges),
        parts=words.parts,
        part_products=words.part_products,
        counterparty_acts=words.set("counterparty_acts"),
        calendars=read_calendars(pack.family("calendars")),
        negatives=read_negatives(pack.family("negatives"), words),
    )


def _check_files(paths: Iterable[str], regimes: Mapping[str, Regime]) -> None:
    """A regime lies in its country's folder under a name that can be an id; so none hides another of its name."""
    for path in paths:
        id_, country = _stem(path), regimes[_stem(path)].jurisdiction.partition("-")[0].lower()
        if not _SLUG.fullmatch(id_):
            raise KnowledgeError(f"{path}.yaml: a file's name is its id: small letters, digits and hyphens")
        if PurePosixPath(path).parent.name != country:
            raise KnowledgeError(
                f"{path}.yaml: a regime of {regimes[id_].jurisdiction} belongs into regimes/{country}/"
            )


def _stem(path: str) -> str:
    return PurePosixPath(path).name


def _by_name(badges: list[Badge]) -> dict[str, Badge]:
    names: dict[str, Badge] = {}
    for badge in badges:
        for name in (badge.id, badge.name.lower(), *badge.aliases):
            if names.setdefault(name, badge) is not badge:
                raise KnowledgeError(
                    f"relabels/{badge.id}.yaml: the badge name `{name}` is also that of relabels/{names[name].id}.yaml"
                )
    return names


def check_links(law: Law) -> list[str]:
    """Names that no file defines: owners, entities, suppliers, named parties."""
    wrong = [
        f"parties/{p.id}.yaml: owner `{t.owner}` has no file"
        for p in law.parties.values()
        for t in p.ties
        if t.owner not in law.parties and t.owner != UNKNOWN_HOLDER
    ]
    wrong += [
        f"parties/{p.id}.yaml: maker `{s.maker}` has no file"
        for p in law.parties.values()
        for s in p.supplies
        if s.maker not in law.makers
    ]
    wrong += [
        f"makers/{m.id}.yaml: entity `{m.entity}` has no file"
        for m in law.makers.values()
        if m.entity and m.entity not in law.parties
    ]
    for badge in {b.id: b for b in law.badges.values()}.values():
        wrong += [
            f"relabels/{badge.id}.yaml: maker `{e.maker}` has no file" for e in badge.edges if e.maker not in law.makers
        ]
        if badge.entity and badge.entity not in law.parties:
            wrong.append(f"relabels/{badge.id}.yaml: entity `{badge.entity}` has no file")
    wrong += [
        f"makers/{maker.id}.yaml: the badge `{brand}` has a file of its own, relabels/{law.badges[brand].id}.yaml"
        for maker in law.makers.values()
        for brand in maker.brands
        if brand in law.badges
    ]
    return [*wrong, *(said for regime in law.regimes.values() for said in _regime_links(regime, law))]


def _regime_links(regime: Regime, law: Law) -> list[str]:
    wrong = [
        f"regimes/{regime.id}: named party `{name}` has no file"
        for m in regime.measures
        for name in m.entity.named
        if name not in law.parties
    ]
    wrong += [
        f"regimes/{regime.id}: follows `{other}`, which has no file"
        for other in regime.follows
        if other not in law.regimes
    ]
    wrong += [
        f"regimes/{regime.id}: duty `{duty.id}`: calendar `{duty.calendar}` has no file"
        for duty in regime.duties
        if duty.calendar and duty.calendar not in law.calendars
    ]
    return [*wrong, *without_words(regime)]
