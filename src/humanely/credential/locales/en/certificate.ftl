# The certificate: front, for the wall.
certificate-awarded-to = This certificate is awarded to
certificate-for = for
certificate-awarded-by = awarded by
certificate-awarded-on = on { DATETIME($day, dateStyle: "long") }
certificate-day = { DATETIME($day, dateStyle: "long") }
certificate-valid-until = Valid until { DATETIME($day, dateStyle: "long") }
certificate-title = { $achievement } – certificate for { $recipient }
certificate-description = Certificate: { $recipient } has earned “{ $achievement }”, awarded by { $issuer }.
certificate-meaning = What this says about you
certificate-check = Check it here
certificate-code = or read out this code
certificate-qr-said = A QR code that opens { $url }

# The certificate: back, for those who want to know.
certificate-behind = What stands behind it
certificate-behind-line = { $achievement } · { $recipient }
certificate-criteria = What had to be shown
certificate-narrative = How it was shown
certificate-how = How to check it
certificate-how-scan = Scan the code on the front, or open this address:
certificate-how-page = The page says in plain words whether the credential is valid today, and whom to ask if it is not.
certificate-how-code = No camera? Read out the short code { $code }, over the telephone for instance. A slip of the tongue is noticed.
certificate-how-file = The signed credential is attached to this PDF as { $name }. Anybody can check the file without asking us, even offline; print and signature on paper prove nothing.
certificate-attachment = The signed credential, which machines can check.

# The badge's picture, said to those who do not see it.
certificate-badge-said = Badge: { $achievement }, awarded by { $issuer }.
certificate-badge-said-level = Badge: { $achievement }, { $level }, awarded by { $issuer }.

# The stapled package.
certificate-readme-title = A credential, with all that is needed to check it
certificate-readme = This package was put together on { $day }. It is made to last: what is in it can be checked
    even when whoever issued the credential no longer answers. Keep the package as it is.
certificate-readme-contents = What is in it
certificate-readme-credential = the credential with its signature. This is what counts.
certificate-readme-certificate = the certificate, to read and to print. The credential is attached to it.
certificate-readme-picture = the badge, with the credential inside the picture.
certificate-readme-keys = the public keys of the issuer, as they were on the dates named there.
certificate-readme-status = whether the credential was revoked or suspended, as it was on the dates named there.
certificate-readme-ledger = the proof that the issuing stands in the issuer’s ledger, with a signed date.
certificate-readme-about = when and in which language this package was made.
certificate-readme-how = How to check it
certificate-readme-steps = Give the whole package to any page that verifies credentials with Humanely, or run:
certificate-readme-limits = What was true later than these dates, this package cannot know. If the issuer still
    answers, a check online tells what is true today. If the keys matter much to you, compare them with what the
    issuer published elsewhere: a package alone cannot vouch for its own keys.
