### Manuskript: Word-filer och texter som talar om en studie.

manuscript-unreadable = manuskriptet går inte att läsa: { $error }
manuscript-not-utf8 = manuskriptet är inte UTF-8
    .expected = ett Word-dokument, Markdown eller text i UTF-8
manuscript-without-text = filen innehåller ingen text
    .expected = ett Word-dokument (docx)

## Ett Word-dokument som inte går att förstå

manuscript-not-word = filen är inget Word-dokument
    .expected = ett Word-dokument (docx) eller en mall (dotx)
    .todo = öppna den i ordbehandlaren och spara den som docx
manuscript-locked = filen är låst med lösenord, eller är ett dokument från gamla Word (doc)
    .expected = ett Word-dokument (docx) utan lösenord
    .todo = öppna den i Word och spara en kopia som docx utan lösenord
manuscript-signed = dokumentet är digitalt signerat
    .expected = ett dokument utan signatur: en ändring gör signaturen ogiltig
    .todo = spara en kopia utan signaturen, och använd den
manuscript-damaged = dokumentet är skadat: { $error }
    .expected = ett Word-dokument (docx)
    .todo = öppna det i Word och spara det på nytt, eller hämta det igen
manuscript-of-many-parts = dokumentet har { $parts } delar
    .expected = högst 20 000
manuscript-parts-twice = två delar av dokumentet har samma namn
    .expected = varje del en gång
    .todo = öppna det i Word och spara det på nytt
manuscript-part-name = dokumentet har en del som heter { $part }
    .expected = namn från dokumentets rot, utan . och ..
    .todo = öppna det i Word och spara det på nytt
manuscript-part-missing = delen { $part } saknas
    .expected = ett helt dokument
    .todo = öppna det i Word och spara det på nytt, eller hämta det igen
manuscript-part-damaged = delen { $part } är skadad: { $error }
    .expected = ett helt dokument
    .todo = öppna det i Word och spara det på nytt, eller hämta det igen
manuscript-part-too-large = delen { $part } blir mer än { $megabytes } megabyte när den packas upp
    .expected = en text som människor har skrivit
manuscript-part-malformed = delen { $part } går inte att förstå, rad { $line }, kolumn { $column }: { $why }
    .expected = XML som Word skriver den
    .todo = öppna det i Word och spara det på nytt, eller hämta det igen
part-not-utf8 = den är inte UTF-8
part-not-xml = { $error }
part-with-document-type = den anger en dokumenttyp
part-cut-short = ett element är inte stängt
part-empty = den är tom

## En mall som ett manuskript börjar i

template-unreadable = mallen går inte att läsa: { $error }
    .expected = en Wordmall (dotx) eller ett Worddokument (docx)
    .todo = ange en fil som finns
template-with-macros = mallen innehåller makron
    .expected = en mall utan makron (dotx)
    .todo = spara mallen som dotx i Word, och använd den filen
template-place-within = innehållskontrollen insats:report står i en tabell eller i en annan innehållskontroll
    .expected = en egen rad i mallens text
    .todo = ställ den på en egen rad, eller ta bort den: då hamnar rapporten sist
