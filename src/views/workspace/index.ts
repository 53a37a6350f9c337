import { lazy } from 'react';

const load = () => import('./workspace.tsx');
// Nobody needs it to sign in: it comes while somebody does, after the first picture. A failure is told to whoever opens it.
requestAnimationFrame(() => setTimeout(() => load().catch(() => undefined)));

/** The screen that shows the record. */
export const Workspace = lazy(async () => ({ default: (await load()).Workspace }));
