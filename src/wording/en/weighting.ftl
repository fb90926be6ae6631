### Weighted funds: what is divided, and factors that are worth a look.
