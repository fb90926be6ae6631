//! Whether the numbers by which a pot is divided can be those of their recipients: one that is wrong moves the money of all.

use super::{Account, Field};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, shown};
use crate::exact::Exact;
use crate::msg;
use crate::register::{Recipient, recipients};
use crate::study::FieldKind;
use crate::wording::{Arg, Message, first_of};

/// So many are named.
const NAMED: usize = 5;

/// Inhabitants of other years are off by less; for most recipients by far less.
const NEAR: f64 = 0.1;

/// The number of a recipient.
struct Key<'a> {
    recipient: &'a Recipient,
    value: Exact,
    /// What the register has, as its inhabitants.
    registered: f64,
    place: &'a Place,
}

impl Key<'_> {
    fn number(&self) -> f64 {
        self.value.approximate()
    }

    /// How far it is from the number of the register, as a share of that.
    fn off(&self, scale: f64) -> f64 {
        (self.number() / (self.registered * scale) - 1.0).abs()
    }
}

/// Checks the key of a pot: inhabitants against those of the register, other numbers against one another.
pub(super) fn report(id: &str, account: &Account, messages: &mut Diagnostics) {
    // Who requisitioned nothing has no kronor; what is odd among amounts is told where they are read.
    let Some(field) = account.field(id).filter(|field| field.kind == FieldKind::Number) else { return };
    let by_register = account.level.numbers().iter().find_map(|name| {
        let keys = keys(account, field, Some(name));
        scale(&keys).map(|scale| beside_register(id, &keys, (name, scale)))
    });
    let keys = keys(account, field, None);
    let found = match by_register {
        Some(found) => [found, None],
        None => [single_zero(id, &keys), far_apart(id, &keys)],
    };
    // Regions and counties may share by the same column.
    let told = |one: &Diagnostic| messages.sorted().iter().any(|m| m.name() == one.name() && m.place == one.place);
    let new: Vec<Diagnostic> = found.into_iter().flatten().filter(|one| !told(one)).collect();
    messages.push_all(&new);
}

/// The numbers by which a pot is divided, beside a number of the register; of those that have both.
fn keys<'a>(account: &'a Account, field: &'a Field, number: Option<&str>) -> Vec<Key<'a>> {
    let returns = account.returns.iter().enumerate();
    let key = |(at, own): (usize, &'a crate::survey::Return)| {
        let registered = match number {
            Some(name) => own.recipient.number(name)?.approximate(),
            None => 0.0,
        };
        Some(Key { recipient: &own.recipient, value: field.number(at, 0)?, registered, place: field.place(at, 0)? })
    };
    returns.filter_map(key).collect()
}

/// 1 where the numbers are those of the register, as inhabitants of whatever year, a thousandth where they are thousands of
/// them: at least half are near those of their recipients, or most of them are when both are put in order by size.
fn scale(keys: &[Key<'_>]) -> Option<f64> {
    let mut numbers: Vec<f64> = keys.iter().map(Key::number).collect();
    let mut registered: Vec<f64> = keys.iter().map(|key| key.registered).collect();
    numbers.sort_by(f64::total_cmp);
    registered.sort_by(f64::total_cmp);
    let is_scale = |scale: &f64| {
        let by_row = keys.iter().filter(|key| key.off(*scale) <= NEAR).count();
        let near = |(number, own): &(&f64, &f64)| (*number / (*own * scale) - 1.0).abs() <= NEAR;
        let by_rank = numbers.iter().zip(&registered).filter(near).count();
        2 * by_row >= keys.len() || 4 * by_rank >= 3 * keys.len()
    };
    [1.0, 0.001].into_iter().filter(|_| keys.len() > 1).find(is_scale)
}

/// A warning of numbers that are not those of their recipients in the register, where the others are.
fn beside_register(id: &str, keys: &[Key<'_>], (name, scale): (&str, f64)) -> Option<Diagnostic> {
    /// Those of long ago are farther off, for all.
    const TIMES: f64 = 5.0;
    let mut off: Vec<f64> = keys.iter().map(|key| key.off(scale)).collect();
    off.sort_by(f64::total_cmp);
    let usual = off.get(off.len() / 2).copied().filter(|usual| *usual <= NEAR).unwrap_or_default();
    // A number that is too fine to be divided by is refused by itself.
    let far = |key: &&Key<'_>| key.off(scale) > NEAR.max(TIMES * usual) && key.value.amount().is_some();
    let wrong: Vec<&Key<'_>> = keys.iter().filter(far).collect();
    let first = wrong.iter().map(|key| key.place).min()?;
    let told = |key: &&Key<'_>| {
        let (recipient, registered) = (&key.recipient.name, key.recipient.number(name).unwrap_or(Exact::ZERO));
        msg!("key-beside-registered", recipient, number = number(key.value), registered = number(registered))
    };
    let (count, all, who) = (wrong.len(), keys.len(), first_of(wrong.iter().map(told), NAMED, "; "));
    let message = msg!("allocation-key-beside-register", count, all, key = shown(id), name, who);
    Some(Diagnostic::warning(first.clone(), message))
}

/// A notice of the only one that has nothing.
fn single_zero(id: &str, keys: &[Key<'_>]) -> Option<Diagnostic> {
    const FEWEST: usize = 4;
    let mut zeros = keys.iter().filter(|key| key.value == Exact::ZERO);
    let zero = zeros.next().filter(|_| keys.len() >= FEWEST)?;
    let message = msg!("allocation-key-of-none", key = shown(id), recipient = &zero.recipient.name);
    zeros.next().is_none().then(|| Diagnostic::notice(zero.place.clone(), message))
}

/// A warning of few numbers that are hundreds of times smaller or larger than all others.
fn far_apart(id: &str, keys: &[Key<'_>]) -> Option<Diagnostic> {
    const TIMES: f64 = 200.0;
    let mut keys: Vec<&Key<'_>> = keys.iter().filter(|key| key.value > Exact::ZERO).collect();
    keys.sort_by_key(|key| key.value);
    let at = (1..keys.len()).find(|at| keys[*at].number() / keys[at - 1].number() >= TIMES)?;
    let (small, large) = keys.split_at(at);
    let (few, next) = if small.len() <= large.len() { (small, large.first()?) } else { (large, small.last()?) };
    // Where half are so and half so, nothing is odd.
    if 4 * few.len() > keys.len() {
        return None;
    }
    let first = few.first()?;
    let (recipient, own, next) = (&first.recipient.name, number(first.value), number(next.value));
    let message = msg!("allocation-key-far", key = shown(id), recipient, number = own, next, more = few.len() - 1);
    Some(Diagnostic::warning(first.place.clone(), message))
}

/// A number for messages; one with more than two decimals as each language writes it.
pub(super) fn number(value: Exact) -> Arg {
    const DECIMALS: u32 = 6;
    value.amount().map_or_else(|| Arg::written(|language| value.written(language, DECIMALS)), Arg::from)
}

/// The recipients of the register that an account lacks, where it has almost all.
pub(super) fn absent(account: &Account) -> Vec<&'static str> {
    const FEW: usize = 5;
    let has = |one: &&Recipient| account.returns.iter().any(|own| own.recipient == **one);
    let absent = recipients(account.level).iter().filter(|one| !has(one)).map(|one| one.name.as_str());
    let absent: Vec<&str> = absent.take(FEW + 1).collect();
    if absent.len() <= FEW && 4 * absent.len() <= account.returns.len() { absent } else { Vec::new() }
}

/// What to do where the register has recipients that an account lacks; nothing where it has all, or only some.
pub(super) fn add_absent(account: &Account) -> Option<Message> {
    let names = absent(account);
    let message =
        msg!("rows-absent", account = shown(&account.id), names = first_of(names.iter().copied(), NAMED, ", "));
    (!names.is_empty()).then_some(message)
}

/// Tells of recipients of the register that get nothing, for the account whose recipients share has no row of them.
pub(super) fn report_absent(allocation: &str, place: &Place, account: &Account, messages: &mut Diagnostics) {
    let names = absent(account);
    let (allocation, id) = (shown(allocation), shown(&account.id));
    let (count, listed) = (names.len(), first_of(names.iter().copied(), NAMED, ", "));
    let message = msg!("allocation-without-recipients", allocation, account = id, count, names = listed);
    if count > 0 {
        messages.push(Diagnostic::notice(place.clone(), message));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::{Level, POPULATION, resolve};

    /// The scale of numbers of regions, and how many of them are told as not their inhabitants.
    fn told(numbers: &[(&str, i64)]) -> (Option<f64>, Option<Diagnostic>) {
        let places: Vec<Place> = (0..numbers.len()).map(|at| Place::line("k.csv", at)).collect();
        let all = numbers.iter().zip(&places).filter_map(|((name, number), place)| {
            let recipient = resolve(Level::region(), name).ok()?;
            let registered = recipient.number(POPULATION)?.approximate();
            Some(Key { recipient, value: Exact::whole(*number), registered, place })
        });
        let keys: Vec<Key<'_>> = all.collect();
        assert_eq!(keys.len(), numbers.len());
        let scale = scale(&keys);
        (scale, scale.map_or_else(|| far_apart("k", &keys), |scale| beside_register("k", &keys, (POPULATION, scale))))
    }

    #[test]
    fn inhabitants_are_known_by_the_register() {
        // In the register: Stockholm 2 473 307, Uppsala 407 912, Skåne 1 428 626 at the end of 2024; a decade earlier
        // 2 198 044, 348 942 and 1 288 908, which is 11, 14 and 10 percent less for all of them.
        let own = [("Stockholm", 2_473_307), ("Uppsala", 407_912), ("Skåne", 1_428_626), ("Gotland", 61_000)];
        assert_eq!(told(&own), (Some(1.0), None));
        let of = |at: usize, number: i64| {
            let mut changed = own;
            changed[at].1 = number;
            told(&changed)
        };
        // Digits that changed places, nothing, thousands.
        for number in [470_912, 0, 408] {
            let (scale, told) = of(1, number);
            assert_eq!(scale, Some(1.0));
            assert!(told.is_some(), "{number}");
        }
        // The column sorted apart: no row is right, but every rank is.
        let sorted = [("Stockholm", 61_000), ("Uppsala", 2_473_307), ("Skåne", 407_912), ("Gotland", 1_428_626)];
        assert!(matches!(told(&sorted), (Some(1.0), Some(_))));
        // In thousands all of them are right.
        let thousands = [("Stockholm", 2_473), ("Uppsala", 408), ("Skåne", 1_429), ("Gotland", 61)];
        assert_eq!(told(&thousands), (Some(0.001), None));
        // Other numbers, as of clinics, are no inhabitants; one that is far off is told.
        assert_eq!(told(&[("Stockholm", 40), ("Uppsala", 9), ("Skåne", 35), ("Gotland", 2)]), (None, None));
        let far = told(&[("Stockholm", 40), ("Uppsala", 9_000), ("Skåne", 35), ("Gotland", 2)]);
        assert!(matches!(far, (None, Some(_))));
    }
}
