"""`debadge questions RUN`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from debadge.cli.common import as_json, facts, out, wording, wrap
from debadge.flow.questions import Questions, questions
from debadge.flow.replay import replay
from debadge.model.assessment import Assessment
from debadge.model.errors import ToldError
from debadge.model.question import WHO, Question
from debadge.report.reading.plain import harmless
from debadge.report.reading.speech import Wording

DONE = 0
_FEW = 6  # things of one question that a person is shown
_WHOLE = 100  # per cent


def run(args: argparse.Namespace) -> int:
    """Say what to ask, whom, and how much it settles."""
    world = facts(args)
    told = replay(Path(args.folder), world)
    if not told.same_pack:
        raise ToldError("questions.other_facts", recorded=told.recorded_pack, ours=world.pack.name)
    asked = questions(told.assessment, world.answerers, _share(args.share))
    words = wording(world, args.lang)
    if args.format == "json":
        out(as_json(_plain(asked)))
        return DONE
    for line in _told(asked, told.assessment, words):
        out(line)
    return DONE


def _share(text: str) -> float:
    """A percentage as a share.

    Raises:
        ToldError: None.
    """
    if not text.isdecimal() or not 0 < int(text) <= _WHOLE:
        raise ToldError("questions.share", text=text)
    return int(text) / _WHOLE


def _told(asked: Questions, run: Assessment, words: Wording) -> Iterator[str]:
    say = words.sentences
    if not asked.plan.total:
        yield wrap(say.say("questions.none"))
        return
    yield wrap(
        say.say("questions.plan", questions=len(asked.several), settles=asked.plan.settles, total=asked.plan.total)
    )
    number = {one.id: at for at, one in enumerate(asked.several, 1)}
    for who in WHO:
        several = [one for one in asked.several if one.who == who]
        if several:
            yield ""
            yield wrap(words.word("answers", who))
        for one in several:
            yield wrap(f"{number[one.id]}. {sentence(one, run, words)}", 2, 5)
    if asked.left:
        yield ""
        yield wrap(say.say("questions.left", left=asked.left))


def sentence(one: Question, run: Assessment, words: Wording) -> str:
    """A question as people read it, with the things that it is about."""
    named = {asset.id: asset.name for asset in run.assets}
    things = [harmless(named.get(id_, id_)) for id_ in one.subjects[:_FEW]]
    more = [f"… {len(one.subjects) - _FEW}"] if len(one.subjects) > _FEW else []
    about = one.about if one.holds in {"site", "measure"} else ""
    asks = words.say(f"question.{one.fact}", about=harmless(about))
    return f"{asks} [{', '.join([*things, *more])}]"


def _plain(asked: Questions) -> dict[str, object]:
    plan = asked.plan
    return {
        "undetermined": plan.total,
        "settles": plan.settles,
        "left": asked.left,
        "bound": plan.bound,
        "questions": [
            {**one._asdict(), "subjects": list(one.subjects), "settles_so_far": so_far}
            for one, so_far in zip(asked.several, plan.settled, strict=True)
        ],
    }
