import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { startWorker } from '../worker/index.ts';
import { createConnector } from './connect.ts';
import { SessionContext, type Session } from './hooks.ts';
import { rememberIn } from './remembered.ts';
import { createStore } from './store.ts';

export interface OpenSession {
  readonly session: Session;
  readonly queries: QueryClient;
}

export function SessionProvider({
  open,
  children,
}: {
  readonly open: OpenSession;
  readonly children: ReactNode;
}) {
  return (
    <QueryClientProvider client={open.queries}>
      <SessionContext value={open.session}>{children}</SessionContext>
    </QueryClientProvider>
  );
}

/** One tab, one session, one patient. */
export function openSession(): OpenSession {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        // An answer belongs to its revision for good, and is let go soon after the next one.
        staleTime: Infinity,
        gcTime: 5_000,
        retry: false,
        structuralSharing: false,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  });
  const store = createStore();
  const client = startWorker();
  client.subscribe((event) => store.change({ kind: 'worker', event }));
  const { actions, start, putAway } = createConnector({
    store,
    client,
    remembered: rememberIn(() => sessionStorage),
    clock: { now: () => Date.now() },
    forgetQueries() {
      // A query that is dropped is held by its own timer for a while: without its answer, from now on.
      for (const query of queries.getQueryCache().getAll()) query.reset();
      queries.clear();
    },
  });
  // Back and forward may show a page again as it was left, to whoever sits there now.
  addEventListener('pagehide', (event) => {
    if (event.persisted) putAway();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  void start();
  return { session: { store, client, actions }, queries };
}
