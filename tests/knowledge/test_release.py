"""The file of a released pack: whole or refused."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)
from hypothesis import given
from hypothesis import strategies as st

from debadge.knowledge import release, signing
from debadge.knowledge.pack import Pack
from debadge.knowledge.release import Head, Link, content_of, head_of, parse, read_released
from debadge.knowledge.signing import MAX_KEY_BYTES, holds, new_key, private_key, public_key, sign, trusted
from debadge.model.errors import PackError, TamperError, ToldError
from debadge.model.ids import canonical, digest_bytes

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PACK = Pack("pack-0123456789abcdef", {"regimes": {"regimes/zz/zz-ban": {"title": {"en": "Ban", "fr": "Interdiction"}}}})
DAY = date(2026, 12, 1)


def released(pack: Pack = PACK, number: int = 1, previous: Head | None = None) -> bytes:
    head, facts = head_of(pack, number=number, day=DAY, previous=previous)
    return content_of(head, facts, *sign(KEY, head.line()))


def signed(told: Any, facts: bytes = b"{}\n") -> bytes:
    """A file whose head says anything at all, signed as it is."""
    line = f"{canonical(told)}\n".encode()
    public, signature = sign(KEY, line)
    return line + canonical({"ed25519": signature.hex(), "key": public.hex()}).encode() + b"\n" + facts


def head(**changes: Any) -> dict[str, Any]:
    told = json.loads(released().partition(b"\n")[0])
    facts = {"bytes": 3, "sha256": digest_bytes(b"{}\n")}
    return {**told, "facts": facts, **changes}


WHOLE = released()


def test_what_was_released_is_read_as_it_was() -> None:
    found = parse(WHOLE, "1.pack")
    told = found.pack()
    assert (told.name, told.families, found.key) == (PACK.name, PACK.families, KEY.public_key().public_bytes_raw())
    assert told.release is not None
    assert (told.release.number, told.release.day) == (1, DAY)


def test_same_facts_number_and_day_give_the_same_bytes() -> None:
    assert released() == WHOLE
    assert released(number=2, previous=parse(WHOLE, "1").head) == released(number=2, previous=parse(WHOLE, "1").head)


def test_order_of_the_facts_is_kept() -> None:
    two = Pack(PACK.name, {"b": {"b": {"z": 1, "a": 2}}, "a": {}})
    assert json.dumps(parse(released(two), "x").pack().families) == json.dumps(two.families)


@pytest.mark.parametrize("at", range(len(WHOLE)))
def test_any_changed_byte_is_noticed(at: int) -> None:
    for change in (
        0x01,
        0x20,
        0x80,
        WHOLE[at] ^ 0x0A,
        WHOLE[at] ^ 0x30,
    ):  # another letter, case, code, a line feed, a zero
        if change:
            with pytest.raises(PackError):
                parse(WHOLE[:at] + bytes([WHOLE[at] ^ change]) + WHOLE[at + 1 :], "x")


@given(at=st.integers(0, len(WHOLE)), length=st.integers(0, 40), put=st.binary(max_size=40))
def test_anything_cut_out_or_put_in_is_noticed(at: int, length: int, put: bytes) -> None:
    edited = WHOLE[:at] + put + WHOLE[at + length :]
    if edited != WHOLE:
        with pytest.raises(PackError):
            parse(edited, "x")


@given(st.binary(max_size=2_000))
def test_bytes_that_are_no_pack_are_refused_and_never_break_the_reader(content: bytes) -> None:
    with pytest.raises(PackError):
        parse(content, "x")


def test_signature_of_another_key_is_not_that_of_the_key_it_names() -> None:
    other = Ed25519PrivateKey.generate()
    told, facts = head_of(PACK, number=1, day=DAY, previous=None)
    forged = content_of(told, facts, KEY.public_key().public_bytes_raw(), other.sign(told.line()))
    with pytest.raises(TamperError, match=r"pack\.changed"):
        parse(forged, "x")


@pytest.mark.parametrize("line", [b"", b"{}", b"null"])
def test_pack_that_nobody_signed_is_told_so(line: bytes) -> None:
    told, facts = head_of(PACK, number=1, day=DAY, previous=None)
    with pytest.raises(PackError, match=r"pack\.not_signed"):
        parse(told.line() + line + b"\n" + facts, "x")


def test_installed_pack_is_no_released_one(tmp_path: Path) -> None:
    path = tmp_path / "pack-0123456789abcdef.json"
    path.write_text(json.dumps(PACK.families), "utf-8")
    with pytest.raises(PackError, match=r"pack\.not_one"):
        read_released(path)


@pytest.mark.parametrize("form", [0, 2, "1", None, [[]]])
def test_pack_of_an_unknown_form_is_refused_before_anything_else(form: object) -> None:
    with pytest.raises(PackError, match=r"pack\.form"):
        parse(canonical(head(form=form)).encode() + b"\nno signature\n", "x")


@pytest.mark.parametrize(
    "changes",
    [
        {"number": 0},
        {"number": True},
        {"number": 10**9},
        {"number": 2},
        {"previous": {"number": 1, "digest": "0" * 64}},
        {"number": 2, "previous": {"number": 2, "digest": "0" * 64}},
        {"number": 2, "previous": {"number": 1, "digest": "../../1.pack"}},
        {"date": "2026-13-01"},
        {"date": 20261201},
        {"name": "../pack-0123456789abcdef"},
        {"facts": []},
        {"facts": {"bytes": 1e999, "sha256": digest_bytes(b"{}\n")}},
        {"facts": {"bytes": 10**12, "sha256": digest_bytes(b"{}\n")}},
        {"extra": "x" * 100},
        {"form": True},
        {"debadge": 1},
    ],
    ids=str,
)
def test_head_that_we_would_not_write_is_refused_also_when_signed(changes: dict[str, Any]) -> None:
    parse(signed(head()), "x")
    with pytest.raises(PackError, match=r"pack\.(changed|form)"):
        parse(signed(head(**changes)), "x")


def test_number_follows_the_pack_before() -> None:
    first = parse(WHOLE, "x").head
    assert parse(released(number=2, previous=first), "y").head.previous == Link(1, first.release.digest)


def deep(levels: int) -> bytes:
    return b'{"a":{"a":' + b"[" * levels + b"]" * levels + b"}}\n"


@pytest.mark.parametrize(
    "facts",
    [
        b"[]\n",
        b"no json\n",
        b'{"a":[]}\n',
        b'{"a":{"../a":1}}\n',
        b'{"a":{"/etc/a":1}}\n',
        b'{"a":{"a/../b":1}}\n',
        b'{"a":{"a":NaN}}\n',
        b'{"a":{"a":"\xff"}}\n',
        b'{"a":{"a":' + b"9" * 10_000 + b"}}\n",
        deep(50),
        deep(500_000),
    ],
    ids=lambda facts: facts[:20],
)
def test_signed_facts_are_bounded_all_the_same(facts: bytes) -> None:
    found = parse(signed(head(facts={"bytes": len(facts), "sha256": digest_bytes(facts)}), facts), "x")
    with pytest.raises(PackError, match=r"pack\.no_facts"):
        found.pack()


def test_file_is_read_up_to_its_limit_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.pack"
    path.write_bytes(WHOLE)
    monkeypatch.setattr(release, "MAX_BYTES", len(WHOLE))
    assert read_released(path).head.number == 1
    monkeypatch.setattr(release, "MAX_BYTES", len(WHOLE) - 1)
    with pytest.raises(PackError, match=r"pack\.too_large"):
        read_released(path)


def test_device_pipe_or_folder_is_no_pack(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (Path("/dev/zero"), tmp_path / "pipe", tmp_path, tmp_path / "absent"):
        with pytest.raises(ToldError, match=r"pack\.absent"):
            read_released(path)


def test_key_pair_signs_and_checks(tmp_path: Path) -> None:
    private, public = tmp_path / "k", tmp_path / "k.pub"
    for path, content in zip((private, public), new_key(), strict=True):
        path.write_bytes(content)
    raw, signature = sign(private_key(private), b"x")
    assert raw == public_key(public)
    assert holds(raw, signature, b"x")
    assert not holds(raw, signature, b"y")
    assert not holds(b"short", signature, b"x")


def other_keys() -> dict[str, bytes]:
    curve = generate_private_key(SECP256R1())
    locked = KEY.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(b"x"))
    return {
        "empty": b"",
        "text": b"ssh-ed25519 AAAA",
        "too long": b" " * MAX_KEY_BYTES + new_key()[0] + new_key()[1],
        "locked": locked,
        "another kind": curve.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        "another kind, public": curve.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo),
    }


@pytest.mark.parametrize("name", ["empty", "text", "too long", "locked", "another kind", "another kind, public"])
def test_file_that_is_no_key_is_named(name: str, tmp_path: Path) -> None:
    path = tmp_path / "k"
    path.write_bytes(other_keys()[name])
    for reader, reason in ((private_key, "not_private"), (public_key, "not_public")):
        with pytest.raises(ToldError, match=rf"pack\.key\.{reason}.*k"):
            reader(path)


def test_folder_of_trust_holds_public_keys_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    private, public = new_key()
    (tmp_path / "a.pub").write_bytes(public)
    (tmp_path / "a").write_bytes(private)
    (tmp_path / "notes.txt").write_bytes(b"x")
    assert trusted([tmp_path]) == {public_key(tmp_path / "a.pub"): tmp_path / "a.pub"}
    (tmp_path / "b.pub").write_bytes(private)
    with pytest.raises(ToldError, match=r"not_public.*b\.pub"):
        trusted([tmp_path])
    monkeypatch.setattr(signing, "MAX_KEYS", 1)
    with pytest.raises(ToldError, match=r"too_many"):
        trusted([tmp_path])
    with pytest.raises(ToldError, match=r"key\.absent"):
        trusted([tmp_path / "nowhere"])
