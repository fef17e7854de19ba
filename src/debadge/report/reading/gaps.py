"""What nobody looked at, as fractions with denominators; where there is no denominator the share is unknown, never all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from debadge.model.coverage import Coverage, NetworkCoverage
from debadge.model.finding import FindingGroup
from debadge.report.reading.answers import Answers
from debadge.report.reading.plain import harmless
from debadge.report.reading.speech import Speech


@dataclass(frozen=True, slots=True)
class Gap:
    """One line of the box: what it is about, what is known, and whether something is missing."""

    about: str
    told: str
    is_open: bool
    share: tuple[int, int] | None = None  # looked at, of how many


def gaps(answers: Answers, speech: Speech) -> tuple[Gap, ...]:
    """Addresses, records, groups of evidence, parts and owners, and what was set aside."""
    coverage = answers.assessment.coverage
    units = sum(asset.quantity for asset in answers.assessment.assets)
    return (
        *_networks(coverage, speech),
        *_kinds(coverage, speech),
        *_groups(coverage.not_looked, units, speech),
        *_groups(_behind(answers), units, speech),
        *_set_aside(coverage, speech),
        *_places(answers, speech),
        *_not_found(answers, speech),
    )


def _not_found(answers: Answers, speech: Speech) -> Iterator[Gap]:
    """A search without result is told with its day: it is no answer, and later days are not looked at."""
    for one in answers.assessment.not_found:
        about = speech.say("report.gap.not_found", day=one.as_of)
        yield Gap(about, speech.text(one.says), is_open=one.as_of.latest < answers.assessment.as_of)


def _networks(coverage: Coverage, speech: Speech) -> Iterator[Gap]:
    about = speech.say("report.gap.addresses")
    if coverage.networks is None:
        yield Gap(about, speech.say("report.gap.addresses.unknown"), is_open=True)
        return
    swept, whole = sum(n.swept for n in coverage.networks), sum(n.addresses for n in coverage.networks)
    yield Gap(about, speech.say("report.gap.addresses.all", swept=swept, whole=whole), swept < whole, (swept, whole))
    for network in coverage.networks:
        yield _network(network, speech)


def _network(network: NetworkCoverage, speech: Speech) -> Gap:
    about = speech.say("report.gap.network", network=harmless(network.network), site=speech.site(network.site))
    methods = harmless(", ".join(network.methods)) or speech.say("report.none")
    told = [
        speech.say(
            "report.gap.network.none" if not network.swept else "report.gap.network.swept",
            swept=network.swept,
            whole=network.addresses,
            methods=methods,
            last=network.last or speech.say("report.unknown"),
        ),
        speech.say("report.gap.network.answered", answered=network.answered),
    ]
    if network.excluded:
        told.append(speech.say("report.gap.network.excluded", excluded=network.excluded))
    return Gap(about, " ".join(told), network.swept < network.addresses, (network.swept, network.addresses))


def _kinds(coverage: Coverage, speech: Speech) -> Iterator[Gap]:
    about = speech.say("report.gap.records")
    read = _list("record_kind", coverage.kinds_read, speech)
    if coverage.kinds_expected is None:
        yield Gap(about, speech.say("report.gap.records.unknown", read=read), is_open=True)
        return
    missing = [kind for kind in coverage.kinds_expected if kind not in coverage.kinds_read]
    got, whole = len(coverage.kinds_expected) - len(missing), len(coverage.kinds_expected)
    said = "report.gap.records.missing" if missing else "report.gap.records.all"
    yield Gap(
        about,
        speech.say(said, got=got, whole=whole, read=read, missing=_list("record_kind", missing, speech)),
        bool(missing),
        (got, whole),
    )


def _list(kind: str, words: Sequence[str], speech: Speech) -> str:
    return ", ".join(speech.word(kind, word) for word in words) or speech.say("report.none")


def _groups(missing: Mapping[str, int], units: int, speech: Speech) -> Iterator[Gap]:
    for group, count in sorted(missing.items(), key=lambda pair: (-pair[1], pair[0])):
        if count:
            yield Gap(
                speech.word("group", group),
                speech.say("report.gap.group" if units > 1 else "report.gap.group.one", count=count, units=units),
                is_open=True,
                share=(max(units - count, 0), units),
            )


def _behind(answers: Answers) -> Mapping[str, int]:
    """Units whose parts or owners nobody looked at, where a binding rule would have asked."""
    seen: dict[str, set[str]] = {}
    for group, bound in zip(answers.assessment.groups, answers.binding, strict=True):
        if bound:
            _collect(group, seen)
    units = {asset.id: asset.quantity for asset in answers.assessment.assets}
    return Counter({name: sum(units.get(s, 1) for s in subjects) for name, subjects in seen.items()})


def _collect(group: FindingGroup, seen: dict[str, set[str]]) -> None:
    for name in group.finding.not_looked:
        seen.setdefault(name, set()).update(group.subjects)


def _set_aside(coverage: Coverage, speech: Speech) -> Iterator[Gap]:
    for name, is_open, given in _counted(coverage):
        yield Gap(speech.say(f"report.gap.{name}"), speech.say(f"report.gap.{name}.told", **given), is_open)


def _counted(coverage: Coverage) -> Iterator[tuple[str, bool, dict[str, object]]]:
    """(what it is, whether something is missing, words) of what is counted and not listed, or was not taken in."""
    if coverage.personal:
        yield "personal", False, {"units": coverage.personal}
    if coverage.excluded_units:
        yield "excluded", True, {"units": coverage.excluded_units}
    if coverage.shared_keys:
        keys = ", ".join(f"{k.get('key')} {k.get('value')} ({k.get('units')})" for k in coverage.shared_keys[:5])
        yield "shared", True, {"count": len(coverage.shared_keys), "keys": harmless(keys)}
    if coverage.same_address:
        told = ", ".join(f"{address} ({count})" for address, count in coverage.same_address[:5])
        yield "same_address", True, {"count": len(coverage.same_address), "addresses": harmless(told)}
    if coverage.lookalikes:
        told = ", ".join(f"{name} = {whom}? ({units})" for name, whom, units in coverage.lookalikes[:5])
        yield "lookalikes", True, {"names": harmless(told)}
    if coverage.left_out:
        undated = sum(not fact.get("dated") for fact in coverage.left_out)
        yield "left_out", True, {"count": len(coverage.left_out), "undated": undated}
    if unread := [f"{f.name}: {', '.join(f.unread_columns)}" for f in coverage.files if f.unread_columns]:
        yield "columns", True, {"columns": harmless("; ".join(unread))}
    if secret := [f"{f.name}: {', '.join(f.secret_columns)}" for f in coverage.files if f.secret_columns]:
        yield "secrets", False, {"columns": harmless("; ".join(secret))}
    if copies := [f"{f.name} = {f.same_as}" for f in coverage.files if f.same_as]:
        yield "copies", False, {"files": harmless("; ".join(copies))}


def notes(coverage: Coverage, speech: Speech) -> tuple[list[tuple[str, str]], int]:
    """(place, sentence) of cells that were read and say something a person should know, and how many there are in all."""
    told = [
        (harmless(str(note.get("locator", ""))), speech.told(str(note["reason"]), note.get("given", {})))
        for file in coverage.files
        for note in file.notes
    ]
    return told, len(told) + sum(file.more_notes for file in coverage.files)


def _places(answers: Answers, speech: Speech) -> Iterator[Gap]:
    asking = answers.assessment.organisation
    if answers.place_unknown and asking:
        place = speech.word("place", asking.jurisdiction) if asking.jurisdiction else speech.say("report.unknown")
        yield Gap(speech.say("report.gap.place"), speech.say("report.gap.place.told", place=place), is_open=True)
