"""What a perturbation is given and what it answers."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from tools.accuracy.names.words import Words, tokens_of

LETTERS = 5  # a shorter word with one letter changed is another firm's
Perturbation = Callable[[str, str | None, Random, Words], str | None]
"""(name, country of the firm, chance, words) -> the name as somebody wrote it; None where it cannot be done to this name."""


def long_tokens(name: str, words: Words) -> tuple[list[str], list[int]]:
    """The written words, and the places of those that tell the firm and are long enough to be misspelt."""
    tokens = tokens_of(name)
    return tokens, words.telling(tokens, LETTERS)


def told_by(name: str, words: Words) -> bool:
    """Whether a word is left that tells the firm."""
    return bool(words.telling(tokens_of(name)))
