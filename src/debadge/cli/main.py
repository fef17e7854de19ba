"""The command `debadge`: words on standard error, results on standard output, errors as exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import NoReturn

from debadge import __version__
from debadge.cli.arguments import Usage, parser
from debadge.cli.streams import settle
from debadge.model.errors import DebadgeError, InputError, WordedError
from debadge.report.reading.plain import harmless

DONE, OUTCOME, WRONG_USE, UNREADABLE, COVERAGE, INTERRUPTED = 0, 1, 2, 3, 4, 130


def entry() -> NoReturn:
    """The console command: leave at once when all is said, since taking a large run apart in memory takes a while."""
    settle()
    code = main()
    with suppress(BrokenPipeError, AttributeError):  # a stream that was closed before we began is None
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and say how it went (DESIGN.md section 5, exit codes)."""
    if sys.stdout is None:
        print("debadge: standard output is closed; there is nowhere to write the answer", file=sys.stderr)
        return WRONG_USE
    words = list(sys.argv[1:] if argv is None else argv)
    if words in (["--version"], ["-V"]):
        print(f"debadge {__version__}")  # the answer
        return DONE
    lang = "en"
    try:
        args = parser().parse_args(words)
        lang = args.lang
        code: int = args.run(args)
        sys.stdout.flush()
    except Usage as bad:
        return bad.code
    except BrokenPipeError:  # the reader of our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        print("debadge: interrupted; nothing more is written", file=sys.stderr)
        return INTERRUPTED
    except WordedError as bad:
        print(f"debadge: {_told(bad, lang)}", file=sys.stderr)
        return WRONG_USE if isinstance(bad, InputError) else UNREADABLE
    except InputError as bad:
        print(f"debadge: {bad}", file=sys.stderr)
        return WRONG_USE
    except DebadgeError as bad:
        print(f"debadge: {type(bad).__name__}: {bad}", file=sys.stderr)
        return UNREADABLE
    except OSError as bad:  # a full disk behind the output
        print(f"debadge: the answer cannot be written ({bad.strerror or bad})", file=sys.stderr)
        return UNREADABLE
    return code


def _told(bad: WordedError, lang: str) -> str:
    from debadge.flow.world import World  # noqa: PLC0415  # loaded only where there is something to say

    return harmless(World.load().sentences(lang).say(bad.reason, **bad.given))
