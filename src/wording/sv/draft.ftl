### Utkast till beskrivningar: vad som är osäkert, vad som har ändrats, och kommentarerna i study.toml och report.toml.

## Märken i kommentarer; UNSURE, CHECK, CHANGED och MISSING är desamma på alla språk

drafted-head =
    Ett utkast som insats init har gjort av filerna i mappen. UNSURE står där det fanns mer än ett sätt att läsa, med vad
    annat som sågs: se efter, rätta och ta bort märket. Kör sedan insats check. docs/reference/study.md förklarar varje
    nyckel. I ett kolumnnamn står {"{n}"} för numret på en insats och {"{option}"} för ett svarsalternativ.
drafted-carried-head =
    Överförd från ett tidigare år av insats init. CHANGED står vid det som har fått ett nytt namn eller det nya året,
    MISSING vid det som inte finns i mappen, CHECK vid det som är nytt eller nämner andra år, UNSURE vid det som är
    osäkert. Se efter, rätta och ta bort varje märke. Kör sedan insats check.
marks-left =
    { $count ->
        [one] ett märke från utkastet är kvar
       *[other] { $count } märken från utkastet är kvar
    }: { $places }
    .expected = ett utkast som någon har gått igenom
    .todo = se över det som varje kommentar gäller, rätta det och ta bort kommentaren
marks-in-file =
    { $mark } i { $file }, { $of_mark ->
        [one] rad
       *[other] raderna
    } { $lines }

## Det som står i ett utkast

drafted-title = Insatser { $year }
drafted-complete =
    Vilka uppgifter en insats måste ha, och texter som räknas som tomma; de här sågs bland aktiviteterna.
drafted-column-without-survey = { $column } = "…"   ingen enkät hör till den
drafted-contacts = Kontaktuppgifter, läses aldrig: { $columns }.
drafted-tool = Läst som en export från { $tool }.
drafted-form = Frågor och svar heter som i formuläret { $file }.
drafted-all-sent-in = Kolumnen { $column } säger att alla svar är inskickade, och läses inte.
drafted-only-sent-in =
    { $count ->
        [one] { $count } rad läses
       *[other] { $count } rader läses
    } inte: svar som inte är inskickade eller inte ska räknas, enligt kolumnen { $column }.
drafted-left =
    Kolumner som inte nämns här och inte läses: { $columns }{ $more ->
        [0] { "" }
       *[other] { " " }och { $more } till
    }.
drafted-skeleton-head =
    En stomme som insats init har gjort: en post för allt som kan visas. Ta bort det som rapporten inte behöver, ordna
    posterna och skriv om titlar och noter. docs/reference/report.md förklarar slag och nycklar.
drafted-source = Källa: Enkät { $year }.
drafted-title-of-codes = Antal insatser och använda medel, efter { $domains }
drafted-title-of-area = { $area }: { $title }
drafted-note-interventions = Totalt har {"{interventions}"} insatser redovisats.
drafted-note-answered = {"{answered}"}

## Vad en anmärkning gäller

remark-title = titeln
remark-year = året
remark-repaid = återbetalda medel i { $file }
remark-open-question = öppen fråga { $name }
remark-codebook = kodboken
remark-surveys = enkäter
remark-codes = koderna i { $file }
remark-file = filen { $file }
remark-funds = medlen i { $file }
remark-level = nivån för { $of }
remark-area = området för { $column }
remark-unit = enheten i { $file }
remark-amount = beloppen i { $file }
remark-areas = områdena i { $file }
remark-columns = kolumner i { $of }
remark-register = registret { $file }
remark-role = rollen för { $file }
remark-survey = enkäten { $area }
remark-title-of = titeln på { $area }
remark-id = uppgiftslämnarnas id i { $area }
remark-blocks = insatserna i { $area }
remark-field = { $key } i { $area }
remark-text = texten { $text }
remark-texts = texterna i { $area }
remark-only = raderna som läses i { $area }
remark-money = medlen
remark-question = frågan { $id } i { $area }

## Vad som är osäkert: studien

unsure-also = { $doubt }; { $more }
unsure-also-seen = sågs också: { $others }
column-in-file = { $column } i { $file }
unsure-title = filerna säger inte vad studien heter
unsure-no-money-anywhere = ingen fil har belopp: studien har inga medel, och figurerna räknar bara insatser. Finns det belopp, lägg filen i mappen och gör utkastet på nytt
unsure-no-year = ingen fil och ingen kolumn nämner något år
unsure-next-year = ingen fil och ingen kolumn nämner något år; det är året efter den tidigare studiens
unsure-year-of-others = bara namnen på andra filer än exporterna nämner det
unsure-other-years = filerna nämner också { $year }
unsure-codebooks = andra ligger bredvid: { $others }
unsure-repaid-without-area = { $columns } läses inte, så det återbetalda dras inte av: ge en kopia av filen en kolumn med område, och ange area, amount och repaid
unsure-open-question =
    kodboken kodar svaren på { $name }, och ingen ensam kolumn med löpande text heter så; om frågan ställs, deklarera dess kolumn som [survey.question.{ $name }] text = "…"{ $count ->
        [0] {""}
       *[other] ; kolumner som inte läses: { $columns }
    }
unsure-codebook-of-earlier = den tidigare studiens kodbok, skriven bredvid; se efter om den gäller även i år
unsure-codebook = ingen kodbok finns i närheten; programmets egen, för psykisk hälsa, är skriven bredvid
unsure-no-survey =
    ingen fil har rader med mottagare och redovisade medel; deklarera dem för hand, eller se med insats peek hur en fil
    läses

## Vad som är osäkert: medel

unsure-requisitioned = de rekvirerade medlen kan också vara { $others }
unsure-requisitioned-column = det rekvirerade kan också vara { $others }
unsure-other-funds = { $column } talar om andra medel än rekvirerade
unsure-other-year = { $column } i { $file } talar om ett annat år än studiens
unsure-amounts-fit = beloppen stämmer lika bra med { $areas }
unsure-thousandfold =
    det ena är omkring tusen gånger det andra; något av dem kan vara i tusental kronor (unit)
unsure-what-was-left = varken namn eller belopp säger det; det är den som blev över
unsure-other-numbers = andra kolumner med tal: { $columns }
unsure-no-money = inget i namnet { $column } säger att det är pengar
unsure-no-area = inget i namnet { $column } säger att det är området
unsure-two-units = { $column } har en annan enhet, och samma enhet gäller för båda
unsure-also-repaid = sågs också, som återbetalt: { $others }
unsure-units = kolumnerna är i { $units }, och samma enhet gäller för alla; lägg dem i var sin fil
unsure-no-survey-for-sheet = det ser ut som rekvisitioner, men ingen enkät hör till dem; de är utelämnade
unsure-may-be-repaid = { $column } säger radens område, som i en lista; den kan vara en lista över återbetalningar
unsure-words-without-survey = ingen enkät hör till de här orden i listan; deras rader är utelämnade
unsure-other-repayments = sågs också: { $others }; en studie har en enda lista över återbetalningar
unsure-other-corrections = sågs också: { $others }; en studie har en enda lista med rättelser
second-list-of-repayments =
    en andra lista över återbetalningar; en studie har en enda, så för ihop dem i en fil
second-list-of-corrections =
    en andra lista med rättelser; en studie har en enda, så för ihop dem i en fil
unsure-small-amounts = tolkad som återbetalningar, för beloppen är små bredvid dem i { $file }
unsure-other-level = namnen stämmer också med nivån "{ $level }"
unsure-level-of-file = filens namn talar om nivån "{ $level }"

## Vad som är osäkert: koder

unsure-no-domain =
    { $file } ser ut som ett kodblad, men ingen rubrik nämner en domän, och bladet är utelämnat; koder står i { $columns }. Deklarera [[coding]] med role = "final", file = { $file }, { $of_sheet }intervention = { $intervention }
    och en kolumn för varje domän, som domains = {"{"} { $domain } = { $first } {"}"}; domänerna är { $domains }
unsure-coders-own = { $column } tolkas som en kodares egna koder
unsure-codes-elsewhere = koder i samma domäner står också i { $columns }
unsure-several-rows = insatser står på flera rader, som när varje kodare har egna rader
unsure-codes-left-out = också andra kolumner har koder, och de är utelämnade: { $columns }
unsure-not-final = namnet säger att koderna inte är slutliga, eller inte längre
unsure-whose-codes = inget säger om det är de slutliga koderna eller en kodares egna
unsure-final-elsewhere =
    de slutliga koderna tas från { $name }; de här kan vara en kodares egna, en annan version eller de slutliga
unsure-final-also = de slutliga koderna kan också vara de i { $others }
unsure-coder-twice = också en annan kodare heter { $name }

## Vad som är osäkert: enkäter

unsure-whose-status = { $column } kan också säga hur långt insatserna har kommit; ta då bort "only", så läses alla rader
unsure-twin = samma id står i { $file }; det kan vara samma export två gånger
unsure-title-of-area = orden kommer från rekvisitionerna; skriv titeln så som läsarna ska se den
unsure-register = antas vara ett register, för mottagare i andra filer står i det; ange vad de kallas, som one = "en skola", several = "skolor"
unsure-id = ingen kolumn kallas id; den här har olika värden på varje rad
unsure-id-by-codes = vald för att kodbladen har dess värden; sågs också: { $others }
unsure-no-coded-id = ingen kolumn har kodbladens id
unsure-block-spelling =
    { $name }{ $more ->
        [0] { "" }
       *[other] { " " }och { $more } till
    } stavas inte som "{ $pattern }"; se med insats check om den läses, eller stava lika i en kopia av exporten
unsure-persons =
    { $columns } kan innehålla namn på personer, och inget av det har kommit med; om det inte är så, deklarera för hand
unsure-longest-texts = namnet säger inte mycket; den har de längsta texterna
unsure-text-label = kodboken nämner texten men säger inte vad läsarna kallar den; skriv det som de ska se
unsure-texts-without-column =
    ingen rubrik säger vilken kolumn som är texten { $texts }, som kodboken kodar; skriv dess rubrik, som { $first } = "…".
    { $count ->
        [0] Ingen annan kolumn har löpande text
       *[other] Andra kolumner med löpande text: { $columns }
    }
unsure-unused-funds = { $name } talar om planerade, beviljade, samlade eller andra medel, inte bara om de använda
unsure-planned = { $name } talar om det som planerades
unsure-unit-above = det som står ovanför tabellen säger att beloppen är i { $unit }

## Vad som är osäkert: frågor

unsure-answer-of-signs = ett svar består bara av tecken; se efter vad värdet betyder
unsure-one-answer = alla svar är lika; det kan ha funnits andra att välja
unsure-free-text = { $answers } olika svar i { $count } celler; det kan vara fritext
unsure-maybe-joined = { $answers } kan vara flera svar som står i samma cell; deklarera i så fall frågan med "joined"
unsure-ranking = varje cell har alla alternativ, i olika ordning, så de är rangordnade; det som räknas är att alla valdes: stryk frågan, eller räkna bara vilka som satte ett alternativ först
unsure-never-apart = svaren är delade vid varje blanksteg; { $pairs } står aldrig isär och kan vara ett svar: se efter i formuläret
unsure-order-of-words = svaren är delade vid varje blanksteg; några står i båda ordningarna, så det kan vara en rangordning eller löpande text: se efter i formuläret
unsure-labels-apart = svaren står med blanksteg emellan, och blanksteg kan också stå inne i ett alternativ; de här har skilts åt: { $options }; se efter i formuläret om det är dess alternativ, och deklarera frågan med "choice" om bara ett svar kunde ges
unsure-options-begin-alike = några rubriker börjar med { $stem }, och alla med { $whole }: frågan kan vara det ena eller det andra, och det som följer dess alternativ; se efter i enkäten
unsure-bracket = det som står inom parentes är läst som alternativ till { $stem }; om det bara förklarar dem börjar de tidigare: se efter i enkäten
unsure-group-of-form = { $stem } kan vara en fråga med alternativ, eller en grupp i formuläret med egna frågor som besvaras med 1 och 0: se efter i formuläret
unsure-sign-with-space = tecknet mellan svar har inget blanksteg efter sig, så att { $option } är ett; se efter om alla alternativ är hela
unsure-separator =
    skiljetecknet verkar också stå inne i svarsalternativ: { $parts } står aldrig först; deklarera alternativen hela med
    "options"
unsure-comma = också inne i ett svarsalternativ kan det stå komma; deklarera i så fall alternativen hela
unsure-whole-options = alternativen är delade där en stor bokstav börjar, så att { $option } är ett; se efter om alla är hela
unsure-own-words =
    de här står en gång: { $texts }; det som skrivits under "annat" är inget eget svar: stryk det, och ange svaret som det räknas som, som other = "Annat"
unsure-option-codes = alternativen är koder; ge dem namn, som options = {"{"} Barn = "1" {"}"}
unsure-answer-codes = svaren är koder; ge dem namn, som answers = {"{"} Ja = "1" {"}"}
unsure-codes-not-in-form = { $codes } finns inte i formuläret; ge det ett namn
unsure-follow-up = en följdfråga, enligt cellerna; se efter i enkäten
unsure-follow-up-as-in = en följdfråga som i { $area }; här visar cellerna det inte
unsure-spelling = { $names } stavas inte som "{ $pattern }"
unsure-blank = ingen cell är ifylld; frågan kan ha en annan form
unsure-yes-as-marks = Ja och Nej läses som kryss; formen kan också vara "items"
unsure-unknown-scale = svaren hör inte till någon känd skala
unsure-mentions =
    andra kolumner skiljer sig bara på en siffra och har samma svar; de kan vara flera svar på en och samma fråga
unsure-question-twice = också en annan fråga heter { $id }
unsure-further-options =
    alldeles intill, och med samma slags celler, kan { $names } vara fler svarsalternativ; de är inte med här
unsure-remarks = mönstret tar med också kolumner med kommentarer bredvid svaren: { $names }
unsure-option-of = det kan vara ett svarsalternativ i { $id }
unsure-options-alike = svarsalternativ skiljer sig bara på stora bokstäver eller mellanslag: { $pairs }

## Vad som har ändrats sedan ett tidigare år

changed-year = { $from } har blivit { $to }; se efter att det stämmer.
changed-name = hette { $was }; se efter att det är samma.
check-years = texten nämner { $years }.
check-new-answers = finns i den nya exporten men är inte deklarerat: { $answers }.
check-shape = i den nya exporten { $shape ->
        [rows] är varje rad en insats
        [table] står insatserna i en egen tabell
       *[blocks] står insatserna i numrerade block
    }, och här är det deklarerat på annat sätt.
check-header = den nya exporten har { $rows ->
        [one] en rubrikrad
       *[other] { $rows } rubrikrader
    }, och här är ett annat antal deklarerat.
check-unit = den nya kolumnens namn talar om { $unit }.
check-separator = i den nya exporten står { $separator } mellan svaren.
missing-name = inget med det namnet finns i år.
missing-name-with-nearest = inget med det namnet finns i år; närmast är { $near }.
missing-file-of-section = filen finns inte i mappen; ta tillbaka avsnittet när den har kommit.
missing-file-of-key = filen finns inte i mappen.
missing-survey-of-item = enkäten finns inte i mappen.
year-changed-in-texts =
    { $from } har blivit { $to } i { $count ->
        [one] en text
       *[other] { $count } texter
    }; se efter på raderna med CHANGED
other-years-in-texts = texter nämner { $years }; se efter på raderna med CHECK

## Varför inget kändes igen i en fil

unrecognised-because = { $reasons }
unrecognised-sheet = bladet { $sheet }: { $reason }
unrecognised-no-table = inget synligt blad har rubriker över minst två kolumner med rader under
unrecognised-nearest =
    ingen kolumn innehåller mest regioner, län eller kommuner; närmast är { $name }: { $found } av { $all } celler
unrecognised-no-recipients =
    ingen kolumn innehåller mest regioner, län eller kommuner, som namn eller, under en rubrik som säger det, som koder
unrecognised-repayments = det handlar om återbetalningar, men saknar en kolumn var för mottagare, område och belopp
unrecognised-rows-of-interventions =
    mottagarna kommer igen, som i en lista med en rad per insats, men rubrikerna säger inte var använda medel (medel,
    belopp, bidrag, kostnad, kronor) och det som gjordes står; skriv in den för hand, med rows = "interventions"
unrecognised-codes =
    dess kolumner heter som koder, så som { $tool } skriver dem; exportera den med frågornas fulla text, eller lägg en lista bredvid över
    vad koderna betyder: fråga, delfråga, värde, text
unrecognised-no-funds = det finns mottagare, men ingen rubrik talar om använda medel (medel, belopp, kostnad, kronor)
unrecognised-no-amounts = i { $name } kan bara { $read } av { $all } celler läsas som belopp
unrecognised-no-block =
    { $name } kan vara använda medel, men står varken i ett block för en insats (som "Insats 1: …") eller i ett blad med
    insatser
