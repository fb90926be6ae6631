### study.toml: vad filen anger, och vad som är fel i den.

## Nycklar

toml-invalid = { $error }
    .expected = giltig TOML
format-newer = filen har format { $format }
    .expected = format { $known }, det nyaste som den här versionen av insats läser
    .todo = använd en nyare version av insats
key-missing = nyckeln { $key } saknas
    .expected = { $expected }
key-unknown = nyckeln { $key } är inte känd här
    .todo = { $suggestion }
key-mistyped = { $key } är { $kind }
    .expected = { $expected }
word-unknown = { $key } är { $word }
    .expected = { $expected }
    .todo = { $suggestion }
one-of = ett av { $words }

## Slag av värden

kind-text = en text
kind-number = ett tal
kind-flag = true eller false
kind-date = ett datum
kind-list = en lista
kind-table = en tabell
wanted-text = en text inom citattecken
wanted-number = ett heltal från { $first } till { $last }
wanted-numbers = en lista med heltal från { $first } till { $last }
wanted-texts = en lista med texter
wanted-table-of-texts = namn och text par om par, som {"{"} a = "A", b = "B" {"}"}
wanted-table-of-numbers = namn och tal par om par, som {"{"} 2023 = 403.7, 2024 = 415.1 {"}"}
wanted-text-for-every-key = en text för varje nyckel
wanted-table-of-texts-or-lists = namn och text, eller en lista med texter, par om par, som {"{"} a = "A", b = ["B", "C"] {"}"}
wanted-text-or-texts-for-every-key = en text eller en lista med texter för varje nyckel
wanted-text-in-languages = en text, eller en tabell med sv och en
wanted-tables = en tabell med tabeller
wanted-list-of-tables = en lista med tabeller ([[{ $key }]])

## Vad nycklar anger

key-study-title = studiens titel
key-text-label = vad läsaren kallar texten
key-study-year = ett år, som 2024
key-swedish-text = den svenska texten
key-survey-or-account = minst en [[survey]] eller [[account]]
key-codebook = sökvägen till kodboken, en JSON-fil
key-complete = när en insats är komplett
key-area-name = ett kort namn utan mellanslag, som bu-region
key-export-file = exportens filnamn
key-respondent-columns = kolumnerna som säger vem som har svarat
key-respondent-id = kolumnen med uppgiftslämnarens id
key-intervention-columns = kolumnerna för en insats
key-label-sheet = bladet som säger vad tal betyder
key-label-question = kolumnen med frågan
key-label-value = kolumnen med talet
key-label-meaning = kolumnen med talets betydelse
key-earlier-question = den tidigare frågan
key-requisitions-file = filen med rekvirerade medel
key-requisitioned-column = kolumnen med rekvirerat belopp
key-row-area-column = kolumnen som säger vilket område en rad gäller
key-listed-areas = listans ord för områden = studiens områden
key-repayments-file = filen med återbetalade medel
key-recipient-column = kolumnen med mottagaren
key-area-column = kolumnen med området
key-repaid-column = kolumnen med återbetalat belopp
key-corrections-file = filen med rättelser
key-intervention-id = kolumnen med insatsens id
key-field-column = kolumnen med fältet
key-old-column = kolumnen med värdet som det exporterades
key-new-column = kolumnen med värdet som ersätter det
key-reason-column = kolumnen med skälet
key-coding-file = kodningsbladets filnamn
key-domain-columns = kolumnen för varje domän
key-coder = kodarens namn eller bokstav
key-held-back-file = listan över undanhållna svar
key-register-file = filen med en rad per mottagare, med koder och namn
key-register-code = kolumnen med mottagarens kod
key-register-name = kolumnen med mottagarens namn
key-parent-register = ett inbyggt register, eller ett som deklareras ovanför
key-parent-column = kolumnen med koden för eller namnet på den som mottagaren hör till
key-nouns = vad en kallas, med artikel, och vad flera kallas: one = "en skola", several = "skolor"
key-account-name = ett kort namn utan mellanslag, som regioner
key-account-file = filen med en rad per mottagare
key-recipient-name-or-code = kolumnen med mottagarens namn eller kod
key-difference-from = fältet som något dras från
key-difference-less = fältet som dras ifrån
key-portion-shares = fältet med andelarna
key-portion-of = beloppsfältet som de är andelar av
key-allocation-name = fördelningens namn
    .todo = korta det
key-allocation-parts = minst en pott, som [[allocation.part]]
key-part-name = ett kort namn utan mellanslag, som suicidprevention
key-pot = summan som fördelas, i kronor
key-supplement-amount = kronor till var och en av mottagarna
key-supplement-recipients = namn eller koder
key-numbers-file = filen med talen
key-earlier-study = mappen med en tidigare studie, som ../prehospital-2021
key-prices-year = året i vars priser medel ska stå, som 2024
key-prices-source = varifrån indexet kommer
key-prices-index = ett index för varje år, som {"{"} 2023 = 403.7, 2024 = 415.1 {"}"}
key-printed-file = filen med de tryckta talen

## Namn

name-unfit = { $name } kan inte vara ett namn här
    .expected = bokstäver, siffror, - och _
area-name-unfit = { $name } kan inte vara namn på ett område
    .expected = bokstäver, siffror, - och _
    .todo = välj ett kort namn; det som läsare ser är titeln
question-name-unfit = { $name } kan inte vara namn på en fråga
    .expected = bokstäver, siffror, - och _
field-name-unfit = { $name } kan inte vara namn på ett fält
    .expected = bokstäver, siffror, - och _
measure-name-unfit = { $name } kan inte vara namn på ett mått
    .expected = bokstäver, siffror, - och _
register-name-unfit = { $name } kan inte vara namn på ett register
    .expected = bokstäver, siffror, - och _
    .todo = välj ett kort namn, som school; läsare ser orden under "one" och "several"
register-name-taken = det finns redan ett register { $name }
    .expected = ett eget namn; region, county och municipality är inbyggda
    .todo = välj ett annat namn
noun-without-article = { $written } saknar artikel
    .expected = en med artikel: en eller ett på svenska, a eller an på engelska
    .todo = skriv som i one = "en skola", eller one = {"{"} sv = "en skola", en = "a school" {"}"} för rapporter på båda språken
file-name-of-device = { $what } kan inte vara namn på en fil
    .expected = ett annat namn: en del system använder CON, PRN, AUX, NUL, COM1 till COM9 och LPT1 till LPT9 för enheter
    .todo = { $todo }
file-name-too-long = { $what } är för långt för en fils namn: { $bytes } byte
    .expected = högst { $most } byte; andra bokstäver än a till z tar två eller fler
    .todo = { $todo }
allocation-name = namnet på fördelningen { $allocation }
    .todo = korta det
item-id = objektets id { $id }
    .todo = ge det ett annat id

## Filer och mappar

declarations-unreadable = study.toml kan inte läsas: { $reason }
    .expected = en mapp med study.toml
    .todo = ange studiens mapp, till exempel: insats run input/lagesrapport-2024
declarations-not-utf8 = study.toml kan inte läsas: { $reason }
    .expected = en text i UTF-8
    .todo = öppna filen i en editor och spara den som UTF-8
file-missing = filen { $file } finns inte
    .expected = en sökväg från studiens mapp
    .todo = { $todo }
put-file-there = lägg filen där, rätta namnet eller gör avsnittet till en kommentar
file-outside = { $file } ligger utanför studiens mapp
    .expected = en fil i studiens mapp, eller en som "outside" räknar upp
    .todo = flytta filen dit, eller tillåt den under [limits]: outside = [{ $file }]
outside-missing = { $path } under "outside" finns inte
    .expected = en fil eller mapp, som sökväg från studiens mapp
    .todo = rätta sökvägen under [limits], eller ta bort den
companion-missing = det finns ingen studie i { $folder }
    .expected = en mapp med study.toml, som sökväg från den här studiens mapp
companion-is-itself = { $folder } är den här studien själv
    .expected = en annan studies mapp
earlier-not-before = den tidigare studien gäller { $then } och den här { $now }
    .expected = en studie av ett tidigare år
earlier-missing = det finns ingen studie i { $folder }: inget från det året står bredvid det här
    .expected = den tidigare studiens mapp, som sökväg från den här studiens mapp
    .todo = lägg den där eller rätta sökvägen; figurer och påståenden som behöver den säger det
earlier-twice = en annan tidigare studie gäller också { $year }: { $other }
    .expected = en studie för varje tidigare år
earlier-name-unknown = { $key } för en tidigare studie: { $name } finns inte
    .expected = namn som finns i de båda study.toml
    .todo = { $suggestion }
earlier-break-of-nothing = { $area } sägs bryta med { $year }, men den tidigare studien har inget sådant område
    .expected = ett område som finns båda åren, med [earlier.areas] om det hette något annat
earlier-break-without-reason = brottet för { $area } har inget skäl
    .expected = varför åren inte kan jämföras: figurer och påståenden skriver ut det
    .todo = skriv skälet, eller ta bort brottet
earlier-option-unknown = options för en tidigare studie: ingen fråga { $year } har { $name }
    .expected = ett alternativ eller svar som det lyder sitt år
    .todo = { $suggestion }
earlier-recipient-unknown = recipients för en tidigare studie: ingen som kan svara { $year } har koden { $code }
    .expected = mottagares koder, koden då = koden nu
    .todo = { $suggestion }
earlier-recipients-together = { $was } har blivit { $now }, och båda svarade { $year }: de räknas ihop
    .expected = en mottagare då för en nu, eller besked om att båda är en
    .todo = om de är en, lägg till { $line } i recipients; annars rätta koden
earlier-other-currency = den tidigare studien { $study } räknar i { $then }, den här i { $now }: inga medel ställs bredvid varandra
    .expected = samma valuta båda åren
earlier-other-weighting = medel i den tidigare studien { $study } räknas på ett annat sätt än i den här: det ena året som redovisade, det andra viktade till det rekvirerade
    .expected = samma viktning båda åren
    .todo = jämför andelar av medel hellre än medel, eller sätt weighting.per lika
earlier-other-definitions = { $count ->
        [one] en kod
       *[other] { $count } koder
    } definieras på ett annat sätt än { $year }: { $codes }
    .expected = samma definitioner, eller en lista över vad koderna blev
    .todo = säg i rapporten vad som omdefinierats, koda om det tidigare året, eller ange listan i codes
earlier-warnings = { $warnings ->
        [one] en varning
       *[other] { $warnings } varningar
    } om data i den tidigare studien, den av { $year }
    .todo = kör { $study } för sig för att läsa dem

## Gränser

limit-exceeded = { $found }
    .expected = högst { $most } { $unit }
    .todo = rätta filen; om den ska vara så, höj { $key } under [limits] i study.toml

## Hur texter läses

reading-key-unfit = { $value } kan inte vara { $key } för en fil
    .expected = { $expected }
wanted-encoding = en teckenkodning, som utf-8, utf-16le, windows-1252, latin1 eller macroman
wanted-delimiter = ett eller flera tecken, som ;, ||, tab, eller none
wanted-sign = ett tecken, eller none

## Enkäter

area-of-two-surveys = området { $area } har två enkäter
    .expected = en enkät per område
    .todo = ge en av dem ett eget område
respondent-without-recipient = inget säger vilken mottagare en uppgiftslämnare är
    .expected = nyckeln "name" eller "code"
set-aside-without-reason = uppgiftslämnaren { $respondent } läggs åt sidan utan skäl
    .expected = varför dess svar inte räknas
header-row-beyond = rubriken har { $rows ->
        [0] inga rader
        [one] en rad
       *[other] { $rows } rader
    }, och "keep" nämner rad { $row }
    .expected = rader i rubriken, räknade från 1
intervention-sheet-without-link = en fil eller ett blad med en rad per insats saknar koppling till uppgiftslämnaren
    .expected = nycklarna "id" och "respondent"
intervention-key-without-sheet = nyckeln { $key } säger inget om insatser på uppgiftslämnarens rad
    .expected = nyckeln "file" eller "sheet" tillsammans med den, eller rows = "interventions" i enkäten
    .todo =
        ange filen eller bladet med en rad per insats, eller att varje rad i exporten är en insats; ta bort nyckeln om
        insatserna står som block med {"{"}n{"}"}
interventions-in-two-tables = insatserna är angivna i två tabeller
    .expected = rows = "interventions", eller filen eller bladet med insatser bredvid uppgiftslämnarna
    .todo =
        ta bort "rows" om enkätens egen fil har en rad per uppgiftslämnare, annars "file" och "sheet" här
intervention-respondent-in-rows = nyckeln { $key } är till för insatser i en egen tabell
    .expected = uppgiftslämnarens kolumner under "respondent", för varje rad säger vem uppgiftslämnaren är
    .todo = ange kolumnen med uppgiftslämnarens id där, som id, och ta bort nyckeln
intervention-field-unknown = { $field } är inget fält i en insats
    .todo = { $suggestion }
required-field-without-column = enkäten { $area } har ingen kolumn för { $field }, som complete.requires nämner
    .expected = nyckeln { $key } med kolumnen
    .todo = ange kolumnen, eller ta bort fältet ur complete.requires

## Frågor

question-form-unclear = frågan { $question } har ingen form eller flera
    .expected = precis en av "ticked", "joined", "items", "choice", "text"
question-without-answers = frågan { $question } har inga svarsalternativ
    .expected = "answers", eller "scale" med namnet på en skala
counted-answer-unknown = { $answer } är inget svarsalternativ i frågan
    .todo = { $suggestion }
answer-separator-empty = inget skiljer svaren i en cell
    .expected = tecknet mellan dem, som ";", "," eller "\n"
option-missing = { $column } säger inte var svarsalternativet står i kolumnens rubrik
    .expected = {"{"}option{"}"} på alternativets plats
    .todo = skriv {"{"}option{"}"} där; har frågan bara en kolumn, skriv "choice" (ett svar) eller "joined" (flera svar i en cell) som nyckel
option-in-single-column = { $column } står för flera kolumner
    .expected = en kolumn; {"{"}option{"}"} hör till "ticked" och "items"
    .todo = skriv kolumnens namn, eller ange frågan i en annan form
answers-and-scale = svarsalternativen anges två gånger: med "answers" och med "scale"
    .expected = en av de två
    .todo = ta bort den som inte gäller
scale-unknown = det finns ingen skala { $scale }
    .expected = namnet på en skala som [scale.…] i study.toml anger svaren för
    .todo = { $suggestion }
scale-unused = ingen fråga använder skalan { $scale }
    .expected = en fråga eller ett fält med scale = { $scale }
    .todo = använd den, eller ta bort den ur study.toml
scale-without-answers = skalan { $scale } har inga svarsalternativ
    .expected = "answers" med skalans svarsalternativ
listed-text-blank = en text i { $key } är tom
    .expected = varje text en gång; stora och små bokstäver räknas som lika
    .todo = ta bort den som är för mycket
listed-text-twice = { $text } står två gånger i { $key }
    .expected = varje text en gång; stora och små bokstäver räknas som lika
    .todo = ta bort den som är för mycket
key-of-joined-only = nyckeln { $key } säger inget om en fråga i formen { $form }
    .expected = den hör till "joined"
    .todo = ta bort den; andra formers alternativ är deras kolumner eller svar
key-of-closed-questions = nyckeln { $key } säger inget om en fråga som besvaras med egna ord
    .expected = den hör till frågor med fasta svar
    .todo = ta bort den; koderna i frågans domän är dess svarsalternativ
options-of-choice = nyckeln { $key } säger inget om en fråga i formen { $form }
    .expected = den hör till "ticked", "joined" och "items"
    .todo = skriv svaren under "answers"
other-of-columns = nyckeln "other" säger inget om en fråga i formen { $form }
    .expected = den hör till "choice" och "joined"
    .todo = ta bort den; en text i kolumnen för ett alternativ som Annat är redan ett kryss
other-column-of-choice-only = nyckeln "other_column" säger inget om en fråga i formen { $form }
    .expected = den hör till "choice"
    .todo = ta bort den
other-column-alone = "other_column" står utan "other"
    .expected = svaret som texter i den kolumnen räknas som
    .todo = lägg till det, som other = "Annat"
other-without-options = "other" står i en fråga utan angivna svarsalternativ
    .expected = svarsalternativ, för utan dem är varje text ett eget alternativ
    .todo = lägg till "options" och ha med alternativet där
other-unknown = { $answer } är inget svar på frågan
    .expected = ett av svaren eller svarsalternativen, som andra texter räknas som
    .todo = { $suggestion }
name-of-written-blank = under "{ $key }" är namnet på { $written } tomt
    .expected = ett namn = det som exporten skriver
    .todo = skriv namnet före likhetstecknet
key-due-column = kolumnen som säger när ett svar skickades in
key-due-day = den sista dagen, som "2025-03-14"
day-unreadable = { $text } är inte en dag
    .expected = en dag som finns, som "2025-03-14"
    .todo = rätta den
only-without-texts = "only" saknar text för kolumnen { $column }
    .expected = texterna på de rader som ska läsas, som only = {"{"} Status = "Complete" {"}"}
    .todo = lägg till dem; "" betyder en tom cell
key-of-items-and-choice-only = nyckeln { $key } säger inget om en fråga i formen { $form }
    .expected = den hör till "items" och "choice"
    .todo = ta bort den; alternativ som kryssas för har inga svar att välja bland
block-number-missing = frågan { $question } ställs för varje insats, men dess kolumn har inget {"{"}n{"}"}
    .expected = {"{"}n{"}"} i kolumnen för en fråga om insatserna i numrerade block, och ingen annanstans
    .todo = rätta kolumnen eller nyckeln "per"
block-number-of-respondent = frågan { $question } ställs en gång per uppgiftslämnare, men dess kolumn har {"{"}n{"}"}
    .expected = {"{"}n{"}"} i kolumnen för en fråga om insatserna i numrerade block, och ingen annanstans
    .todo = rätta kolumnen eller nyckeln "per"
block-number-without-blocks =
    frågan { $question } har {"{"}n{"}"}, men dess blad har en rad för varje insats och inga block
    .expected = {"{"}n{"}"} i kolumnen för en fråga om insatserna i numrerade block, och ingen annanstans
    .todo = rätta kolumnen eller nyckeln "per"
column-of-two-questions = { $column } är kolumnen för både { $one } och { $other }
    .expected = en kolumn för varje fält och fråga
    .todo = rätta den som är fel, eller ta bort den

## Följdfrågor

condition-without-answers = det är inte sagt vilka svar som leder till följdfrågan
    .expected = "answers" med ett eller flera svar på den tidigare frågan
condition-answer-unknown = { $answer } är inget svarsalternativ i frågan { $question }
    .expected = svar på den tidigare frågan som leder till den här
    .todo = { $suggestion }
follow-up-of-interventions = en fråga till uppgiftslämnaren följer upp en fråga om varje insats
    .expected = en tidigare fråga till uppgiftslämnaren
follow-up-unknown = { $question } följer upp { $earlier }, som inte är en tidigare fråga i enkäten
    .todo = { $suggestion }

## Rekvisitioner och återbetalningar

row-without-recipient = inget säger vilken mottagare en rad gäller
    .expected = nyckeln "code" eller "name"
requisition-column-of-no-area = kolumnen { $column } hör till { $area }, som inte är ett område i studien
    .todo = { $suggestion }
listed-area-unknown = { $word } hör till { $area }, som inte är ett område i studien
    .todo = { $suggestion }
listed-area-twice = { $word } är både ett område i studien och ett som inte utvärderas här
    .expected = varje ord en gång, i areas eller i other_areas
area-of-two-requisition-columns = området { $area } har två kolumner med rekvisitioner
    .expected = en kolumn per område
area-of-two-requisition-lists = området { $area } har rekvisitioner på två ställen
    .expected = en [[requisitions]] per område
currency-without-decimals = { $currency } har inga decimaler, och currency_decimals anger sådana
    .expected = currency_decimals = 0, eller ingen sådan nyckel
accounts-in-kronor = studien är i { $currency } (currency = "{ $code }"), och den har en [[account]]: återrapporter läses i kronor
    .expected = currency = "SEK", eller ingen [[account]]
    .todo = gör en egen studie av återrapporterna, i kronor; återrapporter i andra valutor går inte att läsa
survey-without-funds = enkäten för { $area } har ingen kolumn med använda medel (funds), men { $other } handlar om medel
    .expected = nyckeln funds i varje enkät; eller inga medel i någon av dem, och varken [[requisitions]], [repayments] eller [weighting]: då räknas bara insatser
requisitions-not-used = per = "none" räknar redovisade medel som de är, och { $key } skulle inte användas
    .expected = antingen { $key } eller per = "none"
    .todo = ta bort { $key }, eller skriv per = "recipient" eller "area" så att redovisade medel viktas till det som rekvirerats
area-without-requisitions = inga rekvisitioner är angivna för området { $area }
    .expected = en [[requisitions]] vars areas nämner det; eller [weighting] med per = "none", som räknar redovisade medel som de är
level-said-twice = nivån anges två gånger, med "level" och med "level_column"
    .expected = en av dem
column-of-both-amounts = kolumnen { $column } anges både som utbetalat och som återbetalat
    .expected = en kolumn för vartdera
repaid-column-shared = kolumnen { $column } i { $file } anges som { $is } och, under { $section }, som återbetalat
    .expected = en kolumn för vartdera
    .todo = ange kolumnen med återbetalningarna, eller ta bort { $section } om det inte finns några
repayments-of-one-list = { $file } och beloppens kolumn anges för två källor till återbetalningar, som då aldrig kan skilja sig åt
    .expected = en lista eller kolumn för varje källa
    .todo = ange den andra källans lista, eller ta bort den ena
repayments-called-alike = två källor till återbetalningar heter { $source }
    .expected = ett namn för varje källa, i båda språken
    .todo = ge dem olika namn under source
repayments-of-other-time = { $section } gäller { $day }, men studien är av { $year }
    .expected = en dag under studiens år eller de närmaste åren efter
    .todo = rätta as_of
paid-out = utbetalat
repaid-by-key = återbetalat, med nyckeln "repaid" för listan

## Kodningsblad

column-of-two-domains = kolumnen { $column } anges för { $earlier } och för { $domain }
    .expected = en egen kolumn för varje domän
    .todo = rätta namnet på en av dem, eller ta bort domänen
intervention-id = { $unit ->
        [intervention] insatsens id
        [respondent] uppgiftslämnarens id
       *[other] mottagaren
    }
coding-of-two-units = raderna i ett kodblad sägs handla om två saker
    .expected = precis ett av "intervention", "respondent" och "recipient"
    .todo = ange ett [[coding]] för var och en
open-question-per-intervention = den öppna frågan { $question } ställs om varje insats
    .expected = "text" för det som uppgiftslämnare eller mottagare har fått frågor om
    .todo = ange den som en text om insatser ([text]) med kolumn i [survey.intervention]; en domän med optional kodar den
open-questions-too-many = det finns fler än { $most } öppna frågor
    .expected = högst { $most }
    .todo = utelämna dem som inte kodas
open-question-without-codebook = svaren på den öppna frågan { $question } kodas, men studien har ingen kodbok
    .expected = en kodbok med en domän för frågan
    .todo = lägg till codebook = "…" överst i study.toml
measure-of-open-question = måttet räknar den öppna frågan { $field }
    .expected = det som kan jämföras med andra år: pengar, andelar, frågor med fasta svar
    .todo = räkna den i stället i en kolumn i rapporten (count = …)
code-separator-empty = skiljetecknet är tomt
    .expected = tecknet mellan koder, som ";"
word-for-none-blank = none är { $word }
    .expected = ordet som står där inget passar, som "ingen"
    .todo = ta bort nyckeln om tomma celler säger att inget passar
two-final-codings = det finns två slutliga kodningsblad
    .expected = högst ett; det andra anges i { $other }
    .todo = lägg bådas rader i ett blad, varje insats en gång
two-codings-of-coder = kodaren { $coder } har två kodningsblad
    .expected = högst ett; det andra anges i { $other }
    .todo = ge en av kodarna ett annat namn, eller slå ihop bladen
coding-column-twice = kolumnen { $column } i { $file } anges två gånger
    .expected = ett eget blad eller egna kolumner för varje kodare; den andra anges i { $other }
    .todo = rätta filen, bladet eller kolumnerna för en av dem

## Redovisningar

account-twice = redovisningen { $account } anges två gånger
    .todo = ge en av dem ett annat namn
account-unknown = det finns ingen redovisning { $account }
    .todo = { $suggestion }
account-unclear = det är oklart vilken redovisning { $of } hör till
    .expected = nyckeln "account", när studien inte har precis en
    .todo = { $accounts }
account-field-unknown = redovisningen { $account } har inget fält { $field }
    .todo = { $suggestion }
label-of-no-option = { $key } har en etikett men är inget alternativ
    .expected = en nyckel under "options"
field-form-unclear = fältet { $field } har ingen form eller flera
    .expected =
        precis en av "money", "share", "number", "register", "ticked", "joined", "items", "choice", "text", "difference",
        "portion"
field-unit-unfit = enheten för { $field } passar inte det som fältet innehåller
    .expected = kr, tkr eller mnkr för belopp; "percent" eller "fraction" för andelar; annars ingen
decimal-without-numbers = fältet { $field } har ett decimaltecken men inga tal att läsa
    .expected = nyckeln "decimal" tillsammans med "money", "share" eller "number"
    .todo = ta bort den
key-of-money-only = { $key } sägs om ett fält utan belopp
    .expected = ett fält i formen "money", "difference" eller "portion"
field-of-other-kind = fältet { $field } innehåller inte det som behövs här
    .expected = { $expected }
wanted-money-field = ett beloppsfält
wanted-money-field-or-part = ett beloppsfält, eller en del av en fördelning
wanted-shares = ett fält med andelar
wanted-question = en fråga
wanted-number-or-money = ett fält med tal eller belopp
wanted-question-shares-or-money = en fråga, andelar eller belopp
field-rests-on-later = { $field } bygger på { $source }, som anges nedanför
    .expected = ett fält som anges ovanför
field-rests-on-allocation = { $field } bygger på { $source }, en del av en fördelning
    .expected = ett fält i redovisningen
field-with-options = { $field } har ett belopp per alternativ
    .expected = ett fält med ett enda belopp
field-with-options-compared = { $field } har ett belopp per alternativ och kan inte jämföras
    .expected = ett fält med ett enda belopp

## Fördelningar och mått

allocation-twice = fördelningen { $allocation } anges två gånger
    .todo = ge en av dem ett annat namn
allocations-of-one-file = fördelningarna { $one } och { $other } skiljs bara åt av stora och små bokstäver, och blir samma fil på många datorer
    .expected = namn som skiljs åt av något mer, för filer får sitt namn av dem
    .todo = ge en av dem ett annat namn
allocation-unknown = det finns ingen fördelning { $allocation }
    .todo = { $suggestion }
allocation-part-unknown = fördelningen { $allocation } har ingen del { $part }
    .expected = en dels id, eller "total" för alla delar tillsammans
    .todo = { $suggestion }
no-part-of-allocation = { $part } är ingen del av en fördelning
    .expected = en fördelning och dess del, med punkt emellan
    .todo = { $suggestion }
allocation-for-other-level = fördelningen { $allocation } gäller nivån { $own }
    .expected = en fördelning för nivån { $level }
allocation-as-key = en fördelning kan inte vara nyckel i en annan
    .expected = ett fält i redovisningen
part-name-taken = delen { $part } har ett namn som är upptaget
    .expected = ett eget namn; "total" är det som en mottagare får sammanlagt
measure-unclear = det är oklart vad som mäts
    .expected = högst en av "sum", "count", "pots"
measured-answer-unknown = { $answer } är inget svarsalternativ i { $question }
    .todo = { $suggestion }
measured-answers-unsaid = det är inte sagt vilka svar på { $question } som räknas
    .expected = "answers" med några av { $answers }

## Vad som är fel i TOML

toml-fault-and-wanted = { $what }; här väntades { $wanted }
toml-key-value-extra = ett extra likhetstecken mellan nyckel och värde
toml-extra-equals = ett extra `=`
toml-extra-comma-array = ett extra komma i listan
toml-extra-comma-table = ett extra komma i tabellen
toml-duplicate-key = nyckeln står två gånger
toml-content = text som inte hör hit
toml-key-or-value = en nyckel eller ett värde som inte hör hit
toml-equals-in-array = ett `=` inne i listan
toml-leading-zero = en nolla först i talet
toml-bad-sign = ett plus eller minus som inte hör hit
toml-unquoted-value = en text utan citattecken
toml-unquoted-empty-key = en nyckel utan namn
toml-no-value = en nyckel utan värde
toml-missing-equals = det saknas ett likhetstecken mellan nyckel och värde
toml-missing-comma-array = det saknas ett komma mellan två delar av listan
toml-missing-comma-table = det saknas ett komma mellan två nycklar
toml-missing-value-for-key = nyckeln saknar värde
toml-missing-value = det saknas ett värde
toml-missing-key = det saknas en nyckel i tabellen
toml-missing-quote = det saknas ett citattecken i början
toml-missing-escape = det saknas ett tecken efter \
toml-unclosed-array = listan tar inte slut
toml-unclosed-section-list = rubriken tar inte slut
toml-unclosed-inline = tabellen tar inte slut
toml-unclosed-table = rubriken tar inte slut
toml-bad-string = fel i en text inom citattecken
toml-bad-literal = fel i en text inom enkla citattecken
toml-bad-long-string = fel i en text inom tre citattecken
toml-bad-long-literal = fel i en text inom tre enkla citattecken
toml-bad-text = fel i en text
toml-bad-key = fel i nyckeln
toml-bad-unquoted-key = tecken i nyckeln som behöver citattecken
toml-bad-pair = raden är ingen nyckel med ett värde
toml-bad-element = fel i tabellen
toml-bad-table = fel i rubriken
toml-bad-value = fel i värdet
toml-bad-boolean = varken true eller false
toml-bad-date = fel i ett datum
toml-bad-float = fel i ett decimaltal
toml-bad-integer = fel i ett heltal
toml-bad-comment = ett osynligt styrtecken i kommentaren
toml-bad-line-end = en rad slutar fel
toml-wanted-nothing = inget mer
toml-wanted-newline = radslut
toml-wanted-key = en nyckel
toml-wanted-value = ett värde
toml-wanted-digits = siffror
toml-wanted-numbers = siffror
toml-wanted-letters = bokstäver
toml-wanted-characters = tecken
toml-wanted-basic-string = en text inom citattecken
toml-wanted-literal-string = en text inom enkla citattecken

## Texts of interventions

text-name-unfit = { $name } kan inte vara en texts namn
    .expected = bokstäver, siffror, - och _, och ingen annan nyckel i [survey.intervention] eller kolumn i data/interventions.csv, som funds, sheet eller area; studiens nycklar, domäner och datafilernas kolumner använder namnet
    .todo = ge texten ett annat namn; vad läsaren möter står under label
texts-too-many = studien anger fler texter för insatser än det får finnas
    .expected = högst { $most }
    .todo = ange dem som kodas eller visas
