"""`debadge screen names`: one answer for each name, in input order, from lists, parties and ownership put together."""

from __future__ import annotations

import gc
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from debadge.flow import reading_cache
from debadge.flow.asked_names import names_at_hand
from debadge.flow.each_name import TOO_LONG, each_name, standing
from debadge.flow.name_entries import list_entries, pack_entries
from debadge.flow.no_owners import NoOwners, are_whole
from debadge.flow.said_owners import with_owners
from debadge.flow.standing import Standings
from debadge.flow.world import World
from debadge.knowledge.screening import name_policy, name_words
from debadge.model.ids import digest
from debadge.model.listing import Snapshot
from debadge.model.query import Query
from debadge.model.words import Answer as Told
from debadge.screen.names.answer import Answer, NameAnswer
from debadge.screen.names.entry import PACK, Entry
from debadge.screen.names.index import Index
from debadge.screen.names.letters import is_unread
from debadge.screen.names.own_part import with_own_parts
from debadge.screen.names.person import is_person
from debadge.screen.names.reading import Reader
from debadge.screen.names.screener import Candidate, Screener
from debadge.screen.names.words import Policy
from debadge.text.folding import fold

_LETTERS = frozenset(
    {"name", "part", "bracket"}
)  # ways to be found in words of letters; signs have no blanks between words
MOST_OTHERS = 5  # further parties told of one name; a person who looks at more asks for the name alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Against:
    """What names were compared with: told once beside the answers."""

    as_of: date
    jurisdiction: str | None  # place of who asks, if anybody said who does
    pack: str
    policy: str
    threshold: float
    sure: float
    lists: tuple[Mapping[str, Any], ...]
    """Of each: id, digest, published, imported, count, rows left out (vessels, aircraft, not on it that day), age in days,
    whether it is a selection, why it was accepted."""

    @property
    def id(self) -> str:
        """A digest of it all."""
        return digest(self.plain())

    def brief(self) -> dict[str, Any]:
        """What an answer carries with it where no head stands beside the answers."""
        lists = [{"id": one["id"], "age_days": one["age_days"]} for one in self.lists]
        return {"as_of": self.as_of.isoformat(), "pack": self.pack, "policy": self.policy, "lists": lists}

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "as_of": self.as_of.isoformat(),
            "jurisdiction": self.jurisdiction,
            "pack": self.pack,
            "policy": self.policy,
            "threshold": self.threshold,
            "sure": self.sure,
            "lists": [dict(one) for one in self.lists],
        }


class NameScreen:
    """Screens names against lists and parties on one day; made once, asked as often as one likes."""

    def __init__(
        self,
        world: World,
        snapshots: Sequence[Snapshot] = (),
        *,
        as_of: date,
        home: Path | None = None,
        jurisdiction: str | None = None,
    ) -> None:
        """Build the index.

        Args:
            world: The facts.
            snapshots: Lists as they were kept; only rows that stand on their list on the day are compared.
            as_of: The day for which is asked who is named and who owns whom.
            jurisdiction: Place of who asks ("CA", "CA-QC"): the text of a measure of that place is cited first.
            home: Folder below which readings of listed names are kept for the next start; None: nowhere.
        """
        words, policy = name_words(world.pack), name_policy(world.pack)
        rows = (row for snapshot in snapshots for row in snapshot.rows)
        self._standings = Standings(world.law, as_of, jurisdiction)
        reader = Reader(words)
        listed = with_own_parts(list_entries(rows, as_of), reader)
        entries = [*pack_entries(world.law, self._is_surely_named), *listed]
        compared = Counter(entry.list for entry in entries)
        self.words, self._policy = words, policy
        with _uncollected():
            self.index = _indexed(entries, reader, policy, world, snapshots, home)
        self._screener = Screener(self.index)
        self._law, self._no_owners = world.law, NoOwners(world.no_owner, reader.without_forms)
        self.against = Against(
            as_of=as_of,
            jurisdiction=jurisdiction,
            pack=world.pack.name,
            policy=policy.id,
            threshold=policy.threshold,
            sure=policy.sure,
            lists=tuple({**_told(one, as_of), "left_out": one.count - compared[one.list]} for one in snapshots),
        )

    def screen(self, query: Query | str) -> NameAnswer:
        """The answer for one row: of its names the worst. The same names, lists, facts and policy give the same answer."""
        asked = Query(text=query) if isinstance(query, str) else query
        return standing(asked, [told for _, told in self.each(asked)])

    def each(self, query: Query) -> list[tuple[Query, NameAnswer]]:
        """Every name of a row as it is asked about, with its own answer."""
        return [(asked, self._of_name(asked)) for asked in each_name(query)]

    def _of_name(self, asked: Query) -> NameAnswer:
        if reason := self._refused(asked):
            return self._answer(asked, Answer.REFUSED, reason=reason)
        told = self._of_candidates(asked, self._screener.candidates(asked, 0.0))
        if told.answer is Answer.NO_MATCH and is_unread(asked.text):
            return self._answer(asked, Answer.REFUSED, reason="screen.refused.script")
        owners = self._no_owners.known(asked)
        if not owners:
            return told
        return with_owners(replace(asked, owners=owners), told, self.screen, is_whole=are_whole(asked.owners, owners))

    def steps(self, text: str) -> list[tuple[str, str]]:
        """How a name was read, step by step: (step, what it left)."""
        steps: list[tuple[str, str]] = []
        self.index.reader.read(text, steps)
        return steps

    def _refused(self, asked: Query) -> str | None:
        if asked.bad:
            return asked.bad
        if not any(map(str.isalnum, asked.text)):
            return "screen.refused.empty"
        if self.index.reader.is_too_long(asked.text):
            return TOO_LONG
        if is_person(asked, self.index.reader) and not self.index.branded(self.index.reader.read(asked.text)):
            return "screen.refused.person"
        return None

    def _answer(self, asked: Query, answer: Answer, **told: Any) -> NameAnswer:
        return NameAnswer(
            query=asked.text, line=asked.line, given=asked.given, answer=answer, policy=self._policy.id, **told
        )

    def _of_candidates(self, asked: Query, found: Sequence[Candidate]) -> NameAnswer:
        groups: dict[str, list[Candidate]] = {}
        over = [candidate for candidate in found if candidate.score >= self._policy.threshold]
        if not over:
            return self._none(asked, found)
        for candidate in over:
            groups.setdefault(self.index.group(candidate.entry), []).append(candidate)
        ranked = sorted(groups.values(), key=lambda group: -group[0].score)  # stable: the best row of each is its first
        while ranked and not self._is_named(ranked[0]):
            entity = ranked[0][0].entry.entity
            if _is_sure(ranked[0][0], self._policy.sure):  # known to us, named by nobody and tied to nobody who is
                told = self._none(asked, [one for one in found if self.index.party(one.entry) != entity])
                rest_told = tuple(map(self._other, ranked[1 : MOST_OTHERS + 1]))
                return replace(told, entity=entity, ownership=self._ownership(entity), others=rest_told)
            del ranked[0]
        if not ranked:
            return self._none(asked, found)
        first, *rest = ranked
        told = self._of_group(asked, first)
        same = [one for one in first if (one.entry.list, one.entry.ref) != (told.list, told.ref)]
        others = [*(self._other([one], same_party=True) for one in same), *map(self._other, rest)]
        return replace(told, others=tuple(others[: MOST_OTHERS + len(first) - 1]))

    def _none(self, asked: Query, found: Sequence[Candidate]) -> NameAnswer:
        """No match, with the named candidate that comes nearest to one, so that answers can be ranked."""
        best = next((one for one in found if self._is_named([one])), None)
        if best is None:
            return self._answer(asked, Answer.NO_MATCH)
        entity = self.index.party(best.entry)
        told = {"name": best.name, "list": best.entry.list, "ref": best.entry.ref, "entity": entity}
        score = min(best.score, self._policy.threshold)
        return self._answer(asked, Answer.NO_MATCH, score=score, nearest={**told, "score": best.score})

    def _of_group(self, asked: Query, group: Sequence[Candidate]) -> NameAnswer:
        """One party, found in one row or several: by its best row; what the lists and our facts say of it decides."""
        best = group[0]
        sure = [one for one in group if one.entry.list != PACK and _is_sure(one, self._policy.sure)]
        on_list = _cited(sure)
        entity = next((one for one in (self.index.party(c.entry) for c in group) if one), None)
        naming = self._standings.naming(entity) if entity else None
        tied = self._standings.tied(entity) if entity and not (naming and naming.sure) else None
        shown = on_list or _cited([one for one in group if one.score == best.score]) or best
        if not any(_is_sure(one, self._policy.sure) for one in group) or (
            entity is None and self._is_lone(asked, best)
        ):
            answer = Answer.POSSIBLE
        elif on_list or (naming and naming.sure):
            answer = Answer.LISTED
        else:
            answer = Answer.AFFILIATE if tied and tied.answer is Told.YES else Answer.CANNOT_TELL
        return self._answer(
            asked,
            answer,
            score=best.score,
            entity=entity,
            list=shown.entry.list,
            ref=shown.entry.ref,
            row=shown.entry.locator or None,
            **self._said(shown.entry),
            regimes=naming.regimes if naming else (),
            name=shown.name,
            matched=shown.matched,
            channel=shown.channel,
            ownership=self._ownership(entity),
            ties=tied.ties if tied else (),
        )

    def _is_lone(self, asked: Query, best: Candidate) -> bool:
        """Whether one word is all that agrees: "Prometheus" is the name of many firms, unless its legal form or place is told."""
        if best.channel not in _LETTERS or len(best.matched) > 1 or asked.country or asked.address or asked.identifiers:
            return False
        words = tuple(fold(asked.text).split())
        return self.index.reader.without_forms(words) == words

    def _is_named(self, group: Sequence[Candidate]) -> bool:
        """Whether a list or a measure stands behind a candidate at all."""
        entity = next((one for one in (self.index.party(c.entry) for c in group) if one), None)
        if entity is None or any(one.entry.list != PACK for one in group):
            return True
        return self._standings.naming(entity) is not None or self._standings.tied(entity) is not None

    def _said(self, entry: Entry) -> dict[str, str | None]:
        """Since when, until when and by what text a row is listed, or measures name a party of ours."""
        naming = self._standings.naming(entry.entity) if entry.list == PACK and entry.entity else None
        since, until, citation = entry.start, entry.until, entry.citation
        if entry.list == PACK:
            since, until, citation = (naming.since, naming.until, naming.citation) if naming else (None, None, None)
        return {
            "since": since.isoformat() if since else None,
            "until": until.isoformat() if until else None,
            "citation": citation,
        }

    def _other(self, group: Sequence[Candidate], *, same_party: bool = False) -> dict[str, Any]:
        best = group[0]
        said = self._said(best.entry)
        return {
            "list": best.entry.list,
            "ref": best.entry.ref,
            "name": best.name,
            "score": best.score,
            "channel": best.channel,
            "weak": best.weak,
            "rows": len(group),
            "since": said["since"],
            "citation": said["citation"],
            "same_party": same_party,
        }

    def _is_surely_named(self, party: str) -> bool:
        naming = self._standings.naming(party)
        return naming is not None and naming.sure

    def _ownership(self, entity: str | None) -> str:
        return "known" if entity and self._law.graph.knows(entity) else "not_looked"


def _indexed(
    entries: Sequence[Entry],
    reader: Reader,
    policy: Policy,
    world: World,
    snapshots: Sequence[Snapshot],
    home: Path | None,
) -> Index:
    """The index, with the names that were read before where they were kept."""
    if home is None:
        return Index(entries, reader, policy)
    key = reading_cache.key_of(world.pack, tuple(snapshot.digest for snapshot in snapshots))
    readings = reading_cache.load(home, key)
    known = len(readings)
    index = Index(entries, reader, policy, readings)
    if len(readings) > known:
        reading_cache.keep(home, key, readings)
    return index


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles, which would walk over the growing index again and again: a fifth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _is_sure(candidate: Candidate, sure: float) -> bool:
    return candidate.score >= sure and not candidate.weak


def _cited(candidates: Sequence[Candidate]) -> Candidate | None:
    """The first of which is known by what text it is listed; else the first."""
    return next((one for one in candidates if one.entry.citation), next(iter(candidates), None))


def _told(snapshot: Snapshot, day: date) -> dict[str, Any]:
    told = snapshot.plain()
    read = snapshot.published or snapshot.imported
    return {
        "id": snapshot.list,
        "digest": snapshot.digest,
        "published": told["published"],
        "imported": told["imported"],
        "count": snapshot.count,
        "age_days": (day - read).days,
        "partial": snapshot.partial,
        "accepted": snapshot.accepted,
        "doubts": list(snapshot.doubts),
    }


def screen_names(
    names: Iterable[str | Mapping[str, Any] | Query],
    world: World | None = None,
    snapshots: Sequence[Snapshot] | None = None,
    as_of: date | None = None,
    jurisdiction: str | None = None,
) -> Iterator[dict[str, Any]]:
    """Screen names one after another, in their order and in constant memory: for programs that have their names at hand.

    Args:
        names: Texts, mappings (``query``, further names, ``country``, ``address``, ``identifiers``, ``owners``), or queries.
        world: The facts; those that are installed if none are given.
        snapshots: Lists to compare with beside the parties of the facts; None: those that are kept below DEBADGE_HOME, if it is
            set, as the command does.
        as_of: The day asked about; today if none is given.
        jurisdiction: Place of who asks ("CA", "CA-QC"): the text of a measure of that place is cited first.

    Yields:
        `NameAnswer.plain()`, one for each name, and ``against``: day, facts, policy, and each list with its age in days. No list
        there is none that was compared.
    """
    world = world or World.load()
    day = as_of or date.today()  # noqa: DTZ011  # the caller's own day
    lists = _kept(day) if snapshots is None else snapshots
    screen = NameScreen(world, lists, as_of=day, jurisdiction=jurisdiction)
    against = screen.against.brief()
    for query in names_at_hand(names, world):
        yield {**screen.screen(query).plain(), "against": against}


def _kept(day: date) -> tuple[Snapshot, ...]:
    """The lists of the folder that the environment names; none where it names none."""
    from debadge.flow.lists import HOME, load_snapshots  # noqa: PLC0415  # not asked for by who gives lists

    home = os.environ.get(HOME)
    return load_snapshots(Path(home), day) if home else ()
