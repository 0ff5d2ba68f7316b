"""Where something failed that nobody foresaw, told without a word of what was being worked on."""


def place_of(error: BaseException) -> str:
    """Where in our code it happened: module and line, without any value."""
    trace, place = error.__traceback__, "an unknown place"
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        if module.startswith("humanely."):
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place
