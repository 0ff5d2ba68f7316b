"""What a generation of the text model is measured by, one idea a module."""
