"""Topic and payload become Readings or a Rejected: one file per ecosystem, pure; `Decoder` is the way in."""

from console.parse.decoder import Decoder
from console.parse.rejects import Reject

__all__ = ["Decoder", "Reject"]
