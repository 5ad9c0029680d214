"""Hosting: what a server must be told of the site: headers, media types, redirections, where 404 is."""
