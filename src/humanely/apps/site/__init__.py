"""The server: every way in over HTTP in one application, opened in order, stopped in order."""
