"""Why a document has no canonical form here."""

from typing import Literal

from humanely.errors import HumanelyError

Fault = Literal["term_undefined", "term_relative", "context_unknown", "context_changed", "too_complex", "malformed"]
HAPPENED = {
    "term_undefined": "A word of the document is defined by none of its vocabularies, so no proof could cover it.",
    "term_relative": "An address in the document is not complete, so it means something else in each place.",
    "context_unknown": "The document names a vocabulary that is not held here.",
    "context_changed": "The document's vocabularies contradict each other, or were changed after it was made.",
    "too_complex": "Putting the document in order would take more work than an honest document does.",
    "malformed": "A part of the document has a form that credentials do not have.",
}
FIX = {
    "term_undefined": "Ask the issuer to name a vocabulary that defines it, or to leave it out.",
    "term_relative": "Ask the issuer to write the whole address.",
    "context_unknown": "Ask the issuer for a credential with a proof that needs no vocabulary, such as eddsa-jcs-2022.",
    "context_changed": "Ask the issuer which versions of the vocabularies the credential was made with.",
    "too_complex": "Ask the issuer to give an id to each part of the credential.",
    "malformed": "Ask the issuer to issue the credential again.",
}


class NotCanonical(HumanelyError):
    """A document that cannot be signed or checked as linked data.

    Attributes:
        fault: which of the six kinds.
        term: the word, address or vocabulary at fault, as the document writes it; for the machine, and not in
            the message, since a document may hold what a person wrote.

    >>> str(NotCanonical("term_relative", "achievements/1"))[:45]
    'An address in the document is not complete, s'
    """

    code = "not_canonical"

    def __init__(self, fault: Fault, term: str = "") -> None:
        super().__init__(HAPPENED[fault], fix=FIX[fault])
        self.fault: Fault = fault
        self.term = term
