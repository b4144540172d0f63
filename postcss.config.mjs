import path from 'node:path';

/** By its whole name: what builds looks for names beside itself. */
const flatLayers = path.resolve('lib/tooling/flat-layers.mjs');

export default { plugins: { '@tailwindcss/postcss': {}, [flatLayers]: {} } };
