/**
 * Has V8 wait longer before it compiles a function for speed. A report makes every part of the program hot within moments; what is compiled
 * that early knows too few texts, is thrown away again and compiled anew, on processors that could read: on two of them an audit of some
 * hundred reports takes a sixth less time with patience, and of a first result four fifths. Each line of V8 has its own name for it, and
 * the start of Node takes no name that it does not know: it is set from here, and where no name is known nothing is.
 */
'use strict';
const { setFlagsFromString } = require('node:v8');

/** By the first part of V8's version: Node 20 has 11, Node 22 and 24 have 12 and 13. Six and four times what V8 would wait. */
const PATIENCE = new Map([
  ['11', '--interrupt-budget=400000'],
  ['12', '--invocation-count-for-turbofan=12000'],
  ['13', '--invocation-count-for-turbofan=12000'],
]);

const [line = ''] = process.versions.v8.split('.');
const setting = PATIENCE.get(line);
if (setting !== undefined) setFlagsFromString(setting);
