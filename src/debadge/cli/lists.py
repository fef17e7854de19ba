"""`debadge lists import|status|diff|sync`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from debadge.cli.common import as_json, cited, day, note, out, today, wrap
from debadge.flow.lists import home_of, list_id
from debadge.flow.lists_diff import Difference, of_days, of_files
from debadge.flow.lists_doubt import Doubt
from debadge.flow.lists_import import Failed, Imported, Order, Taken, import_files
from debadge.flow.lists_status import Standing, status
from debadge.flow.lists_sync import Synced, sync
from debadge.flow.world import World
from debadge.knowledge.lists import TARGETS
from debadge.knowledge.node import Node
from debadge.knowledge.yamlfile import read_yaml
from debadge.model.errors import InputError, ToldError
from debadge.model.listing import Snapshot
from debadge.report.reading.plain import cut, harmless
from debadge.report.terminal.columns import laid_out
from debadge.sources.lists.read import ListReading
from debadge.text.sentences import Sentences

DONE, UNREADABLE = 0, 3  # DESIGN.md section 5
_FEW = 5  # rejects that a person is shown
_SOME = 40  # rows of each kind of a difference
_SHOWN = 160  # characters of a name
_COLUMNS, _RIGHTS = (22, 10, 10, 6, 6, 16), (False, False, False, True, True, False)


def run(args: argparse.Namespace) -> int:
    """Do it and say what was done; 3 where a file was not read, a list refused, or what is kept was changed."""
    world = World.load()
    words = world.sentences(args.lang)
    match args.what:
        case "import":
            return _import(args, world, words)
        case "status":
            return _status(args, world, words)
        case "diff":
            return _diff(args, world, words)
        case _:
            return _sync(args, world, words)


def _order(args: argparse.Namespace) -> Order:
    """What was said of an import.

    Raises:
        ToldError: No day, no reason, no mapping.
    """
    if args.accept is not None and not args.accept.strip():
        raise ToldError("lists.accept_empty")
    return Order(
        home=home_of(args.home),
        day=day(args.day, "--day") or today(),
        list=getattr(args, "list", None),
        published=day(getattr(args, "published", None), "--published"),
        accept=args.accept and " ".join(args.accept.split()),
        mapping=_mapping(args) if hasattr(args, "map") else {},
    )


def _mapping(args: argparse.Namespace) -> dict[str, str]:
    """Target -> column; what is said on the line goes before what is saved."""
    told: dict[str, str] = {}
    if args.map_file:
        node = Node(read_yaml(Path(args.map_file), InputError), Path(args.map_file).name, InputError)
        told = {name: node.text(name) for name in list(node.left)}
    told |= {target: column for target, _, column in (text.partition("=") for text in args.map)}
    for target, column in told.items():
        if target not in TARGETS or not column:
            raise ToldError("lists.map_form", text=f"{target}={column}", targets=", ".join(sorted(TARGETS)))
    return told


def _import(args: argparse.Namespace, world: World, words: Sentences) -> int:
    done = import_files([Path(name) for name in args.file], _order(args), world)
    if args.format == "json":
        out(as_json(_plain(done)))
    elif done.taken:
        out("\n".join(_all_taken(done.taken, words)))
    if args.format != "json":
        for line in _beside(done, words):
            note(args, line)
    return _told(args, done, words)


def _told(args: argparse.Namespace, done: Imported, words: Sentences) -> int:
    """Files that failed are errors, which --quiet does not silence."""
    if args.format != "json":
        for bad in done.failed:
            note(argparse.Namespace(quiet=False), _failed(bad, words))
    return DONE if done.whole else UNREADABLE


def _failed(bad: Failed, words: Sentences) -> str:
    return wrap(words.say("lists.import.failed", file=bad.name, why=words.say(bad.reason, **bad.given)), 0, 2)


def _plain(done: Imported) -> dict[str, object]:
    return {
        "lists": [one.plain() for one in done.taken],
        "files": [_reading(one) for one in done.readings],
        "failed": [bad.plain() for bad in done.failed],
    }


def _reading(one: ListReading) -> dict[str, object]:
    return {
        "files": [{"name": file.name, "digest": file.digest} for file in one.files],
        "layout": one.layout,
        "persons": sum(one.persons.values()),
        "united": one.united,
        "no_party": one.no_party,
        "rejected": one.rejected,
        "reasons": dict(one.reasons),
        "rejects": [reject.plain() for reject in one.rejects],
        "left_over": list(one.left_over),
        "repaired": one.repaired,
        "doubtful": one.doubtful,
    }


def _all_taken(several: Sequence[Taken], words: Sentences) -> Iterator[str]:
    yield from (line for one in several for line in _taken(one, words))
    if not all(one.kept for one in several):
        yield wrap(words.say("lists.import.remedy"))


def _taken(one: Taken, words: Sentences) -> Iterator[str]:
    new = one.snapshot
    told = {"list": new.list, "count": new.count, "day": _when(new, words)}
    yield wrap(words.say("lists.import.kept" if one.kept else "lists.import.refused", **told), 0, 2)
    yield from _lines(words.say("lists.import.doubt", doubt=_doubt(doubt, words)) for doubt in one.doubts)
    if one.kept and new.accepted:
        yield from _lines([words.say("lists.import.accepted", reason=new.accepted)])
    if one.kept:
        yield from _lines([words.say("lists.import.digest", digest=new.digest)])
    if one.unchanged:
        yield from _lines([words.say("lists.import.unchanged")])
    elif one.before:
        yield from _lines([words.say("lists.import.before", count=one.before.count, day=_when(one.before, words))])
    if new.partial:
        yield from _lines([words.say("lists.import.partial")])
    if new.persons:
        yield from _lines([words.say("lists.import.persons", count=new.persons)])


def _doubt(doubt: Doubt, words: Sentences) -> str:
    content = {key: words.say(f"lists.content.{kind}") for key, kind in doubt.given.items() if key == "content"}
    return words.say(doubt.reason, **{**doubt.given, **content})


def _lines(texts: Iterable[str]) -> Iterator[str]:
    return (wrap(text, 2, 4) for text in texts)


def _when(snapshot: Snapshot, words: Sentences) -> str:
    if snapshot.published:
        return words.say("lists.import.published", day=snapshot.published)
    return words.say("lists.import.imported", day=snapshot.imported)


def _beside(done: Imported, words: Sentences) -> Iterator[str]:
    """What was read otherwise than it was written, left over or rejected."""
    for one in done.readings:
        counts = {"united": one.united, "no_party": one.no_party, "repaired": one.repaired, "doubtful": one.doubtful}
        told = [words.say(f"lists.import.{name}", count=count) for name, count in counts.items() if count]
        if one.left_over:
            told.append(words.say("lists.import.left_over", columns=", ".join(one.left_over)))
        if one.rejected:
            told.append(words.say("lists.import.rejected", count=one.rejected))
        if told:
            files = ", ".join(file.name for file in one.files)
            yield wrap(words.say("lists.import.file", files=files, layout=one.layout), 0, 2)
            yield from _lines(told)
        for reject in one.rejects[:_FEW]:
            why = words.say(reject.reason, **reject.given)
            yield wrap(words.say("lists.import.reject", locator=reject.locator, why=why), 4, 6)
        if one.rejected > _FEW:
            yield wrap(words.say("lists.import.more", count=one.rejected - _FEW), 4, 6)


def _status(args: argparse.Namespace, world: World, words: Sentences) -> int:
    home, as_of = home_of(args.home), day(args.as_of, "--as-of") or today()
    told = status(home, as_of, world)
    if args.format == "json":
        out(as_json({"as_of": as_of.isoformat(), "lists": [one.plain() for one in told]}))
    else:
        out("\n".join(_standings(told, str(home), str(as_of), words)))
    return UNREADABLE if any(one.broken for one in told) else DONE


def _standings(told: Sequence[Standing], home: str, as_of: str, words: Sentences) -> Iterator[str]:
    yield wrap(words.say("lists.status.title", home=home, day=as_of), 0, 2)
    heads = [words.say(f"lists.status.{n}") for n in ("list", "published", "imported", "age", "rows", "state")]
    yield from laid_out(heads, _COLUMNS, _RIGHTS)
    for one in told:
        yield from laid_out([harmless(cell) for cell in _cells(one, words)], _COLUMNS, _RIGHTS)
    for one in told:
        for bad in one.broken:
            yield wrap(words.say(bad.reason, path=bad.path), 0, 2)
        if one.snapshot and one.snapshot.accepted:
            yield wrap(words.say("lists.status.why", list=one.list, reason=one.snapshot.accepted), 0, 2)
    yield wrap(words.say("lists.status.legend"))


def _cells(one: Standing, words: Sentences) -> list[str]:
    new = one.snapshot
    if new is None:
        why = "missing" if any(bad.is_missing for bad in one.broken) else one.absent
        return [one.list, "", "", "", "", words.say(f"lists.status.{why}")]
    return [
        one.list,
        str(new.published or words.say("lists.status.not_told")),
        str(new.imported),
        "?" if one.age_days is None else words.say("lists.status.days", days=one.age_days),
        str(new.count),
        "; ".join(_states(one, new, words)),
    ]


def _states(one: Standing, new: Snapshot, words: Sentences) -> Iterator[str]:
    """A list whose age is not known is never told as current."""
    if one.past_recheck:
        yield words.say("lists.status.past")
    elif not new.accepted and one.age_days is not None:
        yield words.say("lists.status.current")
    if new.partial:
        yield words.say("lists.status.partial")
    if new.accepted:
        yield words.say("lists.status.accepted")
    if one.age_days is None:
        yield words.say("certificate.list.no_day", age=one.imported_days)


def _diff(args: argparse.Namespace, world: World, words: Sentences) -> int:
    list_ = list_id(world, args.id)
    if len(args.file) not in {0, 2}:
        raise ToldError("lists.diff_files")
    first, last = day(args.first, "--from"), day(args.last, "--to") or today()
    if args.file:
        order = Order(home=home_of(args.home), day=last, list=list_, mapping=_mapping(args))
        told = of_files([Path(name) for name in args.file], list_, order, world)
    else:
        told = of_days(home_of(args.home), list_, first, last)
    if not isinstance(told, Difference):
        for bad in told:
            note(argparse.Namespace(quiet=False), _failed(bad, words))
        return UNREADABLE
    if args.format == "json":
        out(as_json({"list": list_, **told.plain()}))
    else:
        out("\n".join(_difference(told, list_, args.file, words)))
    return DONE


def _difference(told: Difference, list_: str, files: Sequence[str], words: Sentences) -> Iterator[str]:
    old, new = told.before, told.after
    if files:
        names = {"before": Path(files[0]).name, "after": Path(files[1]).name}
        yield wrap(words.say("lists.diff.files", list=list_, **names), 0, 2)
    else:
        yield wrap(words.say("lists.diff.title", list=list_, before=old.day, after=new.day), 0, 2)
    counts = {"added": len(told.added), "removed": len(told.removed), "changed": len(told.changed)}
    yield wrap(words.say("lists.diff.count", before=old.count, after=new.count, **counts), 0, 2)
    if old.partial != new.partial:
        yield wrap(words.say("lists.diff.partial"), 0, 2)
    added = [words.say("lists.diff.added", name=cut(row.names[0].text, _SHOWN)) for row in told.added]
    removed = [words.say("lists.diff.removed", name=cut(row.names[0].text, _SHOWN)) for row in told.removed]
    changed = []
    for one in told.changed:
        fields = ", ".join(words.say(f"lists.field.{field}") for field in one.fields)
        name = cut(one.after.names[0].text, _SHOWN)
        changed.append(words.say("lists.diff.changed", name=name, fields=fields))
    for several in (added, removed, changed):
        yield from (wrap(line, 2, 4) for line in several[:_SOME])
        if len(several) > _SOME:
            yield wrap(words.say("lists.diff.more", count=len(several) - _SOME), 2, 4)


def _sync(args: argparse.Namespace, world: World, words: Sentences) -> int:
    told = list(sync(args.id, _order(args), world))
    if args.format == "json":
        out(as_json({"lists": [one.plain() for one in told]}))
    else:
        out("\n".join(line for one in told for line in _synced(one, words)))
        for one in told:
            for line in _beside(one.done, words) if one.done else ():
                note(args, line)
    return DONE if all(one.whole for one in told) else UNREADABLE


def _synced(one: Synced, words: Sentences) -> Iterator[str]:
    for url in one.fetched:
        yield from cited(words.say("lists.sync.fetched"), url)
    for bad in one.missed:
        yield wrap(words.say(bad.reason, **bad.given), 0, 2)
    if one.done:
        yield from _all_taken(one.done.taken, words)
        yield from (_failed(bad, words) for bad in one.done.failed)
        return
    yield wrap(words.say("lists.sync.nothing" if one.missed else "lists.sync.by_hand", list=one.list), 0, 2)
    for url in one.pages:
        yield from cited(words.say("lists.sync.page"), url)
