// Lines from the open claim to the evidence that is in sight. They run in the
// margin, so that they cross no text; to what is out of sight a faint line
// leads as far as the pane's edge.

const BEND = 7;
const MOST = 150; // lines; more would be a grey block

const drawLines = later(() => {
  canvas.replaceChildren();
  if (state.claim < 0 || narrow() || stage.hidden) return;
  const origin = sightOf(first, first.markOf(state.claim));
  if (!origin || !origin.seen) return;
  const base = stage.getBoundingClientRect();
  for (const e of proofOf(state.claim).evidence.slice(0, MOST)) {
    const target = targetOf(e);
    if (target) line(base, origin, target, e);
  }
});

function sightOf(pane, element) {
  const r = element?.getClientRects()[0];
  if (!r) return null;
  const s = pane.scroller.getBoundingClientRect();
  return { pane, element, r, s, seen: r.bottom > s.top && r.top < s.bottom };
}

// targetOf is where a piece of evidence is shown; of two panes the one in
// which it is in sight.
function targetOf(e) {
  let best = null;
  for (const pane of [second, first]) {
    if (pane.element.hidden || e.place?.d !== pane.d) continue;
    const t = sightOf(pane, pane.badgeOf(e.index));
    if (t && (!best || (t.seen && !best.seen))) best = t;
  }
  return best;
}

// landing is where a line ends: at the height of an entry that begins a line,
// in front of its marker, else below the entry or its row of a table, so that
// no word is crossed.
function landing(target) {
  const cell = target.element.closest('td, th');
  if (cell?.cellIndex > 0) return { x: target.r.right, y: cell.getBoundingClientRect().bottom - 1 };
  const block = target.element.closest('[data-block]').getBoundingClientRect();
  if (target.r.left - block.left > 8) return { x: target.r.right, y: target.r.bottom + 3 };
  const item = target.element.closest('.item')?.getBoundingClientRect();
  return { x: Math.min(target.r.left - 1, item ? item.left - 3 : Infinity), y: (target.r.top + target.r.bottom) / 2 };
}

const NEAR = 70; // pixels within which a line need not take the margin

function line(base, origin, target, e) {
  const from = { x: origin.r.left, y: origin.r.bottom + 2.5 };
  const to = landing(target);
  let d;
  if (origin.pane === target.pane && target.seen && Math.abs(target.r.top - origin.r.top) < NEAR && target.r.left > origin.s.left + 40 && to.x === target.r.right && !target.element.closest('td, th')) {
    const x = (target.r.left + target.r.right) / 2;
    const start = (origin.r.left + origin.r.right) / 2;
    const under = target.r.top < origin.r.bottom; // else it is on a line below
    d = under ? curve({ x: start, y: from.y + 2 }, { x, y: target.r.bottom + 1 }, 13, 13) : curve({ x: start, y: from.y }, { x, y: target.r.top - 1 }, 9, -9);
  } else {
    d = bracket(from, to, target);
  }
  const path = drawn('path', { d, class: `${e.role}${target.seen ? '' : ' away'}`, transform: `translate(${-base.left} ${-base.top})` });
  canvas.append(path);
}

const curve = (from, to, a, b) => `M${from.x},${from.y}C${from.x},${from.y + a} ${to.x},${to.y + b} ${to.x},${to.y}`;

function bracket(from, to, target) {
  const margin = target.s.left + 13;
  const y = Math.min(target.s.bottom - 3, Math.max(target.s.top + 3, to.y));
  const side = Math.sign(margin - from.x) || 1;
  const way = Math.sign(y - from.y) || 1;
  const bend = Math.min(BEND, Math.abs(y - from.y) / 2);
  const start = `M${from.x},${from.y}H${margin - side * bend}Q${margin},${from.y} ${margin},${from.y + way * bend}`;
  return start + (target.seen ? `V${y - way * bend}Q${margin},${y} ${margin + bend},${y}H${to.x}` : `V${y}`);
}
