### Manuscripts: Word files and texts that speak of a study.

manuscript-unreadable = the manuscript cannot be read: { $error }
manuscript-not-utf8 = the manuscript is not UTF-8
    .expected = a Word document, Markdown or text in UTF-8
manuscript-without-text = there is no text in the file
    .expected = a Word document (docx)

## A Word document that is not understood

manuscript-not-word = the file is not a Word document
    .expected = a Word document (docx) or template (dotx)
    .todo = open it in your word processor and save it as docx
manuscript-locked = the file is locked with a password, or is a document of old Word (doc)
    .expected = a Word document (docx) without a password
    .todo = open it in Word and save a copy as docx without a password
manuscript-signed = the document is signed digitally
    .expected = a document without a signature: a change makes a signature void
    .todo = save a copy without the signature, and use that
manuscript-damaged = the document is damaged: { $error }
    .expected = a Word document (docx)
    .todo = open it in Word and save it anew, or fetch it again
manuscript-of-many-parts = the document has { $parts } parts
    .expected = at most 20,000
manuscript-parts-twice = two parts of the document have the same name
    .expected = every part once
    .todo = open it in Word and save it anew
manuscript-part-name = the document has a part named { $part }
    .expected = names from the root of the document, without . and ..
    .todo = open it in Word and save it anew
manuscript-part-missing = the part { $part } is missing
    .expected = a whole document
    .todo = open it in Word and save it anew, or fetch it again
manuscript-part-damaged = the part { $part } is damaged: { $error }
    .expected = a whole document
    .todo = open it in Word and save it anew, or fetch it again
manuscript-part-too-large = the part { $part } unpacks to more than { $megabytes } megabytes
    .expected = a text that people have written
manuscript-part-malformed = the part { $part } is not understood, line { $line }, column { $column }: { $why }
    .expected = XML as Word writes it
    .todo = open it in Word and save it anew, or fetch it again
part-not-utf8 = it is not UTF-8
part-not-xml = { $error }
part-with-document-type = it declares a document type
part-cut-short = an element is not closed
part-empty = it is empty

## A template that a manuscript begins in

template-unreadable = the template cannot be read: { $error }
    .expected = a Word template (dotx) or document (docx)
    .todo = name a file that is there
template-with-macros = the template has macros
    .expected = a template without macros (dotx)
    .todo = save the template as dotx in Word, and use that file
template-place-within = the content control insats:report stands in a table or in another content control
    .expected = a line of its own in the text of the template
    .todo = put it on a line of its own, or remove it: the report then comes last
