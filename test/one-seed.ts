import fc from 'fast-check';
import { seed } from './soak/trials.ts';

// What a change did not break never fails with it; new seeds are tried by `npm run soak` and `USCC_SEED=N npm test`.
fc.configureGlobal({ seed: seed() });
