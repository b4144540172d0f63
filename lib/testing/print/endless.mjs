/** In the place of the compiler: one that never ends, says nothing, falls over, hangs up, or does its work and counts. */
let made = 0;
process.on('message', (/** @type {{ template: string }} */ { template }) => {
  made += 1;
  if (template === 'good') process.send?.({ pdf: Buffer.from(String(made)) });
  else if (template === 'fall') process.abort();
  else if (template !== 'silent') for (;;);
});
