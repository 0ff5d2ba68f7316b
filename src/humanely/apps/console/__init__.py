"""The console of the people who help: pages drawn on the server, each from one frozen view model."""
