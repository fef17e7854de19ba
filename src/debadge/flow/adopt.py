"""`debadge regimes adopt`: a public rule taken over as an organisation's own direction, written as a file beside its org.yaml.

The file is the direction: it can be read, changed, proved and signed off (docs/decisions/0013-adopting-writes-a-file.md).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from debadge.flow.adopted_measure import SOURCE, Written, open_questions, written
from debadge.flow.adoption_case import Known
from debadge.flow.adoption_clauses import Clauses, Telling, source_value
from debadge.flow.adoption_situations import situations
from debadge.flow.carried import Carried, carried
from debadge.flow.regimes import regime as regime_named
from debadge.flow.world import World
from debadge.judge.binding import within
from debadge.knowledge.laws import RegimeLoader
from debadge.knowledge.situations import check_case, read_cases
from debadge.knowledge.writing import written as file_text
from debadge.model.errors import KnowledgeError, ToldError
from debadge.model.organisation import Organisation
from debadge.model.regime import Regime
from debadge.model.source import Source
from debadge.model.words import Answer, Force
from debadge.text.folding import fold
from debadge.text.sentences import LANGUAGES

RECHECK_DAYS = 365
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How an organisation takes a rule over."""

    start: date  # its first day
    cite: str  # the organisation's own text, which makes the direction its own
    published: date  # when that text was published
    strict: bool  # settle what the public text leaves open


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopted:
    """An own direction, ready to be written."""

    name: str  # of the file, without its ending
    regime: Regime  # as it is read back
    text: str  # the file
    situations: int
    settled: tuple[str, ...]
    open: tuple[str, ...]  # questions of the text that stay open

    def plain(self) -> dict[str, Any]:
        """The JSON form."""
        return {
            "name": self.name,
            "follows": list(self.regime.follows),
            "measures": [measure.id for measure in self.regime.measures],
            "situations": self.situations,
            "settled": list(self.settled),
            "open": list(self.open),
        }


def adopt(world: World, regime: str, organisation: Organisation, terms: Terms) -> Adopted:
    """Take over a public rule for an organisation's own people.

    Its acts, products, purposes, readings and ways out are carried; the parties are those of the public measure on the
    day judged; nothing of it applies before the first day. The duties of the public rule are not carried.

    Raises:
        ToldError: No such regime, no role or place to bind, or nothing that could be taken over.
    """
    public = regime_named(world, regime)
    place, roles = _bound(organisation)
    telling = Telling({lang: world.sentences(lang) for lang in LANGUAGES}, organisation.names)
    standing = carried(public, terms.start, _users(public, world))
    measures = _measures(standing, public, (place, roles), telling, strict=terms.strict)
    name = f"{slug(organisation)}-{public.id}"
    value = _value(public, place, organisation, terms, measures, telling)
    own = _read(value, name, world)
    english = world.sentences(LANGUAGES[0])
    value["situations"] = situations(Known(own, world.law, world.vocabulary, english), terms.published)
    settled = tuple(dict.fromkeys(name for one in measures for name in one.settled))
    questions = dict.fromkeys(name for one in measures for name in open_questions(one.carried.public))
    return Adopted(
        name=name,
        regime=own,
        text=file_text(value, _comment(public, terms, telling)),
        situations=_proved(value, own, world),
        settled=settled,
        open=tuple(name for name in questions if name not in settled),
    )


def keep(adopted: Adopted, file: Path, world: World) -> None:
    """Write a direction into a new file, whose name is its id.

    Raises:
        ToldError: The file is there already, cannot be written, or its name can be no id.
    """
    if file.suffix != ".yaml" or not ID.fullmatch(file.stem) or file.stem in world.law.regimes:
        raise ToldError("error.adopt.name", file=file, name=file.stem)
    try:
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(adopted.text)
    except FileExistsError as bad:
        raise ToldError("error.adopt.exists", file=file) from bad
    except OSError as bad:
        raise ToldError("error.adopt.unwritable", file=file, why=bad.strerror or bad) from bad


def slug(organisation: Organisation) -> str:
    """The organisation's name as a part of an id."""
    return re.sub(r"[^a-z0-9]+", "-", fold(organisation.names[LANGUAGES[0]])).strip("-") or "own"


def _bound(organisation: Organisation) -> tuple[str, tuple[str, ...]]:
    """Where the organisation is, and its roles there; a role elsewhere is another place's concern."""
    place = organisation.jurisdiction
    if place is None:
        raise ToldError("error.adopt.no_place")
    split = [role.partition("@") for role in organisation.roles]
    roles = tuple(dict.fromkeys(bare for bare, at, there in split if not at or within(there, place) is Answer.YES))
    if not roles:
        raise ToldError("error.adopt.no_role", place=place)
    return place, roles


def _users(public: Regime, world: World) -> tuple[str, ...]:
    """Rules that take the list of this one, and ask for some act."""
    return tuple(
        one.id
        for one in world.law.regimes.values()
        if any((m.entity.taken_from or "").partition("/")[0] == public.id and m.acts for m in one.measures)
    )


def _measures(
    standing: Sequence[Carried], public: Regime, bound: tuple[str, tuple[str, ...]], telling: Telling, *, strict: bool
) -> tuple[Written, ...]:
    told = tuple(
        measure
        for one in standing
        for measure in written(
            one,
            place=bound[0],
            roles=bound[1],
            says=telling.both("adopt.says", rule=f"{public.id}/{one.public.id}", says=dict(one.public.says)),
            strict=strict,
        )
    )
    for measure in told:
        if beside := [one.id for one in told if one.carried.public.id in measure.carried.public.beside]:
            measure.value["beside"] = beside
    return told


def _value(
    public: Regime, place: str, organisation: Organisation, terms: Terms, measures: Sequence[Written], telling: Telling
) -> dict[str, Any]:
    """The file without its situations."""
    clauses = Clauses(public, measures, terms.cite, telling)
    told = clauses.written()
    day = terms.start.isoformat()
    sources = {SOURCE: _own_source(terms), **clauses.sources}
    return {
        "jurisdiction": place,
        "title": telling.both("adopt.title", title=dict(public.title)),
        "summary": telling.both("adopt.summary", summary=dict(public.summary), day=day),
        "issuer": slug(organisation),
        "force": Force.OWN_DIRECTION.value,
        "follows": [public.id],
        "stated_reasons": {"published": False},
        "sources": {key: source_value(source) for key, source in sources.items()},
        "measures": [measure.value for measure in measures],
        "clauses": told,
        "recheck": {
            "every_days": RECHECK_DAYS,
            "look_at": telling.both("adopt.recheck", regime=public.id, cite=terms.cite),
        },
    }


def _own_source(terms: Terms) -> Source:
    """The organisation's own text; whoever adopts it has it before them on the day it is published."""
    return Source(
        key=SOURCE, title=terms.cite, url=None, published=terms.published, read=terms.published, grade="primary"
    )


def _comment(public: Regime, terms: Terms, telling: Telling) -> list[str]:
    form = "adopt.comment.strict" if terms.strict else "adopt.comment"
    told = telling.both(form, regime=public.id, day=terms.start)
    return [told[lang] for lang in LANGUAGES]


def _read(value: dict[str, Any], name: str, world: World) -> Regime:
    loader = RegimeLoader(
        {name: (f"{name}.yaml", value)}, world.vocabulary, KnowledgeError, world.law.regimes, own=True
    )
    return loader.load(name)


def _proved(value: dict[str, Any], own: Regime, world: World) -> int:
    """How many situations there are; a file that does not hold is never handed out."""
    cases = read_cases(value["situations"], f"{own.id}.yaml", world.vocabulary)
    if wrong := [told for case in cases if (told := check_case(case, own, world.law, world.vocabulary))]:
        raise KnowledgeError(wrong[0])
    return len(cases)
