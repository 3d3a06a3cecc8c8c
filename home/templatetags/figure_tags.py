"""Figures within running text."""

from django import template

from home.figures.in_text import with_figures

register = template.Library()
register.filter("with_figures", with_figures)
