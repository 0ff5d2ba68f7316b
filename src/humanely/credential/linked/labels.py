"""Statements in canonical order: blank nodes get labels that depend on nothing but what is said.

Source: W3C, RDF Dataset Canonicalization, RDFC-1.0 (2024), sections 4.4 to 4.8.
"""

from collections.abc import Iterable, Iterator, Mapping
from hashlib import new as new_hash

from humanely.credential.linked.fault import NotCanonical
from humanely.credential.linked.statements import Quad

LEAST_WORK, WORK_PER_STATEMENT = 8_000, 4
"""How many steps a document may need: honest ones need a few for each statement, poisoned ones millions."""
COPIES_PER_STEP = 100
"""How many labels are copied in the time that one step takes."""


def ordered(quads: Iterable[Quad], algorithm: str = "sha256") -> str:
    """Put statements into canonical N-Quads.

    Raises:
        NotCanonical: ``too_complex``.
    """
    ordering = _Ordering(quads, algorithm)
    labels = ordering.labelled()
    return "".join(sorted(_line(*(labels.get(part, part) for part in quad)) for quad in ordering.quads))


def _line(subject: str, predicate: str, value: str, graph: str) -> str:
    """One statement as a line."""
    return f"{subject} {predicate} {value} {graph} .\n" if graph else f"{subject} {predicate} {value} .\n"


def _orders(nodes: list[str]) -> Iterator[list[str]]:
    """Every order of nodes, equal ones not told apart: a node is often related several times alike."""
    order = sorted(nodes)
    last = len(order) - 1
    while True:
        yield order
        turn = next((place for place in range(last - 1, -1, -1) if order[place] < order[place + 1]), None)
        if turn is None:
            return
        other = next(place for place in range(last, turn, -1) if order[place] > order[turn])
        order[turn], order[other] = order[other], order[turn]
        order[turn + 1 :] = reversed(order[turn + 1 :])


class _Issuer:
    """Labels given out, in order."""

    def __init__(self, prefix: str, given: Mapping[str, str] | None = None) -> None:
        self.prefix = prefix
        self.given = dict(given or {})

    def label(self, node: str) -> str:
        """The label of a node, a new one at its first time."""
        if node not in self.given:
            self.given[node] = f"{self.prefix}{len(self.given)}"
        return self.given[node]

    def copy(self) -> "_Issuer":
        """The same labels, to try what else could follow."""
        return _Issuer(self.prefix, self.given)


class _Ordering:
    """One dataset on its way to canonical labels."""

    def __init__(self, quads: Iterable[Quad], algorithm: str) -> None:
        self.algorithm = algorithm
        self.quads = list(dict.fromkeys(quads))
        self.mentions: dict[str, list[Quad]] = {}
        for quad in self.quads:
            for node in {part for part in quad if part.startswith("_:")}:
                self.mentions.setdefault(node, []).append(quad)
        self.work_left = LEAST_WORK + WORK_PER_STATEMENT * len(self.quads)
        self.first = {node: self.first_degree(node) for node in self.mentions}
        self.canonical = _Issuer("_:c14n")

    def digest(self, text: str) -> str:
        """The hash of a text, in hex."""
        return new_hash(self.algorithm, text.encode()).hexdigest()

    def labelled(self) -> Mapping[str, str]:
        """Give every blank node its canonical label."""
        # 1. Nodes that differ by what is said of them directly.
        same: dict[str, list[str]] = {}
        for node, value in self.first.items():
            same.setdefault(value, []).append(node)
        alike = []
        for value in sorted(same):
            if len(same[value]) == 1:
                self.canonical.label(same[value][0])
            else:
                alike.append(same[value])
        # 2. The others, by what is said around them.
        for nodes in alike:
            tried = []
            for node in nodes:
                if node not in self.canonical.given:
                    issuer = _Issuer("_:b")
                    issuer.label(node)
                    tried.append(self.n_degree(node, issuer))
            for _, issuer in sorted(tried, key=lambda found: found[0]):
                for node in issuer.given:
                    self.canonical.label(node)
        return self.canonical.given

    def first_degree(self, node: str) -> str:
        """Hash what is said of a node, all other blank nodes taken as one."""
        return self.digest(
            "".join(
                sorted(
                    _line(*(part if part[:2] != "_:" else "_:a" if part == node else "_:z" for part in quad))
                    for quad in self.mentions[node]
                )
            )
        )

    def related(self, other: str, quad: Quad, issuer: _Issuer, position: str) -> str:
        """Hash how a node is related to another."""
        label = self.canonical.given.get(other) or issuer.given.get(other) or self.first[other]
        return self.digest(position + (quad[1] if position != "g" else "") + label)

    def n_degree(self, node: str, issuer: _Issuer) -> tuple[str, _Issuer]:
        """Hash what is said around a node, and give labels to what it is said of."""
        self.spend(len(self.mentions[node]))
        around: dict[str, list[str]] = {}
        for quad in self.mentions[node]:
            for position, other in (("s", quad[0]), ("o", quad[2]), ("g", quad[3])):
                if other != node and other.startswith("_:"):
                    around.setdefault(self.related(other, quad, issuer, position), []).append(other)
        said = []
        for value in sorted(around):
            path, issuer = self.shortest(around[value], issuer)
            said += [value, path]
        return self.digest("".join(said)), issuer

    def shortest(self, others: list[str], issuer: _Issuer) -> tuple[str, _Issuer]:
        """The first, in order, of all paths through nodes that are related alike."""
        orders = _orders(others)
        path, chosen = self.path(next(orders), issuer, "")
        for order in orders:
            found, tried = self.path(order, issuer, path)
            if found < path:
                path, chosen = found, tried
        return path, chosen

    def path(self, order: list[str], issuer: _Issuer, best: str) -> tuple[str, _Issuer]:
        """The path through nodes in one order, left as soon as it comes after the best so far."""
        self.spend(len(order) + len(issuer.given) // COPIES_PER_STEP)
        path, unlabelled, issuer = "", [], issuer.copy()
        for other in order:
            if other in self.canonical.given:
                path += self.canonical.given[other]
            else:
                if other not in issuer.given:
                    unlabelled.append(other)
                path += issuer.label(other)
            if best and len(path) >= len(best) and path > best:
                return path, issuer
        for other in unlabelled:
            value, found = self.n_degree(other, issuer)
            path += f"{issuer.label(other)}<{value}>"
            issuer = found
            if best and len(path) >= len(best) and path > best:
                break
        return path, issuer

    def spend(self, work: int) -> None:
        """Count work done, and end where it is too much."""
        self.work_left -= work
        if self.work_left < 0:
            raise NotCanonical("too_complex")
