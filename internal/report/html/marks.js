// A stretch of text with marks: claims by their verdict, evidence of the claim
// that is open, inline code. Claims may overlap and nest, so the text is cut
// wherever one begins or ends, and each piece knows all claims it belongs to.

// weight orders claims at one place: what is wrong before what is open before
// what agrees.
const weight = (c) => (c.v === CONFLICTS ? 10 + (c.k === 1 ? c.s : 0) : c.v === UNDECIDED ? 5 : 0);

function look(c) {
  if (c.v !== CONFLICTS) return VERDICTS[c.v];
  if (c.k === 2) return 'conflicts suppressed';
  return `conflicts ${SEVERITIES[c.s] || 'info'}`;
}

function verdictWords(c) {
  if (c.v !== CONFLICTS) return VERDICTS[c.v];
  if (c.k === 2) return 'conflict, suppressed';
  return `conflict, ${SEVERITIES[c.s] || 'not reported'}`;
}

function label(text, here) {
  const c = claims[here[0]];
  const more = here.length > 1 ? `, and ${plural(here.length - 1, 'more claim')} here` : '';
  return `${oneLine(text).slice(0, 120)}: ${verdictWords(c)}, ${rules[c.r]}${more}`;
}

// markUp appends text [from, to) of a document to an element. marks are
// intervals with claim, evidence or code.
function markUp(into, text, from, to, marks, chosen) {
  const at = marks.filter((m) => m.claim === undefined || shown[m.claim] || m.claim === chosen);
  if (!at.length) {
    into.append(text.slice(from, to));
    return;
  }
  const cuts = new Set([from, to]);
  for (const m of at) {
    cuts.add(Math.max(from, m.a));
    cuts.add(Math.min(to, Math.max(m.b, m.a)));
  }
  const ends = [...cuts].filter((x) => x >= from && x <= to).sort((x, y) => x - y);
  const waiting = at.sort((x, y) => x.a - y.a);
  let next = 0;
  let here = [];
  for (let i = 0; i + 1 < ends.length; i++) {
    const [a, b] = [ends[i], ends[i + 1]];
    while (next < waiting.length && waiting[next].a < b) here.push(waiting[next++]);
    here = here.filter((m) => m.b > a);
    piece(into, text, a, b, here, chosen);
  }
}

function piece(into, text, a, b, here, chosen) {
  if (!here.length) {
    into.append(text.slice(a, b));
    return;
  }
  const e = document.createElement(here.every((m) => m.code) ? 'code' : 'span');
  const names = [];
  if (here.some((m) => m.code)) names.push('literal');
  evidenceMarks(into, here, a, names);
  claimMarks(e, text, a, b, here, chosen, names);
  e.className = names.join(' ');
  e.dataset.at = a;
  e.append(text.slice(a, b));
  into.append(e);
}

function evidenceMarks(into, here, a, names) {
  const pieces = here.filter((m) => m.evidence);
  if (!pieces.length) return;
  names.push('evidence', pieces[0].evidence.role);
  for (const { evidence, a: start } of pieces) {
    if (start === a) into.append(make('span', { class: `badge ${evidence.role}`, 'aria-hidden': 'true', 'data-evidence': evidence.index }, evidence.badge));
  }
}

function claimMarks(e, text, a, b, here, chosen, names) {
  const found = here.filter((m) => m.claim !== undefined);
  if (!found.length) return;
  const order = found.map((m) => m.claim).sort((x, y) => (y === chosen) - (x === chosen) || weight(claims[y]) - weight(claims[x]) || x - y);
  const first = claims[order[0]];
  names.push('claim', ...look(first).split(' '));
  if (order.includes(chosen)) names.push('chosen');
  if (found.some((m) => m.b === b)) names.push('end');
  e.dataset.claims = order.join(' ');
  const begins = found.filter((m) => m.a === a);
  if (!begins.length) return;
  const longest = Math.max(...begins.map((m) => m.b));
  if (order.length > 1) e.dataset.more = order.length;
  e.setAttribute('role', 'button');
  e.setAttribute('aria-label', label(text.slice(a, longest), order));
  e.tabIndex = -1;
}
