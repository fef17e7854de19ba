"""A name as it is compared: its parts, each without legal forms, in words that stand for their spellings. Every step can be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from debadge.screen.names.letters import HAN, HAS_JOINED, JOINED, folded, has_foreign, simplified, spelled, syllables, transliterated
from debadge.screen.names.mending import Mender
from debadge.screen.names.words import NameWords

MAX_NAME = 400  # characters read of one name; the longest of the public lists has 300
MAX_PARTS = 6  # parts screened of one name; an honest one has three
CUT_AT = frozenset({34, 35, 39, 40})  # lengths at which fields of 35 and 40 characters end, with a blank cut off
_MOST_WORDS = 40
_SYLLABLE_LETTERS, _SYLLABLES_ALONE = 7, 3  # letters under which a word may be one syllable of pinyin; such words in a row
_PINYIN_WORD = 10  # letters of a word from which on it may be a whole name in pinyin
_KNOWN_SYLLABLES = 6  # of the longest known word: gu fen you xian gong si
_CUT_FORM = 3  # letters of a cut legal form that stands behind the name itself
_LONGEST_FORM = 8  # words

_WORD = re.compile(r"[^\W_]+")
_CODE = re.compile(r"^\s*(?:#?\s*[a-z]{0,4}[-_]?\d{3,}[-_]?\d*\s*(?:[-–—:|/.,_]+\s*|\s+(?=\D))|\d{4,}_)")
_CODE_BEHIND = re.compile(r"\s*[-–—#(\[|/]+\s*(?:no\.?\s*)?#?\d{4,}[)\]]?\s*$")
_BRACKETS = re.compile(r"[(\[{（【《「]([^()\[\]{}（）【】]*)[)\]}）】》」]")
_OPEN = re.compile(r"[(\[{（【].*$")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SINGLE = re.compile(r"(?<!\w)(\w(?: \w)+)(?!\w)")
_TICKED = re.compile(r"(?<!\w)[\"'“”«»](.+?)[\"'“”«»](?!\w)")
_JOINED_RUN = re.compile(f"[{JOINED}]+")
_ADMINISTRATIVE = "市省区县"


class Form(NamedTuple):
    """One way to read a name, or a part of it."""

    words: tuple[str, ...]  # in order; the words that stand for their spellings
    shown: tuple[str, ...]  # the same words as they were written, folded
    channel: str  # name | part | bracket | split | transliteration | pinyin
    cut: bool  # its field may have cut its end off
    removed: tuple[str, ...] = ()  # legal forms taken off


class Native(NamedTuple):
    """A name in a script without blanks."""

    whole: str  # without legal form
    core: str  # and without places and trade words
    places: frozenset[str]
    trade: tuple[str, ...]  # signs of the trade words at its end


class Read(NamedTuple):
    """A name in all its readings."""

    forms: tuple[Form, ...]
    natives: tuple[Native, ...]


class Reader:
    """Reads names; one for a set of words."""

    def __init__(self, words: NameWords) -> None:
        self.words = words
        marks = sorted((re.escape(part) for part in (*words.parts, *words.parents)), key=len, reverse=True)
        marked = "|".join(mark.replace(r"\ ", r"\s+") for mark in marks)
        self._between = re.compile(rf"(?:(?<![\w/.])(?:{marked})(?![\w/])[.:]?|[;|\n]|\s+/+\s+|\s-\s(?=(?:{marked})))", re.IGNORECASE)
        self._maybe = re.compile(rf"{'|'.join(marks)}|[;|\n]| /", re.IGNORECASE)
        below = "|".join(map(re.escape, words.parents))
        self._below = re.compile(rf"(?<!\w)(?:{below})\s*[-:.]*\s*", re.IGNORECASE)
        labels = "|".join(re.escape(label) for label in sorted(words.labels, key=len, reverse=True))
        self._label = re.compile(rf"^\s*(?:{labels})(?:\s+name)?\s*(?:no\.?|#|id)?\s*[:=]\s*", re.IGNORECASE)
        self._heads = {phrase[0] for phrase in words.phrases}
        self._longest = max(map(len, words.phrases), default=2)
        self._mender = Mender(words)
        self._end_last = {form[-1] for form in words.end}
        self._front_first = {form[0] for form in words.front}
        self._form_words = sorted({word for form in words.end for word in form if len(word) > 3})
        self._joined = sorted({*words.joined_places, *words.joined_trade}, key=lambda word: (-len(word), word))

    def read(self, text: str, steps: list[tuple[str, str]] | None = None, *, whole: bool = False) -> Read:
        """All readings of a name, each once.

        Args:
            text: The name as written.
            steps: Filled with (step, what it left), to explain.
            whole: Also with long words left whole that hold a known one, as listed names are kept: "supercomputing".
        """
        if whole:
            text = self._below.split(text)[-1] or text
        text = text[:MAX_NAME]
        length = len(text.rstrip())
        forms: dict[tuple[str, ...], Form] = {}
        natives: list[Native] = []
        parts = self._parts(text, steps)
        self._whole = whole
        for number, part in enumerate(parts):
            channel = "part" if len(parts) > 1 else "name"
            cut = length in CUT_AT and number == len(parts) - 1
            for form in self._of_part(part, channel, steps, natives, cut=cut):
                if form.words:
                    forms.setdefault(form.words, form)
        kept = tuple(forms.values())
        if len(kept) > 1:  # a part of places only says where, not who
            kept = tuple(form for form in kept if not set(form.words) <= self.words.places) or kept
        return Read(kept, tuple(natives))

    def _parts(self, text: str, steps: list[tuple[str, str]] | None) -> list[str]:
        if label := self._label.match(text):
            text = text[label.end() :]
            _tell(steps, "label", text)
        bare = text.lower() if text.isascii() else text
        if text[:1].isdigit() or bare[:1] == "#" or (text[:8].upper() == text[:8] and any(map(str.isdigit, text[:8]))):
            shorter = text[found.end() :] if (found := _CODE.match(text.lower())) else text
            if any(map(str.isalpha, shorter)) and not self._says_where(self._between.split(shorter)[0]):
                text = shorter
                _tell(steps, "code", text)
        if text[-1:].isdigit() or text[-2:-1].isdigit():
            text = _CODE_BEHIND.sub("", text) or text
        if not self._maybe.search(text):
            return [text]
        parts = [part for part in self._between.split(text) if _WORD.search(part)][:MAX_PARTS]
        if len(parts) > 1:
            _tell(steps, "parts", " | ".join(part.strip() for part in parts))
        return parts or [text]

    def _of_part(
        self, text: str, channel: str, steps: list[tuple[str, str]] | None, natives: list[Native], *, cut: bool
    ) -> Iterator[Form]:
        if not text.isascii():
            if HAS_JOINED.search(text):
                yield from self._of_joined(text, natives, steps)
                text = _JOINED_RUN.sub(" ", text)
                if not any(map(str.isalpha, text)):
                    return
            if has_foreign(text):
                latin = transliterated(text)
                _tell(steps, "transliteration", latin)
                yield from self._of_brackets(latin, "transliteration", steps, cut=cut)
        yield from self._of_brackets(text, channel, steps, cut=cut)

    def _of_brackets(
        self, text: str, channel: str, steps: list[tuple[str, str]] | None, *, cut: bool
    ) -> Iterator[Form]:
        """With what stands in brackets, without it, and it alone, unless it only says where."""
        if "(" not in text and "[" not in text and "（" not in text and "{" not in text:
            yield from self._of_words(text, channel, steps, cut=cut)
            return
        inside = [found for found in _BRACKETS.findall(text) if _WORD.search(found)]
        outside = _OPEN.sub(" ", _BRACKETS.sub(" ", text))
        telling = [one for one in inside if not self._says_where(one)]
        yield from self._of_words(text, channel, steps, cut=cut)
        if any(map(str.isalpha, outside)) and any(not self._is_place(one) for one in inside):
            yield from self._of_words(outside, channel, steps, cut=False)
        for one in telling:
            yield from self._of_words(one, "bracket", steps, cut=False)

    def _is_place(self, text: str) -> bool:
        return set(self._canonical(_WORD.findall(folded(text)))[0]) <= self.words.places

    def _says_where(self, text: str) -> bool:
        """Whether it holds places and legal forms only, or trade words only: it says where and what, and not who."""
        found = _WORD.findall(folded(text))
        bare, removed = self._without_forms(found, cut=False)
        words = self._canonical(bare)[0]
        if not removed and set(words) <= self.words.trade:
            return True
        return all(word in self.words.places or word.isdigit() or (word,) in self.words.end for word in words)

    def _of_words(
        self, text: str, channel: str, steps: list[tuple[str, str]] | None, *, cut: bool
    ) -> Iterator[Form]:
        plain = folded(text)
        found = _WORD.findall(plain)[:_MOST_WORDS]
        if not found:
            return
        if any(len(word) == 1 for word in found):
            found = _initials(found)
        plain_words, found = found, self._mender.settled(found)
        _tell(steps, "letters", " ".join(found))
        yield self._form(found, channel, steps, cut=cut)
        if self._whole and len(found) > len(plain_words):
            yield self._form(plain_words, channel, steps, cut=cut)
        if (apart := self._by_syllables(plain_words)) is not None:
            yield self._form(apart, "split", steps, cut=cut)
        if not text.isupper() and not text.islower():
            humps = _CAMEL.sub(" ", text)
            if humps != text and len(humps) - len(text) >= 2:
                apart = self._mender.settled(_WORD.findall(folded(humps))[:_MOST_WORDS])
                yield self._form(apart, "split", steps, cut=cut)

    def _by_syllables(self, found: list[str]) -> list[str] | None:
        """Pinyin in single syllables, or in one long word, put together anew: known words apart, the rest as one word."""
        alone = sum(1 for word in found if len(word) < _SYLLABLE_LETTERS)
        if (alone < len(found) or alone < _SYLLABLES_ALONE) and max(map(len, found)) < _PINYIN_WORD:
            return None
        parts = [syllables(word) for word in found]
        if not all(parts):
            return None
        row = [syllable for several in parts for syllable in several]
        told, pending, at = [], "", 0
        while at < len(row):
            for size in range(min(_KNOWN_SYLLABLES, len(row) - at), 1, -1):
                if (word := "".join(row[at : at + size])) in self.words.canon or (word,) in self.words.end:
                    told += [pending, word] if pending else [word]
                    pending = ""
                    at += size
                    break
            else:
                pending += row[at]
                at += 1
        told += [pending] if pending else []
        return told if told != found else None

    def _form(self, found: list[str], channel: str, steps: list[tuple[str, str]] | None, *, cut: bool) -> Form:
        bare, removed = self._without_forms(found, cut=cut)
        if removed:
            _tell(steps, "forms", " ".join(bare))
        words, shown = self._canonical(bare)
        _tell(steps, "words", " ".join(words))
        return Form(tuple(words), tuple(shown), channel, cut, tuple(removed))

    def _without_forms(self, found: list[str], *, cut: bool) -> tuple[list[str], list[str]]:
        """Legal forms taken off both ends, longest first; behind places as well ("Foo Ltd Shenzhen")."""
        words, removed = list(found), []
        if cut and len(words) > 2 and self._is_cut_form(words[-1], behind_form=words[-2] in self._end_last):
            removed.append(words.pop())
        ends, fronts = self.words.end, self.words.front
        changed = True
        while changed and len(words) > 1:
            changed = False
            last = len(words)
            while last > 1 and (size := self._place_behind(words, last)):
                last -= size
            for stop in (len(words), last) if last != len(words) else (last,):
                if words[stop - 1] in self._end_last:
                    for start in range(max(1, stop - _LONGEST_FORM), stop):
                        if tuple(words[start:stop]) in ends:
                            removed.append(" ".join(words[start:stop]))
                            del words[start:stop]
                            changed = True
                            break
                if changed:
                    break
        while len(words) > 1 and words[0] in self._front_first:
            for stop in range(min(len(words) - 1, _LONGEST_FORM), 0, -1):
                if tuple(words[:stop]) in fronts:
                    removed.append(" ".join(words[:stop]))
                    del words[:stop]
                    break
            else:
                break
        return words, removed

    def _place_behind(self, words: list[str], last: int) -> int:
        """Of how many words the place is that ends before ``last``; 0 where none does."""
        if self.words.canon.get(words[last - 1]) in self.words.places:
            return 1
        return 2 if last > 2 and self.words.phrases.get((words[last - 2], words[last - 1])) in self.words.places else 0

    def _is_cut_form(self, word: str, *, behind_form: bool) -> bool:
        """Whether a last word is what was left of a legal form: "Corpora", and behind another form a letter is enough."""
        if len(word) < _CUT_FORM and not behind_form:
            return False
        return any(form.startswith(word) and form != word for form in self._form_words)

    def _canonical(self, found: list[str]) -> tuple[list[str], list[str]]:
        canon, heads, silent = self.words.canon, self._heads, self.words.silent
        words: list[str] = []
        shown: list[str] = []
        at, count = 0, len(found)
        while at < count:
            word = found[at]
            if word in heads:
                for size in range(min(self._longest, count - at), 1, -1):
                    phrase = self.words.phrases.get(tuple(found[at : at + size]))
                    if phrase:
                        words.append(phrase)
                        shown.append(" ".join(found[at : at + size]))
                        at += size
                        break
                else:
                    size = 0
                if size:
                    continue
            if word not in silent:
                words.append(canon.get(word, word))
                shown.append(word)
            at += 1
        if len(words) < len(found) and all(word in self.words.trade or word in self.words.places for word in words):
            words = [canon.get(word, word) for word in found]  # "LES Electronics" is not any electronics
            shown = list(found)
        return words, shown

    def _of_joined(self, text: str, natives: list[Native], steps: list[tuple[str, str]] | None) -> Iterator[Form]:
        """A name without blanks: as it is, and in pinyin where it is Chinese."""
        plain = simplified(text) if HAN.search(text) else text
        run = "".join(_JOINED_RUN.findall(plain))
        whole = self._without_joined_forms(run)
        native = self._native(whole)
        natives.append(native)
        _tell(steps, "native", f"{whole} · {native.core}")
        if HAN.search(whole):
            words = tuple(self._spelled_words(whole))
            if words:
                _tell(steps, "pinyin", " ".join(words))
                yield Form(words, words, "pinyin", cut=False)

    def _without_joined_forms(self, text: str) -> str:
        changed = True
        while changed:
            changed = False
            for form in self.words.joined_forms:
                for bare in (text.removesuffix(form), text.removeprefix(form)):
                    if bare != text and len(bare) >= 2:
                        text, changed = bare, True
                        break
        return text

    def _native(self, whole: str) -> Native:
        """Places cut off both ends, trade words off the end; a core keeps two signs at least."""
        core, places, trade = whole, set(), []
        changed = True
        while changed:
            changed = False
            for word in self._joined:
                is_place = word in self.words.joined_places
                rest = core
                if core.startswith(word) and is_place:
                    rest = core[len(word) :].lstrip(_ADMINISTRATIVE)
                elif core.endswith(word):
                    rest = core[: -len(word)]
                if rest != core and len(rest) >= 2 and (rest not in self.words.joined_trade):
                    core, changed = rest, True
                    if is_place:
                        places.add(self.words.joined_places[word])
                    else:
                        trade.insert(0, word)
        return Native(whole, core, frozenset(places), tuple(trade))

    def _spelled_words(self, whole: str) -> Iterator[str]:
        """Known words in English, the rest in pinyin: 杭州海康威视 is ``hangzhou haikangweishi``."""
        pending, begun, at = "", False, 0
        while at < len(whole):
            word = next((known for known in self._joined if whole.startswith(known, at)), "")
            told = self.words.joined_places.get(word, "") if not begun else self.words.joined_trade.get(word, "")
            if told and not (pending and not begun):
                if pending:
                    yield spelled(pending, self.words.readings)
                    pending = ""
                yield from self._canonical(folded(told).split())[0]
                at += len(word)
            else:
                pending, begun, at = pending + whole[at], True, at + 1
        if pending:
            yield spelled(pending, self.words.readings)


def _initials(found: list[str]) -> list[str]:
    """Single letters in a row as one word: "s p a" is "spa"."""
    told: list[str] = []
    run = ""
    for word in found:
        if len(word) == 1 and word.isalpha():
            run += word
            continue
        if run:
            told.append(run)
            run = ""
        told.append(word)
    if run:
        told.append(run)
    return told


def _tell(steps: list[tuple[str, str]] | None, step: str, left: str) -> None:
    if steps is not None:
        steps.append((step, left.strip()))


def spread(forms: Iterable[Form]) -> tuple[str, ...]:
    """All words of several readings, each once, in order."""
    return tuple(dict.fromkeys(word for form in forms for word in form.words))
