import { lazy } from 'react';

const load = () => import('./workspace.tsx');
// Nobody needs it to sign in: it comes while somebody does. A failure is told to whoever opens it.
load().catch(() => undefined);

/** The screen that shows the record. */
export const Workspace = lazy(async () => ({ default: (await load()).Workspace }));
