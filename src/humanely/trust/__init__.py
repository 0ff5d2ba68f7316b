"""Proof: consent, keys, ledger, privacy, retention."""
