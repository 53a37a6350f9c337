import fc from 'fast-check';

// 200 runs a property in `npm run check`; the nightly script asks for 10,000.
fc.configureGlobal({ numRuns: Number(process.env['PROPERTY_RUNS'] ?? 200) });
