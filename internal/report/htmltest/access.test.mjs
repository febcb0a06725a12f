// What the report has to be for everybody: readable in every colour scheme,
// on a phone, with a screen reader, and with much to show.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { lowContrast } from './contrast.mjs';
import { open, settled, shot } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VIEWS = ['#findings', '#claim-1', '#claim-3', '#claim-5', '#claim-8', '#claim-9', '#claim-10', '#document-2', '#ledger', '#coverage'];

for (const colorScheme of ['light', 'dark']) {
  test(`text and marks stand out, ${colorScheme}`, async (t) => {
    const { page } = await open(t, 'mixed', { colorScheme });
    await page.evaluate(() => { document.getElementById('more').open = true; });
    for (const hash of VIEWS) {
      await page.evaluate((h) => { location.hash = h; }, hash);
      await settled(page);
      const { n, low } = await lowContrast(page, 4.5);
      assert.ok(n > 20, `${n} texts looked at`);
      assert.deepEqual(low, [], hash);
    }
    await page.keyboard.press('?');
    assert.deepEqual((await lowContrast(page, 4.5)).low, []);
    await shot(page, `help-${colorScheme}`);
  });

  test(`axe finds nothing serious, ${colorScheme}`, async (t) => {
    // The page's own policy keeps axe out, so it is set aside for this test.
    const { page } = await open(t, 'mixed', { colorScheme, bypassCSP: true });
    await page.addScriptTag({ content: axe });
    for (const hash of VIEWS) {
      await page.evaluate((h) => { location.hash = h; }, hash);
      await settled(page);
      const { violations, passes } = await page.evaluate(() => window.axe.run(document, { resultTypes: ['violations', 'passes'] }));
      assert.ok(passes.length > 20);
      assert.deepEqual(violations.map((v) => `${v.impact} ${v.id}: ${v.nodes[0].html.slice(0, 160)}`), [], hash);
    }
  });
}

test('colours can be chosen by hand', async (t) => {
  const { page } = await open(t, 'mixed', { colorScheme: 'light' });
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.keyboard.press('t');
  assert.equal(await ground(), light);
  await page.keyboard.press('t');
  assert.notEqual(await ground(), light);
  assert.equal(await page.locator('#theme').innerText(), 'Dark');
  await page.reload();
  assert.notEqual(await ground(), light, 'the choice is kept');
});

test('a page without storage works', async (t) => {
  const { page, trouble } = await open(t, 'empty');
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('denied', 'SecurityError'); } });
  });
  await page.reload();
  await page.keyboard.press('t');
  await page.keyboard.press('t');
  assert.equal(await page.locator('#theme').innerText(), 'Dark');
  assert.deepEqual(trouble, []);
});

test('the panel can be read without colour', async (t) => {
  const { page } = await open(t, 'mixed', { hash: '#document-1' });
  const shapes = await page.locator('.pane.first .claim').evaluateAll((all) => {
    const out = {};
    for (const e of all) out[e.className.replace(/claim|end|chosen/g, '').trim()] = getComputedStyle(e).textDecorationStyle + getComputedStyle(e).textDecorationLine;
    return out;
  });
  assert.equal(new Set(Object.values(shapes)).size, Object.keys(shapes).length, JSON.stringify(shapes));
});

test('on a phone nothing runs over the side', async (t) => {
  const { page, trouble } = await open(t, 'mixed', { viewport: { width: 375, height: 720 }, hasTouch: true, isMobile: true });
  for (const hash of VIEWS) {
    await page.evaluate((h) => { location.hash = h; }, hash);
    await settled(page);
    const over = await page.evaluate(() => [document.scrollingElement.scrollWidth, ...[...document.querySelectorAll('.scroller, .lists, .inside, #coverage-view, #ledger-scroll')]
      .filter((e) => e.checkVisibility()).map((e) => innerWidth + e.scrollWidth - e.clientWidth)]);
    assert.ok(Math.max(...over) <= 375, `${hash}: ${over}`);
    await shot(page, `phone-${hash.slice(1)}`);
  }
  await page.evaluate(() => { location.hash = '#claim-8'; });
  await settled(page);
  const sheet = await page.locator('#panel').boundingBox();
  assert.ok(sheet.y > 200 && Math.round(sheet.y + sheet.height) === 720 && sheet.width === 375, 'the panel is a sheet at the bottom');
  const mark = await page.locator('.pane.first .claim.chosen').first().boundingBox();
  assert.ok(mark.y + mark.height < sheet.y, 'the claim stands above the sheet');
  await page.locator('#panel .card').nth(1).tap();
  assert.deepEqual(trouble, []);
});

test('little motion for those who want little', async (t) => {
  const { page } = await open(t, 'mixed', { hash: '#claim-8', reducedMotion: 'reduce' });
  await page.keyboard.press('e');
  assert.equal(await page.locator('.flash').evaluate((e) => getComputedStyle(e).animationName), 'none');
});

test('200 documents with 20,000 claims stay smooth', async (t) => {
  const start = Date.now();
  const { page, trouble } = await open(t, 'large');
  await settled(page);
  const times = { load: Date.now() - start };
  const timed = async (name, fn) => {
    const began = Date.now();
    await fn();
    await settled(page);
    times[name] = Date.now() - began;
  };
  assert.equal(await page.locator('#documents-count').innerText(), '200');
  await timed('next finding', () => page.keyboard.press('j'));
  await timed('another document', () => page.evaluate(() => { location.hash = '#claim-15010'; }));
  assert.match(await page.locator('.pane.first h2 bdi').innerText(), /report-150/);
  await timed('ledger', () => page.keyboard.press('l'));
  assert.equal(await page.locator('#ledger-count').innerText(), '20,000');
  await timed('sort', () => page.locator('th.claim button').click());
  assert.ok(await page.locator('#ledger-table tr').count() < 100, 'only the rows in sight are there');
  await timed('scroll', async () => {
    for (let i = 0; i < 20; i++) await page.evaluate((y) => { document.getElementById('ledger-scroll').scrollTop = y; }, i * 36_000);
  });
  await page.evaluate(() => { const e = document.getElementById('ledger-scroll'); e.scrollTop = e.scrollHeight; });
  await settled(page);
  assert.equal(await page.locator('#ledger-table tr[data-claim]').last().getAttribute('aria-rowindex'), '20001');
  await timed('search', async () => {
    await page.fill('#query', 'week 7 hulls 12');
    await page.waitForFunction(() => document.getElementById('ledger-count').textContent.includes('of'));
  });
  t.diagnostic(JSON.stringify(times));
  assert.ok(times.load < 6000, 'loading');
  for (const [name, ms] of Object.entries(times)) if (name !== 'load') assert.ok(ms < 2000, `${name} took ${ms} ms`);
  assert.deepEqual(trouble, []);
});
