### Vilka som väntades svara och svarade, avstämning av medel, och hur känsliga siffrorna är.

key-expected-from = vilka som väntades svara: "register" eller "requisitions"; eller "file" med en lista
key-expected-file = filen med dem som väntades svara
expected-without-requisitions = de som väntades svara för { $area } är de som rekvirerat, men inga [[requisitions]] gäller området
    .todo = ange rekvisitionerna, eller "register" eller en lista i stället
expected-twice = { $recipient } står två gånger bland dem som väntas svara
    .expected = en gång; räknas en gång
expected-list-empty = { $file } har rubriker men ingen mottagare
    .expected = en rad för var och en som väntades svara
    .todo = fyll i listan, eller ange from = "register" eller "requisitions" i stället
expected-remarks = { $count ->
        [one] { $count } rad i listan över dem som väntas svara nämner ingen mottagare
       *[other] { $count } rader i listan över dem som väntas svara nämner ingen mottagare
    }: { $text }
    .todo = läses som anmärkningar; om en mottagare avses, rätta namnet
answers-unexpected = { $count ->
        [one] ett svar var inte väntat
       *[other] { $count } svar var inte väntade
    } för { $area }: { $names }
    .expected = bara svar från dem som [survey.expected] nämner; svaren räknas ändå
    .todo = komplettera listan, eller uteslut svaren under respondent.set_aside med ett skäl
in-allocated = { $found }, i [[allocated]]
allocated-list-empty = { $file } nämner ingen som tilldelats något för studiens områden
    .expected = en rad med belopp för varje mottagare
    .todo = fyll i listan, eller ta bort [[allocated]] om det inte är känt vad som tilldelats
allocations-missing = { $count ->
        [one] en mottagare som rekvirerat eller svarat för { $area } har
       *[other] { $count } mottagare som rekvirerat eller svarat för { $area } har
    } ingen tilldelning i [[allocated]]: { $names }
    .expected = ett belopp för var och en, 0 för den som inget tilldelats
    .todo = komplettera listan; annars är deras tilldelning inte känd, och påståenden om den kan inte avgöras
requisitioned-above-allocated = { $count ->
        [one] en mottagare har rekvirerat mer än den
       *[other] { $count } mottagare har rekvirerat mer än de
    } tilldelats för { $area }: { $recipient } har rekvirerat { $requisitioned } och tilldelats { $allocated }
    .expected = högst det som tilldelats
    .todo = kontrollera båda listorna; avstämningen visar vad som rekvirerats utöver det tilldelade
in-other-repayments = { $found }, i [[other_repayments]]
repayments-differ = { $count ->
        [one] en mottagares återbetalning skiljer
       *[other] { $count } mottagares återbetalningar skiljer
    } sig mellan { $first } och { $second }: { $recipient } har { $here } i den första och { $there } i den andra för { $area }
    .expected = samma belopp; medlen vägs mot den första
    .todo = ta reda på vad som gäller; avstämningen visar båda

response-without-sizes = by = "size" utan storleksklasser
    .expected = sizes = [20000, 50000], där klasserna börjar
response-sizes-unsorted = storleksklasserna börjar inte i stigande ordning
    .expected = varje tal större än det förra
item-without-weighting = studien väger inte medel mot det som rekvirerats: det finns inget att stämma av
    .expected = [[requisitions]] och något annat under [weighting] än per = "none"

response-level = Nivå
response-size = Invånare
response-expected = Väntade
response-answered = Svarat
response-late = Därav sent
response-partly = Därav delvis
response-missing = Inte svarat
response-unexpected = Oväntade svar
response-rate = Svarsandel
response-covered = Rekvirerat av dem som svarat ({ $unit })
response-covered-share = Andel av medlen
response-part-of-nothing = Hör inte till något län
response-size-unknown = Storlek okänd
response-size-below = Under { $to }
response-size-between = { $from }–{ $to }
response-size-above = { $from } och fler
response-axis = Svarat av väntade (procent)
response-chart = Stapeldiagram: andelen som svarat av dem som väntades svara.
response-by-register = { $several ->
        [0] Väntade är alla i registret.
       *[other] Väntade är alla i registret för { $areas }.
    }
response-by-requisitions = { $several ->
        [0] Väntade är de som rekvirerat medel och inte betalat tillbaka allt.
       *[other] Väntade är de som rekvirerat medel och inte betalat tillbaka allt för { $areas }.
    }
response-by-list = { $several ->
        [0] Väntade är de som står i studiens lista.
       *[other] Väntade är de som står i studiens lista för { $areas }.
    }
response-by-nothing = { $several ->
        [0] Vilka som väntades svara är inte känt.
       *[other] Vilka som väntades svara är inte känt för { $areas }.
    }
response-partly-means = { $late ->
        [0] Delvisa svar ingår bland dem som svarat.
       *[other] Sena och delvisa svar ingår bland dem som svarat.
    } Delvis är ett svar med någon ofullständig insats, eller utan någon insats som räknas.
response-late-unknown = { $late ->
        [0] Vilka svar som kom sent är inte känt.
       *[other] Vilka svar som kom sent är inte känt för { $areas }.
    }
response-unexpected-told = { $count ->
        [one] Ett svar var inte väntat: det
       *[other] { $number } svar var inte väntade: de
    } räknas i rapporten men inte i svarsandelen.

reconciled-step = Steg
reconciled-allocated = Tilldelat
reconciled-not-requisitioned = Skillnad: tilldelat men inte rekvirerat
reconciled-above-allocated = Skillnad: rekvirerat utöver det tilldelade
reconciled-allocation-unknown = Skillnad: rekvirerat av dem vars tilldelning inte är känd
reconciled-requisitioned = Rekvirerat
reconciled-repaid = Återbetalt
reconciled-repaid-by = Återbetalt enligt { $source }
reconciled-repaid-on = Återbetalt enligt { $source }, { $day }
reconciled-repaid-difference = Skillnad: återbetalt enligt { $source } utöver den första källan
reconciled-target = T: rekvirerat minus återbetalt, alla
reconciled-silent = Skillnad: T för dem som inte svarat
reconciled-answered = T för dem som svarat
reconciled-reported = S: redovisat i insatser som räknas
reconciled-reported-difference = Skillnad: S utöver T för dem som svarat
reconciled-weighted = Viktat
reconciled-not-attributed = Skillnad: T som inte kunnat fördelas
reconciled-excluded = Redovisat i ofullständiga insatser, räknas inte
reconciled-note = Använda medel (viktade) och medel som inte kunnat fördelas är tillsammans T för dem som svarat.
reconciled-without-allocated = Vad mottagarna tilldelats framgår inte av underlaget.

sensitivity-now = Medel ({ $unit })
sensitivity-without = Utan ovanliga J ({ $unit })
sensitivity-by-area = Med ett J per område ({ $unit })
sensitivity-by-recipient = Med ett J per mottagare ({ $unit })
sensitivity-difference = Skillnad ({ $unit })
sensitivity-percent = Skillnad (%)
sensitivity-rank = Platser upp
sensitivity-note = { $count ->
        [0] Ingen mottagare har
        [one] En mottagare har
       *[other] { $number } mottagare har
    } ett J (T/S) utanför 0,5–2. { $count ->
        [0] {""}
       *[other] Deras viktade medel är { $funds } av { $all }.
    } En insats med flera koder räknas för var och en. Platser upp är hur många platser koden skulle stiga bland områdets huvudkoder i domänen, ordnade efter medel.
sensitivity-most = { $count ->
        [one] Den rad som ändras mest visas.
       *[other] De { $count } rader som ändras mest visas.
    }
