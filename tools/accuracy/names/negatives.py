"""Names of somebody else: made from listed names by exchanging what tells them, made up by origin, or taken from suppliers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from random import Random

from debadge.text.folding import fold
from tools.accuracy.names.query import Query, script_of
from tools.accuracy.names.register import NUMBER, Entry, Register, key
from tools.accuracy.names.words import Words, tokens_of

MADE_UP = ("chinese", "arabic", "persian", "russian", "french", "english")
SHORT = 4  # letters: one of them changed makes another firm
BESIDE = 3  # words of a name, for its short word to be what tells it
LENGTHY = 6  # words of a name, from which one or two others do not make it another
TRIES = 400
NUMBERED = frozenset({"institute", "plant", "shipyard", "academy", "factory", "brigade", "laboratory", "bureau"})
"""What a state has so many of that it numbers them."""
Negative = Callable[[Entry, Random, Register], str | None]


def other_name(entry: Entry, rng: Random, register: Register) -> str | None:
    """The same places, trade and form with another firm's name: every word that tells it is exchanged."""
    words = register.words
    tokens = tokens_of(entry.names[0])
    places = words.telling(tokens)
    if _in_brackets(tokens, places) or not 0 < len(places) <= 3 or len(words.core(entry.names[0])) > LENGTHY:
        return None
    if len(tokens) < 3 or len(places) == len(tokens):
        return None  # a name of which nothing stays is no hard negative
    for place in places:
        tokens[place] = _dressed(tokens[place], _another(tokens[place], origin_of(entry), rng, register))
    return " ".join(tokens)


def _in_brackets(tokens: Sequence[str], places: Sequence[int]) -> bool:
    """Whether what tells the firm is a short form of the rest: with another one it would still be that firm."""
    return any(tokens[place].startswith(("(", "[")) for place in places)


def _another(token: str, origin: str, rng: Random, register: Register) -> str:
    """A word of the same sort that no listed name has, and that looks like no misspelling of the old one."""
    for _ in range(TRIES):
        word = _brick(origin, rng, register.words)
        if len(word) > SHORT and word not in register.tokens and not _is_near(word, fold(token)):
            return word
    return "".join(rng.sample("bdfklmnprstv", 3)) + "ora"


def _brick(origin: str, rng: Random, words: Words) -> str:
    """A made-up word where names of an origin are of syllables; else a rare word of an ordinary supplier, often a family name."""
    lists = words.lists["bricks"][origin if origin in MADE_UP else "english"]
    if lists["join"]:
        return "".join(rng.sample(lists["bricks"], 2))
    if (origin in {"arabic", "persian"} and rng.random() < 0.3) or not words.rare:
        return fold(rng.choice(lists["bricks"])).replace(" ", "")
    return rng.choice(words.rare)


def _is_near(one: str, other: str) -> bool:
    """Two letters in three in common, in pairs: too near to be surely another name."""
    pairs = [{text[n : n + 2] for n in range(len(text) - 1)} for text in (one, other)]
    return 2 * len(pairs[0] & pairs[1]) > 0.66 * (len(pairs[0]) + len(pairs[1]))


def _dressed(old: str, new: str) -> str:
    """The new word with the old one's case and punctuation."""
    written = new.upper() if old.isupper() else new.capitalize()
    return re.sub(r"\w(?:.*\w)?", lambda _: written, old, count=1)


def short_word_changed(entry: Entry, rng: Random, register: Register) -> str | None:
    """A short word with one letter changed: ZTT is not ZTE. With many words beside it, it would be a slip of the hand."""
    name = entry.names[0]
    tokens = tokens_of(name)
    telling = register.words.telling(tokens)
    places = [n for n in telling if 3 <= len(fold(tokens[n])) <= SHORT and tokens[n].isupper()]
    if len(telling) != 1 or not places or name.isupper() or re.search("[(,]", " ".join(tokens[:-2])):
        return None
    if not 1 < len(register.words.core(name)) <= BESIDE:
        return None
    word = fold(tokens[places[0]])
    at = rng.randrange(len(word))
    changed = word[:at] + rng.choice([c for c in "bcdfghklmnprstvwz" if c != word[at]]) + word[at + 1 :]
    if changed in register.tokens:
        return None
    tokens[places[0]] = _dressed(tokens[places[0]], changed)
    return " ".join(tokens)


def other_number(entry: Entry, rng: Random, register: Register) -> str | None:
    """Another institute, shipyard or brigade of the same numbered kind, which is not listed under any of its names."""
    name = entry.names[0]
    found = list(NUMBER.finditer(name))
    if (
        len(found) != 1
        or len(name) > 90
        or not NUMBERED & set(fold(name).split())
        or re.search("[(,;]|(?i:anniversary)", name)
    ):
        return None  # of a street, or in an aside, a number tells nothing of the firm
    number = max(2, int(found[0][1]) + rng.choice((-7, -3, 4, 9, 11)))
    shared = [set(core) & set(register.words.core(name)) for core in register.numbered.get(number, ())]
    if any(len(words) > 1 for words in shared):
        return None
    return f"{name[: found[0].start()]}{number}{_ordinal(number) if found[0][2] else ''}{name[found[0].end() :]}"


def _ordinal(number: int) -> str:
    return "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def generic_words(entry: Entry, rng: Random, register: Register) -> str | None:
    """Place, trade and form alone."""
    del entry
    lists = register.words.lists["bricks"]["chinese"]
    trade = rng.sample(
        ["Digital", "Technology", "Electronics", "Communication", "Information", "Intelligent", "Network"], 2
    )
    return f"{rng.choice(lists['places'])} {' '.join(trade)} {rng.choice(lists['forms'])}"


def shared_word(entry: Entry, rng: Random, register: Register) -> str | None:
    """A firm of another trade that shares one word with a listed name of several, as ordinary suppliers do."""
    words = register.words
    core = words.core(entry.names[0])
    told = [word for word in core if words.is_telling(word) and words.of_suppliers.get(word, 0) >= 3]
    if not told or len(core) < 3:
        return None
    lists = words.lists["bricks"][rng.choice(("french", "english"))]
    word, trade = rng.choice(told), rng.choice(lists["trade"])
    alike = fold(trade)[:5]  # of a word of the same trade, as Consulting and Consultants
    if any(other.startswith(alike) for other_core in register.by_word[word] for other in other_core):
        return None
    return f"{word.capitalize()} {trade} {rng.choice(lists['forms'])}"


HARD: dict[str, tuple[Negative, int]] = {
    "other_name": (other_name, 56),
    "short_word_changed": (short_word_changed, 10),
    "other_number": (other_number, 4),
    "generic_words": (generic_words, 10),
    "shared_word": (shared_word, 20),
}
"""Kind -> how it is made, and how many of a hundred."""


def origin_of(entry: Entry) -> str:
    """Where such names come from, by the country of the row."""
    countries = {
        "chinese": "CN HK TW MO", "russian": "RU BY", "persian": "IR AF", "french": "FR BE",
        "arabic": "AE SA SY LB IQ EG JO YE OM KW QA BH SD LY DZ TN MA PS", "english": "GB US CA AU IE NZ",
    }  # fmt: skip
    return next((origin for origin, codes in countries.items() if entry.country and entry.country in codes), "other")


def hard(rng: Random, register: Register, pool: Sequence[Entry], share: float = 1.0) -> Iterator[Query]:
    """Hard negatives of every kind, a hundred of them times a share."""
    numbered = [entry for entry in register.entries if NUMBER.search(entry.names[0])]
    short = [entry for entry in register.entries if re.search(r"\b[A-Z]{3,4}\b", entry.names[0])]
    for kind, (make, count) in HARD.items():
        some = {"other_number": numbered, "short_word_changed": short}.get(kind) or pool
        yield from _made(kind, make, round(count * share), rng, register, some)


def _made(
    kind: str, make: Negative, count: int, rng: Random, register: Register, pool: Sequence[Entry]
) -> Iterator[Query]:
    told: set[str] = set()
    for _ in range(TRIES * count if pool else 0):
        if len(told) == count:
            return
        entry = rng.choice(pool)
        text = make(entry, rng, register)
        if text is None or key(text) in told or register.may_be_listed(text):
            continue
        told.add(key(text))
        country = "CA" if kind == "shared_word" else "CN" if kind == "generic_words" else entry.country
        yield _negative(text, kind, "chinese" if kind == "generic_words" else origin_of(entry), _or_none(country, rng))


def _or_none(country: str | None, rng: Random) -> str | None:
    return country if rng.random() < 0.5 else None


def _negative(text: str, kind: str, origin: str, country: str | None) -> Query:
    return Query(text=text, want="no_match", kind=kind, origin=origin, script=script_of(text), country=country)


def ordinary(rng: Random, register: Register, suppliers: Sequence[str], count: int) -> Iterator[Query]:
    """Real suppliers, as their file writes them; those who may be listed are left out."""
    for name in rng.sample(suppliers, min(len(suppliers), 2 * count))[: 2 * count]:
        if count and not register.may_be_listed(name):
            count -= 1
            yield _negative(name, "ordinary", _tongue(name), _or_none("CA", rng))


def _tongue(name: str) -> str:
    french = {
        "les",
        "des",
        "du",
        "de",
        "et",
        "la",
        "le",
        "services",
        "conseil",
        "conseils",
        "inc",
        "ltee",
        "entreprises",
    }
    return "french" if len(french & set(fold(name).split()) - {"services", "inc"}) > 0 else "english"


def made_up(rng: Random, register: Register, count: int) -> Iterator[Query]:
    """Firms that do not exist, as many of each origin, from words that such firms take."""
    for origin in MADE_UP:
        told: set[str] = set()
        for _ in range(TRIES * count):
            if len(told) == count:
                break
            text = _firm(origin, rng, register.words)
            if key(text) in told or register.may_be_listed(text):
                continue
            told.add(key(text))
            yield _negative(text, f"made_up_{origin}", origin, None)


def _firm(origin: str, rng: Random, words: Words) -> str:
    lists = words.lists["bricks"][origin]
    bricks = rng.sample(lists["bricks"], rng.choice((2, 2, 3) if lists["join"] else (1, 2)))
    name = "".join(bricks).capitalize() if lists["join"] else " ".join(bricks)
    place, trade, form = rng.choice(lists["places"]), rng.choice(lists["trade"]), rng.choice(lists["forms"])
    parts = [place, name, trade, form] if rng.random() < 0.5 else [name, trade, form]
    if origin == "russian" and form in words.lists["front_forms"] and rng.random() < 0.7:
        parts = [form, name, trade]
    return " ".join(part for part in parts if part)
