### Läsning av filer: vad de är, och vad som är fel eller udda i dem.

## Filer

file-unreadable = filen kan inte läsas: { $reason }
    .todo = se efter att filen finns och vem som får läsa den
file-read-in-two-ways = { $file } ska läsas på två sätt
    .expected = samma encoding, delimiter, quote, escape och skip överallt där en fil nämns
data-files-unread =
    { $count ->
        [one] { $count } datafil i studiens mapp läses inte, för study.toml nämner den inte: { $files }
       *[other] { $count } datafiler i studiens mapp läses inte, för study.toml nämner dem inte: { $files }
    }
    .todo = skriv in det som hör till studien, till exempel kodningar och återbetalningar; flytta resten ut ur mappen

## Format

file-of-other-format = filen är { $what }
    .expected = { $expected }
    .todo = låt namnet sluta på .{ $ending }, eller exportera filen på nytt
file-of-no-table = filen är { $what }
    .expected = { $expected }
    .todo = exportera tabellen på nytt, eller kopiera den till ett kalkylprogram och spara som xlsx; ange den nya filen i study.toml
as-its-name-says = { $what }, som filnamnet säger
a-format-that-is-read = xlsx, xlsb, xls, ods, sav, zsav, parquet eller avgränsad text
an-xlsx-workbook = en Excel-arbetsbok (xlsx)
an-xlsb-workbook = en binär Excel-arbetsbok (xlsb)
an-xls-workbook = en gammal Excel-arbetsbok (xls)
an-ods-workbook = en OpenDocument-arbetsbok (ods)
an-spss-file = en SPSS-fil (sav eller zsav)
a-parquet-file = en Parquet-fil
a-delimited-text = avgränsad text
a-web-page = en webbsida (HTML)
an-xml-text = en XML-text
a-pdf-document = ett PDF-dokument
a-rich-text-document = ett textdokument (RTF)
a-gzip-file = en komprimerad fil (gzip)
a-seven-zip-file = en komprimerad fil (7-Zip)
a-picture = en bild
a-word-document = ett Word-dokument
a-text-document = ett textdokument
a-presentation = en presentation
an-archive = ett arkiv (zip) som inte är en arbetsbok

## Storlekar

unit-megabytes = megabyte
unit-cells = celler
unit-columns = kolumner
unit-characters-in-cell = tecken i en cell
file-of-megabytes = filen är { $megabytes } megabyte
file-has-columns = filen har { $columns } kolumner
file-has-cells = filen har { $cells } celler
file-claims-cells = filen uppger { $cells } celler
file-unpacks-to = filen packas upp till { $megabytes } megabyte
workbook-unpacks-to-more = arbetsboken packas upp till { $megabytes } megabyte eller mer
sheet-of-columns = bladet har { $columns } kolumner
sheet-of-cells = bladet har { $cells } celler eller fler, tomma medräknade
sheet-claims-cells = bladet uppger { $cells } celler
sheet-claims-cells-down-to = bladet uppger { $cells } celler, ner till { $corner }
sheet-reaches-to-column = bladet når till kolumn { $column }
xls-sheet-claims = ett blad uppger { $cells } celler på { $rows } rader
texts-too-large = bladets texter tar mer än { $megabytes } megabyte
texts-repeated-without-measure = bladets texter upprepas utan gräns
cell-too-long = en cell har mer än { $most } tecken
cell-of-characters = cellen har { $characters } tecken
row-of-columns = raden har { $columns } kolumner
spss-of-variables = filen har { $variables } variabler
spss-unpacks-to-more = filen uppger att den packas upp till mer än { $megabytes } megabyte

## Arbetsböcker

workbook-damaged = arbetsboken är skadad ({ $reason })
    .expected = en hel arbetsbok
    .todo = öppna den i ett kalkylprogram och spara den på nytt, eller hämta den igen
file-ends-early = den slutar för tidigt
parts-contradict = dess delar säger emot varandra
archive-cut-short = slutet saknas: den är avkortad
archive-of-many-parts = den har { $parts } delar
workbook-locked = arbetsboken är låst med lösenord
    .expected = en arbetsbok utan lösenord
    .todo = öppna den med lösenordet, spara en kopia utan, och använd kopian
xls-damaged = arbetsboken är skadad eller avkortad
    .expected = en hel xls-arbetsbok
    .todo = öppna den i ett kalkylprogram och spara den som xlsx, eller hämta den igen
cell-below-last-row = bladet har en cell på rad { $row }
    .expected = högst { $most } rader, som i kalkylprogram
    .todo = filen är skadad; hämta den igen
cell-with-nul = cellen innehåller ett NUL-tecken, som inte finns i någon text
    .expected = text
    .todo = filen är skadad, eller av ett annat slag än namnet säger; exportera den på nytt

## Blad

sheet-missing = det finns inget blad { $sheet }
    .todo = { $suggestion }
declared-sheet-missing = det finns inget blad { $sheet }
    .expected = bladet som study.toml anger på rad { $line }
    .todo = { $suggestion }
several-sheets = { $file } har flera blad: { $sheets }
    .todo = ange vilket med nyckeln "sheet"
several-sheets-fit = flera blad i { $file } har de angivna kolumnerna: { $sheets }
    .todo = ange vilket med nyckeln "sheet"
sheet-by-columns = bladet { $sheet } läses, för bara det har de angivna kolumnerna; dessa läses inte: { $others }
    .todo = ange ett annat med nyckeln "sheet", om det är det som menas
several-and-hidden-sheets = { $file } har flera blad: { $sheets }; och dolda: { $hidden }
    .todo = ange vilket med nyckeln "sheet"
hidden-sheets-only = { $file } har bara dolda blad: { $hidden }
    .expected = bladets namn, för ett dolt blad läses bara om det anges
    .todo = skriv sheet = "…" under "file", med namnet på det blad som ska läsas
visible-sheet-blank = bladet { $sheet } är tomt, och de övriga är dolda: { $hidden }
    .expected = bladets namn, för ett dolt blad läses bara om det anges
    .todo = skriv sheet = "…" under "file" (study.toml, rad { $line }), med namnet på det blad som ska läsas
no-sheet-with-cells = { $file } har inget blad med celler
    .todo = ange vilket med nyckeln "sheet"
sheet-alike =
    { $rows ->
        [one] bladet { $sheet } har samma kolumner och { $rows } rad, det här { $own }; det läses inte
       *[other] bladet { $sheet } har samma kolumner och { $rows } rader, det här { $own }; det läses inte
    }
    .todo = se efter vilket som gäller, och ange det med nyckeln "sheet"
hidden-sheet-alike =
    { $rows ->
        [one] det dolda bladet { $sheet } har samma kolumner och { $rows } rad, det här { $own }; det läses inte
       *[other] det dolda bladet { $sheet } har samma kolumner och { $rows } rader, det här { $own }; det läses inte
    }
    .todo = se efter vilket som gäller, och ange det med nyckeln "sheet"
hidden-sheet-of-others =
    { $rows ->
        [one]
            det dolda bladet { $sheet } har samma kolumner och { $rows } rad, det här { $own }; det läses inte;
            rader om andra än här: { $others }
       *[other]
            det dolda bladet { $sheet } har samma kolumner och { $rows } rader, det här { $own }; det läses inte;
            rader om andra än här: { $others }
    }
    .todo = se efter vilket som gäller, och ange det med nyckeln "sheet"

## Hur celler ser ut

rows-hidden =
    { $count ->
        [one] en rad som läses är dold: { $rows }
       *[other] { $count } rader som läses är dolda: { $rows }
    }
    .todo = det som inte ska räknas tas bort i en kopia av filen
rows-hidden-by-filter =
    { $count ->
        [one] en rad som läses är dold av ett filter: { $rows }
       *[other] { $count } rader som läses är dolda av ett filter: { $rows }
    }
    .todo = det som inte ska räknas tas bort i en kopia av filen
columns-hidden = dolda kolumner läses: { $columns }
    .expected = synliga kolumner, eller dolda som ska läsas
    .todo = visa dem i kalkylprogrammet och se efter om uppgifterna gäller; gör de det behövs inget
text-struck-through =
    { $count ->
        [one] en rad som läses har genomstruken text: { $rows }
       *[other] { $count } rader som läses har genomstruken text: { $rows }
    }
    .todo = det som inte ska räknas tas bort i en kopia av filen
cells-merged-down = sammanfogade celler har lästs som om varje rad hade värdet: { $areas }
    .todo = se efter om det är vad de betyder
cells-merged-across = celler är sammanfogade över flera kolumner, och värdet räknas bara i den första: { $areas }
    .expected = en cell för varje kolumn
    .todo = dela cellerna i en kopia av filen och fyll i vad som gäller för var och en
amount-in-merged-cells = { $value } står i celler som är sammanfogade över { $rows } rader ({ $area })
    .expected = ett tal för varje rad; ingen kan säga hur mycket av det som hör till var och en
    .todo = fråga hur mycket var och en har, dela cellerna i en kopia av filen och fyll i det som bekräftats
cells-with-comments = celler som läses har kommentarer ({ $count }): { $cells }
    .todo = se efter om någon säger att ett värde inte gäller; kommentarer läses inte
total-row-unread = summaraden i en tabell räknas inte med: rad { $rows }
    .expected = en summa på raden, ingen mottagare och inget svar
    .todo = stämmer det behövs inget; annars stäng av tabellens summarad i en kopia av filen
format-with-unit =
    talformatet anger enheten { $units }, som har lästs med talet; celler: { $count }, först { $first }
    .todo = se efter om det är vad cellerna betyder
format-in-thousands =
    talformatet visar tal i tusental eller miljoner; det lagrade talet har lästs; celler: { $count },
    först { $first }
    .todo = se efter om det är vad cellerna betyder
format-hides-numbers = talformatet döljer tal som läses; celler: { $count }, först { $first }
    .todo = det som inte ska räknas tas bort i en kopia av filen

## Belopp

wanted-amount = ett belopp, som 1 250 000, 125 000,00, 450 { $thousands } eller 1,2 { $millions }
wanted-amount-of-0-or-more = ett belopp på 0 eller mer
wanted-amount-of-a-grant = ett belopp på högst 1 000 000 000 000 { $currency }
wanted-amount-with-clear-sign =
    ett belopp vars punkt eller komma bara kan betyda en sak; nyckeln "decimal" bredvid "unit" säger vilket tecken
    som står före decimaler: decimal = "." eller decimal = ","
wanted-amount-with-one-sign =
    ett belopp vars punkt bara kan betyda en sak; i { $place } står en punkt före decimaler, och båda läses likadant. Nyckeln
    "decimal" bredvid "unit" säger vilket tecken som står före decimaler i alla celler: decimal = "." eller decimal = ","
wanted-amount-without-leading-zero = ett belopp utan nolla först; så börjar koder och telefonnummer
wanted-amount-by-format =
    ett belopp i { $currency }; cellens talformat säger något annat, som procent, en annan valuta
    eller en enhet som säger emot det lagrade talet
wanted-amount-in-currency =
    ett belopp i { $currency }, studiens valuta; detta är i { $read }. Räkna om det i en kopia av filen; eller ange
    currency = "{ $code }" i study.toml, om alla belopp är i den
wanted-all-digits = beloppets alla siffror; i grundpotensform kan några ha fallit bort

## Texter

quotation-never-closed = ett citattecken öppnar en text som aldrig stängs
    .expected = ett citattecken också i slutet av texten
    .todo = stäng texten, eller ta bort tecknet; allt som följer skulle läsas som en cell
stray-marks =
    { $rows ->
        [one] citattecken som inget tecken stänger före en avgränsare läses som bokstäver, på { $rows } rad
       *[other] citattecken som inget tecken stänger före en avgränsare läses som bokstäver, på { $rows } rader
    }
    .expected = ett tecken i var ände av texten, och dubbla tecken inuti den
    .todo = titta på cellerna; exportera filen på nytt om de är fel
row-of-other-width =
    raden har { $columns } { $columns ->
        [one] kolumn
       *[other] kolumner
    }
    .expected = { $most }, som de flesta rader har
    .todo = en avgränsare inuti en text måste stå inom citattecken; exportera filen på nytt, eller rätta raden
text-with-nul = texten innehåller en NUL-byte, som inte finns i någon text
    .expected = xlsx, xlsb, xls, ods, sav, zsav, parquet, eller text i UTF-8, UTF-16 eller Windows-1252
    .todo = exportera filen på nytt
text-invalid-as-read = filen läses som { $encoding } men är inte giltig
    .todo = spara filen på nytt som UTF-8
text-invalid-as-marked = filen är märkt som { $encoding } men är inte giltig
    .todo = spara filen på nytt som UTF-8
line-in-other-encoding = raden har en annan teckenkodning än resten: andra är UTF-8, den här är det inte
    .expected = en teckenkodning i hela filen
    .todo = spara filerna som slogs ihop som UTF-8, och slå ihop dem på nytt
letters-doubled = å, ä och ö står där som två tecken var: texten har sparats i fel teckenkodning
    .expected = å, ä och ö så som de skrivs
    .todo = exportera filen på nytt som UTF-8, eller ange teckenkodningen som den har: encoding = "…"
letters-lost = bokstäver har gått förlorade: texten har sparats i fel teckenkodning
    .expected = å, ä och ö så som de skrivs
    .todo = exportera filen på nytt som UTF-8, eller ange teckenkodningen som den har: encoding = "…"
encoding-unknown = texten är varken UTF-8 eller Windows-1252
    .expected = å, ä och ö så som de skrivs
    .todo = exportera filen på nytt som UTF-8, eller ange teckenkodningen som den har: encoding = "…"

## Hur säker teckenkodningen är

certain = säkert
likely = troligt
unsure = osäkert
encoding-declared = angiven
encoding-by-mark = ett byteordningsmärke säger det
encoding-by-zeros = varannan byte är noll
encoding-of-ascii = alla tecken är ASCII
encoding-valid-utf8 = alla byte är giltig UTF-8
encoding-by-macroman-letters = å, ä och ö står där MacRoman har dem
encoding-by-windows-letters = inte UTF-8; å, ä och ö står där Windows-1252 har dem
encoding-not-utf8 = inte UTF-8, och inga bokstäver säger mer

## Parquet

parquet-damaged = Parquet-filen är skadad ({ $reason })
    .expected = en hel Parquet-fil
    .todo = skriv den på nytt, eller hämta den igen
parquet-compressed = filen är komprimerad med { $method }
    .expected = en Parquet-fil som inte är komprimerad, eller är det med Snappy
    .todo = skriv den på nytt med Snappy, som de flesta program använder om inget annat sägs
parquet-column-of-lists = kolumnen { $column } innehåller listor
    .expected = ett värde i varje cell
    .todo = skriv listan i flera kolumner, eller i en text med skiljetecken

## SPSS

spss-damaged = SPSS-filen är skadad ({ $reason })
    .expected = en oskadad .sav- eller .zsav-fil
    .todo = exportera filen på nytt
spss-labels-swapped =
    värdet { $value } i variabeln { $variable } betyder { $label }, men { $other } i { $count } andra variabler i samma fråga
    .expected = samma värdeetiketter för alla delar av en fråga
    .todo = jämför med enkäten; har etiketterna blandats ihop, rätta dem i en kopia av filen
spss-header-of-other-length = filhuvudet anger en annan längd på svaren än variablerna, och variablerna har följts
    .todo = titta på de sista kolumnerna
spss-single-mention = { $column } är en av de { $count } kolumner där { $question } besvarades
    .expected = alla omnämnanden tillsammans, som en fråga
    .todo = ange frågan som joined = { $question }
spss-weighted = filen är viktad med { $weight }; vikterna används inte: varje uppgiftslämnare räknas en gång
spss-filtered = ett filter (filter_$) utelämnar { $out } av de { $all } raderna i SPSS; här läses alla
    .todo = ta bort det som inte hör dit i en kopia av filen, eller lägg uppgiftslämnarna åt sidan
spss-values-missing =
    filen anger värden i { $column } som saknade, och { $count } av dem läses som tomma: { $values }
spss-label-shared =
    flera värden i { $column } har samma etikett, och hålls isär genom sina värden: { $values },
    lästa som { $read } och så vidare
    .expected = en etikett för varje värde
    .todo = ge värdena etiketter i filen, eller ange svaren så som de läses
spss-dates-impossible =
    värden i { $column } är inget datum mellan år 1 och 9999, och { $count } av dem läses som tomma
spss-values-unlabelled =
    värden i { $column } saknar etikett, och andra värden har etiketter som lyder likadant: { $values }
    .expected = en etikett för varje värde
    .todo = ge värdena etiketter i filen
label-declared-missing = { $label } (angivet som saknat)

## Vad peek berättar

sign-none = inget
sign-tab = tabb
sign-space = mellanslag
sign-for-letter = { $sign } för { $letter }
line-ends-mixed = olika
peek-too-many-cells = filen har för många celler att titta på
peek-bytes-invalid = byte som inte är giltig { $encoding }
    .todo = ange den rätta med --encoding
peek-line-in-other-encoding = raden har en annan teckenkodning än resten, som är UTF-8
peek-encoding-unsure = teckenkodningen kan vara en annan än { $encoding }: { $reason }
    .todo = titta på å, ä, ö nedan; ange en annan med --encoding
peek-nul = en NUL-byte, som inte finns i någon text
peek-quotation-never-closed = ett citattecken öppnar en text som aldrig stängs, och läses som en bokstav
    .todo = en körning avvisar filen; om citattecken inte betyder något i den, ange quote = "none"
peek-stray-mark =
    ett citattecken stänger ingen text, eftersom ingen avgränsare följer, och det som öppnar läses som en bokstav
peek-line-ends-mixed = rader slutar på olika sätt: { $both } med CRLF, { $feeds } med LF, { $returns } med CR
peek-last-line-open = den sista raden slutar inte med en radbrytning
peek-blank-lines-at-end =
    { $count ->
        [one] { $count } tom rad i slutet
       *[other] { $count } tomma rader i slutet
    }
peek-lines-above =
    { $count ->
        [one] { $count } rad ovanför tabellen
       *[other] { $count } rader ovanför tabellen
    }
peek-lines-below =
    { $count ->
        [one] { $count } rad nedanför eller mellan tabeller
       *[other] { $count } rader nedanför eller mellan tabeller
    }
peek-other-table =
    en tabell till: { $count } { $count ->
        [one] rad
       *[other] rader
    } med { $columns } { $columns ->
        [one] kolumn
       *[other] kolumner
    }
    .todo = titta på den med --skip, eller lägg den i en egen fil
peek-row-of-other-width =
    raden har { $width } { $width ->
        [one] kolumn
       *[other] kolumner
    }, de flesta har { $most }
    .todo = leta efter en avgränsare i en text utan citattecken, eller en avkortad rad
peek-header-of-other-delimiter = rubriken delas av { $delimiter }, raderna inte
    .todo = rätta rubriken i en kopia av filen
peek-column-without-name = kolumnen har inget namn
peek-name-twice = namnet { $name } står två gånger, också i kolumn { $other }
peek-signs-unseen =
    { $more ->
        [0] cellen har tecken som inte syns ({ $sign })
        [one] cellen har tecken som inte syns ({ $sign }); det har { $more } cell till i kolumnen
       *[other] cellen har tecken som inte syns ({ $sign }); det har { $more } celler till i kolumnen
    }
peek-letters-alike =
    { $more ->
        [0] cellen har bokstäver som bara ser ut som andra ({ $sign })
        [one] cellen har bokstäver som bara ser ut som andra ({ $sign }); det har { $more } cell till i kolumnen
       *[other] cellen har bokstäver som bara ser ut som andra ({ $sign }); det har { $more } celler till i kolumnen
    }
peek-scripts-mixed =
    { $more ->
        [0] cellen har bokstäver ur flera alfabet i ett ord ({ $sign })
        [one] cellen har bokstäver ur flera alfabet i ett ord ({ $sign }); det har { $more } cell till i kolumnen
       *[other] cellen har bokstäver ur flera alfabet i ett ord ({ $sign }); det har { $more } celler till i kolumnen
    }
peek-cell-of-error = cellen innehåller felet { $error }
peek-formula-unsaved = en formel vars resultat inte har sparats
peek-numbers-as-texts =
    { $texts ->
        [one] { $texts } tal är lagrat som text, { $numbers } som tal
       *[other] { $texts } tal är lagrade som texter, { $numbers } som tal
    }
peek-total-row = raden { $label } verkar vara en summa
peek-question-joined = de sista kolumnerna har { $question } sammanfogad, en fråga i { $count } kolumner
    .todo = ange den som joined = { $question }

## Vad en kolumn verkar innehålla

holds-nothing = tom
holds-numbers = tal
holds-percent = procent
holds-amounts = belopp
holds-dates = datum
holds-times = klockslag
holds-addresses = adresser
holds-words = ord
holds-texts = texter
holds-other-texts = andra texter
holds-marks = kryss
holds-recipients = mottagare ({ $level })
holds-mixed = { $kind }, { $others } annat
holds-one-text = en och samma text
holds-choice = val mellan { $count }
holds-short-texts = korta texter, alla olika
holds-contacts = kontaktuppgifter, visas inte
holds-persons-perhaps = kan vara namn på personer, visas inte; ge den annars en rubrik som säger vad den innehåller
