# Kodningssidan, och vad dess server svarar.

bench-title = Kodning
bench-needs-script = Kodningssidan behöver JavaScript i webbläsaren.

## Vem som får fråga

bench-other-host = servern svarar bara på 127.0.0.1 och localhost
bench-other-method = servern kan bara GET och POST
bench-other-origin = en sida med annat ursprung frågar
bench-without-secret = adressens hemlighet saknas eller har använts: öppna adressen som terminalen visar, i webbläsaren som öppnade den först; eller avsluta servern och starta den igen
bench-too-long = en förfrågan är högst 1 MB
bench-not-json = en förfrågan är JSON
bench-no-such-page = det finns inget på den här adressen
bench-no-such-unit = det finns inget sådant svar
bench-request-wrong = förfrågan går inte att läsa: { $reason }
bench-port-taken = porten går inte att öppna: { $reason }
    .expected = en port som ingen använder
    .todo = välj en annan med --port, eller utelämna den

## Vad en kodare får göra

review-open-already = { $coder } kodar redan i den här studien: en annan `insats review` är igång
    .expected = en i taget för varje kodare, så att ingen kodning går förlorad
    .todo = använd sidan som är öppen, eller avsluta den andra med Ctrl-C; en annan kodare anger sitt eget --coder
review-nothing-assigned = inget är tilldelat { $coder }, och varje svar är tilldelat någon
    .expected = namnet på någon som kodar, så som insats sheet --coders fick det
    .todo = { $suggestion }
review-not-yours = { $unit } är tilldelad någon annan
review-unit-unknown = det finns ingen { $unit } med koder i { $domain }
review-text-changed = texten i { $unit } är en annan än den som visades
    .todo = läs om sidan
review-files-changed = filer i studien har ändrats: { $files }. Allt som har sparats är sparat; avsluta servern med Ctrl-C och starta den igen
review-not-all-coded = { $unit } ska inte avgöras: alla har inte kodat den, eller ingen skiljer sig
review-settled-already = { $unit } är avgjord i { $domain } av { $who }: det står fast, vad som än kodas därtill
review-seen-already = { $unit } har visats i { $domain } bredvid vad andra har gett: det som gavs dessförinnan står fast, och en skillnad avgörs
review-settled-meanwhile = någon har avgjort { $unit } under tiden: läs in sidan på nytt och se hur
review-settled-without-why = den som avgör en kodning säger varför
review-rule-without-why = den som sparar en regel säger varför
review-nothing-to-undo = du har inget att ta tillbaka
review-coded-twice = { $unit } står två gånger i { $domain }: inget sparades
review-nothing-to-code = det finns inget att koda: inget svar har en domän med koder
    .expected = en kodbok med koder, och svar med de texter som dess domäner läser
    .todo = se med insats check vad som läses av svaren
review-lines-put-back =
    { $count ->
        [one] en sparad rad hade försvunnit ur filen och skrevs dit igen
       *[other] { $count } sparade rader hade försvunnit ur filen och skrevs dit igen
    }
    .expected = att inget annat än det här programmet ändrar filen medan någon kodar
    .todo = se om ett program som synkroniserar mappen byter ut filen, och låt det sluta med det
review-lines-gone =
    { $count ->
        [one] en rad som fanns är borta
       *[other] { $count } rader som fanns är borta
    }; det som du kodar sparas
    .expected = att rader läggs till i filen och att ingen tas bort
    .todo = låt den vars fil det är lägga tillbaka den, eller se om ett program som synkroniserar mappen byter ut den
review-undone = återtagen på kodningssidan
review-address = Koda på { $address }
review-ends = Sidan är bara till för den här datorn, och adressen fungerar en gång. Tryck Ctrl-C för att avsluta.
review-no-browser = ingen webbläsare kunde öppnas: { $reason }. Öppna adressen själv.
review-done = Allt är sparat.
review-no-secret = datorn gav inga slumptal: { $reason }
