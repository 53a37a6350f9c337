/** What a page leads to is asked for at once: not when its reader, who may be busy with others, has taken it. */
import { describe, expect, it, vi } from 'vitest';
import { basket, loadFrom, startForTest, type Basket } from './testing/harness.ts';
import { somePatient, SUPPORT_CAST } from './testing/patient.ts';

/** A reader that takes nothing until it is told to. */
function slowBasket(): Basket & { readonly take: () => void } {
  const sink = basket();
  let take = (): void => undefined;
  const told = new Promise<void>((resolve) => (take = resolve));
  return {
    ...sink,
    page: async (page) => {
      await told;
      await sink.page(page);
    },
    take: () => take(),
  };
}

describe('while no page was taken yet', () => {
  it('the rest of a search, the counts and the names are asked for, and nothing is said to be complete', async () => {
    const resources = [...somePatient('p1', 2_500), ...SUPPORT_CAST];
    const server = await startForTest({ resources });
    const sink = slowBasket();
    const loading = loadFrom(server, { sink });
    const asked = (path: string, name: string) =>
      server.log.some((each) => each.path === path && each.params.has(name));
    await vi.waitFor(() => {
      expect(asked('Observation', '_offset')).toBe(true);
      expect(asked('Observation', '_summary')).toBe(true);
      expect(asked('Practitioner', '_id')).toBe(true);
      expect(asked('QuestionnaireResponse', 'patient')).toBe(true);
    });
    expect(sink.pages).toEqual([]);
    const told = sink.lines.filter(({ type }) => type === 'Observation').map(({ state }) => state.kind);
    expect(told).toContain('loading');
    expect(told).not.toContain('complete');
    sink.take();
    const { line } = await loading;
    expect(line('Observation').state).toMatchObject({ kind: 'complete', received: 2_500 });
    expect(new Set(sink.refs()).size).toBe(sink.refs().length);
  });

  it('of pages that follow each other one more is asked for than the reader holds', async () => {
    const resources = Array.from({ length: 200 }, (_, n) => ({
      resourceType: 'AllergyIntolerance',
      id: `a${n}`,
      patient: { reference: 'Patient/p1' },
    }));
    const server = await startForTest({
      resources,
      habits: { countCap: 20, opaqueNext: true, total: 'none' },
    });
    const sink = slowBasket();
    const loading = loadFrom(server, { sink, types: ['AllergyIntolerance'] });
    const pages = () => server.log.filter(({ path }) => path === 'AllergyIntolerance').length;
    // The first, which comes again in the attempt to get larger pages; the second, which is held; one more.
    await vi.waitFor(() => expect(pages()).toBe(4));
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(pages()).toBe(4);
    sink.take();
    const { line } = await loading;
    expect(line('AllergyIntolerance').state).toMatchObject({ kind: 'complete', received: 200 });
    expect(pages()).toBe(11);
  });
});
