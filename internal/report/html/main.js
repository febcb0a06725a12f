// Puts the parts together and follows the address.

const THEMES = { auto: ['Auto', 'colours as the system has them'], light: ['Light', 'light colours'], dark: ['Dark', 'dark colours'] };

function setTheme(theme) {
  const root = document.documentElement;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  byId('theme').textContent = THEMES[theme][0];
  byId('theme').setAttribute('aria-label', `${THEMES[theme][0]}: ${THEMES[theme][1]}`);
  try {
    localStorage.setItem('concord-theme', theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

function nextTheme() {
  const names = Object.keys(THEMES);
  const next = names[(names.indexOf(document.documentElement.dataset.theme ?? 'auto') + 1) % names.length];
  setTheme(next);
  say(THEMES[next][1]);
}

// show brings the page to what the address names.
function show() {
  const before = { ...state };
  readAddress();
  const { view } = state;
  const texts = view === 'findings' || view === 'text';
  document.body.dataset.view = view;
  stage.hidden = !texts;
  byId('ledger-view').hidden = view !== 'ledger';
  byId('coverage-view').hidden = view !== 'coverage';
  for (const a of document.querySelectorAll('.views a')) {
    const same = a.dataset.view === view || (!narrow() && texts && a.dataset.view === 'findings');
    if (same) a.setAttribute('aria-current', 'page');
    else a.removeAttribute('aria-current');
  }
  if (state.claim >= 0) showChosen(before);
  else showNone(before, texts);
  if (view === 'ledger') showLedger();
  if (state.refocus >= 0 && view === 'ledger') ledgerTable.querySelector(`tr[data-row="${ledger.at}"] a`)?.focus({ preventScroll: true });
  state.refocus = -1;
  chooseInLists();
  drawLines();
}

function showChosen(before) {
  const i = state.claim;
  if (before.view === 'ledger' || before.view === 'coverage') {
    // What had the focus is hidden now; Escape leads back there.
    state.from = before.view;
    state.enter = true;
  }
  evidenceAt = -1;
  state.last = i;
  showPanel(i);
  openClaim(i);
  if (state.enter) byId('panel-title').focus({ preventScroll: true });
  state.enter = false;
  const c = claims[i];
  const at = shownFindings.indexOf(i);
  if (before.claim !== i) say(`${at >= 0 ? `Finding ${at + 1} of ${shownFindings.length}` : 'Claim'}: ${verdictWords(c)}, ${rules[c.r]}: ${c.m || oneLine(c.t)}`);
}

function showNone(before, texts) {
  hidePanel();
  closeClaim();
  if (texts && state.doc >= 0) first.open(state.doc);
  if (texts && state.reveal) first.reveal(state.reveal);
  state.reveal = null;
  state.from = '';
  if (state.refocus >= 0 && texts) first.markOf(state.refocus)?.focus({ preventScroll: true });
}

function showLedger() {
  if (ledger.order.length && state.last >= 0) {
    const k = ledger.order.indexOf(state.last);
    if (k >= 0 && ledger.at !== k) {
      ledger.at = k;
      ledgerScroll.scrollTop = Math.max(0, (k - 5) * ROW);
    }
  }
  ledger.drawn = '';
  drawLedger();
}

function start() {
  buildFilters();
  buildLedger();
  buildCoverage();
  buildHelp();
  readFilters();
  drawLists();
  setTheme(document.documentElement.dataset.theme ?? 'auto');
  byId('theme').addEventListener('click', nextTheme);
  document.querySelector('.skip').addEventListener('click', (ev) => {
    ev.preventDefault();
    byId(narrow() ? 'findings-title' : 'main').focus();
  });
  addEventListener('hashchange', show);
  addEventListener('keydown', pressed);
  addEventListener('resize', later(() => { ledger.drawn = ''; drawLedger(); drawLines(); }));
  orderLedger();
  show();
}

start();
