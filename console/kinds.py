"""The kinds of signal the room knows: class, canonical unit and plausible range of each. Pure; read by any thread."""

from __future__ import annotations

from dataclasses import dataclass

from console.model import AlarmClass


@dataclass(frozen=True, slots=True)
class Kind:
    """What a kind means. Outside low…high (canonical unit) is no reading.

    A flag (`numeric` false) that has a unit all the same may also come as a level: gas as yes/no or as %LEL.
    """

    alarm_class: AlarmClass
    unit: str | None = None
    low: float = float("-inf")
    high: float = float("inf")
    numeric: bool = False


def _flag(alarm_class: AlarmClass) -> Kind:
    return Kind(alarm_class)


def _number(alarm_class: AlarmClass, unit: str | None, low: float, high: float) -> Kind:
    return Kind(alarm_class, unit, low, high, numeric=True)


F, P, S, T, H, W, E = (AlarmClass(letter) for letter in "FPSTHWE")

KINDS: dict[str, Kind] = {
    **dict.fromkeys(("smoke", "heat", "flame", "fire", "manual_call_point", "water_flow", "panic"), _flag(F)),
    "gas": Kind(F, "%LEL", 0.0, 200.0),
    "co": Kind(F, "ppm", 0.0, 100_000.0),
    **dict.fromkeys(("pre_alarm", "video_smoke", "video_fire"), _flag(P)),
    **dict.fromkeys(("test", "silence", "removed", "shield", "valve_shut", "fire_door_open", "feedback"), _flag(S)),
    "water_pressure": _number(S, "MPa", -0.2, 100.0),
    "water_level": _number(S, "m", -20.0, 200.0),
    **dict.fromkeys(("tamper", "fault", "availability", "clock", "power_fault", "wire_break", "video_loss"), _flag(T)),
    "deleted": _flag(T),
    "battery": _number(T, "%", 0.0, 100.0),
    **dict.fromkeys(("ebike_in_elevator", "fire_lane_occupied", "piling", "charging_overheat"), _flag(H)),
    **dict.fromkeys(("water_leak", "intrusion", "repeated"), _flag(H)),
    "leakage_current": _number(H, "mA", 0.0, 100_000.0),
    "temperature": _number(H, "°C", -90.0, 1_500.0),
    **dict.fromkeys(("rain_warning", "wind_warning", "heat_warning", "flood_warning"), _flag(W)),
    **dict.fromkeys(("weather_warning", "waterlogging"), _flag(W)),
    "humidity": _number(E, "%", 0.0, 100.0),
    "gas_value": _number(E, None, float("-inf"), float("inf")),
    "co_value": _number(E, "ppm", 0.0, 100_000.0),
    "smoke_value": _number(E, None, float("-inf"), float("inf")),
    "power": _number(E, "kW", -100_000.0, 100_000.0),
    "rain": _number(E, "mm/h", 0.0, 1_000.0),
    "voltage": _number(E, "V", -1_000_000.0, 1_000_000.0),
    "current": _number(E, "A", -100_000.0, 100_000.0),
    "linkquality": _number(E, None, 0.0, 255.0),
}  # fmt: skip

UNKNOWN_KIND = _flag(H)  # a kind the site invented: never silent, never called a fire
SUPERVISORY_KINDS = frozenset({"test", "silence", "removed", "shield"})  # flags that put a device out of watch


def kind_of(name: str) -> Kind:
    """The kind by its name; a site's own kinds count as hazards until the rule or the point says otherwise."""
    return KINDS.get(name, UNKNOWN_KIND)


@dataclass(frozen=True, slots=True)
class Conversion:
    """canonical = value × factor + offset"""

    to: str
    factor: float
    offset: float = 0.0


CONVERSIONS: dict[str, Conversion] = {
    "mpa": Conversion("MPa", 1.0), "kpa": Conversion("MPa", 0.001), "hpa": Conversion("MPa", 0.0001),
    "pa": Conversion("MPa", 1e-6), "bar": Conversion("MPa", 0.1), "mbar": Conversion("MPa", 0.0001),
    "psi": Conversion("MPa", 0.00689475729), "kgf/cm2": Conversion("MPa", 0.0980665),
    "kgf/cm²": Conversion("MPa", 0.0980665), "mh2o": Conversion("MPa", 0.00980665),
    "ma": Conversion("mA", 1.0), "a": Conversion("mA", 1000.0), "ua": Conversion("mA", 0.001),
    "µa": Conversion("mA", 0.001), "μa": Conversion("mA", 0.001), "ka": Conversion("mA", 1_000_000.0),
    "°c": Conversion("°C", 1.0), "c": Conversion("°C", 1.0), "℃": Conversion("°C", 1.0), "degc": Conversion("°C", 1.0),
    "°f": Conversion("°C", 5 / 9, -160 / 9), "f": Conversion("°C", 5 / 9, -160 / 9),
    "℉": Conversion("°C", 5 / 9, -160 / 9), "degf": Conversion("°C", 5 / 9, -160 / 9),
    "k": Conversion("°C", 1.0, -273.15),
    "%": Conversion("%", 1.0), "%lel": Conversion("%LEL", 1.0), "lel": Conversion("%LEL", 1.0),
    "ppm": Conversion("ppm", 1.0), "ppb": Conversion("ppm", 0.001),
    "kw": Conversion("kW", 1.0), "w": Conversion("kW", 0.001), "mw": Conversion("kW", 1e-6),
    "mm/h": Conversion("mm/h", 1.0), "m": Conversion("m", 1.0), "cm": Conversion("m", 0.01),
    "mm": Conversion("m", 0.001),
    "v": Conversion("V", 1.0), "mv": Conversion("V", 0.001), "kv": Conversion("V", 1000.0),
}  # fmt: skip
SPELLED = {"MW": Conversion("kW", 1000.0)}  # where capitals make the difference


def conversion_of(unit: str) -> Conversion | None:
    """How a unit becomes canonical, None when the unit is not known."""
    return SPELLED.get(unit) or CONVERSIONS.get(unit.strip().lower())


def convert(value: float, unit: str, canonical: str) -> float | None:
    """The value in the canonical unit; None when the one cannot become the other. Nothing is lost to equal units."""
    if unit == canonical:
        return value
    conversion = conversion_of(unit)
    if conversion is None:
        return None
    base = value * conversion.factor + conversion.offset
    if conversion.to == canonical:
        return round(base, 9)
    target = conversion_of(canonical)  # volts and amperes of a circuit are not milliamperes of leakage
    if target is None or target.to != conversion.to:
        return None
    return round((base - target.offset) / target.factor, 9)
