// What is shown: view, claim, document and filters. The address after "#" is
// the one source of view, claim and document, so that links, back and forward
// work; the filters live in their form.

const state = {
  view: 'findings', claim: -1, doc: -1,
  last: -1, // the claim that was open last
  from: '', // the view from which it was opened, if not the text
  enter: false, // the panel takes the focus when it opens
  refocus: -1, // the claim that takes the focus when the panel closes
  reveal: null, // the place to be shown in the document that is opened next
};

const filters = { words: [], rule: -1, doc: -1, verdicts: new Set([0, 1, 2]), severities: new Set([1, 2, 3]) };

const haystacks = new Array(claims.length);
function haystack(c) {
  return haystacks[c.i] ??= `${rules[c.r]} ${c.t} ${c.c} ${c.f} ${c.m} ${c.w} ${docs[c.d]?.f ?? ''}`.toLowerCase();
}

function passes(c) {
  if (!filters.verdicts.has(c.v)) return false;
  if (c.v === CONFLICTS && c.s && !filters.severities.has(c.s)) return false;
  if (filters.rule >= 0 && c.r !== filters.rule) return false;
  if (filters.doc >= 0 && c.d !== filters.doc) return false;
  return filters.words.every((w) => haystack(c).includes(w));
}

let shown = new Uint8Array(claims.length).fill(1);
let shownClaims = claims.map((c) => c.i);
let shownFindings = shownClaims.filter((i) => claims[i].k === 1);

function refilter() {
  shown = new Uint8Array(claims.length);
  shownClaims = [];
  for (const c of claims) {
    if (!passes(c)) continue;
    shown[c.i] = 1;
    shownClaims.push(c.i);
  }
  shownFindings = shownClaims.filter((i) => claims[i].k === 1);
}

function readFilters() {
  const form = byId('filters');
  const chosen = (name) => new Set([...form.querySelectorAll(`input[name=${name}]:checked`)].map((e) => Number(e.value)));
  filters.words = byId('query').value.toLowerCase().split(/\s+/).filter(Boolean);
  filters.rule = byId('rule').value === '' ? -1 : Number(byId('rule').value);
  filters.doc = byId('only').value === '' ? -1 : Number(byId('only').value);
  filters.verdicts = chosen('verdict');
  filters.severities = chosen('severity');
  const n = (filters.rule >= 0) + (filters.doc >= 0) + (filters.verdicts.size < 3) + (filters.severities.size < 3);
  byId('filtering').textContent = n ? `(${n} in force)` : '';
  refilter();
}

// firstDocument is the one to begin with: that of the first finding, else the
// first with a claim.
function firstDocument() {
  const finding = shownFindings[0] ?? claims.findIndex((c) => c.k === 1);
  if (claims[finding]) return claims[finding].d;
  const doc = docs.findIndex((d, i) => d.x && docClaims[i].length);
  return doc >= 0 ? doc : docs.findIndex((d) => d.x);
}

function readAddress() {
  const [, name, number] = /^#?([a-z]*)-?(\d*)$/.exec(location.hash) ?? [];
  const n = Number(number) - 1;
  if (name === 'claim' && claims[n]) {
    state.claim = n;
    state.doc = claims[n].d;
    if (state.view !== 'findings' || narrow()) state.view = 'text';
    return;
  }
  state.claim = -1;
  if (name === 'document' && docs[n]) {
    state.doc = n;
    state.view = 'text';
    return;
  }
  state.view = ['text', 'ledger', 'coverage'].includes(name) ? name : 'findings';
  if (state.doc < 0) state.doc = firstDocument();
}

const claimAddress = (i) => `#claim-${i + 1}`;
const documentAddress = (d) => `#document-${d + 1}`;

function go(address) {
  if (location.hash === address) show();
  else location.hash = address;
}
