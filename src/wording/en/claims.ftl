### claims

claim-mistake = claim { $claim }, character { $position } of its assertion: { $found }
