//! Requisitions and repayments: units, doubled rows, one list over all areas.
