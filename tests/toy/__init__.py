"""A kind of content that the hub does not have, declared as docs/ajouter-une-sorte.md says."""
