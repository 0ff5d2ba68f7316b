"""What every way in over HTTP works with: the services, keys of the API, limits, counts."""
