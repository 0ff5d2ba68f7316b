"""Facts about the words a draft is held against."""

import pytest

from humanely.response.wording import LISTS, languages, wording


@pytest.mark.parametrize("language", sorted(languages()))
def test_every_language_has_every_list_and_all_months(language: str) -> None:
    words = wording(language)
    assert words is not None
    assert words.phrases.categories == {f"answer.{name}" for name in LISTS}
    assert set(words.months.values()) == set(range(1, 13))


PLAIN = {
    "de": "Das Paket liegt in der Filiale, Sie können es dort abholen. Bringen Sie einen Ausweis mit.",
    "en": "The parcel is at the shop, and you can pick it up there. Bring something with your name on it.",
    "es": "El paquete está en la tienda y puede recogerlo allí. Lleve algo con su nombre.",
    "fr": "Le colis est au magasin, vous pouvez le retirer sur place. Prenez une pièce à votre nom.",
    "it": "Il pacco è in negozio e può ritirarlo lì. Porti qualcosa con il suo nome sopra.",
    "nl": "Het pakket ligt in de winkel en u kunt het daar ophalen. Neem een pas mee.",
    "pl": "Paczka jest w sklepie i można ją tam odebrać. Proszę zabrać dokument.",
    "pt": "A encomenda está na loja e pode levantá-la lá. Leve algo com o seu nome.",
    "ru": "Посылка лежит в магазине, её можно забрать там. Возьмите с собой документ.",
    "tr": "Paket mağazada, oradan alabilirsiniz. Yanınıza bir kimlik alın.",
}


@pytest.mark.parametrize("language", sorted(languages()))
def test_plain_help_says_nothing_of_any_list(language: str) -> None:
    words = wording(language)
    assert words is not None
    assert not words.phrases.find(words.phrases.tokens(PLAIN[language]))


def test_a_region_is_ignored_and_an_unknown_language_has_no_words() -> None:
    assert wording("pt-BR") is wording("pt")
    assert wording("sv") is None
    assert wording(None) is None
