"""Videos with everything that somebody needs who cannot hear, see or play them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.core.validators import (
    FileExtensionValidator,
    MaxValueValidator,
    MinValueValidator,
    RegexValidator,
)
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from media_library.captions import check_captions_file
from media_library.video_files import check_video_file
from media_library.video_traces import without_traces
from perspectief.exact_text import ExactCharField

TRANSCRIPT_FEATURES = ["h3", "bold", "ul", "ol", "link"]
MAXIMUM_SECONDS = 4 * 60 * 60


class VideoFieldFile(models.fields.files.FieldFile):
    """Every way into the library ends here, so this is where videos are cleaned."""

    instance: "Video"

    def save(self, name: str, content: File, save: bool = True) -> None:
        """Store picture and sound of `content`, and not where it was filmed.

        Raises:
            UnreadableVideoError: it is damaged; forms say so before they come here.
        """
        content.seek(0)
        cleaned = without_traces(content.read())
        self.instance.is_cleaned = True
        super().save(name, ContentFile(cleaned, name), save)


class VideoField(models.FileField):
    """The file of a video."""

    attr_class = VideoFieldFile


class Video(models.Model):
    """A video of the foundation: our own file, or one on YouTube.

    Title, description and transcript exist in each language (translation.py); the captions are two
    files, because the video itself is the same for everybody.
    """

    title = models.CharField(_("title"), max_length=120)
    description = models.TextField(
        _("description"),
        max_length=400,
        help_text=_("What the video is about, in one or two sentences. Search engines use it too."),
    )
    duration = models.PositiveIntegerField(
        _("duration"),
        validators=[MinValueValidator(1), MaxValueValidator(MAXIMUM_SECONDS)],
        help_text=_("In seconds. Visitors see minutes."),
    )
    file = VideoField(
        _("file"),
        upload_to="videos",
        blank=True,
        validators=[FileExtensionValidator(["mp4"]), check_video_file],
        help_text=_("MP4 with H.264, at most 24 MB. Takes priority over a video on YouTube."),
    )
    file_size = models.PositiveBigIntegerField(_("size in bytes"), default=0, editable=False)
    # Below `file`: storing that fills this in.
    is_cleaned = models.BooleanField(default=False, editable=False)
    youtube_id = ExactCharField(
        _("YouTube"),
        max_length=11,
        blank=True,
        validators=[
            RegexValidator(
                r"\A[A-Za-z0-9_-]{11}\Z", _("The id is the eleven characters after ‘v=’.")
            )
        ],
        help_text=_(
            "Only if we do not have a file of the video: the eleven characters after ‘v=’ in its "
            "address. Visitors are asked before anything is loaded from YouTube."
        ),
    )
    poster = models.ForeignKey(
        "media_library.ContentImage",
        verbose_name=_("poster"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown before the video plays; 16 by 9, at least 1280 pixels wide."),
    )
    captions_nl = models.FileField(
        _("captions in Dutch"),
        upload_to="captions",
        blank=True,
        validators=[FileExtensionValidator(["vtt"]), check_captions_file],
        help_text=_("A WebVTT file. It should also describe sounds that matter."),
    )
    captions_en = models.FileField(
        _("captions in English"),
        upload_to="captions",
        blank=True,
        validators=[FileExtensionValidator(["vtt"]), check_captions_file],
        help_text=_("A WebVTT file. It should also describe sounds that matter."),
    )
    transcript = RichTextField(
        _("transcript"),
        features=TRANSCRIPT_FEATURES,
        help_text=_("Everything that is said, and anything people need to see to understand it."),
    )
    is_placeholder = models.BooleanField(
        _("sample video"),
        default=False,
        help_text=_("Tells visitors that the pictures are not final; text and captions are."),
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("video")
        verbose_name_plural = _("videos")
        ordering = ["title", "pk"]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Remember the size of the file, so that showing it needs no look at the disk."""
        if not self.file:
            self.file_size = 0
        elif not self.file._committed:
            self.file_size = self.file.size
        super().save(*args, **kwargs)

    def clean(self) -> None:
        """Refuse a video that nobody can see, and a file that not everybody can follow."""
        super().clean()
        if not self.file and not self.youtube_id:
            raise ValidationError(_("Add a file, or say which video on YouTube it is."))
        if self.file:
            missing = [name for name in ("captions_nl", "captions_en") if not getattr(self, name)]
            message = _("Our own videos have captions in both languages.")
            if missing:
                raise ValidationError(dict.fromkeys(missing, message))

    @property
    def minutes(self) -> int:
        """Duration in whole minutes, at least one."""
        return max(1, round(self.duration / 60))

    @property
    def youtube_url(self) -> str:
        """Address of the video on YouTube, "" for one that is not there."""
        return f"https://www.youtube.com/watch?v={self.youtube_id}" if self.youtube_id else ""
