"""From the configuration to what a gateway is told: addresses, topics, secrets as they are now. Any thread."""

from __future__ import annotations

from collections.abc import Iterator

from console.config.gateway import CloudConfig, address
from console.config.schema import ECOSYSTEMS, BrokerConfig, Config
from console.config.secrets import resolve
from console.gatewayd.control import Broker, Cloud, CloudKind, Order, Panels, Web

PANELS = "gbt26875.3"


def orders(config: Config, broker: BrokerConfig, time_zone: str) -> Iterator[Order]:
    """What is to be done; `broker` says where the broker is. Raises BackendError for a secret that is not there."""
    told = config.gateway
    user, password = (told.user, told.password) if told.user else (broker.user, broker.password)
    yield Broker(
        broker.url, user, resolve(password), broker.ca_file, broker.client_cert, broker.client_key
    )  # fmt: skip
    yield Panels(
        told.gb26875, told.gb26875_udp, _base(config, PANELS), told.allow, told.silent_s, told.set_clocks, time_zone
    )  # fmt: skip
    yield Web(told.http, told.tls_cert, told.tls_key)
    for cloud in told.clouds if told.http else ():
        yield _cloud(config, cloud)


def serves(config: Config) -> bool:
    """Whether there is anything to listen for."""
    told = config.gateway
    return any(address(each) for each in (told.gb26875, told.gb26875_udp, told.http))


def _cloud(config: Config, cloud: CloudConfig) -> Cloud:
    kind = CloudKind(cloud.kind)
    topic = cloud.topic or f"{_base(config, cloud.kind)}/push"
    path = cloud.path or f"/push/{cloud.kind}"
    return Cloud(kind, path, topic, cloud.header, resolve(cloud.secret))


def _base(config: Config, ecosystem: str) -> str:
    """Below which topic the source that decodes it listens."""
    source = next((each for each in config.sources if each.ecosystem == ecosystem), None)
    return (source.topic if source else "") or ECOSYSTEMS.get(ecosystem, ecosystem)
