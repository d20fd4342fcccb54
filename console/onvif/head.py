"""The head of one camera by ONVIF: turned, stopped, sent to presets. Event loop thread.

Speeds −1…1 of the top speed, positions in ONVIF's generic spaces, which every camera has to offer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from console.onvif.device import Device
from console.onvif.service import Service
from console.onvif.trouble import Cause, OnvifTrouble
from console.onvif.words import FIELD_OF_VIEW, PTZ
from console.ptz import Aim, Skill, Velocity

PRESETS = 512
NAME = 64  # characters of a preset's name that cameras take


@dataclass(frozen=True, slots=True)
class Preset:
    token: str
    name: str


class TurningHead:
    """Every method raises OnvifTrouble."""

    def __init__(self, device: Device) -> None:
        self._device = device
        self._service: Service | None = None
        self._profile = ""
        self.skills: frozenset[Skill] = frozenset()

    async def _call(self, operation: str, **parameters: object) -> Any:
        await self.open()
        assert self._service is not None
        return await self._service.call(operation, {"ProfileToken": self._profile, **parameters})

    async def _open(self) -> None:
        profile = await self._device.profile()
        if not profile.node:
            raise OnvifTrouble(Cause.UNABLE, "ptz")
        service = await self._device.service("ptz", PTZ)
        node = await service.call("GetNode", {"NodeToken": profile.node})
        self.skills = _skills(node)
        self._service, self._profile = service, profile.token

    async def open(self) -> None:
        """Find out what it can do: `skills`."""
        if self._service is None:
            await self._open()

    async def presets(self) -> tuple[Preset, ...]:
        told = await self._call("GetPresets")
        found = (
            Preset(str(getattr(each, "token", "") or ""), str(getattr(each, "Name", "") or "")) for each in told or ()
        )
        return tuple(Preset(each.token, each.name or each.token) for each in found if each.token)[:PRESETS]

    async def drive(self, velocity: Velocity, limit_ms: int) -> None:
        """Turn; the camera itself stops after this time, in whole seconds since many take nothing else."""
        period = timedelta(seconds=math.ceil(limit_ms / 1000))
        await self._call("ContinuousMove", Velocity=_vector(velocity.pan, velocity.tilt, velocity.zoom), Timeout=period)

    async def halt(self) -> None:
        await self._call("Stop", PanTilt=True, Zoom=True)

    async def centre(self, x: float, y: float) -> None:
        self._need(Skill.CENTRE)
        await self._call("RelativeMove", Translation={"PanTilt": {"x": x, "y": y, "space": FIELD_OF_VIEW}})

    async def aim(self) -> Aim | None:
        """Where it looks, None when it does not say."""
        try:
            status = await self._call("GetStatus")
        except OnvifTrouble as trouble:
            if trouble.cause in {Cause.UNABLE, Cause.REFUSED, Cause.MALFORMED}:
                return None
            raise
        place = getattr(status, "Position", None)
        turned, zoomed = getattr(place, "PanTilt", None), getattr(place, "Zoom", None)
        try:
            return Aim(float(turned.x), float(turned.y), float(zoomed.x) if zoomed is not None else 0.0)  # type: ignore[union-attr]
        except (AttributeError, TypeError, ValueError):
            return None

    async def turn_to(self, aim: Aim) -> None:
        self._need(Skill.AIM)
        await self._call("AbsoluteMove", Position=_vector(aim.pan, aim.tilt, aim.zoom))

    async def recall(self, name: str) -> None:
        await self._call("GotoPreset", PresetToken=(await self._preset(name)).token)

    async def store(self, name: str) -> None:
        """One of the same name is replaced."""
        known = next((each for each in await self.presets() if each.name == name), None)
        token = {"PresetToken": known.token} if known is not None else {}
        await self._call("SetPreset", PresetName=name[:NAME], **token)

    async def go_home(self) -> None:
        self._need(Skill.HOME)
        await self._call("GotoHomePosition")

    async def _preset(self, name: str) -> Preset:
        """By its name; cameras that name none are asked for the token."""
        presets = await self.presets()
        for is_it in (
            lambda each: each.name == name,
            lambda each: each.name.strip().casefold() == name.strip().casefold(),
            lambda each: each.token == name,
        ):
            found = next(filter(is_it, presets), None)
            if found is not None:
                return found
        raise OnvifTrouble(Cause.NO_PRESET, name)

    def _need(self, skill: Skill) -> None:
        if self._service is not None and skill not in self.skills:
            raise OnvifTrouble(Cause.UNABLE, skill)


def _vector(pan: float, tilt: float, zoom: float) -> dict[str, dict[str, float]]:
    return {"PanTilt": {"x": pan, "y": tilt}, "Zoom": {"x": zoom}}


def _skills(node: Any) -> frozenset[Skill]:
    spaces = getattr(node, "SupportedPTZSpaces", None)
    steps = {str(getattr(each, "URI", "")) for each in getattr(spaces, "RelativePanTiltTranslationSpace", None) or ()}
    has = {
        Skill.CENTRE: FIELD_OF_VIEW in steps,
        Skill.AIM: bool(getattr(spaces, "AbsolutePanTiltPositionSpace", None)),
        Skill.HOME: bool(getattr(node, "HomeSupported", False)),
        Skill.STORE: int(getattr(node, "MaximumNumberOfPresets", 0) or 0) > 0,
    }
    return frozenset(skill for skill, can in has.items() if can)
