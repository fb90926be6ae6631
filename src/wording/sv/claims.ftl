### claims

claim-mistake = påstående { $claim }, tecken { $position } i utsagan: { $found }
