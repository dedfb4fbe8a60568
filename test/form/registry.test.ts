import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  antDesignRules,
  checkRegistered,
  createChecker,
  elementPlusRules,
  type Lookup,
  usccRule,
  usccSchema,
} from '../../src/form/index.ts';

const code = '91350100M000100Y43';
const taken = async () => ({ registered: true, name: '某某公司' });
const message = '已被“某某公司”登记';

describe('a registry that is asked', () => {
  it('says of a code that it is registered, like any verdict', async () => {
    expect(await checkRegistered(code, { lookup: taken })).toMatchObject({ state: 'invalid', value: code, message });
    expect((await checkRegistered(code, { lookup: taken, language: 'en' })).message).toBe(
      'Already registered to "某某公司"',
    );
    expect(await checkRegistered(code, { lookup: taken, registered: 'ignore' })).toMatchObject({ state: 'valid' });
    const free = async () => ({ registered: false });
    expect(await checkRegistered(code, { lookup: free })).toMatchObject({ state: 'valid', warnings: [] });
    expect(await checkRegistered(code, { lookup: free, unregistered: 'error' })).toMatchObject({ state: 'invalid' });
    expect(await checkRegistered(code, { lookup: async () => null })).toMatchObject({ state: 'valid', registry: null });
  });

  it('is asked only of what conforms, and once', async () => {
    const lookup = vi.fn<Lookup>(taken);
    for (const value of ['', '9135', '91350100M000100Y44', code, ` ${code}`]) await checkRegistered(value, { lookup });
    expect(lookup.mock.calls.map(([asked]) => asked)).toEqual([code]);
  });

  it('may fail: the value passes, with a warning', async () => {
    const lookup = async () => Promise.reject(new Error('offline'));
    expect(await checkRegistered(code, { lookup })).toMatchObject({
      state: 'valid',
      registry: 'failed',
      warnings: ['未能查询是否已登记'],
    });
  });

  it('may answer with nothing: nothing is known then, and it is not asked again', async () => {
    const lookup = vi.fn(async () => undefined) as unknown as Lookup;
    for (const _ of 'ab') {
      expect(await checkRegistered(code, { lookup })).toMatchObject({ state: 'valid', warnings: [], registry: null });
    }
    expect(lookup).toHaveBeenCalledTimes(1);
  });

  it('answers through every asynchronous face', async () => {
    expect(await usccRule({ lookup: taken })(code)).toBe(message);
    expect(await usccSchema({ lookup: taken })['~standard'].validate(code)).toEqual({ issues: [{ message }] });
    const options = { lookup: taken };
    await expect(elementPlusRules(options)[1]?.validator({}, code)).rejects.toThrow(message);
    await expect(antDesignRules(options)[1]?.validator({}, code)).rejects.toThrow(message);
  });
});

describe('a field that asks', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits until the value stands still, ends what nobody waits for, and tells when there is an answer', async () => {
    const signals: AbortSignal[] = [];
    const lookup: Lookup = async (_, signal) => {
      signals.push(signal);
      await new Promise((done) => setTimeout(done, 1000));
      return { registered: true, name: '某某公司' };
    };
    const tell = vi.fn();
    const checker = createChecker(tell, 300);
    const ask = (value: string) => checker.check(value, { lookup }, true).state;
    expect(ask(code)).toBe('pending');
    expect(ask(`${code}1`)).toBe('invalid');
    await vi.advanceTimersByTimeAsync(400);
    expect(signals).toHaveLength(0);
    ask(code);
    await vi.advanceTimersByTimeAsync(400);
    expect(ask('9135')).toBe('incomplete');
    expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
    ask(code);
    await vi.advanceTimersByTimeAsync(1400);
    expect(tell).toHaveBeenCalledTimes(1);
    expect(checker.check(code, { lookup })).toMatchObject({ state: 'invalid', message });
  });
});
