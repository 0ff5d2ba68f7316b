"""An audit from files to report: the bundled sample, stops, limits and what is left out."""

import datetime as dt
import gzip
from pathlib import Path

import msgspec
import pytest

from benchmarks.planted import planted
from humanely.affect.text import TextEstimator
from humanely.audit.catalogue import KINDS
from humanely.audit.exports.columns import Guess
from humanely.audit.intake import Exports
from humanely.audit.report import Report, Verdict
from humanely.audit.run import Options, batches, language_shares, run
from humanely.audit.tally import Tally
from humanely.estimate import ConversationReader
from humanely.signal.turn import Conversation, Speaker, Turn
from tests.audit.conversations import conversation

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "examples" / "export"
NOW = dt.datetime(2026, 7, 1, tzinfo=dt.UTC)


@pytest.fixture(scope="module")
def reader() -> ConversationReader:
    return ConversationReader()


@pytest.fixture(scope="module")
def sample(reader: ConversationReader, tmp_path_factory: pytest.TempPathFactory) -> Report:
    rejects = tmp_path_factory.mktemp("sample") / "rejects.jsonl"
    return run(Options(Exports((str(SAMPLE),)), rejects), reader, now=NOW)


PLANTED = planted()
TROUBLED = set().union(*(ids for code, ids in PLANTED.items() if code != "best_answer"))

# At least this share of the planted conversations is found, at most so many of the fine ones are flagged. The bounds
# lie a little under what `python benchmarks/planted.py` measures, to catch a broken list, not to grade the audit.
BOUNDS = {
    "apology_loop": (0.8, 0),
    "best_answer": (0.6, 6),
    "cold_answer": (0.8, 4),
    "dip": (0.6, 8),
    "empty_promise": (0.6, 2),
    "human_not_given": (0.6, 1),
    "hurt_at_end": (0.7, 3),
    "repeats_without_escalation": (0.35, 1),
    "slow_first_answer": (1.0, 0),
    "too_much": (0.8, 2),
    "unanswered": (0.6, 2),
    "wrong_language": (1.0, 0),
}


@pytest.mark.parametrize("code", BOUNDS)
def test_planted_problems_are_found_and_fine_conversations_left_alone(sample: Report, code: str) -> None:
    least, most = BOUNDS[code]
    found = next(set(f.conversation_ids) for f in sample.findings if f.code == code)
    assert len(found & PLANTED[code]) >= least * len(PLANTED[code])
    assert len(found - TROUBLED - PLANTED[code]) <= most


def test_every_kind_of_finding_is_planted() -> None:
    assert {kind.code for kind in KINDS} == set(PLANTED) == set(BOUNDS)


def test_the_group_that_is_served_worse_is_named(sample: Report) -> None:
    (by_group,) = (breakdown for breakdown in sample.breakdowns if breakdown.by == "group")
    assert by_group.verdict is Verdict.FOUND
    assert "“basic”" in by_group.sentence


def test_the_sample_is_large_and_in_many_languages(sample: Report) -> None:
    assert sample.coverage.conversations >= 80
    assert len([share for share in sample.coverage.languages if share.turns >= 20]) >= 6
    assert sample.coverage.rejects == {}
    assert sample.partial is None


def test_the_report_can_be_taken_apart_and_put_together(sample: Report) -> None:
    assert msgspec.json.decode(msgspec.json.encode(sample), type=Report) == sample


def test_every_personal_datum_of_a_known_form_is_masked(sample: Report) -> None:
    text = msgspec.json.encode(sample).decode()
    assert "4111 1111 1111 1111" not in text
    assert "DE89 3704 0044 0532 0130 00" not in text
    assert "@example.org" not in text


class Stopper:
    """Stops at the first look after so many turns."""

    def __init__(self, after: int) -> None:
        self.after, self.turns, self.total = after, 0, 0

    def reading(self, size: int | None) -> None: ...

    def read(self, size: int) -> None: ...

    def guessed(self, guess: Guess) -> None: ...

    def estimating(self, turns: int) -> None:
        self.total = turns

    def estimated(self, turns: int) -> None:
        self.turns += turns

    def stopped(self) -> bool:
        return self.turns >= self.after > 0


def many(tmp_path: Path, conversations: int) -> Exports:
    lines = [
        f"{number},{speaker},{text} {number}"
        for number in range(conversations)
        for speaker, text in (("customer", "Where is my order"), ("agent", "On its way"))
    ]
    path = tmp_path / "many.csv"
    path.write_text("conversation_id,speaker,text\n" + "\n".join(lines))
    return Exports((str(path),))


def test_a_stop_leaves_a_valid_report_that_says_so(reader: ConversationReader, tmp_path: Path) -> None:
    stopper = Stopper(after=1)
    exports = many(tmp_path, 3000)
    report = run(Options(exports, tmp_path / "r.jsonl"), reader, now=NOW, progress=stopper)
    assert stopper.total == 6000
    assert report.coverage.conversations == 1000
    assert report.partial == "Stopped by hand after 1,000 of 3,000 conversations: this report covers those only."


def test_a_limit_takes_the_first_and_a_sample_any(reader: ConversationReader, tmp_path: Path) -> None:
    exports = many(tmp_path, 40)
    first = run(Options(exports, tmp_path / "r.jsonl", limit=5), reader, now=NOW)
    drawn = run(Options(exports, tmp_path / "r.jsonl", sample=7), reader, now=NOW)
    assert first.partial == "The first 5 of 40 conversations."
    assert first.coverage.turns == 10
    assert drawn.partial == "A sample of 7 of the 40 conversations, chosen by chance."


def test_one_speaker_only_is_told_not_failed(reader: ConversationReader, tmp_path: Path) -> None:
    path = tmp_path / "one.csv"
    path.write_text("conversation_id,speaker,text\n" + "\n".join(f"{n},customer,Hello?" for n in range(12)))
    report = run(Options(Exports((str(path),)), tmp_path / "r.jsonl"), reader, now=NOW)
    assert report.gap.refused is not None
    assert next(f for f in report.findings if f.code == "cold_answer").verdict is Verdict.CANNOT_TELL


POLISH = (
    ("customer", "Trzeci raz piszę w sprawie zwrotu pieniędzy i nikt mi nie odpowiada, jestem już bezradna."),
    ("agent", "Prosimy zapoznać się z regulaminem sklepu na naszej stronie internetowej."),
    ("customer", "Regulamin już czytałam i nic mi to nie pomogło. Proszę mnie połączyć z człowiekiem."),
)
JAPANESE = (
    ("customer", "二回も料金を引き落とされて、何度問い合わせても誰も助けてくれません。とても不安です。"),
    ("agent", "二重に請求してしまい、本当に申し訳ありません。本日返金の手続きをいたしました。金曜日までに届きます。"),
)


def told(tmp_path: Path, *conversations: tuple[tuple[str, str], ...]) -> Exports:
    lines = [f'{number},{speaker},"{text}"' for number, said in enumerate(conversations) for speaker, text in said]
    path = tmp_path / "told.csv"
    path.write_text("conversation_id,speaker,text\n" + "\n".join(lines), encoding="utf-8")
    return Exports((str(path),))


def test_answers_are_read_in_languages_without_phrases_and_the_report_says_so(
    reader: ConversationReader, tmp_path: Path
) -> None:
    report = run(Options(told(tmp_path, POLISH, JAPANESE), tmp_path / "r.jsonl"), reader, now=NOW)
    shares = {share.language: share for share in report.coverage.languages}
    assert set(shares) == {"pl", "ja"}
    for language, share in shares.items():
        assert share.answers_read
        assert share.status == reader.estimator.language_status(language)
    answers = [turn for talk in report.conversations for turn in talk.turns if turn.speaker == "agent"]
    assert all(turn.shown is not None for turn in answers)
    words = [word for turn in answers for word in turn.words]
    words += [word for finding in report.findings for quote in finding.quotes for word in quote.words]
    texts = " ".join(text for said in (POLISH, JAPANESE) for _, text in said)
    assert all(word and word in texts for word in words)


def test_a_language_that_is_off_or_not_told_is_called_so(reader: ConversationReader) -> None:
    tally = Tally()
    for number, language in enumerate(("en", "zz", None)):
        tally.add(conversation(("customer", "Hi"), ("agent", "Hi"), language=language, conversation_id=str(number)))
    off = ConversationReader(reader.estimator)
    off.estimator = TextEstimator()
    off.estimator.sheet = msgspec.structs.replace(reader.estimator.sheet, off=("zz",))
    found = {share.language: (share.status, share.answers_read) for share in language_shares(tally, off)}
    assert found == {"en": ("measured", True), "zz": ("off", False), "not told": ("unknown", False)}


def test_texts_read_by_the_model_are_messages_and_answers(tmp_path: Path) -> None:
    report = run(Options(many(tmp_path, 40), tmp_path / "r.jsonl"), ConversationReader(), now=NOW)
    assert (report.coverage.turns, report.coverage.customer_turns) == (80, 40)
    # The messages differ in their numbers only, and so do the answers: with one and with two digits.
    assert report.coverage.distinct_texts == 4


def test_batches_keep_conversations_whole() -> None:
    turns = tuple(Turn(n, Speaker.CUSTOMER, "hi") for n in range(3))
    whole = [Conversation(str(n), turns) for n in range(5)]
    assert [[len(c.turns) for c in batch] for batch in batches(whole, 5)] == [[3, 3], [3, 3], [3]]


def test_a_file_that_ends_early_is_said_at_the_head_of_the_report(reader: ConversationReader, tmp_path: Path) -> None:
    whole = gzip.compress(Path(many(tmp_path, 400).paths[0]).read_bytes())
    cut = tmp_path / "cut.csv.gz"
    cut.write_bytes(whole[: len(whole) // 2])
    report = run(Options(Exports((str(cut),)), tmp_path / "r.jsonl"), reader, now=NOW)
    assert report.coverage.turns > 0
    assert report.partial is not None
    assert "ends early" in report.partial


SGD = ROOT.parent / "shared" / "data" / "conversations" / "sgd.jsonl.gz"


@pytest.mark.public_data
@pytest.mark.skipif(not SGD.exists(), reason="the public data are not beside the project")
def test_everyday_bookings_are_not_called_a_catastrophe(reader: ConversationReader, tmp_path: Path) -> None:
    report = run(Options(Exports((str(SGD),)), tmp_path / "r.jsonl", sample=400), reader, now=NOW)
    assert report.coverage.rows == 312_248
    assert report.coverage.conversations == 400
    troubled = {f.code: f.people for f in report.findings if not f.good_news}
    # Scripted bookings between volunteers: some "no, that won't work", no despair. Five in a hundred would be wolf.
    assert max(troubled.values()) <= 20, troubled


def test_what_was_set_right_is_counted_apart_from_what_was_left_out(reader: ConversationReader, tmp_path: Path) -> None:
    path = tmp_path / "times.csv"
    path.write_text(
        "conversation_id,speaker,text,time\n"
        "1,agent,On its way.,2026-03-01T11:00:00Z\n"
        "1,customer,Where is it?,2026-03-01T10:00:00Z\n"
        "2,customer,Hello?,half past nine\n"
    )
    report = run(Options(Exports((str(path),)), tmp_path / "r.jsonl"), reader, now=NOW)
    assert report.coverage.turns == 3
    assert report.coverage.skipped == {}
    assert report.coverage.mended == {
        "message kept without its time, which could not be read": 1,
        "conversation put in the order of its times": 1,
    }
