"""Draw the site's icons and social card from the motif, so that they follow when it changes.

Run it by hand after changing `motif.py` or the colours here, and commit what it writes:
`manage.py draw_icons`.
"""

from pathlib import Path

from django.core.management.base import BaseCommand
from PIL import Image, ImageDraw, ImageFont

from perspectief.motif import HalfDiscs, half_discs

STATIC = Path(__file__).resolve().parents[2] / "static" / "perspectief"
TEAL, APRICOT, MEET = "#54bbb1", "#f6a679", "#5e1a5f"
PAPER, INK = "#fffdfa", "#2b1233"
SCALE = 4  # drawn larger and shrunk, because Pillow does not smooth edges

FAVICON = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">
  <title>Perspectief Herstelbemiddeling</title>
  <style>
    .left {{ fill: #54bbb1 }} .right {{ fill: #f6a679 }} .meet {{ fill: #5e1a5f }}
    @media (prefers-color-scheme: dark) {{
      .left {{ fill: #23857d }} .right {{ fill: #c06a3c }} .meet {{ fill: #ffdcbc }}
    }}
  </style>
  <path class="left" d="{left}"/><path class="right" d="{right}"/><path class="meet" d="{meet}"/>
</svg>
"""


class Command(BaseCommand):
    """Write favicon.svg, favicon.ico, touch-icon.png and social-card.png."""

    help = "Draw the icons and the social card from the motif."

    def handle(self, *args: object, **options: object) -> None:
        """Write the four files into the static folder."""
        mark = half_discs(80, 0.5, 0.28)
        images = STATIC / "img"
        (images / "favicon.svg").write_text(_favicon(mark), encoding="utf-8")
        _square(32, 0.96, "#00000000").save(images / "favicon.ico", sizes=[(32, 32)])
        _square(180, 0.7, PAPER).convert("RGB").save(images / "touch-icon.png", optimize=True)
        _social_card().quantize(64).save(images / "social-card.png", optimize=True)
        self.stdout.write(f"written to {images}")


def _favicon(mark: HalfDiscs) -> str:
    margin = (mark.height - mark.width) / 2
    box = f"{-margin:g} 0 {mark.height:g} {mark.height:g}"
    return FAVICON.format(box=box, left=mark.left, right=mark.right, meet=mark.meet)


def _mark(radius: float, overlap: float, drop: float) -> Image.Image:
    """Return the pair on a transparent ground; `radius` in pixels of the final picture."""
    r = radius * SCALE
    width, fall = (2 - overlap) * r, drop * r
    size = (round(width), round(2 * r + fall))
    left, right = Image.new("1", size), Image.new("1", size)
    ImageDraw.Draw(left).ellipse((-r, fall, r, fall + 2 * r), fill=1)
    ImageDraw.Draw(right).ellipse((width - r, 0, width + r, 2 * r), fill=1)
    picture = Image.new("RGBA", size)
    picture.paste(TEAL, (0, 0), left)
    picture.paste(APRICOT, (0, 0), right)
    both = Image.new("1", size)
    both.paste(right, (0, 0), left)
    picture.paste(MEET, (0, 0), both)
    return picture.resize((size[0] // SCALE, size[1] // SCALE), Image.Resampling.LANCZOS)


def _square(side: int, share: float, ground: str) -> Image.Image:
    """Return an icon of `side` pixels in which the mark takes `share` of the height."""
    mark = _mark(side * share / 2.28, 0.5, 0.28)
    icon = Image.new("RGBA", (side, side), ground)
    icon.alpha_composite(mark, ((side - mark.width) // 2, (side - mark.height) // 2))
    return icon


def _social_card() -> Image.Image:
    """Return the picture that other sites show beside a link: the name and the motif, no words."""
    card = Image.new("RGBA", (1200, 630), PAPER)
    mark = _mark(252, 0.46, 0.24)
    card.alpha_composite(mark, (1200 - mark.width, (630 - mark.height) // 2))
    font_file = str(STATIC / "fonts" / "bricolage-36-620.woff2")
    draw = ImageDraw.Draw(card)
    draw.text((72, 226), "Perspectief", font=ImageFont.truetype(font_file, 116), fill=INK)
    draw.text((76, 362), "Herstelbemiddeling", font=ImageFont.truetype(font_file, 62), fill=INK)
    return card.convert("RGB")
