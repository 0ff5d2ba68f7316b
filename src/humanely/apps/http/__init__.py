"""The HTTP edge: requests in, structs out; everything else happens in the pipeline."""
