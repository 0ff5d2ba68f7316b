"""What came in the same package as a credential: status lists count by their own signature, keys only on trust."""

from collections.abc import Mapping

import msgspec

from humanely.credential.carrier.stapled import Record, Stapled
from humanely.credential.proof import instant
from humanely.credential.verify.known import Absent, Known, Obtained


def joined(known: Known, package: Stapled | None) -> Known:
    """What is known, with the status lists of a package where no other could be had.

    A list counts from the date that stands under its signature, whatever the package says of when it was seen.
    """
    if package is None:
        return known
    lists = dict(known.status_lists)
    for record in package.status_lists:
        made = instant.read(record.document.get("validFrom") or record.document.get("issuanceDate"))
        if made is not None and isinstance(lists.get(record.id, Absent()), Absent):
            lists[record.id] = Obtained(_bytes(record), made)
    return msgspec.structs.replace(known, status_lists=lists)


def trusted(known: Known, package: Stapled) -> Known:
    """What is known, with the issuer's keys as a package has them: for whoever trusts the one who packed it."""
    keys = {record.id: Obtained(_bytes(record), record.seen) for record in package.keys}
    had: Mapping[str, Obtained] = {id_: one for id_, one in known.controllers.items() if isinstance(one, Obtained)}
    return msgspec.structs.replace(known, controllers={**known.controllers, **keys, **had})


def _bytes(record: Record) -> bytes:
    return msgspec.json.encode(record.document)
