"""Django's formats, for the two languages of the site, as people here write dates."""
