verify-verdict-valid = This credential is valid.
