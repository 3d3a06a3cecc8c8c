"""Building blocks of pages, one module per theme; `home.blocks.body.PageBody` holds them all."""
