"""How fast this program is, how much memory it takes, and how both grow with the town."""
