"""What is due in a town, told: as text, as an issue of a forge, as a mail to its contact.

`reports` has the forms that `build.py remind --format` names.
"""
