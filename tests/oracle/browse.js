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

// What a person sees: text, what stands in fields, what can't be clicked.
function visible() {
  const fields = [...document.querySelectorAll('input, textarea, select, button')].map((field) => ({
    name: field.getAttribute('aria-label') ?? field.getAttribute('name') ?? field.innerText,
    value: field.value,
    disabled: field.disabled,
  }));
  return { text: document.body.innerText, fields };
}

async function main() {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const context = await browser.newContext({ locale: 'en-US', timezoneId: 'UTC' });
    const page = await context.newPage();
    page.setDefaultTimeout(15_000);

    let problems = [];
    page.on('pageerror', (error) => problems.push(error.message));

    const play = {
      goto: async ({ url }) => {
        await page.goto(address + url, { waitUntil: 'networkidle' });
      },
      fill: ({ label, text }) => page.getByLabel(label, { exact: true }).fill(text),
      click: ({ button }) => page.getByRole('button', { name: button, exact: true }).click(),
      waitFor: ({ text }) => page.getByText(text).first().waitFor(),
      settle: () => page.waitForLoadState('networkidle').then(() => page.waitForTimeout(400)),
      // Every request of the page's own code fails from here on, as without a network.
      offline: () => context.setOffline(true),
      online: () => context.setOffline(false),
    };

    const seen = [];
    for (const step of steps) {
      await play[step.do](step);
      if (step.do !== 'waitFor' && step.do !== 'settle') continue;
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
  process.stderr.write(String(error.stack));
  process.exitCode = 1;
});
