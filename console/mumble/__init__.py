"""A client of a Mumble voice server: one session in one channel, TLS and encrypted UDP, on a thread of its own.

`client` is the session, `dial` its connection, `roster` who is where; `messages` and `wire` are the words of the
control channel, `packets` and `ocb2` those of the voice channel, `voice_way` how they go, `opus` the codec.
"""

from console.mumble.client import Client
from console.mumble.events import Event, Named, Present, Standing, Stood, Voice
from console.mumble.login import Login, Place, Server

__all__ = ["Client", "Event", "Login", "Named", "Place", "Present", "Server", "Standing", "Stood", "Voice"]
