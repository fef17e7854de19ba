"""`debadge knowledge diff`: what one pack of facts says otherwise than another, part by part.

Works on the facts as they are written, so that no part of a file can change unseen. Entries of a list are told apart by
what names them (an id, an owner, a forum), words of a list as a set: their order is told only where nothing else changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from debadge.knowledge.pack import Pack
from debadge.text.sentences import LANGUAGES

FAMILIES = ("regimes", "parties", "makers", "relabels", "fingerprints", "models", "prefixes", "profiles")
"""Facts about the world, in the order in which they are told; then the others: word lists, columns, joins, sentences."""
_NAMED_BY = (
    ("id",),
    ("owner",),
    ("maker", "scope"),
    ("forum",),
    ("by",),
    ("organisation",),
    ("pattern",),
    ("from",),
    ("text",),
)  # what tells entries of a list apart: the first of which an entry has all
_WHOLE = (frozenset(LANGUAGES), frozenset({"earliest", "latest"}))  # mappings that are one value: a sentence, a window
_ABSENT: Any = object()  # a party may be named with nothing else said of it, and null is not nothing
_AS_SETS = frozenset({"prefixes"})  # texts that are lists of words


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One part that is there in one pack only, or says something else."""

    family: str
    record: str  # the file, or the entry of a file that is a list
    kind: str  # added | removed | changed | reordered
    path: tuple[str, ...]  # keys and names of entries, from the record downwards; empty: the whole record
    before: Any
    after: Any

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "family": self.family,
            "record": self.record,
            "kind": self.kind,
            "path": list(self.path),
            "before": self.before,
            "after": self.after,
        }


def pack_diff(before: Pack, after: Pack) -> tuple[Change, ...]:
    """Every change, by family and record, in the order of the parts."""
    return tuple(
        Change(family=family, record=record, kind=kind, path=path, before=old, after=new)
        for family in _families(before, after)
        for record, kind, path, old, new in _records(before.family(family), after.family(family))
    )


def names_in(packs: Iterable[Pack]) -> dict[str, str]:
    """Id -> name of parties, badges and makers, those of later packs first in doubt."""
    return {
        PurePosixPath(path).name: value["name"]
        for pack in packs
        for family in ("parties", "relabels", "makers")
        for path, value in pack.family(family).items()
        if isinstance(value, dict) and isinstance(value.get("name"), str)
    }


def _families(before: Pack, after: Pack) -> Sequence[str]:
    there = {*before.families, *after.families}
    return (*(name for name in FAMILIES if name in there), *sorted(there - set(FAMILIES)))


Found = tuple[str, str, tuple[str, ...], Any, Any]
"""Record, kind, path, before, after."""
Part = tuple[str, tuple[str, ...], Any, Any]
"""Kind, path, before, after."""


def _records(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Found]:
    old, new = dict(_entries(before)), dict(_entries(after))
    for record in sorted({*old, *new}):
        for kind, path, was, now in _parts(old.get(record, _ABSENT), new.get(record, _ABSENT), ()):
            yield record, kind, path, was, now


def _entries(files: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for path, value in files.items():
        name = path.partition("/")[2] or path
        if isinstance(value, list) and _are_named(value):
            yield from ((f"{name}/{entry}", item) for entry, item in _by_name(value).items())
        else:
            yield name, value


def _parts(old: Any, new: Any, path: tuple[str, ...]) -> Iterator[Part]:
    if old == new:
        yield from _orders(old, new, path)
        return
    if old is _ABSENT:
        yield "added", path, None, new
    elif new is _ABSENT:
        yield "removed", path, old, None
    elif isinstance(old, dict) and isinstance(new, dict) and not _is_whole(old, new):
        for key in dict.fromkeys((*new, *old)):
            yield from _parts(old.get(key, _ABSENT), new.get(key, _ABSENT), (*path, key))
    elif isinstance(old, list) and isinstance(new, list):
        yield from _lists(old, new, path)
    elif path and path[-1] in _AS_SETS and isinstance(old, str) and isinstance(new, str):
        yield from _lists(old.split(), new.split(), path)
    else:
        yield "changed", path, old, new


def _orders(old: Any, new: Any, path: tuple[str, ...]) -> Iterator[Part]:
    """Equal mappings whose keys stand in another order: named parties and sources are shown in theirs."""
    if isinstance(old, list) and _are_named(old):
        old, new = _by_name(old), _by_name(new)
    if not isinstance(old, dict):
        return
    if list(old) != list(new):
        yield "reordered", path, list(old), list(new)
    for key, value in old.items():
        yield from _orders(value, new[key], (*path, key))


def _is_whole(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    return any(set(old) <= keys and set(new) <= keys for keys in _WHOLE)


def _lists(old: list[Any], new: list[Any], path: tuple[str, ...]) -> Iterator[Part]:
    if _are_named(old) and _are_named(new):
        yield from _parts(_by_name(old), _by_name(new), path)
        return
    lost, won = _without(old, new), _without(new, old)
    if lost:
        yield "removed", path, lost, None
    if won:
        yield "added", path, None, won
    if not lost and not won:
        yield "reordered", path, old, new


def _without(several: list[Any], others: list[Any]) -> list[Any]:
    left = list(others)
    told = []
    for one in several:
        if one in left:
            left.remove(one)
        else:
            told.append(one)
    return told


def _are_named(several: list[Any]) -> bool:
    return all(isinstance(item, dict) and _name(item) for item in several)


def _by_name(several: list[Any]) -> dict[str, Any]:
    """Entries by name; of several of one name the later ones are numbered."""
    seen: Counter[str] = Counter()
    told = {}
    for item in several:
        name = _name(item)
        seen[name] += 1
        told[name if seen[name] == 1 else f"{name} ({seen[name]})"] = item
    return told


def _name(item: Mapping[str, Any]) -> str:
    keys = next((keys for keys in _NAMED_BY if all(item.get(key) is not None for key in keys)), ())
    return ", ".join(str(item[key]) for key in keys)
