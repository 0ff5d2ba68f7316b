"""Places as ISO 3166 has them: countries, states within them, and groups of countries such as the EEA."""

from collections.abc import Collection, Mapping
from typing import Literal

import msgspec

Within = Literal["inside", "outside", "unsure"]
"""Whether a place lies within others; unsure where the place is not known, or not known closely enough."""


class Atlas(msgspec.Struct, frozen=True):
    """The places that rules may name.

    Attributes:
        countries: ISO 3166-1 alpha-2 codes.
        groups: a name, and the countries that are its members.
        states: of the countries whose states matter, the second halves of their ISO 3166-2 codes.
    """

    countries: frozenset[str]
    groups: Mapping[str, frozenset[str]]
    states: Mapping[str, frozenset[str]]

    def known(self, place: str | None) -> str | None:
        """As much of a place as is certain, in capitals; None where nothing is.

        A state that its country does not have leaves the country, so that a slip never takes a person out
        of the rules of their state.

        >>> atlas = Atlas(frozenset({"DE", "US"}), {}, {"US": frozenset({"IL"})})
        >>> atlas.known("us-il"), atlas.known("US-Illinois"), atlas.known("DE-BY"), atlas.known("Europe")
        ('US-IL', 'US', 'DE-BY', None)
        """
        country, _, state = (place or "").strip().upper().partition("-")
        if country not in self.countries:
            return None
        if not state or (country in self.states and state not in self.states[country]):
            return country
        return f"{country}-{state}"

    def names(self, name: str) -> bool:
        """Whether a rule may name this: a country, a listed state or a group, written as it is listed.

        >>> atlas = Atlas(frozenset({"DE", "US"}), {"EU": frozenset({"DE"})}, {"US": frozenset({"IL"})})
        >>> atlas.names("EU"), atlas.names("US-IL"), atlas.names("us-il"), atlas.names("DE-BY")
        (True, True, False, False)
        """
        country, _, state = name.partition("-")
        return name in self.groups or name in self.countries or state in self.states.get(country, ())

    def within(self, place: str | None, names: Collection[str]) -> Within:
        """Whether a place lies within any of the places a rule names.

        >>> atlas = Atlas(frozenset({"DE", "US"}), {"EU": frozenset({"DE"})}, {"US": frozenset({"IL", "NY"})})
        >>> atlas.within("DE-BY", ["EU"]), atlas.within("US-NY", ["US-IL"]), atlas.within("US", ["US-IL"])
        ('inside', 'outside', 'unsure')
        """
        known = self.known(place)
        if known is None:
            return "unsure"
        country, _, state = known.partition("-")
        if any(name in (known, country) or country in self.groups.get(name, ()) for name in names):
            return "inside"
        return "unsure" if not state and any(name.startswith(f"{country}-") for name in names) else "outside"
