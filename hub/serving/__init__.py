"""`serve`: a page is made when it is asked for, of the texts as they are, on this machine alone."""
