"""One idea a file: each looks at a draft and says where it goes wrong."""
