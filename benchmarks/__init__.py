"""How fast deckgen is and how much memory it takes, beside pandoc, LibreOffice and Marp on the same material."""
