verify-verdict-valid = Dieser Nachweis ist gültig.
