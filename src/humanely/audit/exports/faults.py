"""What can be wrong with an export as a whole: what happened, and what to do."""

from collections.abc import Mapping, Sequence

from humanely.errors import HumanelyError, UsageError


class ExportMissing(UsageError):
    """No file stands where an export was named."""

    code = "export_missing"


class ExportUnreadable(HumanelyError):
    """The file exists and cannot be read as an export."""

    code = "export_unreadable"
    aside = "the file is no export that can be read"


class EncodingUnclear(HumanelyError):
    """The bytes are not in the encoding they were taken for."""

    code = "encoding_unclear"
    aside = "the encoding of the file is unclear"


class NothingRead(HumanelyError):
    """Every line was read and not one message came of it."""

    code = "nothing_read"


class MappingWrong(UsageError):
    """A ``--map`` or ``--speaker`` names something that is not there."""

    code = "mapping_wrong"
    aside = "the file lacks a column that --map names"


class DatesAmbiguous(UsageError):
    """03/04/2024 may be April or March, and no value of the column settles it."""

    code = "dates_ambiguous"


class ColumnsUnknown(UsageError):
    """The columns of an export could not be told apart.

    >>> print(ColumnsUnknown("a.csv", ["no", "who", "what"], {"speaker": "who"}, ["conversation_id", "text"]))
    a.csv: cannot tell which column is conversation_id, text; columns seen: no, who, what. \
Say which, for example: --map conversation_id=COLUMN,speaker=who,text=COLUMN
    """

    code = "columns_unknown"
    aside = "the columns of the file cannot be told"

    def __init__(self, source: str, columns: Sequence[str], found: Mapping[str, str], missing: Sequence[str]) -> None:
        parts = [f"{field}={found.get(field, 'COLUMN')}" for field in ("conversation_id", "speaker", "text")]
        extra = [f"{field}={column}" for field, column in found.items() if field == "time"]
        fix = f"Say which, for example: --map {','.join(parts + extra)}"
        if list(missing) == ["conversation_id"]:
            fix += (
                " (without a conversation id messages cannot be put together: "
                "export again with the ticket, thread or session id)"
            )
        super().__init__(
            f"{source}: cannot tell which column is {', '.join(missing)}; columns seen: {shown(columns)}.",
            fix=fix,
        )


def shown(columns: Sequence[str]) -> str:
    """The columns' names, or only their number where they look like a message and not like names."""
    if any(
        not name.isprintable()
        or len(name) > 40
        or name[:1].isdigit()
        or len(name.split()) > 4
        or name.rstrip().endswith((".", "!", "?"))
        for name in columns
    ):
        return f"{len(columns)} without names (does the first line hold the column names?)"
    listed = ", ".join(columns[:30])
    return listed + (f" and {len(columns) - 30} more" if len(columns) > 30 else "")
