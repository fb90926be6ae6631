# Kodningssidan, och vad dess server svarar.

bench-title = Kodning
bench-needs-script = Kodningssidan behöver JavaScript i webbläsaren.
