import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserPath, startBrowser } from '../browser/chromium.ts';
import { type Site, serveFolders } from '../browser/site.ts';
import { findBarriers, visit } from '../browser/visitor.ts';

const code = '91350100M000100Y43';
const grouped = '9 1 350100 M000100Y4 3';
const root = fileURLToPath(new URL('../..', import.meta.url));
/** USCC_SCREENSHOTS=folder keeps the pictures. */
const pictures = process.env.USCC_SCREENSHOTS;

describe.skipIf(browserPath === null)('<uscc-input> in a browser', () => {
  const scripts = mkdtempSync(join(tmpdir(), 'uscc-element-'));
  let browser: Browser;
  let site: Site;

  beforeAll(async () => {
    execFileSync(process.execPath, [`${root}src/element/bundle.mjs`, scripts]);
    site = await serveFolders([scripts, `${root}test/form/examples`, `${root}test/element`]);
    browser = await startBrowser();
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    rmSync(scripts, { recursive: true, force: true });
  });

  const pages: [string, string][] = [
    ['the element, plain.html', 'plain.html'],
    ['an attached input, attach.html', 'attach.html'],
  ];

  describe.each(pages)('%s', (_, file) => {
    const open = async () => {
      const visited = await visit(browser, `${site.url}/${file}`);
      return { ...visited, field: visited.page.getByRole('textbox', { name: '统一社会信用代码' }) };
    };

    it('groups what is typed, says what is missing, and is right in the end', async () => {
      const { page, field, complaints } = await open();
      await field.pressSequentially(code.slice(0, 10).toLowerCase());
      expect(await field.inputValue()).toBe('9 1 350100 M0');
      expect(await textOf(page, 'counter')).toBe('已输入 10 位，还差 8 位');
      expect(await textOf(page, 'message')).toBe('');
      expect(await field.getAttribute('aria-invalid')).toBeNull();
      await field.pressSequentially(code.slice(10));
      expect(await field.inputValue()).toBe(grouped);
      expect(await textOf(page, 'parts')).toContain('福建省福州市');
      expect(await textOf(page, 'parts')).toContain('企业');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/${file}?code=${code}`);
      expect(complaints).toEqual([]);
      await page.close();
    });

    it('calls an unfinished code wrong when it is left, and not again while it is corrected', async () => {
      const { page, field } = await open();
      await field.pressSequentially('9135');
      await field.blur();
      expect(await textOf(page, 'message')).toBe('应为 18 位，现为 4 位，少 14 位，请对照证照核对');
      expect(await field.getAttribute('aria-invalid')).toBe('true');
      await field.press('End');
      await field.press('0');
      expect(await field.getAttribute('aria-invalid')).toBeNull();
      expect(await textOf(page, 'counter')).toBe('已输入 5 位，还差 13 位');
      await page.close();
    });

    it('takes spaces, small letters, full-width characters and formulas from the clipboard', async () => {
      const { page, field } = await open();
      for (const text of [
        ' 9135 0100 m000 100y 43 ',
        '９１３５０１００Ｍ０００１００Ｙ４３',
        '="91350100-M000100Y4-3"',
      ]) {
        await field.selectText();
        await page.keyboard.insertText(text);
        expect(await field.inputValue()).toBe(grouped);
      }
      await page.close();
    });

    it('marks the wrong position and corrects it at a click', async () => {
      const { page, field } = await open();
      await field.pressSequentially('9135O100M000100Y43');
      expect(await textOf(page, 'message')).toBe('第 5 位应为 0，现为“O”，请对照证照核对');
      expect(await textOf(page, 'mark')).toBe('O');
      await page.getByRole('button', { name: grouped }).click();
      expect(await field.inputValue()).toBe(grouped);
      expect(await field.evaluate((input) => input.matches(':focus'))).toBe(true);
      expect(await textOf(page, 'message')).toBe('');
      await page.close();
    });

    it('gives the code without spaces to the clipboard', async () => {
      const { page, field } = await open();
      await field.fill(code);
      await field.selectText();
      const copied = await field.evaluate((input) => {
        const event = new ClipboardEvent('copy', {
          clipboardData: new DataTransfer(),
          bubbles: true,
          cancelable: true,
        });
        input.dispatchEvent(event);
        return event.clipboardData?.getData('text/plain');
      });
      expect(copied).toBe(code);
      await page.close();
    });

    it('works from the keyboard alone', async () => {
      const { page, field } = await open();
      await page.keyboard.press('Tab');
      await page.keyboard.type('91350100M000100Y44');
      expect(await textOf(page, 'message')).toContain('第 18 位应为 3');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect(await field.inputValue()).toBe(grouped);
      // Back over a space, and forward over one.
      for (const _ of grouped.slice(1)) await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Delete');
      expect(await field.inputValue()).toBe('9 3 50100M 000100Y43');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Delete');
      await page.keyboard.type('9135');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Backspace');
      expect(await field.inputValue()).toBe('9 3 5');
      await page.close();
    });

    it('is not submitted empty, and says so natively', async () => {
      const { page, field } = await open();
      await page.getByRole('button', { name: '保存' }).click();
      expect(new URL(page.url()).search).toBe('');
      expect(await textOf(page, 'message')).toBe('请填写统一社会信用代码');
      const control = page.locator('#code');
      expect(await control.evaluate((input) => (input as HTMLInputElement).validationMessage)).toBe(
        '请填写统一社会信用代码',
      );
      expect(await control.evaluate((input) => input.matches(':invalid'))).toBe(true);
      expect(await field.evaluate((input) => input.matches(':focus'))).toBe(true);
      await page.close();
    });

    it('is reset with its form', async () => {
      const { page, field } = await open();
      await field.fill('9135O100M000100Y43');
      await page.evaluate(() => document.querySelector('form')?.reset());
      await expect.poll(() => textOf(page, 'message')).toBe('');
      expect(await field.inputValue()).toBe('');
      await page.close();
    });

    it('has no barriers that axe knows, empty, wrong and right', async () => {
      const { page, field } = await open();
      expect(await findBarriers(page)).toEqual([]);
      await field.fill('9135O100M000100Y43');
      await field.blur();
      expect(await findBarriers(page)).toEqual([]);
      await field.fill(code);
      expect(await findBarriers(page)).toEqual([]);
      await page.close();
    });
  });

  it('behaves as a control of its form', async () => {
    const { page } = await visit(browser, `${site.url}/gallery.html`);
    const seen = await page.evaluate(async () => {
      const form = document.createElement('form');
      form.innerHTML =
        '<fieldset><uscc-input name="a" value="91350100m000100y43"></uscc-input></fieldset><uscc-input name="b" legacy value="80210043-3"></uscc-input>';
      document.body.append(form);
      const [first, second] = form.querySelectorAll('uscc-input');
      if (first === undefined || second === undefined) return null;
      const events: string[] = [];
      form.addEventListener('uscc-verdict', (event) => events.push((event as CustomEvent).detail.state));
      first.value = '91350100M000100Y44';
      const wrong = { valid: form.checkValidity(), reason: first.validity.badInput, message: first.validationMessage };
      first.value = '';
      const out = { empty: first.verdict?.state, valid: form.checkValidity() };
      first.required = true;
      const required = { missing: first.validity.valueMissing, valid: form.checkValidity() };
      form.reset();
      const data = Object.fromEntries(new FormData(form));
      form.querySelector('fieldset')?.setAttribute('disabled', '');
      const disabled = Object.fromEntries(new FormData(form));
      await new Promise((done) => setTimeout(done, 50));
      return { wrong, out, required, data, disabled, events, legacy: second.verdict?.state };
    });
    expect(seen).toEqual({
      wrong: { valid: false, reason: true, message: expect.stringContaining('第 18 位应为 3') },
      out: { empty: 'empty', valid: true },
      required: { missing: true, valid: false },
      data: { a: code, b: '802100433' },
      disabled: { b: '802100433' },
      // Told a turn later, and what was taken back in the meantime is not told.
      events: ['valid', 'valid'],
      legacy: 'valid',
    });
    await page.close();
  });

  it('is a control like an input: messages, selection, attributes as properties', async () => {
    const { page, complaints } = await visit(browser, `${site.url}/gallery.html`);
    const seen = await page.evaluate(async () => {
      const form = document.createElement('form');
      form.innerHTML = '<uscc-input name="a" value="91350100M000100Y43" placeholder="代码"></uscc-input>';
      document.body.append(form);
      const field = form.querySelector('uscc-input');
      const input = field?.shadowRoot?.querySelector('input');
      if (!field || !input) return null;
      field.setCustomValidity('不收这个代码');
      const custom = [field.checkValidity(), field.validity.customError, field.validationMessage];
      field.setCustomValidity('');
      const valid = field.checkValidity();
      field.focus();
      field.select();
      const selected = [field.selectionStart, field.selectionEnd];
      field.setSelectionRange(2, 5, 'backward');
      const range = [input.selectionStart, input.selectionEnd, field.selectionDirection];
      field.readOnly = true;
      const readOnly = [field.hasAttribute('readonly'), input.readOnly];
      field.readOnly = false;
      const placeholder = [field.placeholder, input.placeholder];
      field.placeholder = '18 位';
      placeholder.push(input.placeholder);
      const byDefault = [field.defaultValue];
      field.value = '914403001922038216';
      field.defaultValue = '91350211M0000XUF46';
      byDefault.push(field.value);
      form.reset();
      byDefault.push(field.value);
      field.notes = { format: 'error', 'authority-category': 'error' };
      field.value = 'B9370900123456796A';
      const notes = [field.verdict?.state];
      field.notes = { 'authority-category': 'ignore' };
      notes.push(field.verdict?.state);
      field.repair = () => [{ value: '914403001922038216', score: 1, edits: 9, reason: 'substitution' }];
      field.value = '914403001922038217';
      field.focus();
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((done) => setTimeout(done, 30));
      const suggestions = field.shadowRoot?.querySelector('[part=suggestions]')?.textContent;
      return { custom, valid, selected, range, readOnly, placeholder, byDefault, notes, suggestions };
    });
    expect(seen).toEqual({
      custom: [false, true, '不收这个代码'],
      valid: true,
      selected: [0, grouped.length],
      range: [2, 5, 'backward'],
      readOnly: [true, true],
      placeholder: ['代码', '代码', '18 位'],
      byDefault: [code, '914403001922038216', '91350211M0000XUF46'],
      notes: ['invalid', 'valid'],
      suggestions: '是不是：9 1 440300 192203821 6',
    });
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('asks the registry of the page once a code was entered, in the element and an attached input', async () => {
    const { page, complaints } = await visit(browser, `${site.url}/gallery.html`);
    await page.evaluate(() => {
      document.body.innerHTML =
        '<form><label>甲 <uscc-input id="one"></uscc-input></label><label>乙 <input id="two"></label></form>';
      const asked: string[] = [];
      const lookup = async (given: string, signal: AbortSignal) => {
        asked.push(given);
        signal.addEventListener('abort', () => asked.push('ended'));
        await new Promise((done) => setTimeout(done, 150));
        if (given.startsWith('9144')) throw new Error('offline');
        return { registered: given === '91350100M000100Y43', name: '某某公司' };
      };
      const states: string[] = [];
      const { uscc } = window as unknown as { uscc: { attach(input: Element | null, options: object): unknown } };
      Object.assign(document.querySelector('#one') ?? {}, { lookup });
      document.addEventListener('uscc-verdict', (event) => states.push((event as CustomEvent).detail.state));
      uscc.attach(document.querySelector('#two'), {
        // Another function, so that nothing is held from the first.
        lookup: (given: string, signal: AbortSignal) => lookup(given, signal),
        onVerdict: ({ state }: { state: string }) => states.push(state),
      });
      Object.assign(window, { asked, states });
    });
    const told = () => page.evaluate(() => ({ ...(window as unknown as { asked: string[]; states: string[] }) }).asked);
    for (const id of ['#one', '#two']) {
      await page.evaluate(() => {
        const { asked, states } = window as unknown as { asked: string[]; states: string[] };
        asked.length = 0;
        states.length = 0;
      });
      await page.locator(id).click();
      await page.keyboard.type(code);
      await expect.poll(() => textOf(page, 'counter')).toContain('正在查询是否已登记');
      await expect.poll(() => textOf(page, 'message')).toContain('已被“某某公司”登记');
      const control = page.locator(id);
      expect(await control.evaluate((one) => (one as HTMLInputElement).validationMessage)).toBe('已被“某某公司”登记');
      expect(await told()).toEqual([code]);
      const states = await page.evaluate(() => (window as unknown as { states: string[] }).states);
      expect(states.slice(-2)).toEqual(['pending', 'invalid']);
      // Taken back while it is asked: the question is ended, and the value passes with a warning where nobody answers.
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('91350211M0000XUF46');
      // The codes that are asked about while more is typed, and the end of the question.
      await expect.poll(told).toEqual([code, '91350211M0000XUF46']);
      await page.keyboard.press('Backspace');
      await expect.poll(told).toEqual([code, '91350211M0000XUF46', 'ended']);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('914403001922038216');
      await expect.poll(() => page.locator('[part~=warning]').allTextContents()).toContain('未能查询是否已登记');
      expect(await control.evaluate((one) => (one as HTMLInputElement).validationMessage)).toBe('');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.press('Backspace');
    }
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('belongs to the form of its own tree, and to no other field', async () => {
    const { page, complaints } = await visit(browser, `${site.url}/gallery.html`);
    await page.evaluate(() => {
      document.body.innerHTML = '<div id="host"></div><form><uscc-input name="b"></uscc-input></form>';
      const root = document.querySelector('#host')?.attachShadow({ mode: 'open' });
      if (root)
        root.innerHTML =
          '<form><uscc-input name="a"></uscc-input><input name="c"><uscc-input name="d"></uscc-input></form>';
      const input = root?.querySelector('input') ?? null;
      const { uscc } = window as unknown as { uscc: { attach(input: Element | null): { detach(): void } } };
      Object.assign(window, { attached: uscc.attach(input) });
    });
    for (const name of ['a', 'c', 'd', 'b']) {
      await page.locator(`[name=${name}]`).click();
      await page.keyboard.type(name === 'd' ? '9135O100M000100Y43' : code);
    }
    const read = () =>
      page.evaluate(() => {
        const root = document.querySelector('#host')?.shadowRoot;
        return [document.querySelector('form'), root?.querySelector('form')].map((form) =>
          form ? { data: Object.fromEntries(new FormData(form)), valid: form.checkValidity() } : null,
        );
      });
    const wrong = '9135O100M000100Y43';
    expect(await read()).toEqual([
      { data: { b: code }, valid: true },
      { data: { a: code, c: code, d: wrong }, valid: false },
    ]);
    // Given back, the input has the code without spaces; the others go on.
    await page.evaluate(() => (window as unknown as { attached: { detach(): void } }).attached.detach());
    await page.locator('[name=d]').click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(code);
    expect(await read()).toEqual([
      { data: { b: code }, valid: true },
      { data: { a: code, c: code, d: code }, valid: true },
    ]);
    expect(await page.locator('.uscc-attached').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('attached: a maxlength counts the code while it is, and the input stays where it was', async () => {
    const { page } = await visit(browser, `${site.url}/gallery.html`);
    await page.evaluate(() => {
      document.body.innerHTML = `
        <form><p><label>平 <input class="field" maxlength="18"></label> 后面</p></form>
        <form style="display:flex;gap:1em;align-items:center"><label for="b">横</label><input id="b" class="field" maxlength="18"><button>保存</button></form>
        <form style="display:grid;grid-template-columns:auto 1fr auto;gap:.5em"><label for="c">格</label><input id="c" class="field" maxlength="18"><button>保存</button></form>
        <table><tr><td>表</td><td><input class="field" maxlength="18"></td><td>后面</td></tr></table>`;
    });
    const boxes = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.field, button')].map((one) => {
          const { x, width, height } = one.getBoundingClientRect();
          // Where a line of text grows, what is below it moves; within its own form the input does not.
          const around = (one.closest('form, table') as HTMLElement).getBoundingClientRect();
          return [x, one.getBoundingClientRect().y - around.y, width, height].map(Math.round);
        }),
      );
    const before = await boxes();
    await page.evaluate(() => {
      const { uscc } = window as unknown as { uscc: { attach(input: Element): { detach(): void } } };
      Object.assign(window, { all: [...document.querySelectorAll('.field')].map((one) => uscc.attach(one)) });
    });
    expect(await boxes()).toEqual(before);
    const fields = page.locator('.field');
    for (let index = 0; index < 4; index++) {
      const field = fields.nth(index);
      expect(await field.evaluate((one) => (one as HTMLInputElement).maxLength)).toBeGreaterThan(22);
      await field.click();
      await page.keyboard.type(`${code}99`);
      expect(await field.inputValue()).toBe(grouped);
      await field.fill('91350100M000100Y44');
      await field.blur();
      const after = await boxes();
      expect(after[index === 0 ? 0 : index]?.slice(0, 1)).toEqual(before[index === 0 ? 0 : index]?.slice(0, 1));
    }
    expect(await boxes()).toEqual(before);
    await page.evaluate(() => {
      for (const one of (window as unknown as { all: { detach(): void }[] }).all) one.detach();
    });
    expect(await fields.evaluateAll((all) => all.map((one) => one.getAttribute('maxlength')))).toEqual(
      Array.from({ length: 4 }, () => '18'),
    );
    expect(await boxes()).toEqual(before);
    await page.close();
  });

  it.each(['light', 'dark'] as const)('can be read, in %s', async (colorScheme) => {
    const { page, complaints } = await visit(browser, `${site.url}/gallery.html`, {
      colorScheme,
      viewport: { width: 900, height: 900 },
    });
    const entries: [string, string][] = [
      ['.letter', '9135O100M000100Y43'],
      ['.check', '91350100M000100Y44'],
      ['.short', '91350100M000100Y4'],
      ['.note', 'B9370900123456796A'],
      ['.english', '91A50100M000100Y43'],
      ['#attached', '91350100M000100Y4W'],
      ['.typing', '91350100M0'],
    ];
    for (const [selector, text] of entries) {
      await page.locator(selector).click();
      await page.keyboard.type(text);
    }
    if (pictures !== undefined) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({ path: join(pictures, `element-${colorScheme}.png`), fullPage: true });
    }
    expect(await findBarriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });
});

async function textOf(page: Page, part: string): Promise<string> {
  return (await page.locator(`[part=${part}]`).allTextContents()).join('');
}
