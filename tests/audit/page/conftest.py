import pytest

from humanely.audit.report import Report
from tests.audit.page.sample_report import REPORT


@pytest.fixture(scope="session")
def report() -> Report:
    return REPORT
