"""The text beside an adopted rule: each public clause, what the organisation makes of it, and what it does not take over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from debadge.flow.adopted_measure import SOURCE, Written
from debadge.flow.carried import last_day
from debadge.model.duty import Duty
from debadge.model.regime import Measure, Regime
from debadge.model.source import Source
from debadge.text.sentences import LANGUAGES, Sentences

PUBLIC = "public"  # begins the key of a source of the public rule


class Telling:
    """Says sentences of the catalogue in both languages, as fact files hold them."""

    def __init__(self, catalogue: Mapping[str, Sentences], names: Mapping[str, str]) -> None:
        self.catalogue, self.names = catalogue, names

    def both(self, id_: str, **given: Any) -> dict[str, str]:
        """A sentence in both languages; a word given as a mapping is given by language."""
        return {lang: self._one(id_, lang, given) for lang in LANGUAGES}

    def listed(self, kind: str, words: Iterable[str]) -> dict[str, str]:
        """Words of the vocabulary, one after the other."""
        several = list(words)
        return {lang: ", ".join(self.catalogue[lang].word(kind, word) for word in several) for lang in LANGUAGES}

    def _one(self, id_: str, lang: str, given: Mapping[str, Any]) -> str:
        words = {name: word[lang] if isinstance(word, Mapping) else word for name, word in given.items()}
        told = self.catalogue[lang].say(id_, org=self.names[lang], **words)
        return told.replace("\N{NO-BREAK SPACE}", " ")  # files hold plain spaces; they are typeset where they are shown


class Clauses:
    """Writes the clauses, and gathers the public sources that they stand on."""

    def __init__(self, regime: Regime, measures: Sequence[Written], cite: str, telling: Telling) -> None:
        self.regime, self.measures, self.cite, self.telling = regime, measures, cite, telling
        self.sources: dict[str, Source] = {}

    def written(self) -> list[dict[str, Any]]:
        """In this order: the public text, what is taken over, what is settled, what stays open, what is not taken over."""
        told = [*self._public(), *self._taken(), *self._settled(), *self._unread(), *self._left()]
        return [{key: part for key, part in one.items() if part} for one in told]

    def _cited(self, source: Source) -> str:
        key = f"{PUBLIC}-{source.key}"
        self.sources[key] = source
        return key

    def _public(self) -> Iterator[dict[str, Any]]:
        """Every public clause that a measure taken over carries out, in its own words and with its own source."""
        parts = self._parts()
        for clause in self.regime.clauses:
            if mine := [name for part in clause.encoded for name in parts.get(part, ())]:
                yield {
                    "at": f"{self.regime.id}: {clause.at}",
                    "says": dict(clause.says),
                    "encoded": list(dict.fromkeys(mine)),
                    "source": self._cited(clause.source),
                }

    def _parts(self) -> dict[str, list[str]]:
        """Of each public part the parts that follow it."""
        told: dict[str, list[str]] = {}
        for one in self.measures:
            public = one.carried.public
            told.setdefault(public.id, []).append(one.id)
            for way in public.exceptions:
                told.setdefault(f"{public.id}/{way.id}", []).append(f"{one.id}/{way.id}")
        return told

    def _taken(self) -> Iterator[dict[str, Any]]:
        for one in self.measures:
            public = one.carried.public
            kind = "parties" if public.entity.named else "others"
            ways = [f"{one.id}/{way.id}" for way in public.exceptions]
            rule = f"{self.regime.id}/{public.id}"
            says = self.telling.both(f"adopt.taken.{kind}", rule=rule, day=one.carried.start)
            yield {"at": self.cite, "says": says, "encoded": [one.id, *ways], "source": SOURCE}

    def _settled(self) -> Iterator[dict[str, Any]]:
        """A clause for each question of the text that the organisation has settled, and the measures that rest on it."""
        questions = dict.fromkeys(name for one in self.measures for name in one.settled)
        for name in questions:
            several = [one for one in self.measures if name in one.settled]
            for words, ids in self._alike(name, several).items():
                says = self.telling.both(f"adopt.settled.{name}", regime=self.regime.id, words=dict(words))
                yield {"at": self.cite, "says": says, "encoded": ids, "source": SOURCE}

    def _alike(self, name: str, several: Iterable[Written]) -> dict[tuple[tuple[str, str], ...], list[str]]:
        """Measures for which a question is settled in the same words."""
        told: dict[tuple[tuple[str, str], ...], list[str]] = {}
        for one in several:
            told.setdefault(tuple(self._words(name, one.carried.public).items()), []).append(one.id)
        return told

    def _words(self, name: str, public: Measure) -> dict[str, str]:
        match name:
            case "acts":
                return self.telling.listed("doing", public.acts_argued)
            case "products":
                return self.telling.listed("product", public.products_argued)
            case "purposes":
                return self.telling.listed("purpose", public.purposes_argued)
            case "countries":
                return self.telling.listed("place", public.entity.countries_argued)
            case _:
                return dict.fromkeys(LANGUAGES, "")

    def _unread(self) -> Iterator[dict[str, Any]]:
        """Lists that nobody has read: whoever is not named here stays unknown."""
        for one in self.measures:
            if (who := one.carried.public.entity.designated_by) and one.value["entity"].get("designated_by"):
                yield {
                    "at": f"{self.regime.id}/{one.carried.public.id}",
                    "says": self.telling.both("adopt.unread", who=dict(who)),
                    "encoded": [one.id],
                    "source": self._cited(one.carried.public.source),
                }

    def _left(self) -> Iterator[dict[str, Any]]:
        """What is not taken over, and why."""
        carried = {one.carried.public.id for one in self.measures}
        for measure in self.regime.measures:
            if measure.id not in carried:
                reason = "over" if measure.acts or measure.acts_argued else "no_act"
                yield self._not_taken(measure, reason, until=last_day(measure))
            elif measure.in_force.suspensions or measure.in_force.withdrawn:
                yield self._not_taken(measure, "stopped")
        for duty in self.regime.duties:
            yield self._not_taken(duty, "duty")

    def _not_taken(self, part: Measure | Duty, reason: str, **given: object) -> dict[str, Any]:
        return {
            "at": f"{self.regime.id}/{part.id}",
            "says": dict(part.says),
            "not_encoded": self.telling.both(f"adopt.left.{reason}", **given),
            "source": self._cited(part.source),
        }


def source_value(source: Source) -> dict[str, Any]:
    """A source as a fact file writes it."""
    told = {
        "title": source.title,
        "url": source.url,
        "published": source.published.isoformat() if source.published else None,
        "read": source.read.isoformat(),
        "grade": source.grade,
        "quote": source.quote,
        "lang": source.lang if source.lang != LANGUAGES[0] else None,
    }
    return {key: part for key, part in told.items() if part or key in {"url", "published"}}
