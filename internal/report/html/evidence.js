// Opening a claim: its place in the first pane, and its evidence in the second
// where the two cannot be seen at once in the first.

const stage = byId('stage');
const first = new Pane('first', 'Text of');
const second = new Pane('second', 'Evidence in');
const canvas = drawn('svg', { class: 'lines', 'aria-hidden': 'true' });
stage.append(first.element, second.element, canvas);

const marksIn = (proof, d) => proof.evidence.filter((e) => e.place?.d === d && e.place.a >= 0)
  .map((e) => ({ a: e.place.a, b: e.place.b, evidence: e }));

// speaks tells evidence that has to be seen from remarks on it.
const speaks = (e) => e.place && e.place.a >= 0 && ROLES[e.role].order < 3;

function openClaim(i) {
  const c = claims[i];
  const proof = proofOf(i);
  closeSecond();
  first.open(c.d);
  first.highlight(i, marksIn(proof, c.d));
  first.reveal(c);
  if (narrow()) return;
  const strong = proof.evidence.filter(speaks);
  const away = strong.find((e) => e.place.d !== c.d) ?? strong.find((e) => !first.sees(e));
  if (away) openSecond(proof, strong.find((e) => e.place.d === away.place.d));
}

function openSecond(proof, e) {
  const { d } = e.place;
  const fresh = second.element.hidden || second.d !== d;
  stage.classList.add('both');
  second.open(d);
  if (fresh) second.highlight(state.claim, marksIn(proof, d));
  first.reveal(claims[state.claim]);
  second.reveal(e.place, fresh && proof.evidence.filter((x) => speaks(x) && x.place.d === d).length > 1 ? 'start' : 'center');
}

function closeSecond() {
  stage.classList.remove('both');
  second.element.hidden = true;
  second.d = -1;
}

function closeClaim() {
  closeSecond();
  if (first.d >= 0 && first.chosen >= 0) first.highlight(-1, []);
}

Pane.prototype.sees = function sees(e) {
  const badge = this.badgeOf(e.index);
  if (!badge) return false;
  const r = badge.getBoundingClientRect();
  const s = this.scroller.getBoundingClientRect();
  return r.top >= s.top && r.bottom <= s.bottom;
};

Pane.prototype.badgeOf = function badgeOf(index) {
  return this.body.querySelector(`.badge[data-evidence="${index}"]`);
};

// lookAt shows one piece of evidence of the open claim in the text.
function lookAt(k) {
  const proof = proofOf(state.claim);
  const e = proof.evidence[k];
  if (!e?.place || e.place.a < 0) return;
  let pane = first;
  if (narrow()) {
    first.open(e.place.d);
    first.highlight(state.claim, marksIn(proof, e.place.d));
    first.reveal(e.place);
  } else if (e.place.d === first.d && second.element.hidden && first.sees(e)) {
    first.reveal(e.place, 'nearest');
  } else {
    openSecond(proof, e);
    second.reveal(e.place);
    pane = second;
  }
  const mark = pane.body.querySelector(`.evidence[data-at="${e.place.a}"]`);
  mark?.classList.add('flash');
  setTimeout(() => mark?.classList.remove('flash'), 1200);
  say(`${ROLES[e.role].title}: ${oneLine(textAt(e.place, 0).text)}, ${placeName(e.place)}`);
  drawLines();
}

// showPlace leads to any place that the panel names.
function showPlace(place) {
  if (!place || place.a < 0) return;
  if (state.claim < 0) { // from another view
    state.reveal = place;
    go(documentAddress(place.d));
    return;
  }
  if (narrow() || (place.d === first.d && second.element.hidden)) {
    first.open(place.d);
    first.reveal(place);
  } else {
    openSecond(proofOf(state.claim), { place });
    second.reveal(place);
  }
  drawLines();
}
