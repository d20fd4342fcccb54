"""The video process: receiver, decoders and rings (`python -m console.videod`). Imported by nobody."""
