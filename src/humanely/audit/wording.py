"""Figures as people write them, the same in every sentence."""

from humanely.audit.report import Figure


def signed(value: float) -> str:
    """A number with its sign, and a true minus.

    >>> signed(0.378), signed(-0.2)
    ('+0.38', '−0.20')
    """
    return f"{value:+.2f}".replace("-", "−")


def interval(figure: Figure) -> str:
    """The interval of a figure that has one.

    >>> interval(Figure(0.38, 0.28, 0.47, 40))
    '95 % interval +0.28 to +0.47'
    """
    return f"95 % interval {signed(figure.low or 0.0)} to {signed(figure.high or 0.0)}"


def percent(figure: Figure) -> str:
    """A share with its interval.

    >>> percent(Figure(0.8, 0.49, 0.94, 10))
    '80 %, 95 % interval 49–94 %'
    """
    if figure.value is None or figure.low is None or figure.high is None:
        return "share not given"
    return f"{100 * figure.value:.0f} %, 95 % interval {100 * figure.low:.0f}–{100 * figure.high:.0f} %"
