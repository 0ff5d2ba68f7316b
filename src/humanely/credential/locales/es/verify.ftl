verify-verdict-valid = Esta credencial es válida.
