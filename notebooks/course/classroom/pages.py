"""The pages of a class: files without any content of the class, and the QR code."""

import io
from pathlib import Path

import segno
from fastapi import APIRouter, HTTPException, Response
from fastapi.responses import FileResponse

from course.classroom.learners import RoomDep
from course.classroom.room import is_same

FILES = {path.name: path for path in (Path(__file__).parent / "pages").iterdir()}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
}
router = APIRouter()


def page(name: str) -> FileResponse:
    return FileResponse(FILES[name], headers=HEADERS)


@router.get("")
async def start_page() -> FileResponse:
    return page("start.html")


@router.get("/wall")
async def wall_page() -> FileResponse:
    return page("wall.html")


@router.get("/board")
async def board_page() -> FileResponse:
    return page("board.html")


@router.get("/instructor")
async def instructor_page() -> FileResponse:
    """Nothing but controls: without the secret, they do nothing."""
    return page("instructor.html")


@router.get("/files/{name}")
async def page_file(name: str) -> FileResponse:
    if name not in FILES:
        raise HTTPException(404, "There is no such file.")
    return page(name)


@router.get("/qr/{code}")
async def qr_code(room: RoomDep, code: str) -> Response:
    """Leads a phone to the start page; for a page that has the join code already."""
    if not is_same(code, room.code):
        raise HTTPException(404, "That isn't the code of this class.")
    drawn = io.BytesIO()
    segno.make(room.start_page, error="m").save(drawn, kind="svg", border=2)
    return Response(drawn.getvalue(), headers=HEADERS, media_type="image/svg+xml")
