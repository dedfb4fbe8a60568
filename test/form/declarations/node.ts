import { openLedger } from 'uscc-toolkit/ledger';
import { checkRegistry } from 'uscc-toolkit/registry';

export const records: Promise<number> = checkRegistry('registry.csv').then((report) => report.records);
export const ledger = openLedger;
