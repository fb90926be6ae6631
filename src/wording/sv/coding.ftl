### Kodblad: deras celler, rader och koder.

## Vad som står i en cell i stället för en kod

wanted-codes = koder som kodboken har för { $domain }, åtskilda med { $sign }
code-with-spaces = koden { $code } finns inte i { $domain }: bara mellanslag står mellan koderna{ $cells ->
        [one] {""}
       *[other] , liksom i sammanlagt { $cells } celler i bladet
    }
    .expected = { $expected }
    .todo = skriv { $codes }, eller ange separator = " " för bladet
code-with-line-breaks = koden { $code } finns inte i { $domain }: en radbrytning står mellan koderna{ $cells ->
        [one] {""}
       *[other] , liksom i sammanlagt { $cells } celler i bladet
    }
    .expected = { $expected }
    .todo = skriv { $codes } i en kopia av bladet{ $cells ->
        [one] {""}
       *[other] , och ersätt radbrytningen också i de övriga cellerna
    }
code-with-other-separator = koden { $code } finns inte i { $domain }: koderna är åtskilda med { $sign }{ $cells ->
        [one] {""}
       *[other] , liksom i sammanlagt { $cells } celler i bladet
    }
    .expected = { $expected }
    .todo = skriv { $codes }, eller ange separator = { $sign } för bladet
code-spelt-otherwise = koden { $code } finns inte i { $domain }: koden är skriven på ett annat sätt{ $cells ->
        [one] {""}
       *[other] , liksom i sammanlagt { $cells } celler i bladet
    }
    .expected = { $expected }
    .todo = menade du { $codes }?
code-with-text = koden { $code } finns inte i { $domain }: där står mer än koden{ $cells ->
        [one] {""}
       *[other] , liksom i sammanlagt { $cells } celler i bladet
    }
    .expected = { $expected }
    .todo = menade du { $codes }?
label-for-code = koden { $code } finns inte i { $domain }: det är namnet på en kod{ $cells ->
        [one] {""}
       *[other] , liksom i sammanlagt { $cells } celler i bladet
    }
    .expected = { $expected }
    .todo = menade du { $codes }?
word-for-nothing = koden { $code } finns inte i { $domain }: det betyder att ingen kod passar{ $cells ->
        [one] {""}
       *[other] , liksom i sammanlagt { $cells } celler i bladet
    }
    .expected = { $expected }
    .todo = lämna cellen tom, eller ange none = { $code } för bladet
codes-doubted = { $count ->
        [one] en cell har en kod med frågetecken
       *[other] { $count } celler har en kod med frågetecken
    }, och räknas som ännu utan kod tills någon har avgjort saken{ $funds }: { $names }
    .expected = koder utan frågetecken
    .todo = läs svaren, och skriv de koder som gäller, utan frågetecken
word-for-undecided = koden { $code } finns inte i { $domain }: det betyder att inget är bestämt{ $cells ->
        [one] {""}
       *[other] , liksom i sammanlagt { $cells } celler i bladet
    }
    .expected = { $expected }
    .todo = bestäm koden; lämna cellen tom om ingen passar
code-as-number = koden { $code } finns inte i { $domain }: cellen innehåller ett tal, och flera koder är samma tal{ $cells ->
        [one] {""}
       *[other] , liksom i sammanlagt { $cells } celler i bladet
    }
    .expected = { $expected }
    .todo = formatera kolumnen som text och skriv vilken som avses: { $several }
code-unknown = koden { $code } finns inte i { $domain }{ $cells ->
        [one] {""}
       *[other] , liksom i sammanlagt { $cells } celler i bladet
    }
    .expected = { $expected }
    .todo = { $suggestion }
code-of-other-system = koden hör till { $system }; välj en i rätt system

## Om koderna kan höra till sina insatser

code-column-undeclared = ingen nyckel namnger kolumnen { $column }, som innehåller koder i { $cells } { $cells ->
        [one] cell
       *[other] celler
    }
    .expected = varje kolumn med koder under domains
    .todo = se efter vilken kolumn som gäller; deklarera den, eller ta bort den ur en kopia av arket
final-sheet-contradicts-coders =
    det slutliga kodbladet säger emot kodare som är överens: av { $all } { $all ->
        [one] kodning
       *[other] kodningar
    } där två eller fler är överens har { $apart } ingen huvudkod gemensam med den slutliga
    .expected = kodarnas koder där de är överens, eller några få som har ändrats med avsikt
    .todo = se efter om det slutliga bladets id och koder har sorterats eller flyttats isär
final-column-contradicts-coders =
    det slutliga kodbladet i kolumnen { $column } säger emot kodare som är överens: av { $all } { $all ->
        [one] kodning
       *[other] kodningar
    } där två eller fler är överens har { $apart } ingen huvudkod gemensam med den slutliga
    .expected = kodarnas koder där de är överens, eller några få som har ändrats med avsikt
    .todo = se efter om det slutliga bladets id och koder har sorterats eller flyttats isär
code-columns-swapped =
    kolumnerna { $column } ({ $domain }) och { $other } ({ $other_domain }) har troligen bytt plats: där det gör skillnad
    stämmer { $across } av { $all } kodningar bättre med { $by } i det andra området
    .expected = varje områdes koder i kolumnen som anges för det
    .todo = se efter vad som står under domains och i bladets rubriker
texts-by-rules = texterna enligt kodbokens regler
coders-who-agree = kodarna som är överens
codes-misplaced = { $clauses }
    .expected = koder som står vid sina insatser
    .todo = se efter om id och koder har sorterats eller flyttats isär, och ställ ihop dem igen
codes-by-chance =
    { $codes } stämmer inte bättre med texterna än slumpen: av { $units } kodningar som även kodbokens regler har gjort har
    { $agree } en huvudkod gemensam med dem; slumpen ger { $expected } (kappa { $kappa })
codes-of-others-fit = för de övriga är kappa { $kappa }
codes-fit-elsewhere = de stämmer med texterna { $further }: { $agree } av { $units }
codes-shifted =
    { $codes } har troligen hamnat fel: av { $units } koder som går att jämföra stämmer { $there } med texten { $further },
    men bara { $here } med texten på samma rad
    .expected = koder på samma rad som sin text; jämförelsen är med kodare som är överens eller med kodbokens regler
    .todo =
        sök nära den första av raderna efter en cell som har lagts till eller tagits bort, och flytta tillbaka koderna
        i en kopia av bladet
rows-further-down = { $rows } { $rows ->
        [one] rad
       *[other] rader
    } längre ned
rows-further-up = { $rows } { $rows ->
        [one] rad
       *[other] rader
    } längre upp
codes-filled-down =
    { $codes } är alla { $code }: { $rows } rader under varandra, långt fler än resten av kolumnen låter vänta
    .expected = koder som varierar med texterna
    .todo = se efter om en cell har fyllts nedåt över andra; lägg i så fall tillbaka de rätta koderna i en kopia av bladet
codes-pasted =
    { $codes } upprepar { $others } i alla kolumner: { $rows } rader, fast texterna är andra
    .expected = koder som hör till radens egen text
    .todo = se efter om rader har klistrats in över andra; lägg i så fall tillbaka de rätta koderna i en kopia av bladet
codes-of-sheet = bladets koder
codes-of-column = koderna i kolumnen { $column }
codes-of-area = koderna i området { $area }
codes-of-rows = koderna i rad { $first }–{ $last }
codes-of-rows-of-column = koderna i kolumnen { $column }, rad { $first }–{ $last }
codes-far-from-texts = { $count } { $unit ->
        [intervention] { $count ->
            [one] insats har
           *[other] insatser har
        }
       *[other] svar har
    } ingen kod gemensam med vad kodbokens regler finner i texterna{ $funds }: { $names }
    .todo = se efter om koderna hör till texterna; review.csv från ”insats code” visar vad reglerna säger

## Koder som efterfrågas

answers-maybe-placeholders = { $count } svar på öppna frågor säger kanske inget: { $texts }
    .expected = svar som går att koda
    .todo = lägg till dem som inget säger under "placeholders" i [complete] i study.toml; de andra kan stå kvar
open-question-without-domain = ingen domän i kodboken kodar den öppna frågan { $question }
    .expected = en domän med "unit": "{ $unit }" som heter som frågan, eller nämner den under "texts"
    .todo = lägg till en i kodboken, med kodsystemet vars koder svaren får
open-question-of-domains = den öppna frågan { $question } kodas av flera domäner: { $domains }
    .expected = en domän för en fråga, så att dess koder är frågans svarsalternativ
    .todo = ta bort frågan ur "texts" i alla utom en
open-question-without-codes = kodboken har inga koder i { $domain }, som kodar den öppna frågan { $question }
    .expected = ett kodsystem med koder
    .todo = lägg till koder i systemet som domänen använder
open-question-label-twice = två huvudkoder i { $domain } heter { $label }; de är svarsalternativ i { $question }
    .expected = namn som skiljer en frågas svarsalternativ åt
    .todo = ändra ett av namnen
domain-of-open-questions = domänen { $domain } kodar flera öppna frågor: { $questions }
    .expected = en domän för var och en; flera kan använda samma kodsystem
    .todo = ange en domän för varje fråga
no-final-codes = de slutliga koderna efterfrågas, och studien har inget slutligt kodblad
    .expected = koder till figurerna
    .todo = ange en [[coding]] med role = "final", eller använd --codes rules eller best
no-codes-of-rules = reglernas koder efterfrågas, och kodboken har inga regler
    .expected = koder till figurerna
    .todo = ge kodbokens koder regler, eller ange en [[coding]] med role = "final"

## Undanhållna svar

held-back-empty = listan över undanhållna svar har inga rader
    .todo = fyll i den, eller ta bort [held_back]
held-back-domain-unknown = { $domain } är ingen domän
    .todo = { $suggestion }
held-back-twice = { $domain } för { $id } står både som { $earlier } och som { $group }
    .expected = en grupp för varje svar
held-back-withdrawn = { $count ->
        [one] ett svar som hålls undan finns inte längre
       *[other] { $count } svar som hålls undan finns inte längre
    }, fast det har kodats: { $names }
    .expected = svar som finns
    .todo = ingenting; de hålls undan igen om de kommer tillbaka
held-back-id-unknown = det finns ingen insats { $id }
    .expected = id för en insats i någon av exporterna
    .todo = { $suggestion }
correct-id-or-remove-row = rätta id, eller ta bort raden

## Rader och id i ett kodblad

coding-sheet-empty = kodbladet har inga rader under rubriken
    .expected = { $unit ->
        [intervention] en rad för varje insats
       *[other] en rad för var och en som har svarat
    }
    .todo = fyll i det, eller ta bort dess [[coding]]
domain-text-undeclared = domänen { $domain } kodas från texten { $text }, som studien inte har
    .expected = texter om insatser som study.toml anger ([text]), eller * för alla
    .todo = { $suggestion }; eller ange texten i study.toml. Till dess hittar reglerna inget där
coded-domain-of-other-unit = domänen { $domain } gäller { $unit ->
        [intervention] insatser
        [respondent] uppgiftslämnares svar
       *[other] mottagares svar
    }, men { $id } är kolumnen för något annat
    .expected = domäner vars "unit" i kodboken är vad bladets rader handlar om
    .todo = koda den i ett eget [[coding]], med kolumnen för id under { $key }
codes-without-answerer = en rad med koder säger inte { $unit ->
        [respondent] vilken uppgiftslämnare
       *[other] vilken mottagare
    } den gäller
    .expected = { $unit ->
        [respondent] uppgiftslämnarens id som det står i exporten
       *[other] mottagarens namn eller kod
    }
    .todo = fyll i det, eller ta bort raden
answerer-unknown = det finns ingen { $unit ->
        [respondent] uppgiftslämnare
       *[other] mottagare
    } { $id } som har fått en öppen fråga
    .expected = { $unit ->
        [respondent] uppgiftslämnarens id som det står i exporten, eller område:id
       *[other] mottagarens namn eller kod, eller redovisning:kod
    }
    .todo = { $suggestion }
answerer-unclear = { $id } är flera: { $ids }
    .expected = id som bara betyder en
    .todo = skriv ett av dessa
codes-without-answer = { $id } har koder men har inte svarat
    .expected = koder bara för svar; ett streck eller en av studiens platshållare är inget svar
    .todo = se efter om koderna hör till en annan rad; ta annars bort dem
coded-domain-without-codes = kodboken har inga koder i domänen { $domain }
    .expected = domäner som kodboken använder
    .todo = { $suggestion }; eller lägg till domänen i kodboken
code-column-misnamed = kolumnen { $column } anges för { $domain }, men namnet säger { $other }
    .expected = varje områdes koder i kolumnen som anges för det
    .todo = se efter vad som står under domains och i bladets rubriker
coded-twice = { $unit ->
        [intervention] insatsen { $id } är kodad två gånger
        [respondent] uppgiftslämnaren { $id } är kodad två gånger
       *[other] mottagaren { $id } är kodad två gånger
    }
    .expected = { $unit ->
        [intervention] en rad för varje insats
        [respondent] en rad för varje uppgiftslämnare
       *[other] en rad för varje mottagare
    }; den andra är { $other }
    .todo = ta bort den rad som inte gäller i en kopia av bladet
codes-without-id = en rad har koder men inget id för en insats
    .expected = id för en insats i någon av exporterna
coded-but-excluded = { $id } har koder men är utesluten: { $reason }
    .expected = koder bara för insatser som räknas
    .todo = { $todo }
mend-then-complete =
    åtgärda först det som sägs om exporterna; komplettera sedan insatsen, om den fortfarande är utesluten
uncode-or-complete = ta bort dess koder, eller komplettera insatsen med en rättelse
coded-id-unknown = det finns ingen insats { $id }
    .expected = id för en insats i någon av exporterna
    .todo = { $todo }
correct-id-or-look-why = rätta id, eller se efter varför exporterna inte har någon sådan insats
mend-then-correct-id = åtgärda först det som sägs om exporterna; rätta sedan id, om det fortfarande är okänt
coded-id-without-block = det finns ingen insats { $id }; dess uppgiftslämnare { $respondent } är inläst
    .expected = id för en insats i någon av exporterna
    .todo =
        se vad som sägs om exporten: ett block med en felskriven rubrik läses inte som en insats; rätta annars id
coded-id-nearly-known = det finns ingen insats { $id }
    .expected = id exakt så som exporterna har dem
    .todo = { $suggestion }
coded-ids-nearly-known = det finns ingen insats { $id }; { $more } id till i bladet skiljer sig på samma sätt
    .expected = id exakt så som exporterna har dem
    .todo = { $suggestion }
code-twice-in-cell = { $code } står två gånger i en cell och räknas en gång; det gäller { $cells } { $cells ->
        [one] cell
       *[other] celler
    }
many-codes = { $codes } koder står i en cell; { $cells } { $cells ->
        [one] cell
       *[other] celler
    } i bladet har fler än { $most } koder
    .expected = koderna för det som raden gäller
    .todo = alla räknas; se efter om koder för flera rader har hamnat i samma cell
codes-of-set-aside = { $rows } { $rows ->
        [one] rad
       *[other] rader
    } har koder för { $respondent }, som har lagts åt sidan ({ $reason }): { $ids }
    .expected = koder för uppgiftslämnare som räknas
    .todo = koderna räknas inte; inget behöver göras
codes-of-unread = { $unit ->
        [intervention] { $rows } { $rows ->
            [one] rad är om en insats
           *[other] rader är om insatser
        }
       *[other] { $rows } { $rows ->
            [one] rad är om en uppgiftslämnare
           *[other] rader är om uppgiftslämnare
        }
    } som inte kunde läsas: { $ids }
    .todo = åtgärda det som sägs om uppgiftslämnarna i exporten; raderna behöver inget

## Om det slutliga kodbladet är komplett

rows-of-other-texts = { $count ->
        [one] en rad i det slutliga kodbladet har
       *[other] { $count } rader i det slutliga kodbladet har
    } koder som gavs till en text som nu står någon annanstans eller är borta{ $funds }: { $names }
    .expected = koder för de texter som nu står där
    .todo = besluta med insats accept, eller rätta raderna och kör insats lock med --again och id:na
interventions-without-row = { $unit ->
        [intervention] { $count } { $count ->
            [one] insats
           *[other] insatser
        } saknar rad i det slutliga kodbladet{ $funds }: { $names }
       *[other] { $count } svar saknar rad i det slutliga kodbladet: { $names }
    }
    .expected = { $unit ->
        [intervention] en rad för varje insats som räknas
       *[other] en rad för var och en som har svarat
    }
    .todo =
        koda dem, eller lägg till rader med tomma celler där inget passar; en körning går vidare utan dem om study.toml säger draft = true
domains-without-column = det slutliga kodbladet har ingen kolumn för { $domains }: { $count } { $count ->
        [one] insats
       *[other] insatser
    }{ $funds } har text om det och ingen kod där
    .expected = en kolumn för varje domän, när bara det slutliga kodbladet räknas
    .todo = om det ska kodas, lägg till en kolumn och ange den under "domains", eller låt reglerna koda det som bladet utelämnar: codes = "best"
codings-unsettled = { $count } { $count ->
        [one] kodning är inte avgjord
       *[other] kodningar är inte avgjorda
    }: kodarna skiljer sig och det slutliga bladet är tomt{ $funds }: { $names }
    .expected = en kod överallt där kodarna skiljer sig, eller ett ord som säger att ingen kod passar
    .todo = { $settle }
coders-differ = { $count } { $count ->
        [one] kodning är inte avgjord
       *[other] kodningar är inte avgjorda
    }: de som kodar här har gett olika koder{ $funds }: { $names }
    .expected = samma koder av alla som kodat ett svar, eller ett beslut om vad som gäller
    .todo = besluta: "insats collect" med arbetsboken med skillnader, "insats review" eller "insats accept"
codings-wait = { $count } { $count ->
        [one] kodning är inte gjord
       *[other] kodningar är inte gjorda
    } än{ $funds }: { $names }
    .expected = en kod, eller ordet för ingen, av alla som fått svaret
    .todo = koda dem ("insats sheet", "insats review"), eller deklarera draft = true för att se figurer innan allt är kodat
coders-unsure = { $count } { $count ->
        [one] kodning gäller
       *[other] kodningar gäller
    } fast en kodare var osäker{ $funds }: { $names }
settle-or-write-none = avgör dem; skriv { $none } där ingen kod passar
settle-or-declare-none =
    avgör dem; om ingen kod passar, ange none = "ingen" för bladet och skriv det ordet
rows-without-code = { $unit ->
        [intervention] { $count } { $count ->
            [one] insats{ $funds } har en rad
           *[other] insatser{ $funds } har en rad
        } utan en enda kod: { $names }
       *[other] { $count } svar har en rad utan en enda kod: { $names }
    }
    .expected = en kod i någon av kolumnerna
    .todo = se efter om de har glömts; där inget passar behöver inget göras
code-column-blank = ingen av de { $rows } raderna har en kod i kolumnen { $column }, som anges för { $domain }
    .expected = koder i varje kolumn som anges under "domains"
    .todo = koda kolumnen, eller ta bort den ur bladets "domains" i study.toml
code-column-blank-beside-texts = ingen cell i kolumnen { $column } har en kod, fast { $unit ->
        [intervention] { $count } { $count ->
            [one] insats
           *[other] insatser
        }{ $funds } har text om det
       *[other] det finns { $count } svar
    }
    .expected = koder i varje kolumn som anges under "domains"
    .todo = koda kolumnen, eller ta bort den ur bladets "domains" i study.toml
cells-blank = { $count } { $count ->
        [one] cell är tom
       *[other] celler är tomma
    }{ $funds }: { $names }
    .expected = en kod, eller { $none } där inget passar
    .todo = koda dem; en körning går vidare utan dem om study.toml säger draft = true
word-for-none = ingen
some-word-for-none = ett ord som bladet anger med none = "…"
coding-sheets-the-same =
    kodbladet för { $coder } säger detsamma som det för { $first } ({ $file }) i alla { $codings } kodningar
    .expected = två kodare som har kodat oberoende av varandra
    .todo = se efter om den ena filen är en kopia av den andra; överensstämmelsen mellan dem säger inget

## Mått på hur väl kodare stämmer överens

statistic-percent-agreement = procentuell överensstämmelse
statistic-cohen-kappa = Cohens kappa
statistic-fleiss-kappa = Fleiss kappa
statistic-alpha-nominal = Krippendorffs alfa, nominell
statistic-alpha-masi = Krippendorffs alfa, MASI

## Varför ingen överensstämmelse kan räknas ut

agreement-over-nothing = inget är kodat av två kodare
agreement-without-funds = det som två kodare har kodat har inga medel
agreement-of-same-codes = allt har samma koder
agreement-not-of-all = alla insatser är inte kodade av alla kodare
agreement-not-defined = inte definierat

## Varför någon bör se på koderna

doubt-tie = lika: { $codes }
doubt-weak = svag: { $code }
doubt-contradicted = motsagd: { $code }
doubt-negated = nekad: { $code }
doubt-guarded = { $guard }: { $code }
concern-no-text = ingen text
concern-no-match = inget mönster passar
concern-no-code = ingen kod
concern-none = ingen
concern-or = { $one }, eller { $other }
concern-other-final-codes = de slutliga koderna är andra: { $codes }
concern-not-suggested = modellen föreslår inget
concern-to-decide = modellen är osäker
concern-coded-differently = samma text har andra slutliga koder på annat håll: { $codes }
