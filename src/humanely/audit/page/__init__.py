"""The report as one self-contained page: values in, HTML out."""
