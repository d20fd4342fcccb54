"""The video process: camera connections, decoders and shared pictures; `python -m console.videod`."""
