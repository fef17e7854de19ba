"""One page a legal person and language in docs/parties: its names, numbers and ties, and which regimes speak of it since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from debadge.flow.assess import names_of
from debadge.flow.choosing import Chosen
from debadge.flow.precedent import speaking
from debadge.flow.world import World
from debadge.model.days import Window
from debadge.model.party import UNKNOWN_HOLDER, Party, Tie
from debadge.report.reading import ties
from debadge.report.reading.speech import Wording
from debadge.text.sentences import LANGUAGES
from tools.documents.markdown import BREAK, bullets, link, page, plain, section, table

FOLDER = "parties"


def pages(world: World) -> dict[str, str]:
    """Path below docs -> text of every page."""
    told = {}
    day = max(source.read for regime in world.law.regimes.values() for source in regime.sources.values())
    spoken = {one.id: speaking(one, world.law) for one in world.law.parties.values()}
    for lang in LANGUAGES:
        words = Wording(world.sentences(lang), world.law.makers, names_of(world.law))
        told[f"{FOLDER}/{lang}/README.md"] = page(_index(world, spoken, words))
        for one in world.law.parties.values():
            told[f"{FOLDER}/{lang}/{one.id}.md"] = page(_page(one, world, day, spoken[one.id], words))
    return told


Spoken = tuple[tuple[Window, Chosen], ...]


def _index(world: World, spoken: dict[str, Spoken], words: Wording) -> Iterator[str]:
    yield f"# {words.say('document.parties')}"
    yield ""
    yield words.say("document.note")
    ordered = sorted(world.law.parties.values(), key=lambda one: words.name(one.id).casefold())
    rows = (
        (
            link(plain(words.name(one.id)), f"{one.id}.md"),
            plain("; ".join(one.native_names.values())),
            words.word("place", one.country) if one.country else "",
            str(sum(each.named is not None for _, each in spoken[one.id])),
        )
        for one in ordered
    )
    yield from table(_heads(words, "party", "native", "country", "named_by"), rows)


def _page(one: Party, world: World, day: date, spoken: Spoken, words: Wording) -> Iterator[str]:
    say, graph = words.say, world.law.graph
    yield f"# {plain(one.name)}"
    yield ""
    other = next(lang for lang in LANGUAGES if lang != words.sentences.lang)
    yield f"{say('document.note')} {link(say('document.other'), f'../{other}/{one.id}.md')}"
    yield from bullets(_head(one, words))
    both = graph.ties(one.id)
    up, down = ([tie for tie in both if getattr(tie, end) == one.id] for end in ("owned", "owner"))
    yield from section(say("document.identifiers"), _identifiers(one, words))
    yield from section(say("document.owners", day=day), _ties(up, "owner", day, words))
    yield from section(say("document.owned", day=day), _ties(down, "owned", day, words))
    yield from section(say("document.goods"), bullets(plain(ties.supply(s, words)) for s in one.supplies))
    yield from section(say("document.speaking"), _regimes(spoken, words))
    if not both:
        yield ""
        yield say("document.no_ties")


def _head(one: Party, words: Wording) -> Iterator[str]:
    country = words.word("place", one.country) if one.country else words.say("report.unknown")
    yield plain(words.say("parties.head", name=one.name, id=one.id, country=country))
    if one.native_names:
        yield plain(words.say("parties.native", words="; ".join(one.native_names.values())))
    if one.aliases:
        yield plain(words.say("parties.aliases", words="; ".join(one.aliases)))
    if one.source:
        yield plain(ties.source(one.source, words))


def _identifiers(one: Party, words: Wording) -> Iterator[str]:
    rows = (
        (
            words.word("identifier", i.scheme),
            f"`{i.value}`",
            ties.checked(verified=i.verified, words=words),
            plain(ties.cited(i.source, words)),
        )
        for i in one.identifiers
    )
    yield from table(_heads(words, "register", "number", "checked", "source"), rows)


def _ties(several: Iterable[Tie], end: str, day: date, words: Wording) -> Iterator[str]:
    """Ties of any day, the present ones first; ``end`` says which of the two is told of."""
    ordered = sorted(several, key=lambda tie: (tie.called(day).startswith("former"), words.name(getattr(tie, end))))
    rows = (
        (
            _who(getattr(tie, end), words),
            plain(ties.relation(tie, day, words)),
            plain(ties.share(tie, words)) if tie.relation in {"subsidiary", "affiliate"} else "",
            str(tie.start or ""),
            str(tie.until or ""),
            ties.checked(verified=tie.verified, words=words),
            BREAK.join(plain(note) for note in ties.notes(tie, words)),
            BREAK.join(plain(ties.cited(source, words)) for source in (tie.source, tie.share_source) if source),
        )
        for tie in ordered
    )
    yield from table(_heads(words, "who", "tie", "share", "since", "until", "checked", "note", "source"), rows)


def _who(id_: str, words: Wording) -> str:
    return words.say("parties.holder") if id_ == UNKNOWN_HOLDER else link(plain(words.name(id_)), f"{id_}.md")


def _regimes(spoken: Spoken, words: Wording) -> Iterator[str]:
    lang = words.sentences.lang
    rows = (
        (
            str(since),
            str(each.named.until or "") if each.named else "",
            link(plain(words.text(each.regime.title)), f"../../regimes/{lang}/{each.regime.id}.md"),
            words.word("place", each.regime.jurisdiction),
            words.say("law.list.nobody") if each.binds_nobody else words.word("force", each.regime.force.value),
            ", ".join(words.word("way", way) for way in dict.fromkeys(each.ways.values())),
            _checked(each, words),
        )
        for since, each in spoken
    )
    yield from table(_heads(words, "since", "until", "regime", "place", "force", "how", "checked"), rows)


def _checked(one: Chosen, words: Wording) -> str:
    verified = one.regime.verified and (one.named is None or one.named.verified)
    return words.word("value", str(verified).lower())


def _heads(words: Wording, *names: str) -> Iterator[str]:
    return (words.say(f"document.head.{name}") for name in names)
