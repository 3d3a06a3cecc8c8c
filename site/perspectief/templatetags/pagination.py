"""Which pages of a long list are offered: the first, those around this one, the last."""

from collections.abc import Iterator

from django import template
from django.core.paginator import Page, Paginator

register = template.Library()


@register.filter
def page_numbers(page_obj: Page) -> Iterator[int | None]:
    """The numbers to link to, in order; None stands for a gap of two pages or more."""
    numbers = page_obj.paginator.get_elided_page_range(page_obj.number, on_each_side=1, on_ends=1)
    return (None if number == Paginator.ELLIPSIS else int(number) for number in numbers)
