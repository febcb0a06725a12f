// What a reader does with the report, on pages that the Go tests write.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { open, settled, shot } from './browser.mjs';

const chosen = async (page) => { await settled(page); return page.locator('#panel-title').innerText(); };
const marks = (page, d = 'first') => page.locator(`.pane.${d} [data-claims]`);

test('the page loads without errors and without asking for anything', async (t) => {
  for (const name of ['mixed', 'empty', 'hostile', 'large']) {
    const { page, trouble } = await open(t, name);
    await settled(page);
    assert.deepEqual(trouble, [], name);
    assert.match(await page.title(), /^Concord: /);
  }
});

test('a click on a claim shows its evidence side by side', async (t) => {
  const { page, trouble } = await open(t, 'mixed', { hash: '#document-2' });
  await page.locator('.pane.first .claim', { hasText: 'four times' }).first().click();
  assert.match(await chosen(page), /text says "four times", the list has 2 meetings/);
  assert.equal(new URL(page.url()).hash, '#claim-8');
  assert.deepEqual(await page.locator('#panel .card').evaluateAll((all) => all.map((e) => e.className)), ['card counted', 'card counted', 'card near-miss']);
  assert.deepEqual(await page.locator('#panel .values dd').allInnerTexts(), ['4', '2']);
  assert.match(await page.locator('#panel').innerText(), /claimed in counted[\s\S]*\[2,2\][\s\S]*two times[\s\S]*low confidence/);
  const badges = page.locator('.text .badge');
  assert.deepEqual(await badges.allInnerTexts(), ['1', '2', '≈']);
  await settled(page);
  const lines = page.locator('.lines path');
  assert.equal(await lines.count(), 3, 'a line to each entry in sight');
  assert.deepEqual(await lines.evaluateAll((all) => all.map((e) => e.getAttribute('class').split(' ')[0])), ['counted', 'counted', 'near-miss']);
  assert.deepEqual(trouble, []);
  await shot(page, 'claim');
});

test('evidence in another document is opened beside the claim', async (t) => {
  const { page } = await open(t, 'mixed');
  await page.locator('#finding-list a', { hasText: 'Lindkvist' }).click();
  assert.equal(await page.locator('.pane.first h2 bdi').innerText(), 'news.txt');
  assert.equal(await page.locator('.pane.second h2 bdi').innerText(), 'notes/harbour.md');
  assert.equal(await page.locator('.pane.second .evidence.contradicts').count(), 2);
  const start = await page.locator('.pane.second .badge').first().boundingBox();
  assert.ok(start.y > 300 && start.y < 900, 'the first entry is in sight');
  assert.equal(await page.locator('.values del').innerText(), 'k');
  await page.locator('#panel .card').nth(1).click();
  const box = await page.locator('.pane.second .badge').nth(1).boundingBox();
  const pane = await page.locator('.pane.second .scroller').boundingBox();
  assert.ok(box.y >= pane.y && box.y <= pane.y + pane.height, 'the entry is in sight');
  await shot(page, 'two-documents');
});

test('overlapping and nested claims are all there', async (t) => {
  const { page } = await open(t, 'mixed', { hash: '#document-1' });
  const claims = new Set((await marks(page).evaluateAll((all) => all.map((e) => e.dataset.claims))).join(' ').split(' '));
  assert.equal(claims.size, 6);
  const place = page.locator('.pane.first .claim', { hasText: /^Lindkvist$/ }).first();
  assert.match(await place.getAttribute('aria-label'), /^Lindkvist.*: conflict, error, name-variant, and 1 more claim here$/);
  await place.click();
  assert.match(await chosen(page), /"Lindkvist" here/);
  assert.match(await page.locator('#panel .others').innerText(), /office-conflict/);
  await page.locator('.pane.first .claim.chosen').first().click();
  assert.match(await chosen(page), /one deputy mayor/, 'a second click opens the next claim there');
});

test('places outside of all blocks and in tables can be seen', async (t) => {
  const { page } = await open(t, 'mixed', { hash: '#document-2' });
  assert.equal(await page.locator('.text pre.loose .claim').first().innerText(), '2024-03-04');
  assert.equal(await page.locator('.text td .claim.error').first().innerText(), '31');
  assert.equal(await page.locator('.text th').count(), 3);
  assert.equal(await page.locator('.text .item').count(), 5);
  assert.equal(await page.locator('.text .marker').first().innerText(), '1.');
  await page.locator('.text td .claim.error').first().click();
  await settled(page);
  assert.match(await page.locator('#panel .card').first().innerText(), /East, ships: 12/);
});

test('filters and search narrow lists, marks and ledger', async (t) => {
  const { page } = await open(t, 'mixed');
  await page.evaluate(() => { document.getElementById('more').open = true; });
  const findings = page.locator('#finding-list a');
  const before = await findings.count();
  assert.equal(before, 4);
  await page.locator('input[name=severity][value="3"]').uncheck();
  await settled(page);
  assert.equal(await findings.count(), 2);
  assert.equal(await page.locator('#findings-count').innerText(), '2 of 4');
  await page.selectOption('#rule', { label: 'count-log' });
  await settled(page);
  assert.equal(await findings.count(), 1);
  await page.click('button[type=reset]');
  await settled(page);
  assert.equal(await findings.count(), before);
  await page.locator('input[name=verdict][value="0"]').uncheck();
  await settled(page);
  assert.equal(await page.locator('.pane.first .claim.agrees').count(), 0);
  await page.click('button[type=reset]');
  await page.fill('#query', 'hulls nowhere');
  await page.locator('#finding-list .lead').waitFor();
  await page.fill('#query', 'MONDAY');
  await page.waitForFunction(() => document.getElementById('ledger-count').textContent === '1 of 10');
  await page.fill('#query', '');
  await page.selectOption('#only', { label: 'news.txt' });
  await page.waitForFunction(() => document.getElementById('ledger-count').textContent === '6 of 10');
});

test('the ledger sorts, and a row leads to its claim', async (t) => {
  const { page } = await open(t, 'mixed', { hash: '#ledger' });
  const cells = (n) => page.locator(`#ledger-table tbody tr[data-claim] td:nth-child(${n})`).allInnerTexts();
  await page.locator('th.claimed button').click();
  assert.equal(await page.locator('th.claimed').getAttribute('aria-sort'), 'ascending');
  const up = (await cells(4)).map(Number).filter((n) => n > 0);
  assert.deepEqual(up, [...up].sort((x, y) => x - y));
  await page.locator('th.claimed button').press('Enter');
  assert.equal(await page.locator('th.claimed').getAttribute('aria-sort'), 'descending');
  assert.equal(await page.locator('th.rule').getAttribute('aria-sort'), 'none');
  await page.locator('th.verdict button').click();
  assert.match((await cells(1))[0], /error/);
  await page.locator('#ledger-table tbody a').first().focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const row = page.locator('#ledger-table tr:focus-within');
  assert.equal(await row.getAttribute('aria-rowindex'), '4');
  const text = await row.locator('a').innerText();
  await page.keyboard.press('Enter');
  await settled(page);
  assert.match(page.url(), /#claim-\d+$/);
  assert.ok((await page.locator('.claim-text mark').innerText()).replace(/\s+/g, ' ').includes(text));
  assert.equal(await page.evaluate(() => document.activeElement.id), 'panel-title');
  await page.keyboard.press('Escape');
  await settled(page);
  assert.ok(await page.locator('#ledger-view').isVisible());
  assert.equal(await page.locator('#ledger-table tr:focus-within').getAttribute('aria-rowindex'), '4');
});

test('the keyboard reaches everything', async (t) => {
  const { page } = await open(t, 'mixed');
  const press = async (key) => { await page.keyboard.press(key); await settled(page); };
  await press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
  await press('Enter');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  await press('j');
  const one = await chosen(page);
  await press('j');
  assert.notEqual(await chosen(page), one);
  await press('k');
  assert.equal(await chosen(page), one);
  await press('n');
  assert.notEqual(await chosen(page), one);
  await press('p');
  assert.equal(await chosen(page), one);
  await page.waitForFunction(() => /^Finding 1 of 4: conflict/.test(document.getElementById('live').textContent));
  await press('Escape');
  assert.ok(await page.locator('#panel').isHidden());
  assert.ok(await page.evaluate(() => document.activeElement.matches('[data-claims]')), 'the focus is back on the claim');
  await press('ArrowRight');
  const focused = await page.evaluate(() => document.activeElement.dataset.claims);
  await press('Enter');
  await settled(page);
  assert.equal(new URL(page.url()).hash, `#claim-${Number(focused.split(' ')[0]) + 1}`);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'panel-title');
  await press('/');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'query');
  await press('Escape');
  await press('?');
  assert.ok(await page.locator('#help').isVisible());
  await press('Escape');
  assert.ok(await page.locator('#help').isHidden());
  assert.ok(await page.locator('#panel').isVisible(), 'closing the help closes nothing else');
});

test('an address leads to its claim, back and forward to those before and after', async (t) => {
  const { page } = await open(t, 'mixed', { hash: '#claim-2' });
  const second = await chosen(page);
  await page.evaluate(() => { location.hash = '#claim-3'; });
  await settled(page);
  const third = await chosen(page);
  assert.notEqual(second, third);
  await page.goBack();
  await settled(page);
  assert.equal(await chosen(page), second);
  await page.goForward();
  await settled(page);
  assert.equal(await chosen(page), third);
  await page.evaluate(() => { location.hash = '#claim-99999'; });
  await settled(page);
  assert.ok(await page.locator('#stage').isVisible(), 'an unknown address is no dead end');
});

test('what was not read and what was silenced is told', async (t) => {
  const { page } = await open(t, 'mixed');
  assert.match(await page.locator('.strip').innerText(), /Not everything was read.*locked\.pdf.*encrypted/);
  await page.keyboard.press('c');
  await settled(page);
  const text = await page.locator('#coverage-view').innerText();
  assert.match(text, /locked\.pdf/);
  assert.match(text, /by the configuration: the desk knows/);
  assert.match(text, /Documents without a claim \(1\)[\s\S]*quiet\.txt/);
});

test('documents stay text, whatever they hold', async (t) => {
  const { page, trouble } = await open(t, 'hostile');
  for (const key of ['n', 'n', 'l', 'c', 'f', 'n']) await page.keyboard.press(key);
  await settled(page);
  await page.keyboard.press('c');
  await page.locator('#coverage-view .silenced button').click();
  await settled(page);
  assert.ok(await page.locator('.pane.first .text').isVisible(), 'the place of the comment is shown');
  assert.equal(await page.locator('img, iframe, object, embed, link').count(), 0);
  assert.match(await page.locator('.pane.first .text').innerText(), /<script>alert\(1\)<\/script><img src=x onerror=alert\(2\)>/);
  assert.ok(!(await page.locator('body').innerText()).includes('\u202e'), 'nothing turns the direction of writing');
  assert.deepEqual(trouble, []);
});

test('without a script the findings can be read', async (t) => {
  const { page, trouble } = await open(t, 'mixed', { javaScriptEnabled: false });
  assert.ok(await page.locator('#static').isVisible());
  assert.ok(await page.locator('#app').isHidden());
  assert.match(await page.locator('#static').innerText(), /"four times", the list has 2 meetings[\s\S]*the deputy, not Okafor/);
  assert.deepEqual(trouble, []);
  await shot(page, 'no-script');
});

test('on paper the findings are a list', async (t) => {
  const { page } = await open(t, 'mixed', { colorScheme: 'dark' });
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('#static').isVisible());
  assert.ok(await page.locator('#app').isHidden());
  assert.equal(await page.evaluate(() => getComputedStyle(document.body).color), 'rgb(0, 0, 0)');
  if (process.env.SHOTS) await page.pdf({ path: `${process.env.SHOTS}/print.pdf` });
});

test('a document that changed meanwhile loses its text, not its claims', async (t) => {
  const { page, trouble } = await open(t, 'changed');
  await page.keyboard.press('j');
  assert.match(await chosen(page), /two calls, one listed/);
  assert.equal(await page.locator('.claim-text mark').innerText(), 'Two calls');
  assert.match(await page.locator('.pane.first .text').innerText(), /could not be read again/);
  assert.equal(await page.locator('.pane.second .evidence').innerText(), 'One call');
  await page.keyboard.press('l');
  await settled(page);
  assert.equal(await page.locator('#ledger-table tbody a').innerText(), 'Two calls');
  assert.deepEqual(trouble, []);
});

test('letters can be kept from being commands', async (t) => {
  const { page } = await open(t, 'mixed');
  await page.keyboard.press('?');
  await page.locator('#single-keys').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('l');
  await settled(page);
  assert.ok(await page.locator('#ledger-view').isHidden());
});
