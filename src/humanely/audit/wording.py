"""Figures as people write them, the same in every sentence."""

from humanely.audit.report import Figure

FEWEST = 5
"""Under so many conversations a count says all there is to say."""

NO_BREAK = "\N{NO-BREAK SPACE}"


def signed(value: float) -> str:
    """A number with its sign, and a true minus.

    >>> signed(0.378), signed(-0.2)
    ('+0.38', '−0.20')
    """
    return f"{value:+.2f}".replace("-", "−")


def interval(figure: Figure) -> str:
    """The interval of a figure that has one.

    >>> interval(Figure(0.38, 0.28, 0.47, 40)).replace(NO_BREAK, " ")
    '95 % interval +0.28 to +0.47'
    """
    return f"95{NO_BREAK}% interval {signed(figure.low or 0.0)} to {signed(figure.high or 0.0)}"


def percent(figure: Figure) -> str:
    """A share with its interval.

    The spaces before the signs do not break.

    >>> percent(Figure(0.8, 0.49, 0.94, 10)).replace(NO_BREAK, " ")
    '80 %, 95 % interval 49–94 %'
    """
    if figure.n < FEWEST:
        return "too few for a share"
    if figure.value is None or figure.low is None or figure.high is None:
        return "share not given"
    low, high = f"{100 * figure.low:.0f}", f"{100 * figure.high:.0f}{NO_BREAK}%"
    return f"{100 * figure.value:.0f}{NO_BREAK}%, 95{NO_BREAK}% interval {low}–{high}"
