"""The running of the server: the operator's files, and keys of the API."""
