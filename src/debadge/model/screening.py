"""What screening knows of words: what a purchase line does with goods, and how model numbers and brands are misspelt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

ACTIONS = ("buy", "spare_or_licence", "service", "removal", "mention")
"""What a line does with the goods that it names. buy: money for the thing; spare_or_licence: for a part or the right to use it;
service: work on one that is there; removal: taking one away; mention: nothing, it is only spoken of."""
NEUTRAL = "neutral"  # a word that stands beside any of these: "installation"
PLACES = ("ahead", "close", "beside", "behind")
"""Where a word stands to decide: somewhere before the name in its sentence, right before it, right behind it or its kind of
equipment, or behind it in its clause."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionRule:
    """Words that say what a line does."""

    id: str
    action: str  # one of ACTIONS, or NEUTRAL
    place: str  # one of PLACES
    words: tuple[str, ...]  # Python `re`, in plain small letters, between edges of words
    signs: tuple[str, ...]  # `re`: Chinese, without edges
    examples: tuple[str, ...]  # lines that the rule decides


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """What makes a word for an action the name of a place: "training centre"."""

    behind: tuple[str, ...]  # Python `re`, in plain small letters
    before: tuple[str, ...]
    signs: tuple[str, ...]  # Chinese, right behind


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Terms of one purpose."""

    words: tuple[str, ...]  # Python `re`, in plain small letters, between edges of words
    signs: tuple[str, ...] = ()  # the same without edges: Chinese, "+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Connectives:
    """Small words between names, things and words for actions, by what they do there."""

    extras: Terms  # begin what comes with the thing: "with", "including"
    included: Terms  # a work or part that is in the price
    agents: Terms  # behind "supplied": it is told by whom, so that nothing is included
    often: Terms  # how often or how well a work is done: all that may stand before it in a segment of its own
    joining: Terms  # join words for actions that decide together: "supply and install"
    joining_of: Terms  # the same behind a word that decides nothing: "installation of the removal"
    filling: Terms  # may stand between a name and a word right before it: "compatible with all existing ..."
    apart: Terms  # between a part and a thing: the part is for it, and no feature of it
    replacing: Terms  # beginnings of words: something new comes for what goes
    passive: Terms  # begin what is done to the thing: "to be removed"
    purpose: Terms  # the line is about something else, for what is named
    putting_up: Terms  # words that decide nothing, and pay for work alone where no goods are stated: "installation"
    returning: Terms  # what is taken away comes back: "remove and reinstall"
    heads: Terms  # may follow a word behind a name that is the head: "camera removal project", and not "removal tool"
    governing: Terms  # begin what likeness is to: "compatible with"
    listing: Terms  # between the names of a list
    items: Terms  # between the items of a line
    lessons: Terms  # what people are taught or told: beside counted goods an item of its own
    objects: Terms  # between a work and what it is done to
    hours: Terms  # units of work
    old: Terms  # what goes where something else comes: "existing"
    there: Terms  # whole phrases, `re`: what the sentence names is there already, and nobody buys it
    there_behind: Terms  # the same behind a name
    beside: Terms  # between goods and the parts that come with them, where the part is the last word
    no_endings: Terms  # behind a word, these make it another: "battery-free"
    abbreviations: Terms  # a point behind these ends no sentence; `signs`: behind these as whole words only


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """Verbs of exchange, and what stands between what goes and what comes."""

    verbs: Terms
    over: Terms
    needs_name: bool  # a verb of many meanings, "change": it takes away only what is named where another name comes


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchanges:
    """How lines say who goes and who comes."""

    frames: tuple[Exchange, ...]
    out: Terms  # behind what goes: "30 cameras out"
    come: Terms  # behind what comes
    taking: Terms  # before what is taken instead, and before the verb: "用"


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """How a text says how many."""

    said: tuple[str, ...]  # `re`, before the number: "qty"
    units: tuple[str, ...]  # `re`, behind it: "pcs"
    ahead: tuple[str, ...]  # `re`, words before a number that counts what follows: "of 12 cameras"
    measures: tuple[str, ...]  # `re`, behind a number that measures: "24 port", "3 year"
    packs: tuple[str, ...]  # `re`, of which the number behind counts what is in one: "pack of 4"
    classifiers: tuple[str, ...]  # `re`: Chinese units, behind a number in digits or signs
    numerals: Mapping[str, str]  # number words that may begin a line -> digits
    years: str  # `re`, numbers that are years
    ports: tuple[str, ...]  # `re`, so many times on one unit: "4 x 10GE"
    zooms: tuple[str, ...]  # `re`, beside a number with an x: a zoom that many times, and no count


@dataclass(frozen=True, slots=True, kw_only=True)
class Specifications:
    """What is said of goods beside whose they are: it is no model, and may stand between a name and its number."""

    words: tuple[str, ...]  # `re`, in plain small letters, between edges: "4 ?mp", "ip6[5-9]"
    signs: tuple[str, ...]  # `re`: Chinese, behind a number: "万像素"
    labels: tuple[str, ...]  # `re`, before a number or a name: "p/n", "manufacturer"
    label_signs: tuple[str, ...]  # Chinese ones


@dataclass(frozen=True, slots=True, kw_only=True)
class Streets:
    """What right before a name makes it that of a street or a person: "rue de la", "mr"."""

    words: tuple[str, ...]  # `re`, in plain small letters
    asides: tuple[str, ...]  # may stand behind these
    articles: tuple[str, ...]  # may stand behind both


@dataclass(frozen=True, slots=True, kw_only=True)
class Spellings:
    """How people write what they mean."""

    heads: Mapping[str, str]  # the head of a model number without its separators -> with them: "DS2CD" -> "DS-2CD"
    bare: Mapping[str, str]  # the same for heads of which the first part is left out: "2CD" -> "DS-2CD"
    programs: tuple[str, ...]  # names of the programs that the fingerprints know, in every form
    near: tuple[str, ...]  # names that are recognised with one slip of the pen, and glued to what stands beside them
    short: tuple[str, ...]  # names that may be glued to a number that a grammar reads
    kinds: tuple[str, ...]  # words for equipment that names and numbers may be glued to
    joined: Mapping[str, str]  # a name as it is taken apart or misspelt -> the name
    vague: tuple[str, ...]  # words for equipment that show no kind of it: "kit", "unit"
    vaguest: tuple[str, ...]  # of these, those that say nothing right beside an everyday word that is a name, too
    words_behind: tuple[str, ...]  # `re`, right behind a misspelt name: a maker is meant
    elsewhere: tuple[str, ...]  # `re`, right behind a name: they make it a street, a school, another firm
    elsewhere_signs: tuple[str, ...]  # Chinese, right behind a name
    inside: tuple[str, ...]  # Chinese words that hold the signs of a name by chance
    doubtful: tuple[str, ...]  # Chinese names that are places too: they need a word beside them
    signs_behind: tuple[str, ...]  # Chinese, right behind a name: a maker is meant
    links: tuple[str, ...]  # words between a name and a number that is of another thing
    homonyms: tuple[
        str, ...
    ]  # names that are other firms, words or people too: they need something that shows equipment
    given: tuple[str, ...]  # of these, given names of people
    families: tuple[str, ...]  # family names that stand before or behind a given name
    no_things: tuple[str, ...]  # `re`, phrases that hold a word for equipment and are none: "light switch"
    other_goods: tuple[str, ...]  # `re`, goods of other trades: a number right before them is theirs
    firm: tuple[str, ...]  # words that stand beside a name in a column for makers and say nothing of who it is
    or_equal: tuple[str, ...]  # `re`, behind a name there: another may be delivered
    anybodys: tuple[str, ...]  # `re`, parts that everybody makes, whatever they are for
    part_makers: tuple[str, ...]  # `re`, makers of parts and programs for the things of others
    supports: tuple[str, ...]  # `re`, before the things that a program works with
    supported: tuple[str, ...]  # `re`, behind them
    dealers: tuple[str, ...]  # `re`, in such a cell: it is somebody who deals with what is named
    specifications: Specifications
    streets: Streets
    counting: Counting


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWords:
    """Everything that reading a purchase line consults beside the fingerprints."""

    rules: tuple[ActionRule, ...]
    places: Places
    connectives: Connectives
    exchanges: Exchanges
    spellings: Spellings
