// The contrast of text with what it stands on, after WCAG 2.2, 1.4.3: computed
// in the page, over all elements that show text.

export const lowContrast = (page, least) => page.evaluate((least) => {
  const parse = (css) => {
    const n = css.match(/[\d.]+/g).map(Number);
    return { r: n[0], g: n[1], b: n[2], a: n[3] ?? 1 };
  };
  const over = (top, under) => ({
    r: top.r * top.a + under.r * (1 - top.a), g: top.g * top.a + under.g * (1 - top.a), b: top.b * top.a + under.b * (1 - top.a), a: 1,
  });
  const linear = (c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
  const luminance = (c) => 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
  const ratio = (x, y) => {
    const [a, b] = [luminance(x), luminance(y)].sort((p, q) => q - p);
    return (a + 0.05) / (b + 0.05);
  };
  const ground = (e) => {
    const layers = [];
    for (; e; e = e.parentElement) layers.push(parse(getComputedStyle(e).backgroundColor));
    return layers.reverse().reduce((under, top) => over(top, under), { r: 255, g: 255, b: 255, a: 1 });
  };
  const low = new Map();
  let n = 0;
  const check = (e, style, what) => {
    const under = ground(e);
    const c = ratio(over(parse(style.color), under), under);
    n++;
    if (c < least) low.set(`${e.tagName}.${e.className} ${what}`, Math.round(c * 100) / 100);
  };
  for (const e of document.querySelectorAll('body *')) {
    if (!e.checkVisibility?.({ visibilityProperty: true }) || !e.getClientRects().length || e.closest('svg')) continue;
    if ([...e.childNodes].some((c) => c.nodeType === 3 && c.data.trim())) check(e, getComputedStyle(e), 'text');
    for (const pseudo of ['::before', '::after']) {
      const style = getComputedStyle(e, pseudo);
      if (!['none', 'normal', '""'].includes(style.content)) check(e, style, pseudo);
    }
    const under = ground(e);
    // The line under a claim carries its verdict.
    if (e.classList.contains('claim')) {
      const c = ratio(over(parse(getComputedStyle(e).textDecorationColor), under), under);
      n++;
      if (c < least) low.set(`${e.className} underline`, Math.round(c * 100) / 100);
    }
  }
  return { n, low: [...low] };
}, least);
