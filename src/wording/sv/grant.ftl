### Statsbidrag: om redovisningar stämmer, fördelningar, mått.

## Mått för flera år

measure-contradicted = { $measure } { $year } är { $one } men { $other }
    .expected = samma tal från båda
    .todo = ta reda på vilket som gäller; det första används
measure-option-contradicted = { $measure } { $year }, { $option } är { $one } men { $other }
    .expected = samma tal från båda
    .todo = ta reda på vilket som gäller; det första används
measured = { $value } enligt { $source }
measured-of-base = { $value } av { $base } enligt { $source }
measured-by-returns = återrapporterna
measured-by-returns-of = återrapporterna för { $year }
measure-twice = { $measure } { $year } står två gånger
    .expected = varje tal en gång
measure-unknown = { $measure } är inget mått i studien
    .expected = en [measure.<namn>] i study.toml
    .todo = { $suggestion }
measure-option-unknown = { $option } är inget alternativ i { $measure }
    .todo = { $suggestion }
measure-of-other-unit = { $measure } är { $odd }, men { $others }
    .expected = tal i samma enhet alla år
    .todo = se över enheten för dessa år, t.ex. fältets unit = "tkr", och rätta den som är fel
measure-of-year = { $value } år { $year }
measure-above-base = { $measure } { $year }: { $value } av { $base }
    .expected = ett antal som inte är större än sin bas

## Om redovisningarna stämmer

total-is-not-the-sum =
    raden { $row } har { $says } kr för { $field }, men { $recipients ->
        [one] den enda mottagaren
       *[other] de { $recipients } mottagarna
    } summerar till { $sum } kr: { $off }
    .expected = en total som är summan av sina rader
    .todo = ta reda på vilket som har ändrats; raderna i { $account } räknas
recipients-without-return =
    { $part } ger pengar till { $count ->
        [one] en mottagare
       *[other] { $count } mottagare
    } som saknar rad här: { $who }
    .expected = en rad för alla som har fått pengar
    .todo = se efter om rader saknas i filen; summor och antal bygger på de övriga
recipient-with-money = { $recipient } ({ $kronor })
shares-are-not-the-whole = andelarna av { $field } för { $recipient } summerar till { $sum } procent
    .expected = 100 procent
parts-are-not-the-whole =
    { $parts } för { $recipient } summerar till { $sum } kr, men { $whole } är { $kronor } kr: { $off }
    .expected = delar som tillsammans är det hela
returned-is-not-distributed =
    { $field } för { $recipient } är { $returned } kr, men fördelningen ger { $distributed } kr: { $off }
    .expected = det som har fördelats
    .todo = kontrollera siffrorna mot beslutet
follow-up-not-asked = { $recipient } har svarat på { $field } men inte { $answers } på { $question }
    .expected = svar på en följdfråga från dem som har fått den
    .todo = svaret är utelämnat, så att inget antal blir större än sin bas; fråga mottagaren
amount-above-another =
    { $recipient }: { $amount }, { $kronor } kr, är mer än { $most }, { $most_kronor } kr: { $by } kr mer
    .expected = { $expected }
    .todo = ett av beloppen är fel; fråga mottagaren
at-most-as-much = högst lika mycket
at-most-as-much-as-beside = högst lika mycket (bredvid: { $cell })
amount-column = kolumn { $letters }
kronor-more = { $kronor } kr mer
kronor-less = { $kronor } kr mindre

## Fördelningar

rounded-amounts-miss-pot = de { $count } avrundade beloppen i { $part } summerar till { $sum }, { $off } än potten
    .expected = belopp som summerar till potten; varje belopp är avrundat för sig
    .todo = är beloppen beslutade så behövs inget; annars ange rounding = "largest-remainder" för fördelningen
rounded-totals-miss-cells =
    för { $count } av { $all } mottagare i { $allocation } är totalen inte summan av delarna på raden, för den är avrundad från
    oavrundade delar: { $names }
    .expected = totaler som är summan av delarna på raden
    .todo = är beloppen beslutade så behövs inget; annars ange rounding = "largest-remainder" för fördelningen
rounded-totals-miss-pots = de { $count } totalerna i { $allocation } summerar till { $sum }, potterna till { $pot }
    .expected = totaler som summerar till potterna; varje belopp är avrundat för sig
    .todo = är beloppen beslutade så behövs inget; annars ange rounding = "largest-remainder" för fördelningen
fixed-amounts-below-pot = fasta belopp lämnar { $rest } kvar av potten { $part }
    .expected = fasta belopp som tillsammans är potten, eller en "key" som resten fördelas efter
    .todo = { $absent }
fixed-amounts-above-pot = fasta belopp är { $above } mer än potten { $part }
    .expected = en pott som räcker till dem
supplement-recipient-unknown = { $problem }
    .expected = namn eller kod för en mottagare i redovisningen { $account }
supplement-without-share = { $recipient } är inte bland dem som delar
    .expected = namn eller kod för en mottagare i redovisningen { $account }
allocation-key-too-fine = { $key } för { $recipient } läses som { $number }, med fler än två decimaler
    .expected = högst två decimaler
    .todo = om kommat eller punkten skiljer tusental åt, skriv talet utan det i en kopia av filen
allocation-key-beside-register =
    { $count } av { $all } tal i { $key } är långt från mottagarens { $name ->
        [population] folkmängd
       *[other] tal "{ $name }" i registret
    }: { $who }
    .expected = { $name ->
        [population] folkmängder, som de övriga talen eller alla i annan ordning är; registret har dem den 31 december 2024
       *[other] tal nära registrets, som de övriga talen eller alla i annan ordning är
    }
    .todo = se efter om kolumnen har sorterats för sig eller siffror har ändrats; potterna fördelas efter talen
key-beside-registered = { $recipient } { $number } (registret: { $registered })
allocation-key-of-none = { $key } för { $recipient } är 0, för alla andra mer
    .expected = ett tal över noll, som för de andra
    .todo = den som har 0 får inget vid fördelningen; fyll i talet om det saknas
allocation-key-far = { $key } för { $recipient } är { $number }, det närmaste av de andra är { $next }{ $more ->
        [0] {""}
        [one] {""}; ett till är så
       *[other] {""}; { $more } till är så
    }
    .expected = tal i samma enhet för alla
    .todo = se efter om det är i tusental eller en annan enhet; potterna fördelas efter talen
allocation-without-recipients = { $allocation } ger inget till { $names }: { $account } har ingen rad för { $count ->
        [one] den
       *[other] dem
    }
    .expected = en rad för alla som delar
    .todo = lägg till raden om den har fallit bort
rows-absent = { $account } har ingen rad för { $names }: lägg till den om den har fallit bort
allocation-key-missing = { $recipient } saknar { $key }
    .expected = ett tal som potten { $part } fördelas efter; 0 är ett tal
allocation-key-zero = fördelningstalet för { $part } är noll för alla
    .expected = ett fördelningstal över noll för någon
allocated-to-other-level =
    fördelningen { $allocation } gäller nivån { $level }, enkäten för { $area } gäller { $other }
    .expected = en fördelning för de svarandes nivå

## Vad mottagare har lämnat tomt

blank-for-all = { $columns }: tomt för { $count } av { $asked } mottagare
blank-for-some = { $columns }: tomt för { $count } av { $asked } mottagare: { $names }
column-and-more = { $first } och { $more } { $more ->
        [one] kolumn
       *[other] kolumner
    } till
numbers-left-blank = { $blank }
    .expected = ett tal för varje mottagare
    .todo =
        inget räknas för dem, och summor och andelar bygger på de övriga; fråga dem, och fyll i värdet i en kopia av
        filen: 0 är ett värde
no-option-ticked = { $blank }
    .expected = ett svar från varje mottagare
    .todo = de räknas som att de inte har valt något alternativ; fråga dem om det inte är vad de menar
options-left-blank = { $blank }
    .expected = ett svar från varje mottagare
    .todo = en tom cell räknas som inte vald; fråga dem, och fyll i svaret i en kopia av filen
answers-left-blank = { $blank }
    .expected = ett svar från varje mottagare
    .todo = de är inte med i basen; fråga dem, och fyll i svaret i en kopia av filen
