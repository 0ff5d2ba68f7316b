"""A credential in every form: what is signed anew holds with the whole, and less says less."""

import msgspec
import pytest

from humanely.credential.carrier import pdf, png, svg
from humanely.credential.carrier.presented import presented
from humanely.credential.design.derived import CLAIMS
from humanely.credential.design.recipient import Recipient
from humanely.credential.verify.verification import needs, verify
from humanely.pipeline.acting import NotThere
from humanely.pipeline.credentials import carried, issuing, public, statuses
from humanely.pipeline.credentials.issuing import Wanted
from tests.apps.recorded import NOON
from tests.pipeline.credentials.conftest import School, by

STORY = "She helped others."
WANTED = Wanted(recipient=Recipient(email="ada@example.org", name="Ada Okonkwo"), story=STORY)


def verdict(school: School, data: bytes) -> str:
    shown = presented(data)
    return verify(shown, public.known(school.desk, needs(shown), NOON), NOON).verdict


def test_every_form_of_it_is_valid(school: School) -> None:
    one = carried.printable(school.desk, state := school.offered(WANTED))
    files = [carried.as_plain(one), carried.as_png(one), carried.as_svg(one), carried.as_pdf(one)]
    files += [carried.as_compact(school.desk, state, NOON), carried.minimal(school.desk, state, (), NOON)]
    assert [verdict(school, file.content) for file in files] == ["valid"] * 6


def test_every_form_of_it_is_revoked_with_it(school: School) -> None:
    one = carried.printable(school.desk, state := school.offered(WANTED))
    files = [carried.as_png(one), carried.as_compact(school.desk, state, NOON)]
    files += [carried.minimal(school.desk, state, (), NOON)]
    statuses.revoke(school.desk, by("reg"), state.id, "issued_in_error")
    assert [verdict(school, file.content) for file in files] == ["revoked"] * 3


def test_pictures_and_certificate_hold_what_was_signed_byte_for_byte(school: School) -> None:
    one = carried.printable(school.desk, state := school.offered(WANTED))
    inside = [png.unbake(carried.as_png(one).content), svg.unbake(carried.as_svg(one).content)]
    assert [*inside, pdf.attached(carried.as_pdf(one).content)] == [state.document.encode()] * 3


def test_the_smaller_one_leaves_out_what_was_not_kept(school: School) -> None:
    state = school.offered(WANTED)
    least, most = (carried.minimal(school.desk, state, keep, NOON).content.decode() for keep in ((), CLAIMS))
    assert [word in least for word in ("Ada Okonkwo", STORY, state.id)] == [False] * 3
    assert [word in most for word in ("Ada Okonkwo", STORY, state.id)] == [True, True, False]


def test_two_smaller_ones_have_names_of_their_own(school: School) -> None:
    state = school.offered(WANTED)
    first, second = (msgspec.json.decode(carried.minimal(school.desk, state, (), NOON).content)["id"] for _ in range(2))
    assert first != second


def test_nobody_gets_a_certificate_without_a_name(school: School) -> None:
    one = carried.printable(school.desk, school.offered(Wanted(recipient=Recipient(email="ada@example.org"))))
    with pytest.raises(NotThere, match="certificate"):
        carried.as_pdf(one)


def test_what_was_not_signed_has_no_files(school: School) -> None:
    state = issuing.prepare(school.desk, by("reg"), "fork-lift", WANTED)
    with pytest.raises(NotThere):
        carried.printable(school.desk, state)
    with pytest.raises(NotThere):
        carried.as_compact(school.desk, state, NOON)
