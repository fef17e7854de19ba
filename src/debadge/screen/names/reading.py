"""A name as it is compared: its parts without legal forms, in words that stand for their spellings; every step can be told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from debadge.screen.names.around import Around, decoded
from debadge.screen.names.branches import Branches
from debadge.screen.names.forms import Forms
from debadge.screen.names.letters import HAN, HAS_JOINED, HEARD, folded, has_foreign, heard_words, transliterated
from debadge.screen.names.mending import Mender
from debadge.screen.names.native import RUN, Native, NativeReader
from debadge.screen.names.otherwise import Otherwise
from debadge.screen.names.parts import Parts
from debadge.screen.names.words import NameWords

MAX_NAME = 400  # characters read of one name; the longest of the public lists has 300
CUT_AT = frozenset({34, 35, 39, 40})  # lengths at which fields of 35 and 40 characters end, with a blank cut off
_MOST_WORDS = 40

_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"[(\[{（【《「]([^()\[\]{}（）【】]*)[)\]}）】》」]")
_OPEN = re.compile(r"[(\[{（【].*$")
_HAS_BRACKET = re.compile(r"[(\[{（【《「]")
_BARE_NUMBER = re.compile(
    r"\s*\d+\s+(?=[^\W\d_])"
)  # before a name, with nothing between: a code, or a part of the name

_SHORT_I = str.maketrans("йЙ", "иИ")  # "Лукойл" is Lukoyl by the letter, and Lukoil on every list


class Form(NamedTuple):
    """One way to read a name, or a part of it."""

    words: tuple[str, ...]  # in order; the words that stand for their spellings
    shown: tuple[str, ...]  # the same words as they were written, folded
    channel: str  # name | part | bracket | split | transliteration | pinyin
    cut: bool  # its field may have cut its end off
    removed: tuple[str, ...] = ()  # legal forms taken off
    signs: int = 0  # of its core, where it was read from Chinese


class Read(NamedTuple):
    """A name in all its readings."""

    forms: tuple[Form, ...]
    natives: tuple[Native, ...]
    spelled: tuple[
        tuple[str, ...], ...
    ] = ()  # words of each part without legal form, as pinyin may be: "hai kang wei shi"
    heard: tuple[str, ...] = ()  # words of other scripts in Latin letters, as they sound
    written: tuple[tuple[str, ...], ...] = ()  # the words of each part as they are written, with its legal form


class Steps:
    """What a reading leaves beside its forms; steps are kept only to explain."""

    def __init__(self, kept: list[tuple[str, str]] | None, *, listed: bool) -> None:
        self.kept, self.listed = kept, listed
        self.natives: list[Native] = []
        self.spelled: list[tuple[str, ...]] = []
        self.heard: list[str] = []
        self.written: list[tuple[str, ...]] = []

    def tell(self, step: str, left: str) -> None:
        """Keep what a step left."""
        if self.kept is not None:
            self.kept.append((step, left.strip()))


class Reader:
    """Reads names; one for a set of words."""

    def __init__(self, words: NameWords) -> None:
        self.words = words
        self._heads = {phrase[0] for phrase in words.phrases}
        self._longest = max(map(len, words.phrases), default=2)
        self._shortened = {phrase[0] for phrase in words.written_out}
        self._short_sizes = sorted({len(phrase) for phrase in words.written_out}, reverse=True)
        self._mender, self._forms, self.native = Mender(words), Forms(words), NativeReader(words)
        self._parts, self._around = Parts(words, self._says_where), Around(words, self._names_place)
        self._otherwise, self._branches = Otherwise(words), Branches(words)

    def read(self, text: str, steps: list[tuple[str, str]] | None = None, *, listed: bool = False) -> Read:
        """All readings of a name, each once.

        Args:
            text: The name as written.
            steps: Filled with (step, what it left), to explain.
            listed: A name of a list: what names its parent first is about what follows, and long words that hold a known
                one are kept whole as well ("supercomputing").
        """
        told = Steps(steps, listed=listed)
        text = (self._parts.below_parent(text) if listed else text)[:MAX_NAME]
        length = len(text.rstrip())
        text = decoded(text)
        forms: dict[tuple[str, ...], Form] = {}
        parts = self._take_apart(text, told)
        for number, part in enumerate(parts):
            channel = "part" if len(parts) > 1 else "name"
            cut = length in CUT_AT and number == len(parts) - 1
            for form in self._of_part(part, channel, told, cut=cut):
                forms.setdefault(form.words, form)
        kept = tuple(form for form in forms.values() if form.words)
        if len(kept) > 1:  # a part of places only says where, not who
            kept = tuple(form for form in kept if not self.words.places.issuperset(form.words)) or kept
        heard, written = tuple(dict.fromkeys(told.heard)), tuple(dict.fromkeys(told.written))
        return Read(kept, tuple(told.natives), tuple(told.spelled), heard, written)

    def without_label(self, text: str) -> str:
        """Without what purchasing systems write in front of a name."""
        return self._parts.without_label(text)

    def without_forms(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """Words without legal forms at either end, though what is left may say only what a firm does."""
        return tuple(self._forms.without(list(words), cut=False)[0])

    def places_in(self, text: str) -> frozenset[str]:
        """The words of places in an address."""
        return self.words.places.intersection(self._canonical(_words_of(text))[0])

    def is_too_long(self, text: str) -> bool:
        """Whether a part of a name would not be read: such a name is refused, since what is not read is not compared."""
        if len(text.strip()) > MAX_NAME:
            return True
        told = decoded(text)
        return len(_WORD.findall(folded(told))) > _MOST_WORDS or self._parts.has_too_many(told)

    def _take_apart(self, text: str, told: Steps) -> list[str]:
        whole = text
        steps = (
            ("label", self._parts.without_label),
            ("code", self._parts.without_code),
            ("remarks", self._around.without_remarks),
        )
        for step, take in steps[:1] if told.listed else steps:  # a listed number is a name: "558 Aircraft Repair Plant"
            if (rest := take(text)) != text:
                text = rest
                told.tell(step, text)
        parts = self._parts.apart(text)
        if not told.listed and (whole_row := self._parts.with_parent(text)):
            parts.append(whole_row)
        if len(parts) > 1:
            told.tell("parts", " | ".join(part.strip() for part in parts))
        if not told.listed and _BARE_NUMBER.match(whole) and not _BARE_NUMBER.match(text):
            is_code = whole.lstrip()[0] == "0" or self._is_distinctive(text)
            return [*parts, whole] if is_code else [whole]
        return parts

    def _is_distinctive(self, text: str) -> bool:
        """Whether some word is no trade word, no place and no word of ordinary suppliers."""
        words = self._canonical(self._mender.settled(_words_of(text)))[0]
        common = (self.words.trade, self.words.places, self.words.ordinary)
        return any(not any(word in some for some in common) and (word,) not in self.words.end for word in words)

    def _of_part(self, text: str, channel: str, told: Steps, *, cut: bool) -> Iterator[Form]:
        if not text.isascii():
            if HAS_JOINED.search(text):
                yield from self._of_native(text, told)
                text = RUN.sub(" ", text)
                if not any(map(str.isalpha, text)):
                    return
            if has_foreign(text):
                told.heard += heard_words(text, "")
                for latin in dict.fromkeys((transliterated(text), transliterated(text.translate(_SHORT_I)))):
                    told.tell("transliteration", latin)
                    yield from self._of_brackets(latin, "transliteration", told, cut=cut)
        yield from self._of_brackets(text, channel, told, cut=cut)
        if not told.listed:
            for other in (self._around.without_place(text), self._otherwise.turned(text), self._without_branch(text)):
                yield from self._of_words(other, channel, told, cut=False) if other else ()

    def _without_branch(self, text: str) -> str | None:
        """Without its branch; not where one word is left that ordinary suppliers use, and that tells nobody by itself."""
        bare = self._branches.without(text)
        if bare is None or len(self._forms.without(_words_of(bare), cut=False)[0]) > 1 or self._is_distinctive(bare):
            return bare
        return None

    def _of_native(self, text: str, told: Steps) -> Iterator[Form]:
        """A name without blanks: as it is, and in pinyin where it is Chinese."""
        native = self.native.read(text)
        told.natives.append(native)
        told.tell("native", f"{native.whole} · {native.core}")
        for run in RUN.findall(text) if HEARD.search(text) else ():
            told.heard += heard_words("", self.native.read(run).core)
        if HAN.search(native.whole):
            words = tuple(self._canonical(list(self.native.spelled(native.whole)))[0])
            told.tell("pinyin", " ".join(words))
            yield Form(words, words, "pinyin", cut=False, signs=len(native.core))

    def _of_brackets(self, text: str, channel: str, told: Steps, *, cut: bool) -> Iterator[Form]:
        """With what stands in brackets, without it, and it alone, unless it only says where."""
        yield from self._of_words(text, channel, told, cut=cut)
        if not _HAS_BRACKET.search(text):
            return
        inside = [found for found in _BRACKETS.findall(text) if _WORD.search(found)]
        outside = _OPEN.sub(" ", _BRACKETS.sub(" ", text))
        if any(map(str.isalpha, outside)) and not all(map(self._is_place, inside)):
            yield from self._of_words(outside, channel, told, cut=False)
        for one in inside:
            if not self._says_where(one):
                yield from self._of_words(one, "bracket", told, cut=False)

    def _is_place(self, text: str) -> bool:
        return self.words.places.issuperset(self._canonical(_WORD.findall(folded(text)))[0])

    def _says_where(self, text: str) -> bool:
        """Whether it holds places and legal forms only, or trade words only: it says where and what, and not who."""
        bare, removed = self._forms.without(_WORD.findall(folded(text)), cut=False)
        words = self._canonical(bare)[0]
        if not removed and self.words.trade.issuperset(words):
            return True
        return all(word in self.words.places or word.isdigit() or (word,) in self.words.end for word in words)

    def _names_place(self, text: str) -> bool:
        """Whether it holds a place, and nothing but places, numbers and legal forms."""
        words = self._canonical(_words_of(text))[0]
        beside = [word for word in words if word not in self.words.places]
        return len(beside) < len(words) and all(word.isdigit() or (word,) in self.words.end for word in beside)

    def _of_words(self, text: str, channel: str, told: Steps, *, cut: bool) -> Iterator[Form]:
        """As it is written; pinyin put together from syllables; words at the humps of a name like HikvisionDigital."""
        found = self._written_out(short := _words_of(text))
        if not found:
            return
        if found is not short:
            yield self._form(self._mender.settled(_initials(short), cut=cut), channel, told, cut=cut)
        found = _initials(found)
        told.tell("letters", " ".join(found))
        if channel != "bracket":  # an acronym in brackets is that of many
            told.written.append(tuple(found))
        told.spelled.append(tuple(self._forms.without(found, cut=False)[0]))
        settled = self._mender.settled(found, cut=cut)
        yield self._form(settled, channel, told, cut=cut)
        if told.listed and len(settled) > len(found):
            yield self._form(found, channel, told, cut=cut)
        if (apart := self.native.by_syllables(found)) is not None:
            yield self._form(apart, "split", told, cut=cut)
        if not told.listed and (particles := self.native.with_particles(found)) is not None:
            yield self._form(self._mender.settled(particles, cut=cut), "split", told, cut=cut)
        if (humps := self._otherwise.apart(text)) is not None:
            yield self._form(self._mender.settled(_words_of(humps), cut=cut), "split", told, cut=cut)
        if not told.listed and (parted := self._otherwise.without_joined_form(found)) is not None:
            yield self._form(parted, "split", told, cut=cut)
        for joined in self._otherwise.unhyphened(text) if told.listed else ():
            yield self._form(self._mender.settled(_words_of(joined)), "split", told, cut=cut)

    def _written_out(self, found: list[str]) -> list[str]:
        """With what an abbreviation stands for in its place: "R&D", "NII"."""
        if self._shortened.isdisjoint(found):
            return found
        told: list[str] = []
        at, short = 0, self.words.written_out
        while at < len(found):
            size = next((size for size in self._short_sizes if tuple(found[at : at + size]) in short), 0)
            told += short[tuple(found[at : at + size])] if size else found[at : at + 1]
            at += size or 1
        return told

    def _form(self, found: list[str], channel: str, told: Steps, *, cut: bool) -> Form:
        bare, removed = self._forms.without(found, cut=cut)
        words, shown = self._canonical(bare)
        if removed and bare[0] != found[0] and self._says_nothing(words):  # "PT Air" is not any air
            bare, removed = self._forms.without(found, cut=cut, front=False)
            words, shown = self._canonical(bare)
        if removed:
            told.tell("forms", " ".join(bare))
        told.tell("words", " ".join(words))
        return Form(tuple(words), tuple(shown), channel, cut, tuple(removed))

    def _canonical(self, found: list[str]) -> tuple[list[str], list[str]]:
        """Each word as the one that stands for it, beside how it was written; words that do not count left out."""
        canon, silent = self.words.canon, self.words.silent
        words: list[str] = []
        shown: list[str] = []
        at = 0
        while at < len(found):
            size, phrase = self._phrase(found, at) if found[at] in self._heads else (0, "")
            if size:
                words.append(phrase)
                shown.append("".join(found[at : at + size]))
            elif found[at] not in silent:
                words.append(canon.get(found[at], found[at]))
                shown.append(found[at])
            at += size or 1
        if len(words) < len(found) and self._says_nothing(words):  # "LES Electronics" is not any electronics
            return [canon.get(word, word) for word in found], list(found)
        return words, shown

    def _says_nothing(self, words: list[str]) -> bool:
        """Whether these are trade words and places only."""
        return all(word in self.words.trade or word in self.words.places for word in words)

    def _phrase(self, found: list[str], at: int) -> tuple[int, str]:
        """Of how many words a known phrase is that begins here, and the word that stands for it; 0 for none."""
        for size in range(min(self._longest, len(found) - at), 1, -1):
            if phrase := self.words.phrases.get(tuple(found[at : at + size])):
                return size, phrase
        return 0, ""


def _words_of(text: str) -> list[str]:
    return _WORD.findall(folded(text))[:_MOST_WORDS]


def _initials(found: list[str]) -> list[str]:
    """Single letters in a row as one word: "s p a" is "spa"."""
    if not any(len(word) == 1 for word in found):
        return found
    told: list[str] = []
    run = ""
    for word in found:
        if len(word) == 1 and word.isalpha():
            run += word
            continue
        told += [run, word] if run else [word]
        run = ""
    return [*told, run] if run else told


def spread(forms: Iterable[Form]) -> tuple[str, ...]:
    """All words of several readings, each once, in order."""
    return tuple(dict.fromkeys(word for form in forms for word in form.words))
