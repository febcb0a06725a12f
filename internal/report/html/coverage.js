// What was not read, and what somebody has silenced: neither may be taken for
// agreement, so both have a view of their own.

function buildCoverage() {
  const into = byId('coverage-view');
  const without = docs.map((_, d) => d).filter((d) => !docClaims[d].length);
  const silencedClaims = claims.filter((c) => c.k === 2);
  const below = claims.filter((c) => c.v === CONFLICTS && c.k === 0);
  into.append(
    make('h2', { id: 'coverage-title', tabindex: '-1' }, 'Coverage'),
    make('p', { class: 'lead' }, 'What this report does not speak of. Silence is not agreement.'),
    section(`Not read as it should be (${notes.length})`, notes.length
      ? make('ul', { class: 'notes' }, notes.map((n) => make('li', {}, make('span', { class: 'kind' }, n.kind), ' ', make('bdi', { class: 'file' }, clean(n.file)), ': ', clean(n.message))))
      : make('p', {}, 'Every document was read in full.')),
    section(`Suppressed findings (${silencedClaims.length})`, silencedClaims.length
      ? make('ul', { class: 'others' }, silencedClaims.map(silencedLine))
      : make('p', {}, 'Nobody has silenced a finding.')),
    section(`Below the least severity that was asked for (${below.length})`, below.length
      ? make('ul', { class: 'others' }, below.slice(0, 300).map(claimLine))
      : make('p', {}, 'No conflict was left out of the findings.')),
    section(`Documents without a claim (${without.length})`, without.length
      ? make('ul', { class: 'files' }, without.slice(0, 1000).map((d) => make('li', {}, make('bdi', { class: 'file' }, nameOf(d)))))
      : make('p', {}, 'Every document has at least one claim that was checked.')),
  );
}

function claimLine(c) {
  return make('li', {}, make('a', { href: claimAddress(c.i) }, badge(c), ` ${c.m || oneLine(c.t)}`), ' ',
    make('bdi', { class: 'file' }, `${nameOf(c.d)}:${c.l}`));
}

function silencedLine(c) {
  const e = claimLine(c);
  const why = silenced(proofOf(c.i));
  if (why) e.append(why);
  return e;
}
