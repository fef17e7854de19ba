"""`debadge knowledge check|version|ages`."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime


def run(args: argparse.Namespace) -> int:
    """Print the answer; 0 if the facts hold, 3 if they do not."""
    return {"check": _check, "version": _version, "ages": _ages}[args.what]()


def _check() -> int:
    from debadge.flow.knowledge import check

    told = check()
    for wrong in told.wrong:
        print(wrong)
    print(f"{told.pack}: {told.situations} situations, {len(told.wrong)} wrong")
    return 3 if told.wrong else 0


def _version() -> int:
    from debadge.knowledge.pack import pack_name

    print(pack_name())
    return 0


def _ages() -> int:
    from debadge.flow.knowledge import ages
    from debadge.flow.world import World

    today = datetime.now(UTC).date()
    for age in ages(World.load()):
        due = "due" if age.is_due(today) else ""
        print(f"{age.regime:34} read {age.read}  recheck {age.recheck}  {due}".rstrip())
    return 0
