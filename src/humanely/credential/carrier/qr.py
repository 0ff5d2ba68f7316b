"""What leads from paper to the page that checks: a QR code of its address, and a short code to read aloud.

A whole credential makes a code too dense to scan, so the code holds the address only.
"""

import unicodedata
from collections.abc import Callable
from io import BytesIO

from humanely.errors import HumanelyError

ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""Without 0, O, 1, I and L, which are taken for each other. Its length is prime, which the check character needs."""
LENGTH = 12
"""Eleven at random, which is 54 bits, and one to check."""
MAX_URL = 500
_GROUP = 4
# The nearest neighbour of what cannot be in a code; a wrong guess is noticed by the check character.
_LOOK_ALIKES = str.maketrans("0O1I" + "АВЕКМНОРСТУХ" + "ΑΒΕΖΗΚΜΝΟΡΤΥΧ", "QQ7J" + "ABEKMHQPCTYX" + "ABEZHKMNQPTYX")


class ShortCodeSlip(HumanelyError):
    """What was typed is not a code, or has a slip in it."""

    code = "short_code_slip"

    def __init__(self) -> None:
        super().__init__(
            f"This is not a short code: it has {LENGTH} letters and digits, and these do not fit together.",
            fix="Compare it with the code on the certificate, character by character; 0, O, 1, I and L are not in it.",
        )


class AddressTooLong(HumanelyError):
    """An address too long for a code that a telephone can scan from a wall."""

    code = "address_too_long"

    def __init__(self) -> None:
        super().__init__(
            f"The address has more than {MAX_URL} characters, too many for a QR code.", fix="Use a shorter address."
        )


def svg(url: str, *, said: str = "") -> bytes:
    """The QR code of an address, drawn in the current text colour of the page it stands in.

    Args:
        url: 500 characters at most.
        said: its alternative text.

    Raises:
        AddressTooLong: the address is too long to scan.
    """
    import segno

    if len(url) > MAX_URL:
        raise AddressTooLong
    written = BytesIO()
    segno.make_qr(url, error="m").save(
        written, kind="svg", border=0, xmldecl=False, omitsize=True, title=said or None, dark="#000000"
    )
    return written.getvalue()


def short_code(random: Callable[[int], bytes]) -> str:
    """A new short code, in three groups of four.

    Args:
        random: gives so many random bytes, as `secrets.token_bytes` does.

    >>> short_code(bytes)
    '2222-2222-2222'
    """
    number = int.from_bytes(random(16))
    places = []
    for _ in range(LENGTH - 1):
        number, place = divmod(number, len(ALPHABET))
        places.append(place)
    return _grouped("".join(ALPHABET[place] for place in (*places, _check(places))))


def normalised(text: str) -> str:
    """A short code as it was given out, whatever the case, the blanks, the hyphens and the keyboard it was typed with.

    Raises:
        ShortCodeSlip: it has a slip, of which every single wrong character and every swap of two is noticed.

    >>> normalised(" 2222 2222–2222 ")
    '2222-2222-2222'
    """
    plain = unicodedata.normalize("NFKC", text).upper().translate(_LOOK_ALIKES)
    code = "".join(letter for letter in plain if letter.isalnum())
    places = [ALPHABET.find(letter) for letter in code]
    if len(code) != LENGTH or min(places) < 0 or _check(places[:-1]) != places[-1]:
        raise ShortCodeSlip
    return _grouped(code)


def _check(places: list[int]) -> int:
    """Each place has a weight of its own; modulo a prime, no single change and no swap leaves the sum as it was."""
    return -sum(weight * place for weight, place in enumerate(places, start=2)) % len(ALPHABET)


def _grouped(code: str) -> str:
    return "-".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))
