"""`make accuracy [SAMPLES="FILE.jsonl …"]`: recall and precision on labelled samples, and on harder questions about them."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from debadge.flow.world import World
from debadge.model.words import Grade
from tools.accuracy.samples import Sample, identify, load, units
from tools.accuracy.score import Answer, Score, accused, by, confused, not_abstained, score, wrong
from tools.accuracy.support import fired_on, support, without
from tools.table import ROOT, Figure, keep

SHARED = ROOT.parent / "shared" / "facts"
FILES = ("samples-dev.jsonl", "samples-dev-more.jsonl")
SHOWN = 100  # characters of a text


def answered(samples: Sequence[Sample], world: World) -> list[Answer]:
    """Each sample alone."""
    return [(sample, identify([sample], world.identifier)) for sample in samples]


def leaving_out(answers: Sequence[Answer], world: World) -> list[Answer]:
    """Each sample by what is known without its collector."""
    rests_on = support(world.signals, fired_on([s for s, _ in answers], world.identifier))
    told: list[Answer] = []
    for name in sorted({sample.repository for sample, _ in answers}):
        some = [(s, found) for s, found in answers if s.repository == name]
        rest = without(name, world, rests_on)
        told += some if rest is None else [(s, identify([s], rest)) for s, _ in some]
    return told


def without_examples(answers: Sequence[Answer], world: World) -> list[Answer]:
    """The samples that are no rule's own example."""
    examples = {example.text for signal in world.signals for example in signal.examples}
    return [(sample, found) for sample, found in answers if sample.value not in examples]


def whole(samples: Sequence[Sample], world: World) -> list[Answer]:
    """Devices of which several texts are known, each as one thing."""
    return [(some[0], identify(some, world.identifier)) for some in units(samples)]


def figures(samples: Sequence[Sample], answers: Sequence[Answer], world: World) -> list[Figure]:
    """Every figure that has a target."""
    alone, left = score(answers), score(leaving_out(answers, world))
    rest, devices = score(without_examples(answers, world)), whole(samples, world)
    right = sum(found.maker == s.maker for s, found in devices if s.is_watched)
    wanted = sum(s.is_watched for s, _ in devices)
    worst = [(s, f) for s, f in devices if f.maker != s.maker and f.grade.rank >= Grade.PROBABLE.rank]
    named = sum(found.maker is not None or found.brand is not None for s, found in answers if not s.is_watched)
    others = sum(not s.is_watched for s, _ in answers)
    return [
        _share("recall, each sample alone", alone.found, alone.wanted, 0.95),
        _share("precision, each sample alone", alone.right, alone.named, 0.995),
        _none("watched makers at probable or better where somebody else made it", accused(answers)),
        _none("samples that decide nothing, for which a watched maker is named", not_abstained(answers)),
        _share("recall without what only the sample's collector supports", left.found, left.wanted, 0.88),
        _share("precision without what only the sample's collector supports", left.right, left.named, 0.99),
        _share("recall without the rules' own examples", rest.found, rest.wanted, 0.0),
        _share("whole devices with the right maker", right, wanted, 0.98),
        _none("whole devices with a wrong maker at probable or better", worst),
        _share("things of other makers that get a name", named, others, 0.0),
    ]


def _share(what: str, part: int, of: int, target: float) -> Figure:
    share = part / of if of else 1.0
    return Figure(what, f"{part} of {of}, {share:.3f}", f"at least {target}" if target else "-", share >= target)


def _none(what: str, found: Sequence[Answer]) -> Figure:
    return Figure(what, str(len(found)), "0", not found)


def show(answers: Sequence[Answer]) -> None:
    """The tables behind the figures, and every line that is wrong."""
    print(f"Samples: {len(answers)}\n")
    _table("channel", by(lambda a: a[0].channel, answers))
    _table("maker", by(lambda a: a[0].maker or "unknown", answers))
    _table("grade of the answer", by(lambda a: a[1].grade.value, answers))
    print("Confused (true, answered), - for nobody named")
    for (true, told), count in sorted(confused(answers).items(), key=lambda pair: (-pair[1], pair[0])):
        print(f"  {count:4} {true} {told}")
    print("\nWrong lines")
    for sample, found in wrong(answers):
        print(
            f"  {sample.channel}: {sample.value[:SHOWN]!r}: {sample.maker}, answered {found.maker} {found.grade.value}"
        )
    print()


def _table(title: str, scores: dict[str, Score]) -> None:
    print(f"{title:24} {'wanted':>7} {'recall':>7} {'named':>7} {'precision':>10}")
    for name, told in scores.items():
        print(f"{name:24} {told.wanted:7} {told.recall:7.3f} {told.named:7} {told.precision:10.3f}")
    print()


NOTES = (
    "Second witnesses were looked for with these samples at hand, so the figures without a collector show how much of the",
    "knowledge stands on more than one source, not how texts of a collector who is still unknown would fare (decision 0009).",
)


def main(paths: Sequence[str]) -> int:
    """Measure, show, and keep the figures of the collected samples; other files are shown and not kept."""
    files = [Path(path) for path in paths] or [SHARED / name for name in FILES]
    if missing := [str(path) for path in files if not path.is_file()]:
        print(f"no such samples: {', '.join(missing)}", file=sys.stderr)
        return 3
    world, samples = World.load(), load(files)
    answers = answered(samples, world)
    show(answers)
    told = figures(samples, answers, world)
    if paths:
        print("\n".join(f"{f.what}: {f.figure}" for f in told))
        return 0
    keep("Accuracy", "make accuracy", told, NOTES)
    return 0 if all(figure.holds for figure in told) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
