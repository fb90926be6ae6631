# The words of the page of the workbench.

## The frame

bench-view-code = Code
bench-view-settle = Differences
bench-view-progress = Progress
bench-views = Parts of the page
bench-coder-is = You code as {"{"}coder{"}"}
bench-to-content = To the content
bench-help = Help
bench-close = Close
bench-gone = The program behind this page does not answer. What is not marked as saved is still here on the page. If the program was stopped: start it again with insats review, which opens a new page.
bench-back-again = The program answers again.
bench-refused = The program refused without saying why.
bench-not-saved = Nothing was saved.
bench-try-again = Try again
bench-fetching = Fetching …
bench-all = all

## The queue

bench-queue = Selection and order
bench-queue-order = Order
bench-queue-state = Show
bench-queue-area = Area
bench-queue-domain = Domain
bench-queue-recipient = Recipient
bench-order-value = most uncertain funds first
bench-order-area = by area
bench-order-domain = by domain
bench-order-recipient = by recipient
bench-order-random = at random
bench-queue-waiting = not coded
bench-queue-edited = edited since they were coded
bench-queue-unsettled = unsettled
bench-queue-suggested = with suggestions
bench-queue-all = all, coded ones too
bench-done-of = {"{"}done{"}"} of {"{"}all{"}"} done
bench-all-done = Done: nothing left to code in this selection
bench-all-done-text = Choose another selection above, or see how far the coding has come under Progress.

## The intervention and its texts

bench-untitled = (untitled)
bench-no-text = (no answer)
bench-answers-one = {"{"}n{"}"} answer to the questions of the survey
bench-answers-many = {"{"}n{"}"} answers to the questions of the survey
bench-reads-other-texts = Coded by all of these texts: {"{"}texts{"}"}
bench-old-wording = The text was edited since it was coded
bench-rule-found = A rule found {"{"}codes{"}"} here
bench-said-shown = {"{"}unit{"}"}, {"{"}recipient{"}"}.
bench-domains-wait-one = {"{"}n{"}"} domain waits.
bench-domains-wait-many = {"{"}n{"}"} domains wait.
bench-other-texts = The other texts of the intervention

## The codes of a domain

bench-find-code = Find a code: id, word of its label or definition
bench-find-code-for = {"{"}domain{"}"}: find a code
bench-codes-of = Codes for {"{"}domain{"}"}
bench-codes-for = Suggestions and codebook for {"{"}domain{"}"}
bench-suggestions = Suggestions
bench-all-codes = The whole codebook
bench-source-model = model
bench-source-rules = rule
bench-source-coded-alike = same text coded so
bench-hits-one = {"{"}n{"}"} code
bench-hits-many = {"{"}n{"}"} codes
bench-no-hits = No code fits what you typed
bench-how-to-find = Type to search, or choose in the list. The definition of the code is shown here.
bench-no-definition = The code has no definition.
bench-part-of = Part of {"{"}code{"}"}
bench-show-examples = Show examples
bench-examples-of = Show examples of {"{"}code{"}"}
bench-no-examples = No texts have been coded so yet.
bench-proposed = Suggested:
bench-former = Coded before:
bench-nothing-chosen = Nothing chosen
bench-none-fits = No code fits
bench-remove-code = Remove {"{"}code{"}"}
bench-state-saved = Saved
bench-state-saved-none = Saved
bench-state-saving = Saving …
bench-state-failed = Not saved
bench-state-unsaved = Not saved yet
bench-state-waits = Not coded
bench-state-unsettled = Unsettled
bench-state-edited = Text edited
bench-state-doubled = Stands twice
bench-state-unclear = Unclear which text
bench-unsure = Unsure
bench-is-unsure = unsure
bench-has-settled = settled it so
bench-settled-by = Settled by {"{"}who{"}"}: {"{"}why{"}"}
bench-memo = Memo
bench-memo-for = Memo on {"{"}domain{"}"}
bench-memo-hint = Esc or Ctrl Enter goes back to the codes. The memo is saved with the codes.
bench-take = Save and go on
bench-take-all = Save all that is shown
bench-undo = Undo
bench-skip = Skip
bench-nothing-to-take = {"{"}domain{"}"}: nothing is chosen. Choose a code, or 0 if none fits.
bench-said-chosen = {"{"}code{"}"} chosen
bench-said-removed = {"{"}code{"}"} removed
bench-said-unsure = Marked as unsure
bench-said-sure = No longer unsure
bench-said-saved = {"{"}domain{"}"} saved
bench-said-saved-one = {"{"}n{"}"} domain saved
bench-said-saved-many = {"{"}n{"}"} domains saved
bench-said-undone = Taken back: {"{"}domain{"}"}, {"{"}unit{"}"}

## The codebook

bench-codebook = The codebook
bench-codebook-short = Codebook
bench-search-codebook = Search the codebook
bench-codes-one = {"{"}n{"}"} code
bench-codes-many = {"{"}n{"}"} codes
bench-choose-code = Choose {"{"}code{"}"}

## Interventions with the same text

bench-alike-one = {"{"}n{"}"} similar intervention
bench-alike-many = {"{"}n{"}"} similar interventions
bench-alike-heading-one = {"{"}n{"}"} more intervention has a similar text
bench-alike-heading-many = {"{"}n{"}"} more interventions have similar texts
bench-alike-text = Those that are ticked get the same codes as the one you have just coded. Read them first: a text may be similar and still be about something else.
bench-alike-first = Code the intervention first; then the others can get the same codes.
bench-same-text = same text
bench-near-text = nearly the same text
bench-code-alike = Code the ticked ones the same
bench-alike-no = No, go on
bench-said-alike-one = {"{"}n{"}"} more intervention coded
bench-said-alike-many = {"{"}n{"}"} more interventions coded

## Differences between coders

bench-difference-of = Difference {"{"}n{"}"} of {"{"}all{"}"}
bench-previous = Previous
bench-next = Next
bench-no-differences = No differences to settle
bench-no-differences-text = Answers stand here that everybody who was to code them has coded, and coded differently. There are none now.
bench-which-holds = What shall hold?
bench-all-say-unsure = All gave the same codes, but somebody was unsure.
bench-set-anew = Other codes
bench-reason = Reason
bench-settle = Settle and show the next
bench-choose-first = Choose first what shall hold.
bench-reason-first = Write why: the reason is kept with the decision.
bench-said-settled = {"{"}domain{"}"} settled

## Progress

bench-progress = How far the coding has come
bench-done = Done
bench-left = Left
bench-of-all = {"{"}share{"}"} of {"{"}all{"}"}
bench-funds-done = Funds that are coded
bench-funds-left = Funds that are left
bench-pace = Your pace (shown to you alone)
bench-per-hour-one = {"{"}n{"}"} intervention an hour
bench-per-hour-many = {"{"}n{"}"} interventions an hour
bench-hours-left-one = {"{"}n{"}"} hour left at that pace
bench-hours-left-many = {"{"}n{"}"} hours left at that pace
bench-pace-later = Shown when you have coded for a while
bench-by-area = Areas
bench-agreement = How well the coders agree
bench-agreement-note = Krippendorff’s α of answers that two have coded, with its 95 percent interval. The marks at 0.667 and 0.80 are the bounds for tentative and for firm conclusions.
bench-no-agreement = No answers have been coded by two yet.
bench-doubled = Double-coded
bench-interval = Interval
bench-by = Counted
bench-by-number = by number
bench-by-funds = by funds
bench-from-to = {"{"}low{"}"}–{"{"}high{"}"}
bench-confused = Codes that are confused most
bench-no-confused = None yet.
bench-one-says = One says
bench-other-says = The other says
bench-times = Times
bench-domain = Domain
bench-code = Code

## Rules

bench-rule-for = Make a rule of these words
bench-make-rule = New rule
bench-rule-text = A rule gives a code where the words stand. First see what it would change. * at the end of a word stands for any ending.
bench-rule-words = Words
bench-rule-phrase-first = Write the words that the rule is to look for.
bench-rule-hits-one = The rule would count in {"{"}n{"}"} answer.
bench-rule-hits-many = The rule would count in {"{"}n{"}"} answers.
bench-rule-gains-one = {"{"}n{"}"} code becomes right,
bench-rule-gains-many = {"{"}n{"}"} codes become right,
bench-rule-losses-one = {"{"}n{"}"} becomes wrong.
bench-rule-losses-many = {"{"}n{"}"} become wrong.
bench-rule-measured = The rules for {"{"}code{"}"} against what people have coded
bench-rule-held-back = Answers that are held back or drawn for an audit are not counted.
bench-measure = Measure
bench-before = Before
bench-after = After
bench-precision = Precision
bench-recall = Recall
bench-rule-flips = Interventions that get other codes
bench-rule-flips-funds = Interventions that get other codes: {"{"}funds{"}"}
bench-first-flips = The {"{"}n{"}"} with most funds are shown.
bench-rule-no-flips = No interventions get other codes.
bench-intervention = Intervention
bench-text = Text
bench-from = From
bench-to = To
bench-people-say = People
bench-not-coded = not coded
bench-funds = Funds
bench-save-rule = Save the rule
bench-said-rule = The rule is saved. The codebook now has version {"{"}version{"}"}.

## Help

bench-help-text = The keys work in the search field of a domain. What is shown there is what is saved.
bench-help-digits = adds or removes the suggestion of that number
bench-help-none = saves that no code fits, and goes on
bench-help-letters = search the codebook; Enter takes the best hit
bench-help-enter = saves what is shown for the domain, and goes to the next
bench-help-all = saves all domains as they are shown, and goes to the next intervention
bench-help-move = goes to the next or the previous domain without saving
bench-help-list = choose in the list; → shows examples of the code
bench-help-undo = removes the code that was chosen last, else what was saved last
bench-help-memo = writes a memo
bench-help-unsure = marks the coding as unsure
bench-help-skip = skips the intervention
bench-help-codebook = shows the whole codebook
bench-help-help = shows this help
bench-help-esc = empties the search field, or closes a box
bench-help-marking = Mark words in a text to make a rule of them.
bench-help-digit-codes = Where codes begin with a digit: type a space first.
