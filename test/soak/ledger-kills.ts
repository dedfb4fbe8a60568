import { killCommands } from '../ledger/kills.ts';

/** 500 kills of the commands that write a ledger: `node test/soak/ledger-kills.ts [count] [seed]`, after a build. */
const [count = '500', seed = String(Date.now() % 1e6)] = process.argv.slice(2);
const { kills, done, undone, faults } = await killCommands(Number(count), Number(seed));
console.log(
  `ledger: ${kills} kills (seed ${seed}), ${done} had done their work, ${undone} had not, ${faults.length} faults`,
);
for (const fault of faults) console.log(`  ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
