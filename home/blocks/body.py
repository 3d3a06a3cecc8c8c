"""All blocks of a page body in one stream."""

from wagtail import blocks

from home.blocks.banners import BannerBlock, CallToActionBlock
from home.blocks.campaigns import CampaignBannerBlock, CampaignListBlock
from home.blocks.charts import ChartBlock
from home.blocks.doors import DoorsBlock
from home.blocks.downloads import DownloadsBlock
from home.blocks.figures import FiguresBlock
from home.blocks.languages import LanguageSectionBlock
from home.blocks.listening import ReadAloudBlock
from home.blocks.pictures import CaptionedImageBlock
from home.blocks.posters import PosterBlock
from home.blocks.promises import PromiseKeptBlock
from home.blocks.sheets import SheetBlock
from home.blocks.sign_language import SignLanguageBlock
from home.blocks.steps import StepsBlock
from home.blocks.stories import LatestStoryBlock, QuoteBlock, StoryTeaserBlock
from home.blocks.texts import CrisisBlock, FaqBlock, NoteBlock, TextBlock
from home.blocks.tiles import TilesBlock
from home.blocks.videos import VideoBlock


class PageBody(blocks.StreamBlock):
    """What a page is made of."""

    text = TextBlock()
    doors = DoorsBlock()
    tiles = TilesBlock()
    steps = StepsBlock()
    faq = FaqBlock()
    figures = FiguresBlock()
    chart = ChartBlock()
    promise_kept = PromiseKeptBlock()
    sheet = SheetBlock()
    poster = PosterBlock()
    downloads = DownloadsBlock()
    language_section = LanguageSectionBlock()
    read_aloud = ReadAloudBlock()
    note = NoteBlock()
    image = CaptionedImageBlock()
    video = VideoBlock()
    sign_language = SignLanguageBlock()
    story_teaser = StoryTeaserBlock()
    latest_story = LatestStoryBlock()
    quote = QuoteBlock()
    crisis = CrisisBlock()
    banner = BannerBlock()
    campaign_banner = CampaignBannerBlock()
    campaign_list = CampaignListBlock()
    call_to_action = CallToActionBlock()
