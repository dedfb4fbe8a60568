import { wordError } from '../../messages/refusal/index.ts';
import type { Voice } from '../../messages/voice.ts';
import { readOptions } from '../options/read-options.ts';
import type { Checked } from '../options/schemas.ts';
import type { Ledger } from './ledger-calls.ts';

/** The ledger as the library hands it out: what callers pass is checked, and what is thrown has words. */
export function guardLedger(ledger: Ledger, voice: Voice): Ledger {
  const attempt = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw wordError(error, voice);
    }
  };
  const attemptLater = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    try {
      return await work();
    } catch (error) {
      throw wordError(error, voice);
    }
  };
  /** What was passed, checked; texts are in the language of the ledger unless the call names one. */
  const read = <Options extends object>(name: Checked, given: Options | undefined): Options => {
    const isObject = given === undefined || (typeof given === 'object' && given !== null);
    return readOptions<Options>(name, isObject ? { lang: voice.lang, ...given } : given);
  };
  return {
    path: ledger.path,
    latestPeriod: () => attempt(() => ledger.latestPeriod()),
    record: (files, options) => attemptLater(async () => ledger.record(files, read('ledger.record', options))),
    recordLicences: (files, options) =>
      attemptLater(async () => ledger.recordLicences(files, read('ledger.recordLicences', options))),
    feedback: (files, options) => attemptLater(async () => ledger.feedback(files, read('ledger.feedback', options))),
    send: (options) => attemptLater(async () => ledger.send(read('ledger.send', options))),
    collect: (files, options) => attemptLater(async () => ledger.collect(files, read('ledger.collect', options))),
    submit: (options) => attemptLater(async () => ledger.submit(read('ledger.submit', options))),
    status: (options) => attempt(() => ledger.status(read('ledger.status', options))),
    todo: (limit) => attempt(() => ledger.todo(limit)),
    show: (numbers) => attempt(() => ledger.show(numbers)),
    exempt: (numbers, reason, options) => attempt(() => ledger.exempt(numbers, reason, read('ledger.exempt', options))),
    export: () => attempt(() => ledger.export()),
    merge: (files, options) => attemptLater(async () => ledger.merge(files, read('ledger.merge', options))),
    check: () => attempt(() => ledger.check()),
    setOrganization: (name) => attempt(() => ledger.setOrganization(name)),
    close: () => ledger.close(),
  };
}
