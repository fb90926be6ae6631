### Vad som händer med kodningar medan svar fortsätter att komma in: lås, och texter som har ändrats.

## Låset till ett kodblad

lock-of-other-format = det här är inget lås till ett kodblad som den här versionen av insats läser
    .expected = { $expected } på första raden
    .todo = återställ filen från en säkerhetskopia eller versionshanteringen, eller använd en nyare version av insats
lock-line-unreadable = raden hör inte till något lås
    .expected = radens id, ett område och ett fingeravtryck med 64 siffror, eller "defined", ett område, en kod och två
        fingeravtryck, med tabb emellan
    .todo = återställ filen från en säkerhetskopia eller versionshanteringen; om två versioner har slagits ihop, behåll bådas rader
lock-line-twice = { $id } står två gånger för { $domain }
    .expected = en rad för varje rad och område, och för varje kod i ett område
    .todo = behåll raden från den version där svaret senast kodades
locked-with-other-codebook = kodningarna låstes med kodboken { $codebook }, och studien använder { $own }
    .expected = koder som betyder samma sak i båda
    .todo = se vad som har ändrats i kodboken, och lås kodningarna igen med insats lock
code-redefined = kodboken definierar { $code } ({ $domain }) annorlunda än när koden gavs i { $count ->
        [one] en kodning
       *[other] { $count } kodningar
    }{ $funds }: { $names }
    .expected = kodningar som gjordes efter den definition som kodboken har nu
    .todo = läs kodningarna igen med den nya definitionen; om de står sig, kör insats lock med --codes { $code }
decided-code-redefined = kodboken definierar { $code } ({ $domain }) annorlunda än när { $count ->
        [one] ett beslut
       *[other] { $count } beslut
    } gav koden{ $funds }: { $names }
    .expected = beslut efter den definition som kodboken har nu
    .todo = läs svaren igen med den nya definitionen, och besluta på nytt med insats accept och --unit
decided-with-other-codebook = { $count ->
        [one] ett beslut
       *[other] { $count } beslut
    } fattades med kodboken { $codebook }, och studien använder { $own }{ $funds }: { $names }
    .expected = koder som betyder samma sak i båda
    .todo = se vad som har ändrats i kodboken, och besluta på nytt med insats accept och --unit
locked-code-unknown = inget kodblad har koden { $code }
    .expected = koder som står i något kodblad, och som har fått en ny definition i kodboken
    .todo = { $suggestion }
codings-without-lock = { $count ->
        [one] kodbladet { $files } har
       *[other] kodbladen { $files } har
    } inget lås: koderna räknas efter radernas id, vad som än har hänt med texterna
    .expected = lås, så att ingen kod används för en text som den inte gavs till
    .todo = kör insats lock när bladen stämmer med de svar som nu finns

nothing-to-lock = studien har inga kodblad
    .expected = en [[coding]] med ett kodblads fil
    .todo = ange kodbladen i study.toml
locked-id-unknown = ingen rad i något kodblad har id { $id }
    .expected = id för rader som har kodats om
    .todo = { $suggestion }
fingerprint-unreadable = { $value } i kolumnen { $column } är inget fingeravtryck
    .expected = 64 siffror och bokstäver från a till f, som insats skrev dem, eller ordet blank där svaret var tomt
    .todo = hämta cellen ur filen som insats skrev, eller töm den och kör insats lock
lock-and-columns-differ = { $count ->
        [one] låset och en kolumn i bladet anger olika texter för en kodning
       *[other] låset och kolumner i bladet anger olika texter för { $count } kodningar
    }, först för { $id }; kolumnen gäller
    .expected = en text som en kodning gavs till
    .todo = ta bort raden ur låset, eller töm cellen där låset stämmer
locked-id-in-columns = vad koderna för { $id } gavs till står i kolumner i själva bladet
    .expected = ett id vars rad är låst bredvid bladet
    .todo = töm radens celler i kolumnerna vars namn slutar på _read, och kör insats lock
file-locked-in-columns = { $sheet }: { $count ->
        [one] en kodning säger själv i en kolumn vilken text den gavs till
       *[other] { $count } kodningar säger själva i kolumner vilka texter de gavs till
    }
file-locked = { $file }: { $locked ->
        [one] en kodning låst
       *[other] { $locked } kodningar låsta
    }{ $kept ->
        [0] {""}
       *[other] , { $kept } som förut
    }{ $dropped ->
        [0] {""}
       *[other] , { $dropped } borta
    }
codings-waiting = { $waiting ->
        [one] en kodning väntar
       *[other] { $waiting } kodningar väntar
    } på beslut: insats check berättar vilka

## Texter som sparas

kept-texts-of-other-format = filen börjar inte som en fil med sparade texter: inget i den används, och inga texter sparas
    .expected = texter som den här versionen av insats har sparat
    .todo = flytta undan filen om den hör till något annat, eller använd en nyare version av insats
kept-texts-odd = { $count ->
        [one] en rad bland de sparade texterna är skadad
       *[other] { $count } rader bland de sparade texterna är skadade
    } och används inte
    .expected = ett fingeravtryck och de texter som har det
    .todo = ingenting behöver göras; tidigare lydelser visas där de finns sparade
texts-kept = { $texts ->
        [one] en text sparades
       *[other] { $texts } texter sparades
    } i { $file }, så att tidigare lydelser kan visas; insats forget raderar dem
texts-forgotten = { $texts ->
        [0] Ingen text raderades
        [one] En text raderades
       *[other] { $texts } texter raderades
    } i { $files }. Låsen står kvar, och från och med nu jämförs bara fingeravtryck.
texts-elsewhere = { $count ->
        [one] En annan fil i mappen kan säga hur svar löd, och står kvar
       *[other] Andra filer i mappen kan säga hur svar löd, och står kvar
    }: { $files }. Radera { $count ->
        [one] den
       *[other] dem
    } när ingen längre behöver { $count ->
        [one] den
       *[other] dem
    }.
private-file-filled-in = någon har skrivit i filen sedan insats skrev den, och den är inte återlämnad
    .expected = en fil som insats skrev den, eller en som är återlämnad; ingenting raderades
    .todo = lämna tillbaka den först (en lista med insats accept --from), eller radera även den med insats forget --all
nothing-to-forget = Inga texter är sparade: det finns inget att radera.

## Texter som har ändrats sedan de kodades

coded-texts-edited = { $count ->
        [one] en kodning i { $file } gavs till en text som nu lyder annorlunda
       *[other] { $count } kodningar i { $file } gavs till texter som nu lyder annorlunda
    }{ $funds }: { $names }; den första { $kept ->
        [yes] löd { $old } och lyder nu { $text }
       *[no] lyder { $text }
    }
    .expected = koder som gavs till texterna som de är
    .todo = { $sheet ->
        [yes] läs de nya texterna och besluta med insats accept; eller rätta koderna i bladet, och kör insats lock med --again och id:na
       *[no] läs de nya texterna, och koda om dem eller besluta med insats accept
    }
coded-texts-unclear = { $count ->
        [one] ett svar lyder som flera som kodades olika
       *[other] { $count } svar lyder som flera som kodades olika
    }, och deras id finns inte längre{ $funds }: { $names }
    .expected = en kodning för varje svar
    .todo = { $sheet ->
        [yes] besluta med insats accept; eller koda svaren i bladet under de id som de nu har, och kör insats lock med --again och id:na
       *[no] koda om svaren, eller besluta med insats accept
    }
coded-texts-moved = { $count ->
        [one] en kodning har följt sin text till ett annat id
       *[other] { $count } kodningar har följt sina texter till andra id
    }{ $funds }: { $names }
    .expected = koder som stannar hos det som lästes
    .todo = inget behöver göras
coded-texts-doubled = { $count ->
        [one] ett svar som ingen har kodat lyder
       *[other] { $count } svar som ingen har kodat lyder
    } som ett annat som är kodat{ $funds }: { $names }
    .expected = varje svar en gång
    .todo = ta reda på om svaret har skickats in två gånger; koda det annars
codings-not-locked = { $count ->
        [one] en kodning är
       *[other] { $count } kodningar är
    } inte { $count ->
        [one] låst
       *[other] låsta
    } än{ $funds }: { $names }
    .expected = ett lås för varje kodning
    .todo = kör insats lock
coded-texts-withdrawn = { $count ->
        [one] ett kodat svar finns
       *[other] { $count } kodade svar finns
    } inte längre: { $names }
    .expected = de svar som kodades
    .todo = ta reda på varför de är borta; om det är rätt behöver inget göras

## Hur långt en studie har kommit

status-all-areas = alla områden
status-sheet = { $file } ({ $who }): { $rows ->
        [one] en rad
       *[other] { $rows } rader
    }, { $locked ->
        [yes] låst
       *[other] ej låst
    }{ $unlocked ->
        [0] {""}
        [one] ; en kodning är nyare än låset
       *[other] ; { $unlocked } kodningar är nyare än låset
    }
status-decisions = beslutat vid sidan av bladen: { $by }
status-to-code = { $count ->
        [one] en kodning återstår att göra eller avgöra
       *[other] { $count } kodningar återstår att göra eller avgöra
    }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}och { $more } till
    }
status-reworded = Texter som väntar på beslut:
status-read = löd
status-reads = lyder
status-reminders = { $count ->
        [one] ett svar väntas
       *[other] { $count } svar väntas
    }{ $begun ->
        [0] {""}
        [one] , varav ett är påbörjat
       *[other] , varav { $begun } är påbörjade
    }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}och { $more } till
    }
status-late = { $count ->
        [one] ett svar kom sent
       *[other] { $count } svar kom sent
    }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}och { $more } till
    }
status-errors = { $count ->
        [one] ett fel i studiens filer
       *[other] { $count } fel i studiens filer
    }: siffrorna kan ändras när de rättas
status-written = Skrivet: { $file }
status-next-mend = Nästa steg: se med insats check vad som är fel, och rätta det.
status-next-lock = Nästa steg: kör insats lock, så att ingen kod används för en text som den inte gavs till.
status-next-decide = Nästa steg: besluta med insats accept det som väntar; eller rätta koderna i bladen, och kör insats lock med --again och deras id.
status-next-audit = Nästa steg: koda det granskningsurval som är draget; insats audit säger vad som väntar på vem.
status-next-code = Nästa steg: koda det som räknas upp; insats status med --out skriver hela listan.
status-next-remind = Nästa steg: påminn dem som inte har svarat; insats status med --out skriver hela listan.
status-next-run = Nästa steg: kör insats run; allt är kodat, och alla har svarat.

## Vad som har beslutats vid sidan av bladen

decisions-file-empty = filen är tom
    .expected = beslut, ett på varje rad
    .todo = ta bort den; eller återställ den från en säkerhetskopia eller versionshanteringen, om någon hade beslutat något
decisions-file-unread = filen läses inte: dess namn slutar inte på { $ending }
    .expected = filer med beslut, vars namn slutar så
    .todo = ge den ett sådant namn om den har beslut som ska räknas; lägg den annars någon annanstans
decision-line-half = den sista raden är avbruten: den skrevs inte helt och räknas inte
    .expected = hela rader
    .todo = se med insats accept --log vad som finns kvar, och besluta på nytt det som saknas
decision-line-not-utf8 = raden är ingen text i UTF-8
    .expected = rader så som insats accept skriver dem
    .todo = återställ raden från en säkerhetskopia eller versionshanteringen
decision-line-unreadable = raden är inget beslut: { $reason }
    .expected = ett JSON-objekt med referensens nycklar och inga andra
    .todo = återställ raden från en säkerhetskopia eller versionshanteringen; det som har beslutats ändras med insats accept, aldrig i filen
decisions-in-conflict = filen har märken av en versionshantering som inte kunde foga samman två versioner
    .expected = raderna i båda
    .todo = ta bort raderna med <<<<<<<, |||||||, ======= och >>>>>>> och behåll alla andra: ordningen betyder inget, och samma rad två gånger räknas en gång
decisions-of-other-version = filen har version { $version }, och programmet känner till { $known }
    .expected = en fil som programmet kan läsa
    .todo = använd en nyare version av insats
decisions-without-version = filen säger inte vad den är
    .expected = { $first } på första raden
    .todo = sätt den raden först
decision-predecessor-missing = { $count ->
        [one] en rad följer på en
       *[other] { $count } rader följer på några
    } som ingen fil har; den första är av { $who }
    .expected = filerna från alla som beslutar
    .todo = hämta de filer som saknas till mappen decisions; det som räknas kan ändras
decided-code-unknown = kodboken har ingen kod { $code } för { $domain }, som beslutades för { $unit }
    .expected = koder ur kodboken
    .todo = { $suggestion }; besluta på nytt med insats accept, eller för över koderna med insats codebook migrate
decisions-differ = { $count ->
        [one] en kodning har
       *[other] { $count } kodningar har
    } beslutats olika av personer som inte kände till varandra{ $funds }: { $names }; om den första { $said }
    .expected = ett beslut
    .todo = kom överens, och besluta med insats accept
cell-differs-from-decision = cellen säger { $cell } för { $unit } ({ $domain }), och { $who } beslutade { $decided } när den sade något annat: { $other }
    .expected = cellen som den var, eller som beslutades
    .todo = besluta med insats accept vilket som gäller, eller rätta cellen
decided-cells-emptied = { $count ->
        [one] en kodning som är beslutad hade en kod i bladet då, och har
       *[other] { $count } kodningar som är beslutade hade koder i bladet då, och har
    } ingen där nu{ $funds }: { $names }
    .expected = cellerna som de var, eller det som beslutades
    .todo = besluten gäller; skriv in det som beslutades i cellerna, eller ta tillbaka ett beslut med insats accept --undo och id
locked-rows-gone = { $count ->
        [one] en kodning som är låst har
       *[other] { $count } kodningar som är låsta har
    } ingen rad längre, fast svaren finns{ $funds }: { $names }
    .expected = raderna som låstes
    .todo = lägg tillbaka raderna, eller kör insats lock, som glömmer dem

## Att besluta vid terminalen

decider-name = namnet { $who }
    .todo = ange ett annat efter { $option }
decider-without-name = { $who } kan inte vara namnet på en fil
    .expected = ett namn med bokstäver, högst 60
    .todo = ange efter { $option } vem det är
decider-file-taken = beslut av { $who } skulle stå i { $file }, där det står vem som kodar vad
    .expected = ett namn vars fil inget annat har
    .todo = ange ett annat efter { $option }
no-such-code = { $code } är ingen kod för { $domain }: { $suggestion }
no-decision-of = inget har beslutats om { $of } som kan tas tillbaka
    .expected = ett id som något har beslutats om, eller början på en rads namn
    .todo = se med insats accept --log vad som har beslutats
no-decision-yet = { $who } har inte beslutat något som kan tas tillbaka
    .expected = ett eget beslut
    .todo = se med insats accept --log vad som har beslutats och av vem
accept-at = { "[" }{ $at } av { $all }]  { $what }: { $why }
accept-edited = texten har ändrats
accept-unclear = den lyder som flera som kodades olika
accept-unsettled = personer är inte överens
accept-doubled = den lyder som en annan som är kodad
accept-not-coded = den har ingen kod än
accept-coded = den är kodad
accept-given = blad{ $under }: { $codes }
accept-given-by = { $who }{ $under }: { $codes }
accept-read = löd förut: { $text }
accept-reads = lyder nu: { $text }
accept-none = ingen
accept-prompt = Koder [n ingen, s hoppa över, u ångra, q sluta, ? hjälp]:
accept-prompt-with-keep = Koder [k behåll, n ingen, s hoppa över, u ångra, q sluta, ? hjälp]:
accept-why = Varför:
accept-why-as-before = Varför [{ $why }]:
accept-why-missing = Ett beslut behöver ett skäl.
accept-nothing-to-keep = Det finns inga koder, eller flera, som kan behållas: skriv dem som gäller.
accept-nothing-to-undo = Inget har beslutats än som kan ångras här.
accept-help = Skriv de koder som gäller, med ; mellan dem; eller k (keep) där de som gavs fortfarande gäller, n (none) där ingen kod passar, s (skip) för att lämna det till senare, u (undo) för att ta tillbaka det som beslutades sist, q (quit) för att sluta: det som är sparat finns kvar.
accept-saved = sparat { $id } { $unit } { $domain }: { $codes }
accept-undone = ångrat { $id }
accept-undone-at-once = togs tillbaka genast
accept-done = { $decided ->
        [one] En kodning beslutad
       *[other] { $decided } kodningar beslutade
    }, { $left } kvar.
accept-takes-back = tar tillbaka { $id }
accept-taken-back = (taget tillbaka)
listed-comma = det går inte att säga vilka koder { $written } betyder
    .expected = koder med semikolon emellan, var och en en gång
    .todo = skriv koden så som kodboken har den, och sätt semikolon mellan flera
listed-word-for-nothing = { $word } står där koder väntas
    .expected = koder, eller { $none } där ingen passar
    .todo = skriv { $none } om det är vad som menas, eller lämna cellen tom
listed-word-for-undecided = { $word } säger att inget är bestämt
    .expected = koder, eller { $none } där ingen passar
    .todo = lämna cellen tom tills vidare
listed-row-twice = { $id } står två gånger för { $domain } med koder
    .expected = en rad för varje kodning
    .todo = lämna koderna tomma i en av dem
listed-text-changed = { $id } lyder nu annorlunda ({ $domain }), eller så har kolumnen ändrats
    .expected = den text som raden skrevs för
    .todo = skriv listan på nytt med insats accept --list, och läs texten igen
listed-decided-since = { $id } ({ $domain }) har beslutats sedan listan skrevs, av { $who }
    .expected = det som var beslutat när raden fylldes i
    .todo = se med insats accept --log vad som beslutades; besluta med --unit om det ska vara något annat, eller lämna radens koder tomma
listed-decision-missing = { $id } ({ $domain }) nämner beslut som inte finns här
    .expected = de beslut som fanns när listan skrevs
    .todo = hämta de filer som saknas till mappen decisions; eller skriv listan på nytt med insats accept --list
list-without-after = listan säger inte vad som var beslutat när den skrevs
    .expected = en kolumn { $column }
    .todo = skriv listan på nytt med insats accept --list --force, som behåller den gamla som .bak, och fyll i den
listed-without-why = { $id } beslutas utan skäl
    .expected = varför det beslutas så
    .todo = fyll i cellen, eller ange ett skäl för alla med --why
list-filled-in = någon har börjat fylla i den lista som finns
    .expected = ingen lista, eller en utan koder och skäl
    .todo = läs in den med --from först; eller skriv en ny med --force, som behåller den gamla som .bak
list-without-sheet = det finns inget blad i filen
    .expected = en lista som insats accept --list har skrivit
    .todo = ange den fil som har fyllts i
accept-listed = { $waiting ->
        [one] En kodning väntar
       *[other] { $waiting } kodningar väntar
    }: { $file }
accept-left-to-readers = { $count ->
        [one] En kodning i en granskning lämnas åt den som läser urvalet
       *[other] { $count } kodningar i en granskning lämnas åt dem som läser urvalet
    }; insats audit säger vem
accept-taken-from-list = { $decided ->
        [one] En kodning beslutad
       *[other] { $decided } kodningar beslutade
    }{ $same ->
        [0] {""}
       *[other] , { $same } som förut
    }{ $blank ->
        [0] {""}
       *[other] , { $blank } utan koder gicks förbi
    }.
rule-without-codebook = studien deklarerar ingen kodbok som en regel kan läggas till i
