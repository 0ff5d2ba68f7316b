"""What a credential says, as statements in one canonical order: the bytes that proofs are made over."""
