// The hands on a browser: reads one request a line from stdin, does it, answers with one line.
// Each request names what to `do`, from the table below; `editor.py` says what it means in VS Code.
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

const FLAGS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let browser;
let page;

function find({ selector, text }) {
  const found = page.locator(selector);
  return (text === undefined ? found : found.filter({ hasText: text })).first();
}

const deeds = {
  async open({ url, browser: executablePath, width, height, scale, timeout }) {
    browser = await chromium.launch({ executablePath, args: FLAGS, headless: false });
    const context = await browser.newContext({ viewport: { width, height }, deviceScaleFactor: scale });
    page = await context.newPage();
    page.setDefaultTimeout(timeout);
    await page.goto(url);
  },
  press: ({ keys }) => page.keyboard.press(keys),
  type: ({ text }) => page.keyboard.insertText(text),
  // What opens there may lie over it, and is what we want to see.
  point: (what) => find(what).hover({ force: true }),
  away: () => page.mouse.move(2, 2),
  click: (what) => find(what).click(),
  wait: ({ state, timeout, ...what }) => find(what).waitFor({ state: state ?? 'visible', timeout }),
  texts: ({ selector }) => page.locator(selector).allInnerTexts(),
  count: ({ selector }) => page.locator(selector).count(),
  labels: ({ selector }) =>
    page.locator(selector).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? '')),
  settle: () => page.waitForTimeout(400),
  picture: ({ path }) => page.screenshot({ path }).then(() => path),
  close: () => browser?.close(),
};

for await (const line of createInterface({ input: process.stdin })) {
  const { do: deed, ...what } = JSON.parse(line);
  let answer;
  try {
    answer = { value: (await deeds[deed](what)) ?? null };
  } catch (error) {
    answer = { error: String(error.message ?? error) };
  }
  process.stdout.write(JSON.stringify(answer) + '\n');
}
await browser?.close();
