// Puts the parts together and follows the address.

const THEMES = { auto: ['Auto', 'as the system has them'], light: ['Light', 'light'], dark: ['Dark', 'dark'] };

function setTheme(theme) {
  const root = document.documentElement;
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  byId('theme').textContent = THEMES[theme][0];
  byId('theme').setAttribute('aria-label', `Colours: ${THEMES[theme][1]}`);
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
  say(`Colours: ${THEMES[next][1]}`);
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
  chooseInLists();
  drawLines();
}

function showChosen(before) {
  const i = state.claim;
  evidenceAt = -1;
  state.last = i;
  showPanel(i);
  openClaim(i);
  const c = claims[i];
  const at = shownFindings.indexOf(i);
  if (before.claim !== i) say(`${at >= 0 ? `Finding ${at + 1} of ${shownFindings.length}` : 'Claim'}: ${verdictWords(c)}, ${rules[c.r]}: ${c.m || oneLine(c.t)}`);
}

function showNone(before, texts) {
  hidePanel();
  closeClaim();
  if (texts && state.doc >= 0) first.open(state.doc);
}

function showLedger() {
  if (ledger.order.length && state.last !== undefined) {
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
  addEventListener('resize', later(() => { drawLedger(); drawLines(); }));
  orderLedger();
  show();
}

start();
