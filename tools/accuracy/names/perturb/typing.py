"""Slips of the hand and of a reader of scans: letters of the words that tell a firm."""

from __future__ import annotations

from random import Random

from debadge.text.folding import fold
from tools.accuracy.names.perturb.interface import long_tokens
from tools.accuracy.names.words import Words

ROOM = 8  # letters of a word, for two mistakes to leave it readable
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def one_typo(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """One letter left out, doubled by another, exchanged with its neighbour or mistaken for the next key."""
    del country
    tokens, places = long_tokens(name, words)
    if not places:
        return None
    place = rng.choice(places)
    tokens[place] = _mistyped(tokens[place], rng, words)
    return " ".join(tokens)


def two_typos(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """Two such mistakes, in one long word or in two."""
    del country
    tokens, places = long_tokens(name, words)
    long = [place for place in places if len(fold(tokens[place])) >= ROOM]
    if not long and len(places) < 2:
        return None
    chosen = [rng.choice(long)] * 2 if long and (len(places) < 2 or rng.random() < 0.5) else rng.sample(places, 2)
    for place in chosen:
        tokens[place] = _mistyped(tokens[place], rng, words)
    return " ".join(tokens)


def _mistyped(token: str, rng: Random, words: Words) -> str:
    letters = [n for n, letter in enumerate(token) if letter.isalpha()]
    at = rng.choice(letters)
    match rng.randrange(4):
        case 0 if token[at - 1 : at].lower() != token[at].lower():
            return token[:at] + token[at + 1 :]
        case 1:
            return token[:at] + _like(rng.choice(_ALPHABET), token[at]) + token[at:]
        case 2 if at + 1 in letters and token[at].lower() != token[at + 1].lower():
            return token[:at] + _like(token[at + 1], token[at]) + _like(token[at], token[at + 1]) + token[at + 2 :]
    near: str = words.lists["keyboard"].get(token[at].lower(), _ALPHABET)
    return token[:at] + _like(rng.choice(near), token[at]) + token[at + 1 :]


def _like(letter: str, other: str) -> str:
    return letter.upper() if other.isupper() else letter.lower()


def digits_for_letters(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """0 for o, 1 for l or i: one sign of a word that tells, sometimes all."""
    del country
    return _one_for_another(name, rng, words, {"o": "0", "O": "0", "l": "1", "I": "1"})


def cyrillic_letters(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """Letters of another alphabet that look the same."""
    del country
    return _one_for_another(name, rng, words, words.lists["look_alikes"])


def _one_for_another(name: str, rng: Random, words: Words, signs: dict[str, str]) -> str | None:
    tokens, places = long_tokens(name, words)
    places = [place for place in places if any(letter in signs for letter in tokens[place])]
    if not places:
        return None
    place, every = rng.choice(places), rng.random() < 0.3
    found = [n for n, letter in enumerate(tokens[place]) if letter in signs]
    chosen = set(found) if every else {rng.choice(found)}
    tokens[place] = "".join(signs[c] if n in chosen else c for n, c in enumerate(tokens[place]))
    return " ".join(tokens)


def rn_for_m(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """The letters rn read as m, or m as rn."""
    del country
    tokens, places = long_tokens(name, words)
    places = [place for place in places if "m" in tokens[place].lower() or "rn" in tokens[place].lower()]
    if not places:
        return None
    place = rng.choice(places)
    token = tokens[place]
    for old, new in (("rn", "m"), ("RN", "M"), ("m", "rn"), ("M", "RN" if token.isupper() else "Rn")):
        if old in token:
            tokens[place] = token.replace(old, new, 1)
            break
    return " ".join(tokens)


def accents(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """An accent where none belongs, one or two."""
    del country
    signs: dict[str, str] = words.lists["accents"]
    found = [n for n, letter in enumerate(name) if letter in signs]
    if not found:
        return None
    chosen = set(rng.sample(found, min(len(found), rng.randint(1, 2))))
    return "".join(rng.choice(signs[letter]) if n in chosen else letter for n, letter in enumerate(name))


def case(name: str, country: str | None, rng: Random, words: Words) -> str | None:
    """All large, all small, or at random."""
    del country, words
    kind = rng.randrange(3)
    if kind == 2:
        return "".join(rng.choice((letter.upper(), letter.lower())) for letter in name)
    changed = name.upper() if kind == 0 else name.lower()
    return changed if changed != name else name.swapcase()
