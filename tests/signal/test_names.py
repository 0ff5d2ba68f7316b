import pytest

from humanely.signal.masking import mask
from humanely.signal.names import given_names, not_names, phrases


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Hi Anna, where is it?", "Hi [name], where is it?"),
        ("hi anna where is it", "hi [name] where is it"),
        ("Hallo Herr Novak", "Hallo Herr [name]"),
        ("Sehr geehrte Frau Dr. von Bülow,", "Sehr geehrte Frau Dr. [name],"),
        ("Bonjour Mme Durand,", "Bonjour Mme [name],"),
        ("Hola Lucía, gracias", "Hola [name], gracias"),
        ("Ciao Marco!", "Ciao [name]!"),
        ("Olá João", "Olá [name]"),
        ("Cześć Wioletta, dziękuję", "Cześć [name], dziękuję"),
        ("Здравствуйте, Анна!", "Здравствуйте, [name]!"),
        ("Dear Will, hello", "Dear [name], hello"),
        ("My name is Jan van der Berg and I wait", "My name is [name] and I wait"),
        ("my name is anna smith and i wait", "my name is [name] and i wait"),
        ("ich heiße Jürgen", "ich heiße [name]"),
        ("je m’appelle Zoé", "je m’appelle [name]"),
        ("Me llamo Ana García López", "Me llamo [name]"),
        ("mi chiamo Giulia", "mi chiamo [name]"),
        ("meu nome é Tainá", "meu nome é [name]"),
        ("ik heet Femke", "ik heet [name]"),
        ("nazywam się Kowalska", "nazywam się [name]"),
        ("benim adım Ayşe", "benim adım [name]"),
        ("Ayşe Hanım merhaba", "[name] Hanım merhaba"),
        ("اسمي أحمد", "اسمي [name]"),
        ("I'm Oluwaseun.", "I'm [name]."),
        ("This is Oluwaseun from support", "This is [name] from support"),
        ("Best regards,\nAnna Smith\nCustomer Care", "Best regards,\n[name]\nCustomer Care"),
        (
            "Mit freundlichen Grüßen\nIhr Kundenservice\nAnna Schmidt",
            "Mit freundlichen Grüßen\nIhr Kundenservice\n[name]",
        ),
        ("Bis bald! LG Tom", "Bis bald! LG [name]"),
        ("it works.\nthanks\ntom", "it works.\nthanks\n[name]"),
        ("Thanks for your help. - Anna", "Thanks for your help. - [name]"),
        ("Name: Anna Smith", "Name: [name]"),
    ],
)
def test_names_that_the_words_around_them_give_away_are_masked(text: str, masked: str) -> None:
    assert mask(text).text == masked


@pytest.mark.parametrize(
    "text",
    [
        "Hi there, good morning",
        "Dear Sir or Madam,",
        "Dear Customer Support Team,",
        "Hello Amazon Support Team",
        "Hello, Where is my order",
        "Hi Can you help me",
        "HELLO WHERE IS MY ORDER",
        "Ich bin Kunde. Hallo zusammen, Danke Ihnen",
        "I am furious. I'm Very angry. It's Reggae.",
        "My name is not on the list. my name is wrong",
        "Thank You So Much",
        "Good Evening Everyone, see you on Monday",
        "Merci Beaucoup. Muchas Gracias. Buenos Días",
        "Best\nWhere is it",
        "The hotel name is Central Park and I love Reggae.",
        "مرحبا، أريد المساعدة",
    ],
)
def test_what_is_no_name_survives(text: str) -> None:
    assert mask(text).text == text


def test_every_phrase_is_filed_under_its_first_word() -> None:
    assert all(phrase.words[0] == first for first, group in phrases().items() for phrase in group)
    assert {phrase.language for group in phrases().values() for phrase in group} >= {
        "en",
        "de",
        "fr",
        "es",
        "it",
        "pt",
        "nl",
        "pl",
        "tr",
    }


def test_a_known_name_counts_though_another_language_has_it_as_a_word() -> None:
    assert {"mia", "ada"} <= given_names() & not_names()
    assert mask("Hi Mia, my name is Ada Byron").text == "Hi [name], my name is [name]"
    assert mask("ciao mia cara").text == "ciao mia cara"
