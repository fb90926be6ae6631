### What becomes of codings while answers go on arriving: locks, and texts that have changed.

## The lock of a coding sheet

lock-of-other-format = this is no lock of a coding sheet that this version of insats reads
    .expected = { $expected } in the first line
    .todo = restore the file from a backup or the version control, or use a newer version of insats
lock-line-unreadable = the line is none of a lock
    .expected = the id of a row, a domain and a fingerprint of 64 digits, or "defined", a domain, a code and two fingerprints, with a tab
        between them
    .todo = restore the file from a backup or the version control; where two versions were merged, keep the lines of both
lock-line-twice = { $id } stands twice for { $domain }
    .expected = a line for every row and domain, and for every code of a domain
    .todo = keep the line of the version in which the answer was coded last
locked-with-other-codebook = the codings were locked with the codebook { $codebook }, and the study uses { $own }
    .expected = codes that mean the same in both
    .todo = see what has changed in the codebook, and lock the codings again with insats lock
code-redefined = the codebook defines { $code } ({ $domain }) otherwise than when { $count ->
        [one] it was given in one coding
       *[other] it was given in { $count } codings
    }{ $funds }: { $names }
    .expected = codings that were made by the definition that the codebook has now
    .todo = read the codings again with the new definition; where they hold, run insats lock with --codes { $code }
decided-code-redefined = the codebook defines { $code } ({ $domain }) otherwise than when { $count ->
        [one] a decision
       *[other] { $count } decisions
    } gave the code{ $funds }: { $names }
    .expected = decisions by the definition that the codebook has now
    .todo = read the answers again with the new definition, and decide anew with insats accept and --unit
decided-with-other-codebook = { $count ->
        [one] a decision was
       *[other] { $count } decisions were
    } made with the codebook { $codebook }, and the study uses { $own }{ $funds }: { $names }
    .expected = codes that mean the same in both
    .todo = see what has changed in the codebook, and decide anew with insats accept and --unit
locked-code-unknown = no coding sheet has the code { $code }
    .expected = codes that stand in a coding sheet, with their new definition in the codebook
    .todo = { $suggestion }
codings-without-lock = { $count ->
        [one] the coding sheet { $files } has
       *[other] the coding sheets { $files } have
    } no lock: codes count by the ids of their rows, whatever has become of the texts
    .expected = locks, so that no code is used for a text that it was not given to
    .todo = run insats lock once the sheets are right for the answers that there are now

nothing-to-lock = the study has no coding sheets
    .expected = a [[coding]] with the file of a coding sheet
    .todo = declare the coding sheets in study.toml
locked-id-unknown = no row of a coding sheet has the id { $id }
    .expected = the ids of rows that have been coded anew
    .todo = { $suggestion }
fingerprint-unreadable = { $value } in the column { $column } is no fingerprint
    .expected = 64 digits and letters from a to f, as insats wrote them, or the word blank where the answer was blank
    .todo = restore the cell from the file that insats wrote, or empty it and run insats lock
lock-and-columns-differ = { $count ->
        [one] the lock and a column of the sheet name different texts for one coding
       *[other] the lock and columns of the sheet name different texts for { $count } codings
    }, first of { $id }; the column counts
    .expected = one text that a coding was given to
    .todo = remove the line from the lock, or empty the cell where the lock is right
locked-id-in-columns = what the codes of { $id } were given to stands in columns of the sheet itself
    .expected = an id whose row is locked beside the sheet
    .todo = empty the cells of the row in the columns whose names end in _read, and run insats lock
file-locked-in-columns = { $sheet }: { $count ->
        [one] one coding says itself in a column which text it was given to
       *[other] { $count } codings say themselves in columns which texts they were given to
    }
file-locked = { $file }: { $locked ->
        [one] one coding locked
       *[other] { $locked } codings locked
    }{ $kept ->
        [0] {""}
       *[other] , { $kept } as before
    }{ $dropped ->
        [0] {""}
       *[other] , { $dropped } gone
    }
codings-waiting = { $waiting ->
        [one] one coding waits
       *[other] { $waiting } codings wait
    } for a decision: insats check tells which

## Texts that are kept

kept-texts-of-other-format = the file does not begin as one of kept texts: nothing of it is used, and no text is kept
    .expected = texts that this version of insats has kept
    .todo = move the file away if it is another's, or use a newer version of insats
kept-texts-odd = { $count ->
        [one] a line of the kept texts is damaged and is
       *[other] { $count } lines of the kept texts are damaged and are
    } not used
    .expected = a fingerprint, and the texts that have it
    .todo = nothing needs to be done; old wording is shown where it is kept
texts-kept = { $texts ->
        [one] one text was
       *[other] { $texts } texts were
    } kept in { $file }, so that old wording can be shown; insats forget erases them
texts-forgotten = { $texts ->
        [0] No text
        [one] One text
       *[other] { $texts } texts
    } erased in { $files }. Locks stay, and only fingerprints are compared from now on.
texts-elsewhere = { $count ->
        [one] Another file of the folder may say how answers read, and stays
       *[other] Other files of the folder may say how answers read, and stay
    }: { $files }. Erase { $count ->
        [one] it
       *[other] them
    } when nobody needs { $count ->
        [one] it
       *[other] them
    } any more.
private-file-filled-in = somebody has written into the file since insats wrote it, and it has not been given back
    .expected = a file as insats wrote it, or one that was given back; nothing was erased
    .todo = give it back first (a list with insats accept --from), or erase it, too, with insats forget --all
nothing-to-forget = No text is kept: there is nothing to erase.

## Texts that have changed since they were coded

coded-texts-edited = { $count ->
        [one] a coding in { $file } was given to a text that reads otherwise now
       *[other] { $count } codings in { $file } were given to texts that read otherwise now
    }{ $funds }: { $names }; the first { $kept ->
        [yes] read { $old } and reads { $text } now
       *[no] reads { $text }
    }
    .expected = codes that were given to the texts as they are
    .todo = { $sheet ->
        [yes] read the new texts and decide with insats accept; or correct the codes in the sheet, and run insats lock with --again and the ids
       *[no] read the new texts, and code them again or decide with insats accept
    }
coded-texts-unclear = { $count ->
        [one] an answer reads as several that were coded differently
       *[other] { $count } answers read as several that were coded differently
    }, and their ids are gone{ $funds }: { $names }
    .expected = one coding for every answer
    .todo = { $sheet ->
        [yes] decide with insats accept; or code the answers in the sheet under the ids that they have now, and run insats lock with --again and the ids
       *[no] code the answers again, or decide with insats accept
    }
coded-texts-moved = { $count ->
        [one] a coding has followed its text to another id
       *[other] { $count } codings have followed their texts to other ids
    }{ $funds }: { $names }
    .expected = codes that stay with what was read
    .todo = nothing needs to be done
coded-texts-doubled = { $count ->
        [one] an answer that nobody has coded reads
       *[other] { $count } answers that nobody has coded read
    } as another that is coded{ $funds }: { $names }
    .expected = every answer once
    .todo = find out whether the answer was sent in twice; if not, code it
codings-not-locked = { $count ->
        [one] a coding is
       *[other] { $count } codings are
    } not locked yet{ $funds }: { $names }
    .expected = a lock for every coding
    .todo = run insats lock
coded-texts-withdrawn = { $count ->
        [one] a coded answer is
       *[other] { $count } coded answers are
    } gone: { $names }
    .expected = the answers that were coded
    .todo = find out why they are gone; if that is right, nothing needs to be done

## How far a study has come

status-all-areas = all areas
status-sheet = { $file } ({ $who }): { $rows ->
        [one] one row
       *[other] { $rows } rows
    }, { $locked ->
        [yes] locked
       *[other] not locked
    }{ $unlocked ->
        [0] {""}
        [one] ; one coding is newer than the lock
       *[other] ; { $unlocked } codings are newer than the lock
    }
status-decisions = decided beside the sheets: { $by }
status-to-code = { $count ->
        [one] one coding to give or decide
       *[other] { $count } codings to give or decide
    }: { $names }{ $more ->
        [0] {""}
       *[other] , and { $more } more
    }
status-reworded = Texts that wait for a decision:
status-read = read
status-reads = reads
status-reminders = { $count ->
        [one] one answer is expected
       *[other] { $count } answers are expected
    }{ $begun ->
        [0] {""}
        [one] , one of them begun
       *[other] , { $begun } of them begun
    }: { $names }{ $more ->
        [0] {""}
       *[other] , and { $more } more
    }
status-late = { $count ->
        [one] one answer came late
       *[other] { $count } answers came late
    }: { $names }{ $more ->
        [0] {""}
       *[other] {" "}and { $more } more
    }
status-errors = { $count ->
        [one] one error in the study's files
       *[other] { $count } errors in the study's files
    }: numbers may change when they are mended
status-written = Written: { $file }
status-next-mend = Next: see with insats check what is wrong, and mend it.
status-next-lock = Next: run insats lock, so that no code is used for a text that it was not given to.
status-next-decide = Next: decide with insats accept what waits; or correct the codes in the sheets, and run insats lock with --again and the ids.
status-next-audit = Next: code the sample that was drawn; insats audit says what waits for whom.
status-next-code = Next: code what is listed; insats status with --out writes the whole list.
status-next-remind = Next: remind those who have not answered; insats status with --out writes the whole list.
status-next-run = Next: run insats run; everything is coded, and everybody has answered.

## What people have decided beside the sheets

decisions-file-empty = the file is empty
    .expected = decisions, a line for each
    .todo = remove it; or restore it from a backup or the version control, if somebody had decided something
decisions-file-unread = the file is not read: its name does not end in { $ending }
    .expected = files of decisions, whose names end so
    .todo = name it so if it holds decisions that should count; else put it elsewhere
decision-line-half = the last line stops short: it was not written whole, and counts for nothing
    .expected = whole lines
    .todo = see with insats accept --log what was kept, and decide again what is missing
decision-line-not-utf8 = the line is no UTF-8 text
    .expected = lines as insats accept writes them
    .todo = restore the line from a backup or the version control
decision-line-unreadable = the line is no decision: { $reason }
    .expected = a JSON object with the keys of the reference, and no others
    .todo = restore the line from a backup or the version control; what was decided is changed with insats accept, never in the file
decisions-in-conflict = the file has the marks of a version control that could not put two versions together
    .expected = the lines of both
    .todo = remove the lines with <<<<<<<, |||||||, ======= and >>>>>>>, and keep all others: the order means nothing, and the same line twice counts once
decisions-of-other-version = the file is of version { $version }, and this program knows { $known }
    .expected = a file that this program can read
    .todo = use a newer version of insats
decisions-without-version = the file does not say what it is
    .expected = { $first } in the first line
    .todo = put that line first
decision-predecessor-missing = { $count ->
        [one] a line follows one
       *[other] { $count } lines follow some
    } that no file has; the first is by { $who }
    .expected = the files of all who decide
    .todo = fetch the missing files into the folder decisions; what counts may change
decided-code-unknown = the codebook has no code { $code } for { $domain }, which was decided for { $unit }
    .expected = codes of the codebook
    .todo = { $suggestion }; decide it anew with insats accept, or carry the codes over with insats codebook migrate
decisions-differ = { $count ->
        [one] a coding was decided
       *[other] { $count } codings were decided
    } differently by people who did not know of each other{ $funds }: { $names }; of the first { $said }
    .expected = one decision
    .todo = talk it over, and decide with insats accept
cell-differs-from-decision = the cell says { $cell } for { $unit } ({ $domain }), and { $who } decided { $decided } when it said something else: { $other }
    .expected = the cell as it was, or as was decided
    .todo = decide with insats accept which holds, or put the cell right
decided-cells-emptied = { $count ->
        [one] a coding that was decided had a code in the sheet then, and has
       *[other] { $count } codings that were decided had codes in the sheet then, and have
    } none there now{ $funds }: { $names }
    .expected = the cells as they were, or what was decided
    .todo = the decisions count; write into the cells what was decided, or take a decision back with insats accept --undo and the id
locked-rows-gone = { $count ->
        [one] a coding that was locked has
       *[other] { $count } codings that were locked have
    } no row any more, though the answers are there{ $funds }: { $names }
    .expected = the rows that were locked
    .todo = put the rows back, or run insats lock, which forgets them

## Deciding at the terminal

decider-name = the name { $who }
    .todo = give another after { $option }
decider-without-name = { $who } cannot be the name of a file
    .expected = a name with letters, of at most 60
    .todo = say after { $option } who it is
decider-file-taken = decisions of { $who } would stand in { $file }, where it stands who codes what
    .expected = a name of which nothing else has the file
    .todo = give another after { $option }
no-such-code = { $code } is no code of { $domain }: { $suggestion }
no-decision-of = nothing was decided of { $of } that could be taken back
    .expected = an id of which something was decided, or the beginning of a line's name
    .todo = see with insats accept --log what was decided
no-decision-yet = { $who } has decided nothing that could be taken back
    .expected = a decision of one's own
    .todo = see with insats accept --log what was decided, and by whom
accept-at = { "[" }{ $at } of { $all }]  { $what }: { $why }
accept-edited = the text was edited
accept-unclear = it reads as several that were coded differently
accept-unsettled = people differ
accept-doubled = it reads as another that is coded
accept-not-coded = it has no code yet
accept-coded = it is coded
accept-given = sheet{ $under }: { $codes }
accept-given-by = { $who }{ $under }: { $codes }
accept-read = read before: { $text }
accept-reads = reads now: { $text }
accept-none = none
accept-prompt = Codes [n none, s skip, u undo, q quit, ? help]:
accept-prompt-with-keep = Codes [k keep, n none, s skip, u undo, q quit, ? help]:
accept-why = Why:
accept-why-as-before = Why [{ $why }]:
accept-why-missing = A decision needs a reason.
accept-nothing-to-keep = There are no codes, or several, that could be kept: type those that hold.
accept-nothing-to-undo = Nothing was decided yet that could be undone here.
accept-help = Type the codes that hold, with ; between them; or k (keep) where those that were given still hold, n (none) where no code fits, s (skip) to leave it for later, u (undo) to take back what was decided last, q (quit) to end: what was saved stays.
accept-saved = saved { $id } { $unit } { $domain }: { $codes }
accept-undone = undone { $id }
accept-undone-at-once = taken back at once
accept-done = { $decided ->
        [one] One coding decided
       *[other] { $decided } codings decided
    }, { $left } left.
accept-takes-back = takes back { $id }
accept-taken-back = (taken back)
listed-comma = it cannot be told which codes { $written } means
    .expected = codes with semicolons between, each once
    .todo = write the code as the codebook has it, and put semicolons between several
listed-word-for-nothing = { $word } stands where codes are expected
    .expected = codes, or { $none } where none fits
    .todo = write { $none } if that is meant, or leave the cell blank
listed-word-for-undecided = { $word } says that nothing has been decided
    .expected = codes, or { $none } where none fits
    .todo = leave the cell blank for now
listed-row-twice = { $id } stands twice for { $domain } with codes
    .expected = one row for every coding
    .todo = leave the codes of one of them blank
listed-text-changed = { $id } reads otherwise now ({ $domain }), or the column was changed
    .expected = the text for which the row was written
    .todo = write the list anew with insats accept --list, and read the text again
listed-decided-since = { $id } ({ $domain }) was decided since the list was written, by { $who }
    .expected = what had been decided when the row was filled in
    .todo = see with insats accept --log what was decided; if it should be otherwise, decide it with --unit, or leave the codes of the row blank
listed-decision-missing = { $id } ({ $domain }) names decisions that are not here
    .expected = the decisions that there were when the list was written
    .todo = fetch the missing files into the folder decisions; or write the list anew with insats accept --list
list-without-after = the list does not say what had been decided when it was written
    .expected = a column { $column }
    .todo = write the list anew with insats accept --list --force, which keeps the old one as .bak, and fill that in
listed-without-why = { $id } is decided without a reason
    .expected = why it is decided so
    .todo = fill in the cell, or give a reason for all with --why
list-filled-in = somebody has begun to fill in the list that is there
    .expected = no list, or one without codes and reasons
    .todo = take it back with --from first; or write a new one with --force, which keeps the old one as .bak
list-without-sheet = there is no sheet in the file
    .expected = a list that insats accept --list wrote
    .todo = give the file that was filled in
accept-listed = { $waiting ->
        [one] One coding waits
       *[other] { $waiting } codings wait
    }: { $file }
accept-left-to-readers = { $count ->
        [one] One coding of an audit is left to whoever reads its sample
       *[other] { $count } codings of an audit are left to those who read its sample
    }; insats audit says who
accept-taken-from-list = { $decided ->
        [one] One coding decided
       *[other] { $decided } codings decided
    }{ $same ->
        [0] {""}
       *[other] , { $same } as before
    }{ $blank ->
        [0] {""}
       *[other] , { $blank } without codes passed over
    }.
rule-without-codebook = the study declares no codebook that a rule could be added to
