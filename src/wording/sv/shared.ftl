### Ord och meningar som flera rum använder.

and = och
or = eller

did-you-mean = menade du { $name }?
only-looks-like = menade du { $name }? { $sign } ser bara ut som { $letter }
known-are = kända är { $names }
names-and-more = { $names } och { $more } till

place-sheet = blad { $sheet }
spot-line = rad { $line }
spot-cell = cell { $cell }
spot-merged-cell = cell { $cell } (i de sammanfogade cellerna { $first }:{ $last })
spot-field = rad { $line }, kolumn { $column }

io-not-found = filen eller mappen finns inte
io-not-permitted = systemet tillåter det inte
io-disk-full = disken är full
io-read-only = disken går bara att läsa
io-is-folder = det är en mapp
io-not-folder = en del av sökvägen är ingen mapp
io-not-utf8 = filen är inte text i UTF-8
system-says = systemet säger "{ $text }"

library-says = biblioteket säger "{ $text }"

### Vad en uppgiftslämnare skrev, där det inte får stå

text-withheld = [visas i terminalen, eller med --show-texts]

### Vad mottagare kallas

noun-recipient = mottagare
    .one = en mottagare
    .several = mottagare
noun-region = region
    .one = en region
    .several = regioner
noun-county = län
    .one = ett län
    .several = län
noun-joint-answer = länsgemensamt svar
    .one = ett länsgemensamt svar
    .several = länsgemensamma svar
noun-municipality = kommun
    .one = en kommun
    .several = kommuner
with-funds = med { $funds }
funds-reported = redovisat { $funds }
