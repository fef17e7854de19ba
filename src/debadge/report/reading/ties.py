"""A legal person in words: its numbers, its ties, who makes its goods, and since when a regime names it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from debadge.model.days import Window
from debadge.model.party import UNKNOWN_HOLDER, Identifier, Supply, Tie
from debadge.model.source import Source
from debadge.report.reading.speech import Wording


def identifier(one: Identifier, words: Wording) -> str:
    """A number, of which register, whether it was checked, and who says so."""
    return words.say(
        "parties.identifier",
        scheme=words.word("identifier", one.scheme),
        value=one.value,
        checked=checked(verified=one.verified, words=words),
        source=cited(one.source, words),
    )


def checked(*, verified: bool, words: Wording) -> str:
    """Whether somebody read it in a source."""
    return words.say(f"parties.checked.{str(verified).lower()}")


def relation(tie: Tie, day: date, words: Wording) -> str:
    """Who owns or directs whom, as it stands on a day; what is denied or not checked is a claim."""
    owner = words.say("parties.holder") if tie.owner == UNKNOWN_HOLDER else f"{words.name(tie.owner)} ({tie.owner})"
    owned = f"{words.name(tie.owned)} ({tie.owned})"
    claim = "" if tie.sure else words.say("parties.claim")
    told = words.say(f"parties.relation.{tie.called(day)}", owner=owner, owned=owned)
    return f"{told} {claim}".rstrip()


def about(tie: Tie, words: Wording) -> Iterator[str]:
    """Share, days, what is said for and against it, and who says so."""
    if tie.relation in {"subsidiary", "affiliate"}:
        yield words.say("parties.share", words=share(tie, words))
    held = checked(verified=tie.verified, words=words)
    yield words.say("parties.days", since=tie.start or "—", until=tie.until or "—", checked=held)
    yield from notes(tie, words)
    yield from (source(one, words) for one in (tie.source, tie.share_source) if one)


def notes(tie: Tie, words: Wording) -> Iterator[str]:
    """What the source says where a word does not tell it, and what those concerned say against it."""
    for note, sentence in ((tie.note, "parties.note"), (tie.denied, "parties.denied")):
        if note:
            yield words.say(sentence, words=words.text(note))


def share(tie: Tie, words: Wording) -> str:
    """The share as its source tells it, of which day, and whether it was checked."""
    if tie.told_share == "?":
        return words.say("parties.share.unknown")
    as_of = words.say("parties.as_of", day=tie.share_as_of) if tie.share_as_of else ""
    return ", ".join(filter(None, (tie.told_share, as_of, checked(verified=tie.share_verified, words=words))))


def supply(one: Supply, words: Wording) -> str:
    """Who makes its goods."""
    told = words.say(
        f"parties.{one.kind}",
        maker=words.name(one.maker),
        since=one.start or "—",
        until=one.until or "—",
        checked=checked(verified=one.verified, words=words),
        source=cited(one.source, words),
    )
    return f"{told} {words.text(one.note)}" if one.note else told


def named(regime: str, since: Window | None, until: date | None, words: Wording, *, verified: bool) -> str:
    """Since when and until when a regime names it."""
    more = (
        words.say("regimes.listing.until", day=until) if until else "",
        "" if verified else words.say("regimes.listing.unverified"),
    )
    told = words.say("parties.regime", regime=regime, since=since or words.say("report.unknown"))
    return ", ".join(filter(None, (told, *more)))


def source(one: Source, words: Wording) -> str:
    """Who says so, on a line of its own."""
    return words.say("parties.source", source=cited(one, words))


def cited(one: Source, words: Wording) -> str:
    """The title of a source, and its grade."""
    return f"{one.title} ({words.word('source_grade', one.grade)})"
