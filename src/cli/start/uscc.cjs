#!/usr/bin/env node
'use strict';
// What `uscc` starts with, in JavaScript that every Node reads: the command itself is written for newer ones, which older ones
// cannot even parse.
var version = process.versions.node.split('.').map(Number);
if (version[0] > 20 || (version[0] === 20 && version[1] >= 19)) {
  require('./load.cjs');
} else {
  process.stderr.write(
    'uscc: 需要 Node.js 20.19 或更高版本，当前为 ' +
      process.versions.node +
      ' / needs Node.js 20.19 or later, this is ' +
      process.versions.node +
      '\n',
  );
  process.exitCode = 3;
}
