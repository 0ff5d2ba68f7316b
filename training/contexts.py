"""Term tables of the vocabularies that credentials use, generated from their published context documents.

Only facts are kept: which IRI a term stands for, and how its values are read. The digest says from which document.

    python -m training.contexts ../shared/data/credentials
"""

import argparse
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from humanely.credential.linked import contexts

ONE_EDTECH = "1edtech-public-validator/contexts"
ED25519_2020 = "https://w3id.org/security/suites/ed25519-2020/v1"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0"
PUBLISHED: Mapping[str, tuple[str, ...]] = {
    "https://www.w3.org/2018/credentials/v1": (f"{ONE_EDTECH}/2018-credentials-v1.jsonld",),
    "https://www.w3.org/ns/credentials/v2": (f"{ONE_EDTECH}/credentials-v2.jsonld",),
    "https://www.w3.org/ns/credentials/examples/v2": ("w3c-vc-data-model/contexts/credentials/examples/v2",),
    "https://www.w3.org/ns/credentials/undefined-terms/v2": (
        "w3c-vc-data-model/contexts/credentials/undefined-terms/v2",
    ),
    "https://www.w3.org/ns/credentials/status/v1": ("w3c-vc-bitstring-status-list/contexts/v1.jsonld",),
    "https://w3id.org/vc/status-list/2021/v1": ("w3c-vc-bitstring-status-list/contexts/2021/v1.jsonld",),
    f"{OPEN_BADGES}/context.json": (
        f"{ONE_EDTECH}/ob-v3p0.json",
        f"{ONE_EDTECH}/ob-v3p0-3.0.3.json",
        f"{ONE_EDTECH}/ob-v3p0-3.0.2.json",
        f"{ONE_EDTECH}/ob-v3p0-3.0.1.json",
    ),
    f"{OPEN_BADGES}/context-3.0.1.json": (f"{ONE_EDTECH}/ob-v3p0-3.0.1.json",),
    f"{OPEN_BADGES}/context-3.0.2.json": (f"{ONE_EDTECH}/ob-v3p0-3.0.2.json",),
    f"{OPEN_BADGES}/context-3.0.3.json": (f"{ONE_EDTECH}/ob-v3p0-3.0.3.json",),
    f"{OPEN_BADGES}/extensions.json": (f"{ONE_EDTECH}/ob-v3p0-extensions.json",),
    "https://purl.imsglobal.org/spec/clr/v2p0/context.json": (f"{ONE_EDTECH}/clr-v2p0.json",),
    "https://w3id.org/security/data-integrity/v1": (f"{ONE_EDTECH}/data-integrity-v1.jsonld",),
    "https://w3id.org/security/data-integrity/v2": ("w3c-vc-data-integrity/contexts/data-integrity/v2",),
    "https://w3id.org/security/multikey/v1": ("w3c-vc-data-integrity/contexts/multikey/v1",),
    "https://w3id.org/security/jwk/v1": ("w3c-vc-data-integrity/contexts/jwk/v1",),
    ED25519_2020: (
        f"{ONE_EDTECH}/security-suites-ed25519-2020-v1.jsonld",
        "w3c-vc-di-eddsa/contexts/lds-ed25519-2020-v1.json",
    ),
    "https://www.w3.org/ns/did/v1": (f"{ONE_EDTECH}/did-v1.jsonld",),
}
"""What each address has stood for, the content that verifiers hold today first."""

CONTAINERS = ("@graph", "@list", "@set")
PLAIN = frozenset({"@id", "@type", "@container", "@context"})


class Unforeseen(ValueError):
    """A context uses something that the tables have no place for."""


class Tables:
    """Term tables, each kept once however many contexts use it."""

    def __init__(self) -> None:
        self.kept: list[contexts.Table] = []

    def number_of(self, context: Mapping[str, Any]) -> int:
        """Keep a context's table, and say under which number."""
        rows = {term: self.row(given) for term, given in sorted(context.items()) if not term.startswith("@")}
        if stray := [key for key in context if key.startswith("@") and key not in {"@version", "@protected", "@vocab"}]:
            raise Unforeseen(f"The context sets {stray}.")
        protected = context.get("@protected", False)
        table = contexts.Table(terms=resolved(rows), protected=protected, vocabulary=context.get("@vocab"))
        if table not in self.kept:
            self.kept.append(table)
        return self.kept.index(table)

    def row(self, given: Any) -> contexts.Row:
        """Read one term: its IRI, alone or with how its values are read."""
        if isinstance(given, str):
            return contexts.Row(given)
        if not given.keys() <= PLAIN or given.get("@container", "@set") not in CONTAINERS:
            raise Unforeseen(f"A term is defined by {sorted(given)}.")
        row = contexts.Row(given["@id"], given.get("@type", ""), given.get("@container", ""), self.scope(given))
        if row.prefix:
            raise Unforeseen(f"{row.iri!r} would be a prefix here and is none there.")
        return row

    def scope(self, given: Mapping[str, Any]) -> int:
        """Keep the context that holds below a term or type, if it has one."""
        if "@context" not in given:
            return contexts.NO_SCOPE
        return contexts.EMPTIED if given["@context"] is None else self.number_of(given["@context"])


def resolved(rows: dict[str, contexts.Row]) -> dict[str, contexts.Row]:
    """Write terms and prefixes that the same table defines out in full; others wait for the contexts before."""

    def full(text: str) -> str:
        prefix, colon, rest = text.partition(":")
        if text in rows:
            return full(rows[text].iri)
        named = colon and not rest.startswith("//") and prefix in rows
        return full(rows[prefix].iri) + rest if named and rows[prefix].prefix else text

    return {
        term: msgspec.structs.replace(row, iri=full(row.iri), coercion=full(row.coercion)) for term, row in rows.items()
    }


def generated(folder: Path) -> contexts.Pinned:
    """Make the tables of all that is published, from a folder of context documents."""
    tables, addresses = Tables(), {}
    for url, files in PUBLISHED.items():
        documents = [(folder / file).read_bytes() for file in files]
        addresses[url] = tuple(
            contexts.Version(hashlib.sha256(data).hexdigest(), tables.number_of(msgspec.json.decode(data)["@context"]))
            for data in documents
        )
    return contexts.Pinned(addresses=addresses, tables=tuple(tables.kept))


def written(pinned: contexts.Pinned) -> bytes:
    """Write tables with one term a line, so that a change reads as one."""
    addresses = [f"{text(url)}: {text(versions)}" for url, versions in pinned.addresses.items()]
    tables = [
        f'{{"protected": {text(table.protected)}, "vocabulary": {text(table.vocabulary)}, "terms": {{'
        + ",".join(f"\n {text(term)}: {text(columns(row))}" for term, row in table.terms.items())
        + "}}"
        for table in pinned.tables
    ]
    return '{{"addresses": {{\n{}}},\n"tables": [\n{}]}}\n'.format(",\n".join(addresses), ",\n".join(tables)).encode()


def text(value: object) -> str:
    """Write a value as JSON."""
    return msgspec.json.encode(value).decode()


def columns(row: contexts.Row) -> list[object]:
    """Write a row without the columns at its end that say nothing."""
    values: list[object] = list(msgspec.structs.astuple(row))
    while len(values) > 1 and values[-1] == row.__struct_defaults__[len(values) - 2]:
        values.pop()
    return values


def main() -> None:
    """Write the package's tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where the published context documents lie")
    contexts.FILE.write_bytes(written(generated(parser.parse_args().folder)))


if __name__ == "__main__":
    main()
