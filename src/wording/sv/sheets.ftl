### Arbetsböcker som kodare fyller i: vad de innehåller, och vad som är fel när de kommer tillbaka.

## Arbetsboken

sheet-workbook = { $study } – kodning, { $coder }
sheet-of-interventions = Insatser
sheet-of-respondents = Uppgiftslämnare
sheet-of-recipients = Mottagare
sheet-of-differences = Skillnader
sheet-title = Benämning
sheet-recipient = Mottagare
sheet-area = Område
sheet-funds = Medel ({ $currency })
sheet-suggested = Förslag: { $domain }
sheet-codes = Kod: { $domain }
sheet-memo = Anteckning
sheet-unsure = Osäker
sheet-yes = ja
sheet-code = Kod
sheet-label = Namn
sheet-definition = Definition
sheet-parent = Hör till
sheet-offered = I listan
sheet-none-means = Ingen kod passar: du har läst texten och bestämt dig.
sheet-domain = Domän
sheet-text = Text
sheet-memo-of = { $coder }: anteckning
sheet-not-sure = { $codes } (osäker)
listed-codes = Slutliga koder
listed-why = Skäl

sheet-how = Så fyller du i
sheet-text-goes-on = {" […] "}SVARET FORTSÄTTER: läs hela med insats review innan du kodar det
sheet-how-row = En rad är ett svar. Läs texten, och sätt koden i den gula kolumnen bredvid den: välj i listan, eller skriv. Vad koderna betyder står på bladen efter det här.
sheet-how-codes = Flera koder skrivs i samma cell med semikolon emellan, som G1.2; G5.1. Listan tar bara en: skriv de andra efter den.
sheet-how-none = Passar ingen kod skriver du { $none }. En tom cell betyder att du inte har kodat svaret än, och du kan lämna tillbaka arbetsboken när som helst.
sheet-how-unsure = Är du osäker skriver du ja i kolumnen Osäker, eller de domäner som det gäller, eller ett frågetecken efter koden. I anteckningen får du skriva vad du vill.
sheet-how-sort = Sortera och filtrera som du vill, och lägg till egna kolumner. Låt de smala kolumnerna längst till höger vara: programmet läser i dem vilken text raden gäller.
sheet-how-alone = Koda själv. En del av svaren kodas av två, och ni ska inte veta vilka.
sheet-how-back = Spara som arbetsbok (xlsx eller ods) eller csv, och lämna tillbaka filen. Den kan samlas in hur många gånger som helst.
sheet-how-settle = En rad är en kodning som ni inte är överens om, eller som någon var osäker på. Välj eller skriv de koder som ska gälla, och varför. Störst belopp kommer först.
sheet-how-settle-none = Flera koder skrivs med semikolon emellan; { $none } betyder att ingen kod passar. En tom rad avgör ni senare.
sheet-how-settle-back = Låt de smala kolumnerna längst till höger vara. Lämna tillbaka filen med insats collect och --settle.

## Ut

sheet-coders-missing = ingen kodare har angetts
    .expected = namn med komma emellan, som --coders anna,bo
    .todo = ange vilka som ska koda
wanted-share = en andel från 0 till 1, som 0.15, eller procent, som 15 %
sheet-coder-twice = { $one } och { $other } skulle få samma arbetsbok
    .expected = namn som ger var sin fil
    .todo = ge en av dem ett annat namn
sheet-double-alone = svar kan inte kodas av två när bara { $coder } kodar
    .expected = minst två kodare, eller ingen andel
    .todo = ange en kodare till med --coders, eller utelämna --double
sheet-area-unknown = studien har inget område { $area }
    .expected = områden så som study.toml kallar dem
    .todo = { $suggestion }
sheet-nothing-to-code = det finns inget att dela ut: allt är kodat eller redan utdelat, och { $coder } har fått ingenting
    .expected = svar som ska kodas
    .todo = se med insats status hur långt kodningen har kommit
sheet-audit-only = det finns inget att dela ut: ett urval som insats audit drog ska läsas först, och { $coder } har inte fått något av det
    .expected = urvalet läst av dem som har fått det
    .todo = se med insats audit vad som väntar; när det är läst kan andra svar delas ut
sheet-nothing-suggests = varken kodboken eller studien har något som föreslår koder
    .expected = regler i kodboken, eller en modell i study.toml
    .todo = utelämna --with-suggestions
sheet-not-collected = någon har fyllt i arbetsboken, och det har inte samlats in
    .expected = ingen arbetsbok, eller en som har samlats in
    .todo = samla in den med insats collect först; eller skriv en ny med --force, som behåller den gamla som .bak
sheet-drawn-by = utdelat av insats sheet: andel som kodas av två { $double }, frö { $seed }
sheet-written = { $coder }: { $answers ->
        [one] ett svar
       *[other] { $answers } svar
    }{ $new ->
        [0] {""}
       *[other] , varav { $new } nya
    }: { $file }
sheet-audit-first = Inget nytt delades ut: ett urval som insats audit drog ska läsas först.
sheet-doubled = { $doubled ->
        [one] Ett av de nya svaren kodas
       *[other] { $doubled } av de nya svaren kodas
    } av två. Vilka det är går inte att se i arbetsböckerna.

## Tillbaka

sheet-not-ours = inget blad i filen är ett som insats sheet har skrivit
    .expected = ett blad med kolumnen id, och kolumner med koder och fingeravtryck
    .todo = ange den fil som har fyllts i; en csv-fil ska vara gjord av bladet med svaren
sheet-without-coder = filen säger inte vem som har kodat
    .expected = ett namn i kolumnen coder
    .todo = ange vem det är med --coder
sheet-of-other-coder = filen är { $coder }s, inte { $named }s
    .expected = den arbetsbok som { $named } fick
    .todo = utelämna --coder, eller ange den andra filen
sheet-column-missing = kolumnen { $column } saknas: inget samlas in av den
    .expected = kolumnerna så som insats sheet skrev dem
    .todo = lägg tillbaka kolumnen om den har koder
sheet-codes-without-id = raden har koder men inget id
    .expected = det id som insats sheet skrev
    .todo = sätt tillbaka id:t, eller ta bort raden
sheet-row-of-other-coder = raden med { $id } är { $whose }s, i { $coder }s arbetsbok
    .expected = rader som delades ut till { $coder }
    .todo = ta bort raden; { $whose } lämnar in den i sin egen arbetsbok
sheet-unit-of-others = { $id } delades inte ut till { $coder } utan till { $others }
    .expected = svar som delades ut till { $coder }
    .todo = ta bort raden
sheet-row-twice = { $id } står två gånger med olika koder, anteckning eller tvekan ({ $domain }), även i { $other }
    .expected = en rad för varje svar
    .todo = ta bort en av raderna
sheet-domain-not-asked = { $id } har inget som kodas i { $domain }
    .expected = en tom cell
    .todo = töm cellen, eller flytta koden till rätt kolumn
sheet-without-fingerprint = raden för { $id } säger inte vilken text den gäller ({ $domain })
    .expected = ett fingeravtryck i kolumnen längst till höger
    .todo = hämta cellen ur den arbetsbok som insats sheet skrev, eller skriv en ny
sheet-sorted-apart = raden för { $id } har texten från { $other }: kolumner har sorterats var för sig
    .expected = rader som sorteras hela
    .todo = gå tillbaka till arbetsboken som den var innan, och sortera alla kolumner tillsammans
sheet-unsure-unknown = { $word } står i kolumnen för osäker
    .expected = { $yes }, domäners namn, eller en tom cell
    .todo = skriv { $yes }, eller töm cellen; vad ni vill säga hör hemma i anteckningen
sheet-suggested-though-plain = { $count ->
        [one] { $count } svar står med förslag i arbetsboken och ska läsas utan: { $names }
       *[other] { $count } svar står med förslag i arbetsboken och ska läsas utan: { $names }
    }
    .expected = att svaren i ett granskningsurval kodas av någon som inte har sett vad maskinen säger
    .todo = låt insats sheet skriva en ny arbetsbok, och koda dem där från texten; inget av de här raderna togs emot
sheet-text-changed = { $count ->
        [one] en kodning
       *[other] { $count } kodningar
    } i filen gäller en text som inte längre står där: { $names }; det är inte insamlat
    .expected = den text som raden skrevs för
    .todo = skriv arbetsboken på nytt med insats sheet, läs de nya texterna och koda dem
sheet-unit-gone = { $count ->
        [one] ett svar
       *[other] { $count } svar
    } i filen finns inte längre: { $names }
    .expected = svar som studien har
    .todo = ingenting; koderna ligger kvar i filen
sheet-coding-older = { $count ->
        [one] en cell
       *[other] { $count } celler
    } säger det som var kodat förut, och som har kodats om sedan dess på annat håll: { $names }; det senare gäller
    .expected = det senaste som kodaren har sagt
    .todo = skriv arbetsboken på nytt med insats sheet, och ändra där om det ska vara något annat
sheet-coding-newer = { $count ->
        [one] en kodning
       *[other] { $count } kodningar
    } har gjorts på annat håll sedan arbetsboken skrevs, och gäller: { $names }
sheet-coding-blanked = { $count ->
        [one] en cell är tom
       *[other] { $count } celler är tomma
    } fast svaret är kodat: { $names }; kodningen gäller fortfarande
    .expected = koder, eller ordet för ingen
    .todo = skriv det som ska gälla; en kodning tas inte tillbaka av en tom cell
sheet-rows-missing = { $count ->
        [one] ett utdelat svar
       *[other] { $count } utdelade svar
    } har ingen rad i filen: { $names }
sheet-of-other-codebook = { $count ->
        [one] en kodning
       *[other] { $count } kodningar
    } gjordes med kodboken { $codebook }; ingen har sagt vad dess koder motsvarar i den kodbok som studien har nu
    .expected = koder ur den kodbok som studien har nu, eller ur en som har förts över till den
    .todo = för över koderna med insats codebook migrate; eller skriv arbetsboken på nytt med insats sheet och --force, som behåller den här som .bak, och koda där
sheet-codes-carried = { $count ->
        [one] en kodning
       *[other] { $count } kodningar
    } gjordes med kodboken { $codebook }; koderna har förts över
sheet-remark-without-codes = { $count ->
        [one] en anteckning eller tvekan står på en rad
       *[other] { $count } anteckningar eller tvekanden står på rader
    } utan de koder som den skulle höra till, och har inte samlats in: { $names }
    .expected = anteckningar och tvekan bredvid koder
    .todo = koda svaret, eller skriv ordet för ingen; till dess finns anteckningen bara i filen
sheet-codes-merged = { $count ->
        [one] en kodning står i en cell
       *[other] { $count } kodningar står i celler
    } som är sammanfogad med andra; samma koder har tagits för varje rad: { $names }
sheet-running-already = en annan insats sheet, collect, audit eller forget är igång i studien
    .expected = en i taget
    .todo = försök igen när den är klar
sheet-files-alike = samma arbetsbok finns i flera format: { $files }
    .expected = en av varje
    .todo = ange vilken fil som menas, eller flytta undan den andra
sheet-files-missing = det finns ingen ifylld arbetsbok att samla in
    .expected = en fil, eller private/coding-<kodare>.xlsx i studien
    .todo = skriv arbetsböckerna med insats sheet, eller ange filerna
sheet-differences-filled-in = { $file } är ifylld och inte insamlad
    .expected = ingen lista med skillnader, eller en som har samlats in
    .todo = samla in den med insats collect och --settle; därefter skrivs den på nytt
collect-taken = { $coder }: { $new ->
        [one] en kodning insamlad
       *[other] { $new } kodningar insamlade
    }{ $changed ->
        [0] {""}
       *[other] , varav { $changed } ändrade
    }{ $same ->
        [0] {""}
       *[other] , { $same } som förut
    }{ $left ->
        [0] {""}
       *[other] , { $left } kvar att koda
    }.
collect-head-coder = kodare
collect-head-domain = domän
collect-head-coded = kodade
collect-head-given = utdelade
collect-head-funds = medel kodade ({ $unit })
collect-head-funds-given = medel utdelade
collect-doubled = Kodade av två: { $done } av { $doubled }. Olika: { $differ }{ $settled ->
        [0] {""}
       *[other] , varav { $settled } avgjorda
    }.
collect-differences = { $count ->
        [one] En kodning
       *[other] { $count } kodningar
    } att avgöra: { $file }
collect-sheet-written = Det slutliga bladet: { $file }
