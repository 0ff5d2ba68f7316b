"""The people who help: accounts, the way in, and what they did that no table keeps."""
