// The lists beside the text: findings and documents, as the filters let them
// through. Long lists grow as they are scrolled.

const STEP = 150;

class Growing {
  constructor(list, item) {
    this.list = list;
    this.item = item;
    this.watch = new IntersectionObserver((seen) => { if (seen.some((s) => s.isIntersecting)) this.grow(); }, { rootMargin: '600px' });
  }

  show(of, empty) {
    this.of = of;
    this.n = 0;
    this.list.replaceChildren();
    if (!of.length) this.list.append(make('li', { class: 'lead' }, empty));
    this.grow();
  }

  grow(least = 0) {
    this.watch.disconnect();
    const to = Math.min(this.of.length, Math.max(this.n + STEP, least));
    const items = [];
    for (; this.n < to; this.n++) items.push(this.item(this.of[this.n]));
    this.list.append(...items);
    if (this.n < this.of.length) this.watch.observe(this.list.lastElementChild);
  }
}

const findingList = new Growing(byId('finding-list'), (i) => {
  const c = claims[i];
  return make('li', {}, make('a', { href: claimAddress(i), class: look(c), 'data-claim': i },
    make('span', { class: 'kind' }, make('span', { class: `verdict ${look(c)}` }, SEVERITIES[c.s]), make('span', { class: 'rule' }, rules[c.r])),
    make('span', { class: 'message' }, c.m || oneLine(c.t)),
    make('span', { class: 'file', title: nameOf(c.d) }, make('bdi', {}, `${shortName(c.d)}:${c.l}`))));
});

const documentList = new Growing(byId('document-list'), (d) => {
  const n = [0, 0, 0];
  for (const i of docClaims[d]) if (shown[i]) n[claims[i].v]++;
  const all = n[0] + n[1] + n[2];
  return make('li', {}, make('a', { href: documentAddress(d), 'data-doc': d, class: all ? null : 'none', title: clean(docs[d].f) },
    make('bdi', { class: 'file' }, nameOf(d)),
    docs[d].h && make('span', { class: 'note' }, 'authority'),
    make('span', { class: 'counted' },
      n[1] > 0 && make('span', { class: 'count conflicts' }, `${n[1]}`, make('span', { class: 'hear' }, ' conflict')),
      n[2] > 0 && make('span', { class: 'count undecided' }, `${n[2]}`, make('span', { class: 'hear' }, ' undecided')),
      n[0] > 0 && make('span', { class: 'count agrees' }, `${n[0]}`, make('span', { class: 'hear' }, ' agree')),
      !all && make('span', { class: 'note' }, docClaims[d].length ? 'none pass' : 'no claims'))));
});

function drawLists() {
  const all = claims.filter((c) => c.k === 1).length;
  byId('findings-count').textContent = counted(shownFindings.length, all);
  const silent = claims.some((c) => c.v === CONFLICTS) ? 'No finding that counts; the coverage lists those that were left out.' : 'No findings: what was checked agrees, or could not be decided.';
  findingList.show(shownFindings, all ? 'No finding passes the filters.' : silent);
  const some = docs.map((_, d) => d).filter((d) => filters.doc < 0 || d === filters.doc);
  byId('documents-count').textContent = counted(some.length, docs.length);
  // Where something is wrong comes first, documents without a claim last.
  const conflicts = docClaims.map((of) => of.reduce((n, i) => n + (claims[i].k === 1 && shown[i]), 0));
  some.sort((x, y) => conflicts[y] - conflicts[x] || (docClaims[y].length > 0) - (docClaims[x].length > 0) || x - y);
  documentList.show(some, 'No documents.');
  chooseInLists();
}

function chooseInLists() {
  for (const e of document.querySelectorAll('#side [aria-current]')) e.removeAttribute('aria-current');
  const at = shownFindings.indexOf(state.claim);
  if (at >= findingList.n) findingList.grow(at + 1);
  const finding = byId('finding-list').querySelector(`[data-claim="${state.claim}"]`);
  finding?.setAttribute('aria-current', 'true');
  finding?.scrollIntoView({ block: 'nearest' });
  byId('document-list').querySelector(`[data-doc="${state.doc}"]`)?.setAttribute('aria-current', 'true');
}

function buildFilters() {
  byId('rule').append(...rules.map((name, n) => make('option', { value: n }, name)));
  byId('only').append(...docs.flatMap((_, d) => (docClaims[d].length ? [make('option', { value: d }, nameOf(d))] : [])));
  const form = byId('filters');
  let wait = 0;
  form.addEventListener('input', (ev) => {
    clearTimeout(wait);
    wait = setTimeout(filtered, ev.target.id === 'query' ? 120 : 0);
  });
  form.addEventListener('reset', () => setTimeout(filtered));
  form.addEventListener('submit', (ev) => {
    ev.preventDefault();
    if (shownFindings.length) go(claimAddress(shownFindings[0]));
  });
  if (!narrow()) byId('more').open = innerHeight > 1000;
}

function filtered() {
  readFilters();
  drawLists();
  first.redraw();
  second.redraw();
  if (state.claim >= 0) {
    const proof = proofOf(state.claim);
    for (const pane of [first, second]) if (!pane.element.hidden && pane.d >= 0) pane.highlight(state.claim, marksIn(proof, pane.d));
    first.reveal(claims[state.claim]);
  }
  orderLedger();
  drawLines();
  say(`${plural(shownFindings.length, 'finding')} and ${plural(shownClaims.length, 'claim')} pass the filters`);
}
