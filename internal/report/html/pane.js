// A pane shows one document. Its blocks stand in groups: those of a large
// document are filled while nothing else is to do, or when they are scrolled
// to, and groups out of sight cost the browser nothing (content-visibility).

const GROUP = 40; // blocks of a group
const AT_ONCE = 12; // groups that are filled before the first paint

class Pane {
  constructor(name, label) {
    this.head = make('h2', { class: 'file', id: `${name}-title`, tabindex: '-1' });
    this.body = make('div', { class: 'text', lang: '' });
    this.scroller = make('div', { class: 'scroller', tabindex: '0', role: 'region' }, this.body);
    this.label = label;
    this.element = make('section', { class: `pane ${name}`, hidden: true }, this.head, this.scroller);
    this.d = -1;
    this.extra = new Map();
    this.chosen = -1;
    this.scroller.addEventListener('scroll', () => drawLines(), { passive: true });
    this.body.addEventListener('focusin', (ev) => this.touched(ev.target));
    this.body.addEventListener('click', (ev) => this.clicked(ev));
  }

  open(d) {
    this.element.hidden = d < 0;
    if (d === this.d) return;
    this.d = d;
    this.at = null;
    this.extra = new Map();
    this.redraw();
    this.scroller.scrollTop = 0;
  }

  get document() { return documentOf(this.d); }

  title() {
    this.scroller.setAttribute('aria-label', `${this.label} ${nameOf(this.d)}`);
    const n = [0, 0, 0];
    for (const i of docClaims[this.d]) n[claims[i].v]++;
    const count = (v, words) => n[v] > 0 && make('span', { class: `count ${VERDICTS[v]}` }, `${n[v]} ${words}`);
    const { f, y, h } = docs[this.d];
    const about = [y && `dated ${y}`, h && 'authority'].filter(Boolean).join(', ');
    this.head.replaceChildren(make('span', {}, make('bdi', { title: clean(f) }, nameOf(this.d)), about && make('span', { class: 'note' }, `  ${about}`)),
      make('span', { class: 'counted' }, count(CONFLICTS, n[1] === 1 ? 'conflicts' : 'conflict'), count(UNDECIDED, 'undecided'), count(AGREES, n[0] === 1 ? 'agrees' : 'agree')));
  }

  redraw() {
    if (this.d < 0) return;
    this.title();
    const doc = this.document;
    this.filled = [];
    this.groups = [];
    this.body.replaceChildren();
    if (!doc.blocks.length) {
      this.body.append(make('p', { class: 'lead' }, withoutText(this.d)));
      return;
    }
    for (let from = 0; from < doc.blocks.length;) {
      const to = groupEnd(doc, from);
      const e = make('div', { class: 'group' });
      const length = doc.blocks[to - 1][2] - doc.blocks[from][1];
      e.style.setProperty('--guess', `${Math.round(length / 70 * 26 + (to - from) * 14)}px`);
      this.groups.push({ e, from, to });
      this.body.append(e);
      from = to;
    }
    for (let g = 0; g < Math.min(AT_ONCE, this.groups.length); g++) this.fill(g);
    this.idle(this.groups, 0);
    this.firstStop();
  }

  // idle fills the rest, a little at a time.
  idle(groups, g) {
    if (groups !== this.groups) return;
    const start = performance.now();
    while (g < groups.length && performance.now() - start < 8) this.fill(g++);
    if (g < groups.length) (window.requestIdleCallback ?? setTimeout)(() => this.idle(groups, g));
  }

  fill(g) {
    if (this.filled[g]) return;
    this.filled[g] = true;
    const { e, from, to } = this.groups[g];
    e.replaceChildren(...blocksOf(this, from, to));
  }

  refill(g) {
    this.filled[g] = false;
    this.fill(g);
  }

  groupOf(block) {
    let low = 0;
    let high = this.groups.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.groups[middle].from <= block) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }

  // highlight shows the evidence that stands here, and which claim is open.
  highlight(chosen, marks) {
    const doc = this.document;
    const touched = new Set();
    const note = (map) => { for (const b of map.keys()) touched.add(this.groupOf(b)); };
    const mark = (i) => { if (i >= 0 && claims[i].d === this.d) note(spread(doc, [claims[i]])); };
    note(this.extra);
    mark(this.chosen);
    this.extra = spread(doc, marks);
    this.chosen = chosen;
    note(this.extra);
    mark(chosen);
    for (const g of touched) if (g >= 0) this.refill(g);
    this.firstStop();
  }

  // reveal scrolls so that a place is seen, in the middle if it was not.
  reveal(place, block = 'center') {
    if (place.a < 0 || !this.groups.length) return;
    const b = Math.max(0, blockAt(this.document, place.a));
    const g = this.groupOf(b);
    for (let i = Math.max(0, g - 2); i <= Math.min(g + 2, this.groups.length - 1); i++) this.fill(i);
    const find = () => this.body.querySelector(`[data-at="${place.a}"]`) ?? this.blockElement(b) ?? this.groups[g].e;
    find().scrollIntoView({ block, behavior: 'instant' });
    // Groups that came into sight have their true height only now.
    find().scrollIntoView({ block, behavior: 'instant' });
  }

  blockElement(b) { return this.body.querySelector(`[data-block="${b}"]`); }

  markOf(i) { return this.body.querySelector(`[data-claims~="${i}"]`); }

  touched(target) {
    const mark = target.closest('[data-claims]');
    if (mark?.hasAttribute('role')) rove(this, mark);
  }

  // firstStop lets the tab key into the text where there is a claim.
  firstStop() {
    const first = (this.chosen >= 0 && this.markOf(this.chosen)) || this.body.querySelector('[role=button][data-claims]');
    if (first?.hasAttribute('role')) rove(this, first);
  }

  clicked(ev) {
    const mark = ev.target.closest('[data-claims]');
    if (!mark || String(getSelection()).length) return;
    const here = mark.dataset.claims.split(' ').map(Number);
    // Again on the same place: the next of the claims there.
    state.enter = ev.detail === 0; // by the keyboard
    go(claimAddress(here.includes(state.claim) ? here.sort((x, y) => x - y)[(here.indexOf(state.claim) + 1) % here.length] : here[0]));
  }
}

function withoutText(d) {
  if (docs[d].x) return 'This document has no text.';
  return docClaims[d].length ? 'The text of this document could not be read again for the report; the coverage tells why.'
    : 'No claim was found in this document, so its text is not part of the report.';
}

// groupEnd keeps a table's row in one group.
function groupEnd(doc, from) {
  let to = Math.min(from + GROUP, doc.blocks.length);
  const row = (b) => (b[0] === CELL && b.length === 6 ? `${b[3]} ${b[4]}` : null);
  const table = (b) => (b[0] === CELL && b.length === 6 ? b[3] : null);
  if (table(doc.blocks[from]) !== null) to = Math.min(from + GROUP * 8, doc.blocks.length);
  while (to < doc.blocks.length && row(doc.blocks[to]) !== null && row(doc.blocks[to]) === row(doc.blocks[to - 1])) to++;
  return to;
}

// blocksOf makes the elements of some blocks.
function blocksOf(pane, from, to) {
  const doc = pane.document;
  const out = [];
  let list = null;
  for (let i = from; i < to; i++) {
    const b = doc.blocks[i];
    if (b[0] === CELL && b.length === 6) {
      let end = i + 1;
      while (end < to && doc.blocks[end][0] === CELL && doc.blocks[end][3] === b[3]) end++;
      out.push(tableOf(pane, i, end));
      list = null;
      i = end - 1;
      continue;
    }
    const e = blockOf(pane, i);
    if (e.getAttribute('role') !== 'listitem') {
      list = null;
      out.push(e);
      continue;
    }
    if (!list) out.push(list = make('div', { role: 'list' }));
    list.append(e);
  }
  return out;
}

function fillBlock(pane, into, i) {
  const doc = pane.document;
  const [, a, b] = doc.blocks[i];
  const marks = [...(doc.inBlock.get(i) ?? []), ...(pane.extra.get(i) ?? [])];
  into.dataset.block = i;
  markUp(into, doc.text, a, b, marks, pane.chosen);
  return into;
}

function blockOf(pane, i) {
  const [kind, , , depth, marker, quoted] = pane.document.blocks[i];
  if (kind === HEADING) return fillBlock(pane, make(`h${Math.min(6, depth + 2)}`, { class: `level${Math.min(depth, 4)}` }), i);
  if (kind === CODE || kind === LOOSE) return fillBlock(pane, make('pre', { class: kind === LOOSE ? 'loose' : 'code' }), i);
  const inside = fillBlock(pane, make(kind === TERM ? 'strong' : 'span', {}), i);
  const names = [quoted ? 'quoted' : '', kind === TERM ? 'term' : ''].filter(Boolean).join(' ');
  if (!depth) return make(quoted ? 'blockquote' : 'p', { class: names || null }, inside);
  const e = make('div', { class: `item ${names}`, role: 'listitem' },
    make('span', { class: 'marker', 'aria-hidden': marker === '•' ? 'true' : null }, kind === ITEM || marker ? clean(marker) : ''), inside);
  e.style.setProperty('--depth', depth - 1);
  return e;
}

function tableOf(pane, from, to) {
  const { blocks } = pane.document;
  const rows = new Map();
  let columns = 0;
  for (let i = from; i < to; i++) {
    const [, , , , row, column] = blocks[i];
    if (!rows.has(row)) rows.set(row, []);
    rows.get(row)[column] = i;
    columns = Math.max(columns, column + 1);
  }
  columns = Math.min(columns, 400);
  const body = make('tbody', {});
  const head = make('thead', {});
  for (const [row, cells] of rows) {
    const tr = make('tr', {});
    for (let c = 0; c < columns; c++) {
      const cell = make(row === HEADER_ROW ? 'th' : 'td', row === HEADER_ROW ? { scope: 'col' } : {});
      if (cells[c] !== undefined) fillBlock(pane, cell, cells[c]);
      tr.append(cell);
    }
    (row === HEADER_ROW ? head : body).append(tr);
  }
  return make('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Table' }, make('table', {}, head.childElementCount > 0 && head, body));
}
