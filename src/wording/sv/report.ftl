### report

in-item = { $found }, i { $item }
