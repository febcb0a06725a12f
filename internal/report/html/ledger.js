// The ledger as a table. Only the rows in sight are there, whatever the number
// of claims; their position is told to screen readers (aria-rowindex).

const ROW = 36; // pixels, as in the style
const SPARE = 12; // rows above and below those in sight

const COLUMNS = [
  { id: 'verdict', name: 'Verdict', key: (c) => -weight(c) },
  { id: 'rule', name: 'Rule', key: (c) => rules[c.r] },
  { id: 'claim', name: 'Claim', key: (c) => c.t.toLowerCase() },
  { id: 'claimed', name: 'Claimed', key: (c) => numeric(c.c) },
  { id: 'found', name: 'Found', key: (c) => numeric(c.f) },
  { id: 'place', name: 'Place', key: (c) => c.i },
];

// numeric lets numbers come before words, and in their order.
function numeric(text) {
  const n = Number.parseFloat(text.replace(/[, ]/g, ''));
  return Number.isNaN(n) ? text.toLowerCase() : n;
}

const ledger = { column: 5, down: false, order: [], at: -1, drawn: '' };
const ledgerScroll = byId('ledger-scroll');
const ledgerTable = byId('ledger-table');

function buildLedger() {
  const head = make('tr', { 'aria-rowindex': 1 }, COLUMNS.map((column, n) => make('th', { scope: 'col', class: column.id },
    make('button', { type: 'button', onclick: () => sortLedger(n) }, column.name, make('span', { class: 'arrow', 'aria-hidden': 'true' })))));
  ledgerTable.tHead.append(head);
  ledgerScroll.addEventListener('scroll', later(drawLedger), { passive: true });
  ledgerTable.tBodies[0].addEventListener('click', (ev) => {
    const row = ev.target.closest('tr[data-claim]');
    if (row && !ev.target.closest('a')) go(claimAddress(Number(row.dataset.claim)));
  });
  ledgerTable.tBodies[0].addEventListener('keydown', ledgerKey);
}

function sortLedger(n) {
  ledger.down = ledger.column === n && !ledger.down;
  ledger.column = n;
  orderLedger();
  say(`Sorted by ${COLUMNS[n].name}, ${ledger.down ? 'descending' : 'ascending'}`);
}

const words = new Intl.Collator('en', { numeric: true });

function orderLedger() {
  const { key } = COLUMNS[ledger.column];
  const keys = new Map(shownClaims.map((i) => [i, key(claims[i])]));
  const compare = (x, y) => {
    if (typeof x === 'number' && typeof y === 'number') return x - y;
    if (typeof x !== typeof y) return typeof x === 'number' ? -1 : 1;
    return x === y ? 0 : words.compare(x, y);
  };
  const sign = ledger.down ? -1 : 1;
  ledger.order = [...shownClaims].sort((x, y) => sign * compare(keys.get(x), keys.get(y)) || x - y);
  [...ledgerTable.tHead.rows[0].cells].forEach((th, n) => {
    th.setAttribute('aria-sort', n === ledger.column ? (ledger.down ? 'descending' : 'ascending') : 'none');
  });
  ledgerTable.setAttribute('aria-rowcount', ledger.order.length + 1);
  byId('ledger-count').textContent = counted(ledger.order.length, claims.length);
  ledger.drawn = '';
  ledger.at = Math.min(ledger.at, ledger.order.length - 1);
  drawLedger();
}

const counted = (n, all) => (n === all ? n.toLocaleString('en') : `${n.toLocaleString('en')} of ${all.toLocaleString('en')}`);

function drawLedger() {
  if (byId('ledger-view').hidden) return;
  const n = ledger.order.length;
  const from = Math.max(0, Math.min(n, Math.floor(ledgerScroll.scrollTop / ROW) - SPARE));
  const to = Math.min(n, Math.ceil((ledgerScroll.scrollTop + ledgerScroll.clientHeight) / ROW) + SPARE);
  const range = `${from} ${to} ${ledger.at}`;
  if (range === ledger.drawn) return;
  ledger.drawn = range;
  const focused = ledgerTable.tBodies[0].contains(document.activeElement);
  const spacer = (rows) => {
    const e = make('tr', { class: 'spacer', 'aria-hidden': 'true' }, make('td', { colspan: narrow() ? 2 : COLUMNS.length }));
    e.firstChild.style.height = `${rows * ROW}px`;
    return e;
  };
  const rows = [spacer(from)];
  for (let k = from; k < to; k++) rows.push(ledgerRow(k));
  rows.push(spacer(n - to));
  if (!n) rows.push(make('tr', {}, make('td', { colspan: COLUMNS.length, class: 'lead' }, claims.length ? 'No claim passes the filters.' : 'No claim was found in these documents.')));
  ledgerTable.tBodies[0].replaceChildren(...rows);
  if (focused) ledgerTable.querySelector(`tr[data-row="${ledger.at}"] a`)?.focus({ preventScroll: true });
}

function ledgerRow(k) {
  const c = claims[ledger.order[k]];
  const text = oneLine(c.t) || '(empty)';
  const stop = k === Math.max(0, ledger.at);
  return make('tr', { 'data-claim': c.i, 'data-row': k, 'aria-rowindex': k + 2, class: c.i === state.last ? 'chosen' : null },
    make('td', { class: 'verdict-cell' }, badge(c)),
    make('td', { class: 'rule' }, rules[c.r]),
    make('td', { class: 'claim-cell' }, make('a', { href: claimAddress(c.i), tabindex: stop ? '0' : '-1', title: c.m || null }, make('bdi', {}, text))),
    make('td', { class: 'value' }, make('bdi', {}, c.c)),
    make('td', { class: 'value' }, make('bdi', {}, c.f)),
    make('td', { class: 'file', title: clean(docs[c.d]?.f ?? '') }, make('bdi', {}, `${shortName(c.d)}:${c.l}`)));
}

function ledgerKey(ev) {
  const page = Math.max(1, Math.floor(ledgerScroll.clientHeight / ROW) - 2);
  const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -Infinity, End: Infinity };
  if (!(ev.key in steps) || ev.ctrlKey || ev.metaKey || ev.altKey) return;
  ev.preventDefault();
  const now = Number(ev.target.closest('tr')?.dataset.row ?? 0);
  ledger.at = Math.max(0, Math.min(ledger.order.length - 1, now + steps[ev.key]));
  const top = ledger.at * ROW;
  const room = ledgerScroll.clientHeight - ROW * 2;
  if (top < ledgerScroll.scrollTop) ledgerScroll.scrollTop = top;
  else if (top > ledgerScroll.scrollTop + room) ledgerScroll.scrollTop = top - room;
  drawLedger();
  ledgerTable.querySelector(`tr[data-row="${ledger.at}"] a`)?.focus({ preventScroll: true });
}
