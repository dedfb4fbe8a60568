/** What `dist/uscc-input-regions.js` is made of: the element with the names of regions. */
import { regions } from '../regions/index.ts';
import { useRegions } from './index.ts';

export { attach, useRegions } from './index.ts';

useRegions(regions);
