### Commands: what they need, models, manuscripts.

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

## Manuscripts

manuscript-unreadable = the manuscript cannot be read: { $error }
manuscript-not-utf8 = the manuscript is not UTF-8
    .expected = a Word document, Markdown or text in UTF-8
manuscript-damaged = the manuscript is damaged: { $error }
    .expected = a Word document (docx)
manuscript-without-text = there is no text in the file
    .expected = a Word document (docx)

## What a command needs

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
