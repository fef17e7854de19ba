"""Words for records: the catalogue's sentences filled with names and words of the vocabulary instead of ids."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from debadge.model.assessment import Assessment
from debadge.model.finding import Finding, TestAnswer
from debadge.model.observation import Reject
from debadge.model.party import Maker
from debadge.model.regime import Regime
from debadge.model.source import Source, Text
from debadge.model.words import Force, Outcome
from debadge.report.reading.plain import harmless
from debadge.text.sentences import Sentences

_POLICY = frozenset({Force.POLICY_STATEMENT, Force.OWN_DIRECTION})

_KINDS = {
    "roles": "role",
    "actor": "role",
    "act": "doing",
    "acts": "doing",
    "products": "product",
    "product": "product",
    "part": "part",
    "part_name": "part",
    "purposes": "purpose",
    "purpose": "purpose",
    "sites": "site_class",
    "site_class": "site_class",
    "fundings": "funding",
    "funding": "funding",
    "controller": "controller",
    "force": "force",
    "jurisdiction": "place",
    "market": "place",
    "country": "place",
    "maker_country": "place",
    "ship_from": "place",
    "made_in": "place",
    "device_class": "device_class",
}

_NAMES = frozenset({"party", "maker", "entity", "brand", "chipset"})


class Wording:
    """The catalogue in one language, and the names of makers and legal persons."""

    def __init__(self, sentences: Sentences, makers: Mapping[str, Maker], parties: Mapping[str, str]) -> None:
        self.sentences = sentences
        self._names = {
            **parties,
            **{m.entity: m.name for m in makers.values() if m.entity},
            **{m.id: m.name for m in makers.values()},
        }

    def say(self, id_: str, **given: object) -> str:
        """A sentence of the catalogue."""
        return self.sentences.say(id_, **given)

    def counted(self, id_: str, count: int, **given: object) -> str:
        """A sentence with a number; one thing has a sentence of its own."""
        return self.say(f"{id_}.one" if count == 1 else id_, count=count, **given)

    def model_says(self, says: Iterable[tuple[str, str]]) -> str:
        """What a model number says, as people say it."""
        return ", ".join(
            self.sentences.word(f"model.{name}", value)
            if self.sentences.has(f"model.{name}.{value}")
            else self.say(f"model.{name}", value=harmless(value))
            if self.sentences.has(f"model.{name}")
            else self.sentences.word(name, value)
            for name, value in says
        )

    def told(self, id_: str, given: Mapping[str, str]) -> str:
        """A sentence whose id comes with a record; the id itself where a newer program wrote the record."""
        try:
            return self.sentences.say(id_, **{name: harmless(value) for name, value in given.items()})
        except KeyError:
            return harmless(" ".join((id_, *given.values())))

    def place(self, reject: Reject) -> str:
        """Where it stands, as people say it."""
        if sheet := reject.given.get("sheet"):
            return self.say("sheet_of_file", file=harmless(reject.locator), sheet=harmless(sheet))
        return harmless(reject.locator)

    def refusal(self, reject: Reject) -> str:
        """Place and reason of what could not be used."""
        return self.say("report.table.gap", about=self.place(reject), told=self.told(reject.reason, reject.given))

    def word(self, kind: str, value: object) -> str:
        """A word of the vocabulary."""
        return self.sentences.word(kind, harmless(str(value)))

    def joined(self, kind: str, values: Iterable[object]) -> str:
        """Words of the vocabulary, one after the other."""
        return ", ".join(self.word(kind, value) for value in values)

    def text(self, both: Text) -> str:
        """A text that knowledge holds in both languages."""
        return harmless(both.get(self.sentences.lang) or next(iter(both.values()), ""))

    def name(self, party: str) -> str:
        """The name of a maker or a legal person; its id where we keep no name."""
        return harmless(self._names.get(party, party))

    def makers(self, ids: Iterable[str], link: str = "report.or") -> str:
        """Names of makers; a word where there is none."""
        return self.say(link).join(self.name(m) for m in ids) or self.say("report.maker.unknown")

    def row(self, row: TestAnswer, given: Mapping[str, str] | None = None) -> str:
        """Why a test says what it says."""
        return self.told(
            row.says, {name: self.given(name, value) for name, value in (row.given if given is None else given).items()}
        )

    def test(self, row: TestAnswer) -> str:
        """One line of `because`: the test, its answer, and why."""
        answer = self.word("answer", row.answer.value)
        return self.say("cli.test", test=self.word("test", row.test.value), answer=answer, told=self.row(row))

    def given(self, name: str, value: str) -> str:
        """The words to put into one place of a sentence; lists come joined by commas."""
        if name in _NAMES:
            return ", ".join(self.name(one) for one in value.split(", "))
        if name in _KINDS:
            return ", ".join(self._worded(_KINDS[name], one) for one in value.split(", "))
        return value

    def _worded(self, kind: str, value: str) -> str:
        bare, at, place = value.partition("@")
        told = self.word(kind, bare)
        return f"{told} ({self.word('place', place)})" if at else told

    def fact(self, name: str, plain: Mapping[str, Any]) -> str:
        """A fact that a test asked, and what it rests on."""
        value = plain.get("value")
        told = self.say("report.unknown") if value is None else self.value(name, value)
        if others := plain.get("others"):
            told = self.say("report.fact.others", value=told, others=self.value(name, others))
        if value is None:
            return self.say("report.fact.bare", name=self.word("fact", name), value=told)
        return self.say(
            "report.fact",
            name=self.word("fact", name),
            value=told,
            basis=self.word("basis", plain.get("basis", "")),
            grade=self.word("grade", plain.get("grade", "")),
        )

    def value(self, name: str, value: Any) -> str:
        """The value of a fact as people say it."""
        match value:
            case list() | tuple():
                return ", ".join(self.value(name, one) for one in value)
            case bool():
                return self.word("value", str(value).lower())
            case {"earliest": first, "latest": last}:
                return f"{first} … {last}"
            case {"maker": maker, "part": part}:
                return f"{self.name(maker)} ({self.word('part', part)})"
            case _:
                return self.given(name, harmless(str(value)))

    def outcome(self, finding: Finding) -> str:
        """The outcome word, as the force of the regime lets us say it."""
        return self.forced(finding.outcome, finding.force)

    def forced(self, outcome: Outcome, force: Force) -> str:
        """An outcome word under a regime of some force: a policy statement forbids nothing, it is acted contrary to."""
        return self.word("outcome", self._outcome(outcome, force))

    def outcome_sentence(self, finding: Finding) -> str:
        """The plain sentence of the outcome word."""
        return self.say(f"outcome.{self._outcome(finding.outcome, finding.force)}.sentence")

    @staticmethod
    def _outcome(outcome: Outcome, force: Force) -> str:
        return "prohibited.policy" if outcome is Outcome.PROHIBITED and force in _POLICY else outcome.value

    def acts(self, acts: Iterable[str]) -> str:
        """Acts as people say them."""
        return ", ".join(self.word("doing", act) for act in acts)

    def conditions(self, finding: Finding) -> str:
        """What a conditional outcome or a duty depends on."""
        words = ("report_duty",) if finding.outcome is Outcome.REPORT_DUTY else finding.condition
        return ", ".join(self.word("condition", one) for one in words)

    def regime(self, regime: Regime) -> str:
        """The title of a regime."""
        return self.text(regime.title)

    def own(self, regime: Regime) -> str:
        """That a regime is the organisation's own direction, and which public rules it follows."""
        if not regime.follows:
            return self.say("report.own")
        return self.say("report.own.follows", regimes=", ".join(regime.follows))

    def source(self, source: Source) -> str:
        """Who says so, of what quality, and when it was published and read."""
        return f"{harmless(source.title)} {self.source_told(source)}"

    def source_told(self, source: Source) -> str:
        """Of what quality a source is, and when it was published and read."""
        published = source.published.isoformat() if source.published else self.say("report.unknown")
        grade = self.word("source_grade", source.grade)
        return self.say("report.source", grade=grade, published=published, read=source.read.isoformat())

    def says_who(self, title: str) -> str:
        """The source of a signal: its title, in the reader's language where it is a word of ours."""
        return self.word("source", title)

    def day(self, day: date | None) -> str:
        """A day, or the word for none."""
        return day.isoformat() if day else self.say("report.none")


class Speech(Wording):
    """One assessment told in one language."""

    def __init__(self, assessment: Assessment, sentences: Sentences) -> None:
        super().__init__(sentences, assessment.makers, assessment.parties)
        self.assessment = assessment

    def site(self, id_: str | None) -> str:
        """The name of a site."""
        asking = self.assessment.organisation
        site = asking.site(id_) if asking and id_ else None
        return self.text(site.names) if site else harmless(id_ or self.say("report.none"))
