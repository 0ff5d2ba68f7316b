"""One turn, from arrival to answer; read `companion.py` first."""
