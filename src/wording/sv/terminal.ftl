### Vad terminalen säger utöver meddelandena om filer.

## Ett meddelandes delar

severity-error = fel
severity-warning = varning
severity-notice = upplysning
label-found = hittade
label-expected = väntade
label-todo = att göra
label-also = också
more-like-this = och { $count } till av samma slag: { $places }
problems-to-mend =
    { $count ->
        [one] { $count } problem att rätta; inget skrevs.
       *[other] { $count } problem att rätta; inget skrevs.
    }
notices-also-in =
    { $warnings ->
        [one] { $warnings } varning
       *[other] { $warnings } varningar
    }, { $notices ->
        [one] { $notices } upplysning
       *[other] { $notices } upplysningar
    } (också i { $file }):

## Arbetets steg

stage-study = läser beskrivningen
stage-reading = läser exportfilerna
stage-coding = sätter koder och viktar medlen
stage-counting = räknar
stage-agreement = jämför kodare
stage-learning = lär in
stage-report = fyller i rapporten
stage-claims = prövar påståenden
stage-drawing = ritar figurer
stage-writing = skriver

## Domäner, nivåer och tabellernas rubriker

level-main = huvudkod
level-sub = underkod
group-all = alla
head-area = område
head-answered = svarade
head-late = sena
head-interventions = insatser
head-excluded = exkluderade
head-coded = kodade
head-target = T ({ $unit })
head-reported = S ({ $unit })
head-domain = domän
head-not-answered = ej svarat
head-settled = färdigkodade
head-funds-settled = varav kodat
head-none = ingen kod passar
head-not-coded = ej kodade
head-unsettled = oavgjorda
head-waiting = väntar
head-funds-waiting = medel som väntar ({ $unit })
head-codes-from = koder från
head-unchanged = oförändrade
head-moved = flyttade
head-edited = ändrade
head-unclear = oklara
head-new = nya
head-doubled = dubbla
head-withdrawn = borta
head-not-locked = ej låsta
head-level = nivå
head-measure = mått
head-value = värde
head-interval = 95-procentigt intervall
head-coded-by-rules = kodade av regler
head-without-code = utan kod
head-their-funds = deras medel ({ $unit })
head-answers = svar
head-rules-f1 = regler F1
head-learning-f1 = inlärning F1
head-both-f1 = båda F1
head-automatic = automatiskt
head-precision = precision
head-recall = täckning
head-f1 = F1
head-macro-f1 = makro-F1
head-rightly-none = rätt utan kod
head-accepted = godtagna kodningar
head-review = att läsa
head-automatic-answers = automatiska svar
head-share = andel
interval = { $low } till { $high }
share-of = { $part } av { $all }

## Vad kommandona gjorde

run-written =
    { $figures ->
        [one] { $figures } figur
       *[other] { $figures } figurer
    } och { $tables ->
        [one] { $tables } tabell
       *[other] { $tables } tabeller
    } finns i { $folder }
written-to = skrevs till { $folder }
kept-as = den tidigare filen finns kvar som { $file }
account-recipients = { $account }: { $count ->
        [one] { $count } mottagare
       *[other] { $count } mottagare
    }
agreement-coders =
    Kodare { $coders }; { $count } { $count ->
        [one] insats kodad
       *[other] insatser kodade
    } av flera
agreement-by-nobody = { $domain }: ingen har kodat, så det finns ingen överensstämmelse att mäta
agreement-by-some = { $domain }: bara { $coders } har kodat, så det finns ingen överensstämmelse att mäta
agreement-written =
    { $count ->
        [one] { $count } skillnad att avgöra finns
       *[other] { $count } skillnader att avgöra finns
    } i { $folder }
agreement-keeps-no-texts = adjudication.csv nämner texter bara med fingeravtryck. Kör insats lock när den är angiven: då sparas texterna, så att tidigare lydelser kan visas.
code-written = { $count } svar att titta på, efter hur mycket medel det gäller, finns i { $file }
learn-all-answers = Alla svar; huvudkoder
learn-unseen-answers = Svar som den som skrev reglerna inte har sett; huvudkoder
learn-seen-answers = Prövat på formuleringar och svarande som modellen hade sett, bara till jämförelse
learn-automatic = automatiskt: den andel av människors kodningar som skulle godtas, med rätta
learn-written = modellen finns i { $file } ({ $megabytes } MB)
learn-predicted = det som förutsades om svar som modellerna inte hade sett finns i { $file }
suggest-saved =
    { $automatic } av { $interventions } insatser behöver inte läsas; med { $minutes } minuter per insats sparas { $hours } { $hours ->
        [one] timme
       *[other] timmar
    }
suggest-written = vad som bör läsas först finns i { $file }
evaluate-held-back = Reglerna kan vara skrivna på de svar som kallas "seen"; "held-back" hölls undan från den som skrev dem.
evaluate-none-held-back = Studien anger inga undanhållna svar: reglerna kan vara skrivna på alla dessa.
evaluate-written = Koder och områden finns i { $folder }; --details lägger till förväxlingar, mönster och missade texter
evaluate-written-with-details = Koder, områden, förväxlingar, mönster och missade texter finns i { $folder }
work-kept-blind =
    { $count ->
        [one] Ytterligare { $count } svar är ute hos kodare för att läsas utan förslag, eller har samma ord som ett sådant, och står inte i listan
       *[other] Ytterligare { $count } svar är ute hos kodare för att läsas utan förslag, eller har samma ord som ett sådant, och står inte i listan
    }
codebook-exported =
    { $codes } { $codes ->
        [one] kod
       *[other] koder
    } och { $rules } { $rules ->
        [one] regel
       *[other] regler
    } skrivna till { $file }; dess första blad säger hur du ändrar dem
codebook-exchanged =
    { $codes } { $codes ->
        [one] kod
       *[other] koder
    } skrivna till { $file }
codebook-imported =
    { $codes } { $codes ->
        [one] kod
       *[other] koder
    } och { $rules } { $rules ->
        [one] regel
       *[other] regler
    } skrivna till { $file }
codebook-same-already =
    { $codes } { $codes ->
        [one] kod
       *[other] koder
    } och { $rules } { $rules ->
        [one] regel
       *[other] regler
    }, desamma som i { $file }, som får vara som den är
codebook-no-changes = inget skiljer { $old } och { $new } åt utom, i förekommande fall, versionen
codebook-changes = från { $old } till { $new }:
codebook-changed-codes = koder
codebook-changed-systems = kodsystem
codebook-changed-domains = domäner
codebook-changed-settings = inställningar
codebook-code-new = { $code } är ny: { $label }
codebook-code-gone = { $code } är borta: { $label }
codebook-code-renamed = { $code } har ett annat namn: { $from }, nu { $to }
codebook-code-moved = { $code } ({ $label }) är flyttad: från { $from } till { $to }
codebook-code-redefined = { $code } ({ $label }) har en annan definition
codebook-code-rules = { $code } ({ $label }) har andra regler; nya mönster: { $new }; borta: { $gone }
codebook-key-new = { $key } är ny: { $to }
codebook-key-gone = { $key } är borta: { $from }
codebook-key-changed = { $key }: { $from }, nu { $to }
codebook-key-list = { $key }; nya: { $new }; borta: { $gone }
codebook-and-more = { $named } och { $more } till
codebook-holds =
    { $codes } { $codes ->
        [one] kod
       *[other] koder
    }, { $rules } { $rules ->
        [one] regel
       *[other] regler
    }, { $patterns } mönster; { $notices } att titta på
codebook-holds-tried =
    { $codes } { $codes ->
        [one] kod
       *[other] koder
    }, { $rules } { $rules ->
        [one] regel
       *[other] regler
    }, { $patterns } mönster, prövade på { $texts } { $texts ->
        [one] text
       *[other] texter
    }; { $notices } att titta på
codebook-show-all = --all visar alla, med alla deras mönster

## check

check-found =
    { $errors ->
        [one] { $errors } fel
       *[other] { $errors } fel
    }, { $warnings ->
        [one] { $warnings } varning
       *[other] { $warnings } varningar
    }, { $notices ->
        [one] { $notices } upplysning
       *[other] { $notices } upplysningar
    }.
check-read-surveys =
    Läst: { $surveys ->
        [one] { $surveys } enkät
       *[other] { $surveys } enkäter
    }, { $respondents ->
        [one] { $respondents } svarande
       *[other] { $respondents } svarande
    }, { $interventions ->
        [one] { $interventions } insats
       *[other] { $interventions } insatser
    }. Inget skrevs.
check-read-accounts =
    Läst: { $accounts ->
        [one] { $accounts } redovisning
       *[other] { $accounts } redovisningar
    }, { $returns ->
        [one] { $returns } inlämning
       *[other] { $returns } inlämningar
    }. Inget skrevs.
check-read-both =
    Läst: { $surveys ->
        [one] { $surveys } enkät
       *[other] { $surveys } enkäter
    }, { $respondents ->
        [one] { $respondents } svarande
       *[other] { $respondents } svarande
    }, { $interventions ->
        [one] { $interventions } insats
       *[other] { $interventions } insatser
    }, { $accounts ->
        [one] { $accounts } redovisning
       *[other] { $accounts } redovisningar
    }, { $returns ->
        [one] { $returns } inlämning
       *[other] { $returns } inlämningar
    }. Inget skrevs.
check-read-nothing = Data går inte att läsa förrän felen är rättade.

## verify och claims draft

claims-drafted =
    { $count ->
        [one] { $count } påstående finns
       *[other] { $count } påståenden finns
    } i { $file }
claims-verified =
    { $all ->
        [one] { $all } påstående
       *[other] { $all } påståenden
    }: { $holding } stämmer, { $failing } stämmer inte, { $open ->
        [0] {""}
       *[other] { $open } är öppna,{" "}
    }{ $undecided } kan inte avgöras
outcome-holds = stämmer
outcome-fails = stämmer inte
outcome-open = öppet
outcome-undecided = kan inte avgöras
label-stated = påstått
label-computed = uträknat
label-true = sant är
label-because = därför
manuscript-covered = { $name }: { $all } tal och mängdord, varav { $covered } har ett påstående
manuscript-differing = andra tal än påståendena har (rad eller stycke, mening)
manuscript-data = andra tal och platser än underlaget har, också utan påstående
manuscript-failing = meningar vars påstående inte stämmer
manuscript-open = meningar vars påstående är öppet: intervallet tillåter båda
manuscript-uncovered = meningar med tal som inget påstående gäller
manuscript-but = { $own }, men { $claim }: { $statement }
manuscript-fails = { $claim } stämmer inte; { $reason }
manuscript-is-open = { $claim } är öppet; { $computed }
manuscript-references = hänvisningar, bildtexter och celler som inte stämmer
manuscript-marked = { $count ->
        [one] 1 kommentar
       *[other] { $count } kommentarer
    } i { $file }
manuscript-marked-elsewhere = { $count ->
        [one] 1 ställe
       *[other] { $count } ställen
    } i sidhuvud och sidfot har ingen: där kan Word inte ha kommentarer
setting-heading = rubrik
setting-caption = bildtext
setting-cell = tabell
setting-note = not
setting-box = textruta
setting-margin = sidhuvud eller sidfot
manuscript-words = { $count } mängdord utan tal har inget påstående
manuscript-missing =
    { $count ->
        [one] { $count } påstående
       *[other] { $count } påståenden
    } som ingen mening innehåller
manuscript-missing-more = och { $count } till; --all nämner alla

## init

init-tool = { $file } togs för en export från { $tool }.
init-surveys = Enkäter: { $surveys }
init-accounts = Återrapporter: { $accounts }
init-no-surveys = Enkäter: inga
init-left-out = Utelämnade
init-unsure = Att se över ({ $count })
init-changed-in = Ändrat i { $file }
init-nearest = ; närmast är { $near }
init-written = Skrivna
init-next = Nu: gå igenom study.toml, och sedan insats check { $folder }
change-renamed = omdöpt
change-missing = saknas
change-new = ny

## peek

peek-format = Format
peek-encoding = Kodning
peek-delimiter = Skiljs av
peek-quote = Citat
peek-escape = Undantag
peek-lines = Rader
peek-sheets = Blad
peek-sheet = Blad
peek-table = Tabell
peek-header = Rubriker
peek-encoding-is = { $encoding } ({ $certainty }: { $reason })
peek-delimiter-is = { $delimiter } ({ $certainty }{ $other })
peek-may-be = ; kan också vara { $other }
peek-quote-unseen = { $quote } (inget används)
peek-lines-end-in = slutar med { $ends }
peek-hidden = { $sheet } (dolt)
peek-no-table = ingen: det finns inte två rader med två kolumner
peek-table-is =
    { $rows } { $rows ->
        [one] rad
       *[other] rader
    }, { $columns } { $columns ->
        [one] kolumn
       *[other] kolumner
    }
peek-largest-table-is =
    { $rows } { $rows ->
        [one] rad
       *[other] rader
    }, { $columns } { $columns ->
        [one] kolumn
       *[other] kolumner
    }; den största av { $tables } tabeller
peek-header-is =
    { $rows ->
        [one] 1 rad, rad { $line }
       *[other] { $rows } rader, från rad { $line }
    }
peek-no-header = inga
peek-labels = Värdeetiketter (celler läses som det de betyder)
peek-more-labels = och { $count } till
peek-head-column = kolumn
peek-head-holds = verkar ha
peek-head-cells = celler
peek-head-examples = exempel
peek-odd = Underligt:
peek-nothing-odd = Inget underligt.
peek-one-sheet = av { $count } blad skrivs { $sheet }; välj med --sheet
peek-cells-left-out =
    celler bortom den sista kolumnen är utelämnade, i { $count } { $count ->
        [one] kolumn
       *[other] kolumner
    }
peek-contacts-left-out =
    { $count } { $count ->
        [one] kolumn med kontaktuppgifter är utelämnad
       *[other] kolumner med kontaktuppgifter är utelämnade
    }: { $columns };
    ge en som inte har personer en rubrik som säger vad den har

## Fel i programmet eller datorn

output-not-whole = allt kunde inte skrivas: { $reason }
program-fault = ett fel i programmet: { $reason }
program-failed = programmet gick sönder; inget skrevs. Rapportera gärna det här meddelandet.
changed-while-read = ändrades medan de lästes, så inget skrevs; kör igen: { $files }

## Platser att skriva på

output-not-ours = { $folder } finns och skrevs inte av insats; välj en annan mapp med --out, eller flytta undan den
output-foreign = { $folder } innehåller sådant som insats inte skrev, eller som har ändrats sedan dess: { $files }; inget skrevs. Flytta undan det, eller välj en annan mapp med --out
output-open = { $folder } ersätts inte: en fil där är öppen i Word, Excel eller LibreOffice, som har lagt { $marks } bredvid den. Inget skrevs, och den förra körningens filer ligger kvar. Stäng filen och kör igen; är den inte öppen någonstans, ta bort { $marks }
output-held = { $folder } kan inte ersättas: { $reason }. En fil där kan vara öppen i ett annat program, som rapport.docx i Word eller tables.xlsx i Excel, eller mappen i ett fönster. Inget skrevs, och den förra körningens filer ligger kvar. Stäng det som är öppet och kör igen
output-aside = de nya filerna kunde inte sättas in i stället för { $folder }: { $reason }. Den förra körningens filer ligger i { $aside }; stäng det som är öppet och kör igen, så läggs de tillbaka först
output-is-input = { $target } kan inte skrivas: det skulle ta platsen för det som läses ({ $inputs }). Välj en annan plats med --out
output-exists = { $file } finns redan och skrivs inte över; välj ett annat namn, eller ange --force (den gamla filen blir då kvar som .bak)
output-no-file = { $file } finns och är ingen fil; välj ett annat namn
output-protected = { $file } är skrivskyddad och ersätts inte; välj ett annat namn, eller ta bort skrivskyddet
output-busy = en annan körning skriver i { $target }; vänta tills den är klar
output-link = { $target } är en symbolisk länk; inget skrivs genom länkar. Ange själva platsen, eller ta bort länken
output-refused = { $what }: { $reason }
and-more = och { $count } till
cannot-create = kan inte skapa { $path }
cannot-write = kan inte skriva { $path }
cannot-replace = kan inte ersätta { $path }
cannot-keep = kan inte behålla den gamla filen som { $path }
cannot-look-through = kan inte se igenom { $path }
cannot-remove = kan inte ta bort { $path }
cannot-lock = kan inte låsa { $path }
cannot-restore = kan inte återställa { $path }

## Vad som har ändrats sedan en körning

head-cause = orsak
head-weighted = använda medel (viktade, { $unit })
head-now = nu
head-change = ändring
head-change-of = ändring av { $what }
head-code = kod
head-because = på grund av
since-before = före
since-now = nu
since-nothing = Inget har ändrats sedan körningen: inget tal, ingen figur, inget påstående.
since-not-whole = Det går inte att säga om något har ändrats sedan körningen, för allt kunde inte jämföras:
since-files = { $cause }: { $names }
since-file-changed = ändrad
since-file-new = ny
since-file-gone = används inte längre
since-item = { $name }: { $count ->
        [one] en cell har
       *[other] { $count } celler har
    } ändrats på grund av { $causes }
since-item-new = { $name } är ny
since-item-gone = { $name } finns inte längre i rapporten
since-claim = påståendet { $claim }: { $before } → { $now }, på grund av { $causes }
since-holds = stämmer
since-fails = stämmer inte
since-undecided = kan inte avgöras
since-and-more = och { $count } till
since-written = Skriven: { $file }

template-added-styles = { $count ->
    [one] Mallen saknade formatet { $styles }: det lades till
   *[other] Mallen saknade formaten { $styles }: de lades till
}
template-without-place = Rapporten står sist i mallen. En innehållskontroll med taggen insats:report säger var den ska stå
template-with-contents = Mallen har en egen innehållsförteckning: uppdatera den i Word (F9)

started = { $items ->
    [one] En figur eller tabell
   *[other] { $items } figurer, tabeller och texter
} och { $sentences ->
    [one] en mening
   *[other] { $sentences } meningar
} står i kontroller i { $file }
started-with-drafts = Meningarna är utkast: insats claims draft skriver dem som påståenden, så att de kan prövas
