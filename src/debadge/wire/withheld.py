"""What of an answer is never kept: salts, passwords, codes and keys, known by the names that stand beside them.

A discovery answer carries a salt, and messages of other tools on the same port carry passwords; none of it says who made
a device. Source: the fact base on protocols, sections 0 and 1 ("Salt (do not store)"), read 2026-11-22.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from debadge.wire.texts import datagram_of, text_of

MAX_UNCLOSED = 32  # names whose end is looked for once and not found: a thousand must not cost a thousand searches
_WORDS = (
    "salt|passw|passphrase|passcode|pwd|secret|token|nonce|challenge|encrypt(?:ed)?str|loginpas|"
    "(?:safe|security|auth|unlock|exchange|reset|verif(?:y|ication))_?code|(?:private|session|rsa|aes|pre_?shared|encrypt(?:ion)?)_?key"
)
_SECRET = re.compile(f"(?i){_WORDS}")
_FLAG = re.compile(r"(?i)\s*(?:true|false|flase|null|\[cut\]|[01])?\s*")  # "PasswordResetAbility" is a capability
_TAG = re.compile(r"<([\w.:-]{1,130})([^<>]{0,512})(>?)")
_NAME = re.compile(r"\"([^\"\\]{1,130})\"\s{0,16}:\s{0,16}")
_VALUE = re.compile(r"\"(?:[^\"\\]|\\.)*\"?|\[[^\]]*\]?|\{[^}]*\}?|[^\s,}\]]+")
# of a letter or digit, behind an even number of backslashes
_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*)\\u00(3[0-9]|4[1-9A-Fa-f]|5[0-9Aa]|6[1-9A-Fa-f]|7[0-9Aa])")
_LINE = re.compile(rf"(?i)(?<![\w.])([\w.]{{0,32}}?(?:{_WORDS})[\w.]{{0,32}}\s{{0,8}}[:=])[^\r\n;]*")
_DIGITS = re.compile(r"(?<![0-9A-Za-z])[0-9A-Fa-f]{48,}(?![0-9A-Za-z])")  # a salt whose name is torn; captured: 64
_BODY = re.compile(r"[<{]")  # behind a binary head
_NEXT = re.compile(r"<(?!!)")  # not the start of a CDATA section, which would be content


@lru_cache(maxsize=4096)
def is_secret(name: str) -> bool:
    """Whether a field of this name may hold a secret. Asked for every name of every answer, and there are few names."""
    return bool(_SECRET.search(name))


def open_fields(found: Mapping[str, str]) -> dict[str, str]:
    """The fields that may be kept; a mere yes or no under the name of a secret is none."""
    return {name: value for name, value in found.items() if not is_secret(name) or _FLAG.fullmatch(value)}


def open_elements(text: str) -> str:
    """XML-like text, however broken, without its secret elements and all that stands in them."""
    told: list[str] = []
    at, unclosed = 0, set[str]()
    for tag in _TAG.finditer(text):
        if tag.start() < at or not is_secret(tag[1]):
            continue
        inside, after = _content(text, tag, unclosed)
        if not (tag[3] and not tag[2].strip(" /") and _FLAG.fullmatch(inside)):
            told.append(text[at : tag.start()])
            at = after
    return _DIGITS.sub("", "".join([*told, text[at:]]))


def open_members(text: str) -> str:
    """JSON-like text, however broken, with an empty string for each secret value."""
    if "\\u00" in text:
        text = _ESCAPE.sub(lambda m: m[1] + chr(int(m[2], 16)), text)
    told: list[str] = []
    at = 0
    for name in _NAME.finditer(text):
        if name.start() < at or not is_secret(name[1]):
            continue
        value = _VALUE.match(text, name.end())
        if value and not _FLAG.fullmatch(value[0].strip('"')):
            told += (text[at : name.end()], '""')
            at = value.end()
    return "".join([*told, text[at:]])


def open_datagram(value: str, cut: Callable[[str], str]) -> str:
    """A value; one that is a datagram in hexadecimal digits, and holds something to cut, becomes its text without that."""
    datagram = datagram_of(value)
    if datagram is None:
        return value
    told = text_of(datagram)
    body = told[first.start() :] if (first := _BODY.search(told)) else told
    kept = cut(body)
    return value if kept == body else kept


def open_lines(text: str) -> str:
    """Lines of ``name:value`` without the secret values."""
    return _LINE.sub(r"\1", text) if _SECRET.search(text) else text


def _content(text: str, tag: re.Match[str], unclosed: set[str]) -> tuple[str, int]:
    """What stands in an element, and where it ends: at its end tag, or at the next tag if it has none."""
    start, name = tag.end(), tag[1]
    if tag[2].endswith("/") and tag[3]:
        return "", start
    if name not in unclosed and len(unclosed) < MAX_UNCLOSED:
        end = text.find(f"</{name}", start)
        if end >= 0:
            close = text.find(">", end)
            return text[start:end], close + 1 if close >= 0 else len(text)
        unclosed.add(name)
    following = _NEXT.search(text, start)
    end = following.start() if following else len(text)
    return text[start:end], end
