### What the terminal says beside the messages about files.

## Labels of a message

severity-error = error
severity-warning = warning
severity-notice = notice
label-found = found
label-expected = expected
label-todo = to do
label-also = also
more-like-this = and { $count } more like this: { $places }
problems-to-mend =
    { $count ->
        [one] { $count } problem to mend; nothing was written.
       *[other] { $count } problems to mend; nothing was written.
    }
notices-also-in =
    { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }, { $notices ->
        [one] { $notices } notice
       *[other] { $notices } notices
    } (also in { $file }):

## Stages of the work

stage-study = reading the declarations
stage-reading = reading the exports
stage-coding = attaching codes and weighting funds
stage-counting = counting
stage-agreement = comparing coders
stage-learning = learning
stage-report = filling in the report
stage-claims = checking claims
stage-drawing = drawing figures
stage-writing = writing

## Domains, levels and heads of tables

level-main = main
level-sub = sub
group-all = all
head-area = area
head-answered = answered
head-late = late
head-interventions = interventions
head-excluded = excluded
head-coded = coded
head-target = T ({ $unit })
head-reported = S ({ $unit })
head-domain = domain
head-not-answered = not answered
head-settled = coded to the end
head-funds-settled = of which coded
head-none = none
head-not-coded = not coded
head-unsettled = unsettled
head-waiting = waiting
head-funds-waiting = funds that wait ({ $unit })
head-codes-from = codes from
head-unchanged = unchanged
head-moved = moved
head-edited = edited
head-unclear = unclear
head-new = new
head-doubled = doubled
head-withdrawn = withdrawn
head-not-locked = not locked
head-level = level
head-measure = measure
head-value = value
head-interval = 95 percent interval
head-coded-by-rules = coded by rules
head-without-code = without a code
head-their-funds = their funds ({ $unit })
head-answers = answers
head-rules-f1 = rules F1
head-learning-f1 = learning F1
head-both-f1 = both F1
head-automatic = automatic
head-precision = precision
head-recall = recall
head-f1 = F1
head-macro-f1 = macro F1
head-rightly-none = rightly none
head-accepted = accepted codings
head-review = for review
head-automatic-answers = automatic answers
head-share = share
interval = { $low } to { $high }
share-of = { $part } of { $all }

## What commands did

run-written =
    { $figures ->
        [one] { $figures } figure
       *[other] { $figures } figures
    } and { $tables ->
        [one] { $tables } table
       *[other] { $tables } tables
    } are in { $folder }
written-to = written to { $folder }
kept-as = the former file is kept as { $file }
account-recipients = { $account }: { $count ->
        [one] { $count } recipient
       *[other] { $count } recipients
    }
agreement-coders =
    Coders { $coders }; { $count } { $count ->
        [one] intervention
       *[other] interventions
    } coded by several
agreement-by-nobody = { $domain }: coded by nobody, so there is no agreement to measure
agreement-by-some = { $domain }: coded by { $coders } only, so there is no agreement to measure
agreement-written =
    { $count ->
        [one] { $count } difference to settle is
       *[other] { $count } differences to settle are
    } in { $folder }
agreement-keeps-no-texts = adjudication.csv names texts by fingerprints alone. Run insats lock when it is declared: that keeps the texts, so that old wording can be shown.
code-written =
    { $count ->
        [one] { $count } answer to look at, by the funds at stake, is
       *[other] { $count } answers to look at, by the funds at stake, are
    } in { $file }
learn-all-answers = All answers; main codes
learn-unseen-answers = Answers that the rules' author has not seen; main codes
learn-seen-answers = Tried on wordings and respondents that had been seen, for comparison only
learn-automatic = automatic: the share of people's codings that would be accepted, rightly
learn-written = the model is in { $file } ({ $megabytes } MB)
learn-predicted = what was predicted of answers that the models had not seen is in { $file }
suggest-saved =
    { $automatic } of { $interventions } interventions need no reading; at { $minutes } minutes an intervention, { $hours } { $hours ->
        [one] hour is
       *[other] hours are
    } saved
suggest-written = what to read first is in { $file }
evaluate-held-back = The rules may have been written on the answers called "seen"; "held-back" were kept from their author.
evaluate-none-held-back = The study lists no answers that were held back: the rules may have been written on all of these.
evaluate-written = Codes and areas are in { $folder }; --details adds confusion, patterns and missed texts
evaluate-written-with-details = Codes, areas, confusion, patterns and missed texts are in { $folder }
work-kept-blind =
    { $count ->
        [one] { $count } more answer is out with coders to be read without suggestions, or reads as one that is, and is not in the list
       *[other] { $count } more answers are out with coders to be read without suggestions, or read as one that is, and are not in the list
    }
codebook-exported =
    { $codes } { $codes ->
        [one] code
       *[other] codes
    } and { $rules } { $rules ->
        [one] rule
       *[other] rules
    } written to { $file }; its first sheet tells how to edit them
codebook-exchanged =
    { $codes } { $codes ->
        [one] code
       *[other] codes
    } written to { $file }
codebook-imported =
    { $codes } { $codes ->
        [one] code
       *[other] codes
    } and { $rules } { $rules ->
        [one] rule
       *[other] rules
    } written to { $file }
codebook-same-already =
    { $codes } { $codes ->
        [one] code
       *[other] codes
    } and { $rules } { $rules ->
        [one] rule
       *[other] rules
    }, the same as in { $file }, which stays as it is
codebook-no-changes = nothing differs between { $old } and { $new } but, where it does, the version
codebook-changes = from { $old } to { $new }:
codebook-changed-codes = codes
codebook-changed-systems = code systems
codebook-changed-domains = domains
codebook-changed-settings = settings
codebook-code-new = { $code } is new: { $label }
codebook-code-gone = { $code } is gone: { $label }
codebook-code-renamed = { $code } has another label: { $from }, now { $to }
codebook-code-moved = { $code } ({ $label }) is moved: from { $from } to { $to }
codebook-code-redefined = { $code } ({ $label }) has another definition
codebook-code-rules = { $code } ({ $label }) has other rules; new patterns: { $new }; gone: { $gone }
codebook-key-new = { $key } is new: { $to }
codebook-key-gone = { $key } is gone: { $from }
codebook-key-changed = { $key }: { $from }, now { $to }
codebook-key-list = { $key }; new: { $new }; gone: { $gone }
codebook-and-more = { $named } and { $more } more
codebook-holds =
    { $codes } { $codes ->
        [one] code
       *[other] codes
    }, { $rules } { $rules ->
        [one] rule
       *[other] rules
    }, { $patterns } { $patterns ->
        [one] pattern
       *[other] patterns
    }; { $notices } to look at
codebook-holds-tried =
    { $codes } { $codes ->
        [one] code
       *[other] codes
    }, { $rules } { $rules ->
        [one] rule
       *[other] rules
    }, { $patterns } { $patterns ->
        [one] pattern
       *[other] patterns
    }, tried on { $texts } { $texts ->
        [one] text
       *[other] texts
    }; { $notices } to look at
codebook-show-all = --all shows every one, with all its patterns

## check

check-found =
    { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }, { $notices ->
        [one] { $notices } notice
       *[other] { $notices } notices
    }.
check-read-surveys =
    Read: { $surveys ->
        [one] { $surveys } survey
       *[other] { $surveys } surveys
    }, { $respondents ->
        [one] { $respondents } respondent
       *[other] { $respondents } respondents
    }, { $interventions ->
        [one] { $interventions } intervention
       *[other] { $interventions } interventions
    }. Nothing was written.
check-read-accounts =
    Read: { $accounts ->
        [one] { $accounts } account
       *[other] { $accounts } accounts
    }, { $returns ->
        [one] { $returns } return
       *[other] { $returns } returns
    }. Nothing was written.
check-read-both =
    Read: { $surveys ->
        [one] { $surveys } survey
       *[other] { $surveys } surveys
    }, { $respondents ->
        [one] { $respondents } respondent
       *[other] { $respondents } respondents
    }, { $interventions ->
        [one] { $interventions } intervention
       *[other] { $interventions } interventions
    }, { $accounts ->
        [one] { $accounts } account
       *[other] { $accounts } accounts
    }, { $returns ->
        [one] { $returns } return
       *[other] { $returns } returns
    }. Nothing was written.
check-read-nothing = The data could not be read before the errors are mended.

## verify and claims draft

claims-drafted =
    { $count ->
        [one] { $count } claim is
       *[other] { $count } claims are
    } in { $file }
claims-verified =
    { $all ->
        [one] { $all } claim
       *[other] { $all } claims
    }: { $holding } hold, { $failing } fail, { $open ->
        [0] {""}
       *[other] { $open } are open,{" "}
    }{ $undecided } cannot be decided
outcome-holds = holds
outcome-fails = fails
outcome-open = open
outcome-undecided = undecided
label-stated = stated
label-computed = computed
label-true = true
label-because = because
manuscript-covered = { $name }: { $all } numbers and quantifying words, { $covered } of them covered by a claim
manuscript-differing = other numbers than the claims state (line or paragraph, sentence)
manuscript-data = other numbers and places than the data say, also without a claim
manuscript-failing = sentences whose claim fails
manuscript-open = sentences whose claim is open: the interval allows both
manuscript-uncovered = sentences with numbers that no claim covers
manuscript-but = { $own }, but { $claim }: { $statement }
manuscript-fails = { $claim } fails; { $reason }
manuscript-is-open = { $claim } is open; { $computed }
manuscript-references = references, captions and cells that do not fit
manuscript-marked = { $count ->
        [one] 1 comment
       *[other] { $count } comments
    } in { $file }
manuscript-marked-elsewhere = { $count ->
        [one] 1 place
       *[other] { $count } places
    } in headers and footers have none: Word has no comments there
setting-heading = heading
setting-caption = caption
setting-cell = table
setting-note = note
setting-box = text box
setting-margin = header or footer
manuscript-words =
    { $count } { $count ->
        [one] quantifying word without a number is
       *[other] quantifying words without a number are
    } covered by no claim
manuscript-missing =
    { $count ->
        [one] { $count } claim
       *[other] { $count } claims
    } that no sentence carries
manuscript-missing-more = and { $count } more; --all names every one

## init

init-tool = { $file } was taken for an export of { $tool }.
init-surveys = Surveys: { $surveys }
init-accounts = Accounts: { $accounts }
init-no-surveys = Surveys: none
init-left-out = Left out
init-unsure = To look at ({ $count })
init-changed-in = Changed in { $file }
init-nearest = ; the nearest is { $near }
init-written = Written
init-next = Next: look through study.toml, then insats check { $folder }
change-renamed = renamed
change-missing = missing
change-new = new

## peek

peek-format = Format
peek-encoding = Encoding
peek-delimiter = Delimiter
peek-quote = Quote
peek-escape = Escape
peek-lines = Lines
peek-sheets = Sheets
peek-sheet = Sheet
peek-table = Table
peek-header = Header
peek-encoding-is = { $encoding } ({ $certainty }: { $reason })
peek-delimiter-is = { $delimiter } ({ $certainty }{ $other })
peek-may-be = ; may also be { $other }
peek-quote-unseen = { $quote } (none seen at work)
peek-lines-end-in = end in { $ends }
peek-hidden = { $sheet } (hidden)
peek-no-table = none: no two rows of two columns
peek-table-is =
    { $rows } { $rows ->
        [one] row
       *[other] rows
    }, { $columns } { $columns ->
        [one] column
       *[other] columns
    }
peek-largest-table-is =
    { $rows } { $rows ->
        [one] row
       *[other] rows
    }, { $columns } { $columns ->
        [one] column
       *[other] columns
    }; the largest of { $tables } tables
peek-header-is =
    { $rows ->
        [one] 1 row, line { $line }
       *[other] { $rows } rows, from line { $line }
    }
peek-no-header = none
peek-labels = Value labels (cells are read as what they mean)
peek-more-labels = and { $count } more
peek-head-column = column
peek-head-holds = seems to hold
peek-head-cells = cells
peek-head-examples = examples
peek-odd = Odd:
peek-nothing-odd = Nothing odd.
peek-one-sheet = of { $count } sheets, { $sheet } is written; choose with --sheet
peek-cells-left-out =
    cells beyond the last column are left out, in { $count } { $count ->
        [one] column
       *[other] columns
    }
peek-contacts-left-out =
    { $count } { $count ->
        [one] contact column is
       *[other] contact columns are
    } left out: { $columns };
    where one holds no persons, give it a header that says what it holds

## Faults

output-not-whole = the output could not be written whole: { $reason }
program-fault = a fault of the program: { $reason }
program-failed = the program failed; nothing was written. Please report this message.
changed-while-read = changed while they were read, so nothing was written; run again: { $files }

## Places to write in

output-not-ours = { $folder } exists and was not written by insats; choose another folder with --out, or move it away
output-foreign = { $folder } holds what insats did not write, or what was changed since: { $files }; nothing was written. Move it away, or choose another folder with --out
output-open = { $folder } is not replaced: a file in it is open in Word, Excel or LibreOffice, which have put { $marks } beside it. Nothing was written, and the earlier output stands. Close the file and run again; if it is open nowhere, remove { $marks }
output-held = { $folder } cannot be replaced: { $reason }. A file in it may be open in another program, as rapport.docx in Word or tables.xlsx in Excel, or the folder in a window. Nothing was written, and the earlier output stands. Close what is open and run again
output-aside = the new output could not be put in place of { $folder }: { $reason }. The earlier output stands as { $aside }; close what is open and run again: it is put back first
output-is-input = { $target } cannot be written: it would take the place of what is read ({ $inputs }). Choose another place with --out
output-exists = { $file } is there already, and is not overwritten; choose another name, or give --force (the old file then stays as .bak)
output-no-file = { $file } exists and is no file; choose another name
output-protected = { $file } is write-protected and is not replaced; choose another name, or lift the protection
output-busy = another run is writing to { $target }; wait until it is done
output-link = { $target } is a symbolic link; nothing is written through links. Give the place itself, or remove the link
output-refused = { $what }: { $reason }
and-more = and { $count } more
cannot-create = cannot create { $path }
cannot-write = cannot write { $path }
cannot-replace = cannot replace { $path }
cannot-keep = cannot keep the old file as { $path }
cannot-look-through = cannot look through { $path }
cannot-remove = cannot remove { $path }
cannot-lock = cannot lock { $path }
cannot-restore = cannot restore { $path }

## What has changed since a run

head-cause = cause
head-weighted = weighted funds ({ $unit })
head-now = now
head-change = change
head-change-of = change in { $what }
head-code = code
head-because = because of
since-before = before
since-now = now
since-nothing = Nothing has moved since the run: no number, no figure, no claim.
since-not-whole = Whether anything has moved since the run cannot be said, for not everything could be compared:
since-files = { $cause }: { $names }
since-file-changed = changed
since-file-new = new
since-file-gone = no longer used
since-item = { $name }: { $count ->
        [one] one cell
       *[other] { $count } cells
    } moved, because of { $causes }
since-item-new = { $name } is new
since-item-gone = { $name } is no longer in the report
since-claim = claim { $claim }: { $before } → { $now }, because of { $causes }
since-holds = holds
since-fails = fails
since-undecided = undecided
since-and-more = and { $count } more
since-written = Written: { $file }

template-added-styles = { $count ->
    [one] The template had no style { $styles }: it was added
   *[other] The template had no styles { $styles }: they were added
}
template-without-place = The report stands last in the template. A content control with the tag insats:report says where it goes
template-with-contents = The template has contents of its own: update them in Word (F9)

started = { $items ->
    [one] One item
   *[other] { $items } items
} and { $sentences ->
    [one] one sentence
   *[other] { $sentences } sentences
} stand in controls in { $file }
started-with-drafts = The sentences are drafts: insats claims draft writes them as claims, so that they can be checked
