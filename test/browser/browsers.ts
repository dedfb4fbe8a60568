import { chromium } from 'playwright-core';
import { browserPath, flags } from './chromium.ts';
import { firefoxPath, startFirefox } from './firefox.ts';
import { findOld } from './old.ts';
import type { TestBrowser } from './tab.ts';

/** The browsers that fields are tried in. `start` is null where there is none, which was said. */
export const browsers: readonly { name: string; start: (() => Promise<TestBrowser>) | null }[] = [
  { name: 'Chromium', start: startable(browserPath, []) },
  // These builds are made for machines without a display and without subprocesses.
  { name: 'Chromium 119', start: startable(findOld('chromium-119'), ['--single-process', '--no-zygote']) },
  { name: 'Chromium 109', start: startable(findOld('chromium-109'), ['--single-process', '--no-zygote']) },
  { name: 'Firefox', start: firefoxPath === null ? null : () => startFirefox(firefoxPath ?? '') },
];

if (firefoxPath === null) {
  console.warn('No Firefox found: its tests are left out. Install firefox-esr, or name one in USCC_FIREFOX.');
}

function startable(path: string | null, more: readonly string[]): (() => Promise<TestBrowser>) | null {
  return path === null ? null : () => startChromium(path, more);
}

async function startChromium(path: string, more: readonly string[]): Promise<TestBrowser> {
  const browser = await chromium.launch({ executablePath: path, headless: true, args: [...flags, ...more] });
  const context = await browser.newContext({ locale: 'zh-CN' });
  return {
    version: browser.version(),
    async open() {
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      return {
        goto: async (url) => void (await page.goto(url)),
        evaluate: (expression) => page.evaluate(expression),
        type: (text) => page.keyboard.type(text),
        press: (key) => page.keyboard.press(key),
        click: (selector) => page.click(selector),
        close: () => page.close(),
      };
    },
    close: () => browser.close(),
  };
}
