### Audits: samples that people read, and what follows for all.

## Drawing

audit-drawn-by = drawn by insats audit: draw { $draw }, seed { $seed }
audit-of-nothing = neither the codebook nor the study has anything whose codes could be audited
    .expected = rules in the codebook, or a model in study.toml
    .todo = add rules to the codebook, or learn a model with insats learn and declare it; without either, people code everything
audit-all-coded = nothing rests on rules or suggestions: no answer in these domains has a text that people have not coded
    .expected = answers that nobody has coded
    .todo = see with insats status what is coded and what is blank: numbers of it are counted, not estimated
audit-domain-unknown = the codebook has no domain { $domain } of interventions with codes
    .expected = domains of interventions that have codes
    .todo = { $suggestion }
audit-without-coders = nobody was named who reads { $count ->
        [one] the answer of the sample
       *[other] the { $count } answers of the sample that nobody was given
    }
    .expected = names with commas between, as --coders anna,bo
    .todo = name who is to read the sample
audit-none-drawn = no sample was drawn in the study
    .expected = draws in the folder audit
    .todo = draw one with insats audit and --size

## The files

audit-file-unread = the file is none of an audit, and is not read
    .expected = draw-1.json, draw-1.csv and so on, as insats audit writes them
    .todo = move it elsewhere
audit-file-missing = the file of a draw is missing: what was frozen cannot be known
    .expected = every file that insats audit wrote
    .todo = put it back from a copy; where there is none, move the folder audit away, take its draws back as insats audit then says, and draw anew (what people have coded stays)
audit-draw-missing = the log says that the sample of draw { $draw } was given out, and a file of that draw is missing: what was frozen cannot be known
    .expected = every file that insats audit wrote
    .todo = put it back from a copy; where there is none, take the draw back with insats accept --undo { $line } and draw anew (what people have coded stays)
audit-unreadable = the file of a draw cannot be read: { $reason }
    .expected = a file as insats audit wrote it
    .todo = put it back from a copy; where there is none, move the folder audit away, take its draws back as insats audit then says, and draw anew (what people have coded stays)
domains-not-audited =
    not audited: { $domains }. { $count ->
        [one] One coding rests
       *[other] { $count } codings rest
    } there on rules or suggestions; its numbers are counted and have no interval
    .todo = draw a sample of it too with insats audit --domain, where they matter
audit-changed = the file of a draw is not as it was written: an estimate cannot rest on values that were changed since
    .expected = the file as insats audit wrote it
    .todo = put it back from a copy; where there is none, move the folder audit away, take its draws back as insats audit then says, and draw anew (what people have coded stays)
audit-of-later-version = the file of a draw has the format { $format }
    .expected = format { $known } or an earlier one
    .todo = use a later version of insats
audit-of-other-codebook = the sample was drawn with the codebook { $frozen }
    .expected = a version of { $own }
    .todo = declare that codebook again, or move the folder audit away, take its draws back as insats audit then says, and draw anew (what people have coded stays)
audit-domain-gone = the sample was drawn in the domain { $domain }, which has no codes any longer
    .expected = the domains that were audited
    .todo = put the domain back, or move the folder audit away, take its draws back as insats audit then says, and draw anew (what people have coded stays)

## What was drawn

audit-drawn = The sample: { $sampled ->
        [one] one intervention
       *[other] { $sampled } interventions
    } of { $units ->
        [one] the one that rests
       *[other] { $units } that rest
    } on rules or suggestions{ $new ->
        [0] {""}
       *[other] , { $new } of them new
    }.
audit-larger = { $sampled } are more than the { $size } that were asked for: what was drawn is not taken back, and answers that are new have a share of their own.
audit-at-least = { $sampled } are read and not the { $size } that were asked for: at least two of every stratum, from which its errors are known.
audit-twice = { $sampled } interventions are read and not the { $size } that were asked for: { $twice ->
        [one] one was drawn twice
       *[other] { $twice } were drawn twice
    }, for the domains of an earlier draw and for those that are new, and { $twice ->
        [one] is
       *[other] are
    } read once. A larger --size reads more.
audit-area-short = { $area }: { $all ->
        [0] nothing rests on rules or suggestions
        [one] the only one is read
       *[other] all { $all } are read
    }; { $size } were asked for.
audit-area-more = { $area }: { $sampled } are read and not the { $size } that were asked for: at least two of every stratum, and nothing that was drawn is taken back.
audit-area-twice = { $area }: { $sampled } are read and not the { $size } that were asked for, because some were drawn twice, for other domains, and are read once.
audit-keeps-seed = What was drawn before keeps its order (seed { $seeds }): another seed orders only what is new.
audit-keeps-domains = Still audited, because they were drawn before: { $domains }.
audit-takes-all = The sample is all { $units }: people read everything.
audit-draws-nothing = Nothing more was drawn, and nothing new had to be frozen.
audit-given = { $coder }: { $answers ->
        [one] one answer
       *[other] { $answers } answers
    } given out now
audit-doubled = { $doubled ->
        [one] One of them is
       *[other] { $doubled } of them are
    } read by two. Nobody sees which.
audit-begun = { $begun ->
        [one] One intervention of the sample was
       *[other] { $begun } interventions of the sample were
    } begun by a coder before it was drawn; suggestions may have been seen.
audit-given-before = { $coder } was given { $answers ->
        [one] one answer of the sample before it was drawn, which stays theirs; they may have seen suggestions for it
       *[other] { $answers } answers of the sample before it was drawn, which stay theirs; they may have seen suggestions for them
    }. From now on these are read blind: let insats sheet --coders { $coder } write a new workbook. Where an old one holds suggestions, insats collect takes none of these answers from it.
audit-given-nothing = { $coder } was given nothing: the sample is others' already.
audit-written = Frozen in { $file }

## How far it is read

audit-head-frame = in the frame
audit-head-sample = in the sample
audit-head-read = read
audit-head-funds = funds of the sample ({ $unit })
audit-head-funds-read = of them read
audit-head-beside = coded beside it
audit-so-far = { $read } of { $sample } interventions of the sample are read{ $money ->
        [no] {""}
       *[other] , { $funds } of { $of }
    }.
audit-waiting = { $count ->
        [one] One coding waits
       *[other] { $count } codings wait
    }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. Code them with insats review, or in the workbooks of insats sheet.
audit-unsettled = { $count ->
        [one] One coding is to be settled, because those who read it differ
       *[other] { $count } codings are to be settled, because those who read them differ
    }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }. Settle them with insats review, or in the workbook differences.xlsx of insats collect.
audit-new = { $count ->
        [one] One intervention is in no draw
       *[other] { $count } interventions are in no draw
    }{ $money ->
        [no] {""}
       *[other] {" "}({ $funds })
    }: draw again with insats audit and --size; what was drawn stays.
audit-edited = { $count ->
        [one] One intervention was
       *[other] { $count } interventions were
    } edited since the draw{ $money ->
        [no] {""}
       *[other] {" "}({ $funds })
    }: draw again with insats audit and --size; what was drawn stays.
audit-gone = { $count ->
        [one] One answer that was frozen is gone, and has
       *[other] { $count } answers that were frozen are gone, and have
    } left the frame.
audit-is-read = The sample is wholly read: estimates stand on it.

## In a run

audit-codes-gone = frozen codes in { $domain } that the codebook does not have: { $codes }
    .expected = codes of the codebook, or a line of insats codebook migrate that says what they are called now
    .todo = nothing if they are gone for good: they count as none, and the sample corrects that
audit-of-others = only { $there } of { $frozen } answers that were frozen are in the study and read as they did
    .expected = the draws of this study, whose answers are mostly as they were
    .todo = see whether the folder audit or the answers are those of another study or year; if they are right, draw anew what was edited
audit-not-read = { $count ->
        [one] one intervention
       *[other] { $count } interventions
    }{ $funds } of the { $sample } in the sample { $count ->
        [one] has
       *[other] have
    } not been read: nothing can be estimated
    .expected = the whole sample coded by those who were given it
    .todo = code what is missing with insats review or insats sheet (insats audit lists it), or use codes = "best"
audit-not-settled = { $count ->
        [one] one intervention
       *[other] { $count } interventions
    }{ $funds } of the { $sample } in the sample { $count ->
        [one] has
       *[other] have
    } been read differently, which is not settled: nothing can be estimated
    .expected = one decision where those who read differ
    .todo = settle it with insats review (insats audit lists what is to be settled), or use codes = "best"
audit-lacks-new = { $count ->
        [one] one intervention is
       *[other] { $count } interventions are
    } in no draw{ $funds }: nothing can be estimated
    .expected = every answer that rests on rules or suggestions among those that were drawn from
    .todo = draw again with insats audit and --size: what was drawn stays
audit-lacks-edited = { $count ->
        [one] one intervention was
       *[other] { $count } interventions were
    } edited since the draw{ $funds }: nothing can be estimated
    .expected = texts as they were when their codes were frozen
    .todo = draw again with insats audit and --size: what was drawn stays
audit-of-other-model = the sample was drawn with the suggestions of another model: the promise of that model is not that of this one, whose own thresholds count
audit-accepted-from = { $domain }: suggestions are accepted from the probability { $from }; of { $read } read { $wrong ->
        [0] none was
        [one] one was
       *[other] { $wrong } were
    } wrong, so that at least { $lower } are right ({ $target } are promised)
audit-accepts-nothing = { $domain }: the sample is too small, or too much of it is wrong, to promise { $target }: no suggestion is accepted
    .todo = see with insats audit --evaluate how many more answers would do

## What it says

audit-head-by = given by
audit-head-right = right
audit-head-precision = precision (95 %)
audit-head-recall = recall (95 %)
audit-by-rules = rules
audit-by-suggestions = accepted suggestions
audit-promised = { $name }: suggestions are accepted from the probability { $from }. Of { $read } that were read { $wrong ->
        [0] none was wrong
        [one] one was wrong
       *[other] { $wrong } were wrong
    }, so that at least { $lower } are right ({ $target } are promised). { $accepted } codings are automatic; by the model alone { $today }.
audit-promises-later = { $name }: the sample is too small to promise { $target }; no suggestion is accepted. { $more } more answers would do if as much is wrong as was seen; { $then } codings would then be automatic; by the model alone { $today } are.
audit-promises-nothing = { $name }: too much was wrong to promise { $target }, however many are read; no suggestion is accepted.
audit-thresholds-idle = These thresholds are of the model that was audited. The study declares another, or none: nothing is accepted by them.
audit-evaluated = Precision, thresholds and estimates are in { $folder }
