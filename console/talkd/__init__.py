"""The voice process: a program of its own that owns this position's loudspeaker. Only its client knows its words.

`__main__` starts it, `daemon` is its loop; `control` is the language of its pipes, `player` what is played, `speakers`
the device. It is the one place in the console that uses Qt Multimedia.
"""
