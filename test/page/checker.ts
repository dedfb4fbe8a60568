import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Report } from '../../src/check/report.ts';
import { startBrowser } from '../browser/chromium.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The page, opened from a file as from a USB stick, and what it did that it must not. */
export interface Checker {
  page: Page;
  /** Console errors, violations of the policy, and every request beyond the page itself. */
  complaints: string[];
}

/** Builds the page once for the tests of one file. */
export function useChecker(): {
  path(): string;
  open(options?: BrowserContextOptions, hash?: string): Promise<Checker>;
} {
  let browser: Browser;
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'uscc-page-'));
    execFileSync(process.execPath, [`${root}src/page/bundle.mjs`, folder]);
    browser = await startBrowser();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const path = (): string => join(folder, 'uscc-checker.html');
  return {
    path,
    async open(options, hash = '') {
      const page = await browser.newPage({ locale: 'zh-CN', acceptDownloads: true, ...options });
      page.setDefaultTimeout(30_000);
      const complaints: string[] = [];
      const url = pathToFileURL(path()).href;
      page.on('pageerror', (error) => complaints.push(String(error)));
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('request', (request) => {
        const asked = request.url();
        if (asked !== url && !asked.startsWith('blob:') && !asked.startsWith('data:'))
          complaints.push(`asked for ${asked}`);
      });
      await page.goto(url + hash);
      return { page, complaints };
    },
  };
}

/** Chooses files and waits until they have been looked at. */
export async function choose(page: Page, files: string[]): Promise<void> {
  await page.setInputFiles('input[type=file]', files);
  await page.locator('#start').waitFor();
}

/** Starts the check and waits for the report. */
export async function check(page: Page): Promise<void> {
  await page.locator('#start').click();
  await page.locator('#result-title').waitFor();
}

/** What a button of the report gives. */
export async function download(page: Page, label: string | RegExp): Promise<Buffer> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: label }).click();
  return readFileSync(await (await waiting).path());
}

/** The report as JSON, the time it took aside. */
export async function readReport(page: Page): Promise<Report> {
  return { ...(JSON.parse((await download(page, 'JSON')).toString()) as Report), elapsedSeconds: 0 };
}
