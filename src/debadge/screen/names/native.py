"""Names in scripts without blanks: forms cut off both ends as substrings, places and trade words off the core; and in pinyin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from debadge.screen.names.letters import HAN, JOINED, folded, pinyin_key, simplified, spelled, syllables
from debadge.screen.names.words import NameWords

RUN = re.compile(f"[{JOINED}]+")
_ADMINISTRATIVE = "市省区县"  # city, province, district, county: they stand behind a place
_LEAST = 2  # signs that a core keeps
_BRANCH = 8  # signs of the name of a branch
_SYLLABLE_LETTERS, _ALONE = 7, 3  # letters under which a word may be one syllable of pinyin; such words in a row
_PINYIN_WORD = 10  # letters of a word from which on it may be a whole name in pinyin
_PINYIN_FORM = 4  # letters of a legal form in pinyin that is cut off a longer word: gufen
_KNOWN_SYLLABLES = 6  # of the longest known word: gu fen you xian gong si


class Native(NamedTuple):
    """A name in a script without blanks."""

    whole: str  # without legal form
    core: str  # and without places and trade words
    places: frozenset[str]
    trade: tuple[str, ...]  # signs of the trade words at its end
    written: str = ""  # its signs with their legal form, simplified


class NativeReader:
    """Reads such names; one for a set of words."""

    def __init__(self, words: NameWords) -> None:
        self._words = words
        spelled_forms = ("".join(form) for form in words.end if all(map(syllables, form)))
        keys = {pinyin_key(form) for form in spelled_forms if len(form) > _PINYIN_FORM}
        self._form_keys = tuple(sorted(keys, key=lambda key: (-len(key), key)))
        self._joined = sorted({*words.joined_places, *words.joined_trade}, key=lambda word: (-len(word), word))

    def read(self, text: str) -> Native:
        """The signs of a name that belong to such scripts, Chinese ones simplified."""
        plain = simplified(text) if HAN.search(text) else text
        written = "".join(RUN.findall(plain))
        whole = self._without_forms(written)
        core = whole
        places: set[str] = set()
        trade: list[str] = []
        while found := self._edge(core):
            word, core = found
            if word in self._words.joined_places:
                places.add(self._words.joined_places[word])
            else:
                trade.insert(0, word)
        return Native(whole, core, frozenset(places), tuple(trade), written)

    def _without_forms(self, text: str) -> str:
        text = self._without_named_branch(text)
        changed = True
        while changed:
            changed = False
            for form in self._words.joined_forms:
                bare = text.removesuffix(form) if text.endswith(form) else text.removeprefix(form)
                if bare != text and len(bare) >= _LEAST:
                    text, changed = self._without_branch(bare), True
                    break
        return text

    def _without_named_branch(self, text: str) -> str:
        """Without a branch behind a legal form, however called: 有限公司望江路分公司; without the word alone at the end."""
        branch = next((one for one in self._words.joined_branches if text.endswith(one)), "")
        bare = text.removesuffix(branch)
        if not branch or len(bare) < _LEAST:
            return text
        ends = [at + len(form) for form in self._words.joined_forms if (at := bare.find(form)) >= _LEAST]
        behind = [end for end in ends if len(bare) - end <= _BRANCH]
        return bare[: max(behind)] if behind else bare

    def _without_branch(self, text: str) -> str:
        """Without the place of a branch behind a legal form: 有限公司上海 (分公司)."""
        place = next((one for one in self._words.joined_places if text.endswith(one)), "")
        bare = text.removesuffix(place)
        return bare if place and bare.endswith(self._words.joined_forms) else text

    def _edge(self, core: str) -> tuple[str, str] | None:
        """The longest place at either end, or trade word at the end, and what is left without it."""
        for word in self._joined:
            rest = core
            if core.startswith(word) and word in self._words.joined_places:
                rest = core[len(word) :].lstrip(_ADMINISTRATIVE)
            elif core.endswith(word):
                rest = core[: -len(word)]
            if rest != core and len(rest) >= _LEAST and rest not in self._words.joined_trade:
                return word, rest
        return None

    def fields_behind(self, native: Native, stem: str) -> list[str]:
        """The words of a name behind a stem that its places and nothing else precede; none where other signs are among them."""
        rest = native.core.removeprefix(stem)
        found: list[str] = []
        while rest and rest != native.core:
            word = next((one for one in self._words.joined_field if rest.startswith(one)), "")
            if not word:
                return []
            found.append(word)
            rest = rest.removeprefix(word)
        return found

    def spelled(self, whole: str) -> Iterator[str]:
        """Known words in English, the rest in pinyin: 杭州海康威视 is ``hangzhou haikangweishi``."""
        pending, begun, at = "", False, 0
        while at < len(whole):
            known = self._words.joined_trade if begun else self._words.joined_places
            word = next((one for one in self._joined if whole.startswith(one, at)), "")
            told = known.get(word, "")
            if told and not (pending and not begun):
                if pending:
                    yield spelled(pending, self._words.readings)
                    pending = ""
                yield from folded(told).split()
                at += len(word)
            else:
                pending, begun, at = pending + whole[at], True, at + 1
        if pending:
            yield spelled(pending, self._words.readings)

    def spellings(self, native: Native) -> set[str]:
        """Keys of the pinyin of a name, whole and its core; empty where it is not Chinese."""
        if not HAN.search(native.whole):
            return set()
        return {pinyin_key(spelled(text, self._words.readings)) for text in (native.whole, native.core)}

    def key(self, *words: str) -> str:
        """The key of a name that may be pinyin, word by word, without a legal form in pinyin at its end."""
        key = "".join(map(pinyin_key, words))
        if not key.endswith(self._form_keys):
            return key
        form = next((form for form in self._form_keys if key.endswith(form) and len(key) > len(form)), "")
        return key.removesuffix(form)

    def by_syllables(self, found: list[str]) -> list[str] | None:
        """Pinyin in single syllables, or in one long word, put together anew: known words apart, the rest as one word.

        English words for what a firm does, and its legal form, may stand behind it.
        """
        count = next((at for at, word in enumerate(found) if not syllables(word)), len(found))
        found, rest = found[:count], found[count:]
        if rest and not all(self._is_known(word) for word in rest):
            return None
        alone = sum(1 for word in found if len(word) < _SYLLABLE_LETTERS)
        if not found or ((alone < len(found) or alone < _ALONE) and max(map(len, found)) < _PINYIN_WORD):
            return None
        parts = []
        for word in found:
            if not (several := syllables(word)):
                return None
            parts += several
        told = list(self._together(parts))
        return [*told, *rest] if told != found else None

    def with_particles(self, found: list[str]) -> list[str] | None:
        """With a word that would not count joined to the syllable of pinyin behind it: "Da Hua", "De Ke"."""
        told: list[str] = []
        for word in found:
            if told and told[-1] in self._words.silent and syllables(told[-1]) and len(syllables(word)) == 1:
                told[-1] += word
            else:
                told.append(word)
        return told if len(told) < len(found) else None

    def _together(self, row: list[str]) -> Iterator[str]:
        pending, at = "", 0
        while at < len(row):
            sizes = range(min(_KNOWN_SYLLABLES, len(row) - at), 1, -1)
            known = next((size for size in sizes if self._is_known("".join(row[at : at + size]))), 0)
            if known:
                yield from (pending,) if pending else ()
                yield "".join(row[at : at + known])
                pending = ""
            else:
                pending += row[at]
            at += known or 1
        if pending:
            yield pending

    def _is_known(self, word: str) -> bool:
        return word in self._words.canon or (word,) in self._words.end
