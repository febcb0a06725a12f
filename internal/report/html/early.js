// Runs before the page is drawn, so that nothing flickers: chooses between
// the plain findings and the program, and the colours that were kept.
(() => {
  const root = document.documentElement;
  root.classList.add('js');
  try {
    const kept = localStorage.getItem('concord-theme');
    if (kept === 'light' || kept === 'dark') root.dataset.theme = kept;
  } catch {
    // A page opened from a file may have no storage; the system's colours do.
  }
})();
