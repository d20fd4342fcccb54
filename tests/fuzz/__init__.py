"""The coverage-guided fuzzer of the decoders: run by hand, see `decoders.py`."""
