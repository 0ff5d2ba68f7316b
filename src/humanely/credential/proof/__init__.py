"""Proofs: who says so, with which key, and that not a byte of it has changed since."""
