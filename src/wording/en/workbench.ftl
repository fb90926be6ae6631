# The workbench: its page, and what its server answers.

bench-title = Coding
bench-needs-script = The workbench needs JavaScript in the browser.

## Who may ask

bench-other-host = this server answers to 127.0.0.1 and localhost alone
bench-other-method = this server knows GET and POST alone
bench-other-origin = a page of another origin asks
bench-without-secret = the secret of the address is missing, or was used before: open the address that the terminal shows, in the browser that opened it first; or end the server and start it again
bench-too-long = a request is at most 1 MB
bench-not-json = a request is JSON
bench-no-such-page = there is nothing at this address
bench-no-such-unit = there is no such answer
bench-request-wrong = the request cannot be read: { $reason }
bench-port-taken = the port cannot be opened: { $reason }
    .expected = a port that nobody uses
    .todo = choose another with --port, or leave it out

## What a coder may do

review-open-already = { $coder } codes in this study already: another `insats review` is running
    .expected = one at a time for each coder, so that no coding gets lost
    .todo = use the page that is open, or end the other with Ctrl-C; another coder gives their own --coder
review-nothing-assigned = nothing is assigned to { $coder }, and every answer is assigned to somebody
    .expected = the name of somebody who codes, as insats sheet --coders was given it
    .todo = { $suggestion }
review-not-yours = { $unit } is assigned to somebody else
review-unit-unknown = there is no { $unit } with codes in { $domain }
review-text-changed = the text of { $unit } is another than the one that was shown
    .todo = load the page anew
review-files-changed = files of the study were changed: { $files }. Everything that was saved is saved; end the server with Ctrl-C and start it again
review-not-all-coded = { $unit } is not to be settled: not everybody has coded it, or nobody differs
review-settled-already = { $unit } was settled in { $domain } by { $who }: that stands, whatever is coded besides
review-seen-already = { $unit } has been shown in { $domain } beside what others gave: what was given before that stands, and a difference is settled
review-settled-meanwhile = somebody has settled { $unit } meanwhile: load the page anew, and see how
review-settled-without-why = who settles a coding says why
review-rule-without-why = who saves a rule says why
review-nothing-to-undo = there is nothing of yours to take back
review-coded-twice = { $unit } stands twice in { $domain }: nothing was saved
review-nothing-to-code = there is nothing to code: no answer has a domain with codes
    .expected = a codebook with codes, and answers with the texts that its domains read
    .todo = see with insats check what is read of the answers
review-lines-put-back =
    { $count ->
        [one] one saved line was gone from the file and was written again
       *[other] { $count } saved lines were gone from the file and were written again
    }
    .expected = that nothing but this program changes the file while somebody codes
    .todo = see whether a program that synchronises the folder replaces the file, and let it stop that
review-lines-gone =
    { $count ->
        [one] one line that was there is gone
       *[other] { $count } lines that were there are gone
    }; what you code is saved
    .expected = that lines are added to the file and none is taken away
    .todo = let whoever owns the file put it back, or see whether a program that synchronises the folder replaces it
review-undone = taken back in the workbench
review-address = Code at { $address }
review-ends = The page is for this machine alone, and the address works once. Press Ctrl-C to end.
review-no-browser = no browser could be opened: { $reason }. Open the address yourself.
review-done = Everything is saved.
review-no-secret = the machine gave no random numbers: { $reason }
