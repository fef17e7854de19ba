"""A signal: a text that says something about who made a thing, with its source and the examples that prove it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

STRENGTHS = (
    "verified",
    "strong",
    "weak",
    "name",
    "model",
    "shape",
    "line",
    "brand",
    "platform",
    "chipset",
    "software",
    "none",
)
"""What a signal is worth, by role and status, never one weight per rule.

verified  alone *confirmed*: the maker's own discovery answer, serial grammar or factory certificate
strong    alone *probable*: its registered prefix, its realm, its firmware or scope layout
weak      alone *possible*
name      the maker's name where people write: alone *possible*, beside a model of that maker *probable*
model     a model number of the maker's grammar: as `name`, the other half
shape     a model number whose shape others use too: nothing alone, counts beside the name
line      a model number of one line of a badge: points to one of the badge's makers, or away; beside other badges nothing
brand     a badge; the maker is then a matter of the relabel graph
platform  software that many makers share; chipset: a part; software: generic; none: a trap, or a word about something else
"""
NAMES_A_MAKER = frozenset({"verified", "strong", "weak", "name", "model", "shape"})
NEEDS_A_CHECK = frozenset({"verified", "strong"})
STATUSES = ("verified", "partly-verified", "single-source", "unverified")
CHECKED = frozenset({"verified", "partly-verified"})
SAYS = (
    "maker",
    "brand",
    "family",
    "device_class",
    "chipset",
    "entity",
    "neutral",
    "generic",
    "aside",
    "stop_word",
    "thing",
)
"""What a signal may say. neutral: the unit calls itself an unbranded build; generic: a word instead of a model; aside: the
text, or what stands ahead of it or behind it, is about another thing (`identify.asides`); stop_word: an everyday word that is
also a brand; thing: a kind of equipment that is no device class of ours. Captures: firmware, model, serial, mac, brand."""
CAPTURES = frozenset({"firmware", "model", "serial", "mac", "brand"})
DEFAULT_CAP = 512  # bytes; confirmation stays linear in practice because no rule sees more, unless it says so


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """Where a signal comes from, and how far it was checked."""

    title: str
    url: str | None
    read: str  # ISO day
    status: str  # one of STATUSES
    published: str | None = None  # ISO day; only of what --known-by asks about: the model rules of badges


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text that the signal fires on, and what it captures there."""

    text: str
    captures: Mapping[str, str]
    synthetic: bool  # made up for want of a captured string; counted and printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """One rule. Exactly one of patterns, elements, registrant and signals is given; all of its parts must hold."""

    id: str
    field: str  # the channel it reads; "combo" for signals about signals
    strength: str  # one of STRENGTHS
    says: Mapping[str, str]
    cited: Cited
    why: str
    patterns: tuple[str, ...] = ()  # Python `re`, searched in the bytes of the value
    elements: tuple[tuple[str, str], ...] = ()  # (name, pattern) of a decoded answer
    registrant: str | None = None  # pattern on the organisation that holds a MAC block
    signals: tuple[str, ...] = ()  # of a combo: the ids that must all have fired
    cap: int = DEFAULT_CAP  # bytes of the value that are looked at
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[str, ...] = ()

    @property
    def is_spoken(self) -> bool:
        """Whether it stands for a name, and not for a rule of a file."""
        return ":" in self.id

    @property
    def maker(self) -> str | None:
        """The maker that it speaks for; a badge or a chip speaks for none."""
        return self.says.get("maker") if self.strength in NAMES_A_MAKER else None


@dataclass(frozen=True, slots=True)
class Prefixes:
    """Registered MAC blocks as hex digits (6, 7 or 9 of them, in lower case), each with the signal of its holder."""

    blocks: Mapping[str, str]  # block -> signal id
    holders: Mapping[str, str]  # block -> organisation, as registered
    day: str  # ISO day of the registry copy
