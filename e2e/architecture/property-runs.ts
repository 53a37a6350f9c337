import fc from 'fast-check';
import { vi } from 'vitest';

// 200 runs a property in `npm run check`; the nightly script asks for 10,000.
const runs = Number(process.env['PROPERTY_RUNS'] ?? 200);
fc.configureGlobal({ numRuns: runs });
// What takes half a minute alone takes minutes on a busy machine: too slow is no failure of a law.
if (runs > 200) vi.setConfig({ testTimeout: runs * 60 });
