//! Speed of sentence bounds on invented news text, next to UAX #29 alone.

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use slantwise::{Profile, Span, sentences};
use unicode_segmentation::UnicodeSegmentation;

fn main() {
    divan::main();
}

const PARAGRAPH: &str = "Cllr. Jane Smith, the cabinet member for children’s services, said: “We accept the report in full. \
We have put £3.2m into the front door, and Mr. A. Khan will lead it.” Inspectors visited St. Mary's on Nov. 3 at 9.30 a.m. \
and found that \"too many children wait too long.\" The council, which was rated inadequate in 2018, will be visited again. ";

fn news(n_bytes: usize) -> String {
    PARAGRAPH.repeat(n_bytes / PARAGRAPH.len())
}

/// The paragraph again and again, as blocks of their own.
#[divan::bench(args = [1_000_000])]
fn paragraphs(bencher: Bencher, n_bytes: usize) {
    let text = news(n_bytes);
    let cut = |n: usize| {
        sentences(&text, Span::new(n * PARAGRAPH.len(), (n + 1) * PARAGRAPH.len()), Profile::inspection())
    };
    bencher.counter(BytesCount::of_str(&text)).bench_local(|| {
        for n in 0..text.len() / PARAGRAPH.len() {
            black_box(cut(n));
        }
    });
}

/// One line of ten megabytes, of each kind that could take quadratic time.
#[divan::bench(args = ["news", "no stop", "stops", "spaced stops", "quotes", "stop and quotes", "stop and spaces", "brackets", "initials", "lines", "bars", "curly", "labels"], sample_count = 3)]
fn ten_megabytes(bencher: Bencher, kind: &str) {
    let text = match kind {
        "news" => news(10_000_000),
        "no stop" => "word ".repeat(2_000_000),
        "stops" => ".".repeat(10_000_000),
        "spaced stops" => ". ".repeat(5_000_000),
        "quotes" => "\"".repeat(10_000_000),
        "stop and quotes" => format!("A.{}b", "\"".repeat(10_000_000)),
        "stop and spaces" => format!("A. {}b", " ".repeat(10_000_000)),
        "brackets" => "A.(".repeat(3_333_333),
        "initials" => "A.".repeat(5_000_000),
        "lines" => "\n ".repeat(5_000_000),
        "bars" => "| ".repeat(5_000_000),
        "curly" => "”. “".repeat(1_200_000),
        _ => format!("1) {}", "2)a".repeat(3_333_333)),
    };
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| sentences(black_box(&text), Span::new(0, text.len()), Profile::inspection()));
}

/// UAX #29 alone.
#[divan::bench]
fn unicode(bencher: Bencher) {
    let text = news(1_000_000);
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| black_box(&text).split_sentence_bound_indices().count());
}
