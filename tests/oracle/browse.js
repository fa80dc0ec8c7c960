// Plays a scene in a real browser: JSON on stdin names the address and the steps, JSON on stdout is what was seen.
const { createRequire } = require('node:module');
const path = require('node:path');

const { home, address, steps, executablePath } = JSON.parse(require('node:fs').readFileSync(0, 'utf8'));
const { chromium } = createRequire(path.join(home, 'package.json'))('playwright-core');

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

// What a person sees: the text, what stands in fields, what can't be used.
function visible() {
  const fields = [...document.querySelectorAll('input, textarea, select, button')].map((field) => ({
    name: field.getAttribute('aria-label') ?? field.getAttribute('name') ?? field.innerText,
    value: field.type === 'checkbox' ? field.checked : field.value,
    disabled: field.disabled,
  }));
  return { text: document.body.innerText, fields };
}

// Requests under way, without streams that never end.
function countRequests(page) {
  const open = new Set();
  page.on('request', (request) => request.resourceType() !== 'eventsource' && open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
  return open;
}

async function settled(page, open) {
  let last;
  let calm = 0;
  for (let turn = 0; turn < 150 && calm < 4; turn++) {
    await page.waitForTimeout(60);
    const now = JSON.stringify([page.url(), await page.evaluate(visible).catch(() => turn)]);
    calm = now === last && open.size === 0 ? calm + 1 : 0;
    last = now;
  }
}

async function main() {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const context = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);
    page.on('dialog', (dialog) => dialog.accept());
    const open = countRequests(page);

    let problems = [];
    page.on('pageerror', (error) => problems.push(error.message));

    const field = ({ label, number = 0 }) => page.getByLabel(label, { exact: true }).nth(number);
    const play = {
      goto: ({ url }) => page.goto(address + url),
      fill: (step) => field(step).fill(step.text),
      check: (step) => field(step).click(),
      choose: (step) => page.locator('select').nth(step.number ?? 0).selectOption({ label: step.option }),
      click: ({ button, number = 0 }) => page.getByRole('button', { name: button, exact: true }).nth(number).click(),
      waitFor: ({ text }) => page.getByText(text).first().waitFor(),
      look: () => undefined,
      // The page's own requests fail from here on, as without a network.
      offline: () => context.setOffline(true),
    };

    const seen = [];
    for (const [index, step] of steps.entries()) {
      try {
        await play[step.do](step);
      } catch (error) {
        const shown = await page.evaluate(visible);
        throw new Error(`step ${index + 1}, ${JSON.stringify(step)}: ${error.message}\n${shown.text}`);
      }
      if (step.do !== 'fill') await settled(page, open);
      if (step.do !== 'waitFor' && step.do !== 'look') continue;

      const cookies = await context.cookies();
      seen.push({
        url: page.url().replace(address, ''),
        ...(await page.evaluate(visible)),
        cookies: cookies.map(({ name, value, httpOnly, sameSite, path }) => ({ name, value, httpOnly, sameSite, path })),
        problems,
      });
      problems = [];
    }
    process.stdout.write(JSON.stringify(seen));
  } finally {
    await browser.close();
  }
}

main().catch((error) => {
  process.stderr.write(String(error.message));
  process.exitCode = 1;
});
