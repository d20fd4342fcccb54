"""The cameras inside the buildings of the estate. Pure."""

from __future__ import annotations

from dataclasses import replace

from console.sim.demo_site import estate
from console.sim.demo_site.camera import Look, Planned, indoor
from console.sim.demo_site.in_halls import bay, far, in_stair
from console.sim.demo_site.in_slabs import CORRIDOR, SlabEyes
from console.sim.demo_site.plan import House


def low_flats(house: House) -> list[Planned]:
    eyes = SlabEyes(house, estate.FLATS)
    return [eyes.lobby(0), eyes.lift(), eyes.stair_1(0), eyes.east_end(2, CORRIDOR), eyes.west_end(4, CORRIDOR)]


def high_flats(house: House) -> list[Planned]:
    eyes = SlabEyes(house, estate.FLATS)
    cameras = [eyes.lobby(0).fisheye(), eyes.lift(), *garage(house)]
    cameras += [eyes.east_end(floor, CORRIDOR) for floor in (2, 5, 8)]
    return [*cameras, eyes.stair_1(0), eyes.stair_2(6)]


def garage(house: House) -> list[Planned]:
    spots = (("西侧", "west"), (8, 14), 100), (("东侧", "east"), (32, 2), 280), (("出入口", "entrance"), (1, 15), 90)
    cameras = [
        indoor(house, -1, "B1", (f"车库{name}", f"garage {name_en}", "garage"), Look(at, azimuth, 30))
        for (name, name_en), at, azimuth in spots
    ]
    lobby = indoor(house, -1, "B1", ("车库电梯口", "garage lift lobby", "garage"), Look((20, 4.6), 0, 12))
    return [*cameras, lobby.fisheye()]


def community() -> list[Planned]:
    """Community centre, e-bike sheds and sports hall."""
    house, hall = estate.COMM, estate.COMMUNITY
    cameras = [
        bay(house, hall, 0, ("活动厅", "activity hall", "lobby")),
        bay(house, hall, 1, ("服务厅", "service hall", "lobby")).fisheye(),
        bay(house, hall, 0, ("图书室", "reading room", "office"), floor=1),
        in_stair(house, hall, 0),
    ]
    for shed in (estate.EB1, estate.EB2):
        cameras.append(bay(shed, estate.SHED, 0, ("充电区西", "charging area west", "ebike")))
        cameras.append(far(shed, estate.SHED, 0, ("充电区东", "charging area east", "ebike"), 285))
    court = bay(estate.GYM, estate.SPORTS, 0, ("球场", "court", "lobby")).ptz(
        ("东看台", "east stand"), ("西看台", "west stand"), ("安置区", "shelter")
    )
    cameras += [court, far(estate.GYM, estate.SPORTS, 0, ("东南角", "south-east corner", "lobby"))]
    # hung behind a folded partition: sees the wall a metre away
    blind = far(estate.GYM, estate.SPORTS, 0, ("器材间口", "store door", "lobby"))
    return [*cameras, replace(blind, at=estate.GYM.out((35.0, 27.0)), azimuth=estate.GYM.bearing(80))]
