// The panel: what was claimed, what was found, and why the two agree or not.

const panel = byId('panel');
const REACH = 90; // characters on either side of a place on a card

function badge(c) {
  const words = verdictWords(c);
  const severity = words.startsWith('conflict, ') ? words.slice(10) : '';
  return make('span', { class: `verdict ${look(c)}` }, severity ? make('span', {}, make('span', { class: 'wordy' }, 'conflict, '), severity) : words);
}

function placeButton(place, text) {
  const name = text ?? placeName(place);
  if (!place || place.a < 0) return make('span', { class: 'file' }, make('bdi', {}, name));
  return make('button', { type: 'button', class: 'file plain', title: `Show in the text: ${exactPlace(place)}`, onclick: () => showPlace(place) }, make('bdi', {}, name));
}

function section(title, ...children) {
  return make('section', {}, make('h3', {}, title), children);
}

// changed shows where two spellings differ: what they share at both ends is
// left plain.
function changed(text, other, name) {
  const a = [...text];
  const b = [...other];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  return [a.slice(0, head).join(''), make(name, {}, a.slice(head, a.length - tail).join('')), a.slice(a.length - tail).join('')];
}

function values(c, proof) {
  if (!c.c && !c.f) return null;
  const differ = proof.differ && c.c && c.f;
  return make('dl', { class: 'values' },
    make('div', {}, make('dt', {}, 'Claimed'), make('dd', {}, differ ? changed(c.c, c.f, 'del') : c.c || '–')),
    make('div', {}, make('dt', {}, 'Found'), make('dd', {}, differ ? changed(c.f, c.c, 'ins') : c.f || '–')));
}

function card(e) {
  const { before, text, behind } = e.place ? textAt(e.place, REACH) : { before: '', text: '', behind: '' };
  const canShow = e.place && e.place.a >= 0;
  return make('li', {}, make(canShow ? 'button' : 'div', {
    class: `card ${e.role}`, type: canShow ? 'button' : null, onclick: canShow ? () => lookAt(e.index) : null, 'data-evidence': e.index,
  },
  make('span', { class: `badge ${e.role}`, 'aria-hidden': 'true' }, e.badge),
  make('span', { class: before || behind ? 'quote' : 'quote alone' }, before, make('b', {}, text.length > 420 ? `${text.slice(0, 420)}…` : text), behind),
  e.note && e.note !== oneLine(text) && make('span', { class: 'note' }, e.note),
  make('span', { class: 'file', title: exactPlace(e.place) }, make('bdi', {}, placeName(e.place)))));
}

function cards(proof) {
  const roles = [...new Set(proof.evidence.map((e) => e.role))];
  return roles.map((role) => {
    const of = proof.evidence.filter((e) => e.role === role);
    const list = make('ol', { class: 'cards' }, of.slice(0, 60).map(card));
    const rest = of.slice(60);
    if (rest.length) {
      const more = make('li', {}, make('button', { type: 'button', class: 'plain', onclick: () => more.replaceWith(...rest.map(card)) }, `Show ${rest.length} more`));
      list.append(more);
    }
    return section(`${ROLES[role].title}${of.length > 1 ? ` (${of.length})` : ''}`, list);
  });
}

function calculation(proof) {
  if (!proof.relation && !proof.operands.length) return null;
  const row = (o) => make('tr', {},
    make('th', { scope: 'row' }, o.of || (o.place ? `“${oneLine(textAt(o.place, 0).text).slice(0, 120)}”` : 'value')),
    make('td', { class: 'number' }, o.interval),
    make('td', {}, o.place && placeButton(o.place)));
  return section('Calculation', make('p', {}, 'It has to hold: ', make('em', {}, proof.relation), '.'),
    proof.operands.length > 0 && make('div', { class: 'wide', tabindex: '0', role: 'region', 'aria-label': 'Operands' },
      make('table', { class: 'operands' }, make('tbody', {}, proof.operands.map(row)))));
}

function repairs(c, proof) {
  if (!proof.repairs.length) return null;
  return section(proof.repairs.length > 1 ? 'Possible repairs' : 'Possible repair', make('ul', { class: 'repairs' }, proof.repairs.map((r) => {
    const old = r.place ? oneLine(textAt(r.place, 0).text) : '';
    return make('li', {}, make('del', {}, old), ' ', r.text ? make('ins', {}, r.text) : '(leave out)', ' ',
      make('span', { class: 'note' }, `${r.confidence} confidence`), ' ', r.place && placeButton(r.place));
  })));
}

function silenced(proof) {
  const s = proof.silenced;
  if (!s) return null;
  const kinds = { comment: 'by a comment', config: 'by the configuration', baseline: 'as known from the baseline', unchanged: 'for it is not on a changed line' };
  return make('p', { class: 'silenced' }, `Suppressed ${kinds[s.kind] ?? `by ${s.kind}`}`, s.place && [' at ', placeButton(s.place)], s.reason && `: ${s.reason}`);
}

// others are the claims of other rules that touch the same place.
function others(c) {
  if (c.a < 0) return null;
  const here = docClaims[c.d].filter((i) => i !== c.i && claims[i].a < c.b && claims[i].b > c.a).slice(0, 12);
  if (!here.length) return null;
  return section('Also claimed here', make('ul', { class: 'others' }, here.map((i) => make('li', {},
    make('a', { href: claimAddress(i) }, badge(claims[i]), ` ${rules[claims[i].r]}: `, make('bdi', {}, oneLine(claims[i].t).slice(0, 80)))))));
}

function showPanel(i) {
  const c = claims[i];
  const proof = proofOf(i);
  const step = (way, name, sign) => make('button', { type: 'button', 'aria-label': `${name} finding`, title: `${name} finding`, onclick: () => stepFinding(way) }, sign);
  const quote = textAt({ d: c.d, a: c.a, b: c.b, text: c.a < 0 ? c.t : null }, narrow() ? 60 : 160);
  panel.hidden = false;
  byId('app').classList.add('with-panel');
  panel.replaceChildren(
    make('header', {}, badge(c), make('span', { class: 'rule' }, rules[c.r]),
      make('span', { class: 'tools' }, step(-1, 'Previous', '↑'), step(1, 'Next', '↓'),
        make('button', { type: 'button', 'aria-label': 'Close the evidence', title: 'Close (Esc)', onclick: () => closePanel() }, '×'))),
    make('div', { class: 'inside', tabindex: '0', role: 'region', 'aria-label': 'Details' }, [
      make('h2', { id: 'panel-title', tabindex: '-1' }, c.m || `“${oneLine(c.t)}” ${VERDICTS[c.v]}`),
      silenced(proof),
      proof.changed && make('p', { class: 'why' }, 'The changed line is ', placeButton(proof.changed), '.'),
      c.w && make('p', { class: 'why' }, make('b', {}, 'Undecided because '), c.w),
      make('blockquote', { class: 'claim-text' }, quote.before, make('mark', { class: look(c) }, quote.text), quote.behind, ' ',
        placeButton({ d: c.d, a: c.a, b: c.b, line: c.l, column: c.o, text: null, file: '' })),
      values(c, proof), cards(proof), calculation(proof), repairs(c, proof), others(c),
      make('footer', {}, make('code', {}, `concord explain ${rules[c.r]}`), proof.fingerprint && [' · fingerprint ', make('code', {}, proof.fingerprint)]),
    ]));
}

function closePanel() {
  const was = state.claim;
  if (was < 0) return;
  const { activeElement } = document;
  // Whoever was in the panel or the text goes on from the claim.
  if (activeElement === document.body || panel.contains(activeElement) || byId('main').contains(activeElement)) state.refocus = was;
  if (state.from) go(`#${state.from}`);
  else go(claims[was].d >= 0 ? documentAddress(claims[was].d) : '#findings');
}

function hidePanel() {
  panel.hidden = true;
  byId('app').classList.remove('with-panel');
}
