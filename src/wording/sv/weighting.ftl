### Viktade medel: det som fördelas, och faktorer att se efter.

## Vilka som är med

nobody-requisitioned = ingen har någon rekvisition för { $area }
    .expected = belopp i områdets kolumn, i bladet med rekvirerade medel
    .todo = kontrollera kolumnens namn och beloppen i den
requisition-blank =
    rekvisitionen för { $recipient } i { $area } är tom, men mottagaren har svarat; det redovisade beloppet är { $reported }
    .expected = ett belopp (0 är ett)
    .todo = fyll i beloppet i en kopia av bladet, eller ta bort svaret i en kopia av exporten
requisition-missing =
    { $recipient } har svarat men saknar rekvisition för { $area }; det redovisade beloppet är { $reported }
    .expected = en rad och ett belopp (0 är ett) i { $sheet }
    .todo = { $unread ->
        [0] lägg till mottagaren där, i en kopia, eller ta bort svaret i en kopia av exporten
       *[other] rätta först det som inte kunde läsas där; saknas mottagaren ändå, lägg till den i en kopia
    }
recipients-silent =
    { $count } mottagare med { $target } för { $area } har inte svarat: { $recipients }
    .todo = deras medel ingår inte i någon figur
no-funds-reported = { $who } redovisar inga medel; { $target } kan inte fördelas
    .expected = insatser med använda medel
    .todo = fråga mottagaren vad medlen har använts till, och för in svaret som en rättelse; tills dess visas summan som ej fördelad
reported-but-repaid = { $who } redovisar { $reported } men har betalat tillbaka alla medel
    .todo = insatserna räknas utan medel; kontrollera rekvisitionen
reported-but-not-requisitioned = { $who } redovisar { $reported } men har inte rekvirerat några
    .todo = insatserna räknas utan medel; kontrollera rekvisitionen
recipient-in-area = { $recipient } i { $area }
funds-divided-among-others =
    { $count } mottagare med { $target } för { $area } redovisar inga medel: { $recipients }
    .todo = deras medel fördelas på områdets övriga insatser
funds-of-others-divided =
    { $count } mottagare redovisar { $reported } för { $area } utan rekvirerade medel som har behållits: { $recipients }
    .todo = deras insatser får en del av områdets medel; kontrollera rekvisitionerna

## Faktorer

factor-unusual =
    J = { $factor } för { $who }: { $reported } redovisade, { $target } rekvirerade minus återbetalda
    .expected = J mellan 0,5 och 2
    .todo = { $advice }
factor-by-year =
    ett av beloppen är { $year }, som ser ut som ett årtal; fråga mottagaren och för in en rättelse
factor-of-thousands =
    beloppen ser ut att vara angivna i tusental { $currency }; fråga mottagaren och för in en rättelse
factor-of-thousandths =
    beloppen ser ut att vara tusen gånger för stora; fråga mottagaren och för in en rättelse
factor-of-millions =
    beloppen ser ut att vara en miljon gånger fel; fråga mottagaren och för in en rättelse
factor-of-nothing-known = kontrollera de redovisade beloppen mot rekvisitionen

## Enheter

reports-off-alike =
    J är omkring { $factor } för { $count } av { $all } mottagare i { $areas }: de redovisade medlen (i { $file }, lästa som { $read }) ser ut att vara { $times ->
        [1000] tusen
       *[other] en miljon
    } gånger { $size ->
        [small] för små
       *[large] för stora
    }
    .expected = J omkring 1; belopp i den enhet som studien anger
    .todo =
        { $fix } under [survey.intervention]; eller rätta enheten under [[requisitions]] om det är listan som är fel
requisitions-off-alike =
    J är omkring { $factor } för { $count } av { $all } mottagare i { $areas }: rekvisitionerna (i { $file }, lästa som { $read }) ser ut att vara { $times ->
        [1000] tusen
       *[other] en miljon
    } gånger { $size ->
        [small] för små
       *[large] för stora
    }
    .expected = J omkring 1; belopp i den enhet som studien anger
    .todo = { $fix } under [[requisitions]]{ $alone ->
        [0] {""}
       *[other] ; om bara den här kolumnen är det, ge den en egen [[requisitions]]
    }; eller rätta enheten under [survey.intervention] om det är svaren som är fel
requisitions-small =
    rekvisitionerna för { $count } mottagare i { $areas } (i { $file }, lästa som { $read }) ser för små ut: hälften är högst { $median }, den största är { $largest }
    .expected = belopp i den enhet som studien anger
    .todo =
        se efter vilken enhet listan har; { $fix } under [[requisitions]], och under [survey.intervention] om även svaren är i den enheten
requisitions-large =
    rekvisitionerna för { $count } mottagare i { $areas } (i { $file }, lästa som { $read }) ser för stora ut: hälften är högst { $median }, den största är { $largest }
    .expected = belopp i den enhet som studien anger
    .todo =
        se efter vilken enhet listan har; { $fix } under [[requisitions]], och under [survey.intervention] om även svaren är i den enheten
