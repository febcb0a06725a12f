// The data that the report was written with. Nothing here is trusted: it only
// ever becomes text, never markup.

const byId = (id) => document.getElementById(id);

const { rules, docs, claims, notes } = JSON.parse(byId('index').textContent);

const AGREES = 0;
const CONFLICTS = 1;
const UNDECIDED = 2;
const VERDICTS = ['agrees', 'conflicts', 'undecided'];
const SEVERITIES = ['', 'info', 'warning', 'error'];

// Kinds of block, as in package source, and of loose text.
const LOOSE = 0;
const HEADING = 2;
const ITEM = 3;
const CELL = 4;
const CODE = 5;
const TERM = 6;
const HEADER_ROW = -2;

// clean takes the teeth out of characters that turn the direction of writing
// or control a terminal. The length stays, and so do all places.
const HARMFUL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;
const clean = (text) => text.replace(HARMFUL, '\ufffd');

for (const c of claims) {
  c.t = clean(c.t);
  for (const k of ['c', 'f', 'm', 'w']) c[k] = clean(c[k] ?? '');
}

const docClaims = docs.map(() => []);
claims.forEach((c, i) => {
  c.i = i;
  c.s ??= 0;
  c.k ??= 0;
  if (c.d >= 0) docClaims[c.d].push(i);
});

const opened = new Map();

// documentOf parses a document's own data when it is first asked for.
function documentOf(d) {
  let doc = opened.get(d);
  if (!doc) {
    const element = byId(`d${d}`);
    const raw = element ? JSON.parse(element.textContent) : { t: '', b: [], k: {} };
    doc = { text: clean(raw.t), blocks: raw.b, details: raw.k };
    doc.starts = doc.blocks.map((b) => b[1]);
    const code = (raw.i ?? []).map(([a, b]) => ({ a, b, code: true }));
    doc.inBlock = spread(doc, (docClaims[d] ?? []).map((i) => ({ a: claims[i].a, b: claims[i].b, claim: i })).concat(code));
    opened.set(d, doc);
  }
  return doc;
}

// blockAt is the number of the last block that begins at or before a place.
function blockAt(doc, at) {
  let low = 0;
  let high = doc.starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (doc.starts[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

// spread tells for each block which of the intervals touch it.
function spread(doc, intervals) {
  const out = new Map();
  for (const x of intervals) {
    if (x.a < 0) continue;
    for (let i = Math.max(0, blockAt(doc, x.a)); i < doc.blocks.length && doc.blocks[i][1] < x.b; i++) {
      if (doc.blocks[i][2] <= x.a) continue;
      if (!out.has(i)) out.set(i, []);
      out.get(i).push(x);
    }
  }
  return out;
}

// placeOf reads [document, start, end, line, column, text?, file?].
function placeOf(p) {
  if (!p || p.length < 5) return null;
  const [d, a, b, line, column, text, file] = p;
  return { d, a, b, line, column, text: text === undefined ? null : clean(text), file: file ?? docs[d]?.f ?? '' };
}

const ROLES = {
  contradicts: { title: 'Contradicted by', order: 0, sign: '✗' },
  counted: { title: 'Counted', order: 1, sign: '' },
  'near-miss': { title: 'Near miss, not counted', order: 2, sign: '≈' },
  partial: { title: 'Not meant to be complete', order: 3, sign: '…' },
  defines: { title: 'See also', order: 4, sign: '§' },
};

const proofs = new Map();

// proofOf is what the panel shows of a claim; evidence in the order of an
// argument, numbered within its role.
function proofOf(i) {
  if (proofs.has(i)) return proofs.get(i);
  const raw = documentOf(claims[i].d).details[i] ?? {};
  const evidence = (raw.e ?? []).map(([role, note, ...place]) => ({
    role: ROLES[role] ? role : 'defines', note: clean(note), place: placeOf(place),
  }));
  evidence.sort((x, y) => ROLES[x.role].order - ROLES[y.role].order); // stable
  const n = {};
  for (const e of evidence) {
    n[e.role] = (n[e.role] ?? 0) + 1;
    e.n = n[e.role];
  }
  evidence.forEach((e, k) => { e.index = k; });
  for (const e of evidence) {
    const sign = ROLES[e.role].sign;
    e.badge = sign && n[e.role] === 1 ? sign : `${sign}${e.n}`;
  }
  const proof = {
    evidence,
    relation: clean(raw.c ?? ''),
    operands: (raw.p ?? []).map(([interval, of, ...place]) => ({ interval: clean(interval), of: clean(of), place: placeOf(place) })),
    repairs: (raw.g ?? []).map(([text, confidence, ...place]) => ({ text: clean(text), confidence, place: placeOf(place) })),
    differ: !!raw.x,
    fingerprint: raw.n ?? '',
    changed: placeOf(raw.h),
    silenced: raw.u ? { kind: raw.u[0], reason: clean(raw.u[1]), place: placeOf(raw.w) } : null,
  };
  proofs.set(i, proof);
  return proof;
}

const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

// cellAround names the row and the column of a table's cell by their heads.
function cellAround(doc, i) {
  const [, , , table, row, column] = doc.blocks[i];
  const text = ([, a, b]) => oneLine(doc.text.slice(a, b));
  const names = [];
  for (let k = i - 1; k >= 0 && doc.blocks[k][0] === CELL && doc.blocks[k][3] === table; k--) {
    const b = doc.blocks[k];
    if (b[4] === row && b[5] === 0) names.push(text(b));
    if (b[4] === HEADER_ROW && b[5] === column) names.push(text(b));
  }
  return names.length ? `${names.join(', ')}: ` : '';
}

// textAt is the text of a place and what stands on either side in its block.
function textAt(place, reach) {
  if (place.a < 0 || place.text !== null) return { before: '', text: place.text ?? '', behind: '' };
  const doc = documentOf(place.d);
  const i = blockAt(doc, place.a);
  const block = doc.blocks[i];
  if (reach && block?.[0] === CELL && block.length === 6 && block[2] >= place.b) {
    return { before: cellAround(doc, i) + doc.text.slice(block[1], place.a), text: doc.text.slice(place.a, place.b), behind: doc.text.slice(place.b, block[2]) };
  }
  const from = block && block[2] >= place.a ? Math.max(block[1], place.a - reach) : place.a;
  const to = block && block[2] >= place.b ? Math.min(block[2], place.b + reach) : place.b;
  const cutBefore = block && from > block[1] && from < place.a;
  const cutBehind = block && to < block[2] && to > place.b;
  let before = doc.text.slice(from, place.a);
  let behind = doc.text.slice(place.b, to);
  if (cutBefore) before = `…${before.replace(/^\S*\s/, '')}`;
  if (cutBehind) behind = `${behind.replace(/\s\S*$/, '')}…`;
  return { before, text: doc.text.slice(place.a, place.b), behind };
}

const nameOf = (d) => clean(docs[d]?.n ?? '');
const placeName = (p) => `${p.d >= 0 ? shortName(p.d) : clean(p.file)}${p.line ? `:${p.line}` : ''}`;

// exactPlace is a place as terminals and editors understand it.
const exactPlace = (p) => `${p.d >= 0 ? clean(docs[p.d].f) : clean(p.file)}:${p.line}:${p.column}`;

// shortName is the end of a document's path, as long as it needs to be to
// name no other document as well.
const ends = new Map();
for (const { n } of docs) {
  const parts = n.split('/');
  for (let k = 1; k <= parts.length; k++) {
    const end = parts.slice(-k).join('/');
    ends.set(end, (ends.get(end) ?? 0) + 1);
  }
}
function shortName(d) {
  const parts = (docs[d]?.n ?? '').split('/');
  for (let k = 1; k < parts.length; k++) {
    const end = parts.slice(-k).join('/');
    if (ends.get(end) === 1) return clean(end);
  }
  return nameOf(d);
}
