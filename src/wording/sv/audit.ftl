### Granskningar: urval som människor läser, och vad som följer för alla.

## Dragning

audit-drawn-by = draget av insats audit: dragning { $draw }, frö { $seed }
audit-of-nothing = varken kodboken eller studien har något vars koder kan granskas
    .expected = regler i kodboken, eller en modell i study.toml
    .todo = lägg regler i kodboken, eller lär en modell med insats learn och ange den; utan någotdera kodar människor allt
audit-all-coded = inget vilar på regler eller förslag: inget svar i dessa domäner har en text som människor inte har kodat
    .expected = svar som ingen har kodat
    .todo = se med insats status vad som är kodat och vad som är tomt: tal om det räknas, och skattas inte
audit-domain-unknown = kodboken har ingen domän { $domain } för insatser med koder
    .expected = domäner för insatser som har koder
    .todo = { $suggestion }
audit-without-coders = ingen är namngiven som läser { $count ->
        [one] svaret i urvalet
       *[other] de { $count } svar i urvalet som ingen har fått
    }
    .expected = namn med komma emellan, som --coders anna,bo
    .todo = ange vem som ska läsa urvalet
audit-none-drawn = inget urval är draget i studien
    .expected = dragningar i mappen audit
    .todo = dra ett med insats audit och --size

## Filerna

audit-file-unread = filen hör inte till en granskning och läses inte
    .expected = draw-1.json, draw-1.csv och så vidare, som insats audit skriver dem
    .todo = flytta den
audit-file-missing = filen med en dragning saknas: det som frystes går inte att veta
    .expected = varje fil som insats audit skrev
    .todo = lägg tillbaka den från en kopia; finns ingen, flytta undan mappen audit, ta tillbaka dess dragningar som insats audit då säger, och dra på nytt (det som människor har kodat står kvar)
audit-draw-missing = loggen säger att urvalet från dragning { $draw } delades ut, och en fil från den dragningen saknas: vad som frystes går inte att veta
    .expected = alla filer som insats audit skrev
    .todo = lägg tillbaka den från en kopia; finns ingen, ta tillbaka dragningen med insats accept --undo { $line } och dra på nytt (det som människor har kodat står kvar)
audit-unreadable = filen med en dragning går inte att läsa: { $reason }
    .expected = en fil som insats audit skrev den
    .todo = lägg tillbaka den från en kopia; finns ingen, flytta undan mappen audit, ta tillbaka dess dragningar som insats audit då säger, och dra på nytt (det som människor har kodat står kvar)
domains-not-audited =
    inte granskat: { $domains }. { $count ->
        [one] En kodning vilar
       *[other] { $count } kodningar vilar
    } där på regler eller förslag; talen är räknade och har inget intervall
    .todo = dra ett urval även där, med insats audit --domain, om de spelar roll
audit-changed = filen med en dragning är inte som den skrevs: en skattning kan inte vila på värden som har ändrats sedan dess
    .expected = filen som insats audit skrev den
    .todo = lägg tillbaka den från en kopia; finns ingen, flytta undan mappen audit, ta tillbaka dess dragningar som insats audit då säger, och dra på nytt (det som människor har kodat står kvar)
audit-of-later-version = filen med en dragning har formatet { $format }
    .expected = formatet { $known } eller ett tidigare
    .todo = använd en senare version av insats
audit-of-other-codebook = urvalet drogs med kodboken { $frozen }
    .expected = en version av { $own }
    .todo = ange den kodboken igen, eller flytta undan mappen audit, ta tillbaka dess dragningar som insats audit då säger, och dra på nytt (det som människor har kodat står kvar)
audit-domain-gone = urvalet drogs i domänen { $domain }, som inte längre har några koder
    .expected = domänerna som granskades
    .todo = lägg tillbaka domänen, eller flytta undan mappen audit, ta tillbaka dess dragningar som insats audit då säger, och dra på nytt (det som människor har kodat står kvar)

## Vad som drogs

audit-drawn = Urvalet: { $sampled ->
        [one] en insats
       *[other] { $sampled } insatser
    } av { $units } som vilar på regler eller förslag{ $new ->
        [0] {""}
       *[other] , varav { $new } nya
    }.
audit-larger = { $sampled } är fler än de { $size } som begärdes: det som är draget tas inte tillbaka, och nya svar har en egen andel.
audit-at-least = { $sampled } läses och inte de { $size } som begärdes: minst två i varje stratum, som visar felen där.
audit-twice = { $sampled } insatser läses och inte de { $size } som begärdes: { $twice ->
        [one] en drogs två gånger
       *[other] { $twice } drogs två gånger
    }, för domäner från en tidigare dragning och för nya, och läses en gång. Ett större --size läser fler.
audit-area-short = { $area }: { $all ->
        [0] inget vilar på regler eller förslag
        [one] den enda läses
       *[other] alla { $all } läses
    }; { $size } begärdes.
audit-area-more = { $area }: { $sampled } läses och inte de { $size } som begärdes: minst två i varje stratum, och inget som är draget tas tillbaka.
audit-area-twice = { $area }: { $sampled } läses och inte de { $size } som begärdes, eftersom några drogs två gånger, för olika domäner, och läses en gång.
audit-keeps-seed = Det som är draget förut behåller sin ordning (frö { $seeds }): ett annat frö ordnar bara det som är nytt.
audit-keeps-domains = Granskas fortfarande, eftersom de är dragna förut: { $domains }.
audit-takes-all = Urvalet är alla { $units }: människor läser allt.
audit-draws-nothing = Inget mer drogs, och inget nytt behövde frysas.
audit-given = { $coder }: { $answers ->
        [one] ett svar
       *[other] { $answers } svar
    } utdelade nu
audit-doubled = { $doubled ->
        [one] Ett av dem läses
       *[other] { $doubled } av dem läses
    } av två. Ingen ser vilka.
audit-begun = { $begun ->
        [one] En insats i urvalet var påbörjad
       *[other] { $begun } insatser i urvalet var påbörjade
    } av en kodare innan den drogs; förslag kan ha setts.
audit-given-before = { $coder } hade fått { $answers ->
        [one] ett svar i urvalet innan det drogs, och behåller det; förslag kan ha setts för det
       *[other] { $answers } svar i urvalet innan det drogs, och behåller dem; förslag kan ha setts för dem
    }. Från och med nu läses de blint: låt insats sheet --coders { $coder } skriva en ny arbetsbok. Har en gammal arbetsbok förslag tar insats collect inget av de svaren från den.
audit-given-nothing = { $coder } fick inget: urvalet är redan andras.
audit-written = Fryst i { $file }

## Hur långt det är läst

audit-head-frame = i ramen
audit-head-sample = i urvalet
audit-head-read = lästa
audit-head-funds = urvalets medel ({ $unit })
audit-head-funds-read = varav lästa
audit-head-beside = kodade utanför
audit-so-far = { $read } av { $sample } insatser i urvalet är lästa{ $money ->
        [no] {""}
       *[other] , { $funds } av { $of }
    }.
audit-waiting = { $count ->
        [one] En kodning väntar
       *[other] { $count } kodningar väntar
    }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}och { $more } till
    }. Koda dem med insats review, eller i arbetsböckerna från insats sheet.
audit-unsettled = { $count ->
        [one] En kodning ska avgöras, eftersom de som har läst den skiljer sig åt
       *[other] { $count } kodningar ska avgöras, eftersom de som har läst dem skiljer sig åt
    }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}och { $more } till
    }. Avgör dem med insats review, eller i arbetsboken differences.xlsx från insats collect.
audit-new = { $count ->
        [one] En insats är inte med i någon dragning
       *[other] { $count } insatser är inte med i någon dragning
    }{ $money ->
        [no] {""}
       *[other] {" "}({ $funds })
    }: dra igen med insats audit och --size; det som är draget står kvar.
audit-edited = { $count ->
        [one] En insats har
       *[other] { $count } insatser har
    } ändrats sedan dragningen{ $money ->
        [no] {""}
       *[other] {" "}({ $funds })
    }: dra igen med insats audit och --size; det som är draget står kvar.
audit-gone = { $count ->
        [one] Ett svar som frystes är borta
       *[other] { $count } svar som frystes är borta
    }, och har lämnat ramen.
audit-is-read = Urvalet är läst i sin helhet: skattningar vilar på det.

## I en körning

audit-codes-gone = frysta koder i { $domain } som kodboken inte har: { $codes }
    .expected = kodbokens koder, eller en rad från insats codebook migrate som säger vad de heter nu
    .todo = inget, om de är borta för gott: de räknas som inga, och urvalet rättar det
audit-of-others = bara { $there } av { $frozen } svar som frystes finns i studien och lyder som då
    .expected = den här studiens dragningar, vars svar mest är som de var
    .todo = se efter om mappen audit eller svaren hör till en annan studie eller ett annat år; är de rätt, dra på nytt det som har ändrats
audit-not-read = { $count ->
        [one] en insats
       *[other] { $count } insatser
    }{ $funds } av de { $sample } i urvalet är inte { $count ->
        [one] läst
       *[other] lästa
    }: inget kan skattas
    .expected = hela urvalet kodat av dem som har fått det
    .todo = koda det som fattas med insats review eller insats sheet (insats audit räknar upp det), eller använd codes = "best"
audit-not-settled = { $count ->
        [one] en insats
       *[other] { $count } insatser
    }{ $funds } av de { $sample } i urvalet är { $count ->
        [one] läst
       *[other] lästa
    } på olika sätt, vilket inte är avgjort: inget kan skattas
    .expected = ett avgörande där de som har läst skiljer sig åt
    .todo = avgör det med insats review (insats audit räknar upp det som ska avgöras), eller använd codes = "best"
audit-lacks-new = { $count ->
        [one] en insats är
       *[other] { $count } insatser är
    } inte med i någon dragning{ $funds }: inget kan skattas
    .expected = varje svar som vilar på regler eller förslag bland dem som det har dragits ur
    .todo = dra igen med insats audit och --size: det som är draget står kvar
audit-lacks-edited = { $count ->
        [one] en insats har
       *[other] { $count } insatser har
    } ändrats sedan dragningen{ $funds }: inget kan skattas
    .expected = texter som de var när deras koder frystes
    .todo = dra igen med insats audit och --size: det som är draget står kvar
audit-of-other-model = urvalet drogs med förslag från en annan modell: vad den kan lova är inte vad den här kan, så dess egna trösklar gäller
audit-accepted-from = { $domain }: förslag godtas från sannolikheten { $from }; av { $read } lästa var { $wrong ->
        [0] inget fel
        [one] ett fel
       *[other] { $wrong } fel
    }, så minst { $lower } är rätt ({ $target } är utlovade)
audit-accepts-nothing = { $domain }: urvalet är för litet, eller för mycket av det är fel, för att lova { $target }: inget förslag godtas
    .todo = se med insats audit --evaluate hur många svar till som räcker

## Vad det säger

audit-head-by = givna av
audit-head-right = rätt
audit-head-precision = precision (95 %)
audit-head-recall = täckning (95 %)
audit-by-rules = regler
audit-by-suggestions = godtagna förslag
audit-promised = { $name }: förslag godtas från sannolikheten { $from }. Av { $read } lästa var { $wrong ->
        [0] inget fel
        [one] ett fel
       *[other] { $wrong } fel
    }, så minst { $lower } är rätt ({ $target } är utlovade). { $accepted } kodningar är automatiska; med bara modellen { $today }.
audit-promises-later = { $name }: urvalet är för litet för att lova { $target }; inget förslag godtas. { $more } svar till räcker om lika mycket är fel som har setts; då blir { $then } kodningar automatiska; med bara modellen är det { $today }.
audit-promises-nothing = { $name }: för mycket var fel för att lova { $target }, hur många som än läses; inget förslag godtas.
audit-thresholds-idle = Trösklarna är modellens som granskades. Studien anger en annan, eller ingen: inget godtas efter dem.
audit-evaluated = Precision, trösklar och skattningar finns i { $folder }
