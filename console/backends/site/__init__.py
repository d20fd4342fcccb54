"""Backends of the SiteFolder port: reading the site folder again without holding the console up."""
