### Rekvirerade och återbetalda medel: återbetalningar, listor, enheter och summor.

## Återbetalningar

repayment-area-unknown = { $area } är inget område i studien
    .expected = ett område som en enkät i study.toml har
    .todo = ta bort rader för områden som inte utvärderas här i en kopia av listan; { $suggestion }
repayment-without-amount = raden för { $recipient } i { $area } har inget belopp
    .expected = ett belopp på varje rad; 0 är ett belopp
    .todo = räknas som om raden inte fanns; fyll i beloppet i en kopia av filen
repayment-twice = { $recipient } har återbetalat { $kronor } kr för { $area } två gånger
    .expected = varje återbetalning en gång; den andra står i { $other }
    .todo =
        båda dras av från det rekvirerade; ta bort den ena i en kopia av listan om det är samma betalning
repayment-without-requisition = { $recipient } har återbetalat medel för { $area }
    .expected = en rekvisition som återbetalningen kan dras av från
    .todo = kontrollera mottagaren och området
repaid-more-than-requisitioned = { $recipient } har återbetalat { $repaid } kr av { $requisitioned } rekvirerade kr för { $area }
    .expected = högst det som rekvirerades
    .todo = kontrollera båda beloppen
