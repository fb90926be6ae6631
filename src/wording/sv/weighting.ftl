### Viktade medel: det som fördelas, och faktorer att se efter.
