import { afterEach, describe, expect, it } from 'vitest';
import { loadFrom } from './testing/harness.ts';
import { somePatient, SUPPORT_CAST } from './testing/patient.ts';
import { startServer, type ServerOptions, type TestServer } from './testing/server.ts';

const servers: TestServer[] = [];
const start = async (options: ServerOptions): Promise<TestServer> => {
  const server = await startServer(options);
  servers.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

const small = () => [...somePatient('p1', 130), ...somePatient('p2', 10), ...SUPPORT_CAST];
const truth = (resources: ReturnType<typeof small>) =>
  resources
    .filter((r) => !JSON.stringify(r).includes('p2'))
    .map((r) => `${r.resourceType}/${r.id}`)
    .sort();

describe('a load from a server without habits', () => {
  it('brings every record of the patient once, and says complete', async () => {
    const server = await start({ resources: small() });
    const { sink, end, line } = await loadFrom(server);
    expect(sink.refs().sort()).toEqual(truth(small()));
    expect(line('Observation').state).toMatchObject({ kind: 'complete', received: 130 });
    expect(line('Goal').state).toMatchObject({ kind: 'complete', received: 0 });
    expect(line('Provenance').state).toMatchObject({ kind: 'complete', received: 3 });
    expect(line('support').state).toMatchObject({ kind: 'complete', received: 5 });
    expect(end.ledger.filter((each) => each.state.kind !== 'complete')).toEqual([]);
    expect(sink.quarantined).toEqual([]);
  });
});
