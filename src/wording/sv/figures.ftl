### Figurer och tabeller i ord: textalternativ, anmärkningar, axlar, tal med sina ord

## Tal med sina ord

count-of = { $count }{"\u00A0"}av{"\u00A0"}{ $base }
very-large-number = ett mycket stort tal
in-quotes = ”{ $text }”
money = { $number }{"\u00A0"}{ $unit }
money-in-thousands =
    { $code ->
        [SEK] { $number }{"\u00A0"}tkr
       *[other] { $number }{"\u00A0"}tusen{"\u00A0"}{ $unit }
    }
money-in-millions =
    { $code ->
        [SEK] { $number }{"\u00A0"}mnkr
       *[other] { $number }{"\u00A0"}mn{"\u00A0"}{ $unit }
    }
money-in-words =
    { $code ->
       *[any] { $number }{"\u00A0"}{ $unit }
    }
millions-in-words =
    { $code ->
       *[any] { $number }{"\u00A0"}miljoner { $unit }
    }
currency-sek =
    { $count ->
        [one] krona
       *[other] kronor
    }
    .short = kr
currency-eur =
    { $count ->
        [one] euro
       *[other] euro
    }
    .short = euro
currency-dkk =
    { $count ->
        [one] dansk krona
       *[other] danska kronor
    }
    .short = DKK
currency-nok =
    { $count ->
        [one] norsk krona
       *[other] norska kronor
    }
    .short = NOK
currency-isk =
    { $count ->
        [one] isländsk krona
       *[other] isländska kronor
    }
    .short = ISK
currency-gbp =
    { $count ->
        [one] pund
       *[other] pund
    }
    .short = GBP
currency-usd =
    { $count ->
        [one] dollar
       *[other] dollar
    }
    .short = USD
currency-chf =
    { $count ->
        [one] schweizisk franc
       *[other] schweiziska franc
    }
    .short = CHF
currency-pln =
    { $count ->
        [one] zloty
       *[other] zloty
    }
    .short = PLN
counted-interventions =
    { $count ->
        [one] { $number }{"\u00A0"}insats
       *[other] { $number }{"\u00A0"}insatser
    }
    .number = Antal insatser
    .share = Andel insatser (procent)
counted-recipients =
    { $count ->
        [one] { $number }{"\u00A0"}{ $one }
       *[other] { $number }{"\u00A0"}{ $several }
    }
    .number = Antal { $several }
    .share = Andel { $several } (procent)
counted-answers =
    { $count ->
        [one] { $number }{"\u00A0"}svar
       *[other] { $number }{"\u00A0"}svar
    }
    .number = Antal svar
    .share = Andel svar (procent)
number-in-words =
    { $count ->
        [2] två
        [3] tre
        [4] fyra
        [5] fem
        [6] sex
        [7] sju
        [8] åtta
        [9] nio
        [10] tio
        [11] elva
        [12] tolv
       *[other] { $number }
    }

## Vilka som har svarat

recipients-have-answered =
    { $count ->
        [0] Inga { $several } har besvarat frågan.
        [one] { $gender ->
            [ett] Ett
           *[en] En
        }{"\u00A0"}{ $one } har besvarat frågan.
       *[other] { $number }{"\u00A0"}{ $several } har besvarat frågan.
    }
    .all = Samtliga { $number }{"\u00A0"}{ $several } har besvarat frågan.
answers-have-been-received =
    { $count ->
        [0] Inga { $several } har kommit in.
        [one] { $gender ->
            [ett] Ett
           *[en] En
        }{"\u00A0"}{ $one } har kommit in.
       *[other] { $number }{"\u00A0"}{ $several } har kommit in.
    }
    .all = Samtliga { $number }{"\u00A0"}{ $several } har kommit in.

## Textalternativ

bubble-chart =
    Bubbeldiagram över { $domains }: antal insatser på den lodräta axeln, använda medel i { $unit } på den vågräta
    och som bubblornas yta. Bas: områdets { $interventions }, tillsammans { $funds }; en insats kan ha flera koder.
without-code-in-chart = { $state }: { $counted }{ $funds }
bubble-chart-hollow = Cirklar och trianglar med streckad kant är insatser utan kod.
bubble-chart-joined = En linje förbinder en kods båda bubblor.
bubbles-joined = samma kod
bubbles-size = Bubblans yta
bubbles-hollow = insatser utan kod
bubbles-beyond = insatser utan kod, utanför axlarna: talen står intill
bubbles-without-place = Utan plats för namn i diagrammet
dumbbell-chart =
    Rangordnat diagram över { $domains }, en rad för varje kod: antal insatser till vänster, använda medel i { $unit }
    till höger. Bas: områdets { $interventions }, tillsammans { $funds }; en insats kan ha flera koder.
dumbbell-chart-of-numbers =
    Rangordnat diagram över { $domains }, en rad för varje kod: antal insatser. Bas: områdets { $interventions }; en insats kan ha flera
    koder.
dumbbell-difference = skillnad inom en kod
bubbles-most = { $domain }: flest insatser gäller { $most }.
bubbles-largest = { $domain }: flest insatser gäller { $most }; mest medel har gått till { $richest }.
bubbles-largest-alike =
    { $domain }: flest insatser gäller { $most }. Ordningen är densamma efter medel: { $funds }.
bubble-in-one-domain = { $code } förekommer som { $as } ({ $interventions }) men inte som { $other }.
bubbles-of-domain = Alla { $domain }: { $bubbles }.
widest-gap = Störst är skillnaden mellan { $one } och { $other } för { $what }: { $first } mot { $second }.
bar-chart = Liggande stapeldiagram: { $axis }.
bar-chart-of-answer = Liggande stapeldiagram: { $axis } som svarat { $answer }.
likert-chart = Staplat liggande stapeldiagram: { $axis }.
chart-base = Bas: { $base }.
most-common-options = Vanligast är { $options }.
answers-most-and-least-common =
    { $count ->
        [one] Svaret { $answers } är vanligast för { $most } och minst vanligt för { $least }.
       *[other] Svaren { $answers } är vanligast för { $most } och minst vanliga för { $least }.
    }
headline-codes = { $domain }: flest insatser gäller { $code }, { $number }
headline-codes-alike = { $domains }: flest insatser gäller { $code }, { $numbers }
headline-of-option = Vanligast är { $option }: { $number }
headline-of-answer = { $answer } är vanligast för { $option }: { $number }
headline-of-group = { $group }: vanligast är { $option }, { $number }
headline-of-scale =
    { $count ->
        [one] Svaret { $answers } är vanligast för { $what }: { $number }
       *[other] Svaren { $answers } är vanligast för { $what }: { $number }
    }
headline-of-response = { $number } har svarat
headline-of-attained = { $part } redovisas oftast för { $what }: { $number }
headline-of-pair = Flest insatser gäller { $pair }: { $number }
headline-of-pair-of-funds = Mest medel har gått till { $pair }: { $number }
headline-of-pair-of-answers = Flest svar gäller { $pair }: { $number }
headline-of-column = { $column } är störst för { $row }: { $value }
headline-of-sums = Längst är stapeln för { $row }: { $value }
headline-of-growth = Mest har { $what } ökat: från { $then } ({ $from }) till { $now } ({ $to })
headline-of-decline = Mest har { $what } minskat: från { $then } ({ $from }) till { $now } ({ $to })
stacked-chart =
    { $count ->
        [one] Staplat liggande stapeldiagram i { $unit }, { $number } stapel: { $bars }.
       *[other] Staplat liggande stapeldiagram i { $unit }, { $number } staplar: { $bars }.
    }
column-chart = Stående stapeldiagram i { $unit }: { $bars }.
line-chart = Linjediagram i { $unit }: { $lines }.
column-and-line-chart =
    { $count ->
        [one] Stående stapeldiagram i { $unit }: staplar för { $bars }, linje för { $lines }.
       *[other] Stående stapeldiagram i { $unit }: staplar för { $bars }, linjer för { $lines }.
    }
longest-bars = Längst är staplarna för { $rows }; kortast är den för { $least }.
column-at-most = { $column }: som mest { $value }, för { $rows }.
column-from-to = { $column }: { $first } { $from } och { $last } { $to }.
column-from-to-by-peak = { $column }: { $first } { $from } och { $last } { $to }, som mest { $most } { $peak }.
reliability-point = sannolikhet { $probability }: andel rätta { $share } av { $codings }
totals-of-area = Hela området: { $interventions }{ $funds }

## Vad en figur eller tabell utelämnar och bygger på

draft-left-out =
    { $count ->
        [one] Utkast: { $number }{"\u00A0"}insats{ $funds } är inte färdigkodad.
       *[other] Utkast: { $number }{"\u00A0"}insatser{ $funds } är inte färdigkodade.
    }
none-left-out =
    { $base ->
        [one] ingen kod passar som { $domain } för { $counted }{"\u00A0"}insats{ $funds }
       *[other] ingen kod passar som { $domain } för { $counted }{"\u00A0"}insatser{ $funds }
    }
not-coded-left-out =
    { $base ->
        [one] { $domain } saknar ännu kod för { $counted }{"\u00A0"}insats{ $funds }
       *[other] { $domain } saknar ännu kod för { $counted }{"\u00A0"}insatser{ $funds }
    }
unsettled-left-out =
    { $base ->
        [one] kodarna är oense om { $domain } för { $counted }{"\u00A0"}insats{ $funds }
       *[other] kodarna är oense om { $domain } för { $counted }{"\u00A0"}insatser{ $funds }
    }
none-left-out-either = som { $domain } för { $counted }{ $funds }
without-code-either = { $domain } för { $counted }{ $funds }
without-subcode =
    { $count ->
        [one] av insatserna med huvudkoden { $code } saknar { $counted } underkod för { $domain }{ $funds }
       *[other] av insatserna med huvudkoden { $code } saknar { $counted } underkod för { $domain }{ $funds }
    }
without-subcode-either = { $counted } för { $domain }{ $funds }
incomplete-not-counted =
    { $count ->
        [one] Dessutom är { $number }{"\u00A0"}ofullständig insats inte medräknad{ $funds }.
       *[other] Dessutom är { $number }{"\u00A0"}ofullständiga insatser inte medräknade{ $funds }.
    }
with-reported-funds = redovisade medel: { $funds }
without-reported-funds = utan redovisat belopp
numbers-missing = Uppgift saknas för { $columns }.
numbers-missing-in-column = { $number } (kolumnen { $column })
codings-of-all =
    { $total ->
        [one] { $number } av { $all } kodning
       *[other] { $number } av { $all } kodningar
    }
funds-in-all = sammanlagt { $funds }
rests-on-sample = Skattning: { $parts } lästa av människor; 95 procents intervall.
rests-on-sample-drawn = Skattning: { $parts } lästa av människor; strecken visar 95 procents intervall.
read-of-all =
    { $of ->
        [one] { $number } insats
       *[other] { $number } insatser
    }
read-of-some = { $read } ({ $what })
intervals-refused = För { $codes } är urvalet för litet för ett intervall.
numbers-not-audited = Inte granskat: { $domains }; de talen är räknade och har inget intervall.
codes-and-more = { $codes } och { $more } till
codes-estimated-at-nothing =
    Koder med skattningen noll är inte med; enligt intervallen har ingen av dem fler än { $most ->
        [one] en insats
       *[other] { $most } insatser
    }.
value-without-interval = { $value }, utan intervall
value-with-interval = { $value }, intervall { $low }–{ $high }
value-with-ends = { $value } ({ $low }–{ $high })
list-as-coded = { $name } – som kodat av människor och maskin, inte skattningen
list-but-blind = { $name } – ytterligare { $kept } läses blint och listas inte
rests-on-rules =
    { $count ->
        [one] { $codings }{ $funds } bygger på kodbokens regler och är inte granskad.
       *[other] { $codings }{ $funds } bygger på kodbokens regler och är inte granskade.
    }
rests-on-suggestions =
    { $count ->
        [one] { $codings }{ $funds } bygger på förslag från en inlärd modell och är inte granskad.
       *[other] { $codings }{ $funds } bygger på förslag från en inlärd modell och är inte granskade.
    }
answers-rest-on-rules =
    { $count ->
        [one] { $codings } bygger på kodbokens regler och är inte granskad.
       *[other] { $codings } bygger på kodbokens regler och är inte granskade.
    }
answers-rest-on-suggestions =
    { $count ->
        [one] { $codings } bygger på förslag från en inlärd modell och är inte granskad.
       *[other] { $codings } bygger på förslag från en inlärd modell och är inte granskade.
    }
subcode-column = { $domain } (antal)
subcode-column-of-group = { $domain }, { $group } (antal)

## Första sidan

front-interventions-of-year = Insatser genomförda { $year }
front-concerns-year = Avser { $year }
front-answers = { $answers } från { $recipients }
front-recipients =
    { $count ->
        [one] { $number }{"\u00A0"}mottagare
       *[other] { $number }{"\u00A0"}mottagare
    }
front-excluded = Exkluderade insatser (redovisade medel { $amount })
front-codes =
    { $count ->
        [one] { $number }{"\u00A0"}kod på { $interventions }
       *[other] { $number }{"\u00A0"}koder på { $interventions }
    }
front-warnings =
    { $count ->
        [one] { $number }{"\u00A0"}varning
       *[other] { $number }{"\u00A0"}varningar
    }
front-notices =
    { $count ->
        [one] { $number }{"\u00A0"}upplysning
       *[other] { $number }{"\u00A0"}upplysningar
    }
front-recipients-that-answered = Mottagare som har svarat
front-excluded-funds = Redovisade medel för exkluderade insatser
front-smallest-factor = Justeringsfaktor J, minst
front-largest-factor = Justeringsfaktor J, störst
front-codes-of = { $source }: koder
front-interventions-with = { $source }: insatser
front-warnings-on-the-data = Varningar om underlaget
front-notices-on-the-data = Upplysningar om underlaget
notices-of-this-kind = och { $count } till av samma slag
all-notices = Alla anmärkningar i detalj ({ $number })
show-table = Visa tabellen ({ $number } rader)

## Namn på tal i Excel: ett ord, eller ord med understreck

range-areas = antal_områden
range-answers = antal_enkätsvar
range-recipients = antal_mottagare
range-recipients-of = mottagare_{ $account }
range-interventions = antal_insatser
range-excluded = exkluderade_insatser
range-excluded-funds = medel_exkluderade
range-coded = kodade_insatser
range-target = medel_T
range-reported-s = medel_S
range-reported = redovisade_medel
range-not-attributed = medel_ej_fördelade
range-smallest-factor = J_minst
range-largest-factor = J_störst
range-codes = koder_{ $source }
range-coded-by = insatser_{ $source }
range-final = slutlig_kodning
range-coders = eniga_kodare
range-rules = regler
range-suggestions = förslag
range-corrections = rättelser
range-warnings = varningar
range-notices = upplysningar

## Format i Word och Excel

word-language = sv-SE
excel-language = [$-41D]
style-front-heading = Rubrik på första sidan
style-list-heading = Rubrik till förteckning
style-explanation = Förklaring
style-figure = Figur
style-text-heading = Rubrik i text
style-list = Lista i text
style-code = Formel i text
style-note = Not till figur eller tabell
style-source = Källa
style-cell = Tabelltext
style-number = Tabelltal
style-cell-kept = Tabelltext, sammanhållen
style-number-kept = Tabelltal, sammanhållna
style-cell-head = Tabellhuvud
style-number-head = Tabellhuvud över tal

## Korstabeller, måluppfyllelse, överenskommelsens syften

side-level = Nivå
code-without-subcode = { $code }, utan underkod
without-any-code = Utan kod
none-of-these = Inget av dessa
belongs-to-nobody = Tillhör ingen
share-of-row =
    { $what ->
        [funds] Andel av radens medel
        [respondents] Andel av radens svar
       *[interventions] Andel av radens insatser
    }
share-of-column =
    { $what ->
        [funds] Andel av kolumnens medel
        [respondents] Andel av kolumnens svar
       *[interventions] Andel av kolumnens insatser
    }
share-of-all =
    { $what ->
        [funds] Andel av alla medel
        [respondents] Andel av alla svar
       *[interventions] Andel av alla insatser
    }
share-of-funds = Andel av medlen
axis-share-of-funds = Andel av medlen (procent)
axis-funds = Använda medel ({ $unit })
axis-answers = Antal svar
all-areas-together = Alla områden räknas samman.
areas-together = Räknas samman: { $areas }.
cross-shows-interventions = Antal insatser. Bas: { $base }.
cross-shows-funds = Använda medel i { $unit }. Bas: { $base }.
cross-shows-respondents = Antal svar. Bas: { $base }.
cross-shows-shares = { $share } (procent). Bas: { $base }.
cross-outside = Här räknas inte { $number } { $reason }.
outside-code = utan koden { $code }
outside-domain = utan kod för { $domain }
outside-question = från dem som inte fick eller inte besvarade frågan { $question }
cross-several-of-intervention = En insats med flera koder eller svar räknas helt under vart och ett av dem. Rader och kolumner kan därför summera till mer än totalen, där den räknas en gång.
panels-several = En insats kan ha flera koder eller svar och räknas helt under vart och ett av dem. Andelarna i ett diagram kan därför tillsammans bli mer än 100 procent.
cross-several-of-respondent = Den som gett flera svar räknas helt under vart och ett av dem. Rader och kolumner kan därför summera till mer än totalen, där alla räknas en gång.
cross-base-of-year = { $base } ({ $year })
cross-areas-new = Fanns inte { $then } och saknar uppgifter för det året: { $areas }.
cross-broken = { $then } och { $now } kan inte jämföras för { $areas }.
cross-area-broken = { $area } ({ $why })
cross-incomplete = Ofullständiga insatser är inte medräknade: { $numbers }.
cross-incomplete-in = { $number } ({ $year })
cross-not-estimated = Här räknas insatser efter de koder som de har. I övrigt är rapportens tal om koder skattningar, och för kombinationer finns ingen.
panels-chart = { $count } små stapeldiagram med samma skala, ett för varje { $columns }, med en rad för varje { $rows }: { $measures }.
panels-show = Andel av varje diagrams insatser och medel (procent). Bas: { $base }.
panels-foremost = Störst { $measure } har { $label } i { $count } av { $of } diagram.
panels-of-interventions = Andel av insatserna
panels-of-respondents = Andel av svaren
panels-share-of-interventions = { $share } av insatserna
panels-share-of-funds = { $share } av medlen
panels-share-of-respondents = { $share } av svaren
heat-table = Korstabell i färg: { $rows } efter { $columns }, mörkare ju fler.
heat-table-of-funds = Korstabell i färg: { $rows } efter { $columns }, mörkare ju mer medel.
heat-table-of-shares = Korstabell i färg: { $rows } efter { $columns }, mörkare ju större andel.
heat-largest = Störst är { $pairs }.
attainment-part = Redovisat
attained-same = Samma { $domain }
attained-other = Endast annan { $domain }
attained-none = Ingen { $domain } passar
attained-nothing = Ingen { $domain }
attained-not-coded = { $domain } ännu inte kodad
attained-unsettled = { $domain } oavgjord
attained-head = { $name }, av { $unit }
attained-share = Andel med samma
attained-share-of-funds = Andel av medlen med samma
part-in-money = { $part } ({ $unit })
attainment-base = För insatser med en kod söks samma kod i det som de redovisar. Bas: { $base }; var och en räknas under varje kod som den har.
attainment-chart = Staplat liggande stapeldiagram: vad som redovisas av dem som har varje kod.
attainment-chart-of-shares = Staplat liggande stapeldiagram i procent: vad som redovisas av dem som har varje kod.
attainment-most-and-least = Samma redovisas oftast för { $most }; mest sällan för { $least }.
aim = Syfte
aim-codes = Koder som svarar mot det
no-aim = Inget av syftena
aims-base = En insats räknas en gång under varje syfte som någon av dess koder svarar mot. Bas: { $base }.
aims-without =
    { $count ->
        [one] Ingen insats svarar mot syftet { $aims }.
       *[other] Ingen insats svarar mot syftena { $aims }.
    }
