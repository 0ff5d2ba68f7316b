"""The ledger: acts written in rounds, proofs, verification, erasure, retention."""
