"""Draw the clips and posters of the demo videos from the motif.

Run it by hand after changing what a video says (in `home/demo_content/words/`) or the motif, and
commit what it writes: `manage.py draw_demo_clips`. It needs ffmpeg with x264; nothing else on the
site does.
"""

import subprocess
from pathlib import Path
from shutil import which
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from PIL import Image, ImageDraw

from home.demo_content.reading.demo import the_demo
from home.demo_content.videos.files import MEDIA
from home.demo_content.videos.script import DemoVideo, duration

GROUND, TEAL, APRICOT, MEET = "#3a1340", "#54bbb1", "#f6a679", "#ffe7d1"
CLIP_SIZE, POSTER_SIZE = (640, 360), (1280, 720)
FRAMES_PER_SECOND = 5
FARTHEST = -0.9  # overlap with which every clip begins
RADIUS = 0.36  # of the height
SCALE = 2  # drawn larger and shrunk, because Pillow does not smooth edges


class Command(BaseCommand):
    """Write an MP4 file and a PNG file for every demo video."""

    help = "Draw the clips and posters of the demo videos (needs ffmpeg)."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write them into the folder with media of the demo."""
        ffmpeg = which("ffmpeg")
        if ffmpeg is None:
            raise CommandError("ffmpeg is not installed.")
        for video in the_demo().videos():
            poster = draw(POSTER_SIZE, video.overlap, video.drop).quantize(32)
            poster.save(MEDIA / f"{video.clip}.png", optimize=True)
            path = MEDIA / f"{video.clip}.mp4"
            _encode(ffmpeg, video, path)
            self.stdout.write(f"{path.name}: {duration(video)} s, {path.stat().st_size} bytes")


def draw(size: tuple[int, int], overlap: float, drop: float) -> Image.Image:
    """Return the two half discs in the middle of a picture of `size` pixels."""
    width, height = size[0] * SCALE, size[1] * SCALE
    radius = RADIUS * height
    across, fall = (2 - overlap) * radius, drop * radius
    left_x, right_x = (width - across) / 2, (width + across) / 2
    top = (height - 2 * radius - fall) / 2
    left, right = Image.new("1", (width, height)), Image.new("1", (width, height))
    ImageDraw.Draw(left).pieslice(
        (left_x - radius, top + fall, left_x + radius, top + fall + 2 * radius), -90, 90, fill=1
    )
    ImageDraw.Draw(right).pieslice(
        (right_x - radius, top, right_x + radius, top + 2 * radius), 90, 270, fill=1
    )
    both = Image.new("1", (width, height))
    both.paste(right, (0, 0), left)
    picture = Image.new("RGB", (width, height), GROUND)
    for colour, shape in ((TEAL, left), (APRICOT, right), (MEET, both)):
        picture.paste(colour, (0, 0), shape)
    return picture.resize(size, Image.Resampling.LANCZOS)


def _encode(ffmpeg: str, video: DemoVideo, path: Path) -> None:
    """Write the clip: from far apart to the picture of the poster."""
    frames = duration(video) * FRAMES_PER_SECOND
    size = f"{CLIP_SIZE[0]}x{CLIP_SIZE[1]}"
    come_in = f"-f rawvideo -pix_fmt rgb24 -s {size} -r {FRAMES_PER_SECOND} -i -"
    go_out = "-c:v libx264 -preset veryslow -tune animation -crf 32 -g 250 -pix_fmt yuv420p"
    # The index first, so that a browser can begin before it has everything.
    options = f"-loglevel error -y {come_in} -an {go_out} -movflags +faststart".split()
    with subprocess.Popen([ffmpeg, *options, str(path)], stdin=subprocess.PIPE) as encoder:  # noqa: S603
        assert encoder.stdin is not None  # noqa: S101  # tells mypy what PIPE means
        for number in range(frames):
            share = number / (frames - 1)
            overlap = FARTHEST + share * (video.overlap - FARTHEST)
            encoder.stdin.write(draw(CLIP_SIZE, overlap, video.drop).tobytes())
        encoder.stdin.close()
    if encoder.returncode:
        raise CommandError(f"ffmpeg could not write {path.name}.")
