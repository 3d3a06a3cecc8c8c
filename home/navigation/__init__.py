"""What leads from page to page: menus, header and footer, sitemap, robots.txt."""
