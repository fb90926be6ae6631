### Vad nycklarna i study.toml och report.toml betyder, som redigeringsprogram visar det (`insats schema`).

## Filerna

about-study-file = Vad en studie är: dess enkäter, medel, kodningar och frågor.
about-report-declarations = Rapportens figurer och tabeller, i dess ordning.

## Nycklar i flera tabeller

about-swedish = Texten på svenska.
about-english = Texten på engelska; utan den används den svenska.
about-sheet = Bladet, i en arbetsbok.
about-encoding = Textfilens teckenkodning, om programmet inte ska avgöra den: utf-8, windows-1252, macroman.
about-delimiter = Det som skiljer fälten i en textfil: tab, space, none eller själva tecknen.
about-quote = Textfilens citattecken: ett tecken, eller none.
about-escape = Textfilens escape-tecken: ett tecken, eller none.
about-skip = Hur många rader överst i en textfil som hoppas över.
about-decimal = Tecknet före decimalerna, om det kan vara båda.
about-unit = Vad ett tal utan enhet räknar: hela, tusental eller miljoner av studiens valuta, t.ex. kr, tkr och mnkr.
about-totals = Vad rader heter som är summor och inte mottagare.
about-recipients-level = Mottagarnas nivå.
about-recipient-name = Kolumnen med mottagarens namn.
about-recipient-code = Kolumnen med mottagarens kod.
about-recipient-column = Kolumnen med mottagarens namn eller kod.
about-intervention-id = Kolumnen med insatsens id, eller flera som det består av.
about-sum = Beloppsfältet som summeras, eller en del av en fördelning som fördelning.del.
about-count = Fältet som räknas: hur många mottagare som har det, per alternativ.
about-count-answers = Svaren som räknas.
about-pots = Fördelningen vars potter tas, per del.
about-account-name = Återrapportens id; studiens enda om ingen anges.

## study.toml: studien

about-study-title = Studiens titel.
about-format = Filens format. Utelämna den: bara senare versioner av insats kommer att behöva den.
about-study-year = Året då insatserna genomfördes.
about-study-language = Rapportens språk.
about-currency = Valutan för alla belopp. Datafilernas kolumner slutar på den, t.ex. reported_eur.
about-currency-decimals = Hur många decimaler publicerade belopp har: 0 för hela, 2 för hundradelar.
about-publisher = Vem som ger ut rapporten. En hänvisning till den börjar så.
about-data-date = Dagen som uppgifterna gäller, som 2025-03-14. Wordfiler dateras så.
about-provenance = Vad uppgifterna är, i en eller två meningar: konstruerade, publicerade, härledda. Det avslutar varje källrad.
about-codebook = Sökvägen till kodboken, från studiemappen.
about-report-file = Sökvägen till filen med rapportens figurer och tabeller, från studiemappen.
about-texts-in-output = Om uppgiftslämnarnas texter får finnas i utdata.
about-csv = Vem CSV-filerna är till för: programs, för program (komma, decimalpunkt), eller excel-sv, för ett svenskt Excel (semikolon, decimalkomma, rubriker som i rapporten).
about-codes = Vilka koder som räknas: slutkodningens, reglernas, de bästa som finns, eller dessa rättade med en granskning (estimated).
about-model = En modell som insats learn har skrivit.
about-claims = Filen med påståenden.
about-claims-words = Vad precisionsord betyder i studien, som drygt = "0..15 %".
about-complete = När en insats är komplett.
about-requires = Fälten som en insats måste ha.
about-placeholders = Texter som räknas som tomma.
about-weighting = Hur redovisade medel justeras till rekvirerade.
about-weighting-per = Nivån som T, S och J bildas på; none räknar redovisade medel som de är.

## study.toml: medel och rättelser

about-corrections = En lista med rättelser som uppgiftslämnare har bekräftat.
about-corrections-file = Filen med rättelser.
about-corrections-field = Kolumnen med fältet.
about-corrections-old = Kolumnen med värdet som det exporterades.
about-corrections-new = Kolumnen med värdet som ersätter det.
about-corrections-reason = Kolumnen med skälet.
about-corrections-fields = Era ord för fält = fälten.
about-requisitions = Rekvirerade medel: en kolumn per område, en lista över alla områden eller resultatet av en fördelning.
about-requisitions-file = Filen med rekvirerade medel.
about-requisitions-areas = Filens kolumner eller ord för områden = studiens områden.
about-requisitions-allocation = Id för fördelningen som det är resultatet av.
about-allocation-study = Mappen för studien som har fördelningen.
about-allocation-id = Fördelningens id.
about-level-column = Kolumnen som säger radens nivå.
about-area-column = Kolumnen som säger radens område.
about-amount-column = Kolumnen med rekvirerat belopp.
about-repaid-column = Kolumnen med återbetalt belopp.
about-other-areas = Listans ord för områden som inte utvärderas här.
about-repayments = En lista med återbetalda medel.
about-repayments-file = Filen med återbetalda medel.
about-repayments-amount = Kolumnen med återbetalt belopp.
about-repayments-source = Vad källan kallas för läsare; annars filens namn.
about-repayments-as-of = Dagen som listan gäller, som 2025-03-14.
about-allocated-source = Vad mottagarna tilldelades: att stämma av mot; inget vägs mot det.
about-other-repayments = Återbetalningar enligt en annan källa: att stämma av mot; inget vägs mot dem.

## study.toml: kodningar

about-coding = Ett kodningsblad: en rad per insats, en kolumn per domän.
about-role = Koderna som räknas, eller en kodares egna.
about-coder = Kodarens namn eller bokstav.
about-coding-file = Filen med kodningsbladet.
about-coding-domains = Kodbokens domäner, var och en = sin kolumn.
about-code-separator = Det som står mellan flera koder.
about-none = Det som kodare skriver när inget passar.
about-blank = Vad en tom cell säger: none, inget passar, vilket gäller om inget ord säger det; not-coded, ingen har kodat den.
about-draft = Om en körning går vidare fast koder saknas; varje anmärkning säger hur många.
about-held-back = Svar som den som skrev kodbokens regler inte fick se.
about-held-back-file = Listan, med kolumnerna intervention_id, domain och group.
about-scales = Svarsskalor som flera frågor delar, efter namn.

## study.toml: enkäter

about-registers = Studiens egna register, efter namn: vilka som svarar och får medel, där det inte är regioner, län eller kommuner.
about-register-file = Filen med en rad per mottagare.
about-register-code = Kolumnen med mottagarens kod: varje kod en gång, som ett organisationsnummer.
about-register-name = Kolumnen med mottagarens namn.
about-other-names = Kolumner med andra sätt att skriva namnet.
about-register-numbers = Tal för varje mottagare, efter namn, och deras kolumner: pupils = "Elever".
about-part-of = Vilka mottagarna hör till, som skolor till kommuner.
about-parent-register = Registret ovanför: ett inbyggt, eller ett som deklareras tidigare i filen.
about-parent-column = Kolumnen med dess kod eller namn.
about-noun-one = Vad en kallas, med artikel: en skola.
about-noun-several = Vad flera kallas: skolor.
about-answer = Vad ett svar kallas, där andra svarar för mottagaren, som i länsgemensamma svar.
about-answer-one = Vad ett svar kallas, med artikel: ett länsgemensamt svar.
about-answer-several = Vad flera svar kallas: länsgemensamma svar.
about-survey = En enkät: ett frågeformulär till en grupp uppgiftslämnare om ett område.
about-survey-area = Ett kort namn på området, som bu-region; varje enkät har sitt eget.
about-survey-title = Vad läsarna ser.
about-survey-level = Vilka som har svarat: regioner, län, kommuner eller de som står i ett register som studien deklarerar.
about-survey-file = Exporten.
about-survey-sheet = Exportens blad, i en arbetsbok.
about-rows = Vad en rad i exporten är: en uppgiftslämnare, eller en insats om varje rad säger vem uppgiftslämnaren är.
about-only = Kolumner, och vilken av deras texter en rad ska ha för att läsas; "" betyder en tom cell, "*" en som inte är tom.
about-due = När svaren skulle ha kommit in; insats status berättar vilka som kom senare.
about-due-day = Sista dagen, som 2025-03-14.
about-due-column = Kolumnen som säger när ett svar skickades in.
about-expected = Vilka som väntades svara; anges inget är det de som rekvirerat och inte betalat tillbaka allt.
about-expected-from = register: alla på enkätens nivå; requisitions: de som rekvirerat och inte betalat tillbaka allt.
about-expected-file = En lista med dem som väntades svara, en rad för var och en.
about-id-prefix = Det som sätts före uppgiftslämnarnas och insatsernas id, när två enkäter räknar från 1.
about-header = Rubrikraderna, om de är flera eller ingen.
about-header-rows = Hur många rubrikrader som finns; utan rubrikrad heter kolumnerna efter sina bokstäver.
about-header-join = Tecknet som fogar ihop rubrikraderna.
about-header-coded = Om namn börjar med en frågas kod, som "mal[SQ001]. Målgrupp [Barn]", som hoppas över.
about-header-asked-again = Om frågor som ställs flera gånger, med samma ord eller med en siffra efter, får ett nummer: "Vad? (1)", "Vad? (2)".
about-header-numbered = Om namn börjar med en frågas nummer, som "3. Region", som hoppas över.
about-header-keep = Vilka av rubrikraderna som ger kolumnerna namn, räknade från 1; om inget sägs alla.
about-respondent = Kolumnerna som säger vem som har svarat.
about-respondent-id = Kolumnen med uppgiftslämnarens id, eller flera som det består av.
about-respondent-totals = Vad rader heter som inte är uppgiftslämnare, som Summa.
about-set-aside = Uppgiftslämnare som inte räknas: id = skälet.
about-intervention = Kolumnerna för en insats; {"{n}"} står för blockets nummer.
about-texts = Insatsens texter, där de är andra än title, activity, output, goal och effect. Kolumner anges under textens namn i [survey.intervention], och kodbokens domäner säger vilka texter de kodas från.
about-text-label = Vad läsaren kallar texten.
about-intervention-title = Kolumnen med insatsens namn.
about-intervention-activity = Kolumnen med vad som gjordes.
about-intervention-output = Kolumnen med tjänster eller produkter som insatsen ledde till.
about-intervention-goal = Kolumnen med vad man ville uppnå.
about-intervention-effect = Kolumnen med förändringar som uppnåddes.
about-intervention-funds = Kolumnen med använda medel; finns den inte i någon enkät räknas bara insatser.
about-intervention-file = Filen med en rad per insats, om insatserna har en egen fil.
about-intervention-sheet = Bladet med en rad per insats, om insatserna har ett eget blad.
about-intervention-row-id = Kolumnen med insatsens id, om varje insats har en rad.
about-intervention-respondent = Kolumnen med uppgiftslämnarens id, eller mottagarens namn eller kod, i en egen fil eller ett eget blad.
about-value-labels = Bladet eller filen som säger vad tal och koder betyder.
about-label-file = En egen fil; utan den ett blad i enkätens fil.
about-label-sheet = Bladet.
about-label-question = Kolumnen med frågan: dess text, eller med "part" dess kod.
about-label-part = Kolumnen med frågans del, ett alternativ eller en delfråga; kolumnerna heter då som texterna i stället för som koderna.
about-label-value = Kolumnen med svarets tal eller kod.
about-label-label = Kolumnen med vad det betyder.
about-question = Slutna frågor, var och en under ett eget id.
about-ticked = Flera svar, en kolumn per svarsalternativ: kolumnens namn med {"{option}"}.
about-joined = Flera svar i en cell: kolumnen.
about-items = Flera delfrågor på samma skala, en kolumn var: kolumnens namn med {"{option}"}.
about-choice = Ett svar: kolumnen.
about-open = Ett svar med egna ord, som får koder ur en domän: kolumnen.
about-coding-intervention = Kolumnen med insatsens id, eller flera som det består av; bladet kodar då insatser.
about-coding-respondent = Kolumnen med uppgiftslämnarens id, eller flera som det består av; bladet kodar då svar på öppna frågor.
about-coding-recipient = Kolumnen med mottagarens namn eller kod; bladet kodar då öppna svar i en redovisning.
about-answers = Svaren, i ordning: en lista, eller namn med det som exporten skriver för vart och ett.
about-scale = Namnet på en skala som har svaren.
about-answer-separator = Det som står mellan flera svar i en cell.
about-options = Svarsalternativen, i ordning: en lista, eller namn med det som exporten skriver för vart och ett; de som förekommer om inga anges.
about-other = Svaret eller alternativet som texter räknas som när de inte är något av dem.
about-other-column = Kolumnen där uppgiftslämnare skriver vad de annars menar.
about-counted = Svaren som kommer med i datafiler och figurer; alla om inga anges.
about-per = Om frågan ställs en gång per uppgiftslämnare eller för varje insats.
about-asked-if = Vilka som får en följdfråga.
about-asked-question = Den tidigare frågans id.
about-asked-answers = Svaren på den som leder hit.

## study.toml: statsbidrag

about-account = Återrapport av ett statsbidrag: ett blad med en rad per mottagare.
about-account-id = Ett kort namn, utan mellanslag.
about-account-title = Vad läsarna ser.
about-account-file = Filen med en rad per mottagare.
about-field = Uppgifter om varje mottagare, var och en under ett eget id.
about-field-label = Vad den heter i meddelanden och figurer.
about-money = Belopp: kolumnen, med {"{option}"} om varje alternativ har en.
about-share = Andelar: kolumnen, med {"{option}"} om varje alternativ har en.
about-number = Ett tal som inte är pengar: kolumnen.
about-register = Ett tal i registret: antalet invånare (population), eller ett som studien deklarerar.
about-field-difference = Ett belopp minus ett annat.
about-difference-from = Fältet som något dras från.
about-difference-less = Fältet som dras ifrån.
about-portion = Andelar av ett belopp, i kronor.
about-portion-shares = Fältet med andelarna.
about-portion-of = Beloppsfältet som de är andelar av.
about-field-unit = Vad ett tal utan enhet räknar: kr, tkr eller mnkr för belopp; percent eller fraction för andelar.
about-field-options = Alternativen: en nyckel = som det står i filen, eller en lista.
about-option-labels = Vad alternativen heter för läsarna, efter nyckel.
about-at-most = Beloppsfältet som det inte får överstiga.
about-parts-of = Beloppsfältet som alternativen tillsammans utgör.
about-allocated = Delen av en fördelning som det ska vara lika med, som fördelning.del.
about-allocation = Fördelning av en eller flera potter på mottagare.
about-allocation-own-id = Ett kort namn, utan mellanslag.
about-allocation-title = Vad läsarna ser.
about-allocation-rounding = Varje cell för sig, eller så att cellerna summerar till potten.
about-allocation-totals = Om en mottagares summa lägger ihop avrundade celler eller avrundar de oavrundade delarna.
about-part = Potterna.
about-part-id = Ett kort namn, utan mellanslag.
about-part-title = Vad läsarna ser.
about-pot = Potten, i kronor.
about-each = Vad varje mottagare först får, i kronor.
about-supplement = Ytterligare fasta belopp till namngivna mottagare.
about-supplement-amount = Vad var och en av dem får, i kronor.
about-supplement-recipients = Deras namn eller koder.
about-part-key = Fältet som resten fördelas efter.
about-measure = Det som jämförs mellan år, vart och ett under ett eget id.
about-measure-label = Vad det heter i meddelanden och figurer.
about-measure-unit = Om angivna tal är kronor.
about-declared = Tal för detta eller andra år, vart och ett med sin källa.
about-declared-file = Filen med talen.
about-declared-year = Kolumnen med året.
about-declared-measure = Kolumnen med måttets id.
about-declared-option = Kolumnen med alternativets nyckel.
about-declared-value = Kolumnen med talet.
about-declared-base = Kolumnen med antalets bas.
about-declared-source = Kolumnen som säger varifrån talet kommer.
about-earlier = Studier av tidigare år: deras mått med samma namn tas över, och det de räknar ställs bredvid årets.
about-earlier-study = Studiens mapp, från den här studiens.
about-earlier-areas = Områden som hette något annat: id då = id nu.
about-earlier-break = Områden vars år inte kan jämföras, med id nu, vart och ett med skälet.
about-earlier-questions = Frågor som hette något annat: id då = id nu.
about-earlier-options = Alternativ och svar som löd annorlunda: lydelse då = lydelse nu.
about-earlier-recipients = Mottagare med en annan kod: kod då = kod nu.
about-earlier-codes = Kartan över hur koder ändrats sedan dess, så som insats codebook migrate läser den.
about-prices = Det års priser som medel för flera år kan anges i.
about-prices-year = Året i vars priser medlen står.
about-prices-index = Ett index för varje år.
about-prices-source = Varifrån indexet kommer; står i anmärkningen.
about-printed = Tryckta tal att jämföra med.
about-printed-file = Filen med talen.
about-printed-item = Kolumnen med figurens eller tabellens id.
about-printed-row = Kolumnen med radens nyckel.
about-printed-column = Kolumnen med kolumnens id.
about-printed-value = Kolumnen med det tryckta talet.

## study.toml: gränser

about-limits = Gränser för vad som läses.
about-limit-file = En fils storlek, i megabyte.
about-limit-unpacked = Vad en arbetsbok eller en komprimerad fil får packas upp till, i megabyte.
about-limit-cells = Celler i ett blad eller en textfil, även tomma.
about-limit-columns = Kolumner i ett blad eller en textfil.
about-limit-characters = Tecken i en cell.
about-limit-text = Tecken i en av rapportens texter, med fraserna ifyllda.
about-limit-picture = Storleken på en bilds fil, i megabyte.
about-limit-pixels = Bildpunkter i en bild.
about-outside = Filer och mappar utanför studiens egen mapp som den får använda.

## report.toml

about-report-template = En Wordmall (dotx) som rapporten skrivs i.
about-report-source = Källraden under allt som inte har en egen.
about-phrase = Texter som används på flera ställen, efter namn; {"{namn}"} sätter in en.
about-report-english = Vad svarsalternativ och svar heter på engelska.
about-item = En figur eller tabell.
about-item-id = Namnet på dess filer, som figur-02.
about-item-kind = Vad den visar: bubble, bars, likert, table, cross, attainment och aims för enkäter; account, stacked och columns för statsbidrag; matrix, picture och text för en fil.
about-item-callout = Om en text står i en egen ruta.
about-item-alternative = Vad som syns, för den som inte ser det.
about-item-file = Filen, som sökväg från studiens mapp; eller en för varje språk.
about-item-narrow = Bilden som sidan visar i stället i smala fönster; eller en för varje språk.
about-item-title = Titeln, utan nummer.
about-item-headline = Om det viktigaste som siffrorna visar ska stå överst som en mening, med titeln under.
about-item-explanation = Vad den visar, ovanför bilden.
about-item-note = Noten under.
about-item-source = Källan; rapportens egen om den saknas.
about-item-area = Området.
about-item-areas = Flera områden, vart och ett med namnet på sin grupp.
about-item-domains = Kodbokens domäner, som activity; ett bubbeldiagram jämför högst två.
about-item-joined = Om en linje förbinder en kods bubblor eller punkter.
about-item-form = Bubblor, eller en rad för varje kod med en punkt för varje domän (dumbbell).
about-item-by = Vad som blir en rad: område, nivå, vilka mottagarna hör till (kommuner till län), eller storleksklass.
about-item-sizes = Där storleksklasserna börjar, i invånare, som [20000, 50000].
about-item-chart = Om svarsandelen ritas som staplar.
about-item-most = Hur många rader som visas, de som ändras mest först; annars alla.
about-item-question = Frågans id.
about-item-answer = Svaret som räknas, om frågan har flera.
about-item-shares = Andelar i procent i stället för antal.
about-aim = Ett syfte i överenskommelsen och koderna som svarar mot det.
about-aim-id = Dess namn i datafiler och påståenden.
about-aim-text = Vad som eftersträvas.
about-aim-source = Var det står.
about-aim-codes = Koderna som svarar mot det, efter domän.
about-item-aims = Syftena som visas, med sina id; alla om inga anges.
about-report-number = Ett tal för Wordmanuskript: ord som frågar efter det. Det står ingenstans i rapporten.
about-report-number-id = Dess namn i taggar: insats:number/ID. Inget påstående har det.
about-report-number-text = Ord som frågar efter ett eller flera tal inom klamrar, som rapportens texter gör.
about-side-by = En domän, en fråga, area, recipient, level, part_of eller year.
about-side-label = Vad läsare kallar det, om det inte är vad studien kallar det.
about-side-main = Huvudkoden vars underkoder menas.
about-side-level = Huvudkoder eller deras underkoder.
about-item-columns = Vad kolumnerna är: en domän, en fråga, area, recipient, level eller part_of.
about-cross-measure = Vad som räknas eller summeras; över år vad som jämförs: interventions (för svar count), share, funds eller share_of_funds.
about-item-share = Av vad andelar visas; utan den visas antal.
about-item-draw = En korstabell som tabell, i färg (heat) eller som små diagram med samma skala, ett för varje kolumn (panels); en ändring som två punkter på en rad (dumbbell) eller som linjer mellan två år (slope).
about-attainment-domain = Domänen som uppfyller en annan, som effect (utan den kodbokens egen); över år domänen vars koder jämförs, som activity.
about-item-as-table = Som tabell i stället för staplar.
about-item-main = Huvudkoden.
about-item-omit-empty = Om underkoder som inget har utelämnas.
about-item-rows = Vad raderna är; i en korstabell en domän, en fråga, area, recipient, level eller part_of.
about-item-options = Vilka alternativ, i vilken ordning; alla om inga anges.
about-item-years = Åren som visas.
about-item-domain = Domänen vars koder jämförs, som activity.
about-item-measure = Vad som jämförs: interventions (för svar count), share, funds eller share_of_funds.
about-item-sort = Radernas ordning: efter ändringen (change), efter vad de är nu (now) eller som i kodboken (declared).
about-item-prices = Medel i det års priser som [prices] i study.toml anger.
about-item-from = Det tidigare året; utan det senaste i [[earlier]].
about-item-order = Radernas ordning; descending går efter den första kolumnen.
about-item-names = Mottagarnas officiella namn, eller som de står i filen.
about-item-labels = Vad raderna heter, efter nyckel.
about-item-head = Den första kolumnens rubrik.
about-item-total = Namnet på en sista rad med summorna.
about-column = Kolumnerna, var och en med en källa.
about-column-id = Ett kort namn, utan mellanslag.
about-column-label = Rubriken; {"{base}"} sätter in basen.
about-column-field = En uppgift om mottagaren, eller en del av en fördelning som fördelning.del.
about-column-option = Nyckeln till fältets eller måttets alternativ.
about-column-measure = Ett måtts id.
about-column-year = Måttets år.
about-column-base = Kolumnen vars baser visas.
about-column-percent = Kolumnen som är andelens del.
about-column-of = Vad den är en andel av: total, base eller en kolumn ovanför.
about-column-rounding = Hur andelar avrundas.
about-column-decimals = Hur många decimaler en andel har.
about-column-total-decimals = Hur många decimaler en andel har i summaraden.
about-column-below-one = Om andelar under 1 procent skrivs <1 %.
about-column-difference = Den första kolumnen minus den andra.
about-column-least = Den minsta av kolumnerna.
about-column-added = Summan av kolumnerna.
about-column-recipient = Mottagarens kod.
about-column-hidden = Om kolumnen bara används i beräkningar.
about-column-line = Om ett diagram visar kolumnen som en linje.
