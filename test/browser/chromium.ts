import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const usual = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const named = process.env.USCC_CHROMIUM;

/** Where a Chromium is on this machine, or null; USCC_CHROMIUM names another one, or none. */
export const browserPath: string | null = (named === undefined ? usual : [named]).find(existsSync) ?? null;

if (browserPath === null) {
  console.warn('No Chromium found: the tests in a browser are left out. Install one, or name it in USCC_CHROMIUM.');
}

export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless browser with a profile of its own. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath ?? '', headless: true, args: flags });
}
