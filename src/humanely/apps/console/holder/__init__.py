"""Pages for people outside the team: whoever checks a credential, holds one, or speaks for somebody who does."""
