### report

in-item = { $found }, i { $item }

## Rapportens delar i report.toml

report-unreadable = rapportens deklarationer går inte att läsa: { $error }
    .expected = en text i UTF-8
item-twice = { $item } deklareras två gånger
    .todo = ge den ena ett annat id
items-of-one-file = { $earlier } och { $item } är samma fil där stora och små bokstäver inte skiljs åt
    .todo = ge den ena ett annat id
item-id-unfit = { $id } kan inte vara id för en figur eller tabell
    .expected = bokstäver, siffror, - och _, t.ex. figur-02; det blir filnamn
item-without-area = figuren eller tabellen anger inget område
    .expected = "area", eller "areas" med namn
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
item-domain-twice = domänen { $domain } står två gånger
    .expected = varje domän en gång
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
item-reads-the-same = { $item } har samma rubrik, förklaring och anmärkning som { $other }: { $title }
    .expected = ord som skiljer dem åt för läsaren
    .todo = säg i rubriken vad som skiljer den från den andra

## Texter, platshållare och översättningar

placeholder-not-closed = en platshållare avslutas inte
    .expected = ett {"}"} efter varje {"{"}
placeholder-unknown = { $placeholder } är här varken en text eller ett tal
    .expected = ett namn under [phrase], eller interventions, respondents, base (för en fråga) eller answered
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
    .expected = bokstäver, siffror, - och _; ett namn som ingen annan kolumn har, och inte key, label, total eller base
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
key-item-kind = bubble, bars, likert, table, account, stacked eller columns
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
