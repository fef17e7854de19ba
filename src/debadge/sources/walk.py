"""From the paths a person names to the evidence files below them."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from debadge.model.errors import FileError, InputError
from debadge.sources.limits import MAX_FILES

SETTINGS = {".yaml", ".yml"}  # org.yaml, regimes, mappings: they say how to judge and are no evidence
RUN_MARK = "run.json"  # a folder with this is our own output
MAPPING_FILE = "mapping.yaml"
_LITTER = {"thumbs.db", "desktop.ini"}  # file managers leave these everywhere
_LINK = "file_is_link"
_MAX_DEPTH = 40  # folders in folders


@dataclass(frozen=True, slots=True)
class Found:
    """One file, or a path that is none."""

    name: str  # as shown and in locators
    path: Path
    error: FileError | None = None

    @property
    def is_link(self) -> bool:
        """Whether it was not followed, being a link."""
        return self.error is not None and self.error.reason == _LINK


def find_files(paths: Sequence[Path], cut: Callable[[str], str] = str) -> list[Found]:
    """Evidence files in the order given, folders walked in the order of their names; each file once.

    A file named by itself is always taken. In folders, settings (*.yaml), hidden files, README files, locks and run folders are
    passed over. A symbolic link is not followed: one that stays below the paths shows a file twice, and one that leads out of
    them shows what was perhaps not meant, so that it is told.

    Args:
        paths: Files and folders.
        cut: Takes secrets out of the names shown; names that are equal afterwards are numbered.
    """
    roots = [os.path.realpath(path) for path in paths]
    once: dict[str, tuple[Path, Found]] = {}
    for root, item in ((path, item) for path in paths for item in _under(path)):
        place = os.path.realpath(item.path)
        if not (item.is_link and any(os.path.commonpath((place, known)) == known for known in roots)):
            once.setdefault(place, (root, item))
    kept = list(once.values())
    names = Counter(_name(root, item.path) for root, item in kept)
    shown = [_name(root, item.path) for root, item in kept]
    shown = [name if names[name] == 1 else item.path.as_posix() for name, (_, item) in zip(shown, kept, strict=True)]
    clean = _told_apart("/".join(map(cut, _clean(name).split("/"))) for name in shown)
    return [Found(name, item.path, item.error) for name, (_, item) in zip(clean, kept, strict=True)]


def _told_apart(names: Iterable[str]) -> Iterator[str]:
    """The names, with a number behind those that stood before."""
    seen: Counter[str] = Counter()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"


def mapping_files(paths: Iterable[Path]) -> list[Path]:
    """The saved mappings that stand beside evidence in these folders."""
    folders = {path if path.is_dir() else path.parent for path in paths}
    folders |= {item.path.parent for path in paths if path.is_dir() for item in _under(path)}
    return sorted(folder / MAPPING_FILE for folder in folders if (folder / MAPPING_FILE).is_file())


def _under(path: Path) -> Iterator[Found]:
    if path.is_dir():
        yield from _folder(path, 0, [0])
    elif path.is_file():
        yield Found("", path)
    elif path.exists():
        yield Found("", path, FileError("file_odd"))
    else:
        yield Found("", path, FileError("file_missing", path=_clean(path.as_posix())))


def _folder(folder: Path, depth: int, count: list[int]) -> Iterator[Found]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as bad:
        yield Found("", folder, FileError("folder_unlisted", why=bad.strerror or bad))
        return
    if depth > _MAX_DEPTH or any(entry.name == RUN_MARK for entry in entries):
        return
    for entry in entries:
        if entry.name.startswith((".", "~$")) or entry.name.lower() in _LITTER:
            continue
        if entry.is_symlink():
            yield Found("", Path(entry.path), FileError(_LINK))
        elif entry.is_dir():
            yield from _folder(Path(entry.path), depth + 1, count)
        elif (
            entry.is_file()
            and Path(entry.name).suffix.lower() not in SETTINGS
            and not entry.name.lower().startswith("readme")
        ):
            count[0] += 1
            if count[0] > MAX_FILES:
                raise InputError(
                    f"{_clean(folder.name)}: more than {MAX_FILES:,} files. Name the folders that hold evidence."
                )
            yield Found("", Path(entry.path))


def _name(root: Path, path: Path) -> str:
    """Below the folder that was named; a file named by itself by its last part."""
    return path.relative_to(root).as_posix() if path != root and path.is_relative_to(root) else path.name


def _clean(name: str) -> str:
    """Without control characters and broken bytes, which a file name may hold."""
    return "".join(c if c.isprintable() else "\ufffd" for c in name)
