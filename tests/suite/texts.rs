//! Delimited texts and what cannot be seen: stray quotation marks, headers, invisible signs, look-alikes.
