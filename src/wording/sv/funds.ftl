### Rekvirerade och återbetalda medel: återbetalningar, listor, enheter och summor.

## Återbetalningar

repayment-area-open = inget säger till vilket av { $areas } återbetalningen från { $recipient } hör
    .expected = en mottagare som finns på en av deras nivåer
    .todo = skriv områdets eget namn i en kopia av listan
repayment-area-unknown = { $area } är inget område i studien
    .expected = ett område som en enkät i study.toml har, eller ett ord som "areas" förklarar
    .todo = ta bort rader för områden som inte utvärderas här i en kopia av listan; { $suggestion }
repayment-without-amount = raden för { $recipient } i { $area } har inget belopp
    .expected = ett belopp på varje rad; 0 är ett belopp
    .todo = fyll i beloppet i en kopia av filen; nu räknas det som om raden inte fanns
repayment-twice = { $recipient } har återbetalat { $kronor } för { $area } två gånger
    .expected = varje återbetalning en gång; den andra står i { $other }
    .todo =
        { $taken ->
            [0] båda räknas i källan
           *[other] båda dras av från det rekvirerade
        }; ta bort den ena i en kopia av listan om det är samma betalning
repayment-without-requisition = { $recipient } har återbetalat medel för { $area }
    .expected = en rekvisition som återbetalningen kan dras av från
    .todo = kontrollera mottagaren och området
repaid-more-than-requisitioned = { $recipient } har återbetalat { $repaid } av { $requisitioned } rekvirerade kr för { $area }
    .expected = högst det som rekvirerades
    .todo = kontrollera båda beloppen

## Enheter och belopp

thousands-of = tusental { $currency }
millions-of = miljoner { $currency }
billions-of = miljarder { $currency }
section-on-line = { $section }, { $file } rad { $line }
header-of-other-unit =
    rubriken { $header } säger { $says }, men tal utan enhet läses som { $read }{ $more ->
        [0] {""}
        [one] ; ytterligare 1 kolumn likadant
       *[other] ; ytterligare { $more } kolumner likadant
    }
    .expected = rubrikens enhet i nyckeln "unit" ({ $section })
    .todo = ange unit = "{ $unit }" där om rubriken stämmer, eller rätta rubriken i en kopia av filen
line-of-other-unit =
    raden { $line } { $side ->
        [below] nedanför
       *[above] ovanför
    } tabellen säger { $says }, men tal utan enhet under { $columns } { $columns ->
        [one] rubrik
       *[other] rubriker
    } läses som { $read }
    .expected = tabellens enhet under nyckeln "unit" i { $section }
    .todo = ange unit = "{ $unit }" där om raden stämmer, eller rätta raden i en kopia av filen
line-of-other-money =
    raden { $line } { $side ->
        [below] nedanför
       *[above] ovanför
    } tabellen säger { $says }, men tal utan enhet under { $columns } { $columns ->
        [one] rubrik
       *[other] rubriker
    } läses som { $read }
    .expected = belopp i studiens valuta (currency i study.toml), i en enhet som nyckeln "unit" har
    .todo = räkna om beloppen i en kopia av filen om raden stämmer, och skriv där vad de är i; rätta annars raden
title-of-other-year = raden { $title } ovanför tabellen gäller { $named }, studien { $year }
    .expected = medel för studiens år
    .todo = se efter om det är rätt års lista, och om "year" i study.toml stämmer
header-of-other-currency = rubriken { $header } säger { $says }, och studien läser { $read }
    .expected = belopp i studiens valuta (currency i study.toml)
    .todo = ange currency = "{ $code }", om alla belopp är i den; räkna annars om dessa i en kopia av filen, och skriv i rubriken vad de är i
header-of-other-money =
    rubriken { $header } säger { $says }, men tal utan enhet läses som { $read }{ $more ->
        [0] {""}
        [one] ; ytterligare 1 kolumn likadant
       *[other] ; ytterligare { $more } kolumner likadant
    }
    .expected = belopp i studiens valuta (currency i study.toml), i en enhet som nyckeln "unit" har
    .todo = räkna om beloppen i en kopia av filen om rubriken stämmer, och skriv där vad de är i; rätta annars rubriken
header-of-percent =
    rubriken { $header } säger procent, men tal utan enhet läses som { $read }{ $more ->
        [0] {""}
        [one] ; ytterligare 1 kolumn likadant
       *[other] ; ytterligare { $more } kolumner likadant
    }
    .expected = rubrikens enhet i nyckeln "unit" ({ $section })
    .todo = ange kolumnen med beloppen
amounts-are-numbers = beloppen i { $column } ser ut som organisationsnummer eller datum
    .expected = en kolumn med belopp
    .todo = ange kolumnen med beloppen i study.toml
amounts-are-codes = beloppen i { $column } är mottagarnas koder
    .expected = en kolumn med belopp
    .todo = ange kolumnen med beloppen i study.toml
amount-like-year = beloppet { $amount } ser ut som ett årtal{ $more ->
        [0] {""}
       *[other] , liksom { $more } till i { $column }
    }
    .expected = ett penningbelopp
    .todo = kontrollera beloppet; det räknas som det står

## Summor och anmärkningar

total-undeclared = { $label } ser ut som etiketten på en summa, inte som en mottagare
    .expected = mottagare, eller summor som studien anger
    .todo = om det är en summa, ange den där filen deklareras: totals = [{ $label }]
totals-unused = ingen rad har en etikett som "totals" anger: { $labels }
    .expected = etiketterna som de står i filen
    .todo = se efter om en summa heter något annat; ta annars bort etiketten ur "totals"
rows-read-as-remarks = { $count ->
        [one] { $count } rad har
       *[other] { $count } rader har
    } en enda text och inget belopp, och ingen mottagare skrivs så: { $text }
    .todo = läses som anmärkningar; om en mottagare avses, rätta namnet och fyll i beloppet
total-differs = summan av { $column } är { $total }, men raderna summerar till { $sum }
    .expected = en summa som är summan av sina rader
    .todo = ta reda på vad som har ändrats; det är raderna som räknas

## Mottagare och vad de har fått

recipient-unknown = { $written } är { $gender ->
        [ett] inget
       *[en] ingen
    } { $bare } i registret
    .expected = namnet på eller koden för { $one }
    .todo = rätta namnet i en kopia av filen
recipient-unknown-near = { $written } är { $gender ->
        [ett] inget
       *[en] ingen
    } { $bare } i registret; närmast kommer { $nearest }
    .expected = namnet på eller koden för { $one }
    .todo = rätta namnet i en kopia av filen
recipient-of-other-level = { $written } är { $other }, men här ska det stå { $one }
    .expected = namnet på eller koden för { $one }
    .todo = rätta namnet i en kopia av filen
recipient-ambiguous = { $written } kan vara vilken som helst av { $candidates }
    .expected = namnet på eller koden för { $one }
    .todo = rätta namnet i en kopia av filen
recipient-name-and-code = { $written } är namnet på { $named } och koden för { $coded }
    .expected = en text som avser en mottagare
    .todo = { $by ->
        [declaration] läses som namnet, eftersom kolumnen anges under "name"; om det är fel, ange den under "code"
       *[others] { $kind ->
            [code] läses som koden, liksom de andra i kolumnen; om det är fel, skriv koden för { $named } i en kopia
           *[name] läses som namnet, liksom de andra i kolumnen; om det är fel, skriv namnet på { $coded } i en kopia
        }
    }
recipient-and-label-differ = { $value } är { $kind ->
        [code] koden för
       *[name] namnet på
    } { $own }, men etikettlistan anger { $label } för värdet, och det är { $other }: { $place }
    .expected = ett värde och en etikett för samma mottagare
    .todo = { $kind ->
        [code] om etiketten avses, ange kolumnen under "name" och inte under "code"; rätta annars listan i en kopia
       *[name] rätta listan i en kopia
    }
recipient-with-other-label = { $value } är { $kind ->
        [code] koden för
       *[name] namnet på
    } { $own }, men etikettlistan anger { $label } för värdet, och det är ingen mottagare: { $place }
    .expected = ett värde och en etikett för samma mottagare
    .todo = läses som { $kind ->
        [code] koden; om det är fel, rätta etiketten i en kopia av listan och ange kolumnen under "name"
       *[name] namnet; om det är fel, rätta etiketten i en kopia av listan
    }
recipient-label-unknown = etikettlistan anger { $label } för { $value }, och { $problem }: { $place }
    .expected = etiketter som är namn på mottagare
    .todo = rätta etiketten i en kopia av listan; om raden inte hör till någon mottagare, ange den under set_aside
recipient-labels-of-no-column = ingen kolumn börjar med { $question }, vars etikett för { $value } är { $name }: { $value } i mottagarens kolumn ({ $place }) skulle vara koden för en annan
    .expected = den text som mottagarens kolumn börjar med, för listan anger vilka värdena avser
    .todo = skriv { $column } i stället för { $question } i en kopia av listan; ta bort raderna bara om de avser något annat
recipient-value-without-label = { $value } har ingen etikett i etikettlistan för { $question }
    .expected = ett värde som listan har, för den anger vilka mottagare värdena avser
    .todo = lägg till värdet i en kopia av listan, eller rätta det i en kopia av filen
recipient-missing = mottagaren saknas
    .expected = namnet på eller koden för { $one }
    .todo = fyll i den i en kopia av filen
code-and-name-differ = koden är den för { $code }, namnet det för { $name }
    .expected = kod och namn för samma mottagare
    .todo = rätta det ena i en kopia av filen
requisition-twice = { $recipient } har två rekvisitioner för { $area }{ $same ->
        [0] {""}
       *[other] , båda på samma belopp
    }
    .expected = en; den andra står i { $other }
    .todo = ta bort den som inte gäller i en kopia av filen; gäller båda, lägg ihop dem på en rad
paid-amount-unreadable = { $value } kan inte läsas som ett utbetalt eller återbetalt belopp
    .expected = { $expected }
    .todo = ta reda på beloppet där det betalades ut, och rätta en kopia av filen
paid-amount-not-whole = { $value } kan inte läsas som ett utbetalt eller återbetalt belopp
    .expected = hela { $currency }{ $finer ->
        [0] {""}
       *[other] ; eller currency_decimals = 2 i study.toml, om belopp publiceras med två decimaler
    }
    .todo = ta reda på beloppet där det betalades ut, och rätta en kopia av filen
paid-amount-negative = { $value } kan inte läsas som ett utbetalt eller återbetalt belopp
    .expected = ett belopp på 0 eller mer, utan minustecken
    .todo = ta bort minustecknet i en kopia av filen; är det en återbetalning bland de rekvirerade medlen, ange den under [repayments]

## Register

register-code-twice = { $code } står två gånger i registret
    .expected = en egen kod för var och en; den andra står i { $earlier }
    .todo = rätta en av dem, eller ta bort en rad, i en kopia av filen
register-name-like-total = { $label } börjar som etiketten på en summa, och har en kod som mottagare har
    .expected = mottagare, eller summor som studien anger
    .todo = läses som mottagare; om det är en summa, ange den: totals = [{ $label }]
register-empty = ingen står i registret { $register }
    .expected = en rad per mottagare under rubriken
    .todo = se efter om rätt fil och blad anges
register-cell-blank = { $column } är tom
    .expected = en kod och ett namn för var och en i registret, och vem de hör till där det deklareras
    .todo = fyll i den, eller ta bort raden, i en kopia av filen
register-code-personal = koden för { $name } är ett personnummer
    .expected = koder som inte pekar ut en person: de står i resultatfilerna
    .todo = ge den en annan kod, i en kopia av filen och överallt där den står
register-number-unreadable = { $value } kan inte läsas som ett tal
    .expected = ett tal som 1 234 eller 12,5, eller inget där det inte är känt
    .todo = rätta det i en kopia av filen
register-number-percent = { $value } är en procentandel, men registret har tal
    .expected = ett tal som 1 234 eller 12,5, eller inget där det inte är känt
    .todo = skriv talet i en kopia av filen
register-number-of-two-meanings = tecknet i { $value } kan stå före decimaler eller mellan tusental
    .expected = ett tal som 1 234 eller 12,5, eller inget där det inte är känt
    .todo = ange decimal = "," för registret om det står före decimaler, decimal = "." om det står mellan tusental
register-number-negative = { $value } är mindre än noll
    .expected = ett tal som är 0 eller större, eller inget där det inte är känt
    .todo = rätta det i en kopia av filen
register-numbers-with-decimals = { $count } av { $all } tal i { $column } har decimaler, som { $values }
    .expected = hela tal, som kolumnen mest har
    .todo = se efter om { $count ->
        [one] det
       *[other] de
    } stämmer; rätta { $count ->
        [one] det
       *[other] dem
    } annars i en kopia av filen
register-names-shared =
    { $count ->
        [one] { $names } är namnet på flera i registret
       *[other] { $names } är var för sig namnet på flera i registret
    }
    .todo = { $count ->
        [one] den
       *[other] de
    } hittas bara med kod; en kolumn under "other_names" kan skilja dem åt

## Tvivelaktiga återbetalningar

repayments-missing = det finns inga återbetalningar under rubriken
    .expected = en rad för varje återbetalning
    .todo = fyll i listan; om inget har återbetalats, ta bort { $section } ur study.toml
repayment-small-in-column =
    { $recipient } har återbetalat { $repaid } av { $requisitioned }, en tusendel eller mindre ({ $count } av { $all } i kolumnen)
    .expected = återbetalningar i samma enhet som de rekvirerade medlen bredvid
    .todo = kontrollera beloppen; skriv enheten efter dem i en kopia av listan, som 450 { $thousands }
repayment-small =
    { $recipient } har återbetalat { $repaid } av { $requisitioned } för { $area }, en tusendel eller mindre ({ $count } av { $all } i listan)
    .expected = återbetalningar i den enhet som studien anger: { $read }
    .todo = kontrollera beloppen; skriv enheten efter dem i en kopia av listan, som 450 { $thousands }
repayments-in-other-unit =
    { $recipient } har återbetalat { $repaid } av { $requisitioned } för { $area }, en tusendel eller mindre ({ $count } av { $all } i listan)
    .expected = återbetalningar i den enhet som studien anger: { $read }
    .todo =
        om listan har en annan enhet, ange unit = "{ $unit }" under [repayments]; kontrollera annars beloppen
repayments-are-requisitions =
    alla { $count } återbetalningar är precis vad som har rekvirerats: inget återstår att fördela
    .expected = en kolumn med vad som har återbetalats
    .todo =
        se efter om "amount" under [repayments] anger rätt kolumn, och "file" rätt lista
repayments-in-two-places =
    { $count } mottagare har återbetalningar här och i kolumnen "repaid" i { $list }, { $same } av dem med samma summa: { $recipient } { $here } här och { $there } där för { $area }
    .expected = varje återbetalning på ett ställe
    .todo =
        båda dras av från det rekvirerade; om det är samma betalningar, ta bort nyckeln "repaid" eller [repayments]

## Listor över rekvirerade medel

funds-without-area = en rad med rekvirerade medel utan område
    .expected = området på varje rad
    .todo = fyll i det i en kopia av filen; om raden är en summa, ange dess etikett: totals = ["…"]
row-without-level = raden anger inte sin nivå
    .expected = Region, Län eller Kommun, eller { $words }
    .todo = rätta det i en kopia av filen
level-unknown = { $level } är ingen nivå
    .expected = Region, Län eller Kommun, eller { $words }
    .todo = rätta det i en kopia av filen
area-of-level = { $area } ({ $several })
row-of-other-level = raden gäller { $one }, men inte { $area }
    .expected = en rad för { $areas }
    .todo = rätta nivån, eller ange ett område på den nivån under "areas"; flera anges i en lista
area-open = inget säger vilket av { $areas } raden hör till
    .expected = kolumnen som anger nivån, i nyckeln "level_column"
    .todo = deklarera den; eller håll isär nivåerna i kopior av listan
rows-of-unknown-area = { $count ->
        [one] { $count } rad
       *[other] { $count } rader
    } för { $area }, som inte är något område i listan
    .expected = ett ord under "areas", eller under "other_areas" om det inte utvärderas här
    .todo = { $suggestion }
area-not-evaluated = { $count ->
        [one] { $count } rad
       *[other] { $count } rader
    } med { $kronor } för { $area } räknas inte: utvärderas inte här

## Belopp som avviker från andra

amount-of-nines = { $intervention } redovisar { $amount }: bara nior{ $count ->
        [one] , långt över alla andra
       *[other] , liksom { $count } insatser
    }
    .expected = ett belopp; statistikprogram skriver 999 eller 999999 för det som saknas
    .todo = se efter i filen eller fråga den som svarat; betyder det att svar saknas, låt cellen vara tom i en kopia
amount-with-decimals = { $intervention } redovisar { $kronor }{ $more ->
        [0] {""}
       *[other] , och { $more } till
    }: några få kronor med decimaler
    .expected = ett belopp i den enhet som nyckeln ”unit” anger
    .todo = fråga uppgiftslämnaren om tusental eller miljoner avses, och för in en rättelse
amount-below-own =
    { $intervention } redovisar { $kronor }, och samma uppgiftslämnare i övrigt inget under { $next }{ $more ->
        [0] {""}
        [one] , och { $more } insats till likaså
       *[other] , och { $more } insatser till likaså
    }: beloppet ser ut att vara tusen gånger för litet
    .expected = belopp i den enhet som studien anger (nyckeln ”unit”)
    .todo = fråga uppgiftslämnaren om tusental avses, och för in en rättelse
amount-above-own =
    { $intervention } redovisar { $amount }, och samma uppgiftslämnare i övrigt inget över { $next }{ $more ->
        [0] {""}
        [one] , och { $more } insats till likaså
       *[other] , och { $more } insatser till likaså
    }
    .expected = ett belopp i den enhet som nyckeln ”unit” anger
    .todo = fråga uppgiftslämnaren, och för in en rättelse; det räknas som det står
amount-like-organisation-number = { $kronor }, som ser ut som ett organisationsnummer
amount-like-thousandfold = { $kronor }, som ser ut att vara tusen gånger för mycket

## Kolumner vid sidan av dem med belopp

row-sums-broken = i { $count } av { $all } rader är { $column } inte summan av de kolumner som läses: { $rows }
    .expected = radens summa, som i de övriga
    .todo = se efter om ett belopp har ändrats eller står på fel rad; kolumnerna som nycklar nämner räknas
row-sum = { $who } (rad { $row }) { $own }, summan är { $sum }
column-of-amounts-not-read = ingen nyckel namnger kolumnen { $column }: { $kronor } i { $count ->
        [one] { $count } ifylld cell
       *[other] { $count } ifyllda celler
    } läses inte
    .expected = nycklar för de kolumner som ändrar det utbetalda
    .todo = { $advice }
declare-beside-funds =
    deklarera den, med repaid = "…" eller i [repayments], eller utelämna den avsiktligt i en kopia av listan
declare-beside-account =
    se efter om den rättar en deklarerad kolumn; deklarera den som ett fält, eller utelämna den avsiktligt i en kopia av filen
column-of-years =
    kolumnen { $column } anger { $years }, och studien gäller { $year }; beloppen på alla rader läses
    .expected = rader för studiens år
    .todo = om raderna hör till andra års bidrag, ta bort dem i en kopia av listan

repayment-in-several-rows =
    { $recipient } har återbetalat { $kronor } för { $area }, och { $earlier } på en annan rad; båda dras av{ $more ->
        [0] {""}
       *[other] ; { $more } till
    }
    .expected = en återbetalning, eller flera utbetalningar; den andra står i { $other }
    .todo = om den ena ersätter den andra, ta bort den som inte gäller i en kopia av listan

## Listor som är fel i sin helhet

set-unit = ange unit = "{ $unit }"
correct-unit = rätta enheten
