### Commands: what they need, models.

## Models

model-unreadable = the model cannot be read: { $error }
    .todo = make it with insats learn, or correct its name
model-too-large = the file has { $size } MB, too much for a model
    .expected = at most { $most } MB
    .todo = make the model anew with insats learn
model-not-whole = this is no whole model file: { $error }
    .expected = a file that insats learn wrote
    .todo = make the model anew with insats learn
model-of-other-format = the model has format { $format }
    .expected = format { $known }, which this version of insats reads
    .todo = make the model anew with insats learn
model-damaged = the model is damaged: { $error }
    .todo = make the model anew with insats learn
model-changed = the model is damaged: its checksum does not fit its content
    .todo = make the model anew with insats learn
model-unsound = the model contradicts itself
    .todo = make the model anew with insats learn
model-of-other-codebook = the model was learned with the codebook { $codebook }
    .expected = a model for the codebook { $own }
    .todo = { $differences }; make the model anew with insats learn
model-of-other-codes = the codes of the codebook { $codebook } have changed since the model was learned
    .expected = the codes and domains that the model was learned with
    .todo = { $differences }; make the model anew with insats learn
model-codes-same = the codes are the same, their order, domains, definitions or rules may differ
model-codes-gone = codes that are gone: { $codes }
model-codes-new = new codes: { $codes }
model-of-former-rules = the codebook's rules or definitions have changed since the model was learned
    .expected = the codebook that the model was learned with
    .todo = make the model anew with insats learn; its promise was measured with the former rules
drift = { $area }, { $domain }: { $clauses }
    .expected = texts like those that the model learned from
    .todo = review a sample of the accepted suggestions of this area before you rely on them
drift-in-words = the model knows { $here } percent of an answer's words ({ $usual } percent are usual)
drift-in-code = { $code } is expected in { $here } percent of the answers ({ $usual } percent are usual)
drift-of-new-area = the model has learned from no answers of this area

## What a command needs

no-audit = estimates are asked for, and the codes of the study have not been audited
    .expected = an audit of which every answer was read: draw one with insats audit, and have it coded
    .todo = audit the codes first, or use codes = "best" or "final"
nothing-to-learn-from = there is nothing to learn from
    .expected = interventions with texts and final codes
another-codebook = { $study } has the codebook { $codebook }
    .expected = { $first }, as the first study
    .todo = learn from studies of one codebook
another-codebook-of-same-name = { $study } has another codebook of the same name and version, { $codebook }
    .expected = { $first }, as the first study
    .todo = learn from studies of one codebook
nothing-to-allocate = the study distributes nothing
    .expected = an [[allocation]] with its pots
    .todo = declare how the funds are distributed
init-folder-missing = there is no such folder
    .expected = a folder with the year's exports
schema-folder-missing = there is no such folder
    .expected = a folder for both schemas, or say which one: study or report
init-file-is-there = the file is there already, and is not overwritten
    .todo = remove or rename it, or give --force
nothing-recognised = nothing was recognised in it: { $doubt }
    .expected = rows of recipients with reported funds, requisitions, repayments, corrections or codes
    .todo = see how it is read with insats peek, or declare it by hand
folder-without-data = there is no data file in the folder
    .expected = the year's exports, as xlsx, ods, xls, csv, txt, sav or parquet
earlier-study-unreadable = the earlier study cannot be read: { $error }
    .expected = the folder of a study that insats run reads
no-claims-declared = the study declares no claims
    .expected = claims = "claims.csv", before the first table
    .todo = write the file as docs/reference/claims.md describes it; insats claims draft gives a beginning
no-final-sheet-to-measure = the study has no final coding sheet
    .expected = a [[coding]] with role = "final", against which rules can be measured
no-model-declared = no model is declared
    .expected = model = "…", a file that insats learn wrote
    .todo = declare one, or give it with --model
fewer-than-two-coders = the study declares fewer than two coders' sheets, which leaves nothing to compare
    .expected = a [[coding]] with role = "coder" for each coder
    .todo = add one for each coder, with "coder" (who), "file", "intervention" and "domains" as for the final sheet
nothing-coded-twice = no intervention is coded by two coders
    .expected = interventions that stand in two coders' sheets or more
    .todo = look whether the sheets are for the same interventions, and whether their ids are spelt alike
output-failed = { $error }
check-stopped-by-fault = a fault of the program: { $error }
file-changed-meanwhile = the file was changed while it was read
    .todo = check again

## What has changed since a run

cause-answers = answers
cause-funds = funds
cause-corrections = corrections/set aside
cause-codes = codes
cause-rules = rules
cause-declarations = declarations
cause-earlier = earlier years
since-no-folder = this is no folder
    .expected = the output folder of an earlier run of the study
    .todo = give the folder that insats run wrote, as output/<study>
since-no-manifest = insats did not write this folder: it has no { $manifest } of ours
    .expected = the output folder of an earlier run of the study
    .todo = give the folder that insats run wrote, as output/<study>
since-for-people = the data files of the folder were written for a Swedish Excel (csv = "excel-sv"), with the heads and words of the report
    .expected = data files for programs
    .todo = run insats run with --csv programs, and compare with that folder from then on
since-not-of-a-run = another command than insats run wrote this folder
    .expected = the output folder of an earlier run of the study
    .todo = give the folder that insats run wrote, as output/<study>
since-manifest-damaged = the manifest cannot be read: { $reason }
    .expected = the manifest as insats run wrote it
    .todo = take the folder from where it is kept whole
since-other-study = the folder is of another study: { $title }, { $year }
    .expected = a run of { $now }, { $now_year }
    .todo = give the output folder of an earlier run of this study
since-file-missing = { $file } is not in the folder: { $about ->
        [interventions] only figures, tables and claims are compared
        [weights] funds of those who answered are what their interventions got
        [requisitions] funds of those who had not answered are taken as they are now
        [codes] counts of codes are those of the codings
        [codings] codes are not compared
        [waiting] what has no code is told together, whatever the reason
        [basis] answers are compared by their ids, not by their texts
       *[other] it is not compared
    }
since-file-edited = { $file } has been changed since the run, so it proves nothing: { $about ->
        [interventions] only figures, tables and claims are compared
        [weights] funds of those who answered are what their interventions got
        [requisitions] funds of those who had not answered are taken as they are now
        [codes] counts of codes are those of the codings
        [codings] codes are not compared
        [waiting] what has no code is told together, whatever the reason
        [basis] answers are compared by their ids, not by their texts
       *[other] it is not compared
    }
since-file-unread = { $file } cannot be read as a table of a run, and is not compared
since-merged = the folder cannot tell { $cause } from { $with }: both stand under { $with }
since-rules-of-now =
    the rules have changed, and what those of then would say of { $count ->
        [one] an intervention that they did not code
       *[other] { $count } interventions that they did not code
    } cannot be known: codes of the rules of now stand under the cause that brought them
since-no-main-codes = the folder does not say which main codes subcodes had: those of now are taken
since-funds-now-only = the study had no funds then: only numbers are compared
since-funds-before-only = the study has no funds any more: only numbers are compared
since-other-currency = amounts were in { $before } and are in { $now }: only numbers are compared
since-other-choice = the run counted codes by { $before }, and now { $now } counts: that stands under declarations
since-estimated = codes are compared as they are counted; their estimates are compared in figures, tables and claims
since-read-blind =
    { $count ->
        [one] one coding was read blind then: the folder does not say what the machine gave it, and what it gives it now
       *[other] { $count } codings were read blind then: the folder does not say what the machine gave them, and what it gives them now
    } is taken instead
since-not-made-again = the numbers of then cannot be made again from the folder: { $number } interventions and { $funds } stand under declarations
since-other-version = version { $version } of insats wrote the folder
since-items-unread = not compared, for there is no CSV or text file of then, or it was changed: { $items }
since-no-interventions = the study has accounts and no interventions: figures, tables and claims are compared, causes by the files that changed
