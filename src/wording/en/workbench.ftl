# The workbench: its page, and what its server answers.

bench-title = Coding
bench-needs-script = The workbench needs JavaScript in the browser.
