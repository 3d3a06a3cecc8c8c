"""Campaigns: their period, key visual, short link, and the codes for print."""
