"""What a bill of materials says beside what is read of it: kept as texts, for who asks whether they name somebody.

Left out are people, what wrote the bill, digests and signatures, licences, and references inside the bill.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from debadge.sources.limits import MAX_DEPTH

_READ = frozenset({
    "type", "name", "group", "version", "publisher", "supplier", "manufacturer", "provider", "description", "cpe", "purl",
})  # fmt: skip
_APART = frozenset({
    "author", "authors", "contact", "contacts", "tools", "timestamp", "lifecycles", "hashes", "licenses", "signature",
    "bom-ref", "mime-type", "scope", "dependencies", "compositions", "serialNumber", "bomFormat", "specVersion", "$schema",
    "SPDXID", "spdxVersion", "dataLicense", "documentNamespace", "creationInfo", "checksums", "relationships", "annotator",
    "annotationDate", "annotationType", "licenseConcluded", "licenseDeclared", "licenseInfoFromFiles", "originator",
    "licenseInfoInFiles", "hasExtractedLicensingInfos", "packageVerificationCode", "filesAnalyzed", "hasFiles", "fileTypes",
    "versionInfo", "summary", "primaryPackagePurpose", "documentDescribes", "referenceCategory", "referenceType", "algorithm",
})  # fmt: skip
_TAGS_APART = (  # beginnings
    "PackageName", "PackageVersion", "PackageSupplier", "PackageOriginator", "PackageSummary", "PackageDescription",
    "PackageLicense", "PackageChecksum", "PackageVerification", "PrimaryPackagePurpose", "ExternalRef", "SPDX", "DataLicense",
    "DocumentNamespace", "Creat", "License", "Annotator", "AnnotationDate", "AnnotationType", "Relationship", "FileChecksum",
    "FileType", "FilesAnalyzed", "Review", "ExtractedText", "FileContributor", "Snippet",
)  # fmt: skip
_THINGS = ("components", "services", "packages")  # read themselves; what stands in each of them beside is kept


def beside(bill: Mapping[str, Any]) -> dict[str, Any]:
    """The same object without all that is read, or concerns nobody's goods."""
    metadata = bill.get("metadata")
    told = {key: value for key, value in bill.items() if key not in {*_APART, *_THINGS, "metadata", "version"}}
    told |= {key: _things(bill[key], 0) for key in _THINGS if key in bill}
    if isinstance(metadata, dict):
        itself = metadata.get("component")
        rest = {
            key: value
            for key, value in metadata.items()
            if key not in {*_APART, "component", "supplier", "manufacture"}
        }
        told["metadata"] = {**rest, "component": _thing(itself, 0)} if isinstance(itself, dict) else metadata
    return {key: _clean(value, 1) for key, value in told.items()}


def is_beside(tag: str) -> bool:
    """Whether what a tag of SPDX says is not read, and may speak of goods."""
    return not tag.startswith(_TAGS_APART)


def _things(several: object, depth: int) -> list[Any]:
    return [_thing(one, depth) for one in several] if isinstance(several, list) else []


def _thing(one: object, depth: int) -> Any:
    if not isinstance(one, dict) or depth > MAX_DEPTH:
        return None
    told = {key: value for key, value in one.items() if key not in _READ and key not in _THINGS}
    return told | {key: _things(one[key], depth + 1) for key in _THINGS if key in one}


def _clean(value: Any, depth: int) -> Any:
    """Without what concerns nobody's goods, at any depth."""
    if depth > MAX_DEPTH:
        return None
    if isinstance(value, dict):
        return {key: _clean(one, depth + 1) for key, one in value.items() if key not in _APART}
    return [_clean(one, depth + 1) for one in value] if isinstance(value, list) else value
