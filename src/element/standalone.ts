/** What `dist/uscc-input.js` is made of: one classic script, which also works from a file. `bundle.mjs` makes it. */
export { attach, useRegions } from './index.ts';
