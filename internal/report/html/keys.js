// The keyboard.

const KEYS = [
  ['j, k', 'next, previous finding'],
  ['n, p', 'next, previous claim, whatever its verdict'],
  ['e', 'next piece of evidence of the open claim'],
  ['Enter', 'open the claim that has the focus'],
  ['← →', 'from claim to claim in the text, when one has the focus'],
  ['↑ ↓', 'from row to row in the ledger'],
  ['f, l, c', 'findings, ledger, coverage'],
  ['/', 'search'],
  ['t', 'colours: as the system has them, light, dark'],
  ['Esc', 'close what is open'],
  ['?', 'this help'],
];

function buildHelp() {
  const close = () => byId('help').close();
  byId('help').append(
    make('header', {}, make('h2', { id: 'help-title' }, 'Keys and marks'), make('button', { type: 'button', 'aria-label': 'Close help', onclick: close }, '×')),
    make('dl', { class: 'keys' }, KEYS.map(([key, what]) => make('div', {}, make('dt', {}, key.split(/(, | )/).map((k) => (k.trim() && k !== ', ' ? make('kbd', {}, k) : k))), make('dd', {}, what)))),
    make('label', { class: 'chip' }, make('input', { type: 'checkbox', id: 'single-keys', checked: true }), 'Letters are commands'),
    make('ul', { class: 'legend' },
      [['conflicts error', 'conflict, error'], ['conflicts warning', 'conflict, warning'], ['conflicts info', 'conflict, info'],
        ['conflicts suppressed', 'conflict, suppressed'], ['undecided', 'undecided'], ['agrees', 'agrees']]
        .map(([names, text]) => make('li', {}, make('span', { class: `claim end ${names}` }, text)))),
    make('p', { class: 'lead' }, 'A small number behind a mark tells how many claims are made at the place; a second click opens the next of them.'),
  );
  byId('help-button').addEventListener('click', help);
}

function help() {
  if (!byId('help').open) byId('help').showModal();
}

// step goes to the next of some claims in their order.
function step(of, way, what) {
  if (!of.length) {
    say(`No ${what} passes the filters`);
    return;
  }
  const here = state.claim >= 0 ? state.claim : state.last;
  const at = of.findIndex((i) => (way > 0 ? i > here : i >= here));
  let next = way > 0 ? at : (at < 0 ? of.length : at) - 1;
  if (next < 0) next = way > 0 ? 0 : of.length - 1;
  go(claimAddress(of[next]));
}

const stepFinding = (way) => step(shownFindings, way, 'finding');
const stepClaim = (way) => step(shownClaims, way, 'claim');

let evidenceAt = -1;
function stepEvidence() {
  if (state.claim < 0) return;
  const n = proofOf(state.claim).evidence.length;
  if (!n) return;
  evidenceAt = (evidenceAt + 1) % n;
  panel.querySelector(`.card[data-evidence="${evidenceAt}"]`)?.scrollIntoView({ block: 'nearest' });
  lookAt(evidenceAt);
}

function search() {
  if (!byId('query').getClientRects().length) {
    go('#findings');
    show(); // the address' own event comes too late for the focus
  }
  byId('query').focus();
  byId('query').select();
}

const SHORTCUTS = {
  j: () => stepFinding(1), k: () => stepFinding(-1), n: () => stepClaim(1), p: () => stepClaim(-1), e: stepEvidence,
  f: () => go('#findings'), l: () => go('#ledger'), c: () => go('#coverage'), t: () => nextTheme(), '/': search, '?': help,
};

function pressed(ev) {
  if (ev.ctrlKey || ev.metaKey || ev.altKey || byId('help').open) return;
  if (ev.key === 'Escape') {
    if (ev.target === byId('query')) ev.target.blur();
    else closePanel();
    return;
  }
  const mark = ev.target.closest?.('[data-claims][role]');
  if (mark && (ev.key === 'Enter' || ev.key === ' ')) {
    ev.preventDefault();
    mark.click();
    return;
  }
  if (mark && (ev.key === 'ArrowRight' || ev.key === 'ArrowLeft')) {
    ev.preventDefault();
    const all = [...mark.closest('.text').querySelectorAll('[data-claims][role]')];
    all[all.indexOf(mark) + (ev.key === 'ArrowRight' ? 1 : -1)]?.focus();
    return;
  }
  if (ev.target.closest?.('input[type=search], select, textarea')) return;
  const run = SHORTCUTS[ev.key];
  // Whoever talks to the computer may not want each letter to do something.
  if (!run || (!byId('single-keys').checked && ev.key !== '?')) return;
  ev.preventDefault();
  run();
}
