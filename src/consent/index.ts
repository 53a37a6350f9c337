export { decide, type ConsentAt, type Verdict } from './decide.ts';
export { roleOf, type Looking } from './applies.ts';
export { isMasked, mayReveal, sitePolicy } from './policy.ts';
export { readConsent } from './read-consent.ts';
