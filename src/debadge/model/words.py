"""The closed word lists that rules of reading depend on. Open lists are data (knowledge/vocabulary.yaml)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Answer(StrEnum):
    """What one test says. Unknown is an answer: the facts do not decide it."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def all_of(answers: Iterable[Answer]) -> Answer:
    """Kleene's *and*: one no decides, else one unknown leaves it open. Nothing asked is yes."""
    told = Answer.YES
    for answer in answers:
        if answer is Answer.NO:
            return answer
        if answer is Answer.UNKNOWN:
            told = answer
    return told


def any_of(answers: Iterable[Answer]) -> Answer:
    """Kleene's *or*: one yes decides, else one unknown leaves it open. Nothing asked is no."""
    told = Answer.NO
    for answer in answers:
        if answer is Answer.YES:
            return answer
        if answer is Answer.UNKNOWN:
            told = answer
    return told


class Outcome(StrEnum):
    """What one measure says of one situation on one day."""

    # the measure forbids the act; under a policy statement this reads "contrary to policy"
    PROHIBITED = "prohibited"
    # a test is unknown; the finding lists which
    UNDETERMINED = "undetermined"
    # allowed since an exception applies, or forbidden unless a condition is met
    CONDITIONAL = "conditional"
    # nothing is forbidden, but somebody has to be told
    REPORT_DUTY = "report_duty"
    # a test fails; the finding lists which
    NOT_REACHED = "not_reached"


HEADLINE_ORDER = tuple(Outcome)
"""A regime's headline is the first of these that any of its measures gives."""


class Test(StrEnum):
    """The named tests of a measure, in the order in which they are always reported."""

    __test__ = False  # not a pytest class

    FORCE = "force"
    DATE = "date"
    ACTOR = "actor"
    ACT = "act"
    ENTITY = "entity"
    # the entity test, when a named party is behind a part of the item and not the whole
    COMPONENT = "component"
    PRODUCT = "product"
    PURPOSE = "purpose"
    SITE = "site"
    ACQUIRED = "acquired"
    FUNDING = "funding"
    CERTIFICATE = "certificate"


class Grade(StrEnum):
    """How sure an identification is; an ordered word, never a number."""

    CONFIRMED = "confirmed"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNKNOWN = "unknown"

    @property
    def rank(self) -> int:
        """3 for confirmed down to 0 for unknown."""
        return _RANKS[self._value_]


_RANKS = {grade.value: 3 - place for place, grade in enumerate(Grade)}


class Basis(StrEnum):
    """Where a fact comes from, best first."""

    # seen on the wire or on the device
    OBSERVED = "observed"
    # written in a record about the very item
    RECORDED = "recorded"
    # said by the organisation in its org.yaml, or given as established
    DECLARED = "declared"
    # worked out from other facts by a rule that can be named
    DERIVED = "derived"
    # a brand and the relabel graph: a lead, never proof
    INFERRED = "inferred"
    # a shipped profile supposes it; nobody has said so
    ASSUMED = "assumed"


class Force(StrEnum):
    """How binding a regime is; the words of the facts we ship."""

    BINDING_LAW = "binding_law"
    BINDING_ORDER = "binding_order"
    BINDING_RULE = "binding_rule"
    MINISTERIAL_DIRECTION = "ministerial_direction"
    # an organisation's own written direction to its own people
    OWN_DIRECTION = "own_direction"
    POLICY_STATEMENT = "policy_statement"
    RESOLUTION = "resolution"
    GUIDANCE = "guidance"
    REPUTATIONAL_LIST = "reputational_list"
    PROPOSAL = "proposal"
    POWER_NOT_YET_USED = "power_not_yet_used"
    LAPSED = "lapsed"

    @property
    def binds(self) -> bool:
        """Whether anybody is told to do anything by it."""
        return self in _BINDING


_BINDING = frozenset(
    {
        Force.BINDING_LAW,
        Force.BINDING_ORDER,
        Force.BINDING_RULE,
        Force.MINISTERIAL_DIRECTION,
        Force.OWN_DIRECTION,
        Force.POLICY_STATEMENT,
    }
)


class Reading(StrEnum):
    """How a measure speaks of a thing it could have spoken of."""

    INCLUDED = "included"
    EXCLUDED = "excluded"
    SILENT = "silent"
