//! Outlines in fewer bytes: steps from point to point instead of places, for letters take most of a drawing.
//!
//! Works in whole tenths of a unit, so that no step carries a rounding error into the next.

use std::fmt::Write;

/// The drawing with the `d` of each path rewritten; what is not understood stays as it is.
pub(super) fn compacted(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len() / 2);
    let mut rest = svg;
    while let Some(start) = rest.find(" d=\"").map(|at| at + 4) {
        let end = rest[start..].find('"').map_or(rest.len(), |length| start + length);
        out.push_str(&rest[..start]);
        let path = &rest[start..end];
        out.push_str(&relative(path).unwrap_or_else(|| path.to_owned()));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

/// A path of absolute `M`, `L`, `Q`, `C` and `Z` as steps; none for any other path.
fn relative(path: &str) -> Option<String> {
    let mut pen = Pen::default();
    let mut words = path.split_ascii_whitespace().peekable();
    while let Some(command) = words.next() {
        let n_points = match command {
            "M" | "L" => 1,
            "Q" => 2,
            "C" => 3,
            "Z" => 0,
            _ => return None,
        };
        let mut points = [(0, 0); 3];
        for point in points.iter_mut().take(n_points) {
            *point = (tenths(words.next()?)?, tenths(words.next()?)?);
        }
        pen.go(command, &points[..n_points]);
    }
    Some(pen.out)
}

#[expect(clippy::cast_possible_truncation, reason = "a drawing is some thousands of units wide and high")]
fn tenths(word: &str) -> Option<i64> {
    word.parse::<f64>().ok().map(|number| (number * 10.0).round() as i64)
}

#[derive(Default)]
struct Pen {
    out: String,
    at: (i64, i64),
    start: (i64, i64),
    /// The command that a number without one would repeat.
    last: char,
}

impl Pen {
    fn go(&mut self, command: &str, points: &[(i64, i64)]) {
        let steps: Vec<i64> =
            points.iter().flat_map(|point| [point.0 - self.at.0, point.1 - self.at.1]).collect();
        match (command, &steps[..]) {
            ("L", [dx, 0]) => self.write('h', &[*dx]),
            ("L", [0, dy]) => self.write('v', &[*dy]),
            ("Z", _) => self.write('z', &[]),
            (command, steps) => self.write(command.chars().next().unwrap_or('L').to_ascii_lowercase(), steps),
        }
        self.at = points.last().copied().unwrap_or(self.start);
        if command == "M" {
            self.start = self.at;
        }
    }

    fn write(&mut self, command: char, steps: &[i64]) {
        let repeats = command == self.last && command != 'm';
        if !repeats {
            self.out.push(command);
        }
        self.last = command;
        for (place, step) in steps.iter().enumerate() {
            if *step >= 0 && (place > 0 || repeats) {
                self.out.push(' ');
            }
            number(&mut self.out, *step);
        }
    }
}

/// Tenths without needless signs: `-.5`, `12`, `3.1`.
fn number(out: &mut String, tenths: i64) {
    let (whole, part) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    let sign = if tenths < 0 { "-" } else { "" };
    // Writing into a string cannot fail.
    match (whole, part) {
        (whole, 0) => write!(out, "{sign}{whole}").ok(),
        (0, part) => write!(out, "{sign}.{part}").ok(),
        (whole, part) => write!(out, "{sign}{whole}.{part}").ok(),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, expected: &str) {
        assert_eq!(relative(path).as_deref(), Some(expected));
    }

    #[test]
    fn places_become_steps() {
        check(
            "M 10 10 L 20 10 L 20 5.5 L 18 4 L 17 3 Z M 1 1 L 2 2 Z",
            "m10 10h10v-4.5l-2-1.5-1-1zm-9-9l1 1z",
        );
        check("M 0 0 Q 1 2 3 4 Q 5 6 7.1 8", "m0 0q1 2 3 4 2 2 4.1 4");
        check("M 0 0 C 1 1 2 2 3.5 -0.5", "m0 0c1 1 2 2 3.5-.5");
    }

    #[test]
    fn what_is_not_understood_stays() {
        let svg = "<path d=\"M 0 0 A 1 1 0 0 0 2 2\"/><path id=\"x\" d=\"M 0 0 L 1 0\"/>";
        assert_eq!(compacted(svg), "<path d=\"M 0 0 A 1 1 0 0 0 2 2\"/><path id=\"x\" d=\"m0 0h1\"/>");
        assert_eq!(compacted("no path"), "no path");
    }
}
