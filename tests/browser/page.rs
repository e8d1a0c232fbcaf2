//! A report open in a tab, and the small verbs that a reader has: click, hover, press, choose, look.

use std::fmt::Debug;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use headless_chrome::browser::tab::point::Point;
use headless_chrome::protocol::cdp::types::{Event, Method};
use headless_chrome::protocol::cdp::{Emulation, Log, Network, Runtime, Target};
use headless_chrome::{Browser, Tab};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::browser::{self, PATIENCE};
use crate::study::Study;

/// What the console says last, so that whoever waits for it has heard everything before it.
const LAST_WORD: &str = "the last word of this test";

/// Functions that the verbs below use; a name of their own keeps them apart from those of the page.
const READING: &str = include_str!("reading.js");

/// What the browser reported while a page was open.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heard {
    /// Messages of the console, exceptions, blocked content, dialogs.
    pub(crate) complaints: Vec<String>,
    /// The address of every request.
    pub(crate) requests: Vec<String>,
    over: bool,
}

pub(crate) struct Page {
    tab: Arc<Tab>,
    heard: Arc<Mutex<Heard>>,
    /// Closes with the last page that is open in it.
    _browser: Arc<Browser>,
}

/// Does something with the report of the example, wide and light.
pub(crate) fn on_report(test: impl FnOnce(&Page)) {
    if browser::tools().is_some() {
        test(&Page::open(Study::calderwick()).unwrap());
    }
}

impl Page {
    /// `None` where the user asked for no browser.
    pub(crate) fn open(study: &Study) -> Option<Self> {
        let page = Self::blank()?;
        page.go(study);
        Some(page)
    }

    pub(crate) fn blank() -> Option<Self> {
        let browser = browser::shared(browser::tools()?);
        let tab: Target::CreateTarget =
            serde_json::from_value(json!({ "url": "about:blank", "newWindow": true })).unwrap();
        let tab = browser.new_tab_with_options(tab).unwrap();
        tab.set_default_timeout(PATIENCE);
        let page = Self { tab, heard: Arc::default(), _browser: browser };
        page.listen();
        page.call::<Emulation::SetFocusEmulationEnabled>(json!({ "enabled": true }));
        page.size(1280, 900);
        Some(page)
    }

    pub(crate) fn go(&self, study: &Study) {
        let address = study.address();
        self.tab.navigate_to(&address).unwrap();
        self.until(&format!("location.href === {} && document.readyState === 'complete'", json!(address)));
    }

    fn listen(&self) {
        self.call::<Network::Enable>(json!({}));
        self.tab.call_method(Runtime::Enable(None)).unwrap();
        self.tab.call_method(Log::Enable(None)).unwrap();
        let heard = Arc::clone(&self.heard);
        let listener = move |event: &Event| hear(&mut heard.lock().unwrap(), event);
        self.tab.add_event_listener(Arc::new(listener)).unwrap();
    }

    /// What the browser has reported so far.
    pub(crate) fn heard(&self) -> Heard {
        self.ask::<Value>(&format!("(console.debug({}), null)", json!(LAST_WORD)));
        wait("the console", || {
            let heard = self.heard.lock().unwrap();
            heard.over.then(|| heard.clone())
        })
    }

    /// Any method of the protocol, with its parameters as they stand in its documentation.
    pub(crate) fn call<M: Method + Serialize + DeserializeOwned + Debug>(
        &self,
        parameters: Value,
    ) -> M::ReturnObject {
        let method: M = serde_json::from_value(parameters).unwrap();
        self.tab.call_method(method).unwrap_or_else(|error| panic!("{}: {error}", M::NAME))
    }

    /// The value of an expression; a promise is waited for.
    #[track_caller]
    pub(crate) fn ask<T: DeserializeOwned>(&self, expression: &str) -> T {
        let answer = self.call::<Runtime::Evaluate>(json!({
            "expression": format!("{READING}\n{expression}"),
            "returnByValue": true,
            "awaitPromise": true,
        }));
        if let Some(details) = answer.exception_details {
            let thrown = details.exception.and_then(|exception| exception.description);
            panic!("{expression}\n{} {}", details.text, thrown.unwrap_or_default());
        }
        let value = answer.result.value.unwrap_or_default();
        serde_json::from_value(value.clone())
            .unwrap_or_else(|error| panic!("{expression}\ngave {value}: {error}"))
    }

    /// Waits until an expression is true.
    #[track_caller]
    pub(crate) fn until(&self, condition: &str) {
        wait(condition, || self.ask::<bool>(&format!("Boolean({condition})")).then_some(()));
    }

    pub(crate) fn size(&self, width: u32, height: u32) {
        self.call::<Emulation::SetDeviceMetricsOverride>(json!({
            "width": width, "height": height, "deviceScaleFactor": 1.0, "mobile": false,
        }));
    }

    pub(crate) fn press(&self, key: &str) {
        self.tab.press_key(key).unwrap();
    }

    /// Opens what the element is folded into, scrolls to it and points at it with the mouse.
    #[track_caller]
    pub(crate) fn hover(&self, selector: &str) -> Point {
        let found: Option<[f64; 2]> = self.ask(&format!("slantwiseTest.point({})", json!(selector)));
        let [x, y] = found.unwrap_or_else(|| panic!("nothing of {selector} can be pointed at"));
        let point = Point { x, y };
        self.tab.move_mouse_to_point(point).unwrap();
        point
    }

    /// Moves the mouse into the corner, where nothing comes to lie under it.
    pub(crate) fn rest_mouse(&self) {
        self.tab.move_mouse_to_point(Point { x: 1.0, y: 1.0 }).unwrap();
    }

    #[track_caller]
    pub(crate) fn click(&self, selector: &str) {
        let point = self.hover(selector);
        self.tab.click_point(point).unwrap();
    }

    /// Chooses an option of a select, as a reader does.
    pub(crate) fn choose(&self, select: &str, value: &str) {
        self.ask::<Value>(&format!("slantwiseTest.choose({}, {})", json!(select), json!(value)));
    }

    /// Whether an element is to be seen, as the value of an expression.
    pub(crate) fn visible(selector: &str) -> String {
        format!("slantwiseTest.visible({})", json!(selector))
    }

    /// The text of an element in one line, with plain minus signs.
    pub(crate) fn text(&self, selector: &str) -> String {
        self.ask(&format!("slantwiseTest.text({})", json!(selector)))
    }

    pub(crate) fn tab(&self) -> &Tab {
        &self.tab
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        // A tab that is gone already needs no closing.
        let _ = self.tab.close(false);
    }
}

fn hear(heard: &mut Heard, event: &Event) {
    match event {
        Event::NetworkRequestWillBeSent(event) => heard.requests.push(event.params.request.url.clone()),
        Event::RuntimeConsoleAPICalled(event) => {
            let said = format!("{:?}", event.params.args);
            if said.contains(LAST_WORD) {
                heard.over = true;
            } else {
                heard.complaints.push(said);
            }
        }
        Event::RuntimeExceptionThrown(event) => heard.complaints.push(format!("{:?}", event.params)),
        Event::LogEntryAdded(event) => heard.complaints.push(event.params.entry.text.clone()),
        Event::PageJavascriptDialogOpening(event) => {
            heard.complaints.push(format!("dialog: {}", event.params.message));
        }
        _ => {}
    }
}

/// Asks again and again until there is an answer.
#[track_caller]
pub(crate) fn wait<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(start.elapsed() < PATIENCE, "waited in vain for: {what}");
        std::thread::yield_now();
    }
}
