"""The two shaders that mix a picture's planes, and the numbers they mix them with. Pure."""

from __future__ import annotations

DESKTOP, EMBEDDED = "#version 130\n", "#version 300 es\nprecision highp float;\n"

# A strip of two triangles over the whole viewport, which is the picture's place; `part` is what is shown of it.
VERTEX = """
uniform vec4 part;
out vec2 at;
void main() {
    vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1));
    at = part.xy + vec2(corner.x, 1.0 - corner.y) * part.zw;
    gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}
"""

FRAGMENT = """
in vec2 at;
out vec4 colour;
uniform sampler2D luma;
uniform sampler2D blue;
uniform sampler2D red;
uniform vec4 mix_red;
uniform vec4 mix_green;
uniform vec4 mix_blue;
void main() {
    vec4 sent = vec4(texture(luma, at).r, texture(blue, at).r, texture(red, at).r, 1.0);
    colour = vec4(clamp(vec3(dot(mix_red, sent), dot(mix_green, sent), dot(mix_blue, sent)), 0.0, 1.0), 1.0);
}
"""

Row = tuple[float, float, float, float]  # of grey, blue difference, red difference, and of 1


def mixing(*, is_709: bool, is_full_range: bool) -> tuple[Row, Row, Row]:
    """How red, green and blue come out of the planes (ITU-R BT.601 or BT.709; 0…255 or 16…235 and 16…240)."""
    of_red, of_blue = (0.2126, 0.0722) if is_709 else (0.299, 0.114)
    of_green = 1 - of_red - of_blue
    gain, chroma_gain = (1.0, 1.0) if is_full_range else (255 / 219, 255 / 224)
    black, middle = (0.0 if is_full_range else 16 / 255), 128 / 255
    to_red = 2 * (1 - of_red) * chroma_gain
    to_blue = 2 * (1 - of_blue) * chroma_gain
    green_blue, green_red = -to_blue * of_blue / of_green, -to_red * of_red / of_green
    return (
        (gain, 0.0, to_red, -gain * black - to_red * middle),
        (gain, green_blue, green_red, -gain * black - (green_blue + green_red) * middle),
        (gain, to_blue, 0.0, -gain * black - to_blue * middle),
    )
