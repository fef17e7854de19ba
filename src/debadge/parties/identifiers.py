"""Numbers that registers give to legal persons, and the check digits that tell a slip of the pen."""

from __future__ import annotations

import re
from collections.abc import Callable

_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015 leaves out I, O, S, V and Z


def mistake(scheme: str, value: str) -> str | None:
    """What is wrong with a number of a scheme, and what to do; None if nothing is.

    Raises:
        KeyError: No such scheme; `SCHEMES` lists them.
    """
    form, told, check = SCHEMES[scheme]
    if not re.fullmatch(form, value):
        return f"{scheme} `{value}` is not {told}; compare it with the source"
    if check is not None and not check(value):
        return f"{scheme} `{value}` has a wrong check digit: a character is wrong; compare it with the source"
    return None


def _uscc(value: str) -> bool:
    """Weights are powers of 3 modulo 31 (GB 32100-2015)."""
    total = sum(_USCC.index(sign) * pow(3, place, 31) for place, sign in enumerate(value[:17]))
    return _USCC.index(value[17]) == -total % 31


def _lei(value: str) -> bool:
    """Letters as 10 to 35, the whole number modulo 97 is 1 (ISO 17442, ISO 7064 MOD 97-10)."""
    return int(_as_digits(value)) % 97 == 1


def _isin(value: str) -> bool:
    """Letters as 10 to 35, then every second digit from the right doubled (ISO 6166, Luhn)."""
    digits = [int(sign) for sign in reversed(_as_digits(value))]
    doubled = (sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


def _as_digits(value: str) -> str:
    return "".join(str(int(sign, 36)) for sign in value)


SCHEMES: dict[str, tuple[str, str, Callable[[str], bool] | None]] = {
    # mainland China's unified social credit code, and that of the group which a party heads or belongs to
    "uscc": (f"[{_USCC}]{{18}}", "18 digits and capitals without I, O, S, V, Z", _uscc),
    "uscc_group": (f"[{_USCC}]{{18}}", "18 digits and capitals without I, O, S, V, Z", _uscc),
    "lei": (r"[0-9A-Z]{18}\d\d", "18 digits and capitals and two digits", _lei),
    "isin": (r"[A-Z]{2}[0-9A-Z]{9}\d", "two capitals, nine digits and capitals, one digit", _isin),
    # an exchange by its ISO 10383 code where the source tells it: XSHE is Shenzhen, XSHG Shanghai, XHKG Hong Kong
    "ticker": (r"([A-Z]{4}:)?[0-9A-Z.]{1,10}", "a ticker such as XSHE:002415", None),
    "fcc_grantee": (r"[A-Z][0-9A-Z]{2}|\d[0-9A-Z]{4}", "3 characters, or 5 that begin with a digit", None),
    "iana_pen": (r"[1-9]\d{0,9}", "a number", None),  # enterprise number, in SNMP sysObjectID and elsewhere
    "ofac_ent_num": (r"\d{1,9}", "a number", None),
    "hk_cr_no": (r"\d{1,8}", "up to 8 digits", None),  # Hong Kong Companies Registry
}
"""Scheme -> pattern, the pattern in words, check of its check digit if it has one."""
