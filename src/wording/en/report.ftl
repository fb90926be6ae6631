### report

in-item = { $found }, in { $item }
