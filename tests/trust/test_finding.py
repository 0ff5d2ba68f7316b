"""Every fault has words an operator can act on."""

from humanely.trust.finding import MEANING, Fault, Finding, about


def test_every_fault_has_a_meaning() -> None:
    assert MEANING.keys() == set(Fault)


def test_no_two_faults_mean_the_same() -> None:
    assert len(set(MEANING.values())) == len(Fault)


def test_a_finding_says_what_was_found_and_what_it_means() -> None:
    finding = about(Fault.TAIL_DROPPED, range(4, 5), "not there")
    assert finding == Finding(Fault.TAIL_DROPPED, "Entry 4: not there.", 4, 4)
    assert finding.means == MEANING[Fault.TAIL_DROPPED]
