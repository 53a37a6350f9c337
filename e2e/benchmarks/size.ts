import type { Bench } from './bench.ts';
import { bundleSizes } from '../architecture/bundle-sizes.ts';
import { within } from './harness/figure.ts';

export const sizeBench: Bench = async () =>
  bundleSizes().map(({ name, kilobytes, limit }) =>
    within({ bench: 'size', what: `${name}, gzip`, value: kilobytes, unit: 'KB' }, limit),
  );
