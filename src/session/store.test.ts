import { describe, expect, it } from 'vitest';
import { sourceId, type Completeness, type LedgerLine } from '../record/index.ts';
import type { Organisation } from '../sources/index.ts';
import { createStore } from './store.ts';

const source = sourceId('general');
const organisation: Organisation = {
  id: source,
  name: 'General Hospital',
  kind: 'ehr',
  iss: 'https://general.example/fhir',
  clientId: 'app',
  scopes: null,
  letter: 'G',
  colour: 0,
  open: false,
};
const line = (type: string, state: Completeness): LedgerLine => ({
  source,
  type,
  category: null,
  state,
  remarks: [],
});

function store(...events: LedgerLine[][]) {
  const made = createStore();
  made.change({ kind: 'organisations', organisations: [organisation] });
  for (const lines of events) made.change({ kind: 'worker', event: { kind: 'ledger', lines } });
  return made.get().sources[0]!;
}

describe('the ledger as the page knows it', () => {
  const failed = line('Condition', { kind: 'failed', why: { kind: 'timed-out', afterMs: 1 }, at: 1 });

  it('keeps a failure that no later event speaks of', () => {
    const view = store([failed], [line('Patient', { kind: 'complete', received: 1, at: 2 })]);
    expect(view.lines).toHaveLength(2);
    expect(view.progress.floor).toBe(true);
  });

  it('lets a line take the place of the one before it', () => {
    const view = store([failed], [line('Condition', { kind: 'complete', received: 4, at: 2 })]);
    expect(view.lines).toHaveLength(1);
    expect(view.progress).toEqual({ received: 4, about: 4, floor: false });
  });
});
