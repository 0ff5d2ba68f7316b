"""How addresses, languages, colours and names of things are spelled."""

import re

LINK = re.compile(r"https://[^\s/?#@\\\"<>]+(?:[/?#][^\s\\\"<>]*)?", re.ASCII)
IDENTIFIER = re.compile(r"https?://[^\s/?#@\\\"<>]+(?:[/?#][^\s\\\"<>]*)?", re.ASCII)
"""An address that names something and is not gone to; ESCO's begin with http://."""
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", re.ASCII)
COLOUR = re.compile(r"#[0-9a-f]{6}", re.ASCII)
PHONE = re.compile(r"\+?[0-9][0-9 ()/.-]{3,30}", re.ASCII)
ID = re.compile(r"(?=.{1,64}\Z)[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)
DID = re.compile(r"did:[a-z0-9]+:[A-Za-z0-9._:%-]{1,500}", re.ASCII)

_OF_ADDRESS = r"[^\s@,;:<>\"()\[\]\\"
EMAIL = re.compile(rf"(?=.{{3,254}}\Z){_OF_ADDRESS}]{{1,64}}@{_OF_ADDRESS}.]+(?:\.{_OF_ADDRESS}.]+)+")
"""Loose on purpose: only a letter that arrives shows that an address is one."""

HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, halves of characters, and marks that turn text around, so that a name can look like another."""
