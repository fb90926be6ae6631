# Kodningssidans ord.

## Ramen

bench-view-code = Koda
bench-view-settle = Skillnader
bench-view-progress = Läget
bench-views = Sidans delar
bench-coder-is = Du kodar som {"{"}coder{"}"}
bench-to-content = Till innehållet
bench-help = Hjälp
bench-close = Stäng
bench-gone = Programmet bakom sidan svarar inte. Det som inte är märkt som sparat står kvar här på sidan. Har programmet stängts av: starta det igen med insats review, som öppnar en ny sida.
bench-back-again = Programmet svarar igen.
bench-refused = Programmet sade nej utan att säga varför.
bench-not-saved = Ingenting sparades.
bench-try-again = Försök igen
bench-fetching = Hämtar …
bench-all = alla

## Kön

bench-queue = Urval och ordning
bench-queue-order = Ordning
bench-queue-state = Visa
bench-queue-area = Område
bench-queue-domain = Domän
bench-queue-recipient = Mottagare
bench-order-value = mest osäkra medel först
bench-order-area = efter område
bench-order-domain = efter domän
bench-order-recipient = efter mottagare
bench-order-random = slumpvis
bench-queue-waiting = ej kodade
bench-queue-edited = ändrade sedan de kodades
bench-queue-unsettled = oavgjorda
bench-queue-suggested = med förslag
bench-queue-all = alla, också kodade
bench-done-of = {"{"}done{"}"} av {"{"}all{"}"} klara
bench-all-done = Klart: inget mer att koda i urvalet
bench-all-done-text = Välj ett annat urval ovan, eller se hur långt kodningen har kommit under Läget.

## Insatsen och dess texter

bench-untitled = (utan namn)
bench-no-text = (inget svar)
bench-answers-one = {"{"}n{"}"} svar på enkätens frågor
bench-answers-many = {"{"}n{"}"} svar på enkätens frågor
bench-reads-other-texts = Kodas efter alla dessa texter: {"{"}texts{"}"}
bench-old-wording = Texten har ändrats sedan den kodades
bench-rule-found = En regel fann {"{"}codes{"}"} här
bench-said-shown = {"{"}unit{"}"}, {"{"}recipient{"}"}.
bench-domains-wait-one = {"{"}n{"}"} domän väntar.
bench-domains-wait-many = {"{"}n{"}"} domäner väntar.
bench-other-texts = Insatsens övriga texter

## En domäns koder

bench-find-code = Sök kod: id, ord ur namn eller definition
bench-find-code-for = {"{"}domain{"}"}: sök kod
bench-codes-of = Koder för {"{"}domain{"}"}
bench-codes-for = Förslag och kodbok för {"{"}domain{"}"}
bench-suggestions = Förslag
bench-all-codes = Hela kodboken
bench-source-model = modell
bench-source-rules = regel
bench-source-coded-alike = lika text kodad så
bench-hits-one = {"{"}n{"}"} kod
bench-hits-many = {"{"}n{"}"} koder
bench-no-hits = Ingen kod stämmer med det du skrev
bench-how-to-find = Skriv för att söka, eller välj i listan. Kodens definition visas här.
bench-no-definition = Koden har ingen definition.
bench-part-of = Del av {"{"}code{"}"}
bench-show-examples = Visa exempel
bench-examples-of = Visa exempel på {"{"}code{"}"}
bench-no-examples = Inga texter har kodats så än.
bench-proposed = Förslag:
bench-former = Kodades förut:
bench-nothing-chosen = Inget valt
bench-none-fits = Ingen kod passar
bench-remove-code = Ta bort {"{"}code{"}"}
bench-state-saved = Sparad
bench-state-saved-none = Sparad
bench-state-saving = Sparar …
bench-state-failed = Inte sparad
bench-state-unsaved = Ej sparad än
bench-state-waits = Ej kodad
bench-state-unsettled = Oavgjord
bench-state-edited = Texten ändrad
bench-state-doubled = Står två gånger
bench-state-unclear = Oklart vilken text
bench-unsure = Osäker
bench-is-unsure = osäker
bench-has-settled = har avgjort så
bench-settled-by = Avgjord av {"{"}who{"}"}: {"{"}why{"}"}
bench-memo = Anteckning
bench-memo-for = Anteckning om {"{"}domain{"}"}
bench-memo-hint = Esc eller Ctrl Enter går tillbaka till koderna. Anteckningen sparas med koderna.
bench-take = Spara och gå vidare
bench-take-all = Spara allt som visas
bench-undo = Ångra
bench-skip = Hoppa över
bench-nothing-to-take = {"{"}domain{"}"}: inget är valt. Välj en kod, eller 0 om ingen passar.
bench-said-chosen = {"{"}code{"}"} vald
bench-said-removed = {"{"}code{"}"} borttagen
bench-said-unsure = Märkt som osäker
bench-said-sure = Inte längre osäker
bench-said-saved = {"{"}domain{"}"} sparad
bench-said-saved-one = {"{"}n{"}"} domän sparad
bench-said-saved-many = {"{"}n{"}"} domäner sparade
bench-said-undone = Taget tillbaka: {"{"}domain{"}"}, {"{"}unit{"}"}

## Kodboken

bench-codebook = Kodboken
bench-codebook-short = Kodboken
bench-search-codebook = Sök i kodboken
bench-codes-one = {"{"}n{"}"} kod
bench-codes-many = {"{"}n{"}"} koder
bench-choose-code = Välj {"{"}code{"}"}

## Insatser med samma text

bench-alike-one = {"{"}n{"}"} liknande insats
bench-alike-many = {"{"}n{"}"} liknande insatser
bench-alike-heading-one = {"{"}n{"}"} insats till har liknande text
bench-alike-heading-many = {"{"}n{"}"} insatser till har liknande text
bench-alike-text = De märkta får samma koder som den du just kodade. Läs dem först: en text kan vara lik och ändå handla om något annat.
bench-alike-first = Koda insatsen först; sedan kan de andra få samma koder.
bench-same-text = samma text
bench-near-text = nästan samma text
bench-code-alike = Koda de märkta likadant
bench-alike-no = Nej, gå vidare
bench-said-alike-one = {"{"}n{"}"} insats till kodad
bench-said-alike-many = {"{"}n{"}"} insatser till kodade

## Skillnader mellan kodare

bench-difference-of = Skillnad {"{"}n{"}"} av {"{"}all{"}"}
bench-previous = Föregående
bench-next = Nästa
bench-no-differences = Inga skillnader att avgöra
bench-no-differences-text = Här visas svar som alla som skulle koda dem har kodat, och kodat olika. Just nu finns inga sådana.
bench-which-holds = Vad ska gälla?
bench-all-say-unsure = Alla har gett samma koder, men någon var osäker.
bench-set-anew = Andra koder
bench-reason = Skäl
bench-settle = Avgör och visa nästa
bench-choose-first = Välj först vad som ska gälla.
bench-reason-first = Skriv varför: skälet sparas med beslutet.
bench-said-settled = {"{"}domain{"}"} avgjord

## Läget

bench-progress = Hur långt kodningen har kommit
bench-done = Klara
bench-left = Kvar
bench-of-all = {"{"}share{"}"} av {"{"}all{"}"}
bench-funds-done = Medel som är kodade
bench-funds-left = Medel som är kvar
bench-pace = Din takt (visas bara för dig)
bench-per-hour-one = {"{"}n{"}"} insats i timmen
bench-per-hour-many = {"{"}n{"}"} insatser i timmen
bench-hours-left-one = {"{"}n{"}"} timme kvar i den takten
bench-hours-left-many = {"{"}n{"}"} timmar kvar i den takten
bench-pace-later = Visas när du har kodat en stund
bench-by-area = Områden
bench-agreement = Hur väl kodarna är överens
bench-agreement-note = Krippendorffs α för svar som två har kodat, med 95 procents intervall. Strecken vid 0,667 och 0,80 är gränserna för försiktiga och säkra slutsatser.
bench-no-agreement = Inga svar har kodats av två än.
bench-doubled = Dubbelkodade
bench-interval = Intervall
bench-by = Räknat
bench-by-number = efter antal
bench-by-funds = efter medel
bench-from-to = {"{"}low{"}"}–{"{"}high{"}"}
bench-confused = Koder som oftast blandas ihop
bench-no-confused = Inga än.
bench-one-says = Den ena
bench-other-says = Den andra
bench-times = Gånger
bench-domain = Domän
bench-code = Kod

## Regler

bench-rule-for = Gör en regel av orden
bench-make-rule = Ny regel
bench-rule-text = En regel ger en kod där orden står. Se först vad den skulle ändra. * i slutet av ett ord står för vilken ändelse som helst.
bench-rule-words = Ord
bench-rule-phrase-first = Skriv orden som regeln ska söka efter.
bench-rule-hits-one = Regeln skulle gälla i {"{"}n{"}"} svar.
bench-rule-hits-many = Regeln skulle gälla i {"{"}n{"}"} svar.
bench-rule-gains-one = {"{"}n{"}"} kod blir rätt,
bench-rule-gains-many = {"{"}n{"}"} koder blir rätt,
bench-rule-losses-one = {"{"}n{"}"} blir fel.
bench-rule-losses-many = {"{"}n{"}"} blir fel.
bench-rule-measured = Reglerna för {"{"}code{"}"} mot vad människor har kodat
bench-rule-held-back = Svar som hålls undan eller är dragna för granskning räknas inte in.
bench-measure = Mått
bench-before = Före
bench-after = Efter
bench-precision = Precision
bench-recall = Täckning
bench-rule-flips = Insatser som får andra koder
bench-rule-flips-funds = Insatser som får andra koder: {"{"}funds{"}"}
bench-first-flips = De {"{"}n{"}"} med mest medel visas.
bench-rule-no-flips = Inga insatser får andra koder.
bench-intervention = Insats
bench-text = Text
bench-from = Från
bench-to = Till
bench-people-say = Människor
bench-not-coded = ej kodad
bench-funds = Medel
bench-save-rule = Spara regeln
bench-said-rule = Regeln är sparad. Kodboken har nu version {"{"}version{"}"}.

## Hjälp

bench-help-text = Tangenterna gäller i sökfältet för en domän. Det som visas där är det som sparas.
bench-help-digits = lägger till eller tar bort förslaget med det numret
bench-help-none = sparar att ingen kod passar, och går vidare
bench-help-letters = söker i kodboken; Enter tar den bästa träffen
bench-help-enter = sparar det som visas för domänen, och går till nästa
bench-help-all = sparar alla domäner som de visas, och går till nästa insats
bench-help-move = går till nästa eller föregående domän utan att spara
bench-help-list = väljer i listan; → visar exempel på koden
bench-help-undo = tar bort den kod som valdes sist, annars det som sparades sist
bench-help-memo = skriver en anteckning
bench-help-unsure = märker kodningen som osäker
bench-help-skip = hoppar över insatsen
bench-help-codebook = visar hela kodboken
bench-help-help = visar den här hjälpen
bench-help-esc = tömmer sökfältet, eller stänger en ruta
bench-help-marking = Märk ord i en text för att göra en regel av dem.
bench-help-digit-codes = Börjar koderna med en siffra: skriv ett mellanslag först.
