//! The codes of currencies in ISO 4217, also of those that studies cannot be in.

/// Codes in use, and those of the currencies that the euro replaced in the Nordic countries and Germany.
const CODES: [&str; 162] = [
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF",
    "BMD", "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNH", "CNY", "COP",
    "CRC", "CUP", "CVE", "CZK", "DEM", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FIM", "FJD", "FKP",
    "GBP", "GEL", "GHS", "GIP", "GMD", "GNF", "GTQ", "GYD", "HKD", "HNL", "HRK", "HTG", "HUF", "IDR", "ILS", "INR",
    "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES", "KGS", "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK",
    "LBP", "LKR", "LRD", "LSL", "LTL", "LVL", "LYD", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR",
    "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "OMR", "PAB", "PEN", "PGK", "PHP",
    "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE",
    "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY", "TTD", "TWD", "TZS",
    "UAH", "UGX", "USD", "UYU", "UZS", "VED", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER", "ZAR",
    "ZMW", "ZWG",
];

/// Codes that are words or other abbreviations, too, where all letters are capital ones.
const AMBIGUOUS: [&str; 22] = [
    "ALL", "ANG", "BAM", "BOB", "COP", "CUP", "DEM", "DOP", "GEL", "KES", "LAK", "MAD", "MOP", "MUR", "NIO", "PEN",
    "PHP", "RON", "SAR", "SOS", "TOP", "TRY",
];

/// The code as it stands in the list, if a word is one.
pub fn iso_code(word: &str) -> Option<&'static str> {
    CODES.into_iter().find(|code| *code == word)
}

/// Whether a code is a word of another meaning, too.
pub fn is_ambiguous(code: &str) -> bool {
    AMBIGUOUS.contains(&code)
}
