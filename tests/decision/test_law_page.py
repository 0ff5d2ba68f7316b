"""The page of the law says what the data says."""

from pathlib import Path

from humanely.decision.law_file import shipped
from humanely.decision.law_overrides import overridden
from humanely.decision.law_page import page

DOCUMENT = Path(__file__).parents[2] / "docs" / "law.md"
WRITE = (
    'python -c "from pathlib import Path; from humanely.decision.law_file import shipped; '
    "from humanely.decision.law_page import page; Path('docs/law.md').write_text(page(shipped()), encoding='utf-8')\""
)


def test_the_document_is_the_law() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == page(shipped()), f"The law has changed. Write its page: {WRITE}"


def test_the_page_says_first_that_it_is_no_advice() -> None:
    assert page(shipped()).splitlines()[2].startswith("For engineers, not legal advice.")


def test_every_provision_is_there_with_its_article_and_words() -> None:
    text = page(shipped())
    provisions = (*shipped().rules, *shipped().duties)
    missing = [
        provision.id
        for provision in provisions
        if f"### `{provision.id}`\n\n**{provision.article}.** {provision.says}\n\n> {provision.for_person}\n"
        not in text
    ]
    assert missing == []


def test_the_example_for_operators_works() -> None:
    example = page(shipped()).partition("```toml\n")[2].partition("```")[0]
    assert overridden(shipped(), example, file="example").version.endswith("+our-shop-1")


def test_rows_of_the_tables_read_as_the_rulings_do() -> None:
    lines = page(shipped()).splitlines()
    assert "| `voice` | with consent | never | never | with consent | with consent | with consent |" in lines
    release = "with written release"
    assert f"| `voice` | {release} | never | never | {release} | {release} | {release} |" in lines


def test_every_table_is_square() -> None:
    lines = page(shipped()).splitlines()
    starts = [at for at, line in enumerate(lines) if line.startswith("| --- ")]
    assert len(starts) == 7
    for start in starts:
        widths = {line.count("|") for line in lines[start - 1 : lines.index("", start)]}
        assert len(widths) == 1
