### The command line: help, and what is wrong with what was typed.

## Words of the help

help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-any-option = OPTIONS
help-command = COMMAND
help-default = default

## What can be told of a wrong command line

cli-error = error:
cli-more = For more, see
cli-missing = missing: { $arguments }
cli-unknown-option = there is no option { $option } here
cli-unknown-command = there is no command { $command }
cli-did-you-mean = did you mean { $name }?
cli-wrong-value = { $value } is no value of { $option }
cli-wrong-value-expected = { $wrong }: { $expected }
cli-one-of = expected one of { $values }
cli-value-missing = { $option } needs a value
cli-conflict = { $option } cannot be used together with { $other }
cli-conflict-twice = { $option } may be given once
cli-other = the command line could not be understood: { $what }
cli-expected-share = expected a share from 0.5 to 0.999, as 0.95
cli-expected-number = expected a whole number from { $least } to { $most }

## Commands

command-insats = From a year's survey exports to the figures, tables and data of an evaluation report.
    .after =
        Exit codes: 0 done; 1 your files need mending, nothing was written; 2 wrong use, or a fault of the program or the
        machine.
command-run = Read a study folder and write every figure, table and data file of its report.
    .after =
        Examples:
          insats run input/lagesrapport-2024
          insats run input/lagesrapport-2024 --out reports/2024 --language en
          insats run input/lagesrapport-2024 --formats csv,txt     # data and tables only, nothing drawn
command-agreement = Measure how far the coders of a study agree, and list what they have to settle.
    .after =
        Examples:
          insats agreement input/lagesrapport-2024
          insats agreement input/lagesrapport-2024 --out work/agreement

        Percent agreement, Cohen's kappa (Fleiss' with more than two coders) and Krippendorff's alpha, per domain and code,
        with 95 percent bootstrap intervals, by number and by funds. adjudication.csv holds what the coders agree on;
        filled in by hand it can be declared as the final sheet. It names texts by fingerprints alone: nothing is written into the
        study, so run insats lock when it is declared, which keeps the texts.
command-code = Code every intervention by the codebook's rules, and list what people should look at first.
    .after =
        Examples:
          insats code input/lagesrapport-2024
          insats code input/lagesrapport-2024 --out work/codes

        data/codings.csv has every code with its evidence (pattern@text:characters); data/review.csv is the list of answers to
        look at, by the funds at stake: no code, a tie, weak or contradicted evidence, what a declared model is not sure of, and
        where people contradict the rules.
command-evaluate = Measure the codebook's rules against the final coding sheet.
    .after =
        Examples:
          insats evaluate input/lagesrapport-2024
          insats evaluate input/lagesrapport-2024 --model codebook/psykisk-halsa.model.json

        Precision, recall and F1 per code, domain and area, for main codes and subcodes. Answers held back from the rules' author
        are reported apart from those the rules may have been written on. With a model: learning.csv compares rules, learning
        and both; automatic.csv has precision against what is automatic; figures/ reliability diagrams. --details is for authors
        of rules: confusion between codes, the patterns that are most often wrong, the texts that most often go uncoded, and a
        model code by code.
command-learn = Learn from the final codes of one or more studies, and write a model that can suggest codes.
    .after =
        Examples:
          insats learn input/lagesrapport-2024 --out codebook/psykisk-halsa.model.json
          insats learn input/2023 input/lagesrapport-2024 --out both.model.json --promise 0.97
          insats learn input/lagesrapport-2024 --out model.json --predictions predictions.csv

        Every answer is predicted by a model that has seen neither its respondent nor its wordings. Codings are accepted where
        their precision, measured so, keeps the promise; all others are for people to read. The model holds n-grams that at
        least three respondents wrote, and numbers; no text and no name.

        --predictions writes what was predicted of every answer by the models that had not seen it, and whether people say the same: the
        values from which quality is measured, for calculations of your own.
command-lock = Bind the coding sheets of a study to the texts that they were made for.
    .after =
        Examples:
          insats lock input/lagesrapport-2024
          insats lock input/lagesrapport-2024 --again KUK-111-2 KUK-014-1
          insats lock input/lagesrapport-2024 --codes G1.3

        Beside every coding sheet a file .lock says which text each coding was given to, as a fingerprint. From then on a code
        follows its text: to another id where answers have changed places, and to none where the text was edited. What was
        locked before stays as it was, until its id stands behind --again. The lock also says how every code was defined; where
        the codebook defines one otherwise, insats tells it, until the code stands behind --codes.

        The texts themselves are kept in the study's folder private, which git leaves alone, so that old wording can be shown
        where a text was edited; insats forget erases them.
command-forget = Erase the texts that a study has kept of what was coded, and what was given out to be filled in.
    .after =
        Examples:
          insats forget input/lagesrapport-2024
          insats forget .

        insats lock keeps the texts that were coded in private/texts.jsonl. That file, its copies beside it, and what insats wrote
        into the folder for people to fill in (as private/to-decide.csv) are erased, at once and for good; nothing else is touched.
        Where somebody has filled something in that was not given back nothing is erased: give it back first (insats accept
        --from), or let it go, too, with --all. Locks stay: whether a text was edited is still told, but not how it read. Copies elsewhere (backups, folders that are synchronised, the history of a disk) are beyond the program.
command-status = Tell how far the coding of a study has come: what is new, changed, coded and not, and who has not answered.
    .after =
        Examples:
          insats status input/lagesrapport-2024
          insats status input/lagesrapport-2024 --out work/to-do

        Works while answers go on arriving and people code: gaps are no failure, and errors in the data are counted. Nothing is
        written but with --out: to-code.csv lists what has to be coded or decided, reminders.csv who was expected and has not
        answered, both with most funds first; late.csv who answered late, where a survey says when answers were "due". None has a
        text of a respondent.
command-accept = Decide, one by one or from a list, what codings wait for, and keep who decided what and why.
    .after =
        Examples:
          insats accept input/lagesrapport-2024 --who Anna
          insats accept input/lagesrapport-2024 --who Anna --unit KUK-111-2 --domain activity
          insats accept input/lagesrapport-2024 --list
          insats accept input/lagesrapport-2024 --who Anna --from input/lagesrapport-2024/private/to-decide.csv
          insats accept input/lagesrapport-2024 --who Anna --undo --why "a slip"
          insats accept input/lagesrapport-2024 --log

        Goes through the codings that wait: of texts that were edited, of texts that cannot be told apart, of people who differ, of
        doubled and of new answers. Type codes ("1a; 2b"), k to keep those that were given, n for none, s to skip, u to undo,
        q to end, ? for help. Every decision is a line in decisions/<who>.jsonl in the study, which is only ever added to; it counts
        over the final sheet, for the text that was read and no other. Files of several people may be put together in any way.
command-review = Open a page in the browser on which one coder codes, settles differences and sees how far they have come.
    .after =
        Examples:
          insats review input/lagesrapport-2024 --coder Anna
          insats review input/lagesrapport-2024 --coder Anna --port 4711 --no-browser

        The page is for this machine alone: it needs no network and no account, and its address works once. Every coding is a line
        of decisions/<coder>.jsonl in the study, and on the disk before the page says so. Two coders are two programs with a file
        each; on a shared folder one sees within seconds what the other has coded, but never of answers that both code. ? on the
        page shows its keys. Ctrl-C in the terminal ends it.
command-sheet = Give out answers to coders, a workbook each.
    .after =
        Examples:
          insats sheet input/lagesrapport-2024 --coders anna,bo
          insats sheet input/lagesrapport-2024 --coders anna,bo --double 0.2 --with-suggestions
          insats sheet input/lagesrapport-2024 --coders cecilia --areas bu-lan --double 0

        Answers that nobody was given and that have no final codes are given out evenly; a share of every area goes to two. A seed
        decides which, so that the same draw can be made again, and the workbooks do not show it. When new answers have come in, the
        same command gives out only those. Who codes what stands in decisions/assignments.jsonl.

        The workbooks, private/coding-<coder>.xlsx, hold all texts, lists of the codes, their definitions, and what the coder has said
        so far. One that was filled in and not collected is replaced only with --force. They hold what respondents wrote: give them to
        nobody but their coders.
command-collect = Collect workbooks that coders have filled in, and tell how far they have come.
    .after =
        Examples:
          insats collect input/lagesrapport-2024
          insats collect input/lagesrapport-2024 back/coding-anna.csv back/coding-bo.ods
          insats collect input/lagesrapport-2024 --settle input/lagesrapport-2024/private/differences.xlsx --who Cecilia
          insats collect input/lagesrapport-2024 --sheet final.csv

        Files may be sorted, filtered, and saved as xlsx, ods or csv. All that is wrong is told at once, with its cell, what stood there
        and what was expected, and nothing is collected then. What is collected are lines in decisions/<coder>.jsonl; a file can be
        collected again. A blank cell says not coded yet.

        What coders differ on is written to private/differences.xlsx, most funds first. Fill in the final codes and why, and hand the
        file in with --settle. They count from then on, with no code typed anywhere else.
command-audit = Draw a random sample of what rests on rules or suggestions, and tell how far people have read it.
    .after =
        Examples:
          insats audit input/lagesrapport-2024 --size 200 --coders anna,bo
          insats audit input/lagesrapport-2024 --size 60 --per area --coders anna --seed 7
          insats audit input/lagesrapport-2024
          insats audit input/lagesrapport-2024 --evaluate

        With --size a sample of interventions is drawn by chance, and what rules and suggestions say of all of them is frozen in the
        study's folder audit: rules and models that change later change no estimate. The sample is given to coders, who see no
        suggestions: they code it with insats review, where it comes first, or in workbooks of insats sheet. A larger --size
        enlarges the sample; new and edited answers are drawn from when the command is run again. What was drawn is never taken
        back, and what people code counts as coded by people from then on.

        Without --size the command tells how far the sample is read, and what waits, is new, edited or gone.

        With --evaluate it tells, once the sample is wholly read, how often rules and accepted suggestions are right this year and how
        much they find, from which probability suggestions keep what is promised, and every number with a 95 percent interval. Runs
        accept suggestions by that threshold, and draw estimates with codes = "estimated".
command-diff = Tell what has changed since a run, in number and funds, by cause.
    .after =
        Examples:
          insats diff input/lagesrapport-2024 --since output/lagesrapport-2024
          insats diff input/lagesrapport-2024 --since archive/may --out work/since-may

        The causes are exchanged in one order: answers, funds, corrections and respondents set aside, codes, rules,
        declarations. Each cause has the part by which its exchange changes the numbers, so that the parts sum to the whole.
        What the folder of the run cannot prove is told. Figures, tables and claims that moved are listed with their causes.
        Codes that are missing are no failure: what waits for one is told.
        Nothing is written but with --out, and never into the folder of the run.
command-suggest = Let a model suggest codes for every intervention, and list what people should read first.
    .after =
        Examples:
          insats suggest input/lagesrapport-2024 --model codebook/psykisk-halsa.model.json
          insats suggest input/lagesrapport-2024 --minutes 6     # the study declares model = "…"

        data/suggestions.csv has every suggested code with its probability, whether it may be accepted or is for review, and the
        three strongest pieces of evidence; data/review.csv the list of answers to look at, by uncertain funds; data/drift.csv how the
        texts of each area differ from what the model learned from.
command-explain = Show why an intervention has its codes and funds, or which interventions stand behind a place in a figure.
    .after =
        Examples:
          insats explain input/lagesrapport-2024 KUK-111-2
          insats explain input/lagesrapport-2024 figur-13 goal R3
          insats explain input/lagesrapport-2024 figur-04 'Andra organisationer'
command-codebook = Look after a codebook.
    .after =
        Examples:
          insats codebook check codebook/psykisk-halsa.json
          insats codebook check codebook/psykisk-halsa.json --study input/lagesrapport-2024
command-codebook-check = Find what is wrong or odd in a codebook and its rules.
    .after =
        Examples:
          insats codebook check codebook/psykisk-halsa.json
          insats codebook check codebook/psykisk-halsa.json --study input/lagesrapport-2024
command-codebook-export = Write a codebook as a workbook, to edit it in a spreadsheet program, or for programs for qualitative analysis (.qdc).
    .after =
        Examples:
          insats codebook export codebook/psykisk-halsa.json --out work/kodbok.xlsx
          insats codebook export input/prehospital-2024/kodbok.json --out work/orsaker.xlsx --language sv
          insats codebook export codebook/psykisk-halsa.json --out work/kodbok.qdc

        The workbook loses nothing: export and import give the same codebook, byte for byte. Its first sheet tells how to edit.
command-codebook-import = Read a codebook from a workbook or a .qdc file, check it and write it.
    .after =
        Examples:
          insats codebook import work/kodbok.xlsx
          insats codebook import work/kodbok.xlsx --out codebook/psykisk-halsa.json --force
          insats codebook import work/kodbok.qdc --out codebook/psykisk-halsa.json --force

        Every problem is told with its sheet and cell. What was added, removed and changed against the codebook that stands
        there is told; it is replaced with --force only.
command-codebook-diff = Tell what differs between two codebooks: codes, rules, domains, settings.
    .after =
        Examples:
          insats codebook diff work/kodbok.json codebook/psykisk-halsa.json
          insats codebook diff work/kodbok.json codebook/psykisk-halsa.json --format json
command-codebook-migrate = Change the codebook of a study, its coding sheets and all that names its codes, by a map of changes.
    .after =
        Examples:
          insats codebook migrate work/team --map changes.toml
          insats codebook migrate work/team --map changes.toml --out work/to-decide --write

        The map says which codes are renamed, moved, merged, split, new and gone. Everything is told before it is done, with
        numbers and funds before and after, and nothing is written without --write. The new files are read and counted anew
        first: where anything differs that the map does not say, nothing is written. All files take their places together, and
        the old ones stay as .bak.
command-verify = Hold every claim of a study against its data.
    .after =
        Examples:
          insats verify input/lagesrapport-2024
          insats verify input/lagesrapport-2024 --text manuscript.docx
          insats verify input/lagesrapport-2024 --text manuscript.docx --mark marked.docx

        Claims are declared in the study's claims.csv. Those that fail are shown with what would be true, those that the
        data do not decide with the reason. With --text the numbers of a manuscript are held against the claims.
        Exit code 1 where a claim fails, or the manuscript has another number than its claim.
command-claims = Work with a study's claims.
    .after =
        Examples:
          insats claims draft input/lagesrapport-2024 --out draft.csv
          insats claims draft input/lagesrapport-2024 --language en
command-claims-draft = Write true sentences about every item of the report, each with its assertion.
    .after =
        Examples:
          insats claims draft input/lagesrapport-2024 --out draft.csv
          insats claims draft input/lagesrapport-2024 --language en
command-manuscript = Work with the report's manuscript in Word.
    .after =
        Examples:
          insats manuscript fill input/lagesrapport-2024 rapport.docx
          insats manuscript start input/lagesrapport-2024 --template mall.dotx
command-manuscript-fill = Fill the controls of a Word manuscript with what the study says, as tracked changes.
    .after =
        Examples:
          insats manuscript fill input/lagesrapport-2024 rapport.docx
          insats manuscript fill input/lagesrapport-2024 rapport.docx --accept --out klar.docx

        A control is filled by its tag: insats:item/figur-02, insats:claim/BR-003, insats:number/BR-003. Nothing changes
        outside the controls. What differs from the last filling is proposed as a tracked change by insats; what an editor
        has changed is commented and left as it is. The manuscript itself is only read.
command-manuscript-start = Begin a manuscript in Word, with every figure, table and true sentence in a control.
    .after =
        Examples:
          insats manuscript start input/lagesrapport-2024 --template mall.dotx
          insats manuscript start input/lagesrapport-2024 --out rapport-2024.docx

        Every figure and table, its note, and every sentence of claims.csv that holds (without claims: drafts) stands in a
        content control that insats manuscript fill fills again. The report goes where the template has a content control
        with the tag insats:report, else last; styles are the template's by their names. rapport.docx of a run is the same.
command-manuscript-roll = Let last year's manuscript speak of this year, as tracked changes.
    .after =
        Examples:
          insats manuscript roll input/lagesrapport-2024 rapport-2023.docx
          insats manuscript roll input/lagesrapport-2024 rapport-2023.docx --all --out rapport-2024.docx

        The sentences are paired with the claims of the earlier study that study.toml names. Each claim is asked of this
        year's data: a number that moved becomes a tracked change by insats, a sentence that no longer holds has a comment.
        Figures and tables in controls are filled as manuscript fill does. The manuscript itself is only read.
command-allocate = Show and write how a study's pots are distributed over recipients.
    .after =
        Examples:
          insats allocate input/overenskommelse-2025
          insats allocate input/overenskommelse-2025 --out work/allocation --language en

        A fixed amount to each, a supplement to some, the rest by a key, as [[allocation]] in study.toml declares; rounded
        half up cell by cell, or by largest remainder so that the cells sum to the pot.
command-check = Check a study as a run would, up to drawing, and write nothing.
    .after =
        Examples:
          insats check input/lagesrapport-2024
          insats check input/lagesrapport-2024 --format json     # the same for programs

        All problems are shown at once, worst first; what is said of several places is said once, with their number.
        Exit code 1 where there are errors. Colours show on a terminal, unless NO_COLOR is set.
command-init = Draft the declarations of a new study from the exports in its folder.
    .after =
        Examples:
          insats init input/2025
          insats init input/2025 --from input/lagesrapport-2024     # carry last year's declarations over

        Writes study.toml and a skeleton of report.toml, commented; what is unsure is marked UNSURE with what else was seen.
        Then: insats check.
command-peek = Show how a file is read: format, encoding, delimiter, columns, and what is odd.
    .after =
        Examples:
          insats peek svar.csv
          insats peek svar.csv --delimiter tab --encoding macroman --skip 3
          insats peek svar.xlsx --sheet Data --header-rows 2
          insats peek svar.csv --csv > plain.csv

        The flags have the names of the keys in study.toml. Contact columns are named, but never shown or written.
command-schema = Print or write the schemas by which editors complete and check study.toml and report.toml.
    .after =
        Examples:
          insats schema study > study.schema.json
          insats schema --out input/2025 --language sv     # both, beside the files that they check

        A JSON Schema, for editors that read the line #:schema ./study.schema.json at the top of a file: Visual Studio Code
        with Even Better TOML, and others that use Taplo. init writes both. What an editor marks, insats check tells, too.
command-completions = Write the completions of a shell: commands and options by the Tab key.
    .after =
        Examples:
          insats completions bash > ~/.local/share/bash-completion/completions/insats
          insats completions powershell >> $PROFILE

## Options and arguments of several commands

option-help = Show this help
option-version = Show the version
option-messages = The language of messages and help [default: the person's locale]
option-show_texts =
    Show what respondents wrote, though it goes to a file or another program [default: to a terminal only]
option-threads = How many threads to use [default: one per processor core]
option-quiet = Print nothing but problems
option-study = The study folder: it holds study.toml
option-force = Replace a file that is there; it stays as .bak
option-language = The language of the report [default: the study's own]
option-codes =
    Which codes count: the final sheet's, the rules', the best there are (final, else coders who agree, else rules), or
    estimates: the best, corrected by an audit [default: as the study says, else the final sheet's where there is one, else the best]
option-out =
    The output folder [default: output/<name of the study folder>-agreement, -allocation, -code, -evaluation or
    -suggestions]
option-model = The model file [default: the one that study.toml declares]

## Options and arguments of one command

option-run-out =
    The output folder [default: output/<name of the study folder>]. A run replaces it as a whole; one that holds files of
    your own, or changed ones, is refused
option-run-csv = Whom CSV files are for: programs, or excel-sv for a Swedish Excel [default: as the study says, else programs]
option-run-formats = The formats to write beside the data files
option-run-template = A Word template (dotx) that the report is written in [default: as report.toml says, else none]
option-init-folder = The folder with the year's exports
option-init-from = An earlier study, whose declarations are carried over; what changed is listed
option-init-force = Write study.toml, report.toml and their schemas anew; those that are there stay as .bak
option-check-format = text for people, json for programs
option-codebook-check-codebook = The codebook, a JSON file
option-codebook-check-study = A study on whose texts the patterns are tried
option-codebook-check-all = Show every notice with all its patterns, not only the first of each kind
option-codebook-export-codebook = The codebook, a JSON file
option-codebook-export-out = The workbook or, where it ends in .qdc, the REFI-QDA codebook to write [default: a workbook beside the codebook, under its name]
option-codebook-export-language = The language of sheets and headings [default: that of messages]
option-codebook-import-file = The workbook, as insats codebook export writes it, or a .qdc file of any program
option-codebook-import-out = The codebook to write [default: beside that file, under its name]
option-codebook-migrate-map = The file that says what becomes of codes
option-codebook-migrate-write = Put the new files in place; those that are there stay as .bak
option-codebook-migrate-who = Who changes the codes, for the decisions of the study
option-codebook-migrate-why = Why they are changed, likewise
option-codebook-migrate-out = A folder that takes the lists migration.csv and to-decide.csv [default: none are written]
option-codebook-diff-old = The old codebook
option-codebook-diff-new = The new codebook
option-codebook-diff-format = text for people, json for programs
option-evaluate-details = Write what only authors of rules need, too: confusion, patterns, missed texts, a model code by code
option-evaluate-model = A model to measure beside the rules [default: the one that study.toml declares, if it does]
option-learn-studies = The study folders; each holds a study.toml that declares a final coding sheet
option-learn-out = The model file to write
option-learn-predictions = A file for what models that had not seen an answer said of it, with what people said; no texts
option-learn-promise = The promised precision of codings that are accepted without review
option-suggest-minutes = How many minutes a person needs to code an intervention, for telling the hours saved
option-lock-codes = The codes whose codings hold by the definitions that the codebook has now
option-lock-again = The ids of rows that have been coded anew for the texts that there are now
option-review-coder = Who codes: the name stands with every coding
option-review-port = The port of the page [default: one that is free]
option-review-no_browser = Print the address, and open no browser
option-manuscript-start-template = A Word template (dotx) that the manuscript is written in [default: as report.toml says, else none]
option-manuscript-start-out = The file to write [default: the study folder's name, with .docx]
option-manuscript-fill-manuscript = The manuscript, a Word document; it is only read
option-manuscript-fill-out =
    The file to write [default: beside the manuscript, with -filled (-ifylld in a Swedish study) in its name]
option-manuscript-fill-accept = Write plainly, not as tracked changes
option-manuscript-fill-language = The language of comments [default: the study's own]
option-manuscript-roll-study = This year's study folder: it holds study.toml, which names last year's study
option-manuscript-roll-manuscript = Last year's manuscript, a Word document; it is only read
option-manuscript-roll-out = The file to write [default: beside the manuscript, with the study's year in its name]
option-manuscript-roll-all = List every sentence, and not only those that have to be looked at
option-manuscript-roll-claims = A file for this year's claims, with last year's behind them that controls name and this year's claims.csv has not
option-manuscript-roll-language = The language of comments [default: the study's own]
option-accept-who = Who decides: the name stands with every decision
option-accept-why = Why, for all that is decided [default: it is asked]
option-accept-unit = The ids of what is decided, whatever its state [default: all that waits]
option-accept-domain = Only this domain
option-accept-undo = Take back a decision: of an id, or by the beginning of a line's name [default: the last own one]
option-accept-log = Print every decision, the oldest first
option-accept-list = Write what waits as a list with the texts into private/to-decide.csv of the study
option-accept-force = Replace a list that somebody has begun to fill in; it stays as .bak
option-accept-from = A list that was filled in: CSV or a workbook
option-sheet-coders = Who is to code, with commas between
option-sheet-double = The share that two coders code, as 0.15 or 15% [default: 0.15 where several code]
option-sheet-areas = Only these areas, with commas between [default: all]
option-sheet-with_suggestions = Suggestions beside the answers, but for those that two code and as many others
option-sheet-seed = The seed that decides which answers are drawn
option-sheet-language = The language of the workbooks [default: the study's own]
option-sheet-force = Replace workbooks that were filled in and not collected; they stay as .bak
option-audit-size = How many interventions are to be read, those of earlier draws among them [default: none are drawn]
option-audit-per = area: so many in every area
option-audit-domain = The domains that are audited, with commas between [default: all that have to have a code]
option-audit-seed = The seed that decides which answers are drawn; what was drawn before keeps its own [default: that of the last draw, else 1]
option-audit-coders = Who is to read the sample, with commas between
option-audit-double = The share that two coders read, as 0.15 or 15% [default: 0.15 where several read]
option-audit-evaluate = Tell what the sample says, once it is wholly read
option-audit-out = The output folder [default: output/<name of the study folder>-audit]
option-collect-files = The filled-in files [default: the workbooks in the study's folder private]
option-collect-coder = Whose they are [default: as they say]
option-collect-settle = A workbook of differences that was filled in
option-collect-who = Who settles: the name stands at every decision
option-collect-why = Why, where a row does not say
option-collect-sheet = A file that takes the codes that count, as a coding sheet [default: none is written]
option-collect-force = Replace that file; it stays as .bak
option-status-out = A folder that takes the work lists to-code.csv, reminders.csv and late.csv [default: none are written]
option-status-format = text for people, json for programs
option-diff-since = The output folder of an earlier run; it is only read
option-diff-out =
    A folder that takes causes.csv, areas.csv, changed-codes.csv, changed-items.csv, changed-claims.csv and
    changed-files.csv [default: none are written]
option-diff-format = text for people, json for programs
option-explain-what =
    The id of an intervention; an item, a domain (activity, output, goal, effect, theme) and a code (or uncoded); or an
    item and an answer as it stands there
option-allocate-language = The language of the tables [default: the study's own]
option-claims-draft-out = The file to write; it must not be there yet, unless --force is given [default: standard output]
option-claims-draft-language = The language of the sentences [default: the study's own]
option-verify-text = A manuscript: its numbers are held against the claims
option-forget-all = Erase what somebody has filled in and not given back, too
option-verify-mark =
    Write a copy of the Word manuscript with a comment at what differs; the file must not be there yet, unless --force is given
option-verify-uncovered = Comment on numbers that no claim covers, too
option-verify-all = Name every claim that no sentence carries, not only the first ten
option-verify-language = The language of sentences [default: the study's own]
option-peek-file = The file
option-peek-delimiter = What stands between two fields: one or several signs, tab, space, none
option-peek-quote = The quotation mark: one sign, or none
option-peek-escape = The escape sign: one sign, or none
option-peek-encoding = The encoding, as utf-8, windows-1252, macroman
option-peek-header_rows = How many header rows there are, 0 for none
option-peek-skip = How many lines at the top to pass over
option-peek-sheet = The sheet of a workbook
option-peek-csv = Write the table as plain UTF-8 comma CSV instead
option-schema-what = study or report [default: both, where --out is given]
option-schema-out =
    A folder, which takes the schemas under their usual names, or a file for one of them [default: standard output]
option-schema-language = The language of the descriptions [default: that of messages]
option-completions-shell = The shell: bash, elvish, fish, powershell or zsh

## What stands for a value

value-study = STUDY
value-studies = STUDY
value-folder = FOLDER
value-file = FILE
value-codebook = CODEBOOK
value-codebook-export-out = FILE
value-codebook-import-out = FILE
value-codebook-migrate-map = FILE
value-codebook-migrate-who = NAME
value-codebook-migrate-why = REASON
value-codebook-migrate-out = FOLDER
value-codebook-diff-old = CODEBOOK
value-codebook-diff-new = CODEBOOK
value-what = WHAT
value-out = FOLDER
value-schema-what = study|report
value-schema-out = FOLDER|FILE
value-learn-out = FILE
value-learn-predictions = FILE
value-review-coder = NAME
value-review-port = PORT
value-accept-who = NAME
value-accept-why = REASON
value-accept-unit = ID
value-accept-domain = DOMAIN
value-accept-undo = ID
value-accept-from = FILE
value-sheet-coders = NAME
value-sheet-double = SHARE
value-sheet-areas = AREA
value-sheet-seed = SEED
value-audit-size = N
value-audit-per = area
value-audit-domain = DOMAIN
value-audit-seed = SEED
value-audit-coders = NAME
value-audit-double = SHARE
value-collect-files = FILE
value-collect-coder = NAME
value-collect-settle = FILE
value-collect-who = NAME
value-collect-why = REASON
value-collect-sheet = FILE
value-lock-again = ID
value-lock-codes = CODE
value-manuscript-fill-out = FILE
value-manuscript-roll-claims = FILE
value-manuscript-roll-out = FILE
value-manuscript-start-out = FILE
value-claims-draft-out = FILE
value-from = STUDY
value-model = FILE
value-text = DOCX|MD|TXT
value-format = text|json
value-csv = FORM
value-formats = FORMATS
value-promise = 0.5-0.999
value-minutes = MINUTES
value-threads = N
value-delimiter = SIGN
value-quote = SIGN
value-escape = SIGN
value-encoding = ENCODING
value-header_rows = N
value-skip = LINES
value-sheet = SHEET
value-shell = SHELL
value-language = sv|en
value-messages = sv|en
value-codes = final|rules|best|estimated
