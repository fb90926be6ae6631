### Läsning av enkäter: kolumner, uppgiftslämnare, insatser, frågor, rättelser.

## Frågor

condition-option-unknown = { $option } är inget alternativ i frågan { $question }
    .expected = alternativ i den tidigare frågan som leder till denna
    .todo = { $suggestion }
condition-option-unchosen = ingen har valt { $option } i frågan { $question }
    .expected = alternativ i den tidigare frågan som leder till denna
    .todo = se efter om alternativet stavas så; { $suggestion }
options-unchosen = alternativ i frågan { $question } som ingen har valt: { $options }
    .todo = se efter om deklarationen ({ $declaration }) stavar dem som enkäten
follow-up-stray = { $count } har svarat på { $question } utan att ha fått den, som { $wanted } på { $earlier } leder till: { $who }
    .expected = svar på en följdfråga från dem som har fått den
    .todo =
        svaren är utelämnade, så att inget antal blir större än sin bas; fråga dem som lämnat dem
answers-differ-in-rows = { $respondent } svarar på frågan { $question } på två sätt
    .expected = samma svar på alla rader för en uppgiftslämnare, eller tomt; det andra står i { $other }
    .todo =
        fråga uppgiftslämnaren och rätta en kopia av filen; eller ställs frågan om varje insats? Ange då
        per = "intervention"
follow-up-left-blank = { $blank } av de { $asked } som fick frågan { $question } har lämnat den tom
    .expected = ett svar från alla som fick frågan
    .todo =
        se efter om "asked_if" ({ $declaration }) nämner svar som inte leder till den; där alternativ kryssas i är de som
        lämnat den tom med i basen
question-nobody-answered = { $asked ->
        [0] ingen har fått frågan { $question }
       *[other] ingen har svarat på frågan { $question }
    }
    .expected = några svar; en figur över den visar 0 av 0
    .todo = se över deklarationen ({ $declaration }), dess kolumner och vilka som får frågan

cells-not-shown =
    { $count ->
        [one] { $count } cell
       *[other] { $count } celler
    } säger N/A, för frågan { $question } har inte visats
    .todo = de som inte har fått den är utanför basen
texts-under-other =
    { $count ->
        [one] { $count } egen text
       *[other] { $count } egna texter
    } under ”annat” räknas som kryss i frågan { $question }
    .todo = se efter om någon av dem betyder nej, eller hör till ett annat alternativ

## Alternativ

options-undeclared = kolumner i frågan { $question } vars svarsalternativ inte är angivet, och som inte läses: { $options }
    .expected = frågans alla svarsalternativ under "options"
    .todo = lägg till dem, eller se efter om de hör till en annan fråga
option-spelt-otherwise = alternativet { $option } läses som { $other }, så som andra block stavar det
    .expected = samma stavning i varje block
    .todo = rätta rubriken i en kopia av exporten
question-without-option = frågan { $question } saknar kolumn för { $option }
    .expected = samma alternativ i varje block
    .todo = leta efter en felskriven rubrik i exporten
block-without-option = block { $block } av frågan { $question } saknar kolumn för { $option }
    .expected = samma alternativ i varje block
    .todo = leta efter en felskriven rubrik i exporten
blocks-without-question = { $count ->
        [one] block { $blocks } saknar
       *[other] blocken { $blocks } saknar
    } kolumn för frågan { $question }: { $interventions ->
        [one] en insats står
       *[other] { $interventions } insatser står
    } utanför dess bas
    .expected = en kolumn för frågan i varje block
    .todo = leta efter en felskriven rubrik i exporten; om frågan inte ställdes där behöver inget göras
options-alike =
    alternativen { $other } och { $option } i frågan { $question } skiljer sig bara i stavning, och räknas var för sig
    .expected = varje alternativ en gång
    .todo =
        se efter om de är ett och samma alternativ; samla i så fall markeringarna i en kolumn i en kopia av exporten

option-behind = { $option } efter { $other } ({ $count })
options-never-alone = i frågan { $question } står dessa aldrig ensamma: { $options }
    .expected = alternativ som skiljs åt av { $separator } och inte innehåller det
    .todo = deklarera frågans "options" som de står i enkäten; då hittas de hela
options-cut = i frågan { $question } ser dessa ut som avklippta svarsalternativ: { $options }
    .expected = celler så långa som svaren
    .todo = se efter om exporten eller ett kalkylblad klipper långa celler, och exportera igen
options-unparted = i frågan { $question } ser dessa ut som flera alternativ: { $options }
    .expected = alternativ som skiljs åt av { $separator } och inte innehåller det
    .todo = deklarera frågans "options" som de står i enkäten; då hittas de hela

options-maybe-unparted = i frågan { $question } kan detta vara flera svar i ett, för en del av texten är ofta ett eget svar:
    { $options }
    .expected = svar som skiljs åt av { $separator }
    .todo = är det flera svar, sätt { $separator } mellan dem i en kopia av filen; är det ett, räkna upp frågans alternativ med "options"
option-unknown = { $option } är inget alternativ i frågan
    .expected = alternativ med { $separator } emellan
    .todo = { $action }
joined-by-other = här står { $sign } emellan dem; ange separator, eller rätta en kopia
value-without-label = lägg till värdet i bladet som value_labels anger, eller rätta en kopia

items-hold-options =
    kolumnerna för frågan { $question } innehåller bara sina egna alternativ: { $cells } ifyllda celler
    .expected = svar på en skala, samma för alla delfrågor
    .todo =
        deklarera den som ticked = { $column }, utan answers; som items får varje alternativ bara dem som valt det som bas

## Block och insatser

blocks-of-nothing = { $count ->
        [one] { $count } insats har bara streck eller nollor, och räknas inte: { $blocks }
       *[other] { $count } insatser har bara streck eller nollor, och räknas inte: { $blocks }
    }
    .todo = inget, om uppgiftslämnaren bara har markerat att det inte finns fler insatser
intervention-as = { $later } som { $earlier }
interventions-said-out =
    insatser som räknas men vars text säger att de inte ska göra det: { $count }{ $funds } ({ $ids }); i den första
    står { $text }
    .expected = texter som säger vad som har gjorts
    .todo = fråga den som svarat; räknas de inte, lägg till texten i complete.placeholders eller en rättelse
interventions-like-totals =
    insatser som räknas och ser ut som summor: { $count }{ $funds } ({ $ids }); i den första står { $text }
    .expected = bara insatser
    .todo = är det en summa, ta bort den i en kopia; dess medel räknas två gånger
blocks-with-same-amounts =
    { $equal } av { $both } som har belopp i blocken { $block } och { $later } redovisar samma belopp i båda,
    { $kronor } i vartdera{ $more ->
        [0] {""}
        [one] ; likaså i ytterligare 1 par av block
       *[other] ; likaså i ytterligare { $more } par av block
    }
    .expected = varje insats egna medel
    .todo =
        se efter om en kolumn har klistrats in i en annan, eller om de som svarat har skrivit summan av alla insatser i varje
interventions-repeated =
    insatser som ordagrant upprepar en annan från samma uppgiftslämnare: { $count }{ $funds } ({ $pairs })
    .expected = varje insats en gång
    .todo = fråga uppgiftslämnaren om den har fyllts i två gånger; båda räknas

only-text-unmet = ingen rad säger { $text } i kolumnen { $column }
    .expected = texter som står där, för bara sådana rader läses
    .todo = se efter hur raderna som ska läsas är märkta; { $suggestion }
rows-of-a-text = { $text } ({ $count })
day-of-answer-serial = { $text } är ett tal, inte en dag{ $count ->
        [one] {""}
       *[other] ; så är det med { $count } celler
    }; så som Excel räknar dagar vore det { $day }
    .expected = när svaret kom in, som 2025-03-14, 14.3.2025, 14 mars 2025
    .todo = ge kolumnen datumformat i arbetsboken, eller exportera svaren på nytt med datum
day-of-answer-unreadable = { $text } är inte en dag som kan läsas{ $count ->
        [one] {""}
       *[other] ; så är det med { $count } celler
    }
    .expected = när svaret kom in, som 2025-03-14, 14.3.2025, 14 mars 2025, eller 14/3/2025 när andra datum i kolumnen visar vad som är månad
    .todo = ange en annan kolumn under "due", eller skriv datumen som 2025-03-14 i en kopia av exporten
day-of-answer-far = { $count ->
        [one] ett svar är daterat mer än ett år från den dag då svaren skulle komma, { $due }: { $answered }
       *[other] { $count } svar är daterade mer än ett år från den dag då svaren skulle komma, { $due }; det första är { $answered }
    }
    .expected = svar inom ett år från den dagen
    .todo = se efter om året är fel; räknas som sent efter dagen, annars som i tid
day-of-answer-blank = { $count ->
        [one] ett svar har
       *[other] { $count } svar har
    } ingen dag under { $column } och räknas som inkomna i tid
    .expected = när svaret kom in
    .todo = se efter om de har skickats in
only-leaves-out =
    { $count ->
        [one] { $count } rad räknas
       *[other] { $count } rader räknas
    } inte, efter kolumnen { $column }: { $texts }{ $more ->
        [0] {""}
       *[other] {" "}och { $more } till
    }
    .todo = om de ändå ska räknas här, ange dem under "only"
only-leaves-out-interventions = insatser vars uppgiftslämnare "only" utelämnar: { $count }{ $funds }; { $many ->
        [one] uppgiftslämnaren är
       *[other] uppgiftslämnarna är
    } { $respondents }
    .todo = om de ändå ska räknas här, ange uppgiftslämnarnas rader under "only"
blocks-missing = mellan block { $first } och { $last } saknas: { $missing }
    .expected = block som är numrerade utan lucka
    .todo = leta efter felskrivna rubriker; det som står under dem läses inte som insatser
block-without-column = block { $block } har ingen kolumn för nyckeln { $field } ({ $pattern })
    .expected = samma kolumner i varje block
    .todo = leta efter en felskriven rubrik i en kopia av exporten, och rätta den
intervention-without-id = en insats utan id
    .expected = ett id på varje rad, som ingen annan insats har
    .todo = fråga den som gjorde exporten efter id, och fyll i det i en kopia av filen
intervention-twice = insatsen { $intervention } står två gånger
    .expected = varje id en gång; det andra står i { $other }
    .todo = är båda samma insats: behåll en av dem i en kopia av exporten; är de två: ge var och en ett eget id där
interventions-numbered = insatserna har inga egna id; de numreras per uppgiftslämnare, som { $first }
    .expected = en kolumn med id, som är desamma när rader sorteras, läggs till eller tas bort
    .todo =
        lägg till en kolumn med id i filen innan koder eller rättelser pekar ut en insats, och ange den i "id"
respondent-of-two-recipients = uppgiftslämnaren { $respondent } har två mottagare, { $one } och { $two }
    .expected = en mottagare på alla rader för en uppgiftslämnare; den första står i { $other }
    .todo = rätta id eller mottagare i en kopia av filen
intervention-of-nobody = { $recipient } redovisar en insats men finns inte bland uppgiftslämnarna
    .expected = en rad bland uppgiftslämnarna
    .todo = kontrollera namnet; en uppgiftslämnare som saknas måste också exporteras
intervention-of-unknown-id = { $respondent } är inte id för någon uppgiftslämnare
    .expected = ett id från en rad bland uppgiftslämnarna
    .todo =
        kontrollera id:t; en uppgiftslämnare som saknas måste också exporteras; är en kod avsedd, skriv mottagarens namn i en
        kopia av filen
numbers-of-two = tal i kolumnen { $column } som är en uppgiftslämnares id och en annans kod: { $numbers }; de läses som { $kind ->
        [ids] id
       *[codes] koder
    }
    .expected = tal som betyder en enda uppgiftslämnare
    .todo = se efter vems insatserna är; är de andra avsedda, ange uppgiftslämnarna med namn i en kopia av filen
number-of-two = { $number } är id för { $own } och kod för { $other }
used-funds-unreadable = { $value } kan inte läsas som använda medel för { $intervention }
    .expected = { $expected }
    .todo = fråga uppgiftslämnaren, och för in det bekräftade beloppet bland rättelserna

reported-funds-missing = redovisade medel saknas
text-missing = texten saknas: { $text }
text-is-placeholder = texten är bara utfylld med ett tecken eller en standardtext: { $text }
title-missing = insatsens namn saknas
title-is-placeholder = insatsens namn är bara utfyllt med ett tecken eller en standardtext
activity-missing = aktiviteten är inte beskriven
activity-is-placeholder = aktiviteten är bara utfylld med ett tecken eller en standardtext
output-missing = prestationen är inte beskriven
output-is-placeholder = prestationen är bara utfylld med ett tecken eller en standardtext
goal-missing = målet är inte beskrivet
goal-is-placeholder = målet är bara utfyllt med ett tecken eller en standardtext
effect-missing = effekten är inte beskriven
effect-is-placeholder = effekten är bara utfylld med ett tecken eller en standardtext

texts-maybe-placeholders =
    { $count ->
        [one] { $count } insats som räknas{ $funds } har en text som kan vara en platshållare: { $texts }
       *[other] { $count } insatser som räknas{ $funds } har texter som kan vara platshållare: { $texts }
    }
    .expected = texter som säger vad som har gjorts
    .todo = lägg till dem som inget säger i "placeholders" under [complete] i study.toml; de övriga behöver inget
text-written = { $text } ({ $count ->
        [one] { $first }
       *[other] { $count } insatser, som { $first }
    }{ $funds })

field-of = { $field } för { $intervention }
answers-with-contacts = { $count ->
        [one] { $count } svar på frågan { $question } verkar
       *[other] { $count } svar på frågan { $question } verkar
    } innehålla adresser, telefonnummer, inloggningar eller andra kontaktuppgifter
    .expected = svar som inte pekar ut någon
    .todo = i det som skrivs ut står […] i stället; ange frågans "options", eller ta bort frågan
texts-with-contacts = { $count ->
        [one] { $count } text
       *[other] { $count } texter
    } tycks innehålla en e-postadress, ett telefonnummer eller ett personnummer: { $texts }{ $more ->
        [0] {""}
       *[other] {" "}+ { $more }
    }
    .expected = texter utan personuppgifter
    .todo =
        i utdata står […] i stället; ta bort dem i en kopia av exporten om kodarna inte ska läsa dem

## Kolumner

column-missing = ingen kolumn heter { $column }
    .expected = kolumnen som { $declaration } anger
    .todo = { $suggestion }
columns-by-letters = utan rubrikrad heter kolumnerna efter sina bokstäver, här A till { $last }
column-look-up = leta upp kolumnens namn i filen, och rätta deklarationen
file-on-line = { $file } på rad { $line }
column-twice = kolumnen { $column } finns två gånger
    .expected = varje kolumn en gång; den andra är i { $other }
    .todo = byt namn på en av dem i en kopia av exporten, och säg till den som gjorde den
column-of-two-fields = kolumnen { $column } stämmer med { $fields }
    .expected = en kolumn för varje fält
    .todo = rätta mönstren i study.toml
column-of-contacts = kolumnen { $column } innehåller kontaktuppgifter
    .expected = kolumner utan kontaktuppgifter; sådana får inte hamna i några utdata
    .todo =
        ta bort deklarationen; om cellerna inte gäller personer, ge kolumnen ett annat namn i en kopia av filen
cell-error = cellen innehåller felet { $error }{ $more ->
        [0] {""}
       *[other] ; { $more } till i kolumnen, det sista på rad { $last }
    }
    .expected = ett värde
    .todo = rätta formeln där filen gjordes, och exportera den på nytt
cell-uncalculated = cellen innehåller en formel vars resultat inte har sparats{ $more ->
        [0] {""}
       *[other] ; { $more } till i kolumnen, den sista på rad { $last }
    }
    .expected = ett värde
    .todo = öppna filen i ett kalkylprogram, låt det räkna, och spara den
id-part-missing = id:t saknar sin del { $part }
    .expected = varje del av id:t på varje rad
    .todo = fyll i den i en kopia av filen

## Värdenas etiketter

value-of-no-question = värdet { $value } hör inte till någon fråga
    .expected = frågans text på samma rad, eller ovanför
value-with-two-labels =
    värdet { $value } i { $question } betyder { $label } här och { $earlier } i { $other }
    .expected = en betydelse för varje värde i en fråga
    .todo = ta reda på vilken som gäller, och ta bort den andra i en kopia av filen
part-with-two-labels =
    delen { $part } av { $question } heter { $label } här och { $earlier } i { $other }
    .expected = en text för varje del av en fråga
    .todo = ta reda på vilken som gäller, och ta bort den andra i en kopia av filen
question-with-two-labels =
    frågan { $question } heter { $label } här och { $earlier } i { $other }
    .expected = en text för varje fråga
    .todo = ta reda på vilken som gäller, och ta bort den andra i en kopia av filen
values-with-one-label =
    värdet { $value } i { $question } betyder { $label }, liksom { $earlier } i { $other }
    .expected = en egen betydelse för varje värde i en fråga
    .todo = ta reda på vad vart och ett betyder, och ge dem var sin text i en kopia av listan
columns-with-one-label =
    etikettlistan kallar två kolumner { $name }: { $column } här och { $earlier } i { $other }
    .expected = en egen text för varje kolumn som study.toml namnger
    .todo = ta reda på vad var och en är, och ge dem var sin text i en kopia av listan
part-without-label = etikettlistan har ingen text för kolumnen { $column }, en del av { $question }
    .expected = en rad med delen och dess text
    .todo = lägg till den i en kopia av listan; till dess heter delen som sin kod
labels-of-no-column = ingen kolumn börjar med { $question }: dess etiketter används inte
    .expected = den text eller kod som namnen på frågans kolumner börjar med
    .todo = { $suggestion }
labels-correct-or-remove = rätta texten, eller ta bort dess rader
value-means-two = { $value } är { $answer } enligt deklarationen av { $question }, och { $label } enligt värdenyckeln ({ $other })
    .expected = en betydelse för varje värde
    .todo = rätta den som är fel, eller utelämna värdet i deklarationen: värdenyckeln räcker
labels-undeclared = värdenyckeln ger { $question } svaren { $labels }, som inte är deklarerade
    .expected = nyckelns svar bland de deklarerade
    .todo = lägg till dem i "answers", eller rätta nyckeln

## Tal ur andra rapporter

listed-year-unreadable = { $cell } kan inte läsas
    .expected = ett årtal, som 2023
listed-number-unreadable = { $cell } kan inte läsas
    .expected = ett tal
listed-base-unreadable = { $cell } kan inte läsas
    .expected = ett heltal
listed-number-without-source = det står inte var talet kommer ifrån
    .expected = en rapport och tabell, eller vem som har lämnat det

## Uppgiftslämnare

respondent-set-aside = uppgiftslämnaren { $respondent } har lagts åt sidan: { $reason }
respondent-without-id = en uppgiftslämnare utan id
    .expected = ett id på varje rad, som ingen annan uppgiftslämnare har
    .todo = fråga den som gjorde exporten efter id, och fyll i det i en kopia av filen
respondent-twice = uppgiftslämnaren { $respondent } står två gånger
    .expected = varje id en gång
    .todo =
        är varje rad en insats, skriv rows = "interventions"; är båda samma svar, behåll i en kopia av exporten det som ska
        räknas
answered-twice = { $recipient } har svarat två gånger
    .expected = ett svar per mottagare; det andra står i { $other }
    .todo =
        { $rows ->
            [interventions] ange
           *[respondents] är varje rad en insats, skriv rows = "interventions"; ange annars
        } vilket svar som inte ska räknas, och varför: set_aside = {"{"} "<id>" = "<skäl>" {"}"} under respondent
set-aside-unknown = det finns ingen uppgiftslämnare { $respondent } att lägga åt sidan
    .expected = id för en uppgiftslämnare i { $file }
    .todo = { $suggestion }
respondents-missing = det finns inga uppgiftslämnare under rubriken
    .expected = en rad för var och en
    .todo = exportera enkäten med svaren
header-holds-answers = rad { $line } { $of ->
        [above] står ovanför rubriken och läses inte
       *[within] är en av de { $rows } rubrikraderna
    }, men innehåller { $kind ->
        [recipient] mottagaren
        [amount] beloppet
       *[id] ett id:
    } { $value }
    .expected = svar under rubriken, där de läses
    .todo = räkna filens rubrikrader, och rätta "rows" och "keep" under "header" i study.toml
header-again = rubrikraden står en gång till bland raderna: { $count } { $count ->
        [one] gång
       *[other] gånger
    }; de raderna räknas inte
    .expected = en rubrikrad och rader med svar under den
    .todo =
        se efter om flera exporter har lagts under varandra: om kolumnerna är desamma och inget svar står två gånger
rows-like-totals = rader som ser ut som summor eller fotnoter och inte räknas: { $count }{ $named ->
        [0] {""}
       *[other] {" "}({ $labels })
    }
    .expected = bara rader med uppgiftslämnare
    .todo =
        om det stämmer, ange det under respondent: totals = [{ $example }]; annars, fyll i vem som har svarat
rows-unfinished =
    rader vars status säger att svaret inte har skickats in eller inte ska räknas: { $count } ({ $ids }); i kolumnen { $column }
    står { $text } på den första
    .expected = svar som har skickats in och ska räknas
    .todo =
        fråga den som svarat; räknas svaret inte, ange i only vad kolumnen säger om de andra, eller lägg det åt sidan:
        set_aside = {"{"} { $first } = "räknas inte" {"}"} under respondent
interventions-unfinished =
    insatser på rader vars status säger att de inte är inskickade eller inte ska räknas: { $count }{ $funds } ({ $ids }); i
    kolumnen { $column } står { $text } på den första
    .expected = inskickade insatser som ska räknas
    .todo =
        fråga uppgiftslämnaren; ska de inte räknas, ange i only vad kolumnen säger om de andra; deras medel ingår då inte i
        någon summa
interventions-remarked =
    insatser på rader med en anmärkning om att de inte ska räknas: { $count }{ $funds } ({ $ids }); i den första står { $text }
    .expected = insatser som ska räknas
    .todo =
        fråga den som skrev den; en insats som inte ska räknas tas bort i en kopia, och dess medel ingår då inte i någon summa
rows-said-out =
    rader med en anmärkning om att de inte ska räknas: { $count } ({ $ids }); i den första står { $text }
    .expected = rader som räknas
    .todo =
        fråga den som skrev det; räknas raden inte, lägg den åt sidan: set_aside = {"{"} { $first } = "räknas inte" {"}"}
        under respondent, eller ta bort den i en kopia
respondents-like-tests = uppgiftslämnare som ser ut som test: { $count } ({ $respondents })
    .expected = svar som är avsedda
    .todo =
        om det är ett test, lägg det åt sidan: set_aside = {"{"} { $first } = "testsvar" {"}"} under respondent

## Id

id-nearly-same = menade du { $meant }? Id:na skiljer sig i { $difference }
ids-differ-in-signs = mellanslag eller tecken som inte syns
ids-differ-in-case = stora och små bokstäver
ids-differ-in-dashes = sorten av streck
ids-differ-in-zeros =
    inledande nollor: ett kalkylprogram visar ett tal som 001 genom sitt format, och talet är 1
ids-differ-in-spelling = stavning

## Kolumner som ingen nyckel namnger

column-read-loosely = { $columns } läses som { $pattern }: { $extent }
    .expected =
        den deklarerade stavningen; stora och små bokstäver, mellanslag, streck och skiljetecken jämförs fritt
    .todo = se efter om det är vad kolumnen innehåller; rätta rubriken i en kopia av exporten
column-not-read = { $columns } liknar { $pattern } men läses inte: { $extent }
    .expected = ett namn som en nyckel i study.toml har; det som ingen nyckel namnger läses inte
    .todo = rätta rubriken i en kopia av exporten, eller deklarationen
columns-beside-blocks = ingen nyckel namnger { $columns } vid insatsernas block: { $extent }
    .expected = nycklar för de kolumner som räknas
    .todo = ange dem som räknas i study.toml; de andra behöver inget
columns-without-header = det som står utan rubrik läses inte: { $extent }
    .expected = en rubrik över varje ifylld kolumn
    .todo = se efter om en rubrik saknas i exporten
extent = { $columns ->
        [one] { $columns } kolumn
       *[other] { $columns } kolumner
    }, { $cells ->
        [one] { $cells } ifylld cell
       *[other] { $cells } ifyllda celler
    }
extent-with-money = { $extent }, { $kronor }

## Svar

mark-unreadable = { $mark } kan inte läsas som en markering av ett alternativ
    .expected = X, 1, Ja eller Valt där det är markerat; tomt, 0, Nej eller Ej valt där det inte är det
    .todo = rätta en kopia av exporten, eller deklarera frågan i en annan form
answer-unknown = { $answer } är inget svar på frågan
    .expected = något av { $answers }
    .todo = { $suggestion }
say-what-numbers-mean =
    ange vad talen betyder: value_labels anger bladet där det står, eller skriv det i "answers", som answers = {"{"} Ja = "1" {"}"}
answer-add-or-ask = lägg till svaret i study.toml om det gick att välja; fråga annars uppgiftslämnaren

spelling-beside = { $own } ({ $count }) bredvid { $other } ({ $times })
spelling-of-look-alikes = { $own } ({ $count }) bredvid { $other } ({ $times }), { $sign } ser bara ut som { $letter }
options-maybe-one =
    alternativ i frågan { $question } som kan vara ett och samma, men räknas var för sig: { $options }
    .expected = en stavning av varje alternativ
    .todo =
        se efter om de är samma; deklarera då frågans "options", eller rätta en kopia av exporten
values-like-no-answer =
    värden i frågan { $question } som inte ser ut som svar, men räknas som alternativ: { $values }
    .expected = alternativ, eller en tom cell där inget har besvarats
    .todo =
        se efter om de finns i enkäten; deklarera annars frågans "options", eller töm cellerna i en kopia av exporten

## Rättelser

corrections-missing = det finns inga rättelser under rubriken
    .expected = en rad för varje rättelse
    .todo = fyll i listan; om inget rättas, ta bort [corrections] ur study.toml
field-not-correctable = { $field } är inget fält som kan rättas
    .todo = { $suggestion }
correction-without-reason = rättelsen av { $intervention } saknar skäl
    .expected = vem som bekräftade det nya värdet, och hur
correction-twice = { $field } i { $intervention } rättas två gånger
    .expected = en rättelse; den andra står i { $other }
    .todo = ta bort den som inte gäller
correction-of-text-is-number =
    rättelsen av { $intervention } sätter talet { $new } i { $name }, som är fältet { $field }, en text
    .expected = en text; ett tal hör till { $funds }, medlen
    .todo = se efter vilket fält som avses, och vad "fields" under [corrections] säger
correction-changes-nothing =
    rättelsen av { $intervention } ändrar inget: { $field } var och förblir { $old }
    .expected = ett annat värde än det exporterade
    .todo = för in det bekräftade värdet, eller ta bort rättelsen
correction-of-other-value = { $field } i { $intervention } är { $value }, inte { $old }
    .expected = en insats id, och värdet som det är exporterat; ett belopp i vilken form som helst
    .todo = rätta eller ta bort rättelsen
correction-without-column =
    insatsen { $intervention } har inget { $field } att rätta: studien läser ingen sådan kolumn
    .expected = en insats id, och värdet precis som det är exporterat
    .todo = deklarera kolumnen, eller ta bort rättelsen
correction-set-aside =
    rättelsen av { $intervention } används inte: { $respondent } har lagts åt sidan: { $reason }
correction-of-unread =
    insatsen { $intervention } kunde inte läsas, så dess { $field } rättades inte
    .todo = åtgärda det som sägs om dess uppgiftslämnare
correction-of-near-id = det finns ingen insats { $intervention } med { $field } att rätta
    .expected = en insats id, och värdet precis som det är exporterat
    .todo = { $suggestion }
correction-of-nothing = det finns ingen insats { $intervention } med { $field } att rätta
    .expected = en insats id, och värdet precis som det är exporterat
    .todo = rätta eller ta bort rättelsen

## Flera enkäter

intervention-named-as-answerer = insatsen { $intervention } har ett id som betyder en uppgiftslämnares svar på en öppen fråga
    .expected = id som betyder en sak; område:id betyder en uppgiftslämnare
    .todo = ge insatsen ett annat id i en kopia av exporten
intervention-in-two-surveys = insatsen { $intervention } står i två enkäter
    .expected = varje id en gång; det andra står i { $other }
    .todo = sätt ett tecken före id i en av enkäterna, som id_prefix = "B"; koder och rättelser anger dem då så
