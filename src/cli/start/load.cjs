'use strict';
// Apart from `uscc.cjs`: Node before 12 cannot parse it.
const { enableCompileCache } = require('node:module');
const [word, ...others] = process.argv.slice(2);
if (others.length === 0 && (word === '--version' || word === '-V')) {
  process.stdout.on('error', (error) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`uscc: ${error.message}\n`);
    process.exitCode = 3;
  });
  // Scripts ask for it often, and nothing has to be loaded to answer.
  process.stdout.write(`${require('../../../../package.json').version}\n`);
} else {
  // Where Node has it (22.8), what was compiled once need not be compiled again.
  enableCompileCache?.();
  require('../start-ahead.cjs').startThreadsAhead(process.argv.slice(2));
  require('../main.cjs');
}
