### What becomes of codings while answers go on arriving: locks, and texts that have changed.

## The lock of a coding sheet

lock-of-other-format = this is no lock of a coding sheet that this version of insats reads
    .expected = { $expected } in the first line
    .todo = restore the file from a backup or the version control, or use a newer version of insats
lock-line-unreadable = the line is none of a lock
    .expected = the id of a row, a domain and a fingerprint of 64 digits, with a tab between them
    .todo = restore the file from a backup or the version control; where two versions were merged, keep the lines of both
lock-line-twice = { $id } stands twice for { $domain }
    .expected = a line for every row and domain
    .todo = keep the line of the version in which the answer was coded last
locked-with-other-codebook = the codings were locked with the codebook { $codebook }, and the study uses { $own }
    .expected = codes that mean the same in both
    .todo = see what has changed in the codebook, and lock the codings again with insats lock
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

## Texts that have changed since they were coded

coded-texts-edited = { $count ->
        [one] a coding in { $file } was given to a text that reads otherwise now
       *[other] { $count } codings in { $file } were given to texts that read otherwise now
    }{ $funds }: { $names }; the first reads { $text }
    .expected = codes that were given to the texts as they are
    .todo = read the new texts, correct the codes in the sheet, and run insats lock with --again and the ids
coded-texts-unclear = { $count ->
        [one] an answer reads as several that were coded differently
       *[other] { $count } answers read as several that were coded differently
    }, and their ids are gone{ $funds }: { $names }
    .expected = one coding for every answer
    .todo = code the answers in the sheet under the ids that they have now, and run insats lock with --again and the ids
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
