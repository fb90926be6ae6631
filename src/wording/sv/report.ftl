### report.toml: rapportens delar och deras ord.

in-item = { $found }, i { $item }

## Rapportens delar i report.toml

report-unreadable = rapportens deklarationer går inte att läsa: { $error }
    .expected = en text i UTF-8
item-twice = { $item } deklareras två gånger
    .todo = ge den ena ett annat id
items-of-one-file = { $earlier } och { $item } skiljs bara åt av stora och små bokstäver, och blir samma fil på många datorer
    .expected = id som skiljs åt av något mer, för varje figur och tabell blir filer med sitt id
    .todo = ge den ena ett annat id
item-id-unfit = { $id } kan inte vara id för en figur eller tabell
    .expected = bokstäver, siffror, - och _, t.ex. figur-02; det blir filnamn
item-without-area = figuren eller tabellen anger inget område
    .expected = area = "…", ett av områdena i study.toml, eller areas = {"{"} … = "…" {"}"} för flera, med ett namn för vart och ett
    .todo = lägg till området
item-area-twice = området { $area } står två gånger
    .expected = "area" eller "areas", inte båda
item-area-unknown = { $area } är inget område i studien
    .todo = { $suggestion }
item-of-several-areas = en sådan figur visar ett område
    .expected = "area"
item-of-many-areas = figuren jämför { $count } områden
    .expected = högst { $most }, som går att skilja åt i en figur
    .todo = dela upp den på flera figurer
item-of-many-domains = figuren jämför { $count } domäner
    .expected = högst { $most }, som går att skilja åt i en figur
    .todo = dela upp den på flera figurer
bubble-without-funds = ett bubbeldiagram visar insatser mot medel, och studien har inga medel
    .expected = detsamma som punkter på rader (form = "dumbbell"), eller ett diagram eller en tabell över antal: kind = "bars", "likert" eller "table"
    .todo = gör om det till något av dessa; eller ange kolumnen med använda medel (funds) i varje enkät i study.toml
item-domain-twice = domänen { $domain } står två gånger
    .expected = varje domän en gång
item-domain-of-question = domänen { $domain } kodar { $unit ->
        [respondent] uppgiftslämnares
       *[other] mottagares
    } svar på en öppen fråga, men här räknas insatser
    .expected = domäner som gäller insatser
    .todo = visa frågan i stället: { $unit ->
        [respondent] kind = "bars" med frågan
       *[other] kind = "account" med rows = "options" och en kolumn count = "…"
    }
item-domain-unknown = { $domain } är ingen domän
    .todo = { $suggestion }
item-question-unknown = enkäten för { $area } har ingen fråga { $question }
    .todo = { $suggestion }
item-answer-unknown = { $answer } är inget svarsalternativ på frågan
    .expected = något av { $answers }
    .todo = { $suggestion }
item-without-answer = figuren säger inte vilket svar staplarna räknar
    .expected = "answer" med något av { $answers }
options-without-answers = frågans alternativ har inga svar att välja mellan
    .todo = ta bort nyckeln "answer"
question-without-scale = frågan har inga delfrågor som besvaras på en skala
    .expected = en fråga med formen "items"
    .todo = använd "bars" som kind
main-code-unknown = { $code } är ingen huvudkod i { $domain }
    .todo = { $suggestion }
item-shows-the-same = { $item } visar detsamma som { $other }
    .expected = varje figur och tabell en gång
    .todo = ändra vad en av dem visar eller ta bort den
column-shows-the-same = i { $item } visar kolumnen { $column } samma tal som { $other }
    .expected = varje kolumn en gång
    .todo = se efter vad kolumnen ska visa; ändra dess källa eller ta bort den
shares-above-whole = i { $item } visar kolumnen { $column } { $above } av { $all } andelar över 100 procent
    .expected = delen under "percent", det hela under "of"
    .todo = se efter om "percent" och "of" har bytt plats
item-reads-the-same = { $item } har samma rubrik, förklaring och anmärkning som { $other }: { $title }
    .expected = ord som skiljer dem åt för läsaren
    .todo = säg i rubriken vad som skiljer den från den andra
headline-not-said = { $item } får ingen mening överst: { $reason }
    .expected = ett utfall som siffrorna bär
    .todo = ta bort headline = true, eller låt titeln stå ensam tills siffrorna räcker
headline-of-no-kind = för delar av den sorten finns inget utfall att säga i en mening
headline-of-nothing = det finns inte två tal att jämföra
headline-of-a-tie = { $one } och { $other } är lika stora
headline-not-sure = det är inte säkert att { $one } är störst; det kan vara { $other }
headline-of-broken-years = åren kan inte jämföras
headline-of-prices = dess medel är i ett annat års priser, som påståenden inte räknar med
headline-of-gaps = { $row } saknar en uppgift
headline-of-shares-of-several = andelarna gäller var sin rad eller kolumn
headline-claim-fails = dess påstående { $assertion } stämmer inte: { $reason }
headline-claim-open = dess påstående { $assertion } går inte att avgöra: { $reason }
items-of-one-title = { $items } har samma rubrik: { $title }
    .expected = rubriker som skiljer dem åt, också i en innehållsförteckning
    .todo = säg i rubriken vad som skiljer dem åt, till exempel området: {"{"}area{"}"}

## Texter, platshållare och översättningar

placeholder-without-area = {"{"}{ $placeholder }{"}"} anger inget område, och texten gäller inget
    .expected = {"{"}{ $placeholder }:…{"}"}, med ett område i study.toml
    .todo = ange området
placeholder-not-closed = en platshållare avslutas inte
    .expected = ett {"}"} efter varje {"{"}
placeholder-unknown = { $placeholder } är här varken en text eller ett tal
    .expected = ett namn under [phrase], eller "interventions", "respondents", "base" (för en fråga), "answered" eller "area"
    .todo = { $suggestion }
phrase-in-itself = texten { $phrase } innehåller sig själv
    .todo = ta bort den där
phrases-unused = { $count } { $count ->
        [one] text
       *[other] texter
    } under [phrase] används ingenstans: { $names }
    .todo = använd texten som {"{"}namn{"}"} eller ta bort den
translation-of-nothing =
    { $count } namn under [english] är varken svarsalternativ eller svar i någon fråga: { $names }
    .expected = ett alternativ eller svar så som underlaget har det
    .todo = { $suggestion }
correct-spelling = rätta stavningen eller ta bort raden

## Kolumner i tabeller och diagram över redovisningar

column-id-unfit = { $id } kan inte vara namn på den här kolumnen
    .expected = bokstäver, siffror, - och _; ett namn som ingen annan kolumn har, och inte "key", "label", "total" eller "base"
column-named-twice = { $column } står två gånger under { $key }
    .expected = varje kolumn en gång
    .todo = se efter vilken annan kolumn som är menad
rows-named-twice = dessa rader är angivna två gånger: { $rows }
    .expected = varje rad en gång; i en total skulle den räknas dubbelt
difference-of-two = en skillnad är mellan två kolumner
    .expected = {""}["from", "less"]
column-of-one-source = kolumnen har ingen källa eller flera
    .expected =
        precis en av "recipient", "field", "sum", "count", "pots", "measure", "base", "percent", "difference", "least",
        "added"
column-not-above = { $column } är ingen kolumn ovanför den här
    .expected = id för en kolumn som deklareras ovanför
    .todo = { $suggestion }
field-of-other-rows = bara rader med mottagare har fält
    .expected = "sum", "count" eller "measure" för alternativ och år
field-without-option = { $field } har alternativ
    .expected = nyckeln "option"
option-of-plain-field = { $field } har inga alternativ
    .expected = ingen nyckel "option"
field-option-unknown = { $option } är inget alternativ i { $field }
    .todo = { $suggestion }
row-option-unknown = { $option } är inget alternativ i det som tabellen mäter
    .todo = { $suggestion }
sum-in-other-rows = summor och antal över mottagare hör till rader med alternativ
    .expected = "field" för mottagare, "measure" för år
column-measure-unknown = det finns inget mått { $measure }
    .expected = en [measure.<namn>] i study.toml
    .todo = { $suggestion }
measure-of-recipients = ett mått har inga tal för enskilda mottagare
    .expected = nyckeln "field"
chart-of-many-columns = diagrammet har { $count } kolumner
    .expected = högst { $most }
chart-of-several-units = kolumnerna i ett diagram räknar inte samma sak
    .expected = bara kronor, bara procent eller bara antal
    .todo = göm de kolumner som bara används för beräkning, eller gör två diagram

## Tal i den tryckta rapporten

printed-item-unknown = det finns ingen figur eller tabell { $item }
    .expected = en figur eller tabell i report.toml, nyckeln för en av dess rader och id för en av dess kolumner
    .todo = { $suggestion }
printed-row-unknown = det finns ingen rad { $row }
    .expected = en figur eller tabell i report.toml, nyckeln för en av dess rader och id för en av dess kolumner
    .todo = { $suggestion }
printed-column-unknown = det finns ingen kolumn { $column }
    .expected = en figur eller tabell i report.toml, nyckeln för en av dess rader och id för en av dess kolumner
    .todo = { $suggestion }
printed-otherwise = { $item } har { $printed } för { $row }, { $column }; uträknat blir det { $computed }
    .expected = samma tal
    .todo = det ena av talen är fel: leta efter ett tryckfel, eller efter en rad som saknas
printed-otherwise-of = { $item } har { $printed } för { $row }, { $column }; uträknat blir det { $computed }: { $who }
    .expected = samma tal
    .todo = det ena av talen är fel: leta efter ett tryckfel, eller efter en rad som saknas
printed-nothing = ingenting

## Delar utan underlag

item-without-data = { $item } saknar underlag: { $causes }
    .expected = minst ett svar, en kod eller ett belopp bakom varje tal
    .todo = kontrollera frågan, koderna eller kolumnen som visas, eller ta bort figuren eller tabellen
note-without-data = Underlag saknas: { $causes }.
nothing-in-group = { $group }: { $found }
area-without-interventions = området har inga insatser
domain-given-nowhere = ingen insats har kod för { $domain }
no-subcodes = inga underkoder att visa
no-rows = inga rader att visa
nothing-ticked = ingen har valt något alternativ (0 av { $base })
nobody-answered = ingen har besvarat frågan (n{"\u00A0"}={"\u00A0"}0)
options-unanswered = ingen har svarat om { $options } (n{"\u00A0"}={"\u00A0"}0)
column-blank = kolumnen { $column } är tom
share-of-zero = en andel av noll har inget värde (kolumnen { $column })

## insats explain

nothing-to-explain = inget att förklara efter studien
    .expected = { $wanted }
wanted-to-explain =
    en insats id; en figur eller tabell, en domän och en kod, t.ex. figur-13 goal R3; eller en figur eller tabell och ett
    svar som det står där, t.ex. figur-04 "Andra organisationer"
intervention-of-earlier-year = insatsen { $id } hör till { $year }
    .todo = fråga den studien: insats explain { $study } { $id }
intervention-to-explain-unknown = det finns ingen insats { $id }
    .todo = { $suggestion }
item-to-explain-unknown = det finns ingen figur eller tabell { $item }
    .todo = { $suggestion }
cell-to-explain-unknown = { $item } har ingen cell { $cell }
    .expected = { $wanted }
    .todo = { $suggestion }
item-counts-nothing = den räknar inga insatser eller svar
domain-to-explain-unknown = { $domain } är ingen domän
    .todo = { $suggestion }
code-to-explain-unknown = det finns ingen kod { $code } i { $domain }
    .todo = { $suggestion }

## Nycklar i report.toml

key-item-id = filnamnet, t.ex. figur-02
key-item-kind = bubble, bars, likert, table, cross, attainment, aims, account, stacked, columns, change, series, matrix, picture eller text
key-item-alternative = vad som syns, i ord, för den som inte ser det
key-item-file = en fil i studien, eller { "{" } sv = "…", en = "…" { "}" } med en för varje språk
key-main-code = huvudkoden vars underkoder tabellen visar
key-domains = domäner, t.ex. ["activity", "output"]
key-question = id för en fråga i study.toml
key-columns = minst en [[item.column]]
key-rows = recipients, options eller years
key-years = åren, t.ex. [2022, 2023, 2024]
key-column-id = kolumnens namn i datafiler, t.ex. share_pct
key-of = total, base eller id för en kolumn
wanted-field-of-column = ett belopp, andelar, ett tal eller alternativ
item-domain-without-codes = kodboken har inga koder i domänen { $domain }
    .expected = en domän som kodboken använder
text-too-long = en text blir för lång när dess texter har fyllts i
unit-characters = tecken

## Filer som rapporten visar som de är

item-file-blank = filen har inget namn
    .expected = en fil, som sökväg från studiens mapp
matrix-no-text-file = tabellen { $file } är ingen textfil
    .expected = en CSV-fil: text med komma, semikolon eller tabb mellan cellerna
    .todo = spara tabellen som CSV
matrix-without-rows = tabellen har inga rader
    .expected = en rad med rubriker, och under den minst en rad
matrix-row-too-long = { $found } står bortom den sista kolumnen med rubrik, som är nummer { $columns }
    .expected = rader som inte är längre än raden med rubriker
    .todo = ge kolumnen en rubrik, eller sätt citattecken om en text med skiljetecknet i
matrix-column-without-head = kolumnen har ingen rubrik
    .expected = en rubrik för varje kolumn utom den första
    .todo = skriv i första raden vad som står i kolumnen
matrix-head-twice = rubriken { $head } står två gånger
    .expected = rubriker som skiljer sig åt
    .todo = säg i var och en vad som är särskilt för den

picture-of-other-kind = filen är varken PNG eller SVG
    .expected = en bild av bildpunkter (PNG) eller en teckning (SVG)
    .todo = spara den som något av dem
picture-unreadable = bilden går inte att läsa: { $reason }
    .expected = en hel PNG- eller SVG-fil
    .todo = spara bilden på nytt
picture-damaged = bilden är skadad
    .expected = en hel PNG- eller SVG-fil
    .todo = spara bilden på nytt
picture-empty = bilden är tom: ingenting i den syns
    .expected = en teckning där något syns
picture-of-megabytes = bilden är större än { $most } MB
unit-pixels = bildpunkter
picture-of-pixels = bilden är { $width } gånger { $height } bildpunkter
picture-without-words = bilden saknar ord för den som inte ser den, på ett av rapportens språk
    .expected = alternative = { "{" } sv = "…", en = "…" { "}" }, på båda där titeln har båda
    .todo = säg i en mening eller två vad som syns
svg-refers = teckningen hänvisar till { $what }, utanför sig själv
    .expected = en teckning som står för sig: linjer, ytor, ord
    .todo = rita det som den hänvisar till i filen själv, eller spara bilden som PNG
svg-runs = teckningen innehåller { $what }, som körs eller rör sig
    .expected = en teckning som står stilla: linjer, ytor, ord
    .todo = ta bort det

item-file-of-study = { $file } är en fil som studien läser: den visas inte som den är
    .expected = en egen fil med det som ska visas
    .todo = skriv det som ska visas i en egen fil, utan svar och kontaktuppgifter
item-contact-data = { $count ->
        [one] här står kontaktuppgifter eller ett personnummer
       *[other] här står kontaktuppgifter eller personnummer, och på { $count } ställen i allt
    }
    .expected = inget som pekar ut en person i det som publiceras
    .todo = ta bort dem ur filen
item-address = { $count ->
        [one] här står en e-postadress
       *[other] här står en e-postadress, och på { $count } ställen i allt
    }
    .expected = bara adresser som är offentliga
    .todo = ta bort den om den är en persons
matrix-with-braces = { $cell } frågar efter något, och en matris fylls inte i
    .expected = celler som de ska visas
    .todo = skriv talet i cellen, eller fråga efter det i titeln, noten eller en text
prose-blank = texten säger ingenting
    .expected = stycken i Markdown
prose-not-utf8 = texten är inte i UTF-8
    .todo = spara den som UTF-8
prose-html = här står HTML
    .expected = Markdown: stycken, rubriker, listor, *betoning*, kod
    .todo = skriv det i Markdown
prose-image = här står en bild
    .todo = gör den till en egen del: kind = "picture"
prose-table = här står en tabell
    .todo = gör den till en egen del: kind = "matrix"
prose-link = här står en länk
    .expected = text; det som trycks har inga länkar
    .todo = skriv adressen som kod: `https://…`
prose-footnote = här står en fotnot
    .todo = säg det i texten, eller i delens not
prose-definition = här står adressen till en länk, som [a]: b; Markdown visar den inte
    .expected = text; det som trycks har inga länkar
    .todo = ta bort raden; om den ska synas, skriv ett omvänt snedstreck före hakparentesen
prose-other = den här delen av Markdown visas inte
    .expected = stycken, rubriker, listor, betoning, kod
in-quantity = { $found }, i { $quantity }
quantity-form-unknown = { $form } är ingen form för ett tal
    .expected = en enhet (%, kr, tkr, mnkr), antal decimaler eller båda: | % 1
quantity-unit-misfit = { $is } skrivs inte i { $unit }
    .expected = % för en andel (… of …), kr, tkr eller mnkr för ett belopp i studiens valuta, och ingen enhet för ett antal
quantity-is-money = ett belopp i { $currency }
quantity-is-share = en andel
quantity-is-number = ett antal
quantity-is-any = ett tal
quantity-unknown = talet är inte känt: { $reason }
quantity-not-whole = talet är inte helt
    .expected = en enhet eller decimaler för det som inte är helt: | %, | % 1 eller | 2
key-number-id = ett namn, som taggarna i ett manuskript har det: insats:number/ID
key-number-text = ord som frågar efter ett tal, t.ex. "{"{"}= interventions(goal = R3){"}"} insatser"
number-id-unfit = { $number } kan inte vara id för ett tal
    .expected = bokstäver, siffror, - och _, t.ex. insatser-barn
number-id-too-long = id:t { $number } får inte plats i en tagg: { $tag } är längre än de { $most } tecken som Word tar emot
    .todo = välj ett kortare id
number-twice = talet { $number } står två gånger
    .expected = varje id en gång
number-of-claim = talet { $number } har samma id som ett påstående: { $claim }
    .expected = ett id som inget påstående har; insats:number/ID visar det ena eller det andra
    .todo = välj ett annat id
number-asks-for-nothing = { $text } frågar inte efter något tal
    .expected = ett mått inom klamrar, t.ex. {"{"}= interventions(goal = R3){"}"}, eller {"{"}interventions:…{"}"} med ett område
number-without-number = i texten till { $number } finns inget tal
    .expected = ett mått inom klamrar, t.ex. {"{"}= interventions(goal = R3){"}"}, eller {"{"}interventions:…{"}"} med ett område
text-differs-from-claim = texten säger { $number }, och påståendet { $claim } säger: { $statement }
    .expected = samma tal i båda
    .todo = ändra texten eller påståendet; eller låt texten fråga efter talet: {"{"}= …{"}"}

## Rapportens ord

report-area = Område
report-item = Påstående
report-answer = Svar
report-belongs-to = Tillhör
report-more-rows = De första { $shown } av { $all } raderna visas; alla står i filerna bredvid rapporten.
report-number = Antal
report-base-n = Bas (n)
report-domain = Del av verksamhetslogiken
report-code = Kod
report-label = Benämning
report-interventions = Antal insatser
report-funds-used = Använda medel ({ $unit })
report-claims = Påståenden
report-the-numbers-that-the-report = Rapportens påståenden med tal, vart och ett prövat mot underlaget.
report-weighting = Viktning
report-by-area-and-recipient-t = Per område och mottagare: T är rekvirerade medel minus återbetalda, S summan av vad mottagaren redovisat för sina insatser. Varje redovisat belopp multiplicerat med J = T / S ger viktade medel som summerar till T.
report-excluded = Exkluderade
report-interventions-that-are-incomplete-and = Insatser som är ofullständiga och därför inte ingår i någon figur eller tabell.
report-no-intervention-has-been-excluded = Inga insatser har exkluderats.
report-notices = Anmärkningar
report-what-is-worth-checking-in = Det som är värt att kontrollera i underlaget, med plats i filen. Vad som kan göras åt var och en står i datafilen över anmärkningar.
report-what-is-declared = Studiens egna uppgifter
report-there-are-no-notices-on = Underlaget har inga anmärkningar.
report-group = Grupp
report-option = Alternativ
state-coded = Kodat
state-none = Ingen kod passar
state-not-coded = Ännu utan kod
state-unsettled = Oavgjort
report-recipient = Mottagare
report-total = Totalt
report-figure = Figur
report-table = Tabell
report-appendix = Bilaga
report-fact-box = Faktaruta
report-box = Ruta
report-picture = Bild
report-subcode = Underkod
report-all-areas = Samtliga områden
report-overview = Översikt
report-several-areas = Flera områden
report-figures-and-tables = Figurer och tabeller
report-all-areas-2 = Alla områden
report-yes = ja
report-no = nej
report-final-coding = slutlig kodning
report-coders-who-agree = eniga kodare
report-rules = regler
report-suggestions = förslag
report-the-data-by-area = Underlaget efter område
report-areas = Områden
report-amounts-in-all = Summerade belopp
report-amounts = Belopp
report-excluded-interventions = Exkluderade insatser
report-none = inga
report-interval-low = { $column }, lägst
report-interval-high = { $column }, högst
report-codes-of-the-final-coding = Koder ur slutlig kodning
report-codes-that-coders-agree-on = Koder som kodarna är eniga om
report-codes-by-the-codebooks-rules = Koder ur kodbokens regler
report-accepted-suggestions-of-a-learned = Godtagna förslag från en inlärd modell
report-estimates = Skattade tal
front-estimates = Antal och medel efter kod är skattningar i { $domains }: människor har läst { $parts }, däribland ett slumpmässigt urval, och det som maskinen sade frystes { $days }. Intervallet vid ett tal är ett 95-procentigt intervall: av hundra sådana urval ger omkring 95 eller fler ett intervall som innehåller det tal som människor skulle ha funnit om de hade läst allt.
report-not-audited = Räknat och inte granskat
front-not-audited = Antal efter kod i { $domains } är räknade efter reglers eller förslags koder: ingen har mätt hur rätt de är, och talen har inget intervall.
report-row = Rad
report-percent = Procent
report-missing = uppgift saknas
report-probability-across-and-share-right = Sannolikhet (vågrätt) och andel rätta (lodrätt)
report-lines-95-percent-intervals-wilson = Streck: 95 procents intervall (Wilson)
funds-axis = Använda medel ({ $unit })
report-number-of-interventions = Antal insatser
report-contents = Innehåll
report-list-of-figures = Figurförteckning
report-list-of-tables = Tabellförteckning
report-appendices = Bilagor
report-contents-and-filters = Innehåll och filter
report-filter = Filtrera
report-all-domains = Alla delar
report-to-figures-and-tables = Till figurer och tabeller
report-no-figure-or-table-matches = Ingen figur eller tabell motsvarar filtret.
report-move-between-the-parts-of = Gå mellan figurens delar med piltangenterna. Tangenten "Enter" visar insatserna bakom en del, där de finns.
report-close = Stäng
report-data-as-a-table = Data som tabell
report-form-of-the-figure = Hur figuren ritas
report-form-bubbles = Bubblor
report-form-dumbbell = Punkter
report-the-figure-in-words = Figuren i ord
report-data-and-production = Underlag och framställning
report-report-table = Rapporttabell
report-read-me = Läs mig
report-tables-and-the-numbers-of = Tabeller och figurernas tal
report-how-to-read = Så läser du
report-the-data = Underlaget
report-sheets = Blad
report-files-that-the-data-consist = Filer som underlaget består av (SHA-256)
report-all-together-inputssha256-in-manifestjson = Alla tillsammans (inputs_sha256 i manifest.json)
report-account = Underlag
report-what = Uppgift
report-recipients = Mottagare
report-sum-sek = Summa (kr)
report-answers = Svar
report-interventions-2 = Insatser
report-their-funds = Deras medel ({ $unit })
report-t = T ({ $unit })
report-s = S ({ $unit })
report-j-smallest = J, minst
report-j-largest = J, störst
report-survey-answers = Enkätsvar
report-coded-interventions = Kodade insatser
report-funds-requisitioned-less-repaid-t = Rekvirerade medel minus återbetalda (T)
report-funds-reported = Redovisade medel
report-funds-reported-s = Redovisade medel (S)
report-of-t-not-attributed-to = Varav ej fördelade på insatser
report-adjustment-factor-j-t-s = Justeringsfaktor (J = T / S)
report-corrections-of-the-data = Rättelser av underlaget
report-notices-on-the-data = Anmärkningar på underlaget
data-head-expected = Väntades svara
data-head-answered = Svarade
data-head-late = Svarade sent
data-head-partly = Svarade delvis
data-head-allocated = Tilldelat
data-head-requisitioned = Rekvirerat
data-head-repaid = Återbetalt
data-head-target = Rekvirerat minus återbetalt
data-head-target-answered = Rekvirerat minus återbetalt av dem som svarat
data-head-reported = Redovisat
data-head-excluded = Redovisat för insatser som inte räknas
data-head-weighted = Använda medel (viktade)
data-head-not-attributed = Ej fördelat
data-head-area-then = Områdets namn då
data-head-comparable = Kan jämföras
data-head-codes = Koder
data-head-share = Andel av insatserna
data-head-share-of-funds = Andel av medlen
data-head-left = Mottagare som inte svarade igen
data-head-joined = Mottagare som tillkom
data-head-volume = Ändrat antal insatser
data-head-funds = Ändrade medel
data-head-content = Ändrat innehåll
data-head-recoded = Varav ändrad kodning
data-head-field = Uppgift
data-head-value = Värde
data-head-account = Redovisning
data-head-measure = Mått
data-head-state = Läge
report-study = Studie
report-codebook = Kodbok
report-made-with = Framställd med
report-checksum-of-the-data = Underlagets kontrollsumma
report-intervention = Insats
report-respondent = Uppgiftslämnare
report-title = Insatsens namn
report-activity = Aktivitet
report-output = Prestation
report-goal = Mål
report-effect = Effekt
report-reported-funds = Redovisade medel ({ $unit })
report-s-reported-funds = S: redovisade medel ({ $unit })
report-weighted-funds = Använda medel (viktade, { $unit })
report-included = Ingår
report-reason-for-exclusion = Skäl till exkludering
report-source = Källa
report-coder = Kodare
report-evidence = Belägg
report-requisitioned = Rekvirerade medel ({ $unit })
report-repaid = Återbetalda medel ({ $unit })
report-t-requisitioned-less-repaid = T: rekvirerade minus återbetalda ({ $unit })
report-j-ts = J (T/S)
report-not-attributed = Ej fördelade medel ({ $unit })
report-question = Fråga
report-reason = Skäl
report-severity = Grad
report-place = Plats
report-found = Iakttagelse
report-expected = Förväntat värde
report-to-do = Åtgärd
report-every-figure-and-table-of = Varje figur och tabell i rapporten har ett eget blad med de tal som den visar, i rapportens ordning.
report-an-intervention-counts-once-under =
    En insats räknas en gång under var och en av sina koder. Summan över koder kan därför bli större än antalet insatser{ $with_funds ->
        [0] {""}
       *[other] {" "}och än områdets medel
    }.
report-amounts-are-as-reported = Belopp är { $currency }. Medel räknas som de har redovisats.
report-amounts-are-weighted = Belopp är { $currency }. Använda medel (viktade) är redovisade belopp multiplicerade med mottagarens J = T / S, så att de tillsammans blir rekvirerade medel minus återbetalda.
report-amounts-are-whole-kronor-and = Belopp är hela kronor och andelar hela procent, om inget annat sägs. Varje cell är avrundad för sig, så en summa kan avvika från sina delar.
report-the-base-n-is-how = Basen (n) är antalet som frågan ställts till eller som har svarat; varje antal ska läsas mot sin bas.
report-an-empty-cell-means-that = En tom cell betyder att uppgift saknas, inte noll.
report-names-of-ranges = Formler når varje tabell genom bladets namn med understreck (Figur_2) och talen nedan genom namnen i kolumnen till höger om dem.
report-numbers-are-numbers = Talen är tal och visas enligt datorns inställningar.
report-numbers-are-numbers-and-show = Talen är tal och visas enligt datorns inställningar; J visas med fyra decimaler men har full precision.
cited-data = Data för { $year }, underlagets kontrollsumma { $checksum }; framställd med { $program }.
report-search = Sök
front-for-all = Gäller hela rapporten, oavsett filter.
front-for-all-areas = { $what } (alla områden)
script-downloads = Ladda ner, länk och hänvisning
script-download = Ladda ner
script-csv = CSV
script-csv-excel = CSV för Excel
script-svg = SVG
script-png = PNG
script-of-files = (bubblor)
script-png-failed = Webbläsaren kunde inte göra bilden. Ladda ner SVG i stället.
script-cite = Länk och hänvisning
script-link = Länk
script-citation = Hänvisning
script-copy-link = Kopiera länken
script-copy-citation = Kopiera hänvisningen
script-copied = Kopierat.
script-marked = Texten är markerad: kopiera den med tangentbordet.
script-fetched = Hämtad {"{"}date{"}"} från {"{"}address{"}"}.
script-cell = {"{"}number{"}"}: {"{"}row{"}"}, {"{"}column{"}"}
script-scope-area = Talen gäller området ”{"{"}area{"}"}”.
script-scope-domain = Talen gäller alla domäner: de delas inte upp efter domän.
script-scope-both = Talen gäller området ”{"{"}area{"}"}”, alla domäner: de delas inte upp efter domän.
script-found = {"{"}all{"}"} träffar på ”{"{"}sought{"}"}”.
script-found-one = 1 träff på ”{"{"}sought{"}"}”.
script-found-none = Inga träffar på ”{"{"}sought{"}"}”.
script-hits-items = Figurer och tabeller
script-hits-codes = Koder
script-hits-notes = Noter
script-hits-appendices = Bilagor
script-hits-rows = {"{"}title{"}"}: {"{"}rows{"}"} rader
script-id = Id
script-title = Insats
script-recipient = Mottagare
script-untitled = (utan namn)
script-number = Antal insatser
script-first = de första {"{"}shown{"}"} listas; alla står i data/interventions.csv och data/codings.csv
script-showing = Visar {"{"}shown{"}"}.
script-all = alla {"{"}all{"}"} {"{"}things{"}"}
script-some = {"{"}shown{"}"} av {"{"}all{"}"} {"{"}things{"}"}
script-and = {" "}och{" "}
script-figure = figur
script-figures = figurer
script-table = tabell
script-tables = tabeller
script-sorted-up = Sorterad efter {"{"}column{"}"}, stigande.
script-sorted-down = Sorterad efter {"{"}column{"}"}, fallande.
script-sorted-as-printed = I rapportens ordning.
report-share-of-interventions = Andel av insatserna
report-share-of-funds-s = Andel av medlen (S)
report-share-of-funds-t = Andel av använda medel (viktade)
report-share = Andel
report-figures-and-tables-on-interventions = Figurer och tabeller över insatser
report-the-data-in-brief = Underlaget i korthet
report-value = Värde

## Rapportens ord


## Förklaringar

explain-excluded = exkluderad: { $reason }; den räknas ingenstans
explain-reported = redovisade medel { $reported }
explain-funds = redovisade medel { $reported }, viktade { $weighted }
explain-weights = { $recipient } i { $area }: T = { $target } (rekvirerat { $requisitioned } − återbetalt { $repaid }), S = { $reported }, J = T / S = { $factor }
explain-reported-at = redovisat i { $place }
explain-counts-as = räknas som { $code } { $label } – ur { $source }{ $coders }
explain-decided = beslutat av { $who }, { $day }: { $why }
explain-no-code = har ingen kod
explain-frozen = fryst { $day } för granskningen: { $codes }
explain-frozen-by = { $codes } – ur { $source }
explain-frozen-nothing = ingen kod
explain-in-sample = i granskningens urval: { $sample } av stratumets { $units } svar är dragna, vart och ett står för { $weight }
explain-in-sample-unread = i granskningens urval ({ $sample } av stratumets { $units } svar, vart och ett står för { $weight }) och ännu inte läst
explain-not-in-sample = inte i granskningens urval: av stratumet är { $sample } av { $units } svar dragna
explain-beside-sample = inte i granskningens urval; människor har kodat det
explain-estimate-rests-on =
    skattningen för området { $area } vilar på ett urval av { $sample } av { $frame } svar: { $read } är lästa{ $beside ->
        [0] { "" }
        [one] , och 1 är kodat av människor vid sidan av det
       *[other] , och { $beside } är kodade av människor vid sidan av det
    }
explain-no-answer = har inte svarat
explain-rules-say = reglerna säger { $code } { $label }, poäng { $score }: { $evidence }
explain-rules-say-nothing = reglerna säger inget
explain-read-blind = läses blint: vad regler och förslag säger visas när svaret är kodat
explain-doubt = värt att titta på: { $doubt }
explain-no-text = (ingen text)
explain-source-final = slutlig kodning
explain-coded = kodad av { $who }, { $day }, som { $codes }{ $unsure }{ $memo }
explain-unsure = {", osäkert"}
explain-source-coders = kodare
explain-source-rules = regler
explain-source-suggestions = förslag
explain-in-no-item = ingen figur eller tabell
explain-counted-in = räknas i
explain-answers-counted-in = uppgiftslämnarens svar räknas i
explain-of = av
explain-respondents = { $cell }: { $number } av { $base } svarande
explain-amount = { $funds }
explain-estimate = { $cell } är en skattning: { $number }. Människor och maskin har kodat { $coded }; det som människor fann i urvalet rättar det med { $correction } ({ $read } av { $of } lästa av människor).
explain-estimate-of-funds = Medel: { $number }; kodat { $coded }, rättat med { $correction }.
explain-not-the-estimate = Listan är vad människor och maskin har kodat, och inte skattningen:
explain-kept-blind =
    { $count ->
        [one] En av dem läses blint och listas inte
       *[other] { $count } av dem läses blint och listas inte
    }: det skulle visa vad maskinen säger.
explain-interventions =
    { $cell }: { $number ->
        [one] { $number } insats
       *[other] { $number } insatser
    }{ $funds }

## Korstabeller, måluppfyllelse, överenskommelsens syften

key-side = en domän, en fråga, area, recipient, level, part_of eller year
measure-without-funds = det som visas är medel, och studien har inga
    .expected = measure = "interventions"
    .todo = ändra måttet; eller ange kolumnen med använda medel (funds) i varje enkät i study.toml
side-unknown = { $by } är ingen domän, och ingen fråga i de områden som visas
    .expected = en domän i kodboken, en fråga, area, recipient, level, part_of eller year
    .todo = { $suggestion }
side-without-codes = { $by } har inga koder, så varken "main" eller "level" säger något om det
    .todo = ta bort nyckeln
side-without-answers = { $by } är ingen fråga, så "answer" säger inget om det
    .todo = ta bort nyckeln "answer"
side-of-interventions = { $by } sägs om insatser, och här räknas de som har svarat
    .expected = measure = "interventions" eller "funds"; eller en fråga som ställs en gång till varje uppgiftslämnare
    .todo = ändra måttet eller vad det delas efter
side-years-twice = både rader och kolumner är år
    .expected = år på ena hållet, och på det andra det som jämförs över dem
    .todo = ändra det ena
years-without-side = år är angivna, och varken rader eller kolumner är år
    .expected = rows = "year" eller columns = "year" bredvid "years"
    .todo = ändra det ena hållet, eller ta bort years
share-of-several-years = en andel över flera år tillsammans är en andel av ingenting: olika års insatser läggs inte ihop
    .expected = share = "{ $share }", andelen inom varje år
    .todo = ändra andelen, eller ta bort den
panels-of-years = små diagram har inga år
    .expected = två andra sidor, eller draw = "heat"
    .todo = visa åren med kind = "series" eller kind = "change"
panels-of-other-shares = små diagram visar andelar av varje kolumn
    .expected = share = "column", eller inget
    .todo = byt rader och kolumner, eller ta bort share
heat-too-large = korstabellen har { $rows } rader och { $columns } kolumner, och en ritning har plats för { $most_rows } och { $most_columns }
    .expected = färre värden, eller draw = "table"
    .todo = visa den som tabell eller byt rader och kolumner
attainment-of-unrelated = kodboken säger inte att { $domain } uppfyller en annan domän, eller är ett resultat av en, med samma kodsystem
    .expected = en domän med "attains" eller "result_of", som när en effekt uppfyller ett mål
    .todo = { $suggestion }
attainment-without-relation = kodboken säger inte att någon domän uppfyller en annan, eller är ett resultat av en, med samma kodsystem
    .expected = en domän med "attains" eller "result_of", som när en effekt uppfyller ett mål
    .todo = ange det i kodboken eller ta bort figuren
key-aim-id = syftets namn i datafiler och påståenden
key-aim-text = vad som eftersträvas
key-aim-codes = koderna som svarar mot det, efter domän, t.ex. {"{"} goal = ["R1"] {"}"}
aim-twice = syftet { $aim } står två gånger
    .expected = varje syfte en gång
aim-name-taken = inget syfte kan heta { $aim }: rader i tabellen heter så
    .expected = ett annat namn
aim-code-unknown = { $code } är ingen kod i { $domain }
    .todo = { $suggestion }
aim-text-blank = i syftet { $aim } är { $key } tom
    .expected = text: vad som eftersträvas; source: var det står; på båda språken där studien har båda
aim-without-codes = syftet { $aim } har inga koder
    .expected = minst en kod i minst en domän
aim-id-unfit = { $aim } kan inte vara ett syftes namn
    .expected = bokstäver, siffror, - och _, t.ex. vardkvalitet
aim-code-twice = koden { $code } står två gånger i syftet { $aim }
    .todo = ta bort den ena
aim-named-twice = syftet { $aim } står två gånger
    .todo = ta bort det ena
aims-unused = { $count ->
    [one] syftet { $aims } visas inte i någon tabell
   *[other] syftena { $aims } visas inte i någon tabell
    }
    .todo = ta med { $count ->
    [one] det
   *[other] dem
    } i en tabell med kind = "aims", eller ta bort { $count ->
    [one] det
   *[other] dem
    }
nothing-in-cells = det finns inget att räkna eller summera
aim-unknown = { $aim } är inget syfte i rapporten
    .todo = { $suggestion }
item-without-aims = rapporten har inga syften
    .expected = minst ett [[aim]]
    .todo = lägg till syftena eller ta bort tabellen
