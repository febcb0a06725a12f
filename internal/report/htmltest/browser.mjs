// One browser for all tests of a file, and pages that note what goes wrong.

import { after, before } from 'node:test';
import { chromium } from 'playwright-core';

let browser;

before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] });
});
after(() => browser?.close());

// open loads a page of the report. trouble gathers errors, warnings of the
// content security policy, and requests for anything but the page.
export async function open(t, name, { hash = '', ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  t.after(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const trouble = [];
  const address = `file://${process.env.PAGES}/${name}.html`;
  page.on('console', (m) => { if (['error', 'warning'].includes(m.type())) trouble.push(m.text()); });
  page.on('pageerror', (e) => trouble.push(String(e)));
  page.on('request', (r) => { if (r.url().split('#')[0] !== address) trouble.push(`asked for ${r.url()}`); });
  page.on('dialog', (d) => { trouble.push(`dialog: ${d.message()}`); d.dismiss(); });
  await page.goto(address + hash);
  return { page, trouble };
}

// shot keeps a picture where somebody wants to look at it.
export async function shot(page, name) {
  if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${name}.png` });
}

// settled waits until the page has drawn what it was told to.
export const settled = (page) => page.evaluate(() => new Promise((done) => {
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
}));
