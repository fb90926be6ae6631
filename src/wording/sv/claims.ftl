### Påståenden: villkorens språk, och vad de prövas mot.

mistake-at-character = tecken { $position }: { $found }
claim-mistake = påstående { $claim }, tecken { $position } i villkoret: { $found }

## Läsning av ett villkor: vad som står på fel plats

name-stands-here = här står { $name }
    .expected = { $expected }
text-stands-here = här står texten { $text }
    .expected = { $expected }
number-stands-here = här står ett tal
    .expected = { $expected }
sign-stands-here = här står tecknet { $sign }
    .expected = { $expected }
assertion-ends-here = villkoret slutar här
    .expected = { $expected }

wanted-end = slutet, eller ; före nästa villkor
wanted-closing-parenthesis = en högerparentes
wanted-quantity = ett tal eller ett mått, t.ex. interventions, funds, respondents
wanted-breakdown-in-parentheses = en uppdelning inom parentes, t.ex. total(interventions by activity)
wanted-area = ett område i studien, eller "all"
wanted-colon-behind-areas = ett kolon mellan områden och urval, eller en högerparentes
wanted-condition-goes-on = "and", "or" eller en högerparentes
wanted-item-in-parentheses = en av rapportens delar inom parentes, t.ex. cell(tabell-01, "Löner", used_kr)
wanted-item = en av rapportens delar, t.ex. tabell-01
wanted-row-or-column = en rad eller kolumn i tabellen
wanted-table-goes-on = ett komma, ett kolon före ett urval av rader, eller en högerparentes
wanted-condition = ett urval, t.ex. activity = G1, targets = "Anhöriga" eller number(targets) > 1
wanted-question-or-domain = en fråga eller en domän
wanted-domain-or-question = en domän eller en fråga
wanted-comparison-sign = = != < <= > >=
wanted-a-number = ett tal
wanted-item-of-question = en delfråga
wanted-sign-and-value = = eller != och en kod eller ett svar
wanted-value-behind-sign = en kod eller ett svarsalternativ efter = eller !=
wanted-value = en kod eller ett svarsalternativ
wanted-column = en kolumn
wanted-cells = cells(del av rapporten, kolumn)
wanted-comma-and-column = ett komma och en kolumn i tabellen
wanted-column-of-item = en kolumn i tabellen
wanted-by = "by" och en domän, en fråga, area eller recipient
wanted-of-main-code = "of" och en huvudkod
wanted-main-code = en huvudkod
wanted-answer-of-question = ett svarsalternativ på frågan
wanted-value-of-ranking = ett värde i rangordningen
wanted-values-of-ranking = en kod, ett svarsalternativ eller ett annat värde i en rangordning
wanted-ranking = "in" och en rangordning, t.ex. in interventions by activity
wanted-place =
    en plats: first, second, last, highest, lowest, among highest 3, among lowest 3, main, present, absent, eller ett ord
    som vanligt
wanted-count-of-highest = hur många av de högsta
wanted-count-of-lowest = hur många av de lägsta
wanted-count-of-first = hur många av de första
wanted-end-and-count = "highest" eller "lowest" och ett tal
wanted-likeness = "same order as", "same highest 3 as", "same values as" eller "different …" och en annan rangordning, eller "in" och ett årtal
wanted-part-of-ranking = order, highest, lowest eller values
wanted-other-ranking = "as" och en annan rangordning, eller "as in" och ett årtal
wanted-comparison = en jämförelse: = != < <= > >=, eller "is" och ett ord som ungefär, eller "by"
wanted-precision = ett precisionsord, t.ex. ungefär, rounded, flera, majoriteten
wanted-year = ett årtal
wanted-since = "since" och ett årtal

text-not-closed = en text börjar här och slutar aldrig
    .expected = ett avslutande citattecken
number-unreadable = "{ $text }" är inget tal
    .expected = siffror, med decimalpunkt
sign-without-meaning = tecknet { $sign } betyder inget här
parentheses-too-deep = för många parenteser inuti varandra
number-too-large = talet är för stort
assertion-measure-unknown = { $measure } är inget mått
    .expected =
        interventions, funds, respondents, recipients, requisitioned, cell, … enligt docs/reference/claims.md
    .todo = { $suggestion }
cell-wrongly-formed = här saknas en rad eller kolumn
    .expected = cell(del av rapporten, "rad", kolumn)
rows-wrongly-formed = här saknas en rad eller kolumn
    .expected = rows(del av rapporten) eller rows(del av rapporten: urval)
sum-wrongly-formed = här saknas en rad eller kolumn
    .expected = sum(del av rapporten, kolumn) eller sum(del av rapporten, kolumn: urval)
one-place-for-several = flera värden kan inte ha en och samma plats
    .expected = ett värde, eller "highest" eller "lowest"
no-digits-to-round-to = bara ett utskrivet tal har siffror att avrunda till
    .expected = ett tal, t.ex. 54 % eller 135.4 mnkr
year-named-twice = här anges ett år, och det som står före har redan ett
    .expected = ett år per mått
year-of-table = rapportens delar finns bara för studiens eget år
    .expected = ett mått som räknar insatser, medel eller svarande
year-of-number = ett skrivet tal har inget år
    .expected = ett mått före "in" och årtalet
part-and-base-of-two-years = delen och basen gäller olika år
    .expected = samma år i båda, t.ex. (interventions(goal = R3) of interventions) in 2023
    .todo = skriv året efter båda, eller sätt parentes om dem

## Namn och mått i villkor

assertion-area-unknown = { $area } är inget område i studien
    .todo = { $suggestion }
assertion-year-unknown = ingen [[earlier]] ger året { $year }
    .expected = ett av åren { $years }
    .todo = ange studien för året som [[earlier]] i study.toml, eller rätta årtalet
since-own-year = { $year } är studiens eget år, och sedan det har inget ändrats
    .expected = ett av åren { $years }
    .todo = ange ett tidigare år
since-own-year-alone = { $year } är studiens eget år, och sedan det har inget ändrats
    .expected = året för en tidigare studie
    .todo = ange den studien som [[earlier]] i study.toml
year-of-one = det som jämförs för en svarande eller insats i taget gäller studiens eget år
    .expected = ett år efter hela måttet
break-not-of-areas = brott anges för områden
    .expected = areas(broken(2023))
assertion-domain-unknown = { $domain } är ingen domän
    .todo = { $suggestion }
assertion-code-unknown = { $code } är ingen kod i domänen { $domains }
    .todo = { $suggestion }
assertion-question-unknown = { $name } är ingen domän och ingen fråga i { $areas }
    .todo = { $suggestion }
assertion-item-unknown = { $text } är ingen delfråga i frågan
    .todo = { $suggestion }
assertion-answer-unknown = { $text } är inget svarsalternativ på frågan
    .todo = { $suggestion }
assertion-value-unknown = { $text } är inget värde i rangordningen
    .todo = { $suggestion }
assertion-level-unknown = { $level } är ingen nivå
    .todo = { $suggestion }
assertion-recipient-unknown = { $problem }
recipients-part-of-nothing = vem mottagarna hör till är inte känt här
    .expected = en enkät vars nivå hör till en annan, som kommuner till län
    .todo = ange det under "part_of" i registret, eller ta bort villkoret
assertion-table-unknown = { $item } finns inte i rapporten
    .todo = { $suggestion }
assertion-column-unknown = { $column } är ingen kolumn i { $item }
    .todo = { $suggestion }
assertion-row-unknown = { $row } finns inte på någon rad i { $item }
    .todo = { $suggestion }
several-begin-so = { $count } börjar som { $text }
    .todo = { $suggestion }
several-rows-meant = { $count } rader i { $item } kan avses
    .expected = texter som står tillsammans på en enda rad
listed-twice = { $value } står två gånger
domain-without-codes = kodboken har inga koder i domänen { $domain }
domain-without-items = en domän har inga delfrågor
    .expected = = och en kod
domain-without-answers = en domän har koder, inte svar
question-without-items = frågan har inga delfrågor
    .expected = = och ett svarsalternativ
question-without-subcodes = bara domäner har underkoder
items-without-answers = { $question } har delfrågor som besvaras
    .expected = = och de svar som räknas
answers-without-items = { $question } har inga delfrågor som besvaras
    .expected = inga svar här
said-of-interventions = { $name } gäller insatser, inte dem som svarat
    .todo = jämför antalet insatser i stället, t.ex. respondents(interventions(activity = G1) > 0)
said-of-answers = { $name } gäller dem som svarat, inte dem som väntades svara
    .todo = räkna dem som svarat i stället, t.ex. respondents(answered(fråga))
not-asked-of-areas = detta går inte att fråga om ett område
    .expected = en jämförelse av mått, t.ex. interventions(activity = G5) > 0
not-asked-of-rows = detta går inte att fråga om en rad
    .expected = en jämförelse av mått, t.ex. interventions(activity = G5) > 0
column-without-row = en kolumn är ett tal bara i ett urval av rader
    .expected = ett mått, t.ex. interventions eller funds
cell-of-no-number = { $cell } i { $column } går inte att läsa säkert som ett tal
column-of-texts = { $column } innehåller texter, inte tal
    .expected = en kolumn med tal
area-of-one-respondent = det som räknas för en svarande eller en insats ligger i dess eget område
    .todo = utelämna området här
recipients-with-condition = mottagare kan bara räknas per område
    .todo = räkna respondents när ett urval behövs: de mottagare som har svarat
numbers-too-large = talen är för stora för att delas exakt
sum-too-large = summan är för stor

## Precisionsord

precision-word-unknown = { $word } är inget precisionsord
    .todo = { $suggestion }
words-in-reference = orden står i docs/reference/claims.md
vague-word-before-number = { $word } står före ett tal
    .expected = ett ord som säger hur nära talet är, t.ex. ungefär, drygt, knappt, nästan, rounded
no-number-behind-word = inget tal står efter { $word }
    .expected = ett tal, t.ex. "about 120 mnkr" eller "about 1/4"
word-without-share-limit = { $word } säger inte vad det betyder för en andel
    .todo = räkna utan bas
word-without-number-limit = { $word } säger inte vad det betyder för ett antal
    .todo = ange basen: interventions(…) of interventions
word-without-ranking-limit = { $word } säger inte vad det betyder i en rangordning
    .expected = ett ord med en gräns för det största värdet, t.ex. common, rather-common, uncommon, rare
word-without-change = { $word } säger inte vad det betyder om en förändring
    .expected = ökat, minskat eller oförändrat, eller ett ord med en gräns, t.ex. kraftigt-ökat = "change >= 50 %"
change-without-year = { $word } säger inte sedan när
    .expected = "since" och ett årtal, t.ex. interventions increased since 2023
word-meaning-unreadable = { $meaning } är ingen betydelse av ordet { $word }
    .expected = { $wanted }
word-set-twice = { $word } får en betydelse två gånger: det är { $name }
    .expected = en betydelse för ett ord och dess andra stavningar
    .todo = behåll den ena
unchanged-without-none = { $word } gäller inte det som inte har ändrats alls
    .expected = ett intervall på båda sidor om noll, t.ex. -5..5 %
    .todo = rätta intervallet
change-words-overlap = { $word } kan sägas också om det som är { $other }
    .expected = "above unchanged" eller "below unchanged", eller en gräns bortom intervallet för { $other }, t.ex. increased = "change > 5 %"
    .todo = rätta det ena av de två
precision-unreadable = { $meaning } är ingen betydelse av ett ord
    .expected = { $wanted }
precision-without-meaning = { $part } ger inget ord någon betydelse
    .expected = ett ord, = och dess betydelse, t.ex. drygt = 0..15 %
wanted-meaning-of-word = ett intervall, t.ex. -10..10 %, eller gränser, t.ex. "number >= 3", "share > 50 %", "largest >= 1/4", "change > 5 %"

## Påståenden

in-claim = påstående { $claim }: { $found }
claim-without-id = ett påstående saknar id
    .expected = ett id på varje rad
claim-id-twice = påståendet { $claim } står två gånger
    .expected = varje id en gång
claim-without-assertion = påståendet { $claim } har inget villkor
    .expected = ett villkor, eller i kolumnen "undecided" varför uppgifterna inte ger svar
claim-with-assertion-and-reason = påståendet { $claim } har både ett villkor och ett skäl till att det inte har något
    .expected = ett av dem
claim-area-unknown = { $area } är inget område i studien, i påståendet { $claim }
    .expected = ett område i study.toml, eller "all"
    .todo = { $suggestion }
claim-of-other-area =
    påståendet { $claim } gäller enligt kolumnen "area" { $own }, men villkoret prövar { $other }
    .expected = ett villkor om påståendets eget område, eller "all" i kolumnen "area"
    .todo = rätta området på det ställe där det är fel
claim-of-other-number = meningen i påståendet { $claim } säger { $said }, men villkoret { $asserted }
    .expected = samma tal i båda
    .todo = rätta det som är fel; om båda är rätt, skriv in meningens tal också i villkoret
claim-twice = påståendet { $claim } har samma mening och samma villkor som { $other }
    .expected = varje mening en gång
    .todo = skriv villkoren i ett påstående, åtskilda med ;, eller ta bort det ena
sentence-twice = påståendet { $claim } har samma mening som { $other } men ett annat villkor
    .expected = varje mening en gång
    .todo = behåll ett av dem, med alla villkor som ska prövas åtskilda med ;
sentence-many-times = påståendena { $claims } har samma mening som { $other }
    .expected = varje mening en gång
    .todo = behåll ett av dem, med alla villkor som ska prövas åtskilda med ;
claims-fail = { $count ->
        [one] ett påstående
       *[other] { $number } påståenden
    } stämmer inte med underlaget
    .todo = se insats verify eller data/claims.csv
computed-by-counting = { $computed } (efter koder som inte är granskade: { $domains })
claims-by-counting =
    { $count ->
        [one] 1 påstående talar
       *[other] { $count } påståenden talar
    } om det som inte är granskat ({ $domains }): prövat genom att räkna koder, vars fel ingen känner
    .todo = dra ett urval även där, med insats audit --domain, eller skriv i texten att talet är räknat

## Varför ett påstående inte kan avgöras

base-is-zero = basen är noll
area-not-there-then = påståendets område har ingen motsvarighet { $year }
not-known-then = { $year } fanns det inte: { $why }
study-of-year-missing = studien för { $year } finns inte: det finns ingen studie i { $folders }
not-said-then = i studien av { $year }: { $what }
year-without-funds = studien för { $year } har inga medel
estimates-of-earlier-year = kodernas antal { $year } är skattade, och skattningar jämförs inte mellan år
breakdown-is-empty = uppdelningen är tom
claim-of-kronor = kronor frågar efter belopp i kronor, och studien är i { $currency }
    .expected = funds, som frågar efter belopp i studiens valuta
claim-of-other-currency = påståendet { $claim } anger ett belopp i { $other } ({ $word }), och studien är i { $currency }
    .expected = ett belopp i { $units }
claim-of-no-funds = { $measure } frågar efter medel, och studien har inga
    .expected = ett mått som räknar antal, t.ex. interventions eller respondents
    .todo = räkna insatser; eller ange kolumnen med använda medel (funds) i varje enkät i study.toml
claim-of-no-requisitions = { $measure } frågar efter rekvirerade medel, och studien har inga: redovisade medel räknas som de är
    .expected = kronor eller funds, reported, eller ett mått som räknar antal
    .todo = använd något av dessa; eller ange [[requisitions]] och något annat under [weighting] än per = "none"
no-requisitions-to-count = studien har inga rekvirerade medel för { $area }
expected-not-known = studien säger inte vilka som väntades svara för { $area }: ange [survey.expected] eller [[requisitions]]
late-not-known = studien säger inte när svaren för { $area } skulle ha kommit in: ange due
allocation-not-known = inget [[allocated]] säger vad { $names } tilldelades för { $area }
recipient-did-not-answer = { $names } har inte svarat, och { $measure } räknar bara medel för dem som svarat
nothing-allocated = studien säger inte vad mottagarna tilldelades för { $area }: ange [[allocated]]
ranking-of-zeros = rangordningen har bara nollor
base-may-be-zero = basen är skattad och kan vara noll
estimate-of-several = koder skattas en i taget: hur många som har någon av flera koder, eller flera på en gång, säger ingen skattning
estimate-of-recipient = koder skattas för hela områden: vilka mottagare de hör till säger ingen skattning
estimate-of-number-of-codes = koder skattas en i taget: hur många koder en insats har säger ingen skattning
estimate-of-other-measure = skattningarna gäller antal insatser och deras medel som de räknas, inte { $measure }
estimate-with-condition = koder skattas för hela områden: hur många av dem som uppfyller ett annat villkor som har en kod säger ingen skattning
estimate-in-condition = villkoret jämför skattningar, och intervallen tillåter båda
estimate-missing = koden har ingen skattning
interval-was-refused = urvalet är för litet för ett intervall här
interval-allows-both =
    intervallet tillåter båda; ungefär { $more ->
        [one] ett svar till
       *[other] { $more } svar till
    } som läses av människor skulle avgöra det
interval-allows-both-until-all =
    intervallet tillåter båda; bara om { $left ->
        [one] det svar som återstår
       *[other] de { $left } svar som återstår
    } också läses avgörs det
ranking-open = lika värden lämnar rangordningen öppen
numbers-too-large-to-compare = talen är för stora
share-only-bounded = { $item } säger bara { $share } för { $row } i { $column }
cell-without-value = { $item } har inget värde för { $row } i { $column }

## Vad som anges och vad som är sant

part-of-base = { $part } av { $base }
part-of-base-with-share = { $part } av { $base } ({ $share })
share-in-percent = { $number }{"\u00A0"}%
quantity-is = { $quantity } är { $value }.
said-of-year = { $year }: { $text }
value-then-and-now = { $before }; { $after } ({ $change })
changed-since = { $word } sedan { $since }
has-increased = { $quantity } har ökat: { $values }.
has-decreased = { $quantity } har minskat: { $values }.
share-of-base = { $part } som andel av { $base }
has-changed = { $quantity }: { $values }.
is-unchanged = { $quantity } ligger kvar på samma nivå: { $values }.
stated-still = { $stated }, liksom { $since }
place-moved = { $value } hade plats { $before } år { $then } och har plats { $after } år { $now }.
year-broken = { $area } är inte jämförbart med { $year }: { $why }
computed-with-breaks = { $computed } ({ $breaks })
quantity-in-year = { $quantity } år { $year }
broken-since = inte jämförbart med { $year }
fraction-half = hälften
fraction-third = en tredjedel
fraction-two-thirds = två tredjedelar
fraction-quarter = en fjärdedel
fraction-three-quarters = tre fjärdedelar
fraction-fifth = en femtedel
fraction-two-fifths = två femtedelar
fraction-eighth = en åttondel
fraction-tenth = en tiondel
fraction-just-over = drygt { $fraction }
fraction-just-under = knappt { $fraction }
one-and-other = { $one } och { $other }
one-or-other = { $one } eller { $other }

## Rangordningar

place-from-top = plats { $n }
place-last = sist
place-from-end = plats från slutet: { $n }
place-highest = högst
place-highest-in-order = högst, i denna ordning
place-lowest = lägst
place-lowest-in-order = lägst, i denna ordning
place-among-highest = bland de { $n } högsta
place-among-lowest = bland de { $n } lägsta
place-present = förekommer
place-absent = förekommer inte
values-present = Förekommer: { $values }.
values-absent = Förekommer inte: { $values }.
values-tied = { $values } (lika: { $value })
ranking-of-one = { $lead } { $values }.
ranking-followed = { $lead } { $first }, följt av { $rest }.
ranking-beside-largest = { $lead } { $largest }; { $own }.
most-funds = Mest medel har gått till
least-funds = Minst medel har gått till
most-common = Vanligast är
least-common = Minst vanligt är
highest = Högst är
lowest = Lägst är
part-order = ordning
part-order-of-first = ordning bland de första { $n }
part-highest = de { $n } högsta
part-lowest = de { $n } lägsta
part-values = värden
no-value = inget
values-of-years-differ = Bara { $year } har { $one }, bara { $then } { $other }.
values-differ = Bara det ena har { $one }, bara det andra { $other }.
rankings-same = samma: { $part }
rankings-different = olika: { $part }
rankings-are-alike = Rangordningarna är lika: { $one }.
rankings-differ = Rangordningarna är olika: { $one } respektive { $other }.

## Vad mått och urval kallas

fold-total = summan ({ $values })
fold-largest = det högsta värdet ({ $values })
fold-smallest = det lägsta värdet ({ $values })
fold-kinds = antalet slag ({ $values })
column-in-item = { $column } i { $item }
quantity-by = { $quantity } efter { $names }
quantity-by-area = { $quantity } efter område
quantity-by-recipient = { $quantity } efter mottagare
quantity-by-parent = { $quantity } efter vem mottagarna hör till
number-of-interventions = antalet insatser
weighted-funds = använda medel (viktade) för insatser
reported-funds = redovisade medel för insatser
number-of-recipients = antalet mottagare som rekvirerat medel
requisitioned-funds = rekvirerade medel
repaid-funds = återbetalade medel
requisitioned-funds-less-repaid = rekvirerade medel efter återbetalning
number-of-excluded = antalet uteslutna insatser
number-of-expected = antalet som väntades svara
number-of-late = antalet som svarade sent
number-of-partly = antalet som svarade delvis
allocated-funds = tilldelade medel
number-of-areas = antalet områden
number-of-level = antalet { $several }
number-of-respondents = antalet som svarat
column-of-row-in-item = { $column } för { $row } i { $item }
number-of-rows = antalet rader i { $item }
sum-of-column = summan av { $column } i { $item }
measure-in-areas = { $subject } ({ $areas })
measure-of-recipient = { $measure } för { $recipient }
measure-where = { $measure } där { $condition }
measure-of-expected = { $measure } som väntades svara
measure-of-not-expected = { $measure } som inte väntades svara
measure-of-late = { $measure } som svarade sent
measure-of-not-late = { $measure } som inte svarade sent
measure-of-partly = { $measure } som svarade delvis
measure-of-not-partly = { $measure } som inte svarade delvis
measure-with = { $measure } med { $condition }
not-so = inte ({ $condition })
asked-is-not = { $asked } inte { $values }
number-of-answers = antal { $of } { $sign } { $number }
answer-to = svar på { $question }
asked-question = frågan { $question }
other-than = inte { $names }
part-of = mottagare som hör till { $names }
not-part-of = mottagare som hör till andra än { $names }
of-level = nivå { $level }

## Tabellen över påståenden

claims-claim = Påstående
claims-area = Område
claims-outcome = Utfall
claims-statement = Lydelse
claims-stated = Angivet
claims-computed = Beräknat
claims-reason = Vad som vore sant, eller varför det inte kan avgöras

## Utkast till påståenden

draft-totals =
    { $title }: { $who } { $noun } har redovisat { $number } { $count ->
        [one] insats
       *[other] insatser
    }.
draft-totals-requisitioned =
    { $title }: { $who } { $noun } har redovisat { $number } { $count ->
        [one] insats
       *[other] insatser
    } och rekvirerat { $millions }.
draft-interventions = insatser
draft-increased = { $title }: antalet insatser har ökat, från { $before } år { $year } till { $number }.
draft-decreased = { $title }: antalet insatser har minskat, från { $before } år { $year } till { $number }.
draft-unchanged = { $title }: antalet insatser är i stort sett oförändrat, { $before } år { $year } och { $number } nu.
draft-still-first = Vanligast bland { $codes } är liksom { $year } { $value }.
draft-funds = medlen
draft-most-funds = Mest medel bland { $codes } har gått till
draft-most-common = Vanligast bland { $codes } är
draft-most-common-within = Vanligast bland { $codes } inom { $code } är
draft-most-answer = { $title }: flest svarar { $answers } för
draft-most-common-answer = { $title }: vanligast är
draft-count-of-base = { $count } av { $base } { $noun }, { $share }
draft-share-of-funds = { $millions }, { $share } av { $noun }
draft-share = { $share } procent
draft-share-above = över { $share } procent
draft-share-below = mindre än { $share } procent
