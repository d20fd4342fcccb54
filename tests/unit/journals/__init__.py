"""One small journal per release, as that release wrote it; `make.py` writes the next one."""
