// What the verbs of page.rs ask of the page; defined anew with each question, for any page.
globalThis.slantwiseTest ??= {
  one(selector) {
    const element = document.querySelector(selector);
    if (!element) throw new Error("no element " + selector);
    return element;
  },
  all(selector) {
    return [...document.querySelectorAll(selector)];
  },
  visible(selector) {
    const element = document.querySelector(selector);
    return Boolean(element) && element.checkVisibility({ visibilityProperty: true });
  },
  plain(text) {
    return text.replaceAll("\u2212", "-").replace(/\s+/g, " ").trim();
  },
  text(selector) {
    return this.plain(this.one(selector).textContent);
  },
  unfold(element) {
    for (let at = element.parentElement; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") at.open = true;
    }
  },
  point(selector) {
    const element = this.one(selector);
    this.unfold(element);
    element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    for (const box of element.getClientRects()) {
      for (const down of [0.5, 0.25, 0.75, 0.1, 0.9]) {
        for (const across of [0.5, 0.25, 0.75, 0.1, 0.9]) {
          const at = [box.left + box.width * across, box.top + box.height * down];
          if (element.contains(document.elementFromPoint(...at))) return at;
        }
      }
    }
    return null;
  },
  choose(selector, value) {
    const select = this.one(selector);
    select.value = value;
    if (select.value !== value) throw new Error(selector + " has no option " + value);
    for (const name of ["input", "change"]) select.dispatchEvent(new Event(name, { bubbles: true }));
    return null;
  },
  options(selector) {
    return [...this.one(selector).options].map((option) => option.value);
  },
  inView(selector) {
    const box = this.one(selector).getBoundingClientRect();
    return box.height > 0 && box.bottom > 0 && box.top < innerHeight;
  },
};
