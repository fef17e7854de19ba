"""The open word lists of a Situation, from knowledge/data/vocabulary.yaml, and reading given facts against them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from debadge.knowledge.node import MISSING, Node
from debadge.model.days import Window
from debadge.model.errors import InputError
from debadge.model.situation import Component, Fact, Situation
from debadge.model.words import Basis, Grade

MOST_LISTED = 30  # words of an error's list
_PLACE = re.compile(
    r"^(?:[A-Z]{2}(?:-[A-Z0-9]{1,3})?|NATO)$"
)  # ISO 3166-1 alpha-2 or ISO 3166-2; an alliance that facts name


@dataclass(frozen=True, slots=True)
class FactKind:
    """What values one fact of a Situation may have."""

    name: str
    kind: str  # word | words | text | flag | day | number | components | certificate
    of: str | None  # the word list, for word and words


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Fact kinds and word lists."""

    facts: Mapping[str, FactKind]
    lists: Mapping[str, frozenset[str]]
    parts: Mapping[str, str]  # part -> essential | argued
    part_names: Mapping[str, str]  # another word for a part -> the part
    part_products: Mapping[str, str]
    places: Mapping[str, str]  # another spelling of a place -> its code
    members: Mapping[str, tuple[str, ...]]  # a union with law of its own -> the places in it
    product_kinds: Mapping[str, tuple[str, ...]]  # a product that is also another one
    role_kinds: Mapping[str, tuple[str, ...]]  # a role that is also another one
    device_products: Mapping[str, tuple[str, ...]]
    acts_of_kind: Mapping[str, tuple[str, ...]]
    acts_of_action: Mapping[str, tuple[str, ...]]  # what a purchase line does with goods -> acts
    ordered: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @classmethod
    def read(cls, value: Any, place: str) -> Vocabulary:
        """From the plain form of vocabulary.yaml."""
        node = Node(value, place)
        facts = {}
        for name, item in node.items("facts"):
            facts[name] = FactKind(name, item.text("kind"), item.text("of", None))
            item.done()
        parts, names, products, places = (node.raw(key) for key in ("parts", "part_names", "part_products", "places"))
        kinds, roles, classes, acts, actions, members = (
            {name: tuple(words) for name, words in node.raw(key).items()}
            for key in ("product_kinds", "role_kinds", "device_products", "acts_of_kind", "acts_of_action", "members")
        )
        ordered = {key: node.words(key) for key in list(node.left)}
        return cls(
            facts,
            {k: frozenset(v) for k, v in ordered.items()},
            parts,
            names,
            products,
            {str(k).casefold(): v for k, v in places.items()},
            members,
            kinds,
            roles,
            classes,
            acts,
            actions,
            ordered,
        )

    def set(self, name: str) -> frozenset[str]:
        """One word list."""
        return self.lists[name]

    def check_value(self, fact: str, value: Any, node: Node) -> None:
        """Refuse a fact or value outside the vocabulary; the error lists the allowed ones."""
        try:
            self.value(fact, value)
        except ValueError as bad:
            raise node.fail(str(bad)) from bad

    def value(self, fact: str, value: Any) -> Any:
        """The typed value of a fact given as plain data.

        Raises:
            ValueError: Not a fact, or not a value of it; lists what is allowed.
        """
        if fact not in self.facts:
            raise ValueError(unknown_word("fact", fact, self.facts))
        kind = self.facts[fact]
        if value is None:
            return None
        if kind.kind in ("word", "words", "components"):
            return self._listed(kind, value)
        match kind.kind:
            case "flag":
                return _typed(value, bool, kind, "true or false")
            case "number":
                if _typed(value, int, kind, "a whole number") < 0:
                    raise ValueError(f"expected a number from 0 on for {kind.name}, found {value}")
                return value
            case "day":
                return Window.parse(value)
            case "place":
                return self.place(_typed(value, str, kind, "a code"))
            case "certificate":
                return _certificate(value)
            case _:
                return _typed(value, str, kind, "text")

    def _listed(self, kind: FactKind, value: Any) -> Any:
        match kind.kind:
            case "words":
                return self._words(kind, _many(value))
            case "components":
                return tuple(self._component(item) for item in _many(value))
            case _:
                return self._word(kind, _typed(value, str, kind, "one word"))

    def _words(self, kind: FactKind, many: Sequence[Any]) -> tuple[str, ...]:
        """Every word once; a product or a role brings the wider kinds it is one of."""
        words = [self._word(kind, _typed(word, str, kind, "words")) for word in many]
        return tuple(dict.fromkeys((*words, *(wider for word in words for wider in self._wider(kind, word)))))

    def _wider(self, kind: FactKind, word: str) -> list[str]:
        bare, at, place = word.partition("@")
        kinds = {"products": self.product_kinds, "roles": self.role_kinds}.get(kind.of or "", {})
        return [f"{wider}{at}{place}" for wider in kinds.get(bare, ())]

    def _word(self, kind: FactKind, word: str) -> str:
        if kind.of is None:
            return word
        bare, _, place = word.partition("@")
        if bare not in self.lists[kind.of] or (place and kind.of != "roles"):
            raise ValueError(unknown_word(kind.name, word, self.ordered[kind.of]))
        return f"{bare}@{self.place(place)}" if place else word

    def place(self, text: str) -> str:
        """An ISO 3166 code, also for the usual other spellings.

        Raises:
            ValueError: Not a code of a country or region; says how to write one.
        """
        code = self.places.get(text.strip().casefold(), text.strip().upper())
        if code and not _PLACE.match(code):
            raise ValueError(f"`{text}` is not a country or region; write its code: CA, CA-QC, US, GB")
        return code

    def _component(self, item: Any) -> Component:
        if (
            not isinstance(item, dict)
            or not set(item) <= {"maker", "part", "grade", "basis"}
            or not isinstance(item.get("maker"), str)
        ):
            raise ValueError("a component is {maker: …, part: …}, with a grade if it is less than confirmed")
        part = str(item.get("part", "unknown")).casefold()
        part = self.part_names.get(part, part)
        if part != "unknown" and part not in self.parts:
            raise ValueError(unknown_word("part", part, self.parts))
        basis = _enum(Basis, item.get("basis", Basis.DECLARED))
        weak = basis in {Basis.INFERRED, Basis.ASSUMED}
        grade = _enum(Grade, item.get("grade", Grade.POSSIBLE if weak else Grade.CONFIRMED))
        if weak and grade.rank > Grade.POSSIBLE.rank:
            grade = Grade.POSSIBLE  # a lead or a supposition about a part is never more
        return Component(maker=item["maker"].lower(), part=part, grade=grade)


def place_of(node: Node, key: str, vocabulary: Vocabulary, default: Any = MISSING) -> Any:
    """The code of the place below a key, which may be spelled as people write it; the default may be None.

    Raises:
        The error of the node: No country or region.
    """
    text = node.text(key, default)
    if text is None:
        return None
    try:
        return vocabulary.place(text)
    except ValueError as bad:
        raise node.fail(f"{key}: {bad}") from bad


def read_situation(given: Mapping[str, Any], vocabulary: Vocabulary, place: str) -> Situation:
    """A situation from plain facts: a value is plain, which means established, or ``{value, basis, grade}``.

    Raises:
        InputError: A fact, value, basis or grade outside the vocabulary; names the place and what is allowed.
    """
    facts = {}
    for name, value in given.items():
        try:
            facts[name] = _fact(name, value, vocabulary)
        except ValueError as bad:
            raise InputError(f"{place}: {name}: {bad}") from bad
    issued = _issued(given.get("certificate"))
    if issued is not None and "authorised" not in facts:
        facts["authorised"] = Fact(value=issued, rests_on=("certificate",))
    return Situation(facts=facts)


def _issued(certificate: Any) -> Window | None:
    """The day of a certificate, which is the day on which the model was authorised."""
    inner = certificate.get("value", certificate) if isinstance(certificate, dict) else None
    return Window.parse(inner["issued"]) if isinstance(inner, dict) and inner.get("issued") is not None else None


def _fact(name: str, value: Any, vocabulary: Vocabulary) -> Fact:
    if name not in vocabulary.facts:
        raise ValueError(unknown_word("fact", name, vocabulary.facts))
    basis, grade = Basis.DECLARED, Grade.CONFIRMED
    if isinstance(value, dict) and "value" in value:
        if extra := set(value) - {"value", "basis", "grade"}:
            raise ValueError(f"`{min(extra)}` is not one of value, basis, grade")
        basis = _enum(Basis, value.get("basis", basis))
        supposed = Grade.POSSIBLE if basis is Basis.INFERRED else Grade.CONFIRMED
        grade = _enum(Grade, value.get("grade", supposed))
        value = value["value"]
    typed = vocabulary.value(name, value)
    if typed in ("", ()):
        typed = None  # a blank says nothing
    if name in {"maker", "entity", "brand"} and typed is not None:
        typed = typed.lower()
    if typed is None or grade is Grade.UNKNOWN:
        return Fact(value=None, basis=basis, grade=Grade.UNKNOWN)
    return Fact(value=typed, basis=basis, grade=grade)


def _enum(kind: Any, word: Any) -> Any:
    try:
        return kind(word)
    except ValueError:
        raise ValueError(f"`{word}` is not one of {', '.join(kind)}") from None


def _many(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list | tuple) else [value]


def _typed(value: Any, kind: type, fact: FactKind, wanted: str) -> Any:
    if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
        raise ValueError(f"expected {wanted} for {fact.name}, found {value!r}")
    return value


def _certificate(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    if isinstance(value, dict) and set(value) <= {"kind", "issued"} and "kind" in value:
        if "issued" in value:
            Window.parse(value["issued"])
        return value["kind"]
    raise ValueError("a certificate is true, false or {kind: …, issued: day}")


def nearest(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word that was perhaps meant."""
    return next(iter(difflib.get_close_matches(word, list(allowed), n=1)), None)


def unknown_word(what: str, word: str, allowed: Any) -> str:
    """A sentence that guesses which word was meant and lists those there are, as far as a person would read on."""
    near = nearest(word, allowed)
    guess = f"; did you mean `{near}`?" if near else "."
    more = len(allowed) - MOST_LISTED
    listed = ", ".join(list(allowed)[:MOST_LISTED]) + (f" and {more} more" if more > 0 else "")
    return f"`{word}` is not a known {what}{guess} Allowed: {listed}"
