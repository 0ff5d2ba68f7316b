"""Why nothing could be read from a file somebody showed us: one word for machines, two sentences for people."""

from typing import Literal

from humanely.errors import HumanelyError

Fault = Literal[
    "empty",
    "too_large",
    "unknown_kind",
    "damaged",
    "nothing_inside",
    "several_inside",
    "only_an_address",
    "not_text",
    "bomb",
    "entities",
    "active_content",
    "locked",
    "path_unsafe",
]

_SENTENCES: dict[Fault, tuple[str, str]] = {
    "empty": ("The file is empty.", "Take it again from where it came; something cut it off on the way."),
    "too_large": ("The file is larger than a credential ever is.", "Show the credential itself, 8 MiB at most."),
    "unknown_kind": (
        "The file is none of the kinds that carry a credential.",
        "Show the JSON, the JWT, a baked PNG or SVG, the PDF certificate, or the stapled package.",
    ),
    "damaged": (
        "The file breaks off or is not put together as its kind demands.",
        "Take it again, as a file and not as a screenshot or a copy out of a chat, which change it.",
    ),
    "nothing_inside": (
        "The file is sound, but no credential is in it.",
        "Ask for the file as it was issued; chats and social networks often strip it to the bare picture.",
    ),
    "several_inside": (
        "There is more than one credential in the file, so it is not clear which one is meant.",
        "Show one credential at a time.",
    ),
    "only_an_address": (
        "The picture holds only the web address of a badge, not the badge.",
        "Open the address, and show what is found there.",
    ),
    "not_text": ("What is in the file is not UTF-8 text.", "Take the file again, byte for byte, from where it came."),
    "bomb": (
        "A small part of the file unpacks into far more than a credential needs, so we stopped.",
        "Ask for the credential as plain JSON.",
    ),
    "entities": (
        "The SVG defines text of its own (a DTD or entities), which no badge needs and which can do harm.",
        "Ask for the badge without a DTD, or as plain JSON.",
    ),
    "active_content": (
        "The SVG holds scripts, styles that load, foreign content or links to elsewhere, so we do not show it.",
        "Save it as a plain SVG drawing, without scripts and without anything from outside.",
    ),
    "locked": ("The PDF is locked with a password.", "Take the certificate as it was issued, without a password."),
    "path_unsafe": (
        "The package names a file outside itself, or the same file twice.",
        "Ask for the package again where it was made.",
    ),
}


class CarrierUnreadable(HumanelyError):
    """Nothing could be read from a file, or nothing may be put into it.

    >>> str(CarrierUnreadable("locked"))
    'The PDF is locked with a password. Take the certificate as it was issued, without a password.'
    """

    code = "carrier_unreadable"

    def __init__(self, fault: Fault) -> None:
        happened, fix = _SENTENCES[fault]
        super().__init__(happened, fix=fix)
        self.fault: Fault = fault
