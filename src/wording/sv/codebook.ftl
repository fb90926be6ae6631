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
code-like-formula = { $code } kan inte vara en kod: ett kalkylprogram tar det som börjar så för en formel
    .expected = ett id som börjar med en bokstav eller siffra
    .todo = välj ett annat id
code-means-state = { $code } kan inte vara en kod: så säger datafiler och påståenden vilket läge en kodning har
    .expected = ett annat id än none, not-coded, unsettled, uncoded, coded
    .todo = välj ett annat id
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

## Kodbokens arbetsbok

book-sheet-codes = Koder
book-sheet-rules = Regler
book-sheet-systems = Kodsystem
book-sheet-domains = Domäner
book-sheet-guards = Spärrar
book-sheet-settings = Inställningar
book-explain-codes = En rad för varje kod. Huvudkoder står ovanför sina underkoder; radernas ordning är tabellernas. En underkod anger sin huvudkod.
book-explain-rules = Vad i en text som talar för en kod: en rad för varje villkor. Rader med samma kod och samma nummer är en regel, som gäller där alla dess villkor är uppfyllda. Domäner, var villkoren ska gälla och vikten står på regelns första rad; tomt betyder alla domäner, en mening, 1.
book-explain-systems = En rad för varje kodsystem. Flera domäner kan använda samma.
book-explain-domains = En rad för varje domän: vad som kodas av en insats eller ett svar.
book-explain-guards = Vad som hindrar att belägg räknas i en domän, som resultat som bara är väntade: något av de första mönstren ska stå där och inget av de andra.
book-explain-settings = Allt annat: kodbokens id, version och titel, vad som nekar, hur många koder en domän väljer och från vilken poäng.
book-how = Så ändrar du
book-how-rows = Ändra celler, lägg till rader och ta bort rader. Kolumnernas ordning spelar ingen roll, och egna kolumner, till exempel för anteckningar, hoppas över. Behåll bladens namn och rubrikerna.
book-how-lists = Flera mönster eller texter i en cell står under varandra, var och en på sin rad (Alt+Enter i Excel). Flera koder eller domäner har komma mellan sig.
book-how-patterns = Ett mönster är ett ord eller en fras; * står för vilka bokstäver som helst i ett ord och ? för en. "re:" anger ett reguljärt uttryck.
book-how-weights = Ett mönster räknas som 1. En annan vikt står före det inom parentes: (2) utbild*
book-how-quotes = En text med tecken som en cell inte kan hålla, till exempel mellanslag i sina ändar, står inom citattecken med undantagstecken, som i JSON.
book-how-version = Ge kodboken en ny version när du har ändrat något: kodningar anger vilken version de gjordes med.
book-how-import = Spara arbetsboken och kör: insats codebook import FIL.xlsx --out kodbok.json. Varje fel anges med blad och cell, och inget skrivs förrän alla är rättade.

book-column-system = System
book-column-code = Kod
book-column-parent = Huvudkod
book-column-label-sv = Namn (svenska)
book-column-label-en = Namn (engelska)
book-column-plural-sv = Plural (svenska)
book-column-plural-en = Plural (engelska)
book-column-definition-sv = Definition (svenska)
book-column-definition-en = Definition (engelska)
book-column-rule = Regel
book-column-condition = Villkor
book-column-patterns = Mönster eller koder
book-column-with = Nära
book-column-within = Högst så många ord bort
book-column-domains = Domäner
book-column-scope = Gäller inom
book-column-weight = Vikt
book-column-domain = Domän
book-column-unit = Ges till
book-column-texts = Texter som läses
book-column-optional = Får saknas
book-column-attains = Uppfyller
book-column-result-of = Resultat av
book-column-guard = Namn
book-column-guard-any = Något av dessa
book-column-guard-none = Inget av dessa
book-column-setting = Inställning
book-column-value = Värde

book-any = något av
book-all = vart och ett av
book-all-one = och något av
book-none = inget av
book-near = nära varandra
book-without = om inte kodad
book-against = talar emot
book-unit-intervention = insats
book-unit-respondent = uppgiftslämnare
book-unit-recipient = mottagare
book-yes = ja
book-no = nej
book-in-sentence = mening
book-in-text = hela texten
book-choose-all = alla som når upp
book-choose-dominant = den starkaste
book-nested-all = räknas aldrig
book-nested-key = räknas inte för samma kod
book-schema = Schema för redigerare
book-format = Filens format
book-id = Id
book-version = Version
book-title-sv = Titel (svenska)
book-title-en = Titel (engelska)
book-nested = Belägg inuti längre belägg
book-negation-before = Nekar det som följer
book-negation-after = Nekar det som står före
book-negation-stop = Hejdar en nekning
book-negation-within = Hur många ord en nekning når
book-negation-except = Nekar ingenting
book-choose = Hur många koder
book-threshold = Når upp från poängen

book-sheet-missing = arbetsboken har inget blad "{ $sheet }"; den har { $sheets }
    .expected = de blad som insats codebook export skriver, med sina namn
    .todo = ge bladet dess namn igen, eller exportera kodboken på nytt och för över ändringarna
book-columns-missing = bladet saknar rubrikerna { $columns }
    .expected = de rubriker som insats codebook export skriver, på första raden
    .todo = skriv rubrikerna igen
book-column-unknown = kolumnen { $heading } hoppas över
    .todo = ingenting, om den har anteckningar; rätta annars rubriken
book-cell-blank = cellen under "{ $heading }" är tom
    .todo = fyll i den, eller ta bort raden
book-word-unknown = { $word } kan inte stå här
    .expected = { $known }
    .todo = skriv något av dessa ord
book-number-unreadable = { $value } är inget tal som kan stå här
    .todo = skriv bara siffror
book-weight-unreadable = raden { $line } börjar med en vikt som inte går att läsa
    .expected = ett tal inom parentes och ett mönster, som (2) utbild*
    .todo = rätta raden
book-system-unknown = kodsystemet { $system } står inte på sitt blad
    .todo = { $suggestion }
book-rule-of-unknown-code = regeln gäller koden { $code }, som inte står på bladet med koder
    .todo = { $suggestion }
book-rule-rows-differ = { $value } skiljer sig från vad en tidigare rad i samma regel för koden { $code } säger
    .todo = skriv det på bara en av regelns rader, eller ge raden ett annat regelnummer
book-only-near = { $value } står vid ett villkor som inte frågar efter närhet
    .todo = ta bort det, eller välj villkoret "nära varandra"
book-setting-missing = inställningen "{ $setting }" saknas eller är tom
    .todo = lägg till en rad med den
book-cell-fault = cellen innehåller { $cell }, som är ett fel eller en formel utan resultat
    .todo = skriv själva texten
book-text-too-long = en text i kodboken är för lång för en cell: blad "{ $sheet }", rad { $row }, kolumn "{ $heading }"
    .expected = högst 32 767 tecken i en cell
    .todo = dela den: mönster i en regel kan stå i flera regler
book-version-unchanged = kodboken har ändrats, och versionen är fortfarande { $version }
    .todo = ge den en ny version, så att kodningar anger vilken de gjordes med

qdc-nothing-to-write = kodboken har inget kodsystem, och en .qdc-fil utan koder är inte giltig
    .todo = lägg till ett kodsystem, eller avstå från exporten
qdc-names-long = { $codes ->
        [one] ett namn är
       *[other] { $codes } namn är
    } längre än { $most } tecken, med kodens id: { $named }
    .todo = ingenting, om programmet som läser filen tar dem hela; korta annars etiketterna
qdc-signs-lost = texterna till { $codes ->
        [one] en kod
       *[other] { $codes } koder
    } har styrtecken som ingen XML-fil kan innehålla, och skrivs utan dem: { $named }
    .todo = ta bort tecknen ur kodboken
qdc-not-held = .qdc-filen rymmer inga regler ({ $rules } blir kvar), spärrar och inställningar, inga engelska texter, inga pluralformer och enheter för domäner och ingen version ({ $version })
    .todo = behåll kodboken; import hämtar dem från den
qdc-no-utf8 = .qdc-filen är inte skriven i UTF-8
    .todo = exportera den på nytt från programmet som den kommer från
qdc-malformed = .qdc-filen är ingen XML som går att läsa: { $reason }
    .expected = en kodbok så som REFI-QDA 1.5 beskriver den
    .todo = exportera den på nytt från programmet som den kommer från
qdc-dtd = .qdc-filen anger en dokumenttyp (DOCTYPE)
    .expected = en kodbok så som REFI-QDA 1.5 beskriver den, som inte har någon
    .todo = ta bort deklarationen, om du litar på filen
qdc-too-large = .qdc-filen har fler än { $most } koder, eller så många andra element som ingen kodbok har
    .todo = dela den, eller exportera den på nytt från programmet som den kommer från
qdc-too-deep = koden står mer än { $most } nivåer ned
    .todo = flytta upp den i programmet som den kommer från
qdc-other-root = .qdc-filen börjar med elementet { $found }
    .expected = CodeBook; ur ett projekt (.qdpx) måste kodboken exporteras för sig
    .todo = exportera kodboken från programmet som den kommer från
qdc-no-codes = .qdc-filen har inga koder
    .todo = exportera den på nytt från programmet som den kommer från
qdc-name-missing = en kod saknar namn
    .todo = ge den ett namn i programmet som den kommer från
qdc-sets-left = { $sets ->
        [one] en uppsättning koder anger ingen domän och hoppas över
       *[other] { $sets } uppsättningar koder anger ingen domän och hoppas över
    }
    .todo = ingenting; domäner anges i kodboken
qdc-kept = det som en .qdc-fil inte rymmer hämtades från den kodbok som redan fanns: regler, spärrar, inställningar, engelska texter, domäner, version; { $new ->
        [0] ingen kod är ny
        [one] en kod är ny och saknar det
       *[other] { $new } koder är nya och saknar det
    }
    .todo = ingenting; läs vad som har ändrats, som följer
qdc-new-book = det fanns ingen kodbok sedan tidigare, så en gjordes utan regler, engelska texter och version, med domänerna { $domains }
    .todo = skriv det som saknas, och ange under "texts" vad varje domän kodas från; om filen exporterades från en kodbok, ange den med --out
qdc-dots-split = { $codes ->
        [one] en kod har
       *[other] { $codes } koder har
    } en punkt i namnet, som Taguette skriver mellan en huvudkod och dess underkod, och står under det som är före punkten
    .todo = ingenting, om det är meningen; byt annars namn på dem före exporten
qdc-deep = { $codes ->
        [one] en kod står
       *[other] { $codes } koder står
    } under en underkod; en kodbok har huvudkoder och underkoder, så de blir underkoder till sin huvudkod
    .todo = se efter om det är meningen
qdc-ids-made = id gjordes av namnen på koder som saknade id: { $named }
    .todo = ingenting, eller inled namnet på varje kod med dess id och ett mellanslag
qdc-english-kept = den svenska etiketten har ändrats och den engelska behölls: { $named }
    .todo = se efter om de engelska etiketterna fortfarande stämmer
pattern-there-already = { $pattern } talar redan för { $code }
