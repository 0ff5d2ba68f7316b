"""What carries a credential to people: pictures, certificates, codes to scan and packages that outlive the issuer."""
