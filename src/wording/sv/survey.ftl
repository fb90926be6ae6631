### Läsning av enkäter: kolumner, uppgiftslämnare, insatser, frågor, rättelser.
