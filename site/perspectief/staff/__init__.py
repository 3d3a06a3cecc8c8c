"""Who works with the site: login, second factor, and the groups that say who may do what."""
