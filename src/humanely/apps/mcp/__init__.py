"""The MCP server: reading, deciding and wording as tools of another assistant."""
