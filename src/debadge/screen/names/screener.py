"""One name against all entries: every reading is weighed with its candidates, and the best of each party is kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from debadge.model.query import Query
from debadge.screen.names.align import Words
from debadge.screen.names.entry import Entry, number_key
from debadge.screen.names.index import ACRONYM, Index, Name, NativeName
from debadge.screen.names.letters import folded, pinyin_key
from debadge.screen.names.likeness import COMMON, is_in_its_field, is_other_firm, likeness
from debadge.screen.names.native import Native
from debadge.screen.names.pinyin import is_pinyin_only
from debadge.screen.names.reading import Form, Read
from debadge.screen.names.weigh import CORE, PLACE, TRADE, Weighed

_WORD = re.compile(r"[^\W_]+")
_USCC = 18  # signs of a unified social credit code
_KNOWN_NUMBER = 6  # signs of a number from which on it is no accident that two are the same
_IDENTIFIED = 0.97  # raw score of an equal number
_GENERIC, _GENERIC_AGREES = 0.8, 0.92  # raw score of the same generic words: alone, and where country or city agree
_PINYIN_MOST = 0.9  # raw score that a match by pinyin alone has at most
_SPELLED = 0.87  # raw score of a name that is the pinyin of another
_TRANSLITERATED = 0.02  # taken off where only a transliteration agrees
_SHORT_MOST = 0.76  # raw score that an acronym of three letters or fewer, or two signs of the same sound, have at most
_ACRONYM = 3  # its letters
_ACRONYM_MOST = (0.8, 0.6)  # raw score that an acronym has at most, and one in brackets on both sides
_NATIVE_WEAK = 0.86  # raw score up to which a match in its own script is possible only
_PERSONAL = range(2, 5)  # words of a bare name of a person
_COMMON_ALONE = 0.04  # taken off where one common word tells the firm, and the listed name has more
_SHORT_CORE = 6  # letters of a single word, under which several firms have it
_LONG_CORE = 8  # letters of a word that ordinary suppliers do not use, from which on two firms hardly share it
_BEGUN = 4  # letters of a rare word with which a listed name begins


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One entry that a name may mean, by the name of it that fits best."""

    entry: Entry
    raw: float
    score: float
    name: str  # of the entry, as listed
    channel: str  # identifier | name | part | bracket | split | native | transliteration | pinyin
    matched: tuple[tuple[str, str, str], ...]  # (query, listed, how)
    weak: bool  # pinyin alone, a weak alias, generic words: never more than possible


class Screener:
    """Compares names with the entries of an index."""

    def __init__(self, index: Index) -> None:
        self.index, self._policy = index, index.policy
        self._asks = next(raw / 1000 for raw in range(1001) if self._policy.score(raw / 1000) >= self._policy.threshold)
        self._of_number: dict[str, list[int]] = {}
        for at, entry in enumerate(index.entries):
            for _, value in entry.identifiers:
                if len(number := number_key(value)) >= _KNOWN_NUMBER:
                    self._of_number.setdefault(number, []).append(at)

    def candidates(self, query: Query, least: float | None = None) -> tuple[Candidate, ...]:
        """Those at or over a score (default: the policy's threshold), the best first, equal ones in the order of the entries."""
        lowest = self._policy.threshold if least is None else least
        sure = self._policy.sure
        best: dict[int, tuple[tuple[bool, float, bool], Candidate]] = {}
        for at, candidate in self._found(query):
            key = (candidate.score >= sure and not candidate.weak, candidate.score, not candidate.weak)
            if candidate.score >= lowest and (at not in best or key > best[at][0]):
                best[at] = (key, candidate)
        ranked = sorted(best.items(), key=lambda item: (*(-part for part in item[1][0]), item[0]))
        return tuple(candidate for _, (_, candidate) in ranked)

    def _found(self, query: Query) -> Iterator[tuple[int, Candidate]]:
        """(entry, candidate) of every channel; an entry may come more than once."""
        numbers = [number_key(value) for value in query.identifiers]
        yield from self._of_numbers(numbers)
        read = self.index.reader.read(query.text)
        for form in read.forms:
            for number in self.index.candidates(form):
                found = self._weighed(form, number, query, numbers)
                if found is not None:
                    yield self.index.names[number].entry, found
        yield from self._of_writing(read)
        yield from self._of_brands(read)
        yield from self._of_likeness(read)
        for words in read.spelled:
            for number in self.index.spelled_candidates(words):
                yield from self._of_native(number, " ".join(words), _SPELLED, "pinyin", query, numbers)
        for native in read.natives:
            for number in self.index.native_candidates(native):
                known = self.index.natives[number]
                places = self.index.places[known.entry]
                raw, is_other = likeness(native, known.native, places), is_other_firm(native, known.native, places)
                if not raw and self._is_of_stem(native, known):
                    raw = self._asks
                yield from self._of_native(number, native.whole, raw, "native", query, numbers, is_other=is_other)

    def _of_numbers(self, numbers: Iterable[str]) -> Iterator[tuple[int, Candidate]]:
        for value in numbers:
            for at in self._of_number.get(value, ()):
                shown = self.index.entries[at].names[0].text
                yield (
                    at,
                    self._candidate(at, _IDENTIFIED, shown, "identifier", ((value, value, "identifier"),), weak=False),
                )

    def _of_writing(self, read: Read) -> Iterator[tuple[int, Candidate]]:
        """Names that are the listed one word for word: they ask for a look at least, whatever stands beside them."""
        for entry, text, words in self.index.as_written.of(read):
            matched = tuple((word, word, "same") for word in words)
            yield entry, self._candidate(entry, self._asks, text, "name", matched, weak=True)

    def _of_brands(self, read: Read) -> Iterator[tuple[int, Candidate]]:
        """Named parties of ours whose own word stands in a name, whatever stands beside it: they ask for a look, no more."""
        for word, number in self.index.branded(read):
            name = self.index.names[number]
            matched = ((word, word, "same"),)
            yield name.entry, self._candidate(name.entry, self._asks, name.text, "name", matched, weak=True)

    def _of_likeness(self, read: Read) -> Iterator[tuple[int, Candidate]]:
        """The same parties, where their word is written by its sound, as other scripts do, or with a slip."""
        found = [("sound", "transliteration", one) for one in self.index.sounding(read)]
        found += [("near", "name", one) for one in self.index.slipped(read)]
        for how, channel, (word, known, number) in found:
            name = self.index.names[number]
            matched = ((word, known, how),)
            yield name.entry, self._candidate(name.entry, self._asks, name.text, channel, matched, weak=True)

    def _of_native(
        self,
        number: int,
        asked: str,
        raw: float,
        channel: str,
        query: Query,
        numbers: list[str],
        *,
        is_other: bool = False,
    ) -> Iterator[tuple[int, Candidate]]:
        known = self.index.natives[number]
        weak = is_other or channel == "pinyin" or raw <= _NATIVE_WEAK
        raw = self._circumstances(raw, known.entry, query, numbers)
        if raw > 0:
            matched = ((asked, known.native.whole, channel),)
            yield known.entry, self._candidate(known.entry, raw, known.text, channel, matched, weak=weak)

    def _weighed(self, form: Form, number: int, query: Query, numbers: list[str]) -> Candidate | None:
        index = self.index
        name = index.names[number]
        is_pinyin = name.channel == "pinyin" or form.channel == "pinyin"
        weak = name.weak or form.channel == "pinyin"
        is_generic = name.generic or index.is_generic(form.words)
        if is_generic or self._is_own_elsewhere(form, name):
            return self._of_generic(form, name, query, weak=weak)
        known = index.entries[name.entry].entity is not None and len(name.words[0]) > 2  # ZTE, not DH
        words = Words(form.words, name.words, form.shown, name.shown, form.cut)
        told = index.scale.compare(words, tail=not form.removed, known=known)
        raw, weak = told.raw, weak or not told.exact
        if is_pinyin:
            raw, told = self._by_pinyin(form, name.words, told)
        if "transliteration" in (form.channel, name.channel):
            raw -= _TRANSLITERATED
        weak = weak or self._is_doubtful(form, name, query) or self._is_of_other_place(form, name)
        weak = weak or self._is_spelled(form, name, query)
        weak = weak or self._is_abroad(name, query)
        if self._is_whole_inside(form, name) or self._is_begun(form, name) or self._is_in_its_field(form, name):
            raw = max(raw, self._asks)
        raw -= _COMMON_ALONE * self._is_common_alone(form, name, query)
        placed = self._circumstances(raw, name.entry, query, numbers)
        raw = min(raw, placed) if self._is_elsewhere(form, name) else placed
        if "bracket" in (form.channel, name.channel) and len("".join(name.words)) < ACRONYM:
            raw, weak = min(raw, _ACRONYM_MOST[form.channel == name.channel]), True
            if len("".join(name.words)) <= _ACRONYM and not self._agrees(name.entry, query):
                raw = min(raw, _SHORT_MOST)
        if not known and len("".join(name.words)) < _ACRONYM and not self._agrees(name.entry, query):
            raw = min(raw, _SHORT_MOST)
        if form.channel == "pinyin" and self._is_homophone(form, name.words):
            raw = min(raw, _SHORT_MOST)
        channel = name.channel if is_pinyin or name.channel == "transliteration" else form.channel
        return self._candidate(name.entry, raw, name.text, channel, told.matched, weak=weak) if raw > 0 else None

    def _of_generic(self, form: Form, name: Name, query: Query, *, weak: bool) -> Candidate | None:
        """A name of words that everybody uses: the same words as written, and of a party of ours those of one more place."""
        is_own = self.index.entries[name.entry].entity is not None
        if not self._is_beyond_place(form, name) or not (is_own or _as_written(form, name)):
            return None
        agrees = self._agrees(name.entry, query)
        if agrees is False and not is_own:
            return None
        raw = self._asks if agrees is False else _GENERIC_AGREES if agrees else _GENERIC
        matched = tuple((word, word, "same") for word in name.words)
        return self._candidate(name.entry, raw, name.text, form.channel, matched, weak=weak or not agrees)

    def _is_beyond_place(self, form: Form, name: Name) -> bool:
        """Whether all that a name has beside the listed one are places."""
        beyond = Counter(form.words)
        beyond.subtract(name.words)
        return all(not count or (count > 0 and self.index.kind(word) is PLACE) for word, count in beyond.items())

    def _is_own_elsewhere(self, form: Form, name: Name) -> bool:
        """Whether it is the whole of a name without telling words of a party of ours, with one more place."""
        if self.index.entries[name.entry].entity is None or any(self.index.kind(word) is CORE for word in name.words):
            return False
        return len(form.words) > len(name.words) and self._is_beyond_place(form, name)

    def _is_doubtful(self, form: Form, name: Name, query: Query) -> bool:
        """Whether it may well be somebody else: a person of that name, or another firm with the same one telling word."""
        entry, kind = self.index.entries[name.entry], self.index.kind
        cores = [word for word in name.words if kind(word) is CORE]
        is_bare = len(name.words) == len(_WORD.findall(name.text)) == len(cores)
        if (
            entry.unsaid and is_bare and len(form.words) in _PERSONAL
        ):  # "Ltd." beside it makes no firm of the listed one
            return all(word.isalpha() and kind(word) is CORE for word in form.words)
        agrees, common = self._agrees(name.entry, query), self.index.reader.words.ordinary
        rare = [word for word in cores if word not in common]
        if entry.entity is not None or len(rare) > 1 or agrees:
            return False
        if len(cores) == 1 and len(cores[0]) < _SHORT_CORE and form.shown != name.shown:
            return True
        is_long = bool(rare) and len(rare[0]) >= _LONG_CORE
        return agrees is False or not self._is_whole(form, name, query, is_long=is_long)

    def _is_whole(self, form: Form, name: Name, query: Query, *, is_long: bool) -> bool:
        """Whether all words are those of the listed name; where nothing says what the firm does, its legal form as well, or none.

        Of a long rare word and what the firm does, some of what it does may be left out.
        """
        trade = {word for word in name.words if self.index.kind(word) is TRADE}
        if sorted(form.words) == sorted(name.words):
            is_bare = not form.removed and form.shown == name.shown
            return bool(trade) or is_bare or self._is_written(query, name)
        left_out = Counter(name.words)
        left_out.subtract(form.words)
        is_part = all(not count or (count > 0 and word in trade) for word, count in left_out.items())
        return is_long and is_part and not trade.isdisjoint(form.words)

    def _is_written(self, query: Query, name: Name) -> bool:
        """Whether a name is a listed one as it is written, with its legal form."""
        asked = _plain(self.index.reader.without_label(query.text))
        return any(_plain(text) == asked for text in self.index.texts(name))

    def _is_common_alone(self, form: Form, name: Name, query: Query) -> bool:
        """Whether one word that ordinary suppliers use is all that tells the firm, and a listed name has more: "Overseas"."""
        cores = [word for word in form.words if self.index.kind(word) is CORE]
        is_common = len(cores) == 1 and cores[0] in self.index.reader.words.ordinary
        return (
            is_common
            and not set(name.words) <= set(form.words)
            and self.index.entries[name.entry].entity is None
            and not self._agrees(name.entry, query)
        )

    def _is_whole_inside(self, form: Form, name: Name) -> bool:
        """Whether a name holds all words of a named party of ours: and places only, or two words that suppliers do not use."""
        if not self.index.entries[name.entry].named or not set(name.words) <= set(form.words):
            return False
        common = self.index.reader.words.ordinary
        return (
            self._is_beyond_place(form, name)
            or len({word for word in name.words if self.index.kind(word) is CORE and word not in common}) > 1
        )

    def _is_in_its_field(self, form: Form, name: Name) -> bool:
        """Whether the brand of a party of ours stands in front of nothing but places and what such parties make and do."""
        words = self.index.reader.words
        brand, *beside = form.words
        if self.index.entries[name.entry].entity is None or name.words != (brand,) or not self.index.is_brand(brand):
            return False
        fields = words.field | words.group
        return bool(beside) and all(word in fields or self.index.kind(word) is PLACE for word in beside)

    def _is_of_other_place(self, form: Form, name: Name) -> bool:
        """Whether it names a place at which the listed party is not said to be: "Nightjar Canada Inc." is a firm of its own."""
        places = {word for word in form.words if self.index.kind(word) is PLACE and word not in name.words}
        return bool(places - self.index.whereabouts.places(name.entry)) if places else False

    def _is_abroad(self, name: Name, query: Query) -> bool:
        """Whether a firm by the brand of a party of ours, or with one telling word, is in none of the listed one's countries."""
        countries = self.index.whereabouts.countries(name.entry)
        if not query.country or not countries or query.country in countries:
            return False
        if self.index.party(self.index.entries[name.entry]):
            return True
        common = self.index.reader.words.ordinary
        return len({word for word in name.words if self.index.kind(word) is CORE and word not in common}) < 2

    def _is_begun(self, form: Form, name: Name) -> bool:
        """Whether a listed name begins with all of it, a rare word among them; the last word may have been cut off."""
        asked, listed = form.words, name.words
        last = len(asked) - 1
        common = self.index.reader.words.ordinary
        if last == 0:  # "Kalashnikov" of the Kalashnikov Concern
            is_rare = len(asked[0]) >= _LONG_CORE and asked[0] not in common and self.index.kind(asked[0]) is CORE
            return is_rare and asked[0] == listed[0] and self.index.reader.words.group.issuperset(listed[1:])
        if last >= len(listed) or asked[:last] != listed[:last] or not listed[last].startswith(asked[last]):
            return False
        known = asked if asked[last] == listed[last] else asked[:last]
        return any(self.index.kind(word) is CORE and word not in common and len(word) >= _BEGUN for word in known)

    def _is_elsewhere(self, form: Form, name: Name) -> bool:
        """Whether a name of one word stands beside a place that the listed one lacks: that the country agrees says less then."""
        places = {word for word in form.words if self.index.kind(word) is PLACE}
        return len(name.words) == 1 and not places.issubset(name.words)

    def _is_of_stem(self, asked: Native, known: NativeName) -> bool:
        """Whether a name is the two or three signs of a named party of ours, and behind them only what it makes and does."""
        if not self.index.entries[known.entry].named:
            return False
        reader, places = self.index.reader, self.index.places[known.entry]
        fields = [*reader.native.fields_behind(asked, known.native.core), *asked.trade]
        has_stem = asked.core.startswith(known.native.core) and len(asked.core) > len(known.native.core)
        fields = fields if has_stem and len(fields) > len(asked.trade) else []
        return is_in_its_field(known.native, fields, asked, places, reader.words.joined_own)

    def _is_spelled(self, form: Form, name: Name, query: Query) -> bool:
        """Whether only pinyin agrees, and the name is not the listed one as it is written."""
        kind = self.index.kind
        is_pinyin = is_pinyin_only(form, name.shown, lambda word: kind(word) is PLACE)
        return is_pinyin and not self._is_written(query, name)

    def _is_homophone(self, form: Form, listed: tuple[str, ...]) -> bool:
        """Whether few signs were asked for, and a firm of that sound is known to be written in others: 华伟 is not 华为."""
        core = sum(self.index.kind(word) is CORE for word in form.words)
        return core == 1 and form.signs <= COMMON and not self.index.written.isdisjoint(listed)

    def _by_pinyin(self, form: Form, words: tuple[str, ...], told: Weighed) -> tuple[float, Weighed]:
        """Pinyin of the same core, joined or split, with its usual confusions; places and trade words as they compare."""
        kind = self.index.kind
        mine = "".join(word for word in form.words if kind(word) is CORE)
        theirs = "".join(word for word in words if kind(word) is CORE)
        raw = told.raw
        if len(mine) > 4 and mine != theirs and pinyin_key(mine) == pinyin_key(theirs):
            aside = [word for word in form.words if kind(word) is not CORE]
            listed = [word for word in words if kind(word) is not CORE]
            one, other = [*aside, theirs], [*listed, theirs]
            same = self.index.scale.compare(Words(one, other, one, other, form.cut))
            if same.raw - 0.03 > raw:
                told = Weighed(same.raw - 0.03, (*same.matched[:-1], (mine, theirs, "pinyin")))
                raw = told.raw
        return min(raw, _PINYIN_MOST), told

    def _circumstances(self, raw: float, entry: int, query: Query, numbers: list[str]) -> float:
        """Country and address raise or lower; another number of the same register lowers."""
        if raw <= 0:
            return raw
        step = self._policy.weights.country
        agrees = self._agrees(entry, query)
        if agrees is not None:
            raw += step if agrees else -step
        own = {number_key(value) for scheme, value in self.index.entries[entry].identifiers if scheme == "uscc"}
        if own and any(len(number) == _USCC and number not in own for number in numbers):
            raw -= 2 * step
        return min(raw, 1.0)

    def _agrees(self, entry: int, query: Query) -> bool | None:
        """Whether country or city agree; None where one side tells neither."""
        addresses = self.index.entries[entry].addresses
        if not addresses or not (query.country or query.address):
            return None
        words = _plain(query.address or "")
        if any(one.city and _plain(one.city) in words for one in addresses):
            return True
        countries = {one.country for one in addresses if one.country}
        return query.country.upper() in countries if query.country and countries else None

    def _candidate(
        self, at: int, raw: float, name: str, channel: str, matched: tuple[tuple[str, str, str], ...], *, weak: bool
    ) -> Candidate:
        score = round(self._policy.score(min(raw, 1.0)), 4)
        entry = self.index.entries[at]
        return Candidate(entry=entry, raw=raw, score=score, name=name, channel=channel, matched=matched, weak=weak)


def _as_written(form: Form, name: Name) -> bool:
    """Whether the words are those of the listed name, in their order: "New Technologies" is not "New Technology"."""
    return form.shown == name.shown


def _plain(text: str) -> str:
    return f" {' '.join(_WORD.findall(folded(text)))} "
