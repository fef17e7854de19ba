"""Passwords, communities, salts and codes: known by their names, cut before anything is kept, hashed or shown.

Secrets are recognised by the name that stands beside them (a heading, a key, an element, `name=`) or by their place in a
URL; those that running words tell are in `spoken`. A secret written into free text with neither its name nor a user's cannot
be recognised; the how-to of importers says so.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from debadge.text import spoken
from debadge.text.folding import fold, fold_name
from debadge.text.spelling import bare, has_root, roots_of, spelled

MARK = spoken.MARK
MAX_DEPTH = 40  # of JSON inside a value; nothing that devices answer nests deeper than 12
_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]{0,20}://)([^\s\"'<>]+)")
_BARE_LOGIN = re.compile(r"(?<![\w@/:.])[\w.-]{1,64}:[^\s@/:]{1,128}@(?=[\w\[])")
_BARE_IPV6 = re.compile(r"[0-9A-Fa-f:.%]+")
_TAG = re.compile(r"<([A-Za-z_][\w.:-]*)((?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)>")
_ATTRIBUTE = re.compile(r"(?<![\w.:-])([A-Za-z_][\w.:-]{0,80})(\s*=\s*)(\"[^\"]*\"?|'[^']*'?)")
_PAIR = re.compile(r"([\"'])([^\"'\\]{1,80})\1(\s*:\s*)(\"(?:[^\"\\]|\\.)*\"?|'[^']*'?|[^\s,}\]]+)")
_TWO_ELEMENTS = re.compile(
    r"(?i)(<(?:\w{1,40}:)?(?:name|key)>\s{0,40}([^<>]{1,200})</[^<>]{1,80}>\s{0,40}<[\w.:-]{1,80}[^<>/]{0,200}>)([^<>]{1,512})"
)
"""A name and what it names in elements of their own: a parameter of TR-069, an entry of a property list."""
_AUTHORIZATION = re.compile(r"(?i)(?<![\w-])((?:(?:proxy-)?authorization|(?:set-)?cookie)\s*[:\uff1a])[^\r\n]*")
_BEARER = re.compile(r"(?i)\b(bearer\s+)[A-Za-z0-9._~+/=-]{8,}")
_OPTION = re.compile(r"(?i)(--?(?:password|passwd|passphrase|secret|token|api-?key)[ =])\s*[^\s,;|]+")
_BETWEEN = r"(?:\s+[^\W\d_]{1,12}){0,3}(?:\s*\([^()]{0,40}\))?"  # "par défaut", "(admin)"
_CONFIG = re.compile(
    r"(?i)\b(snmp-server\s+community\s+|(?:password|secret|key)\s+[0-9]\s+|keys\[\d{1,2}\]\s*=\s*)(\S+)"
)
_DIGEST = re.compile(r"(?i)(\bdigest\b[^\r\n]{0,400}?\bresponse\s*=\s*)\"[^\"]*\"")
_UNICODE_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
_SHORT_CLEAR = {"pwd", "pswd", "mdp"}
"""Beside names with "pass": they mean nothing else, so that words may stand between them and what they name."""
_IN_TEXT = ("anywhere", "whole", "assigned", "short", "numbers", "keys", "logins", "users")
_COMMANDS = ("-u", "--user", "sshpass", "snmp", "mysql")
_SIGNS = ("@", "://", "\\u", "&#", "authorization", "cookie", "bearer", "digest")
_ASSIGN = (":", "=", "\uff1a")
_NAMING = {"name", "key", "id"}
"""Attributes that name the element they stand in: ``<elem key="password">``."""


class Secrets:
    """The names of secrets, and the knife."""

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        """Take the plain form of columns/secrets.yaml: `anywhere`, `inside`, `whole` …, each a list of names."""
        anywhere = [fold(name) for name in names["anywhere"]]
        self.phrases = tuple(f" {name} " for name in anywhere)
        long = (name.replace(" ", "") for name in anywhere if len(name) >= 8)  # shorter ones hide in words
        self.squeezed = (*long, *names["inside"])
        self.whole = frozenset(fold(name) for name in names["whole"])
        self.beside = frozenset(fold(name) for name in names["beside"])
        assigned = spelled([*names["anywhere"], *names["assigned"]])
        self.assignment = re.compile(
            rf"(?i)(?<![^\W\d_])({assigned})(\s*[:=\uff1a]\s*)(\"[^\"]*\"?|'[^']*'?|[^,;|&<>\r\n]+)"
        )
        clear = spelled(name for name in names["anywhere"] if "pass" in name or name in _SHORT_CLEAR)
        self.described = re.compile(
            rf"(?i)(?<![^\W\d_])((?:{clear}){_BETWEEN})(\s*[:=\uff1a]\s*)(\"[^\"]*\"?|'[^']*'?|[^,;|&<>\r\n]+)"
        )
        self.spoken = spoken.Spoken(names)
        told = [name for key in _IN_TEXT for name in names[key]]
        self.named, self.roots = roots_of(told, *_COMMANDS), roots_of(told, *_COMMANDS, *_SIGNS)

    def is_secret(self, name: str) -> bool:
        """Whether a heading, key or element of this name holds a secret."""
        words = fold_name(name)
        padded = f" {words} "
        squeezed = words.replace(" ", "")
        return (
            words in self.whole or any(p in padded for p in self.phrases) or any(s in squeezed for s in self.squeezed)
        )

    def is_beside(self, name: str) -> bool:
        """Whether a column of this name is half of a login, where a secret stands beside it."""
        return fold_name(name) in self.beside

    def may_hold(self, text: str) -> bool:
        """A quick look: False means there is certainly nothing to cut."""
        return has_root(bare(text), self.roots)

    def cut(self, text: str) -> str:
        """The text with secrets replaced by `MARK`; unchanged text is the same object."""
        return self._cut(text, 0) if self.may_hold(text) else text

    def _cut(self, text: str, depth: int) -> str:
        if text.lstrip()[:1] in ("{", "["):
            told = self._cut_json(text, depth)
            if told is not None:
                return told
            text = _UNICODE_ESCAPE.sub(lambda m: _char(m[1]), text) if "\\u" in text else text
        if "&lt;" in text:  # markup inside markup
            bare = html.unescape(text)
            text = bare if self._cut_text(bare) != bare else text
        return self._cut_text(text)

    def _cut_text(self, text: str) -> str:
        if "<" in text:
            text = self._cut_elements(_TWO_ELEMENTS.sub(self._cut_second, text))
        text = _PAIR.sub(lambda m: f'{m[1]}{m[2]}{m[1]}{m[3]}"{MARK}"' if self.is_secret(m[2]) else m[0], text)
        text = _ATTRIBUTE.sub(self._cut_attribute, text)
        text = _URL.sub(lambda m: m[1] + _without_login(m[2]), text)
        text = _BARE_LOGIN.sub(f"{MARK}@", text)
        text = _AUTHORIZATION.sub(rf"\1 {MARK}", text)
        text = _DIGEST.sub(rf'\1"{MARK}"', text)
        text = _CONFIG.sub(rf"\1{MARK}", text)
        text = _BEARER.sub(rf"\1{MARK}", text)
        text = _OPTION.sub(rf"\1{MARK}", text)
        lowered = bare(text)
        if not has_root(lowered, self.named):
            return text
        if has_root(lowered, _ASSIGN):
            text = self.assignment.sub(rf"\1\2{MARK}", self.described.sub(rf"\1\2{MARK}", text))
        return self.spoken.cut(text)

    def _cut_second(self, found: re.Match[str]) -> str:
        return found[1] + MARK if self.is_secret(found[2].rpartition(".")[2]) else found[0]

    def _cut_attribute(self, found: re.Match[str]) -> str:
        name = found[1]
        if name.lower() in _NAMING or not self.is_secret(name.rpartition(":")[2]):
            return found[0]
        return f'{name}{found[2]}"{MARK}"'

    def _cut_elements(self, text: str) -> str:
        told: list[str] = []
        at = 0
        unclosed: set[str] = set()
        for tag in _TAG.finditer(text):
            if tag.start() < at or not self._names_secret(tag):
                continue
            inside = (
                tag[0] if not any(m[1].lower() == "value" for m in _ATTRIBUTE.finditer(tag[2])) else _mark_value(tag[0])
            )
            told += [text[at : tag.start()], inside]
            at = tag.end()
            if not tag[2].endswith("/"):
                told.append(MARK)
                at = _end_of(text, tag[1], at, unclosed)
        return "".join([*told, text[at:]]) if told else text

    def _names_secret(self, tag: re.Match[str]) -> bool:
        if self.is_secret(tag[1].rpartition(":")[2]):
            return True
        return any(m[1].lower() in _NAMING and self.is_secret(m[3].strip("\"'")) for m in _ATTRIBUTE.finditer(tag[2]))

    def _cut_json(self, text: str, depth: int) -> str | None:
        """The JSON text without its secrets, or None if this is not JSON that we can read."""
        if depth > MAX_DEPTH:
            return MARK
        try:
            value = json.loads(text)
            clean = self._clean(value, depth + 1)
        except (ValueError, RecursionError):
            return None
        return text if clean == value else json.dumps(clean, ensure_ascii=False)

    def _clean(self, value: Any, depth: int) -> Any:
        if depth > MAX_DEPTH:
            return MARK
        match value:
            case dict():
                return {
                    k: MARK if self.is_secret(k) and v not in (None, "", True, False) else self._clean(v, depth + 1)
                    for k, v in value.items()
                }
            case list():
                return [self._clean(v, depth + 1) for v in value]
            case str():
                return self._cut(value, depth) if self.may_hold(value) else value
            case _:
                return value


def _without_login(rest: str) -> str:
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if "@" in authority:
        return f"{MARK}@{rest[authority.rindex('@') + 1 :]}"
    host, colon, port = authority.rpartition(":")
    if not colon or not port or port.isdigit() or authority.endswith("]") or _BARE_IPV6.fullmatch(authority):
        return rest
    if "@" in rest:  # a password with a slash in it
        return f"{MARK}@{rest[rest.rindex('@') + 1 :]}"
    return f"{host}:{MARK}{rest[len(authority) :]}"  # no port: half of a login whose end is missing


def _mark_value(tag: str) -> str:
    return _ATTRIBUTE.sub(lambda m: f'{m[1]}{m[2]}"{MARK}"' if m[1].lower() == "value" else m[0], tag)


def _end_of(text: str, name: str, start: int, unclosed: set[str]) -> int:
    """Where the element's content ends: its end tag, or the next tag if it has none."""
    if name not in unclosed:
        end = text.find(f"</{name}", start)
        if end >= 0:
            return end
        unclosed.add(name)  # looked for once: a thousand unclosed tags must not cost a thousand searches
    following = text.find("<", start)
    return following if following >= 0 else len(text)


def _char(digits: str) -> str:
    code = int(digits, 16)
    return "\ufffd" if 0xD800 <= code <= 0xDFFF else chr(code)
