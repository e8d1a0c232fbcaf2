// What the page does when it is touched. Everything that an article says is put in as text, never as markup.
(() => {
  'use strict';
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);
  const plain = (text) => text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, ' ')
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '');
  const make = (name, text, className) => {
    const element = document.createElement(name);
    if (text !== undefined) element.textContent = plain(text);
    if (className) element.className = className;
    return element;
  };
  const drawn = (name, attributes) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const signed = (value) => {
    const digits = Math.abs(value).toFixed(2);
    return digits === '0.00' ? digits : (value < 0 ? '−' : '+') + digits;
  };
  const counted = (n, noun) => `${n.toLocaleString('en-GB')} ${noun}${n === 1 ? '' : 's'}`;

  // The sentences, in the order of the page.
  const labels = new Map(all('#filter-side option').map((option) => [option.value, option.textContent]));
  const sentences = all('.s').map((element, order) => {
    const { side, speaker = '', mode, tone, aspects, frames } = element.dataset;
    const value = Number(tone);
    return {
      element, order, number: Number(element.id.slice(1)), side, speaker, mode, value,
      tone: value >= 0.05 ? 'favourable' : value <= -0.05 ? 'unfavourable' : 'neutral',
      aspect: aspects.split(' '), frame: frames.split(' '), on: true,
    };
  });
  const byNumber = new Map(sentences.map((sentence) => [sentence.number, sentence]));
  const numbers = (element) => element.dataset.s.split(' ').map(Number);
  const voice = (sentence) => labels.get(sentence.side) + (sentence.speaker ? ` · ${sentence.speaker}` : '');

  // Filters.
  const selects = all('#filters select');
  const linked = all('[data-s]').map((element) => ({ element, of: numbers(element) }));
  const wanted = () => selects.filter((select) => select.value).map((select) => [select.name, select.value]);
  const meets = (sentence, [name, value]) =>
    (name === 'aspect' || name === 'frame') ? sentence[name].includes(value) : sentence[name] === value;
  const isOfRow = (sentence, { side, sides, speaker, aspect, frame }) =>
    (!side || sentence.side === side) && (!sides || sides.split(' ').includes(sentence.side)) &&
    (!speaker || sentence.speaker === speaker) && (!aspect || sentence.aspect.includes(aspect)) &&
    (!frame || sentence.frame.includes(frame));
  const rows = all('tbody tr').map((row) => {
    const attributes = { ...row.dataset };
    return { row, cell: one('.matching', row), of: sentences.filter((sentence) => isOfRow(sentence, attributes)) };
  });

  function apply() {
    const conditions = wanted();
    for (const select of selects) select.classList.toggle('set', select.value !== '');
    for (const sentence of sentences) {
      sentence.on = conditions.every((condition) => meets(sentence, condition));
      sentence.element.classList.toggle('off', !sentence.on);
    }
    const on = sentences.filter((sentence) => sentence.on);
    for (const { element, of } of linked) {
      element.classList.toggle('off', conditions.length > 0 && !of.some((number) => byNumber.get(number)?.on));
    }
    for (const { row, of, cell } of rows) {
      const n = of.filter((sentence) => sentence.on).length;
      cell.textContent = n.toLocaleString('en-GB');
      cell.dataset.v = n;
      row.classList.toggle('off', conditions.length > 0 && n === 0);
    }
    const mean = on.reduce((sum, sentence) => sum + sentence.value, 0) / on.length;
    one('#filter-count').textContent = `${on.length.toLocaleString('en-GB')} of ${counted(sentences.length, 'sentence')}.`;
    one('#filter-note').hidden = conditions.length === 0;
    one('#filter-mean').textContent = on.length >= 5 ? ` Their mean tone is ${signed(mean)}.` : '';
    list(conditions.length ? on : []);
  }

  const MOST_LISTED = 200;
  function list(on) {
    const matches = one('#matches');
    matches.hidden = on.length === 0;
    const entries = on.slice(0, MOST_LISTED).map((sentence) => {
      const entry = make('li');
      const link = make('a', sentence.element.textContent);
      link.href = `#s${sentence.number}`;
      entry.append(make('b', `${voice(sentence)}: `), link);
      return entry;
    });
    if (on.length > MOST_LISTED) entries.push(make('li', `and ${counted(on.length - MOST_LISTED, 'more sentence')}`));
    one('ol', matches).replaceChildren(...entries);
  }

  selects.forEach((select) => select.addEventListener('change', apply));
  one('#filters').addEventListener('reset', () => setTimeout(apply));
  one('#filters').addEventListener('submit', (event) => event.preventDefault());

  // The tables inside the page.
  const unpacked = new Map();
  function table(name) {
    if (!unpacked.has(name)) unpacked.set(name, unpack(one(`script[data-table="${CSS.escape(name)}"]`).textContent));
    return unpacked.get(name);
  }
  async function unpack(packed) {
    const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }
  function parsed(text) {
    const found = [];
    let row = [], cell = '', quoted = false;
    for (let at = 0; at < text.length; at += 1) {
      const character = text[at];
      if (quoted) {
        if (character !== '"') cell += character;
        else if (text[at + 1] === '"') { cell += '"'; at += 1; } else quoted = false;
      } else if (character === '"') quoted = true;
      else if (character === ',') { row.push(cell); cell = ''; }
      else if (character === '\n') { row.push(cell.replace(/\r$/, '')); found.push(row); row = []; cell = ''; }
      else cell += character;
    }
    const [head, ...body] = found;
    return body.map((cells) => Object.fromEntries(head.map((name, place) => [name, cells[place]])));
  }
  let explained;
  // Both tables have the order of the text, so rows are matched by walking along both: ids of articles may repeat.
  function explanations() {
    explained ??= (async () => {
      const decoder = new TextDecoder();
      const [told, ledger] = await Promise.all(['sentences.csv', 'ledger.csv'].map(async (name) =>
        parsed(decoder.decode(await table(name)))));
      const key = (row) => JSON.stringify([row.document, row.sentence, row.part]);
      let at = 0;
      for (const row of told) row.ledger = [];
      for (const entry of ledger) {
        const wantedKey = key(entry);
        while (at < told.length && key(told[at]) !== wantedKey) at += 1;
        if (at < told.length) told[at].ledger.push(entry);
      }
      return told;
    })();
    return explained;
  }

  // The panel that explains a sentence.
  const panel = one('#detail');
  let current = null;
  async function explain(sentence, moveFocus) {
    current?.element.removeAttribute('aria-expanded');
    current = sentence;
    sentence.element.setAttribute('aria-expanded', 'true');
    let row;
    try { row = (await explanations())[sentence.number]; } catch { row = undefined; }
    if (current !== sentence) return;
    one('#detail-body').replaceChildren(...described(sentence, row));
    panel.className = sentence.element.className;
    panel.classList.remove('s', 'off');
    panel.hidden = false;
    panel.scrollTop = 0;
    // On a narrow screen the panel stands over the lower part of the text.
    const over = panel.getBoundingClientRect();
    if (over.width >= innerWidth && sentence.element.getBoundingClientRect().bottom > over.top) {
      sentence.element.scrollIntoView({ block: 'start' });
    }
    if (moveFocus) one('#detail-title').focus({ preventScroll: true });
  }
  function described(sentence, row) {
    const quotation = make('blockquote', sentence.element.textContent);
    if (!row) return [quotation, make('p', 'The tables could not be opened inside this page; they stand beside it as CSV files.')];
    const facts = make('dl');
    const fact = (name, value) => facts.append(make('dt', name), make('dd', value || '–'));
    const names = (ids, filter) => ids.split('; ').filter(Boolean).map((id) =>
      one(`#filter-${filter} option[value="${CSS.escape(id)}"]`)?.textContent ?? id).join('; ');
    const modes = { direct: 'quoted', mixed: 'reported, with quoted words', indirect: 'reported', none: 'the article’s own words' };
    fact('Side', labels.get(sentence.side));
    fact('Speaker', row.speaker || 'nobody is named');
    fact('Words', modes[row.mode] + (row.cue ? `; “${row.cue}”` : ''));
    fact('Evidence', row.evidence);
    fact('Confidence', row.confidence);
    fact('Aspects', names(row.aspects, 'aspect'));
    fact('Frames', names(row.frames, 'frame'));
    const where = `${row.document}, sentence ${row.sentence}` + (row.part === '1' ? '' : `, part ${row.part}`);
    fact('Where', where);
    const tone = Number(row.tone);
    return [
      quotation, facts,
      make('h3', `Tone ${signed(tone)} (${sentence.tone} to the service)`),
      ...ledger(row.ledger.filter((row) => row.score === 'tone'), 'No phrase of the lists stands in it.'),
      make('h3', `VADER compound ${signed(Number(row.compound))}`),
      ...ledger(row.ledger.filter((row) => row.score === 'compound'), 'VADER rates none of its words.'),
    ];
  }
  function ledger(entries, empty) {
    if (entries.length === 0) return [make('p', empty, 'n')];
    const widest = Math.max(...entries.map((entry) => Math.abs(Number(entry.contribution))), 1e-9);
    const table = make('table', undefined, 'ledger');
    const heads = ['Words', 'Part of the score', 'Why'].map((head) => { const cell = make('th', head); cell.scope = 'col'; return cell; });
    const top = make('tr');
    top.append(...heads);
    const head = make('thead');
    head.append(top);
    const body = make('tbody');
    const strongest = [...entries].sort((a, b) => Math.abs(Number(b.contribution)) - Math.abs(Number(a.contribution)));
    for (const entry of strongest) {
      const value = Number(entry.contribution);
      const length = Math.abs(value) / widest * 48;
      const picture = drawn('svg', { viewBox: '0 0 100 12', class: 'part', 'aria-hidden': 'true' });
      picture.append(
        drawn('line', { x1: 50, y1: 0, x2: 50, y2: 12, class: 'axis' }),
        drawn('rect', { x: value < 0 ? 50 - length : 50, y: 2, width: length, height: 8, class: value < 0 ? 'down' : 'up' }));
      const row = make('tr');
      const word = make('th', entry.category === 'around' ? 'sentences beside it' : entry.category === 'doubt' ? 'doubt' : entry.word);
      word.scope = 'row';
      const part = make('td');
      part.append(picture, make('span', signed(value), 'n'));
      const why = [entry.note, entry.rules].filter(Boolean).join('; ') || `rated ${signed(Number(entry.base))}`;
      row.append(word, part, make('td', why, 'why'));
      body.append(row);
    }
    table.append(head, body);
    return [table];
  }
  function close() {
    if (panel.hidden) return;
    panel.hidden = true;
    current?.element.removeAttribute('aria-expanded');
    current?.element.focus({ preventScroll: true });
    current = null;
  }
  const near = (order, step) => sentences[Math.min(Math.max(order + step, 0), sentences.length - 1)];
  all('[data-step]', panel).forEach((button) => button.addEventListener('click', () => {
    const step = Number(button.dataset.step);
    if (step === 0 || !current) { close(); return; }
    const next = near(current.order, step);
    show(next, false);
  }));

  // Keyboard: one stop a article, arrows from sentence to sentence.
  const story = (sentence) => sentence.element.closest('.story');
  function hold(sentence) {
    for (const other of all('.s[tabindex="0"]', story(sentence))) other.tabIndex = -1;
    sentence.element.tabIndex = 0;
  }
  all('.story').forEach((article) => { const first = one('.s', article); if (first) first.tabIndex = 0; });
  function show(sentence, moveFocus) {
    story(sentence).open = true;
    hold(sentence);
    sentence.element.scrollIntoView({ block: 'center' });
    explain(sentence, moveFocus);
  }
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  one('#articles').addEventListener('click', (event) => {
    const element = event.target.closest('.s');
    if (!element) return;
    const sentence = byNumber.get(Number(element.id.slice(1)));
    hold(sentence);
    explain(sentence, false);
  });
  one('#articles').addEventListener('keydown', (event) => {
    const element = event.target.closest('.s');
    if (!element) return;
    const sentence = byNumber.get(Number(element.id.slice(1)));
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      explain(sentence, true);
    } else if (STEPS[event.key]) {
      event.preventDefault();
      const next = near(sentence.order, STEPS[event.key]);
      if (story(next) !== story(sentence)) return;
      hold(next);
      next.element.focus();
      if (!panel.hidden) explain(next, false);
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    if (!tip.hidden) tip.hidden = true;
    close();
  });

  // Charts: marks tell their sentences, and lead to them.
  const tip = one('#tip');
  const told = (of) => {
    const first = byNumber.get(of.find((number) => byNumber.has(number)));
    if (!first) return ['This article stands in the tables only', ''];
    const more = of.length > 1 ? `${counted(of.length, 'sentence')}, the first: ` : '';
    return [`${voice(first)}, tone ${signed(first.value)}`, more + first.element.textContent];
  };
  function point(mark) {
    const [head, text] = told(numbers(mark));
    tip.replaceChildren(make('b', head), make('span', text));
    tip.hidden = false;
    const at = mark.getBoundingClientRect();
    const own = tip.getBoundingClientRect();
    const left = Math.min(Math.max(at.left + at.width / 2 - own.width / 2, 8), innerWidth - own.width - 8);
    const above = at.top - own.height - 10;
    tip.style.left = `${left}px`;
    tip.style.top = `${above > 8 ? above : Math.min(at.bottom + 10, innerHeight - own.height - 8)}px`;
  }
  for (const chart of all('.chart')) {
    const marks = all('.mark', chart);
    if (marks.length === 0) continue;
    marks[0].setAttribute('tabindex', '0');
    for (const mark of marks) {
      const drawnWords = [...mark.querySelectorAll('text')].map((text) => text.textContent).join(' ');
      mark.setAttribute('aria-label', [drawnWords, ...told(numbers(mark))].filter(Boolean).join(': '));
    }
    const of = (event) => event.target.closest('.mark');
    chart.addEventListener('mouseover', (event) => { if (of(event)) point(of(event)); });
    chart.addEventListener('mouseout', () => { tip.hidden = true; });
    chart.addEventListener('focusin', (event) => { if (of(event)) point(of(event)); });
    chart.addEventListener('focusout', () => { tip.hidden = true; });
    chart.addEventListener('keydown', (event) => {
      const mark = of(event);
      if (!mark || !STEPS[event.key]) return;
      event.preventDefault();
      const next = marks[Math.min(Math.max(marks.indexOf(mark) + STEPS[event.key], 0), marks.length - 1)];
      mark.setAttribute('tabindex', '-1');
      next.setAttribute('tabindex', '0');
      next.focus();
    });
  }
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a.mark, a.q, #matches a');
    if (!link) return;
    const of = link.dataset.s ? numbers(link) : [Number(link.getAttribute('href').slice(2))];
    const target = of.map((number) => byNumber.get(number)).find((sentence) => sentence?.on) ?? byNumber.get(of[0]);
    event.preventDefault();
    tip.hidden = true;
    if (target) { show(target, false); target.element.focus({ preventScroll: true }); }
  });
  function follow() {
    const target = byNumber.get(Number(/^#s(\d+)$/.exec(location.hash)?.[1]));
    if (target) show(target, false);
  }
  addEventListener('hashchange', follow);

  // Tables.
  const order = (cell) => (cell.dataset.v === undefined ? cell.textContent : Number(cell.dataset.v));
  const compared = (a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en'));
  all('table.sortable thead button').forEach((button) => button.addEventListener('click', () => {
    const head = button.parentElement;
    const place = head.cellIndex;
    const body = head.closest('table').tBodies[0];
    const descending = head.getAttribute('aria-sort') === 'ascending';
    for (const other of head.parentElement.cells) other.removeAttribute('aria-sort');
    head.setAttribute('aria-sort', descending ? 'descending' : 'ascending');
    const sorted = [...body.rows].sort((a, b) => compared(order(a.cells[place]), order(b.cells[place])));
    body.append(...(descending ? sorted.reverse() : sorted));
  }));

  // What scrolls sideways is a stop for the keyboard. All sizes are read before anything is written: one layout, not one each.
  const regions = all('.scroll');
  function fit() {
    const scrolls = regions.map((region) => region.scrollWidth > region.clientWidth);
    regions.forEach((region, place) => { region.tabIndex = scrolls[place] ? 0 : -1; });
  }
  addEventListener('resize', fit);

  // What can be taken away.
  all('[data-csv]').forEach((button) => button.addEventListener('click', async () => {
    const link = make('a');
    link.href = URL.createObjectURL(new Blob([await table(button.dataset.csv)], { type: 'text/csv' }));
    link.download = button.dataset.csv;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }));
  one('#copy-methods').addEventListener('click', async () => {
    const text = one('#methods-text').innerText;
    let done = true;
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const range = document.createRange();
      range.selectNodeContents(one('#methods-text'));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      done = document.execCommand('copy');
    }
    one('#copied').textContent = done ? 'Copied.' : 'The text is selected: copy it with the keyboard.';
  });

  // On paper the articles of a small study are open.
  let opened = [];
  addEventListener('beforeprint', () => {
    const closed = all('.story:not([open])');
    opened = all('.story').length <= 12 ? closed : [];
    for (const part of opened) part.open = true;
  });
  addEventListener('afterprint', () => { for (const part of opened) part.open = false; });

  apply();
  follow();
  requestAnimationFrame(fit);
})();
