"""Whether somebody's life may be at risk: a layer of words and a layer of the model; either is enough."""

from humanely.affect.reading import Crisis


def words_of_risk(text: str, language: str | None) -> tuple[str, ...]:
    """The words of a text that the layer of words fires on."""
    return ()


def crisis(text: str, language: str | None, probability: float, fires_from: float) -> Crisis:
    """Hold both layers against one text.

    Args:
        text: the message.
        language: its code, or None where it is not known.
        probability: the model's, calibrated, [0, 1].
        fires_from: the model's layer fires from this probability on.
    """
    words = words_of_risk(text, language)
    modelled = probability >= fires_from
    layer = "both" if words and modelled else "words" if words else "model" if modelled else None
    return Crisis(layer is not None, probability, layer, words)
