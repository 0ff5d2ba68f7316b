"""A conversation on its way to a human, with them and back: steps, clocks, inbox, packet."""
