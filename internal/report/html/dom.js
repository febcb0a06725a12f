// Making elements. Text goes in as text nodes only; nothing in this program
// turns a string into markup.

// make makes an element: attributes and properties, then children, of which
// strings become text and null nothing.
function make(name, attributes, ...children) {
  const e = document.createElement(name);
  for (const [k, v] of Object.entries(attributes ?? {})) {
    if (v === null || v === undefined || v === false) continue;
    if (k.startsWith('on')) e.addEventListener(k.slice(2), v);
    else e.setAttribute(k, v === true ? '' : String(v));
  }
  e.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return e;
}

function drawn(name, attributes) {
  const e = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [k, v] of Object.entries(attributes)) e.setAttribute(k, String(v));
  return e;
}

const plural = (n, noun) => `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;

const calm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const narrow = () => matchMedia('(max-width: 699px)').matches;

// say tells those who hear the page what has changed.
let sayLater = 0;
function say(text) {
  const live = byId('live');
  live.textContent = '';
  clearTimeout(sayLater);
  sayLater = setTimeout(() => { live.textContent = text; }, 60);
}

// later calls fn once for many calls within a frame.
function later(fn) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; fn(); });
  };
}

// roving makes a group of elements one stop of the tab key.
function rove(group, to) {
  if (group.at && group.at !== to) group.at.tabIndex = -1;
  group.at = to;
  to.tabIndex = 0;
}
