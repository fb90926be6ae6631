### Kodboken: koder, regler, mönster.

## Filen

codebook-unreadable = kodboken kan inte läsas: { $reason }
codebook-malformed = { $reason }
    .expected = en kodbok så som codebook/codebook.schema.json beskriver den
    .todo = rätta raden, eller den ovanför

## Koder

code-system-twice = kodsystemet { $system } anges två gånger
    .todo = ta bort det ena
code-system-unknown = domänen { $domain } använder { $system }, som inte är ett kodsystem
    .todo = { $suggestion }
domain-twice = domänen { $domain } anges två gånger
    .todo = ta bort den ena
domains-too-many = kodboken har { $domains } domäner
    .expected = högst { $most }
    .todo = stryk domäner, eller dela kodboken
domain-name-unfit = { $domain } kan inte vara en domäns id
    .expected = bokstäver, siffror, - och _; påståenden och studiens nycklar skrivs med det
    .todo = ge domänen ett annat id; namnen för läsaren står under label och plural
domain-related-unknown = domänen { $domain } hänvisar med { $key } till { $related }, som inte är någon annan domän i kodboken
    .expected = en annan domäns id
    .todo = { $suggestion }
code-twice = koden { $code } anges två gånger
    .todo = ta bort den ena
code-unfit = { $code } kan inte vara en kod
    .todo = undvik mellanslag, ; och ,
code-labels-alike = koderna { $one } och { $other } har samma namn så när som på stora bokstäver
    .todo = ge dem var sitt namn, eller gör dem till en kod
parent-unknown = huvudkoden { $parent } för koden { $code } finns inte
    .todo = { $suggestion }
parent-in-other-system = huvudkoden { $parent } för koden { $code } står i ett annat kodsystem, { $system }
    .todo = flytta koden dit, eller välj en huvudkod i dess eget system
parent-is-subcode = koden { $code } har { $parent } som huvudkod, men den är själv en underkod till { $main }
    .expected = en huvudkod; en kodbok har två nivåer
    .todo = gör { $code } till underkod till { $main }: "parent": { $main }
subcode-before-parent = koden { $code } står före sin huvudkod { $parent }
    .todo = flytta underkoden nedanför huvudkoden

## Regler

rule-of-code = regel { $rule } för koden { $code }
rule-without-evidence = { $rule } har inget som talar för koden eller emot den
    .todo = lägg till mönster under "any", "all" eller "near"
rule-with-empty-alternatives = { $rule } har en tom lista under "all", som inget kan uppfylla
    .todo = ta bort den
rule-without-unknown-code = { $rule } nämner koden { $code } under "without", och den finns inte
    .todo = { $suggestion }
rule-for-foreign-domain = { $rule } gäller { $domain }, som inte använder kodsystemet { $system }
    .todo = ange en domän som använder det, eller ingen för alla
near-lacks-side = "near" i { $rule } saknar en av sina två sidor
    .todo = skriv mönster under både "any" och "with"
near-distance-unfit = "near" i { $rule } kräver ord inom { $within }
    .todo = välj 1 (grannar) till { $most } ord
weight-unfit = { $whose } har vikten { $weight }
    .todo = välj en vikt över 0, högst 100; det som talar emot en kod står under "against"

## Inställningar för kodning

negation-too-far = en nekning räcker { $words } ord
    .todo = välj högst { $most } ord
settings-of-unused-domain = "coding" har inställningar för { $domain }, som kodboken inte använder
    .todo = ta bort dem, eller lägg till domänen
threshold-unfit = tröskeln för { $domain } är { $threshold }
    .todo = välj ett tal över 0

## Mönster

the-pattern = mönstret
pattern-under-key = mönstret { $pattern } under "{ $key }" i { $rule }
pattern-of-negation = mönstret { $pattern } under "negation"
pattern-of-guard = mönstret { $pattern } i spärren { $guard }
pattern-empty = { $pattern } är tomt
    .todo = ta bort det, eller skriv ordet som det skulle vara
pattern-matches-everything = { $pattern } träffar allt
    .todo = skriv minst en bokstav bredvid jokertecknen
pattern-with-punctuation =
    { $pattern } innehåller { $signs } där det inte hör till något ord, och bara ord jämförs
    .todo = { $action }
pattern-expression-invalid = { $pattern } är inget reguljärt uttryck: { $reason }
    .todo = rätta uttrycket, eller skriv ord i stället, med * för vilka bokstäver som helst
pattern-too-long = { $pattern } är längre än { $most } tecken
    .todo = dela det i flera mönster
write-words-or-expression = skriv bara orden, eller re: och ett reguljärt uttryck för precis dessa tecken
write-exactly = skriv { $exactly } för precis dessa tecken
write-longer-words = skriv { $open } för ord som är längre, eller { $exactly } för precis dessa tecken
write-the-word = skriv { $word } för bara ordet, eller { $exactly } för precis dessa tecken
write-the-words =
    skriv { $words } för orden med vad som helst utom en meningsgräns mellan sig,
    eller { $exactly } för precis dessa tecken

## Mönster som inte säger något

pattern-never-counts = { $pattern } i regel { $rule } för { $code } kan aldrig räknas: "none" i regeln hindrar det
    .todo = ta bort det ena av de två
pattern-adds-nothing = { $pattern } i regel { $rule } för { $code } tillför inget utöver { $broader }
    .todo = ta bort det, om det inte ska räknas två gånger
pattern-of-several-codes = { $pattern } talar lika mycket för { $codes } i { $domain }
    .todo = behåll det för en av dem, eller lägg till villkor som skiljer dem åt
patterns-unmet = { $count } av { $all } mönster för { $code } träffar ingen av studiens texter: { $patterns }
    .todo = behåll de som andra texter kan innehålla
pattern-on-line = { $pattern } (rad { $line })
pattern-matches-most = { $pattern } för { $code } träffar { $texts } av { $all } texter
    .todo = gör det mer precist
pattern-only-inside-others = { $pattern } för { $code } räknas aldrig i de här texterna: alla dess träffar ({ $matched }) står inuti längre träffar för andra koder
    .todo = gör det längre, eller de andra kortare

## Vad som är fel i JSON

json-unknown-key = okänd nyckel { $key }; här väntades någon av { $keys }
json-missing-key = nyckeln { $key } saknas
json-key-twice = nyckeln { $key } står två gånger
json-unknown-word = okänt ord { $word }; här väntades något av { $words }
json-other-type = fel slags värde: { $found }; här väntades { $wanted }
json-end-in-list = filen tar slut mitt i en lista
json-end-in-object = filen tar slut innan klammern {"{"} har stängts
json-end-in-string = filen tar slut mitt i en text; ett citattecken saknas
json-end-in-value = filen tar slut mitt i ett värde
json-colon = här väntades ":"
json-comma-or-bracket = här väntades "," eller "]"
json-comma-or-brace = här väntades "," eller "{"}"}"
json-ident = här väntades true, false eller null
json-value = här väntades ett värde
json-escape = ett \ står före ett tecken som inte behöver det
json-number = ett tal som inte går att läsa
json-control = en radbrytning eller ett styrtecken inne i en text
json-key-string = en nyckel måste stå inom citattecken
json-trailing-comma = ett komma för mycket, före ] eller {"}"}
json-trailing = text efter kodbokens slut
json-pattern = här väntades ett mönster som "utbild*", eller {"{"}"pattern": "utbild*", "weight": 2{"}"}
json-alternatives = här väntades ett mönster, eller en lista med mönster av vilka ett räcker
json-found-text = texten { $text }
json-found-number = talet { $number }
json-found-word = ordet { $word }
json-text = en text
json-list = en lista, [ … ]
json-object = ett objekt, {"{"} … {"}"}
json-a-number = ett tal
