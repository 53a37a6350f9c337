import { bundleSizes } from './bundle-sizes.ts';

let over = false;
for (const { name, kilobytes, limit } of bundleSizes()) {
  // Nothing at all means that the measuring broke, not that the product became small.
  const fine = kilobytes > 0 && kilobytes <= limit;
  over ||= !fine;
  console.log(`${fine ? 'ok  ' : 'OVER'} ${name}: ${kilobytes.toFixed(1)} KB gzip of ${limit} KB`);
}
process.exit(over ? 1 : 0);
