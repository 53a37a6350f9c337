import { createServer } from 'node:net';

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });

/** The ports asked for; where one is taken, the next free one above, and a word about it. */
export async function choosePorts(
  preferred: readonly number[],
  tell: (text: string) => void,
): Promise<readonly number[]> {
  const chosen: number[] = [];
  for (const wanted of preferred) {
    let port = wanted;
    while (chosen.includes(port) || (port !== wanted && preferred.includes(port)) || !(await isFree(port)))
      port++;
    if (port !== wanted) tell(`Port ${wanted} is in use; taking ${port} instead.`);
    chosen.push(port);
  }
  return chosen;
}

/** Ports nobody uses at this moment, as the system gives them. */
export async function randomPorts(count: number): Promise<readonly number[]> {
  const probes = await Promise.all(
    Array.from({ length: count }, () => {
      const probe = createServer();
      return new Promise<typeof probe>((resolve, reject) => {
        probe.once('error', reject);
        probe.listen(0, () => resolve(probe));
      });
    }),
  );
  const ports = probes.map((probe) => {
    const address = probe.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  });
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}
