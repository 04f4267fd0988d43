// What a reader does, in the real browser against the real server.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, test } from 'node:test';
import { chromium } from 'playwright-core';
import { startArchive } from './archive.mjs';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const screenshots = process.env.SCREENSHOTS;
const wide = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

// Copies of an article of the sample archive, as agencies send them to several papers.
const original = '2024-02-security-agreement-ukraine-denmark';
const copies = ['Wire', 'Evening Post', 'Morning Mail'].map((source, i) => ({
  id: `copy-${i}`,
  title: 'Ukraine and Denmark sign security agreement',
  body: 'Ukraine and Denmark have signed a security agreement.',
  published: `2024-02-${24 + i}`,
  language: 'en',
  source,
  story: original,
}));

let archive;
let copied;
let browser;

before(async () => {
  archive = await startArchive();
  copied = await startArchive(copies);
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  if (screenshots) mkdirSync(screenshots, { recursive: true });
});

after(async () => {
  await browser?.close();
  archive?.stop();
  copied?.stop();
});

async function withPage({ from = archive, ...options }, use) {
  const context = await browser.newContext({ baseURL: from.address, viewport: wide, ...options });
  const page = await context.newPage();
  const elsewhere = [];
  const problems = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(from.address)) elsewhere.push(request.url());
  });
  page.on('console', (message) => { if (message.type() === 'error') problems.push(message.text()); });
  try {
    await use(page);
    assert.deepEqual(elsewhere, [], 'nothing is asked of another server');
    return problems;
  } finally {
    await context.close();
  }
}

async function total(page) {
  const heading = await page.locator('main h1').innerText();
  return Number(heading.match(/[\d,]+/)?.[0].replace(',', '') ?? 0);
}

const facet = (page, name) => page.locator('section', { has: page.getByRole('heading', { name, exact: true }) });

// Home, query, facet, second value of the same facet, timeline bar, article, back.
async function readersWay(page) {
  await page.goto('/');
  assert.match(await page.locator('main').innerText(), /102 articles/);
  assert.ok(await page.locator('ol.hits > li').count() >= 5, 'the latest articles are there');
  await page.getByLabel('Search the archive').fill('agreement OR harbour');
  await page.getByRole('button', { name: 'Search' }).click();
  const all = await total(page);
  assert.ok(all > 5);
  assert.ok(await page.locator('ol.hits mark').count() > 0, 'matches are marked');

  const country = facet(page, 'Country').getByRole('listitem');
  const counts = (await country.allInnerTexts()).map((text) => Number(text.match(/\d+$/)[0]));
  await country.nth(0).getByRole('link').click();
  assert.equal(await total(page), counts[0], 'a facet leads to as many articles as it says');
  const chosen = facet(page, 'Country').getByRole('listitem');
  const others = await chosen.allInnerTexts();
  assert.equal(Number(others[1].match(/\d+$/)[0]), counts[1], 'counts of the same facet stay');
  await chosen.nth(1).getByRole('link').click();
  const both = await total(page);
  assert.ok(both >= counts[0] && both <= counts[0] + counts[1], 'values of one facet are added up');
  assert.equal(await page.locator('ul.chips li:not(.clear)').count(), 2);

  const bars = page.locator('figure.timeline svg a');
  const bar = bars.first();
  const label = await bar.locator('title').textContent();
  await bar.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/from=/);
  assert.ok(label.includes(String(await total(page))), `a bar leads to as many as it says: ${label}`);

  const headline = page.locator('ol.hits h3 a, ol.hits h2 a').first();
  const title = await headline.innerText();
  await headline.click();
  assert.equal(await page.locator('main h1').innerText(), title);
  assert.ok(await page.locator('main mark').count() > 0, 'the words are marked in the article');
  await page.goBack();
  const chips = await page.locator('ul.chips li:not(.clear)').count();
  const before = page.url();
  await page.locator('ul.chips li:not(.clear) a').first().click();
  await page.waitForURL((url) => url.href !== before);
  assert.equal(await page.locator('ul.chips li:not(.clear)').count(), chips - 1, 'chips go one by one');
}

test('a reader finds her way with JavaScript', () => withPage({}, readersWay));
test('a reader finds her way without JavaScript', () => withPage({ javaScriptEnabled: false }, readersWay));

test('everything can be reached by keyboard', () => withPage({}, async (page) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  assert.match(await page.evaluate(() => document.activeElement.textContent), /Skip/);
  await page.keyboard.press('Enter');
  await page.goto('/');
  for (let i = 0; i < 5; ++i) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement.name === 'q')) break;
  }
  await page.keyboard.type('strike');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=strike/);
  assert.ok(await total(page) > 0);
}));

test('sorting and paging keep the search', () => withPage({}, async (page) => {
  await page.goto('/search?q=the');
  const all = await total(page);
  await page.getByRole('link', { name: 'Oldest' }).click();
  assert.equal(await total(page), all);
  await page.getByRole('link', { name: 'Next' }).click();
  assert.equal(await total(page), all);
  assert.match(page.url(), /sort=oldest/);
}));

test('stories are counted, collapsed and opened', () => withPage({ from: copied }, async (page) => {
  await page.goto('/search?q=denmark+security+agreement');
  const heading = page.locator('main h1');
  const [articles, stories] = (await heading.innerText()).match(/\d+/g).map(Number);
  assert.equal(articles - stories, copies.length);
  await page.getByRole('link', { name: 'One article a story' }).click();
  assert.deepEqual((await heading.innerText()).match(/\d+/g).map(Number), [articles, stories]);
  assert.equal(await page.locator('ol.hits > li').count(), Math.min(stories, 10));
  await page.getByRole('link', { name: '3 copies' }).click();
  assert.equal(await page.locator('section.story li').count(), copies.length);
  await page.goBack();
  await page.getByRole('link', { name: 'Show all articles' }).click();
  assert.equal(await page.locator('ol.hits > li').count(), Math.min(articles, 10));
}));

test('related articles stand beside an article', () => withPage({ from: copied }, async (page) => {
  await page.goto(`/article/${original}`);
  const related = page.getByRole('complementary', { name: 'Related' });
  const titles = await related.getByRole('link').allInnerTexts();
  assert.ok(titles.length > 0 && titles.length <= 8);
  assert.ok(!titles.includes(copies[0].title), 'its copies are not among them');
  const article = await page.locator('article').boundingBox();
  assert.ok((await related.boundingBox()).x >= article.x + article.width, 'beside, not below');
  await related.getByRole('link').first().click();
  assert.equal(await page.locator('main h1').innerText(), titles[0]);
}));

test('a search that finds nothing helps on', () => withPage({}, async (page) => {
  await page.goto('/search?q=zzzz&country=UA');
  assert.equal(await total(page), 0);
  await page.getByRole('heading', { name: 'What may help' }).waitFor();
  assert.ok(await page.locator('ul.help a').count() > 0);
}));

test('the search box completes as the combobox pattern has it', () => withPage({}, async (page) => {
  await page.goto('/');
  const box = page.getByRole('combobox', { name: 'Search the archive' });
  const options = page.getByRole('option');
  const chosen = page.locator('[role=option][aria-selected=true]');
  assert.equal(await box.getAttribute('aria-expanded'), 'false');
  await box.pressSequentially('anna k');
  // What the first letters are completed to, where she is not the first, may stand there a moment
  // longer.
  await options.first().filter({ hasText: /Anna Kowalska\s+author/ }).waitFor();
  assert.equal(await box.getAttribute('aria-expanded'), 'true');
  assert.match(await options.first().innerText(), /Anna Kowalska\s+author/);
  assert.equal(await chosen.count(), 0, 'nothing is chosen by itself');
  await page.keyboard.press('ArrowDown');
  assert.equal(await chosen.count(), 1);
  assert.equal(await box.getAttribute('aria-activedescendant'), await chosen.getAttribute('id'));
  assert.equal(await box.inputValue(), 'author:"Anna Kowalska"');
  await page.keyboard.press('ArrowUp');
  assert.equal(await box.inputValue(), 'anna k', 'the way up leads back to what was typed');
  assert.equal(await box.getAttribute('aria-activedescendant'), null);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Escape');
  assert.equal(await box.getAttribute('aria-expanded'), 'false');
  assert.equal(await box.inputValue(), 'anna k');
  assert.equal(await options.count(), 0, 'closed, they are not there to be read');
  await page.keyboard.press('ArrowDown');
  await options.first().waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=author/);
  assert.ok(await total(page) > 0);
}));

test('completions that come late do not replace those that the reader goes through', () => withPage({}, async (page) => {
  let answer;
  await page.route(/suggest\?q=anna%20k$/, (route) => { answer = () => route.continue(); });
  await page.goto('/');
  const box = page.getByRole('combobox', { name: 'Search the archive' });
  await box.pressSequentially('anna');
  await page.getByRole('option').first().waitFor();
  await box.pressSequentially(' k');
  for (const end = Date.now() + 5000; !answer && Date.now() < end;) await page.waitForTimeout(20);
  await page.keyboard.press('ArrowDown');
  const chosen = await box.inputValue();
  answer();
  await page.waitForTimeout(300);
  assert.equal(await page.locator('[role=option][aria-selected=true]').count(), 1);
  await page.keyboard.press('ArrowUp');
  assert.notEqual(chosen, 'anna k');
  assert.equal(await box.inputValue(), 'anna k');
}));

test('a completion can be clicked, and leaving the box closes them', () => withPage({}, async (page) => {
  await page.goto('/search?q=kyiv');
  const box = page.getByRole('combobox');
  await box.fill('ukrai');
  await page.getByRole('option', { name: 'Ukraine place' }).waitFor();
  await page.keyboard.press('Tab');
  assert.equal(await page.getByRole('option').count(), 0);
  await box.focus();
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: 'Ukraine place' }).click();
  await page.waitForURL(/q=country%3AUA/);
  assert.ok(await total(page) > 0);
}));

test('completions come once the reader pauses, and only the last ones are shown', () =>
  withPage({}, async (page) => {
    await page.goto('/');
    const asked = [];
    await page.route('**/api/v1/suggest*', async (route) => {
      const typed = new URL(route.request().url()).searchParams.get('q');
      asked.push(typed);
      if (typed === 'str') await new Promise((resolve) => { setTimeout(resolve, 600); });
      await route.continue().catch(() => {});
    });
    const box = page.getByRole('combobox');
    await box.fill('str');
    await page.waitForRequest('**/api/v1/suggest?q=str');
    await box.evaluate((element) => {
      for (const text of ['stri', 'strik', 'strike', 'strikes']) {
        element.value = text;
        element.dispatchEvent(new Event('input'));
      }
    });
    await page.getByRole('option', { name: /strikes/ }).first().waitFor();
    await page.waitForTimeout(700);
    assert.deepEqual(asked, ['str', 'strikes'], 'not for every key');
    for (const text of await page.getByRole('option').allInnerTexts()) assert.match(text, /strikes/i);
  }));

test('what may have been meant is one click away, also without JavaScript', () =>
  withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto('/');
    await page.getByRole('searchbox').fill('security agreemnt');
    await page.getByRole('button', { name: 'Search' }).click();
    const meant = page.getByRole('main').getByText('Did you mean');
    const promised = Number((await meant.innerText()).match(/\((\d+)\)/)[1]);
    await meant.getByRole('link', { name: 'security agreement' }).click();
    assert.equal(await total(page), promised);
  }));

test('axe finds nothing in open completions', () => withPage({ bypassCSP: true }, async (page) => {
  await page.goto('/');
  await page.getByRole('combobox').fill('str');
  await page.getByRole('option').first().waitFor();
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() => window.axe.run());
  assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].html}`), []);
  if (screenshots) await page.screenshot({ path: `${screenshots}/completions.png` });
}));

test('a results page weighs less than 30 kB', () => withPage({}, async (page) => {
  let bytes = 0;
  page.on('response', async (response) => { bytes += (await response.body()).length; });
  await page.goto('/search?q=the+OR+of', { waitUntil: 'networkidle' });
  assert.equal(await page.locator('ol.hits > li').count(), 10);
  assert.ok(bytes < 30_000, `${bytes} bytes`);
  console.log(`a results page weighs ${bytes} bytes`);
}));

const pages = {
  home: '/',
  results: '/search?q=kyiv&country=UA&country=DK',
  nothing: '/search?q=zzzz&country=UA',
  article: '/article/2024-02-security-agreement-ukraine-denmark?q=security+agreement',
  foreign: '/article/2024-02-uhoda-ukraina-daniia',
  error: '/search?page=0',
  stories: '/search?q=denmark+security+agreement&collapse=stories',
  copies: `/article/${original}?q=security`,
};
const withCopies = ['stories', 'copies'];

for (const [name, path] of Object.entries(pages)) {
  for (const colorScheme of ['light', 'dark']) {
    for (const [size, viewport] of Object.entries({ wide, phone })) {
      test(`axe finds nothing on ${name}, ${colorScheme}, ${size}`, () =>
        withPage({ from: withCopies.includes(name) ? copied : archive, colorScheme, viewport, bypassCSP: true }, async (page) => {
          await page.goto(path);
          const details = page.locator('nav.narrow details');
          if (await details.count()) await details.evaluate((element) => { element.open = true; });
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(width <= viewport.width, `scrolls sideways: ${width} of ${viewport.width}`);
          await page.addScriptTag({ path: axe });
          const { violations } = await page.evaluate(() => window.axe.run());
          assert.deepEqual(violations.map((v) => `${v.id}: ${v.nodes[0].html}`), []);
          if (screenshots) {
            await page.screenshot({ path: `${screenshots}/${name}-${colorScheme}-${size}.png` });
          }
        }));
    }
  }
}
