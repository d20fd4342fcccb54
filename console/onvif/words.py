"""The names ONVIF gives to its services and to the spaces in which heads move. Values only."""

from __future__ import annotations

DEVICE = "http://www.onvif.org/ver10/device/wsdl"
MEDIA = "http://www.onvif.org/ver10/media/wsdl"
PTZ = "http://www.onvif.org/ver20/ptz/wsdl"
IMAGING = "http://www.onvif.org/ver20/imaging/wsdl"
SCHEMA = "http://www.onvif.org/ver10/schema"
ERRORS = "http://www.onvif.org/ver10/error"
SOAP = "http://www.w3.org/2003/05/soap-envelope"

_SPACES = "http://www.onvif.org/ver10/tptz"
POSITION = f"{_SPACES}/PanTiltSpaces/PositionGenericSpace"
TRANSLATION = f"{_SPACES}/PanTiltSpaces/TranslationGenericSpace"
FIELD_OF_VIEW = f"{_SPACES}/PanTiltSpaces/TranslationSpaceFov"  # −1…1 is the picture itself
VELOCITY = f"{_SPACES}/PanTiltSpaces/VelocityGenericSpace"
ZOOM_POSITION = f"{_SPACES}/ZoomSpaces/PositionGenericSpace"
ZOOM_TRANSLATION = f"{_SPACES}/ZoomSpaces/TranslationGenericSpace"
ZOOM_VELOCITY = f"{_SPACES}/ZoomSpaces/VelocityGenericSpace"
