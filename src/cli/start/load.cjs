'use strict';
// Apart from `uscc.cjs`: Node before 12 cannot parse it.
import('../main.js');
