### Figurer över år: förändring från ett år till ett annat, serier, priser

years-base = n{"\u00A0"}={"\u00A0"}{ $base }
years-change = Ändring
years-change-in-points = Ändring i procentenheter
years-change-in = Ändring i { $unit }
years-year = År
years-comparable = Jämförbart
years-share = Andel { $year }
years-share-alone = Andel
years-of = Bas { $year } (n)
years-part-left = Har slutat
years-part-joined = Har tillkommit
years-part-volume = Fler eller färre insatser
years-part-funds = Mer eller mindre medel
years-part-content = Annat innehåll
years-part-recoded = Varav kodning
years-share-of-funds = Andel av medlen (procent)

slope-grows = Ökar
slope-shrinks = Minskar
slope-stays = Oförändrat

## Anmärkningar

years-as-coded = Jämförelsen räknar det som är kodat; andra figurer i rapporten visar skattningar.
years-missing = Ett tidigare år saknas: det finns ingen studie i { $folder }.
years-answered = Svarade både { $then } och { $now }: { $both }; bara { $then }: { $left }; bara { $now }: { $joined }.
years-answered-alike = Samma { $both } svarade { $then } och { $now }.
years-answered-in-areas = Svarade både { $then } och { $now }, räknat i vart och ett av { $areas } områden: { $both }; bara { $then }: { $left }; bara { $now }: { $joined }.
years-broken = { $then } och { $now } kan inte jämföras: { $why }.
years-left-out = Ingår inte: { $areas }.
years-area-new = { $area } (nytt { $now })
years-area-gone = { $area } (fanns bara { $then })
years-area-broken = { $area } (kan inte jämföras: { $why })
years-area-other = { $area } (kan inte jämföras med alla år)
years-gap = För { $year } finns inga uppgifter.
years-gap-of-funds = Studien av { $year } har inga medel.
years-gap-of-currency = Medlen { $year } är i { $then } och ställs inte bredvid dem i { $now }.
years-gap-of-domain = Inget kodades efter { $domain } { $year }.
years-gap-of-subcodes = { $main } hade inga underkoder { $year }.
years-gap-of-question = Frågan ställdes inte { $year }.
years-codes-not-there =
    { $count ->
        [one] Koden { $names } fanns inte { $year }.
       *[other] Koderna { $names } fanns inte { $year }.
    }
years-options-not-there =
    { $count ->
        [one] Alternativet { $names } fanns inte { $year }.
       *[other] Alternativen { $names } fanns inte { $year }.
    }
years-without-code = Utan kod för { $domain }: { $parts }.
years-without-code-in = { $counted } insatser { $year }
years-several-codes = En insats kan ha flera koder och räknas en gång under varje.
years-bases-differ = Alternativen har olika baser; de står i figurens tabell.
years-unrounded = Ändringen är räknad på oavrundade tal.
years-prices = Medlen är i { $year } års priser. Index: { $source } ({ $index }).

## Textalternativ

years-change-chart = Diagram med två punkter och en linje per rad: { $axis }, { $years }.
years-slope-chart = Lutningsdiagram, en linje per rad från det första året till det andra: { $axis }, { $years }.
years-series-chart =
    { $count ->
        [one] { $count } litet diagram: { $axis }, { $years }.
       *[other] { $count } små diagram med samma skala: { $axis }, { $years }.
    }
years-in-points = { $change } procentenheter
years-row-changed = { $row }; { $change }
years-grown = Mest har ökat: { $rows }.
years-shrunk = Mest har minskat: { $rows }.

## Deklarationer

item-without-earlier = figuren jämför år, och inget tidigare år är deklarerat för { $year }
    .expected = [[earlier]] i study.toml, med study = "…", mappen med studien av ett tidigare år
    .todo = deklarera den tidigare studien, eller ta bort figuren
item-year-unknown = inget tidigare år { $year } är deklarerat
    .expected = något av åren i [[earlier]] i study.toml: { $years }
    .todo = ändra året, eller deklarera studien av det
item-year-is-own = figuren jämför { $year } med sig självt
    .expected = något av åren i [[earlier]] i study.toml: { $years }
    .todo = ange ett tidigare år
item-year-twice = året { $year } står två gånger
    .expected = varje år en gång
    .todo = ta bort det ena
item-years-without-earlier = figuren är en serie och anger inget tidigare år
    .expected = år i [[earlier]] i study.toml: { $years }
    .todo = ange dem, eller ta bort years: då visas alla
item-key-of-other = { $key } säger ingenting utan { $of }
    .expected = { $key } bredvid { $of }
    .todo = ta bort { $key }
item-prices-of-no-funds = priser gäller medel, och figuren jämför inga
    .expected = measure = "funds" eller "share_of_funds"
    .todo = välj det måttet, eller ta bort prices
item-question-nowhere = ingen enkät ställer { $question }
    .expected = id för en fråga i study.toml
    .todo = { $suggestion }
item-without-funds = figuren jämför medel, och studien har inga medel
    .expected = measure = "interventions" eller "share"
    .todo = byt mått; eller ange kolumnen med använda medel (funds) i varje enkät i study.toml
item-without-prices = figuren vill ha medel i ett års priser, och inga priser är deklarerade
    .expected = [prices] i study.toml, med year, index och source
    .todo = deklarera priserna, eller ta bort prices
prices-index-unfit = { $index } är inget index för { $year }
    .expected = ett tal över noll, som 415.1
prices-index-year = { $year } är inget år
    .expected = ett år per index, som 2024 = 415.1
prices-without-year = indexet saknar året { $year }
    .expected = ett index för { $year } och för varje år som jämförs
    .todo = lägg till { $year } = …
item-answers-have-no-funds = figuren jämför svar på en fråga, och svar har inga medel
    .expected = measure = "count" eller "share"
    .todo = byt mått
item-domain-or-question = figuren ska jämföra antingen koder eller svar
    .expected = domain = "…" eller question = "…", inte båda
    .todo = ange det ena
