"""Regime files into model types: the one place that knows the form of knowledge/data/regimes/<country>/<id>.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from debadge.judge.binding import within
from debadge.knowledge import clauses
from debadge.knowledge.duties import DutyReader
from debadge.knowledge.entities import EntityReader, NamedOf, listings_of
from debadge.knowledge.node import Node, word_of
from debadge.knowledge.vocabulary import Vocabulary, place_of
from debadge.model.errors import DebadgeError, KnowledgeError
from debadge.model.regime import (
    Clause,
    Event,
    InForce,
    LegalException,
    Listing,
    Measure,
    Proceeding,
    Regime,
    Suspension,
)
from debadge.model.source import Source
from debadge.model.words import Answer, Force, Outcome
from debadge.text.sentences import LANGUAGES

SOURCE_GRADES = frozenset({"primary", "secondary", "third_party", "general_knowledge"})
EFFECTS = frozenset({Outcome.PROHIBITED, Outcome.CONDITIONAL, Outcome.REPORT_DUTY})
MAX_QUOTE_WORDS = 25  # a short quote of the clause, not the clause

"""Finds the named parties of another measure, given "regime/measure"."""


class RegimeReader:
    """Reads one file; counts which of its sources are used."""

    def __init__(
        self,
        id_: str,
        value: Any,
        place: str,
        vocabulary: Vocabulary,
        named_of: NamedOf,
        error: type[DebadgeError] = KnowledgeError,
        *,
        own: bool = False,
    ) -> None:
        self.id, self.vocabulary, self.named_of, self.own = id_, vocabulary, named_of, own
        self.entities = EntityReader(vocabulary, self._named_of, self._optional_source)
        self.node = Node(value, place, error)
        self.sources = read_sources(self.node)
        self.used: set[str] = set()
        self.above: list[Measure] = []  # those of the file that have been read

    def read(self) -> Regime:
        """The regime; situations are left to the checker."""
        node = self.node
        node.raw("situations", None)
        force = word_of(node, "force", Force)
        reasons, recheck = node.sub("stated_reasons"), node.sub("recheck")
        duties = DutyReader(self.vocabulary, self._source)
        regime = Regime(
            id=self.id,
            jurisdiction=place_of(node, "jurisdiction", self.vocabulary),
            title=node.texts("title"),
            summary=node.texts("summary"),
            issuer=node.text("issuer"),
            force=force,
            published_reasons=reasons.flag("published"),
            reasons_source=self._optional_source(reasons),
            statements=tuple(self._statement(item) for item in node.each("statements", [])),
            proceedings=tuple(self._proceeding(item) for item in node.each("proceedings", [])),
            sources=self.sources,
            measures=self._measures(),
            recheck_days=recheck.number("every_days"),
            recheck_at=recheck.texts("look_at"),
            own=self.own,
            verified=node.flag("verified", default=True),
            clauses=tuple(self._clause(item) for item in node.each("clauses", [])),
            duties=tuple(duties.read(item) for item in node.each("duties", [])),
            history=tuple(self._event(item) for item in node.each("history", [])),
            follows=node.words("follows", None, ()),
        )
        for part in (reasons, recheck, node):
            part.done()
        self._check(regime)
        return regime

    def _measures(self) -> tuple[Measure, ...]:
        for node in self.node.each("measures"):
            self.above.append(self._measure(node))
        return tuple(self.above)

    def _named_of(self, name: str, node: Node) -> Mapping[str, Listing]:
        """The list of a measure of this file that stands above, or of another file."""
        here = name.partition("/")[0] == self.id
        return listings_of(self.above, name, node) if here else self.named_of(name, node)

    def _check(self, regime: Regime) -> None:
        if unused := sorted(set(self.sources) - self.used):
            raise self.node.fail(f"source `{unused[0]}` is named by nothing")
        ids = [measure.id for measure in regime.measures]
        if not ids or len(set(ids)) < len(ids):
            raise self.node.fail("measures need distinct ids, and there must be one")
        for measure in regime.measures:
            if within(measure.jurisdiction, regime.jurisdiction) is not Answer.YES:
                there = f"{measure.jurisdiction}, and the regime is of {regime.jurisdiction}"
                raise self.node.fail(f"measure `{measure.id}` binds those of {there}")
        for wrong in clauses.wrong_names(regime):
            raise self.node.fail(wrong)

    def _source(self, node: Node, key: str = "source") -> Source:
        name = node.text(key)
        if name not in self.sources:
            raise node.fail(f"source `{name}` is not among the sources of this file")
        self.used.add(name)
        return self.sources[name]

    def _optional_source(self, node: Node, key: str = "source") -> Source | None:
        return self._source(node, key) if key in node.left else None

    def _statement(self, node: Node) -> tuple[str, Any, Source]:
        told = (node.text("by"), node.texts("says"), self._source(node))
        node.done()
        return told

    def _proceeding(self, node: Node) -> Proceeding:
        start = node.window("from")
        if start is None:
            raise node.fail("`from` must be a day or a window")
        told = Proceeding(
            forum=node.text("forum"),
            start=start,
            until=node.day("until", None),
            status=node.text("status"),
            says=node.texts("says"),
            source=self._source(node),
            until_source=self._optional_source(node, "until_source"),
        )
        if told.status not in {"open", "decided"}:
            raise node.fail(f"status `{told.status}` is not one of open, decided")
        node.done()
        return told

    def _clause(self, node: Node) -> Clause:
        told = Clause(
            at=node.text("at"),
            says=node.texts("says"),
            encoded=node.words("encoded", None, ()),
            not_encoded=node.texts("not_encoded", None),
            source=self._source(node),
        )
        if bool(told.encoded) == bool(told.not_encoded):
            raise node.fail(
                "a clause is `encoded` by parts of this file, or `not_encoded` with a reason; one of the two"
            )
        node.done()
        return told

    def _event(self, node: Node) -> Event:
        day, kind = node.window("day"), node.text("kind")
        if day is None or kind not in self.vocabulary.set("event_kinds"):
            raise node.fail(f"`day` is a day, and `kind` one of {', '.join(self.vocabulary.ordered['event_kinds'])}")
        told = Event(day=day, kind=kind, says=node.texts("says"), source=self._source(node))
        node.done()
        return told

    def _measure(self, node: Node) -> Measure:
        words = self.vocabulary
        products = node.words("products", words.set("products"), ())
        measure = Measure(
            id=node.text("id"),
            regime=self.id,
            **self._effect(node),
            says=node.texts("says"),
            **self._bound(node.sub("binds")),
            follows_item=node.flag("follows_item"),
            market=place_of(node, "market", words, None),
            acts=node.words("acts", words.set("acts")),
            acts_argued=node.words("acts_argued", words.set("acts"), ()),
            personal_data=node.flag("personal_data"),
            entity=self.entities.read(node.sub("entity")),
            products=products,
            products_argued=node.words("products_argued", words.set("products"), ()),
            products_apart=_others(words.ordered["products_apart"], products),
            subject_to=node.text("subject_to", None),
            purposes=node.words("purposes", words.set("purposes"), ()),
            purposes_argued=node.words("purposes_argued", words.set("purposes"), ()),
            sites=node.words("sites", words.set("site_classes"), ()),
            core_network=node.flag("core_network"),
            acquired_after=node.day("acquired_after", None),
            acquired_until=node.day("acquired_until", None),
            funding=node.words("funding", words.set("fundings"), ()),
            **self._certificate(node),
            in_force=self._in_force(node.sub("in_force")),
            exceptions=tuple(self._exception(item) for item in node.each("exceptions", [])),
            source=self._source(node),
            beside=node.words("beside", None, ()),
        )
        node.done()
        return measure

    def _effect(self, node: Node) -> dict[str, Any]:
        effect = word_of(node, "effect", Outcome)
        condition = node.words("condition", self.vocabulary.set("conditions"), ())
        if effect not in EFFECTS or (effect is Outcome.CONDITIONAL) != bool(condition):
            raise node.fail(
                "effect is prohibited, report_duty, or conditional; and conditional alone names its condition"
            )
        return {"effect": effect, "condition": condition}

    def _bound(self, node: Node) -> dict[str, Any]:
        """Who is bound, and where."""
        words, roles = self.vocabulary, self.vocabulary.set("roles")
        jurisdiction = place_of(node, "jurisdiction", words)
        out = node.words("roles_outside", roles, ())
        told = {
            "roles": node.words("roles", roles),
            "roles_argued": node.words("roles_argued", roles, ()),
            "roles_outside": {role: (role, *words.role_kinds.get(role, ())) for role in out},
            "roles_shared": node.words("roles_shared", roles, ()),
            "jurisdiction": jurisdiction,
            "areas": (jurisdiction, *(words.members[jurisdiction] if node.flag("members") else ())),
            "areas_outside": tuple(map(words.place, node.words("outside", None, ()))),
        }
        node.done()
        return told

    def _certificate(self, node: Node) -> dict[str, Any]:
        """The day before which a model was authorised, or the certificates that it must hold."""
        before, kinds = node.day("authorised_before", None), node.words("certificates", None, ())
        if before and kinds:
            raise node.fail("`authorised_before` and `certificates` both ask about the certificate; write two measures")
        shown = bool({*kinds} & self.vocabulary.set("authorisations"))
        return {"authorised_before": before, "certificates": kinds, "authorisation": shown}

    def _in_force(self, node: Node) -> InForce:
        if "from" not in node.left:
            raise node.fail("`from` is missing; write null for a measure announced without a first day")
        told = InForce(
            start=node.window("from"),
            announced=node.day("announced", None),
            until=node.day("until", None),
            suspensions=tuple(self._suspension(item) for item in node.each("suspended", [])),
            withdrawn=node.day("withdrawn", None),
            until_source=self._optional_source(node, "until_source"),
        )
        if (told.start is None) != (told.announced is not None):
            raise node.fail("`announced` stands when, and only when, `from` is null")
        node.done()
        return told

    def _suspension(self, node: Node) -> Suspension:
        resumption = node.text("resumption")
        if resumption not in {"verified", "unverified"}:
            raise node.fail(f"resumption `{resumption}` is not one of verified, unverified")
        told = Suspension(
            start=node.day("from"),
            until=node.day("until", None),
            resumption_verified=resumption == "verified",
            source=self._source(node),
        )
        node.done()
        return told

    def _exception(self, node: Node) -> LegalException:
        kind, when = node.text("kind"), node.raw("if")
        if kind not in {"exception", "licence", "waiver"}:
            raise node.fail(f"kind `{kind}` is not one of exception, licence, waiver")
        if not isinstance(when, dict) or not when:
            raise node.fail("`if` names the facts that make it apply")
        for fact, value in when.items():
            self.vocabulary.check_value(fact, value, node)
        told = LegalException(
            id=node.text("id"),
            name=node.texts("name"),
            when=when,
            kind=kind,
            says=node.texts("says"),
            source=self._source(node),
            start=node.day("from", None),
            until=node.day("until", None),
        )
        node.done()
        return told


def _others(apart: tuple[str, ...], products: tuple[str, ...]) -> tuple[str, ...]:
    """For a measure about one of some kinds that stand apart, the others."""
    return tuple(word for word in apart if word not in products) if {*apart} & {*products} else ()


def read_sources(node: Node) -> dict[str, Source]:
    """The `sources` of a fact file by their keys."""
    told = {}
    for key, item in node.items("sources"):
        quote, grade = item.text("quote", None), item.text("grade")
        if grade not in SOURCE_GRADES:
            raise item.fail(f"grade `{grade}` is not one of {', '.join(sorted(SOURCE_GRADES))}")
        lang = item.text("lang", LANGUAGES[0])
        if lang not in LANGUAGES:
            raise item.fail(f"lang `{lang}` is not one of {', '.join(LANGUAGES)}")
        if quote and len(quote.split()) > MAX_QUOTE_WORDS:
            raise item.fail(f"a quote has at most {MAX_QUOTE_WORDS} words")
        told[key] = Source(
            key=key,
            title=item.text("title"),
            url=item.text("url", None),
            published=item.day("published", None),
            read=item.day("read"),
            grade=grade,
            quote=quote,
            lang=lang,
        )
        item.done()
    return told
