"""OCB2-AES128 as the voice channel uses it: one byte of the nonce and three of the tag travel with each packet.

Not thread-safe: each direction belongs to one thread, or to whoever holds the owner's lock.
"""

from __future__ import annotations

from cryptography.hazmat.primitives.ciphers import Cipher, CipherContext, algorithms, modes

BLOCK = 16
KEY = NONCE = BLOCK  # bytes
HEAD = 4  # bytes before the text: nonce byte and tag
_MASK = (1 << 128) - 1
_FLIP = 1 << 120


class Ocb2:
    """One key and the nonces of both directions. `good` counts packets, `late` and `lost` as the peer is told."""

    def __init__(self, key: bytes, ours: bytes, theirs: bytes) -> None:
        """`ours`, `theirs`: nonces of what we encrypt and of what we decrypt. Raises ValueError."""
        if not len(key) == len(ours) == len(theirs) == BLOCK:
            raise ValueError("key and nonces have 16 bytes")
        cipher = Cipher(algorithms.AES(key), modes.ECB())  # noqa: S305  # the block cipher OCB2 is built of
        self._encrypt: CipherContext = cipher.encryptor()
        self._decrypt: CipherContext = cipher.decryptor()
        self._ours = int.from_bytes(ours, "little")
        self._theirs = int.from_bytes(theirs, "little")
        self._seen: dict[int, int] = {}  # low byte of a nonce → the rest: no packet counts twice
        self.good = self.late = self.lost = 0

    @property
    def nonce(self) -> bytes:
        """Of what we encrypt: what the peer asks for when it has lost step."""
        return self._ours.to_bytes(BLOCK, "little")

    def resync(self, theirs: bytes) -> None:
        """The peer says where it stands. Raises ValueError."""
        if len(theirs) != BLOCK:
            raise ValueError("a nonce has 16 bytes")
        self._theirs = int.from_bytes(theirs, "little")

    def encrypt(self, text: bytes) -> bytes:
        self._ours = (self._ours + 1) & _MASK
        body, tag = self._cipher(text, self.nonce, encrypting=True)
        return bytes((self._ours & 0xFF,)) + tag[: HEAD - 1] + body

    def decrypt(self, packet: bytes) -> bytes | None:
        """The text; None for a packet that is forged, damaged, a repetition or too old."""
        if len(packet) < HEAD:
            return None
        ahead = (packet[0] - self._theirs) & 0xFF
        step = ahead if ahead < 0x80 else ahead - 0x100  # further than half a circle ahead is behind
        nonce = (self._theirs + step) & _MASK
        if step == 0 or self._seen.get(nonce & 0xFF) == nonce >> 8:
            return None
        text, tag = self._cipher(packet[HEAD:], nonce.to_bytes(BLOCK, "little"), encrypting=False)
        if tag[: HEAD - 1] != packet[1:HEAD]:
            return None
        self._count(nonce, step)
        return text

    def _count(self, nonce: int, step: int) -> None:
        self._seen[nonce & 0xFF] = nonce >> 8
        self.good += 1
        if step > 0:
            self._theirs = nonce
            self.lost += step - 1
        else:
            self.late += 1
            self.lost -= 1

    def _cipher(self, source: bytes, nonce: bytes, *, encrypting: bool) -> tuple[bytes, bytes]:
        """The other side of the text, and the whole tag."""
        delta = self._block(int.from_bytes(nonce, "big"))
        full = (len(source) - 1) // BLOCK if source else 0
        blocks = [int.from_bytes(source[i * BLOCK : (i + 1) * BLOCK], "big") for i in range(full)]
        if encrypting and full and not any(source[(full - 1) * BLOCK : full * BLOCK - 1]):
            # A last whole block of zeros (digital silence) would let a forged packet pass: one bit of it is changed.
            blocks[-1] ^= _FLIP
        offsets = []
        for _ in range(full):
            delta = _double(delta)
            offsets.append(delta)
        mixed = b"".join((b ^ o).to_bytes(BLOCK, "big") for b, o in zip(blocks, offsets, strict=True))
        through = (self._encrypt if encrypting else self._decrypt).update(mixed)
        done = [int.from_bytes(through[i * BLOCK : (i + 1) * BLOCK], "big") ^ offsets[i] for i in range(full)]
        tail, check, delta = self._tail(source[full * BLOCK :], delta, encrypting)
        for block in blocks if encrypting else done:
            check ^= block
        tag = self._block(delta ^ _double(delta) ^ check)
        return b"".join(b.to_bytes(BLOCK, "big") for b in done) + tail, tag.to_bytes(BLOCK, "big")

    def _tail(self, rest: bytes, delta: int, encrypting: bool) -> tuple[bytes, int, int]:
        """The last, perhaps short block: its other side, its part of the checksum, and the offset after it."""
        delta = _double(delta)
        pad = self._block(delta ^ len(rest) * 8).to_bytes(BLOCK, "big")
        other = bytes(a ^ b for a, b in zip(rest, pad, strict=False))
        plain = rest if encrypting else other
        return other, int.from_bytes(plain + pad[len(rest) :], "big"), delta

    def _block(self, value: int) -> int:
        return int.from_bytes(self._encrypt.update(value.to_bytes(BLOCK, "big")), "big")


def _double(value: int) -> int:
    """Times two in the field of 2^128 elements."""
    return (value << 1 & _MASK) ^ (0x87 if value >> 127 else 0)
