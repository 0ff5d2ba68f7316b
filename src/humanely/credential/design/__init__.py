"""Design: what an achievement says, the way to it, and the credential that comes of it, before anybody signs."""
