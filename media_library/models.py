"""What pages show besides words: images, documents, videos, and what appeared in the media.

Images and documents are our own models, so that they can gain fields without moving data later.
"""

from media_library.coverage import MediaCoverage
from media_library.documents import ContentDocument
from media_library.images import ContentImage, ContentRendition
from media_library.videos import Video

__all__ = ["ContentDocument", "ContentImage", "ContentRendition", "MediaCoverage", "Video"]
