### Kommandoraden: hjälp, och vad som är fel i det som skrevs.

## Hjälpens ord

help-usage = Användning:
help-commands = Kommandon
help-arguments = Argument
help-options = Val
help-any-option = VAL
help-command = KOMMANDO
help-default = förval

## Vad som kan vara fel på kommandoraden

cli-error = fel:
cli-more = Mer finns i
cli-missing = det saknas: { $arguments }
cli-unknown-option = det finns inget val { $option } här
cli-unknown-command = det finns inget kommando { $command }
cli-did-you-mean = menade du { $name }?
cli-wrong-value = { $value } är inget värde för { $option }
cli-wrong-value-expected = { $wrong }: { $expected }
cli-one-of = det ska vara något av { $values }
cli-value-missing = { $option } måste ha ett värde
cli-conflict = { $option } kan inte användas tillsammans med { $other }
cli-conflict-twice = { $option } får anges en gång
cli-other = kommandoraden går inte att tolka: { $what }
cli-expected-share = det ska vara en andel från 0.5 till 0.999, som 0.95
cli-expected-number = det ska vara ett heltal från { $least } till { $most }

## Kommandon

command-insats = Från ett års enkätsvar till utvärderingsrapportens figurer, tabeller och data.
    .after =
        Avslutskoder: 0 klart; 1 dina filer måste rättas, inget skrevs; 2 fel användning, eller ett fel i programmet eller
        datorn.
command-run = Läser en studie och skriver alla figurer, tabeller och datafiler i dess rapport.
    .after =
        Exempel:
          insats run input/lagesrapport-2024
          insats run input/lagesrapport-2024 --out rapporter/2024 --language en
          insats run input/lagesrapport-2024 --formats csv,txt     # bara data och tabeller, inget ritas
command-agreement = Mäter hur väl en studies kodare stämmer överens, och listar vad de har att avgöra.
    .after =
        Exempel:
          insats agreement input/lagesrapport-2024
          insats agreement input/lagesrapport-2024 --out arbete/overensstammelse

        Procentuell överensstämmelse, Cohens kappa (Fleiss vid fler än två kodare) och Krippendorffs alfa, per domän och kod,
        med 95-procentiga bootstrapintervall, efter antal och efter medel. adjudication.csv innehåller det som kodarna är
        överens om; ifylld för hand kan den anges som slutligt kodblad. Den nämner texter bara med fingeravtryck: inget skrivs i
        studien, så kör insats lock när den är angiven, som sparar texterna.
command-code = Kodar varje insats med kodbokens regler, och listar vad någon bör titta på först.
    .after =
        Exempel:
          insats code input/lagesrapport-2024
          insats code input/lagesrapport-2024 --out arbete/koder

        data/codings.csv har varje kod med sina belägg (mönster@text:tecken); data/review.csv är listan över svar att titta på,
        efter hur mycket medel det gäller: utan kod, lika starka koder, svaga eller motsagda belägg, det som en angiven modell är
        osäker på, och där människor säger emot reglerna.
command-evaluate = Prövar kodbokens regler mot det slutliga kodbladet.
    .after =
        Exempel:
          insats evaluate input/lagesrapport-2024
          insats evaluate input/lagesrapport-2024 --model codebook/psykisk-halsa.model.json

        Precision, täckning (recall) och F1 per kod, domän och område, för huvudkoder och underkoder. Svar som hölls undan från
        den som skrev reglerna redovisas för sig. Med en modell: learning.csv jämför regler, inlärning och båda; automatic.csv
        ställer precision mot andelen automatiskt; figures/ har tillförlitlighetsdiagram. --details är för den som skriver
        regler: vilka koder som förväxlas, de mönster som oftast har fel, de texter som oftast blir utan kod, och en modell kod
        för kod.
command-learn = Lär av de slutliga koderna i en eller flera studier, och skriver en modell som kan föreslå koder.
    .after =
        Exempel:
          insats learn input/lagesrapport-2024 --out codebook/psykisk-halsa.model.json
          insats learn input/2023 input/lagesrapport-2024 --out bada.model.json --promise 0.97
          insats learn input/lagesrapport-2024 --out modell.json --predictions forutsagelser.csv

        Varje svar förutsägs av en modell som varken har sett dess avsändare eller dess formuleringar. Kodningar godtas där
        precisionen, mätt så, håller löftet; alla andra är till för att läsas. Modellen innehåller teckenföljder som minst
        tre svarande skrev, och tal; ingen text och inget namn.

        --predictions skriver vad som förutsades om varje svar av de modeller som inte hade sett det, och om människor säger
        detsamma: de värden som kvaliteten mäts på, för egna beräkningar.
command-lock = Binder en studies kodblad till de texter som de gjordes för.
    .after =
        Exempel:
          insats lock input/lagesrapport-2024
          insats lock input/lagesrapport-2024 --again KUK-111-2 KUK-014-1
          insats lock input/lagesrapport-2024 --codes G1.3

        Bredvid varje kodblad säger en fil .lock vilken text varje kodning gavs till, som ett fingeravtryck. Därefter
        följer en kod sin text: till ett annat id när svar har bytt plats, och inte alls när texten har ändrats. Det som låstes
        tidigare förblir som det var, tills dess id står efter --again. Låset säger också hur varje kod var definierad; om
        kodboken definierar en kod annorlunda berättar insats det, tills koden står efter --codes.

        Själva texterna sparas i studiens mapp private, som git lämnar i fred, så att tidigare lydelser kan visas där en text
        har ändrats; insats forget raderar dem.
command-forget = Raderar de texter som en studie har sparat av det som kodades, och det som har lämnats ut för att fyllas i.
    .after =
        Exempel:
          insats forget input/lagesrapport-2024
          insats forget .

        insats lock sparar de texter som kodades i private/texts.jsonl. Den filen, dess kopior bredvid och det som insats har
        skrivit i mappen för att fyllas i (som private/to-decide.csv) raderas, genast och för gott; inget annat rörs. Har någon fyllt
        i något som inte är återlämnat raderas ingenting: lämna tillbaka det först (insats accept --from), eller låt även det gå
        med --all. Låsen står kvar: att en text har ändrats berättas fortfarande, men inte
        hur den löd. Kopior på andra ställen (säkerhetskopior, synkroniserade mappar, diskens historik) når programmet inte.
command-status = Berättar hur långt kodningen av en studie har kommit: vad som är nytt, ändrat, kodat och inte, och vem som inte har svarat.
    .after =
        Exempel:
          insats status input/lagesrapport-2024
          insats status input/lagesrapport-2024 --out work/att-gora

        Fungerar medan svar kommer in och kodningen pågår: luckor är inget fel, och fel i underlaget räknas. Ingenting skrivs
        utan --out: to-code.csv räknar upp vad som ska kodas eller avgöras, reminders.csv vilka som väntas svara men inte har
        gjort det, båda med störst belopp först; late.csv
        vilka som svarade sent, om en enkät anger "due". Ingen har något som de svarande har skrivit.
command-accept = Beslutar, ett i taget eller ur en lista, det som kodningar väntar på, och bevarar vem som beslutade vad och varför.
    .after =
        Exempel:
          insats accept input/lagesrapport-2024 --who Anna
          insats accept input/lagesrapport-2024 --who Anna --unit KUK-111-2 --domain activity
          insats accept input/lagesrapport-2024 --list
          insats accept input/lagesrapport-2024 --who Anna --from input/lagesrapport-2024/private/to-decide.csv
          insats accept input/lagesrapport-2024 --who Anna --undo --why "fel rad"
          insats accept input/lagesrapport-2024 --log

        Går igenom de kodningar som väntar: av texter som har ändrats, av texter som inte kan skiljas åt, av personer som inte är
        överens, av dubblerade och av nya svar. Skriv koder ("1a; 2b"), k för att behålla dem som gavs, n för ingen, s för att hoppa
        över, u för att ångra, q för att sluta, ? för hjälp. Varje beslut är en rad i decisions/<vem>.jsonl i studien, som det bara
        läggs till i; det räknas före det slutliga bladet, för den text som lästes och ingen annan. Flera personers filer kan fogas
        samman hur som helst.
command-review = Öppnar en sida i webbläsaren där en kodare kodar, avgör skillnader och ser hur långt det har kommit.
    .after =
        Exempel:
          insats review input/lagesrapport-2024 --coder Anna
          insats review input/lagesrapport-2024 --coder Anna --port 4711 --no-browser

        Sidan är bara till för den här datorn: den behöver varken nät eller konto, och dess adress fungerar en gång. Varje kodning
        är en rad i decisions/<kodare>.jsonl i studien, och finns på disken innan sidan säger det. Två kodare är två program med
        var sin fil; i en delad mapp ser den ena inom några sekunder vad den andra har kodat, men aldrig av svar som båda kodar.
        ? på sidan visar dess tangenter. Ctrl-C i terminalen avslutar.
command-sheet = Delar ut svar till kodare, med en arbetsbok var.
    .after =
        Exempel:
          insats sheet input/lagesrapport-2024 --coders anna,bo
          insats sheet input/lagesrapport-2024 --coders anna,bo --double 0.2 --with-suggestions
          insats sheet input/lagesrapport-2024 --coders cecilia --areas bu-lan --double 0

        Svar som ingen har fått och som saknar slutliga koder delas ut, lika många till var och en; en andel av varje område går
        till två. Vilka det är avgör ett frö, så att samma utdelning kan göras om, och det syns inte i arbetsböckerna. Kommer det
        in nya svar delar samma kommando ut bara dem. Vem som kodar vad står i decisions/assignments.jsonl.

        Arbetsböckerna, private/coding-<kodare>.xlsx, har alla texter, rullgardinslistor med koderna, deras definitioner, och det
        som kodaren redan har sagt. En som har fyllts i och inte samlats in ersätts bara med --force. De innehåller vad de svarande
        har skrivit: lämna dem bara till den som ska koda.
command-collect = Samlar in arbetsböcker som kodare har fyllt i, och berättar hur långt de har kommit.
    .after =
        Exempel:
          insats collect input/lagesrapport-2024
          insats collect input/lagesrapport-2024 inlamnat/coding-anna.csv inlamnat/coding-bo.ods
          insats collect input/lagesrapport-2024 --settle input/lagesrapport-2024/private/differences.xlsx --who Cecilia
          insats collect input/lagesrapport-2024 --sheet slutlig.csv

        Filerna får vara sorterade, filtrerade och sparade som xlsx, ods eller csv. Allt som är fel sägs på en gång, med cell, vad
        som stod där och vad som väntades, och då samlas ingenting in. Det som samlas in är rader i decisions/<kodare>.jsonl; samma
        fil kan samlas in igen. En tom cell betyder inte kodad än.

        Det som kodarna inte är överens om skrivs till private/differences.xlsx, med störst belopp först. Fyll i de slutliga koderna
        och varför, och lämna filen med --settle. Därefter räknas de, utan att någon kod skrivs någon annanstans.
command-audit = Drar ett slumpmässigt urval av det som vilar på regler eller förslag, och berättar hur långt det är läst.
    .after =
        Exempel:
          insats audit input/lagesrapport-2024 --size 200 --coders anna,bo
          insats audit input/lagesrapport-2024 --size 60 --per area --coders anna --seed 7
          insats audit input/lagesrapport-2024
          insats audit input/lagesrapport-2024 --evaluate

        Med --size dras ett urval av insatser av slumpen, och det som regler och förslag säger om dem alla fryses i studiens mapp
        audit: regler och modeller som ändras senare ändrar ingen skattning. Urvalet ges till kodare, som inte ser några förslag:
        de kodar det med insats review, där det kommer först, eller i arbetsböcker från insats sheet. En större --size utökar
        urvalet; nya och ändrade svar dras det ur när kommandot körs igen. Det som är draget tas aldrig tillbaka, och det som
        människor kodar räknas från och med då som kodat av människor.

        Utan --size berättar kommandot hur långt urvalet är läst, och vad som väntar, är nytt, ändrat eller borta.

        Med --evaluate berättar det, när urvalet är läst i sin helhet, hur ofta regler och godtagna förslag är rätt i år och hur
        mycket de finner, från vilken sannolikhet förslag håller vad som är utlovat, och varje tal med ett 95-procentigt intervall.
        Körningar godtar förslag efter den tröskeln, och ritar skattningar med codes = "estimated".
command-diff = Berättar vad som har ändrats sedan en körning, i antal och medel, efter orsak.
    .after =
        Exempel:
          insats diff input/lagesrapport-2024 --since output/lagesrapport-2024
          insats diff input/lagesrapport-2024 --since arkiv/maj --out work/sedan-maj

        Orsakerna byts ut i en bestämd ordning: svar, medel, rättelser och uppgiftslämnare som lagts åt sidan, koder, regler,
        deklarationer. Varje orsak får den del som dess utbyte ändrar talen med, så att delarna summerar till hela ändringen.
        Vad körningens mapp inte kan bevisa sägs. Figurer, tabeller och påståenden som ändrats listas med sina orsaker. Koder
        som saknas är inget fel: det som väntar på en redovisas. Inget skrivs utan --out, och aldrig i körningens mapp.
command-suggest = Låter en modell föreslå koder för varje insats, och listar vad någon bör läsa först.
    .after =
        Exempel:
          insats suggest input/lagesrapport-2024 --model codebook/psykisk-halsa.model.json
          insats suggest input/lagesrapport-2024 --minutes 6     # studien anger model = "…"

        data/suggestions.csv har varje föreslagen kod med sin sannolikhet, om den kan godtas eller ska läsas, och de tre
        starkaste beläggen; data/review.csv listan över svar att titta på, efter osäkra medel; data/drift.csv hur texterna i varje
        område skiljer sig från dem som modellen har lärt av.
command-explain = Visar varför en insats har sina koder och medel, eller vilka insatser som står bakom en plats i en figur.
    .after =
        Exempel:
          insats explain input/lagesrapport-2024 KUK-111-2
          insats explain input/lagesrapport-2024 figur-13 goal R3
          insats explain input/lagesrapport-2024 figur-04 'Andra organisationer'
command-codebook = Håller efter en kodbok.
    .after =
        Exempel:
          insats codebook check codebook/psykisk-halsa.json
          insats codebook check codebook/psykisk-halsa.json --study input/lagesrapport-2024
command-codebook-check = Letar efter det som är fel eller underligt i en kodbok och dess regler.
    .after =
        Exempel:
          insats codebook check codebook/psykisk-halsa.json
          insats codebook check codebook/psykisk-halsa.json --study input/lagesrapport-2024
command-codebook-export = Skriver en kodbok som arbetsbok, för att ändra den i ett kalkylprogram, eller för program för kvalitativ analys (.qdc).
    .after =
        Exempel:
          insats codebook export codebook/psykisk-halsa.json --out work/kodbok.xlsx
          insats codebook export input/prehospital-2024/kodbok.json --out work/orsaker.xlsx --language sv
          insats codebook export codebook/psykisk-halsa.json --out work/kodbok.qdc

        Arbetsboken tappar inget: export och import ger samma kodbok, byte för byte. Dess första blad säger hur du ändrar.
command-codebook-import = Läser en kodbok från en arbetsbok eller en .qdc-fil, kontrollerar den och skriver den.
    .after =
        Exempel:
          insats codebook import work/kodbok.xlsx
          insats codebook import work/kodbok.xlsx --out codebook/psykisk-halsa.json --force
          insats codebook import work/kodbok.qdc --out codebook/psykisk-halsa.json --force

        Varje fel anges med blad och cell. Vad som har lagts till, tagits bort och ändrats mot den kodbok som finns sägs; den
        ersätts bara med --force.
command-codebook-diff = Säger vad som skiljer två kodböcker åt: koder, regler, domäner, inställningar.
    .after =
        Exempel:
          insats codebook diff work/kodbok.json codebook/psykisk-halsa.json
          insats codebook diff work/kodbok.json codebook/psykisk-halsa.json --format json
command-codebook-migrate = Ändrar en studies kodbok, dess kodblad och allt som nämner dess koder, efter en lista med ändringar.
    .after =
        Exempel:
          insats codebook migrate work/team --map andringar.toml
          insats codebook migrate work/team --map andringar.toml --out work/att-avgora --write

        Listan säger vilka koder som byter namn, flyttas, slås ihop, delas, är nya och försvinner. Allt berättas innan det
        görs, med antal och medel före och efter, och ingenting skrivs utan --write. De nya filerna läses och räknas först på
        nytt: om något avviker som listan inte säger skrivs ingenting. Alla filer läggs på plats tillsammans, och de gamla
        finns kvar som .bak.
command-verify = Prövar varje påstående i en studie mot dess data.
    .after =
        Exempel:
          insats verify input/lagesrapport-2024
          insats verify input/lagesrapport-2024 --text manus.docx
          insats verify input/lagesrapport-2024 --text manus.docx --mark markerat.docx

        Påståendena står i studiens claims.csv. De som inte stämmer visas med vad som vore sant, de som data inte avgör med
        skälet. Med --text prövas också talen i ett manus mot påståendena.
        Avslutskod 1 om ett påstående inte stämmer, eller manuset har ett annat tal än sitt påstående.
command-claims = Arbetar med en studies påståenden.
    .after =
        Exempel:
          insats claims draft input/lagesrapport-2024 --out utkast.csv
          insats claims draft input/lagesrapport-2024 --language en
command-claims-draft = Skriver sanna meningar om varje figur och tabell i rapporten, var och en med sin utsaga.
    .after =
        Exempel:
          insats claims draft input/lagesrapport-2024 --out utkast.csv
          insats claims draft input/lagesrapport-2024 --language en
command-manuscript = Arbeta med rapportens manuskript i Word.
    .after =
        Exempel:
          insats manuscript fill input/lagesrapport-2024 rapport.docx
          insats manuscript start input/lagesrapport-2024 --template mall.dotx
command-manuscript-fill = Fyll kontrollerna i ett Word-manuskript med det som studien säger, som spårade ändringar.
    .after =
        Exempel:
          insats manuscript fill input/lagesrapport-2024 rapport.docx
          insats manuscript fill input/lagesrapport-2024 rapport.docx --accept --out klar.docx

        En kontroll fylls efter sin tagg: insats:item/figur-02, insats:claim/BR-003, insats:number/BR-003. Utanför
        kontrollerna ändras ingenting. Det som skiljer sig från förra ifyllningen föreslås som spårad ändring av insats; det
        som en redaktör har ändrat kommenteras och får stå kvar. Manuskriptet självt läses bara.
command-manuscript-start = Börja ett manuskript i Word, med varje figur, tabell och sann mening i en kontroll.
    .after =
        Exempel:
          insats manuscript start input/lagesrapport-2024 --template mall.dotx
          insats manuscript start input/lagesrapport-2024 --out rapport-2024.docx

        Varje figur och tabell, dess not och varje mening i claims.csv som stämmer (utan påståenden: utkast) står i en
        innehållskontroll som insats manuscript fill fyller på nytt. Rapporten hamnar där mallen har en innehållskontroll
        med taggen insats:report, annars sist; formaten är mallens efter sina namn. En körnings rapport.docx är densamma.
command-manuscript-roll = Låt förra årets manuskript tala om i år, som spårade ändringar.
    .after =
        Exempel:
          insats manuscript roll input/lagesrapport-2024 rapport-2023.docx
          insats manuscript roll input/lagesrapport-2024 rapport-2023.docx --all --out rapport-2024.docx

        Meningarna paras ihop med påståendena i den tidigare studie som study.toml anger. Varje påstående prövas mot årets
        data: ett tal som har ändrats blir en spårad ändring av insats, en mening som inte längre stämmer får en kommentar.
        Figurer och tabeller i kontroller fylls som manuscript fill gör. Manuskriptet självt läses bara.
command-allocate = Visar och skriver hur en studies potter fördelas på mottagare.
    .after =
        Exempel:
          insats allocate input/overenskommelse-2025
          insats allocate input/overenskommelse-2025 --out arbete/fordelning --language en

        Ett fast belopp till var och en, ett tillägg till några, resten efter en nyckel, så som [[allocation]] i study.toml
        anger; avrundat halva uppåt cell för cell, eller med största rest så att cellerna summerar till potten.
command-check = Kontrollerar en studie så som en körning skulle göra, fram till ritandet, och skriver inget.
    .after =
        Exempel:
          insats check input/lagesrapport-2024
          insats check input/lagesrapport-2024 --format json     # detsamma för program

        Alla problem visas på en gång, de värsta först; det som gäller flera ställen sägs en gång, med deras antal.
        Avslutskod 1 om det finns fel. Färger visas i en terminal, om inte NO_COLOR är satt.
command-init = Gör ett utkast till en ny studies beskrivning av exportfilerna i dess mapp.
    .after =
        Exempel:
          insats init input/2025
          insats init input/2025 --from input/lagesrapport-2024     # för över fjolårets beskrivning

        Skriver study.toml och en stomme till report.toml, med kommentarer; det osäkra märks UNSURE med vad annat som sågs.
        Sedan: insats check.
command-peek = Visar hur en fil läses: format, teckenkodning, skiljetecken, kolumner, och vad som är underligt.
    .after =
        Exempel:
          insats peek svar.csv
          insats peek svar.csv --delimiter tab --encoding macroman --skip 3
          insats peek svar.xlsx --sheet Data --header-rows 2
          insats peek svar.csv --csv > ren.csv

        Valen heter som nycklarna i study.toml. Kolumner med kontaktuppgifter nämns, men visas och skrivs aldrig.
command-schema = Visar eller skriver scheman som låter redigeringsprogram komplettera och kontrollera study.toml och report.toml.
    .after =
        Exempel:
          insats schema study > study.schema.json
          insats schema --out input/2025 --language sv     # båda, bredvid filerna som de kontrollerar

        Ett JSON Schema, för redigeringsprogram som läser raden #:schema ./study.schema.json överst i en fil: Visual Studio
        Code med Even Better TOML och andra som använder Taplo. init skriver båda. Det som programmet markerar säger även
        insats check.
command-completions = Skriver ett skals kompletteringar: kommandon och val med tabbtangenten.
    .after =
        Exempel:
          insats completions bash > ~/.local/share/bash-completion/completions/insats
          insats completions powershell >> $PROFILE

## Val och argument som flera kommandon har

option-help = Visar den här hjälpen
option-version = Visar versionen
option-messages = Språket i meddelanden och hjälp [förval: datorns språk]
option-show_texts =
    Visar vad uppgiftslämnare skrev, fast det går till en fil eller ett annat program [förval: bara i terminalen]
option-threads = Hur många trådar som används [förval: en per processorkärna]
option-quiet = Skriver inget annat än problem
option-study = Studiens mapp: där ligger study.toml
option-force = Ersätter en fil som finns; den blir kvar som .bak
option-language = Rapportens språk [förval: studiens eget]
option-codes =
    Vilka koder som räknas: det slutliga kodbladets, reglernas, de bästa som finns (slutliga, annars kodare som är
    överens, annars regler), eller skattningar: de bästa, rättade med en granskning [förval: som studien anger, annars kodbladets där det finns, annars de bästa]
option-out =
    Mappen att skriva i [förval: output/<studiemappens namn>-agreement, -allocation, -code, -evaluation eller
    -suggestions]
option-model = Modellfilen [förval: den som study.toml anger]

## Val och argument som ett kommando har

option-run-out =
    Mappen att skriva i [förval: output/<studiemappens namn>]. En körning ersätter den helt; en mapp med egna eller ändrade
    filer rörs inte
option-run-csv = Vem CSV-filerna är till för: programs eller excel-sv för ett svenskt Excel [förval: som studien säger, annars programs]
option-run-formats = De format som skrivs utöver datafilerna
option-run-template = En Wordmall (dotx) som rapporten skrivs i [förval: som report.toml säger, annars ingen]
option-init-folder = Mappen med årets exportfiler
option-init-from = En tidigare studie, vars beskrivning förs över; det som har ändrats listas
option-init-force = Skriver study.toml, report.toml och deras scheman på nytt; de som finns blir kvar som .bak
option-check-format = text för människor, json för program
option-codebook-check-codebook = Kodboken, en JSON-fil
option-codebook-check-study = En studie på vars texter mönstren prövas
option-codebook-check-all = Visar alla upplysningar med alla deras mönster, inte bara de första av varje slag
option-codebook-export-codebook = Kodboken, en JSON-fil
option-codebook-export-out = Arbetsboken eller, om namnet slutar på .qdc, REFI-QDA-kodboken att skriva [förval: en arbetsbok bredvid kodboken, med dess namn]
option-codebook-export-language = Bladens och rubrikernas språk [förval: meddelandenas]
option-codebook-import-file = Arbetsboken, så som insats codebook export skriver den, eller en .qdc-fil från vilket program som helst
option-codebook-import-out = Kodboken att skriva [förval: bredvid den filen, med dess namn]
option-codebook-migrate-map = Filen som säger vad som händer med koderna
option-codebook-migrate-write = Lägg de nya filerna på plats; de som ligger där finns kvar som .bak
option-codebook-migrate-who = Vem som ändrar koderna, för studiens beslut
option-codebook-migrate-why = Varför de ändras, likaså
option-codebook-migrate-out = En mapp som tar emot listorna migration.csv och to-decide.csv [förval: inga skrivs]
option-codebook-diff-old = Den gamla kodboken
option-codebook-diff-new = Den nya kodboken
option-codebook-diff-format = text för människor, json för program
option-evaluate-details = Skriv även det som bara den som skriver regler behöver: förväxlingar, mönster, missade texter, en modell kod för kod
option-evaluate-model = En modell att mäta vid sidan av reglerna [förval: den som study.toml anger, om den gör det]
option-learn-studies = Studiernas mappar; var och en har en study.toml som anger ett slutligt kodblad
option-learn-out = Modellfilen att skriva
option-learn-predictions = En fil för vad modeller som inte hade sett ett svar sade om det, och vad människor säger; inga texter
option-learn-promise = Den utlovade precisionen för kodningar som godtas utan att läsas
option-suggest-minutes = Hur många minuter det tar att koda en insats, för att räkna ut sparade timmar
option-lock-codes = Koder vars kodningar står sig med den definition som kodboken har nu
option-lock-again = Id för rader som har kodats om för de texter som nu finns
option-review-coder = Vem som kodar: namnet står vid varje kodning
option-review-port = Sidans port [förval: en ledig]
option-review-no_browser = Skriv ut adressen och öppna ingen webbläsare
option-manuscript-start-template = En Wordmall (dotx) som manuskriptet skrivs i [förval: som report.toml säger, annars ingen]
option-manuscript-start-out = Filen som skrivs [annars: studiemappens namn, med .docx]
option-manuscript-fill-manuscript = Manuskriptet, ett Word-dokument; det läses bara
option-manuscript-fill-out =
    Filen som skrivs [annars: bredvid manuskriptet, med -ifylld i namnet]
option-manuscript-fill-accept = Skriv rakt av, inte som spårade ändringar
option-manuscript-fill-language = Kommentarernas språk [annars: studiens eget]
option-manuscript-roll-study = Årets studiemapp: den innehåller study.toml, som anger förra årets studie
option-manuscript-roll-manuscript = Förra årets manuskript, ett Word-dokument; det läses bara
option-manuscript-roll-out = Filen som skrivs [annars: bredvid manuskriptet, med studiens år i namnet]
option-manuscript-roll-all = Lista varje mening, inte bara dem som behöver ses över
option-manuscript-roll-claims = En fil för årets påståenden, följda av de från förra året som kontroller anger och som årets claims.csv saknar
option-manuscript-roll-language = Kommentarernas språk [annars: studiens eget]
option-accept-who = Vem som beslutar: namnet står vid varje beslut
option-accept-why = Varför, för allt som beslutas [förval: det frågas]
option-accept-unit = Id för det som beslutas, hur det än står till [förval: allt som väntar]
option-accept-domain = Bara den här domänen
option-accept-undo = Ta tillbaka ett beslut: om ett id, eller efter början på en rads namn [förval: det senaste egna]
option-accept-log = Skriv ut alla beslut, det äldsta först
option-accept-list = Skriv det som väntar som en lista med texterna i private/to-decide.csv i studien
option-accept-force = Ersätt en lista som någon har börjat fylla i; den finns kvar som .bak
option-accept-from = En lista som har fyllts i: CSV eller en arbetsbok
option-sheet-coders = Vilka som ska koda, med komma emellan
option-sheet-double = Andelen som kodas av två, som 0.15 eller 15 % [förval: 0.15 när flera kodar]
option-sheet-areas = Bara de här områdena, med komma emellan [förval: alla]
option-sheet-with_suggestions = Förslag bredvid svaren, utom vid dem som kodas av två och vid lika många andra
option-sheet-seed = Fröet som avgör vilka svar som lottas fram
option-sheet-language = Arbetsböckernas språk [förval: studiens eget]
option-sheet-force = Ersätt arbetsböcker som har fyllts i och inte samlats in; de finns kvar som .bak
option-audit-size = Hur många insatser som ska läsas, tidigare dragningar inräknade [förval: inga dras]
option-audit-per = area: så många i varje område
option-audit-domain = Domänerna som granskas, med komma emellan [förval: alla som måste ha en kod]
option-audit-seed = Fröet som avgör vilka svar som dras; det som är draget förut behåller sitt [förval: den senaste dragningens, annars 1]
option-audit-coders = Vilka som ska läsa urvalet, med komma emellan
option-audit-double = Andelen som läses av två, som 0.15 eller 15 % [förval: 0.15 när flera läser]
option-audit-evaluate = Berätta vad urvalet säger, när det är läst i sin helhet
option-audit-out = Utdatamappen [förval: output/<studiemappens namn>-audit]
option-collect-files = De ifyllda filerna [förval: arbetsböckerna i studiens mapp private]
option-collect-coder = Vems de är [förval: som de själva säger]
option-collect-settle = En arbetsbok med skillnader som har fyllts i
option-collect-who = Vem som avgör: namnet står vid varje beslut
option-collect-why = Varför, där en rad inte säger det
option-collect-sheet = En fil för de koder som räknas, som ett kodblad [förval: den skrivs inte]
option-collect-force = Ersätt den filen; den finns kvar som .bak
option-status-out = En mapp för arbetslistorna to-code.csv, reminders.csv och late.csv [förval: de skrivs inte]
option-status-format = text för människor, json för program
option-diff-since = Utmappen från en tidigare körning; den läses bara
option-diff-out =
    En mapp för causes.csv, areas.csv, changed-codes.csv, changed-items.csv, changed-claims.csv och
    changed-files.csv [förval: de skrivs inte]
option-diff-format = text för människor, json för program
option-explain-what =
    En insats id; en figur eller tabell, en domän (activity, output, goal, effect, theme) och en kod (eller uncoded); eller
    en figur och ett svar så som det står där
option-allocate-language = Tabellernas språk [förval: studiens eget]
option-claims-draft-out = Filen att skriva; den får inte finnas, om inte --force anges [förval: standard ut]
option-claims-draft-language = Meningarnas språk [förval: studiens eget]
option-verify-text = Ett manus: dess tal prövas mot påståendena
option-forget-all = Raderar även det som någon har fyllt i och inte lämnat tillbaka
option-verify-mark =
    Skriver en kopia av Word-manuset med en kommentar vid det som avviker; filen får inte finnas, om inte --force anges
option-verify-uncovered = Kommenterar också tal som inget påstående gäller
option-verify-all = Nämner alla påståenden som ingen mening innehåller, inte bara de tio första
option-verify-language = Meningarnas språk [förval: studiens eget]
option-peek-file = Filen
option-peek-delimiter = Vad som står mellan två fält: ett eller flera tecken, tab, space, none
option-peek-quote = Citattecknet: ett tecken, eller none
option-peek-escape = Undantagstecknet: ett tecken, eller none
option-peek-encoding = Teckenkodningen, som utf-8, windows-1252, macroman
option-peek-header_rows = Hur många rubrikrader det finns, 0 om ingen
option-peek-skip = Hur många rader överst som hoppas över
option-peek-sheet = Arbetsbokens blad
option-peek-csv = Skriver i stället tabellen som enkel CSV i UTF-8 med komma
option-schema-what = study eller report [förval: båda, om --out anges]
option-schema-out =
    En mapp, som får scheman under deras vanliga namn, eller en fil för ett av dem [förval: standard ut]
option-schema-language = Beskrivningarnas språk [förval: meddelandenas]
option-completions-shell = Skalet: bash, elvish, fish, powershell eller zsh

## Vad som står för ett värde

value-study = STUDIE
value-studies = STUDIE
value-folder = MAPP
value-file = FIL
value-codebook = KODBOK
value-codebook-export-out = FIL
value-codebook-import-out = FIL
value-codebook-migrate-map = FIL
value-codebook-migrate-who = NAMN
value-codebook-migrate-why = SKÄL
value-codebook-migrate-out = MAPP
value-codebook-diff-old = KODBOK
value-codebook-diff-new = KODBOK
value-what = VAD
value-out = MAPP
value-schema-what = study|report
value-schema-out = MAPP|FIL
value-learn-out = FIL
value-learn-predictions = FIL
value-review-coder = NAMN
value-review-port = PORT
value-accept-who = NAMN
value-accept-why = SKÄL
value-accept-unit = ID
value-accept-domain = DOMÄN
value-accept-undo = ID
value-accept-from = FIL
value-sheet-coders = NAMN
value-sheet-double = ANDEL
value-sheet-areas = OMRÅDE
value-sheet-seed = FRÖ
value-audit-size = N
value-audit-per = area
value-audit-domain = DOMÄN
value-audit-seed = FRÖ
value-audit-coders = NAMN
value-audit-double = ANDEL
value-collect-files = FIL
value-collect-coder = NAMN
value-collect-settle = FIL
value-collect-who = NAMN
value-collect-why = SKÄL
value-collect-sheet = FIL
value-lock-again = ID
value-lock-codes = KOD
value-manuscript-fill-out = FIL
value-manuscript-roll-claims = FIL
value-manuscript-roll-out = FIL
value-manuscript-start-out = FIL
value-claims-draft-out = FIL
value-from = STUDIE
value-model = FIL
value-text = DOCX|MD|TXT
value-format = text|json
value-csv = FORM
value-formats = FORMAT
value-promise = 0.5-0.999
value-minutes = MINUTER
value-threads = N
value-delimiter = TECKEN
value-quote = TECKEN
value-escape = TECKEN
value-encoding = KODNING
value-header_rows = N
value-skip = RADER
value-sheet = BLAD
value-shell = SKAL
value-language = sv|en
value-messages = sv|en
value-codes = final|rules|best|estimated
