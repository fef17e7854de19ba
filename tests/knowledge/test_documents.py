"""The pages on makers say what the fact files say, today."""

from __future__ import annotations

from tools.documents import FOLDER, pages

from debadge.flow.world import World


def test_every_page_is_what_the_files_say(world: World) -> None:
    written = {path.name: path.read_text("utf-8") for path in FOLDER.glob("*.md")}
    wanted = pages(world)
    assert sorted(written) == sorted(wanted), "run `make documents`"
    assert [name for name, text in wanted.items() if written[name] != text] == [], "run `make documents`"


def test_page_names_rules_badges_and_numbers(world: World) -> None:
    page = pages(world)["hikvision.md"]
    assert all(part in page for part in ("serial-hik", "| LTS |", "hik-ip-camera", "DS-2CD2643G2-IZS"))
