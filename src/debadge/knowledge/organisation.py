"""org.yaml and shipped profiles into an Organisation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from ipaddress import ip_network
from pathlib import PurePosixPath
from typing import Any

from debadge.knowledge.node import Node
from debadge.knowledge.pack import Pack
from debadge.knowledge.vocabulary import Vocabulary, place_of, unknown_word
from debadge.model.errors import InputError
from debadge.model.organisation import Contract, Excluded, Organisation, Site


def profiles(pack: Pack) -> dict[str, Organisation]:
    """The shipped profiles by name. Choosing one declares its role; what else it supposes is only assumed."""
    return {
        PurePosixPath(path).name: _profile(PurePosixPath(path).name, value)
        for path, value in pack.family("profiles").items()
    }


def _profile(name: str, value: Any) -> Organisation:
    node = Node(value, f"profiles/{name}.yaml")
    told = Organisation(
        names=node.texts("name"),
        profile=name,
        jurisdiction=node.text("jurisdiction"),
        roles=node.words("roles"),
        assumes=node.raw("assumes", None) or {},
    )
    node.done()
    return told


def read_organisation(
    value: Any, place: str, shipped: Mapping[str, Organisation], vocabulary: Vocabulary
) -> Organisation:
    """The organisation of one org.yaml; every line overrides the profile that it extends.

    Raises:
        InputError: A word outside the vocabulary, a network that is none, a profile that does not exist.
    """
    node = Node(value, place, InputError)
    name = node.text("extends", None)
    if name is not None and name not in shipped:
        raise node.fail(unknown_word("profile", name, sorted(shipped)))
    base = shipped[name] if name else Organisation(names={}, profile=None, jurisdiction=None, roles=())
    roles = node.words("roles", None, base.roles)
    for role in roles:
        vocabulary.check_value("actor", role, node)
    told = replace(
        base,
        names=_names(node, "name", base.names),
        roles=roles,
        jurisdiction=place_of(node, "jurisdiction", vocabulary, base.jurisdiction),
        marking=node.text("marking", None),
        sites=tuple(_site(item, vocabulary) for item in node.each("sites", [])),
        contracts=tuple(_contract(item) for item in node.each("contracts", [])),
        record_kinds=node.words("record_kinds", None) if "record_kinds" in node.left else None,
        exclude=tuple(_excluded(item) for item in node.each("exclude", [])),
    )
    node.done()
    _check_whole(told, node)
    return told


def _check_whole(told: Organisation, node: Node) -> None:
    """Slips that would put a thing at the wrong site: an id or a network twice, a contract that is not listed."""
    ids = [site.id for site in told.sites]
    networks = [ip_network(network, strict=False) for site in told.sites for network in site.networks]
    contracts = {contract.id for contract in told.contracts}
    for what, values in (("site", ids), ("network", [*map(str, networks)])):
        if twice := sorted({value for value in values if values.count(value) > 1}):
            raise node.fail(f"the {what} `{twice[0]}` stands twice")
    for site in told.sites:
        if contracts and site.contract and site.contract not in contracts:
            raise node.fail(f"site `{site.id}`: {unknown_word('contract', site.contract, sorted(contracts))}")


def _names(node: Node, key: str, default: Mapping[str, str]) -> Mapping[str, str]:
    value = node.raw(key, None)
    if isinstance(value, str):
        return {"en": value, "fr": value}
    if isinstance(value, dict) and value and all(isinstance(v, str) for v in value.values()):
        first = next(iter(value.values()))
        return {"en": value.get("en", first), "fr": value.get("fr", first)}
    if value is None and default:
        return default
    raise node.fail(f"`{key}` is a name, or {{en: …, fr: …}}")


def _site(node: Node, vocabulary: Vocabulary) -> Site:
    id_ = node.text("id")
    classes = node.raw("class", None)
    told = Site(
        id=id_,
        names=_names(node, "name", {"en": id_, "fr": id_}),
        networks=node.words("networks", None, ()),
        site_class=_checked(node, "site_class", classes, vocabulary),
        controller=node.text("controller", None),
        purpose=_checked(node, "purpose", node.raw("purpose", None), vocabulary),
        contract=node.text("contract", None),
    )
    _checked(node, "controller", told.controller, vocabulary)
    for network in told.networks:
        _network(network, node)
    node.done()
    return told


def _checked(node: Node, fact: str, value: Any, vocabulary: Vocabulary) -> Any:
    if value is None:
        return None
    vocabulary.check_value(fact, value, node)
    return vocabulary.value(fact, value)


def _network(text: str, node: Node) -> str:
    try:
        ip_network(text, strict=False)
    except ValueError as bad:
        raise node.fail(f"`{text}` is not a network; write 192.0.2.0/25") from bad
    return text


def _contract(node: Node) -> Contract:
    told = Contract(id=node.text("id"), kind=node.text("kind", None), renews=node.day("renews", None))
    node.done()
    return told


def _excluded(node: Node) -> Excluded:
    told = Excluded(network=_network(node.text("network"), node), reason=node.text("reason", "—"))
    node.done()
    return told
