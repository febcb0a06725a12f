// Lines from the open claim to the evidence that is in sight. They run in the
// margin, so that they cross no text; to what is out of sight a faint line
// leads as far as the pane's edge.

const BEND = 7;

const drawLines = later(() => {
  canvas.replaceChildren();
  if (state.claim < 0 || narrow() || stage.hidden) return;
  const origin = sightOf(first, first.markOf(state.claim));
  if (!origin || !origin.seen) return;
  const base = stage.getBoundingClientRect();
  for (const e of proofOf(state.claim).evidence) {
    const target = targetOf(e);
    if (target) line(base, origin, target, e);
  }
});

function sightOf(pane, element) {
  const r = element?.getClientRects()[0];
  if (!r) return null;
  const s = pane.scroller.getBoundingClientRect();
  return { r, s, seen: r.bottom > s.top && r.top < s.bottom };
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

function line(base, origin, target, e) {
  const margin = target.s.left + 13 - base.left;
  const from = { x: origin.r.left - base.left, y: origin.r.bottom + 2.5 - base.top };
  if (origin.s.left < target.s.left) from.x = origin.r.right - base.left;
  const top = target.s.top - base.top + 3;
  const bottom = target.s.bottom - base.top - 3;
  const y = Math.min(bottom, Math.max(top, (target.r.top + target.r.bottom) / 2 - base.top));
  const side = Math.sign(margin - from.x) || 1;
  const way = Math.sign(y - from.y) || 1;
  const bend = Math.min(BEND, Math.abs(y - from.y) / 2);
  let d = `M${from.x},${from.y}H${margin - side * bend}Q${margin},${from.y} ${margin},${from.y + way * bend}`;
  d += target.seen ? `V${y - way * bend}Q${margin},${y} ${margin + bend},${y}H${target.r.left - base.left - 1}` : `V${y}`;
  canvas.append(drawn('path', { d, class: `${e.role}${target.seen ? '' : ' away'}` }));
}
