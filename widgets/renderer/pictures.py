"""The layer under a canvas: every live picture as three textures, mixed and scaled by the graphics card. GUI thread.

The canvas leaves a hole where a picture is; words, marks and edges stay its own. A place keeps its textures until it
shows another size. `lost` says that OpenGL could not be used after all: the canvas paints by hand from then on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QOpenGLContext, QOpenGLFunctions, QVector4D
from PySide6.QtOpenGL import (
    QOpenGLPixelTransferOptions,
    QOpenGLShader,
    QOpenGLShaderProgram,
    QOpenGLTexture,
    QOpenGLVertexArrayObject,
)
from PySide6.QtOpenGLWidgets import QOpenGLWidget
from PySide6.QtWidgets import QWidget
from shiboken6 import VoidPtr

from console.ports import Frame
from widgets.renderer import shaders

TEXTURE_2D, TRIANGLE_STRIP, COLOR_BUFFER = 0x0DE1, 0x0005, 0x4000
SENT, BYTES = QOpenGLTexture.PixelFormat.Red, QOpenGLTexture.PixelType.UInt8
PLANES = ("luma", "blue", "red")


@dataclass(frozen=True, slots=True)
class Laid:
    """A picture at its place: `rect` in the canvas, `part` of it that is shown, in fractions."""

    name: str
    frame: Frame
    rect: QRect
    part: QRectF


@dataclass(slots=True)
class _Textures:
    """Of one place; `sequence` of the picture they hold."""

    size: tuple[int, int]
    planes: tuple[QOpenGLTexture, QOpenGLTexture, QOpenGLTexture]
    key: tuple[str, int] = ("", -1)


class Pictures(QOpenGLWidget):
    """`laid` is asked for at paint time: the pictures of all places, as the canvas has left room for them."""

    lost = Signal()

    def __init__(self, laid: Callable[[], Sequence[Laid]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._laid = laid
        self._textures: dict[str, _Textures] = {}
        self._program: QOpenGLShaderProgram | None = None
        self._array = QOpenGLVertexArrayObject(self)
        self._transfer = QOpenGLPixelTransferOptions()
        self._transfer.setAlignment(1)

    # ---- OpenGL's own calls ----

    def initializeGL(self) -> None:
        context = QOpenGLContext.currentContext()
        context.aboutToBeDestroyed.connect(self.on_context_lost)
        self._functions = QOpenGLFunctions(context)
        self._textures.clear()
        head = shaders.EMBEDDED if context.isOpenGLES() else shaders.DESKTOP
        program = QOpenGLShaderProgram(self)
        vertex, fragment = QOpenGLShader.ShaderTypeBit.Vertex, QOpenGLShader.ShaderTypeBit.Fragment
        is_built = (
            program.addShaderFromSourceCode(vertex, head + shaders.VERTEX)
            and program.addShaderFromSourceCode(fragment, head + shaders.FRAGMENT)
            and program.link()
        )
        self._program = program if is_built else None
        self._array.create()
        if not is_built:
            self.lost.emit()

    def on_context_lost(self) -> None:
        self._program = None
        self._textures.clear()

    def paintGL(self) -> None:
        functions, program = self._functions, self._program
        functions.glClearColor(0.0, 0.0, 0.0, 1.0)
        functions.glClear(COLOR_BUFFER)
        if program is None:
            return
        laid = self._laid()
        self._forget({one.name for one in laid})
        program.bind()
        self._array.bind()
        for unit, plane in enumerate(PLANES):
            program.setUniformValue1i(program.uniformLocation(plane), unit)
        for one in laid:
            self._draw(program, one)
        self._array.release()
        program.release()

    # ---- inside ----

    def _draw(self, program: QOpenGLShaderProgram, one: Laid) -> None:
        textures = self._upload(one)
        for unit, texture in enumerate(textures.planes):
            texture.bind(unit)
        rows = shaders.mixing(is_709=one.frame.is_709, is_full_range=one.frame.is_full_range)
        for uniform, row in zip(("mix_red", "mix_green", "mix_blue"), rows, strict=True):
            program.setUniformValue(program.uniformLocation(uniform), QVector4D(*row))
        part = one.part
        program.setUniformValue(
            program.uniformLocation("part"), QVector4D(part.x(), part.y(), part.width(), part.height())
        )
        ratio, rect = self.devicePixelRatioF(), one.rect
        left, width, height = (round(value * ratio) for value in (rect.x(), rect.width(), rect.height()))
        bottom = round((self.height() - rect.y() - rect.height()) * ratio)
        self._functions.glViewport(left, bottom, width, height)
        self._functions.glDrawArrays(TRIANGLE_STRIP, 0, 4)

    def _upload(self, one: Laid) -> _Textures:
        """The picture as textures; a picture that is there already costs nothing."""
        frame = one.frame
        textures = self._textures.get(one.name)
        if textures is None or textures.size != (frame.width, frame.height):
            textures = self._made(one.name, frame)
        key = (frame.camera, frame.sequence)
        if textures.key != key:
            textures.key = key
            address = np.frombuffer(frame.pixels, np.uint8).ctypes.data
            luma, blue, red = textures.planes
            second, size = address + frame.stride * frame.height, frame.chroma * ((frame.height + 1) // 2)
            self._fill(luma, frame.stride, address)
            self._fill(blue, frame.chroma, second)
            self._fill(red, frame.chroma, second + size)
        return textures

    def _made(self, place: str, frame: Frame) -> _Textures:
        self._forget_one(place)
        half = (frame.width + 1) // 2, (frame.height + 1) // 2
        planes = (_texture(frame.width, frame.height), _texture(*half), _texture(*half))
        made = self._textures[place] = _Textures((frame.width, frame.height), planes)
        return made

    def _fill(self, texture: QOpenGLTexture, stride: int, address: int) -> None:
        self._transfer.setRowLength(stride)
        texture.setData(SENT, BYTES, VoidPtr(address), self._transfer)  # type: ignore[call-overload]  # the stub says int

    def _forget(self, kept: set[str]) -> None:
        for place in self._textures.keys() - kept:
            self._forget_one(place)

    def _forget_one(self, place: str) -> None:
        gone = self._textures.pop(place, None)
        if gone is not None:
            for texture in gone.planes:
                texture.destroy()


def _texture(width: int, height: int) -> QOpenGLTexture:
    """One plane of a picture of this size, smooth where it is scaled."""
    texture = QOpenGLTexture(QOpenGLTexture.Target.Target2D)
    texture.setFormat(QOpenGLTexture.TextureFormat.R8_UNorm)
    texture.setSize(width, height)
    texture.setMinMagFilters(QOpenGLTexture.Filter.Linear, QOpenGLTexture.Filter.Linear)
    texture.setWrapMode(QOpenGLTexture.WrapMode.ClampToEdge)
    texture.allocateStorage(SENT, BYTES)
    return texture
