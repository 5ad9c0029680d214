"""The workshop: the model -> the forms by which a clerk changes the town's files, under `/atelier/`.

The forms are Sveltia CMS, which `make atelier` puts beside the program; the site serves it as it is. It asks
nothing of another host but the forge that keeps the files.
"""
