### Redovisningar av ett bidrag.

## Belopp

account-amounts-small =
    beloppen i redovisningen ser för små ut: av "{ $label }" (läst som { $read }) har hälften av { $count } mottagare högst { $median }
    .expected = belopp i den enhet som studien anger
    .todo = se efter vilken enhet redovisningen har; { $fix } för varje fält med pengar
account-amounts-large =
    beloppen i redovisningen ser för stora ut: av "{ $label }" (läst som { $read }) har hälften av { $count } mottagare högst { $median }
    .expected = belopp i den enhet som studien anger
    .todo = se efter vilken enhet redovisningen har; { $fix } för varje fält med pengar
account-amount-small =
    { $recipient } har { $kronor } under { $column }{ $more ->
        [0] {""}
       *[other] , och { $more } till
    }; nästa belopp är { $next }: det ser ut att vara tusen gånger för litet
    .expected = belopp i den enhet som nyckeln "unit" anger
    .todo =
        se efter vad mottagaren menade; skriv enheten efter beloppet i en kopia av filen, som 450 tkr
account-amount-large = { $recipient } har { $amount }, under { $column }; nästa belopp är { $next }
    .expected = belopp i den enhet som nyckeln "unit" anger
    .todo = se efter vad mottagaren menade; rätta det i en kopia av filen

## Rader, värden och alternativ

recipient-in-two-rows = { $recipient } står två gånger
    .expected = en rad per mottagare; den andra står i { $other }
    .todo = ta bort den som inte gäller i en kopia av filen
recipients-missing = det finns inga mottagare under rubriken
    .expected = en rad för var och en
the-field = fältet
value-unreadable = { $value } kan inte läsas som { $label }
    .expected = { $expected }
    .todo = fråga mottagaren, och för in det bekräftade talet i en kopia av filen
number-not-negative = ett tal på 0 eller mer
number-of-digits = ett tal, som 10 587 140 eller 12,5
number-with-clear-sign = ett tal vars punkt eller komma bara kan betyda en sak; decimal = "." eller decimal = "," säger vilket som står före decimaler
share-to-one = en andel från 0 till 1
share-to-hundred = en andel från 0 till 100 procent
share-by-format = en andel; cellens talformat säger något annat
option-undeclared = { $field } har alternativet { $option }, som inte är deklarerat
    .expected = de alternativ som study.toml räknar upp
    .todo = { $suggestion }
option-without-column = det finns ingen kolumn för { $option } i { $field }
    .todo = { $suggestion }
