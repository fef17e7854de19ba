"""The `entity` of a measure: who must be behind the item or the seller, by name, law or place of production, or whoever it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from debadge.knowledge.node import Node, word_of
from debadge.knowledge.vocabulary import Vocabulary
from debadge.model.regime import Affiliates, EntityTest, Listing, Measure
from debadge.model.source import Source
from debadge.model.words import Reading

AFFILIATES = ("any", "control", "silent", "excluded")  # or a share
NamedOf = Callable[[str, Node], Mapping[str, Listing]]
OptionalSource = Callable[..., Source | None]


class EntityReader:
    """Reads entity tests of one file; the file's own reader finds the sources, and the lists of other measures."""

    def __init__(self, vocabulary: Vocabulary, named_of: NamedOf, source: OptionalSource) -> None:
        self.vocabulary, self.named_of, self.source = vocabulary, named_of, source

    def read(self, node: Node) -> EntityTest:
        """The test, and who is named in it."""
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
            relabels=word_of(node, "relabels", Reading),
            components=word_of(node, "components", Reading),
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
        named = self.named_of(other, node)
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
            source=self.source(node),
            until_source=self.source(node, "until_source"),
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


def _widened(listing: Listing, products: tuple[str, ...], purposes: tuple[str, ...]) -> Listing:
    """A listing with more products and purposes than its own; one that has none of its own is asked those of the measure."""
    return replace(
        listing,
        products=listing.products and tuple(dict.fromkeys((*listing.products, *products))),
        purposes=listing.purposes and tuple(dict.fromkeys((*listing.purposes, *purposes))),
    )
