"""One page a regime and language in docs/regimes: whom it binds, to what, when, and the text beside its encoding."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from debadge.flow.assess import names_of
from debadge.flow.choosing import binds_nobody
from debadge.flow.world import World
from debadge.model.regime import Clause, LegalException, Listing, Measure, Regime
from debadge.model.source import Source
from debadge.report.reading import measures, rules
from debadge.report.reading.clocks import clock
from debadge.report.reading.speech import Wording
from debadge.text.sentences import LANGUAGES
from tools.documents.markdown import BREAK, anchor, bullets, link, page, plain, section, table

FOLDER = "regimes"


def pages(world: World) -> dict[str, str]:
    """Path below docs -> text of every page."""
    told = {}
    for lang in LANGUAGES:
        words = Wording(world.sentences(lang), world.law.makers, names_of(world.law))
        told[f"{FOLDER}/{lang}/README.md"] = page(_index(world, words))
        for one in world.law.regimes.values():
            told[f"{FOLDER}/{lang}/{one.id}.md"] = page(_Page(one, words).lines())
    return told


def _index(world: World, words: Wording) -> Iterator[str]:
    yield f"# {words.say('document.regimes')}"
    yield ""
    yield words.say("document.note")
    ordered = sorted(world.law.regimes.values(), key=lambda one: (one.jurisdiction, one.id))
    for code, several in groupby(ordered, key=lambda one: one.jurisdiction):
        rows = ((link(plain(words.text(r.title)), f"{r.id}.md"), _force(r, words)) for r in several)
        heads = (words.say("document.regime"), words.say("document.force"))
        yield from section(words.say("law.place", place=words.word("place", code), code=code), table(heads, rows))


def _force(one: Regime, words: Wording) -> str:
    marks = [words.word("force", one.force.value)]
    marks += [words.say("law.list.nobody")] if binds_nobody(one) else []
    marks += [] if one.verified else [words.say("law.list.unverified")]
    return "; ".join(marks)


class _Page:
    """One regime in one language; its sources are numbered, and a measure's tests are told where it is first spoken of."""

    def __init__(self, one: Regime, words: Wording) -> None:
        self.one, self.words = one, words
        self.numbers = {source: number for number, source in enumerate(one.sources.values(), 1)}
        self.measures = {measure.id: measure for measure in one.measures}
        self.exceptions = {f"{m.id}/{way.id}": way for m in one.measures for way in m.exceptions}
        self.duties = {duty.id: duty for duty in one.duties}
        self.told: set[str] = set()

    def lines(self) -> Iterator[str]:
        """The whole page."""
        say = self.words.say
        yield from self._head()
        yield from section(say("document.measures"), self._measures())
        yield from section(say("document.text"), self._clauses())
        yield from section(say("document.tests"), self._tests())
        yield from section(say("document.parties_named"), self._parties())
        yield from section(say("document.exceptions"), self._exceptions())
        yield from section(say("document.duties"), self._duties())
        yield from section(say("document.statements"), self._statements())
        yield from section(say("document.proceedings"), self._proceedings())
        yield from section(say("document.history"), self._history())
        yield from section(say("document.sources"), self._sources())
        yield ""
        yield plain(rules.recheck(self.one, self.words))

    def _head(self) -> Iterator[str]:
        one, words = self.one, self.words
        yield f"# {plain(words.text(one.title))}"
        yield ""
        other = next(lang for lang in LANGUAGES if lang != words.sentences.lang)
        yield f"{words.say('document.note')} {link(words.say('document.other'), f'../{other}/{one.id}.md')}"
        yield ""
        yield plain(words.text(one.summary))
        marks = [plain(rules.head(one, words)), rules.reasons(one, words)]
        marks += [words.say("document.nobody")] if binds_nobody(one) else []
        marks += [] if one.verified else [words.say("regimes.unverified")]
        follows = ", ".join(link(id_, f"{id_}.md") for id_ in one.follows)
        marks += [words.say("document.follows", regimes=follows)] if follows else []
        yield from bullets(marks)

    def _measures(self) -> Iterator[str]:
        one, words = self.one, self.words
        rows = (
            (
                f"`{m.id}`",
                f"**{words.forced(m.effect, one.force)}**. {plain(words.text(m.says))} {self._cite(m.source)}",
                plain(
                    measures.bound(m, words)
                    or words.say("regimes.roles_argued", words=words.joined("role", m.roles_argued))
                ),
                plain(words.acts(m.acts)),
                plain(measures.days(m, words)),
            )
            for m in one.measures
        )
        yield from table(self._heads("measure", "does", "bound", "acts", "days"), rows)

    def _clauses(self) -> Iterator[str]:
        rows = ((self._where(c), plain(self.words.text(c.says)), self._carried_out(c)) for c in self.one.clauses)
        yield from table(self._heads("where", "says", "carried_out"), rows)

    def _where(self, one: Clause) -> str:
        return f"{plain(one.at)} {self._cite(one.source)}"

    def _carried_out(self, one: Clause) -> str:
        if one.not_encoded:
            return self.words.say("document.not_encoded", why=plain(self.words.text(one.not_encoded)))
        return BREAK.join(self._part(name) for name in one.encoded)

    def _part(self, name: str) -> str:
        """A part of the file with its tests, or with a link to where these have been told."""
        if name in self.told:
            return link(name, f"#{name.replace('/', '-')}")
        self.told.add(name)
        told = anchor(name.replace("/", "-")) + f"**{name}**"
        if name in self.measures:
            return BREAK.join((told, *map(plain, measures.tests(self.measures[name], self.words))))
        if name in self.exceptions:
            return f"{told}: {plain(measures.when(self.exceptions[name], self.words))}"
        return f"{told}: {plain(clock(self.duties[name], self.words))}"

    def _tests(self) -> Iterator[str]:
        """The tests of measures of which no clause speaks."""
        for measure in self.one.measures:
            if measure.id not in self.told:
                yield ""
                yield f"### {measure.id}"
                yield from bullets(map(plain, measures.tests(measure, self.words)))

    def _parties(self) -> Iterator[str]:
        named: dict[Listing, list[Measure]] = {}
        for measure in self.one.measures:
            for listing in measure.entity.named.values():
                named.setdefault(listing, []).append(measure)
        rows = (self._party(listing, several) for listing, several in named.items())
        yield from table(self._heads("party", "since", "until", "products", "purposes", "checked", "measure"), rows)

    def _party(self, one: Listing, several: list[Measure]) -> tuple[str, ...]:
        words, lang = self.words, self.words.sentences.lang
        since = one.start or words.say("document.with_measure")
        source = f" {self._cite(one.source)}" if one.source in self.numbers else ""
        return (
            link(plain(words.name(one.party)), f"../../parties/{lang}/{one.party}.md"),
            str(since),
            str(one.until or ""),
            plain(words.joined("product", one.products or ())),
            plain(words.joined("purpose", one.purposes or ())),
            words.word("value", str(one.verified).lower()) + source,
            ", ".join(f"`{measure.id}`" for measure in several),
        )

    def _exceptions(self) -> Iterator[str]:
        rows = (self._exception(name, way) for name, way in self.exceptions.items())
        yield from table(self._heads("exception", "kind", "if", "says"), rows)

    def _exception(self, name: str, way: LegalException) -> tuple[str, ...]:
        words = self.words
        told = f"{plain(words.text(way.says))} {self._cite(way.source)}"
        kind = words.word("document.kind", way.kind)
        return f"`{name}`: {plain(words.text(way.name))}", kind, plain(measures.facts(way, words)), told

    def _duties(self) -> Iterator[str]:
        words = self.words
        rows = (
            (
                f"`{duty.id}`",
                plain(words.joined("role", duty.roles) or words.say("everywhere.everybody")),
                plain(clock(duty, words)),
                f"{plain(words.text(duty.says))} {self._cite(duty.source)}",
                ", ".join(f"`{id_}`" for id_ in duty.of),
            )
            for duty in self.one.duties
        )
        yield from table(self._heads("duty", "who", "when", "says", "measure"), rows)

    def _statements(self) -> Iterator[str]:
        yield from bullets(plain(rules.statement(*told, self.words)) for told in self.one.statements)

    def _proceedings(self) -> Iterator[str]:
        words = self.words
        rows = (
            (
                plain(case.forum),
                str(case.start),
                str(case.until or ""),
                words.word("proceeding", case.status),
                f"{plain(words.text(case.says))} {self._cite(case.source)}",
            )
            for case in self.one.proceedings
        )
        yield from table(self._heads("forum", "since", "until", "status", "says"), rows)

    def _history(self) -> Iterator[str]:
        words = self.words
        events = sorted(self.one.history, key=lambda event: event.day)
        rows = (
            (
                str(event.day),
                words.word("event_kind", event.kind),
                f"{plain(words.text(event.says))} {self._cite(event.source)}",
            )
            for event in events
        )
        yield from table(self._heads("day", "what", "says"), rows)

    def _sources(self) -> Iterator[str]:
        words = self.words
        rows = (
            (
                f"{anchor(f'source-{number}')}{number}",
                link(plain(source.title), source.url) if source.url else plain(source.title),
                str(source.published or words.say("report.unknown")),
                source.read.isoformat(),
                words.word("source_grade", source.grade),
                plain(source.quote or ""),
            )
            for source, number in self.numbers.items()
        )
        yield from table(self._heads("number", "source", "published", "read", "grade", "quote"), rows)

    def _cite(self, source: Source | None) -> str:
        number = self.numbers.get(source) if source else None
        return link(f"\\[{number}\\]", f"#source-{number}") if number else ""

    def _heads(self, *names: str) -> Iterator[str]:
        return (self.words.say(f"document.head.{name}") for name in names)
