"""Writing the certificate of a screening."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from debadge.cli.common import note
from debadge.cli.screen.against import home_of
from debadge.cli.screen.target import written
from debadge.flow.asking import ask
from debadge.flow.certificate import Frame, Hashed
from debadge.flow.world import World
from debadge.model.certificate import Certificate
from debadge.model.errors import ToldError
from debadge.model.organisation import Organisation
from debadge.report.reading.speech import Wording
from debadge.report.screening.certificate import certificate_page
from debadge.sources.interface import ReadContext


def organisation_of(args: argparse.Namespace, world: World, on: date) -> Organisation | None:
    """For whom names are screened, where it was said."""
    return ask(world, org=args.org, beside=(), as_of=on, known_by=None).organisation if args.org else None


def frame_of(
    args: argparse.Namespace,
    world: World,
    organisation: Organisation | None,
    on: date,
    source: Hashed,
    context: ReadContext,
) -> Frame:
    """What the certificate states beside the result."""
    home = home_of(args)
    return Frame(
        world=world,
        organisation=organisation,
        as_of=on,
        name=source.source.name,
        digest=source.digest(),
        context=context,
        home=Path(home) if home else None,
    )


def check_place(args: argparse.Namespace) -> None:
    """Before hours of screening: whether the certificate can be written at all.

    Raises:
        ToldError: No such folder, or a folder in its place.
    """
    path = Path(args.certificate) if args.certificate else None
    if path and (path.is_dir() or not path.parent.is_dir()):
        raise ToldError("certificate.unwritable", path=path, why=path.parent if not path.parent.is_dir() else path)


def write_certificate(args: argparse.Namespace, told: Certificate, words: Wording) -> None:
    """Write it whole.

    Raises:
        InputError: It cannot be written.
    """
    path, page = Path(args.certificate), certificate_page(told, words)
    with written(path, "--certificate", words.sentences) as stream:
        stream.write(page)
    note(args, words.say("certificate.written", path=path))
