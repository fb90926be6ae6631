### Kommandon: vad de behöver, modeller.

## Modeller

model-unreadable = modellen går inte att läsa: { $error }
    .todo = gör den med insats learn, eller rätta namnet
model-too-large = filen är på { $size } MB, för mycket för en modell
    .expected = högst { $most } MB
    .todo = gör om modellen med insats learn
model-not-whole = detta är ingen hel modellfil: { $error }
    .expected = en fil som insats learn har skrivit
    .todo = gör om modellen med insats learn
model-of-other-format = modellen har format { $format }
    .expected = format { $known }, som den här versionen av insats läser
    .todo = gör om modellen med insats learn
model-damaged = modellen är skadad: { $error }
    .todo = gör om modellen med insats learn
model-changed = modellen är skadad: kontrollsumman stämmer inte med innehållet
    .todo = gör om modellen med insats learn
model-unsound = modellen motsäger sig själv
    .todo = gör om modellen med insats learn
model-of-other-codebook = modellen är gjord med kodboken { $codebook }
    .expected = en modell för kodboken { $own }
    .todo = { $differences }; gör om modellen med insats learn
model-of-other-codes = koderna i kodboken { $codebook } har ändrats sedan modellen gjordes
    .expected = de koder och domäner som modellen gjordes med
    .todo = { $differences }; gör om modellen med insats learn
model-codes-same = koderna är desamma, men deras ordning, domäner, definitioner eller regler kan skilja
model-codes-gone = koder som är borta: { $codes }
model-codes-new = nya koder: { $codes }
model-of-former-rules = kodbokens regler eller definitioner har ändrats sedan modellen gjordes
    .expected = den kodbok som modellen gjordes med
    .todo = gör om modellen med insats learn; dess löfte mättes med de tidigare reglerna
drift = { $area }, { $domain }: { $clauses }
    .expected = texter som liknar dem som modellen har lärt sig av
    .todo = granska ett urval av de godtagna förslagen i området innan du litar på dem
drift-in-words = modellen känner till { $here } procent av orden i ett svar (det vanliga är { $usual } procent)
drift-in-code = { $code } väntas i { $here } procent av svaren (det vanliga är { $usual } procent)
drift-of-new-area = modellen har inte lärt sig av några svar från det här området

## Vad ett kommando behöver

no-audit = skattningar efterfrågas, men studiens koder har inte granskats
    .expected = en granskning där alla svar är lästa: dra ett urval med insats audit, och koda det
    .todo = granska koderna först, eller använd codes = "best" eller "final"
nothing-to-learn-from = det finns inget att lära av
    .expected = insatser med texter och slutliga koder
another-codebook = { $study } har kodboken { $codebook }
    .expected = { $first }, som den första studien
    .todo = lär av studier med samma kodbok
another-codebook-of-same-name = { $study } har en annan kodbok med samma namn och version, { $codebook }
    .expected = { $first }, som den första studien
    .todo = lär av studier med samma kodbok
nothing-to-allocate = studien fördelar inget
    .expected = en [[allocation]] med sina potter
    .todo = ange hur medlen fördelas
init-folder-missing = mappen finns inte
    .expected = en mapp med årets exporter
schema-folder-missing = mappen finns inte
    .expected = en mapp för båda schemana, eller ange vilket: study eller report
init-file-is-there = filen finns redan och skrivs inte över
    .todo = ta bort den, ge den ett annat namn eller ange --force
nothing-recognised = inget kändes igen i den: { $doubt }
    .expected = rader med mottagare och redovisade medel, rekvisitioner, återbetalningar, rättelser eller koder
    .todo = se hur den läses med insats peek, eller deklarera den för hand
folder-without-data = det finns ingen datafil i mappen
    .expected = årets exporter, som xlsx, ods, xls, csv, txt, sav eller parquet
earlier-study-unreadable = den tidigare studien går inte att läsa: { $error }
    .expected = mappen till en studie som insats run läser
no-claims-declared = studien har inga påståenden
    .expected = claims = "claims.csv", före den första tabellen
    .todo = skriv filen så som docs/reference/claims.md beskriver; insats claims draft ger en början
no-final-sheet-to-measure = studien har inget slutligt kodblad
    .expected = en [[coding]] med role = "final", som reglerna kan mätas mot
no-model-declared = ingen modell är angiven
    .expected = model = "…", en fil som insats learn har skrivit
    .todo = ange en, eller ge den med --model
fewer-than-two-coders = studien anger färre än två kodares blad, och då finns inget att jämföra
    .expected = en [[coding]] med role = "coder" för varje kodare
    .todo = lägg till en sådan för varje kodare, med "coder" (vem), "file", "intervention" och "domains" som för det slutliga bladet
nothing-coded-twice = ingen insats är kodad av två kodare
    .expected = insatser som står i minst två kodares blad
    .todo = se efter om bladen gäller samma insatser, och om deras id är skrivna likadant
output-failed = { $error }
check-stopped-by-fault = ett fel i programmet: { $error }
file-changed-meanwhile = filen ändrades medan den lästes
    .todo = kontrollera igen

## Vad som har ändrats sedan en körning

cause-answers = svar
cause-funds = medel
cause-corrections = rättelser/åt sidan
cause-codes = koder
cause-rules = regler
cause-declarations = deklarationer
cause-earlier = tidigare år
since-no-folder = det är ingen mapp
    .expected = utmappen från en tidigare körning av studien
    .todo = ange mappen som insats run skrev, till exempel output/<studie>
since-no-manifest = mappen är inte skriven av insats: den saknar en { $manifest } av vår sort
    .expected = utmappen från en tidigare körning av studien
    .todo = ange mappen som insats run skrev, till exempel output/<studie>
since-for-people = mappens datafiler är skrivna för ett svenskt Excel (csv = "excel-sv"), med rapportens rubriker och ord
    .expected = datafiler för program
    .todo = kör insats run med --csv programs och jämför sedan med den mappen
since-not-of-a-run = mappen är skriven av ett annat kommando än insats run
    .expected = utmappen från en tidigare körning av studien
    .todo = ange mappen som insats run skrev, till exempel output/<studie>
since-manifest-damaged = manifestet går inte att läsa: { $reason }
    .expected = manifestet så som insats run skrev det
    .todo = hämta mappen där den finns kvar i helt skick
since-other-study = mappen hör till en annan studie: { $title }, { $year }
    .expected = en körning av { $now }, { $now_year }
    .todo = ange utmappen från en tidigare körning av den här studien
since-file-missing = { $file } finns inte i mappen: { $about ->
        [interventions] bara figurer, tabeller och påståenden jämförs
        [weights] medlen för dem som svarat är vad deras insatser fick
        [requisitions] medlen för dem som inte hade svarat tas som de är nu
        [codes] antalen per kod räknas ur kodningarna
        [codings] koder jämförs inte
        [waiting] det som saknar kod redovisas tillsammans, oavsett skäl
        [basis] svar jämförs efter id och inte efter text
       *[other] den jämförs inte
    }
since-file-edited = { $file } har ändrats efter körningen och bevisar därför inget: { $about ->
        [interventions] bara figurer, tabeller och påståenden jämförs
        [weights] medlen för dem som svarat är vad deras insatser fick
        [requisitions] medlen för dem som inte hade svarat tas som de är nu
        [codes] antalen per kod räknas ur kodningarna
        [codings] koder jämförs inte
        [waiting] det som saknar kod redovisas tillsammans, oavsett skäl
        [basis] svar jämförs efter id och inte efter text
       *[other] den jämförs inte
    }
since-file-unread = { $file } går inte att läsa som en tabell från en körning och jämförs inte
since-merged = mappen kan inte skilja { $cause } från { $with }: båda står under { $with }
since-rules-of-now =
    reglerna har ändrats, och vad de tidigare skulle säga om { $count ->
        [one] en insats som de inte kodade
       *[other] { $count } insatser som de inte kodade
    } går inte att veta: de nuvarande reglernas koder står under den orsak som gav dem
since-no-main-codes = mappen säger inte vilka huvudkoder underkoderna hade: de nuvarande används
since-funds-now-only = studien hade inga medel då: bara antal jämförs
since-funds-before-only = studien har inte längre några medel: bara antal jämförs
since-other-currency = beloppen var i { $before } och är nu i { $now }: bara antal jämförs
since-other-choice = körningen räknade koder enligt { $before }, och nu gäller { $now }: skillnaden står under deklarationer
since-estimated = koder jämförs så som de räknas; skattningarna jämförs i figurer, tabeller och påståenden
since-read-blind =
    { $count ->
        [one] en kodning lästes blint då: mappen säger inte vad maskinen gav den, och vad den ger nu
       *[other] { $count } kodningar lästes blint då: mappen säger inte vad maskinen gav dem, och vad den ger nu
    } räknas i stället
since-not-made-again = dåtidens tal går inte att räkna fram ur mappen: { $number } insatser och { $funds } står under deklarationer
since-other-version = mappen är skriven av insats { $version }
since-items-unread = jämförs inte, för det finns ingen csv- eller textfil från körningen eller så har den ändrats: { $items }
since-no-interventions = studien har återrapporter och inga insatser: figurer, tabeller och påståenden jämförs, och orsakerna anges efter vilka filer som ändrats
