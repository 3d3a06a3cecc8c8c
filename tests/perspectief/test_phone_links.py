"""Phone numbers in sentences become links."""

import re

import pytest
from django.template.loader import render_to_string

from perspectief.templatetags.phone_links import phone_links


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Are you in danger? Call 112.", ["tel:112"]),
        ("Call 113 or 0800-0113 (free), or chat at 113.nl.", ["tel:113", "tel:08000113"]),
        ("Call 030-2340045, on working days.", ["tel:0302340045"]),
        ("Call +31 30 234 00 45 from abroad.", ["tel:+31302340045"]),
        ("In 2024 there were 1,651 registrations and 1.128 talks.", []),
        ("Version 112.3 of 11-2", []),
    ],
)
def test_only_phone_numbers_become_links(text, links):
    html = phone_links(text)

    assert re.findall(r'href="([^"]+)"', html) == links
    assert re.sub(r"<[^>]+>", "", html) == text


def test_markup_around_a_number_stays_text():
    assert phone_links("<b>112</b>") == (
        '&lt;b&gt;<a class="no-wrap" href="tel:112">112</a>&lt;/b&gt;'
    )


@pytest.mark.django_db
def test_every_line_of_the_crisis_box_can_be_called_from_where_it_stands():
    html = render_to_string("components/crisis.html").partition("<details")[0]

    lines = re.findall(r"<li>(.*?)</li>", html)
    assert len(lines) == 6
    assert all('href="tel:' in line for line in lines)


@pytest.mark.django_db
def test_an_editor_can_put_other_lines_in_the_crisis_box():
    context = {"heading": "Now?", "lines": ["Call 030-2340045."]}
    html = render_to_string("components/crisis.html", context).partition("<details")[0]

    assert "Now?" in html
    assert re.findall(r"<li>(.*?)</li>", html) == [
        'Call <a class="no-wrap" href="tel:0302340045">030-2340045</a>.'
    ]
