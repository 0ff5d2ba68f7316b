verify-verdict-valid = Cette attestation est valide.
