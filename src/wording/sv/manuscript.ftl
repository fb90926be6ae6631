### Manuskript: Word-filer och texter som talar om en studie.

manuscript-unreadable = manuskriptet går inte att läsa: { $error }
manuscript-not-utf8 = manuskriptet är inte UTF-8
    .expected = ett Word-dokument, Markdown eller text i UTF-8

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
part-with-control-characters = den har tecken som XML inte kan innehålla
part-with-unknown-entity = den hänvisar till något som inte är deklarerat
part-too-deep = dess element står mer än { $most } djupt i varandra

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
## Att fylla ett manuskript

fill-file-ending = -ifylld
fill-comment-edited = Texten har ändrats för hand sedan insats fyllde i den, och får stå kvar. Studien säger: ”{ $value }” ({ $tag })
fill-comment-fixed = insats skriver inte här: ändringen skulle träffa resultatet av ett fält eller ett styckes slut. Studien säger: ”{ $value }” ({ $tag })
fill-comment-bound = insats fyller inte den här kontrollen: Word fyller den från dokumentets egna data. Ta bort mappningen eller taggen ({ $tag })
fill-comment-unknown =
    Studien har ingenting med det namnet: { $tag }. { $nearest ->
        [none] Kontrollen har inte fyllts.
       *[other] Menas { $nearest }? Kontrollen har inte fyllts.
    }
fill-comment-open = Påståendet { $claim } är öppet: { $because }
fill-comment-fails = Påståendet { $claim } stämmer inte. I claims.csv står det: ”{ $statement }” Det som står här är vad som är sant
fill-comment-no-number =
    Påståendets mening har { $count ->
        [0] inget tal
        [one] ett tal
       *[other] { $count } tal
    }: ”{ $sentence }” Kontrollen fylldes inte ({ $tag })
fill-comment-undecided = Studiens data avgör inte påståendet { $claim }: { $because }
fill-comment-number-unknown = Studiens data ger inte talet { $number }: { $because }
fill-comment-number-broken = Talet { $number } gäller år som inte kan jämföras: { $because }

filled-controls =
    { $file }: { $count ->
        [0] ingen kontroll är uppkallad efter något i en studie; sätt en kring texten och ge den taggen insats:claim/… (Utvecklare, Egenskaper)
        [one] { $count } kontroll
       *[other] { $count } kontroller
    }
filled-changed = { $tag }: { $old } -> { $new }
filled-rejected-item = { $tag }: avvisat förut, föreslås inte igen
filled-edited-item = { $tag }: ändrat av en redaktör, får stå kvar
filled-no-place = { $tag }: inte skrivet; kontrollen står inne i ett stycke, en rad eller en cell, och det här behöver en kring stycken
filled-rejected = { $tag }: avvisat förut, föreslås inte igen: { $value }
filled-edited = { $tag }: ändrat av en redaktör, får stå kvar; studien säger { $value }
filled-fixed = { $tag }: inte skrivet, på grund av ett fält eller ett styckes slut; studien säger { $value }
filled-bound = { $tag }: inte fylld; Word fyller den från dokumentets egna data
filled-unknown =
    { $tag }: { $nearest ->
        [none] studien har ingenting med det namnet
       *[other] studien har ingenting med det namnet; menas { $nearest }?
    }
filled-no-number =
    { $tag }: inte ifylld; påståendets mening har { $count ->
        [0] inget tal
        [one] ett tal
       *[other] { $count } tal
    }: { $sentence }
filled-without-comment = i { $part }, utan kommentar
filled-count-written = ifyllda för första gången
filled-count-changed = ändrade, som spårade ändringar
filled-count-changed-plainly = ändrade
filled-count-same = redan rätt
filled-count-pending = föreslagna förut och ännu inte avgjorda
filled-count-taken-back = förslag som tagits tillbaka
filled-count-rejected = avvisade förut
filled-count-edited = ändrade av en redaktör
filled-count-deleted = borttagna i spårade ändringar, lämnade i fred
filled-count-fixed = inte skrivna
filled-count-unknown = uppkallade efter något som studien inte har
fill-comment-edited-item = Det som står här har ändrats för hand sedan insats fyllde i det, och får stå kvar. Rapporten har en annan version ({ $tag })
fill-comment-no-place = insats skriver inte här: kontrollen står inne i ett stycke, en rad eller en cell, och det den är uppkallad efter är ett eget block ({ $tag })
fill-comment-cells =
    { $count ->
        [one] En cell i tabellen har ändrats för hand och får stå kvar
       *[other] { $count } celler i tabellen har ändrats för hand och får stå kvar
    }; studien säger något annat ({ $tag })
fill-comment-caption = Bildtexten har ändrats för hand och får stå kvar. I rapporten heter den: ”{ $value }” ({ $tag })
filled-exchanged = { $tag }: en annan bild, tabell eller text
filled-cells =
    { $tag }: { $count ->
        [one] en cell
       *[other] { $count } celler
    }


## Vad som sägs i marginalen

mark-differs = Här står { $own }. Enligt underlaget: { $computed }.
mark-differs-undecided = Här står { $own }. Påståendet är: { $statement }
mark-fails = Påståendet stämmer inte. Enligt underlaget: { $computed }.
mark-open = Underlaget avgör inte om det stämmer. Beräknat: { $computed }. { $reason }
mark-true = Sant vore: { $truth }
mark-claim = Påstående { $claim }
mark-uncovered = Inget påstående gäller { $own }.
mark-in-note = I noten ”{ $text }”:
mark-in-box = I textrutan ”{ $text }”:
reference-missing = Det finns ingen { $own }. Den sista är { $last }.
reference-other = Här står { $own }, men hänvisningen leder till { $other }. Uppdatera fälten i Word (Ctrl+A, F9).
reference-lost = Hänvisningen { $own } leder till ett bokmärke som inte finns. När fälten uppdateras skriver Word ett felmeddelande i stället för numret.
reference-elsewhere = Här står { $own }, som visar ”{ $title }”. Det som meningen handlar om visas i { $other }: ”{ $shown }”
caption-order = { $own } följer på { $before }: bildtexternas nummer går inte i ordning.
caption-twice = { $own } finns två gånger.
caption-repeated = Samma text har redan { $first }.
caption-of-other = Så heter rapportens { $other }. { $item } heter: ”{ $title }”
cell-other = Här står { $own }. I rapportens { $item } står { $truth }.
data-other = Här står { $own }. Enligt underlaget: { $truth }.
data-other-of = Här står { $own }. Enligt underlaget: { $truth } ({ $of }).
known-millions = { $millions } mnkr
known-change = { $before } året före, nu { $after }; som andel { $share_before } procent, nu { $share_after } procent
known-points = { $digits } procentenheter
caption-other = I rapporten heter { $item }: ”{ $title }”
caption-base = I rapporten står vid { $item }: ”{ $texts }”
mark-only-word = { $file } är inget Word-dokument, och bara i ett sådant finns kommentarer
    .expected = ett Word-dokument (docx) efter --text
    .todo = utelämna --mark: listan visar rad och kolumn för det som ska rättas

## Att rulla ett manuskript till ett annat år

roll-without-claims = det finns ingen tidigare studie med påståenden
    .expected = ett [[earlier]] i study.toml, vars studie anger claims = "claims.csv"
    .todo = ange förra årets studie i study.toml, och ge den de påståenden som dess rapport skrevs efter
roll-undecided = manuskriptet har ändringar av insats som ingen har godtagit eller avvisat
    .expected = förra årets rapport som den publicerades
    .todo = godta eller avvisa dem i Word (Granska), och rulla den filen
roll-comment-of = ”{ $sentence }”
roll-comment-number = { $claim }: meningen säger något annat än förra årets påstående, och har inte ändrats. Sant för { $year }: { $text }
roll-comment-number-exchanged = { $claim }: här stod något annat än förra årets påstående sade, och det byttes ut, eftersom det står i en kontroll. Sant för { $year }: { $text }
roll-comment-otherwise = { $claim }: stämde { $then }, men stämmer inte { $now }. Sant för { $now }: { $text }
roll-comment-unknown = { $claim }: data för { $year } säger det inte: { $because }
roll-comment-fixed = Ett tal i stycket är resultatet av ett fält, och har inte ändrats
roll-comment-no-item = Rapporten för { $year } har ingenting som visar detsamma
roll-comment-caption-year = Här står { $then }, och bildtexten passar inget i rapporten: ska det vara { $now }?
roll-gap = [uppgift saknas]
rolled-sentences =
    { $file }: { $count ->
        [0] ingen mening bär ett påstående från { $then }
        [one] { $count } mening bär påståenden från { $then }; nu talar den om { $now }
       *[other] { $count } meningar bär påståenden från { $then }; nu talar de om { $now }
    }
rolled-rewritten = omskrivna, som spårade ändringar
rolled-commented = kommenterade: ska ses över
rolled-kept = sanna som de står
rolled-uncovered = meningar med tal som inget påstående gäller: läs dem själv
rolled-captions = bildtexter och rubriker med årets titlar, som spårade ändringar
rolled-captions-commented = bildtexter kommenterade: ska ses över
rolled-of-last-year = meningar och rubriker som nämner { $then } och inte bär något påstående: lämnade som de är, --all listar dem
rolled-claims =
    { $file }: årets påståenden, { $count ->
        [0] inget av förra årets efter dem
        [one] och ett av förra årets efter dem
       *[other] och { $count } av förra årets efter dem
    }
rolled-unknown =
    { $count ->
        [one] ett påstående i en kontroll har ett id som påståendena för { $now } inte har
       *[other] { $count } påståenden i kontroller har id som påståendena för { $now } inte har
    }: { $claims }. Ge dem till årets claims.csv, annars känner fill inte igen dem
