"""The addresses of others that the hub's files lead to, and whether they still answer. At the edge: it alone
of the checks speaks to the network, and nothing that is published depends on what it finds."""
