"""Paper: figures into documents, charts, fonts, sentences. The only room that imports reportlab and pypdfium2."""
