### Redovisningar av ett bidrag.
