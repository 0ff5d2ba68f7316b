"""The language of a BCP 47 tag, under one code however it is written."""

_OTHER_CODES = {
    "nb": "no", "nn": "no",  # a written form of Norwegian
    "iw": "he", "in": "id", "ji": "yi",  # withdrawn codes that old systems still send
    "bs": "hr", "sh": "hr",  # whoever speaks the one reads the other
    "fil": "tl", "yue": "zh",
}  # fmt: skip


def base_language(tag: str | None) -> str:
    """The language a tag begins with, an ISO 639 code in lower case; empty where there is none.

    >>> [base_language(tag) for tag in ("pt-BR", "zh_Hant", "nb-NO", "iw", None)]
    ['pt', 'zh', 'no', 'he', '']
    """
    code = (tag or "").replace("_", "-").partition("-")[0].lower()
    return _OTHER_CODES.get(code, code)
