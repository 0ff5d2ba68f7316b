"""What somebody wrote in a reply, without what they quote."""

import pytest

from humanely.apps.channels.email.quoted import own_words

OWN = "Thank you!\n\nIt came."
QUOTED = {
    "gmail": "On Mon, Mar 2, 2026 at 10:00 AM The Shop <help@shop.example.org> wrote:\n> It left today.",
    "gmail_broken_line": "On Mon, Mar 2, 2026 at 10:00 AM The Shop\n<help@shop.example.org> wrote:\n> It left.",
    "german": "Am Mo., 2. März 2026 um 10:00 Uhr schrieb The Shop <help@shop.example.org>:\n> Unterwegs.",
    "french": "Le lun. 2 mars 2026 à 10:00, The Shop <help@shop.example.org> a écrit :\n> Parti.",
    "spanish": "El lun, 2 mar 2026 a las 10:00, The Shop (<help@shop.example.org>) escribió:\n> Salió.",
    "outlook": "________________________________\nFrom: The Shop <help@shop.example.org>\nSent: Monday\nIt left today.",
    "outlook_german": "Von: The Shop <help@shop.example.org>\nGesendet: Montag\nUnterwegs.",
    "forwarded": "-----Original Message-----\nFrom: The Shop\nIt left today.",
    "our_line": "— Please write your reply above this line —\n\nHello,\nIt left today.",
    "our_line_quoted": "> — Bitte oberhalb dieser Zeile antworten —\n>\n> Unterwegs.",
    "signature": "-- \nAda\nShop for nothing Ltd.",
}


@pytest.mark.parametrize("quoted", QUOTED.values(), ids=QUOTED.keys())
def test_a_quotation_is_cut_off(quoted: str) -> None:
    assert own_words(f"{OWN}\n\n{quoted}\n") == OWN


def test_what_is_written_between_quoted_lines_is_kept() -> None:
    assert own_words("> When will it come?\nTomorrow.\n> And the other?\nOn Friday.") == "Tomorrow.\nOn Friday."


def test_words_that_only_look_like_it_are_kept() -> None:
    assert own_words("On Monday I wrote you.\nFrom: here on I wait.") == "On Monday I wrote you.\nFrom: here on I wait."
