### En kodbok över tid: ändringslistan, vad den gör med kodblad, och vad det blir.

## Ändringslistan

key-map-version = den nya kodbokens version
key-map-code = en kods id
key-map-codes = en lista med koders id
key-map-label = kodens namn, så som läsare ser det
key-map-definition = vad koden betyder, så som kodare läser det
map-without-system = ändringen säger inte, eller säger två gånger, vilket kodsystem den gäller
    .expected = system med ett kodsystems id, eller domain med id för ett område som använder det
    .todo = ange ett av dem
map-system-unknown = det finns inget kodsystem { $system }
    .expected = id för ett kodsystem i kodboken
    .todo = { $suggestion }
map-domain-unknown = det finns inget område { $domain }
    .expected = id för ett område i kodboken
    .todo = { $suggestion }
map-says-nothing = ändringen ändrar ingenting
    .expected = rename med to, label eller definition; move med under, main, after eller before; merge med flera koder; split med flera att välja mellan
    .todo = fyll i det som saknas, eller ta bort den
map-says-two-places = ändringen anger två platser för koden
    .expected = under eller main, after eller before
    .todo = ta bort det ena
map-version-same = kodboken har redan version { $version }
    .expected = en annan version, för dem som kodade efter den gamla
    .todo = ge den nya kodboken en egen version
map-empty = listan har ingen ändring
    .expected = [[rename]], [[move]], [[merge]], [[split]], [[new]] eller [[gone]]
    .todo = skriv vad som händer med vilken kod
map-code-unknown = kodboken har ingen kod { $code } i { $system }
    .expected = en kod i kodboken som den är
    .todo = { $suggestion }
map-code-of-system = koden hör till systemet { $system }
map-code-twice = två ändringar gäller { $code }; den andra står på { $other }
    .expected = en ändring för varje kod
    .todo = slå ihop dem: även move och merge kan ge annat id, namn och annan definition
map-merge-without-words = koderna slås ihop till en ny, som inget sägs om
    .expected = label och definition
    .todo = skriv båda, eller slå ihop till en av koderna
map-target-unknown = den nya kodboken har ingen kod { $code } i { $system }
    .expected = en kod som finns kvar, eller en som listan skapar, med dess nya id
    .todo = { $suggestion }
map-of-other-version = listan leder till version { $own }, och studiens kodbok är version { $other }
    .expected = listan som leder till studiens kodbok
    .todo = kontrollera att det är rätt lista, och rätta dess version
map-code-not-arrived = listan leder till { $code }, och studiens kodbok har ingen sådan kod där
    .expected = en kod i studiens kodbok
    .todo = { $suggestion }
map-other-main = listan låter { $code } räknas till { $main }, och studiens kodbok har den under { $other }
    .expected = en lista som säger det kodboken säger
    .todo = rätta listan ([[move]] med eller utan under), eller kodboken
map-place-unknown = den nya kodboken har ingen kod { $code } här
    .expected = en kod i samma system, med dess nya id
    .todo = { $suggestion }
map-main-unknown = { $code } ska stå under { $parent }, som inte är någon kod i systemet
    .expected = en huvudkod, med dess nya id
    .todo = { $suggestion }
map-under-subcode = { $code } ska stå under { $parent }, som själv är en underkod
    .expected = en huvudkod; koder har två nivåer
    .todo = ange en huvudkod, eller flytta underkoderna till { $code } först
map-before-main = { $code } ska stå före sin huvudkod { $parent }
    .expected = en huvudkod före sina underkoder
    .todo = välj en annan plats med after eller before
map-subcode-orphaned = { $parent } försvinner, och underkoden { $code } blir utan huvudkod
    .expected = en plats för varje underkod
    .todo = lägg till en [[move]], [[merge]] eller [[gone]] för { $code }
map-code-unfit = { $code } kan inte vara en kod
    .expected = ett id utan blanksteg, ; och , som inte slutar med ett frågetecken
    .todo = välj ett annat id
map-code-like-formula = { $code } kan inte vara en kod: ett kalkylprogram tar det som börjar så för en formel
    .expected = ett id som börjar med en bokstav eller siffra
    .todo = välj ett annat id
map-code-means-state = { $code } kan inte vara en kod: det betyder något annat där koder står
    .expected = ett annat id än none, not-coded, unsettled, uncoded, coded, och än ett blads ord för att inget passar
    .todo = välj ett annat id
map-code-there = den nya kodboken har en annan kod { $code }
    .expected = ett id som ingen annan kod har
    .todo = välj ett annat id, eller slå ihop koderna
map-book-wrong = kodboken som det blir är felaktig: { $reasons }
    .expected = en kodbok utan fel
    .todo = ändra listan

## Vad som inte kan föras över

nothing-to-migrate = studien anger ingen kodbok
    .expected = codebook = "…" i study.toml
    .todo = ange kodboken vars koder ska ändras
migration-without-author = det finns beslut om koder vid sidan av bladen, och en rad där måste säga vem som ändrar dem
    .expected = --who och --why
    .todo = kör kommandot igen med båda
gone-code-used = en kodning har { $code }, som ska försvinna
    .expected = ingen kodning med en kod som försvinner, eller vad den blir
    .todo = skriv to = "none" eller to = "…" i listan, eller koda om svaret
no-word-for-none = ingen kod är kvar här, och bladet har inget ord för att ingenting passar
    .expected = none = "…" för bladet i study.toml
    .todo = ange ordet
sheet-not-a-text = { $cells ->
        [one] en cell i { $file } skulle ändras
       *[other] { $cells } celler i { $file } skulle ändras
    }, och filen kan inte ändras på plats
    .expected = en CSV-fil, eller en arbetsbok i .xlsx med vanliga celler där
    .todo = spara bladet som CSV (det gör insats peek --csv), ange den filen i study.toml, och lås den med insats lock
sheet-not-exact = filen är inte skriven så som dess teckenkodning skriver, så att även annat skulle ändras
    .expected = en text i en enda teckenkodning
    .todo = spara den som UTF-8 i ett kalkylprogram
cell-cannot-hold = cellen rymmer inte sina nya koder så som filen är skriven
    .expected = koder som filens teckenkodning och avgränsare klarar
    .todo = välj andra id, eller spara filen som UTF-8
migration-without-list = { $count ->
        [one] en kodning väntar
       *[other] { $count } kodningar väntar
    } på beslut, och ingen lista över dem är beställd
    .expected = --out med en mapp för listan
    .todo = kör kommandot igen med --out

## Beviset

migrated-codings-differ = { $count ->
        [one] en kodning skulle avvika
       *[other] { $count } kodningar skulle avvika
    } från vad listan säger: { $names }
    .expected = samma koder, utom där listan nämner dem
    .todo = se om ett nytt id betyder något annat i bladet, som ordet för att inget passar; ingenting har skrivits
migrated-people-differ = { $count ->
        [one] om en kodning är man oense, och den skulle bli avgjord
       *[other] om { $count } kodningar är man oense, och de skulle bli avgjorda
    } av de nya koderna: { $names }
    .expected = ett beslut om vilket som gäller innan koderna ändras
    .todo = besluta med insats accept, och kör kommandot igen; ingenting har skrivits
migrated-counts-differ = { $code } ({ $domain }) skulle räknas { $found } gånger, och listan gör { $wanted } av det som fanns
    .expected = samma tal, utom där listan nämner koderna
    .todo = ingenting har skrivits; det är ett fel i insats om inte studiens filer har ändrats under tiden
migrated-shared-codebook = kodboken ligger utanför studien: andra studier som använder den känner inte koderna i version { $version }
    .expected = en egen kodbok för studien, eller en lista för varje studie som använder den
    .todo = ge de andra en kopia av den gamla kodboken, eller för över studien med en egen kopia
migrated-earlier = den tidigare studien { $study } ändras inte: den har kvar de gamla koderna
    .todo = ange kartan i codes under dess [[earlier]]; använder båda studierna samma kodboksfil ska den tidigare få en kopia av den gamla versionen
migrated-model = modellen lärdes med de gamla koderna
    .expected = en modell för den nya kodboken
    .todo = lär om den med insats learn

## Vad som skrivs ut

migration-of = Från { $from } till { $to }:
head-code-before = kod före
head-code-after = kod efter
head-before = före
head-after = efter
head-funds-before = före, { $unit }
head-funds-after = efter, { $unit }
migration-others-same = { $count ->
        [one] En annan kod är
       *[other] { $count } andra koder är
    } som förut, med { $codings ->
        [one] en kodning
       *[other] { $codings } kodningar
    }, i antal och medel.
migration-coded-otherwise = { $count ->
        [one] Ett svar som regler eller förslag kodar
       *[other] { $count } svar som regler eller förslag kodar
    } får andra koder: { $names }
migration-to-decide = { $count ->
        [one] En kodning väntar
       *[other] { $count } kodningar väntar
    } på beslut; cellen har ett frågetecken efter koden, och räknas som ännu utan kod till dess.
migration-claim = Påståendet { $claim } { $was } med { $computed }, och därefter { $is } med { $now }.
migration-file-cells = { $file }: { $places ->
        [one] ett ställe
       *[other] { $places } ställen
    }
migration-file = { $file }
migration-written = Läst på nytt är alla kodningar och antal vad listan gör av de gamla. Alla filer är på plats.
migration-not-written = Läst på nytt är alla kodningar och antal vad listan gör av de gamla. Ingenting har skrivits; --write lägger filerna på plats.

## En ändring som avbröts

in-new-codebook = enligt den nya kodboken: { $found }
change-finished = en ändring av de här filerna avbröts, och är slutförd nu: { $files }
    .expected = filer som hör ihop
    .todo = ingenting; ge kommandot igen
change-put-back = en ändring av de här filerna avbröts, och är återställd nu: { $files }
    .expected = filer som hör ihop
    .todo = ge kommandot som ändrade dem igen, om de ska ändras
change-stuck = en ändring av filer avbröts, och någon har ändrat några av dem sedan dess: { $files }
    .expected = filer som hör ihop
    .todo = se på dem och på deras .bak-filer, rätta alla, och ta bort { $list } ur mappen
