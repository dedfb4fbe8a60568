// Preloaded into measured Node processes where /usr/bin/time is absent: says at the end what the process used.
import { writeFileSync } from 'node:fs';

const path = process.env.USCC_BENCH_USAGE;
if (path !== undefined) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(path, `${userCPUTime / 1e6} ${systemCPUTime / 1e6} ${maxRSS}`);
  });
}
