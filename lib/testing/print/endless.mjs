/** In the place of the compiler: one that never ends, falls over, or does its work. */
process.on('message', (/** @type {{ template: string }} */ { template }) => {
  if (template === 'good') process.send?.({ pdf: Buffer.from('good') });
  else if (template === 'fall') process.abort();
  else for (;;);
});
