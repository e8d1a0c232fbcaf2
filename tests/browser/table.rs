//! Tables: sorted by any column, taken away as the files that the run wrote; the methods copied as text.

use std::fs;

use headless_chrome::protocol::cdp::Browser::{GrantPermissions, SetDownloadBehavior};
use serde_json::{Value, json};

use crate::page::{Page, on_report, wait};
use crate::study::Study;

/// The columns of a table that hold numbers only: table, column.
fn numeric_columns(page: &Page) -> Vec<(usize, usize)> {
    let columns: Vec<(usize, usize)> = page.ask(
        "slantwiseTest.all('table.sortable').flatMap((table, index) => {
            const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
            if (rows.length < 2) return [];
            return [...table.tHead.rows[0].cells].flatMap((header, column) => {
                const cells = rows.map((row) => row.cells[column]?.textContent.trim() ?? '').filter(Boolean);
                const numeric = cells.length > 1 && cells.every((cell) => /^[-+\u{2212}]?\\d+(\\.\\d+)?\\s*%?$/.test(cell));
                return numeric && header.querySelector('button') ? [[index, column]] : [];
            });
        })",
    );
    assert!(columns.len() > 3, "columns with numbers: {columns:?}");
    columns
}

/// Gives each header cell's button a name that can be clicked.
fn header_button(page: &Page, table: usize, column: usize) -> String {
    page.ask::<Value>(&format!(
        "(slantwiseTest.all('[data-clicked]').forEach((button) => delete button.dataset.clicked),
          slantwiseTest.all('table.sortable')[{table}].tHead.rows[0].cells[{column}]
            .querySelector('button').dataset.clicked = '', null)"
    ));
    String::from("[data-clicked]")
}

/// What `aria-sort` says, and the numbers of the column as they stand.
fn sorted(page: &Page, table: usize, column: usize) -> (Option<String>, Vec<f64>) {
    page.ask(&format!(
        "((table) => [table.tHead.rows[0].cells[{column}].ariaSort,
            [...table.tBodies].flatMap((body) => [...body.rows])
                .map((row) => row.cells[{column}]?.textContent.replace('\u{2212}', '-').trim())
                .filter(Boolean).map(parseFloat)])(slantwiseTest.all('table.sortable')[{table}])"
    ))
}

#[test]
fn a_click_on_a_header_sorts_by_number_both_ways() {
    on_report(|page| {
        for (table, column) in numeric_columns(page) {
            let mut seen = Vec::new();
            for _ in 0..2 {
                let before = sorted(page, table, column).0;
                page.click(&header_button(page, table, column));
                let (order, numbers) = wait("another order", || {
                    let (order, numbers) = sorted(page, table, column);
                    (order != before).then_some((order, numbers))
                });
                let order = order.unwrap_or_default();
                let holds =
                    |pair: &[f64]| if order == "ascending" { pair[0] <= pair[1] } else { pair[0] >= pair[1] };
                assert!(
                    numbers.windows(2).all(holds),
                    "table {table}, column {column}, {order}: {numbers:?}"
                );
                seen.push(order);
            }
            seen.sort();
            assert_eq!(seen, ["ascending", "descending"], "table {table}, column {column}");
        }
    });
}

#[test]
fn one_column_of_a_table_is_the_sorted_one() {
    on_report(|page| {
        for (table, column) in numeric_columns(page) {
            page.click(&header_button(page, table, column));
            let marked: usize = page.ask(&format!(
                "[...slantwiseTest.all('table.sortable')[{table}].tHead.rows[0].cells]
                    .filter((header) => ['ascending', 'descending'].includes(header.ariaSort)).length"
            ));
            assert_eq!(marked, 1, "table {table}, column {column}");
        }
    });
}

#[test]
fn a_downloaded_table_is_the_file_beside_the_report() {
    on_report(|page| {
        let place = Study::place("downloads");
        fs::remove_dir_all(&place).unwrap();
        fs::create_dir_all(&place).unwrap();
        page.call::<SetDownloadBehavior>(json!({ "behavior": "allow", "downloadPath": place }));
        let names: Vec<String> =
            page.ask("slantwiseTest.all('button[data-csv]').map((button) => button.dataset.csv)");
        assert!(names.len() >= 10, "{names:?}");
        for name in names {
            let expected = Study::calderwick().bytes(&name);
            let arrived = place.join(&name);
            // The same table may be offered twice, and a second file of one name would be called otherwise.
            let _ = fs::remove_file(&arrived);
            page.click(&format!("button[data-csv={}]", json!(name)));
            let bytes = wait(&name, || fs::read(&arrived).ok().filter(|bytes| bytes.len() >= expected.len()));
            assert!(bytes == expected, "{name} differs from the file of the run");
        }
    });
}

#[test]
fn the_methods_can_be_copied() {
    on_report(|page| {
        page.call::<GrantPermissions>(
            json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
        );
        page.click("#copy-methods");
        page.until("slantwiseTest.text('#copied') !== ''");
        let copied: String = page.ask("navigator.clipboard.readText()");
        let run: Value = serde_json::from_slice(&Study::calderwick().bytes("run.json")).unwrap();
        let methods = run["methods"]["paragraph"].as_str().unwrap();
        assert!(copied.contains(methods), "copied: {copied:?}");
    });
}
