"""Where exports lie: files, folders, patterns and standard input."""

import glob
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from humanely.audit.exports.faults import ExportMissing
from humanely.audit.exports.rows import Skip
from humanely.errors import UsageError

SUFFIXES = (".csv", ".tsv", ".jsonl", ".ndjson", ".json", ".parquet")
STDIN = "standard input"


class Source(msgspec.Struct, frozen=True):
    """One place to read from.

    Attributes:
        name: as the person named it; for messages.
        path: None for standard input.
        size: bytes on disk, 0 when unknown.
        listed: found in a folder or by a pattern, rather than named itself.
    """

    name: str
    path: Path | None
    size: int = 0
    listed: bool = False

    @property
    def suffix(self) -> str:
        """The telling suffix in lower case, below ``.gz`` when there is one."""
        name = self.name.lower().removesuffix(".gz")
        return next((suffix for suffix in SUFFIXES if name.endswith(suffix)), "")


def find(paths: Sequence[str]) -> tuple[list[Source], list[Skip]]:
    """List the exports that `paths` name, each once, and the files passed over.

    Args:
        paths: files, folders (searched to the bottom), patterns with ``*``, or ``-`` for standard input.

    Raises:
        ExportMissing: a path names nothing, or a folder holds no export.
        UsageError: a path is an empty name.
    """
    if not paths:
        raise ExportMissing("No export was named.", fix="Name a file: humanely audit export.csv")
    found: dict[str, Source] = {}
    skipped: list[Skip] = []
    for named in paths:
        if not named.strip():
            raise UsageError("An export was named by an empty name.", fix="Name a file: humanely audit export.csv")
        if named == "-":
            found["-"] = Source(STDIN, None)
            continue
        for path, why_not in _below(named):
            if why_not is None:
                size = path.stat().st_size if path.is_file() else 0
                source = Source(str(path), path, size, listed=str(path) != named)
                same = str(path.resolve())
                if same not in found or not source.listed:
                    found[same] = source
            else:
                skipped.append(Skip(str(path), 0, why_not))
    return list(found.values()), skipped


def total_bytes(sources: Iterable[Source]) -> int | None:
    """Bytes to be read in all, None when a source does not tell its size."""
    sizes = [source.size if source.path and source.path.is_file() else None for source in sources]
    return None if None in sizes else sum(size or 0 for size in sizes)


def _below(named: str) -> Iterator[tuple[Path, str | None]]:
    """Every file that `named` stands for, and why it is passed over; None for what looks like an export."""
    path = Path(named)
    if path.is_dir():
        files = [(file, _why_not(file, path)) for file in sorted(path.rglob("*")) if not file.is_dir()]
        if all(why_not for _, why_not in files):
            raise ExportMissing(
                f"The folder {named} holds no export.",
                fix=f"Known suffixes: {', '.join(SUFFIXES)}, each also .gz.",
            )
        yield from files
    elif path.exists():
        yield path, None
    else:
        matches = sorted(glob.glob(named, recursive=True)) if glob.has_magic(named) else []  # noqa: PTH207 (an absolute pattern)
        matched = [Path(match) for match in matches if Path(match).is_file()]
        if not matched:
            what = "matches no file" if glob.has_magic(named) else "does not exist"
            raise ExportMissing(f"{named} {what}.", fix="Check the path, or name a folder or - for standard input.")
        yield from ((match, None) for match in matched)


def _why_not(file: Path, root: Path) -> str | None:
    if _hidden(file, root):
        return "file passed over: hidden"
    if not file.is_file():
        return "file passed over: a link that leads nowhere, or no plain file"
    return None if _is_export(file) else "file passed over: suffix not known"


def _is_export(file: Path) -> bool:
    return file.name.lower().removesuffix(".gz").endswith(SUFFIXES)


def _hidden(file: Path, root: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(root).parts)
