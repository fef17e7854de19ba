"""Regime files into model types: the one place that knows the form of knowledge/data/regimes/<country>/<id>.yaml."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from typing import Any, TypeVar

from debadge.knowledge import clauses
from debadge.knowledge.duties import DutyReader
from debadge.knowledge.node import Node
from debadge.knowledge.vocabulary import Vocabulary, place_of
from debadge.model.errors import DebadgeError, KnowledgeError
from debadge.model.regime import (
    Affiliates,
    Clause,
    EntityTest,
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
from debadge.model.words import Force, Outcome, Reading
from debadge.text.sentences import LANGUAGES

SOURCE_GRADES = frozenset({"primary", "secondary", "third_party", "general_knowledge"})
EFFECTS = frozenset({Outcome.PROHIBITED, Outcome.CONDITIONAL, Outcome.REPORT_DUTY})
AFFILIATES = ("any", "control", "silent", "excluded")  # or a share
MAX_QUOTE_WORDS = 25  # a short quote of the clause, not the clause

E = TypeVar("E", bound=StrEnum)
NamedOf = Callable[[str, Node], Mapping[str, Listing]]
"""Finds the named parties of another measure, given "regime/measure"."""


def listings_of(measures: Iterable[Measure], name: str, node: Node) -> Mapping[str, Listing]:
    """The parties of ``regime/measure``; one that stands on the measure's own source brings it along.

    Raises:
        DebadgeError: None of the measures has that name.
    """
    for measure in measures:
        if measure.id == name.partition("/")[2]:
            named = measure.entity.named
            return {party: replace(x, source=x.source or measure.source) for party, x in named.items()}
    raise node.fail(f"`{name}` is not a measure; write regime/measure, in the same file one that stands above")


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
        self.node = Node(value, place, error)
        self.sources = read_sources(self.node)
        self.used: set[str] = set()
        self.above: list[Measure] = []  # those of the file that have been read

    def read(self) -> Regime:
        """The regime; situations are left to the checker."""
        node = self.node
        node.raw("situations", None)
        force = _word(node, "force", Force)
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

    def _check(self, regime: Regime) -> None:
        if unused := sorted(set(self.sources) - self.used):
            raise self.node.fail(f"source `{unused[0]}` is named by nothing")
        ids = [measure.id for measure in regime.measures]
        if not ids or len(set(ids)) < len(ids):
            raise self.node.fail("measures need distinct ids, and there must be one")
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
        effect = _word(node, "effect", Outcome)
        condition = node.words("condition", words.set("conditions"), ())
        if effect not in EFFECTS or (effect is Outcome.CONDITIONAL) != bool(condition):
            raise node.fail(
                "effect is prohibited, report_duty, or conditional; and conditional alone names its condition"
            )
        binds = node.sub("binds")
        jurisdiction = place_of(binds, "jurisdiction", words)
        products = node.words("products", words.set("products"), ())
        measure = Measure(
            id=node.text("id"),
            regime=self.id,
            effect=effect,
            condition=condition,
            says=node.texts("says"),
            roles=binds.words("roles", words.set("roles")),
            roles_argued=binds.words("roles_argued", words.set("roles"), ()),
            roles_outside={
                role: (role, *words.role_kinds.get(role, ()))
                for role in binds.words("roles_outside", words.set("roles"), ())
            },
            jurisdiction=jurisdiction,
            areas=(jurisdiction, *(words.members[jurisdiction] if binds.flag("members") else ())),
            areas_outside=tuple(map(words.place, binds.words("outside", None, ()))),
            follows_item=node.flag("follows_item"),
            market=place_of(node, "market", words, None),
            acts=node.words("acts", words.set("acts")),
            acts_argued=node.words("acts_argued", words.set("acts"), ()),
            personal_data=node.flag("personal_data"),
            entity=self._entity(node.sub("entity")),
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
            authorised_before=node.day("authorised_before", None),
            certificates=node.words("certificates", None, ()),
            in_force=self._in_force(node.sub("in_force")),
            exceptions=tuple(self._exception(item) for item in node.each("exceptions", [])),
            source=self._source(node),
            beside=node.words("beside", None, ()),
        )
        if measure.authorised_before and measure.certificates:
            raise node.fail("`authorised_before` and `certificates` both ask about the certificate; write two measures")
        binds.done()
        node.done()
        return measure

    def _entity(self, node: Node) -> EntityTest:
        taken_from = node.left.get("named_of")
        named, designated = self._named(node), node.texts("designated_by", None)
        argued = node.words("countries_argued", None, ())
        ways = {key: node.words(key, None, ()) for key in ("countries", "made_in", "made_outside")}
        anyone = node.flag("anyone")
        if sum(map(bool, (named or designated or argued, anyone, *ways.values()))) != 1:
            raise node.fail(
                "say who is meant in one way: parties (`named`, `named_of`, `designated_by`, `countries_argued`), "
                "`countries`, `made_in`, `made_outside` or `anyone`"
            )
        who = node.text("of", "item")
        if who not in {"item", "supplier"}:
            raise node.fail(f"of `{who}` is not one of item, supplier")
        test = EntityTest(
            named=named,
            affiliates=self._affiliates(node),
            relabels=_word(node, "relabels", Reading),
            components=_word(node, "components", Reading),
            countries_argued=argued,
            designated_by=designated,
            of_supplier=who == "supplier",
            anyone=anyone,
            taken_from=taken_from,
            others_named=node.flag("others_named"),
            parts=node.words("parts", frozenset(self.vocabulary.parts), ()),
            **ways,
        )
        node.done()
        return test

    def _named(self, node: Node) -> Mapping[str, Listing]:
        """The parties written here, or those of another measure; of these perhaps the names alone, or more than their words."""
        other, names_only, words = node.text("named_of", None), node.flag("names_only"), self.vocabulary
        products = node.words("products_also", words.set("products"), ())
        purposes = node.words("purposes_also", words.set("purposes"), ())
        if other is None:
            return {party: self._listing(party, item) for party, item in node.items("named", {})}
        of_this_file = other.partition("/")[0] == self.id
        named = listings_of(self.above, other, node) if of_this_file else self.named_of(other, node)
        if names_only:
            return {party: replace(listing, products=None, purposes=None) for party, listing in named.items()}
        return {party: _widened(listing, products, purposes) for party, listing in named.items()}

    def _listing(self, party: str, node: Node) -> Listing:
        words = self.vocabulary
        told = Listing(
            party=party,
            start=node.window("from", None),
            until=node.day("until", None),
            products=node.words("products", words.set("products"), ()) or None,
            purposes=node.words("purposes", words.set("purposes"), ()) or None,
            verified=node.flag("verified", default=True),
            source=self._optional_source(node),
            until_source=self._optional_source(node, "until_source"),
        )
        node.done()
        return told

    def _affiliates(self, node: Node) -> Affiliates:
        only, foreign_to = node.flag("affiliates_only"), node.text("foreign_to", None)
        value = node.raw("affiliates")
        if isinstance(value, str) and value in AFFILIATES:
            return Affiliates(kind=value, only=only, foreign_to=foreign_to)
        if not isinstance(value, dict):
            forms = ", ".join(f"`{word}`" for word in AFFILIATES)
            raise node.fail(f"affiliates `{value}` is not one of {forms}, `{{at_least: percent}}`, `{{over: percent}}`")
        share = Node(value, node.at("affiliates"), node.error)
        over = "over" in share.left
        told = Affiliates(
            kind="share",
            share=share.number("over" if over else "at_least"),
            strictly_over=over,
            only=only,
            foreign_to=foreign_to,
            either_way=share.flag("either_way"),
        )
        share.done()
        return told

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


def _widened(listing: Listing, products: tuple[str, ...], purposes: tuple[str, ...]) -> Listing:
    """A listing with more products and purposes than its own; one that has none of its own is asked those of the measure."""
    return replace(
        listing,
        products=listing.products and tuple(dict.fromkeys((*listing.products, *products))),
        purposes=listing.purposes and tuple(dict.fromkeys((*listing.purposes, *purposes))),
    )


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


def _word(node: Node, key: str, kind: type[E]) -> E:
    value = node.text(key)
    try:
        return kind(value)
    except ValueError as bad:
        raise node.fail(f"{key} `{value}` is not one of {', '.join(kind)}") from bad
